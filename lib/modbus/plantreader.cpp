#include "modbus/plantreader.h"

#include "modbus/identity.h"
#include "modbus/identityrules.h"

#include <algorithm>
#include <utility>

namespace Sigen {

static constexpr quint16 gridSensorAddress = 30004;
static constexpr quint16 gridPowerAddress = 30005;

// What weighs on a unit that has answered nothing yet; the first block is one that every firmware has. An
// exception may be one register's, and takes no time.
static constexpr int weightOfException = 1;
static constexpr int weightOfSilence = 2;
static constexpr int maximumFailures = 4;

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
    const bool isGivenUp = !m_anyAnswer && m_failures >= maximumFailures;
    if (m_pending.isEmpty() || isGivenUp || !m_reader->isOpen()) {
        if (!m_anyAnswer)
            return fail(m_firstError);
        for (const PlannedRead &planned : std::exchange(m_pending, {}))
            m_unanswered += planned.definitions;
        dropMeaninglessValues();
        return succeed();
    }
    const PlannedRead planned = m_pending.takeFirst();
    ReadOptions options;
    options.function = m_function;
    options.replyTimeout = m_timeouts.modbusReply;
    const bool isFirst = !m_anyAnswer && !m_firstError;
    options.awaitLate = isFirst;
    if (!m_anyAnswer && !isFirst)
        options.retries = 0;
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
        return readNext();
    }
    // It is called silent only where nothing came at all.
    const bool cameNothing =
        read.error().code == ErrorCode::ModbusSilent || read.error().code == ErrorCode::ModbusCloses;
    if (!m_firstError || (m_firstError.code == ErrorCode::ModbusSilent && !cameNothing))
        m_firstError = read.error();
    const bool isRefused = read.error().code == ErrorCode::ModbusException;
    const bool isDenied = isRefused && IdentityRules::deniesQuestion(read.exceptionCode());
    if (!isDenied)
        m_failures += isRefused ? weightOfException : weightOfSilence;
    // Illegal function is the same for every part; any other exception may be one part's fault.
    if (isRefused && read.exceptionCode() > 1 && planned.definitions.size() > 1) {
        const auto [first, second] = splitRead(planned);
        m_pending.prepend(second);
        m_pending.prepend(first);
    } else if (!isDenied) {
        m_unanswered += planned.definitions;
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
