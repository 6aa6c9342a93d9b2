// values: polls the plant's (or a device's) live values. Connects for each poll and closes in between, since
// other tools want their turn.
#pragma once

#include "cli/commandline.h"
#include "modbus/plantpolling.h"

namespace Sigen {

class ValuesCommand final : public Command
{
    Q_OBJECT

public:
    ValuesCommand(PollRequest request, Output &output, QObject *parent = nullptr);
    ~ValuesCommand() override;

    void start() override;
    /// Ends an endless reading as it is meant to be ended: well, once there was a value.
    void cancel() override;

private:
    void polled(const PlantPoll &poll);
    void report(const QDateTime &at, const QList<RegisterValue> &values);
    void end();

    PollRequest m_request;
    Output &m_output;
    PlantPolling m_polling;
    bool m_anyRead = false;
};

CommandDescription describeValues();

} // namespace Sigen
