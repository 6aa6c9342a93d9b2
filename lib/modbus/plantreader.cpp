#include "modbus/plantreader.h"

#include "modbus/identity.h"
#include "modbus/identityrules.h"

#include <algorithm>

namespace Sigen {

static constexpr quint16 gridSensorAddress = 30004;
static constexpr quint16 gridPowerAddress = 30005;

PlantRead::PlantRead(std::unique_ptr<TcpConnection> connection, UnitId unit, Timeouts timeouts,
                     QObject *parent)
    : Operation(noDeadline, parent)
    , m_connection(std::move(connection))
    , m_unit(unit)
    , m_timeouts(timeouts)
{
    Q_ASSERT(m_connection);
}

PlantRead::~PlantRead() = default;

void PlantRead::run()
{
    if (m_judgeFirst)
        judge();
    else
        begin(std::make_unique<ModbusReader>(std::move(m_connection), m_timeouts.pacing.modbusPause));
}

void PlantRead::judge()
{
    IdentityOptions options;
    options.judgeOnly = true;
    options.keepOpen = true;
    const QString peer = m_connection->peer();
    auto *check = runStep(std::make_unique<IdentityCheck>(std::move(m_connection), options, m_timeouts),
                          [this, peer](IdentityCheck &done) {
                              m_identity = done.identity();
                              if (const ErrorCode code = m_identity.error(); code != ErrorCode::None)
                                  return fail({code, peer, m_identity.detail});
                              if (std::unique_ptr<ModbusReader> reader = done.takeReader())
                                  begin(std::move(reader));
                              else
                                  fail({ErrorCode::ModbusCloses, peer, m_identity.detail});
                          });
    connect(check, &IdentityCheck::traced, this, &PlantRead::traced);
}

void PlantRead::begin(std::unique_ptr<ModbusReader> reader)
{
    m_reader = std::move(reader);
    connect(m_reader.get(), &ModbusReader::traced, this, &PlantRead::traced);
    const RegisterScope scope = m_unit.isPlant() ? RegisterScope::Plant : RegisterScope::Device;
    m_pending = planReads(RegisterTable::builtIn().definitions(scope));
    readNext();
}

void PlantRead::release()
{
    m_connection.reset();
    if (m_reader)
        m_reader->close();
}

void PlantRead::readNext()
{
    if (m_pending.isEmpty()) {
        if (!m_anyAnswer)
            return fail(m_lastRefusal);
        dropMeaninglessValues();
        return succeed();
    }
    const PlannedRead planned = m_pending.takeFirst();
    ReadOptions options;
    options.function = m_function;
    options.replyTimeout = m_timeouts.modbusReply;
    runStep(m_reader->read(m_unit, planned.range(), options),
            [this, planned](const ReadRegisters &read) { take(planned, read); });
}

void PlantRead::take(const PlannedRead &planned, const ReadRegisters &read)
{
    if (!read.error() || read.exceptionCode() > 1)
        m_function = read.function();
    if (!read.error()) {
        m_anyAnswer = true;
        const RegisterBlock block{read.range().address, read.registers()};
        for (const RegisterDefinition &definition : planned.definitions) {
            if (const std::optional<QVariant> value = decodeRegister(definition, block))
                m_values.append({definition, *value});
        }
    } else if (IdentityRules::deniesQuestion(read.exceptionCode())) {
        m_lastRefusal = read.error();
        // Illegal function is the same for every part; illegal address or value may be one part's fault.
        if (read.exceptionCode() > 1 && planned.definitions.size() > 1) {
            const auto [first, second] = splitRead(planned);
            m_pending.prepend(second);
            m_pending.prepend(first);
        }
    } else {
        return fail(read.error());
    }
    readNext();
}

void PlantRead::dropMeaninglessValues()
{
    const auto hasNoSensor = [](const RegisterValue &entry) {
        return entry.definition.address == gridSensorAddress && entry.value.toLongLong() == 0;
    };
    if (m_unit.isPlant() && std::any_of(m_values.cbegin(), m_values.cend(), hasNoSensor))
        m_values.removeIf(
            [](const RegisterValue &entry) { return entry.definition.address == gridPowerAddress; });
}

} // namespace Sigen
