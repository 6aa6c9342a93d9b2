// One reading of values, as the command line does it: the way to the port, then the registers.
#pragma once

#include "core/operation.h"
#include "modbus/plantreader.h"
#include "network/reach.h"

namespace Sigen::Test {

class ValuesJob : public Operation
{
    Q_OBJECT

public:
    ValuesJob(const QString &host, quint16 port, UnitId unit, const Timeouts &timeouts)
        : Operation(noDeadline)
        , m_host(host)
        , m_port(port)
        , m_unit(unit)
        , m_timeouts(timeouts)
    { }

    const QList<RegisterValue> &values() const { return m_values; }

Q_SIGNALS:
    void traced(const Sigen::TraceEntry &entry);

protected:
    void run() override
    {
        runStep(std::make_unique<Reach>(m_host, false, m_port, m_timeouts), [this](Reach &reach) {
            const Error error = reach.error() ? reach.error() : reach.stateError();
            if (error)
                return fail(error);
            PlantRead *const read =
                runStep(std::make_unique<PlantRead>(reach.takeConnection(), m_unit, m_timeouts),
                        [this](PlantRead &ended) {
                            m_values = ended.values();
                            if (ended.error())
                                fail(ended.error());
                            else
                                succeed();
                        });
            connect(read, &PlantRead::traced, this, &ValuesJob::traced);
        });
    }

private:
    const QString m_host;
    const quint16 m_port;
    const UnitId m_unit;
    const Timeouts m_timeouts;
    QList<RegisterValue> m_values;
};

} // namespace Sigen::Test
