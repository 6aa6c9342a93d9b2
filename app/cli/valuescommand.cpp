#include "cli/valuescommand.h"

#include "cli/clitext.h"
#include "cli/connectionoptions.h"
#include "cli/output.h"
#include "cli/password.h"
#include "core/displaytext.h"
#include "words/advice.h"
#include "words/messages.h"
#include "workflow/identitywarnings.h"

#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>
#include <limits>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr quint16 standardModbusPort = 502;
static constexpr int longestInterval = 86400; ///< s; a day

static QString valueText(const RegisterValue &read)
{
    const RegisterDefinition &definition = read.definition;
    if (definition.type == RegisterType::String)
        return displayText(read.value.toString(), 60);
    if (!definition.bits.isEmpty()) {
        const QStringList alarms = alarmTexts(definition, static_cast<quint16>(read.value.toUInt()));
        return alarms.isEmpty() ? CliText::tr("none") : alarms.join(", "_L1);
    }
    if (const auto state = definition.states.constFind(read.value.toInt());
        !definition.states.isEmpty() && state != definition.states.cend())
        return *state;
    if (definition.key == "systemTime"_L1)
        return QDateTime::fromSecsSinceEpoch(read.value.toLongLong(), QTimeZone::utc())
            .toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);

    int decimals = 0;
    for (int gain = definition.gain; gain > 1; gain /= 10)
        ++decimals;
    constexpr qsizetype numberWidth = 10;
    return QString::number(read.value.toDouble(), 'f', decimals).rightJustified(numberWidth) + u' '
        + definition.unit;
}

/// A number as a number; a state as its word, a set of alarms as a list of words.
static QJsonValue jsonRegister(const RegisterDefinition &definition, const QVariant &value)
{
    if (!definition.bits.isEmpty())
        return QJsonArray::fromStringList(alarmTexts(definition, static_cast<quint16>(value.toUInt())));
    if (const auto state = definition.states.constFind(value.toInt());
        !definition.states.isEmpty() && state != definition.states.cend())
        return *state;
    return QJsonValue::fromVariant(value);
}

ValuesCommand::ValuesCommand(PollRequest request, Output &output, QObject *parent)
    : Command(parent)
    , m_request(std::move(request))
    , m_output(output)
    , m_polling(m_request)
{ }

ValuesCommand::~ValuesCommand() = default;

void ValuesCommand::start()
{
    connect(&m_polling, &PlantPolling::polled, this, &ValuesCommand::polled);
    if (m_output.wantsFrames())
        connect(&m_polling, &PlantPolling::traced, this,
                [this](const TraceEntry &entry) { m_output.frame(entry); });
    connect(&m_polling, &Operation::finished, this, &ValuesCommand::end);
    m_polling.start();
}

void ValuesCommand::cancel()
{
    m_polling.cancel();
}

void ValuesCommand::polled(const PlantPoll &poll)
{
    if (poll.error) {
        if (m_anyRead && !poll.isLast)
            m_output.say(errorMessage(poll.error));
        return;
    }
    m_anyRead = true;
    if (poll.identity) { // which devices the plant has was not asked
        for (const QString &warning : messageTexts(plantWarnings(*poll.identity)))
            m_output.say(warning);
    }
    QList<RegisterValue> values = poll.values;
    for (RegisterValue &each : values) {
        if (each.definition.type == RegisterType::String)
            each.value = m_request.redactor.piece(each.value.toString());
    }
    report(poll.at, values);
    QStringList missing;
    for (const RegisterDefinition &each : poll.unanswered)
        missing += each.title;
    if (!missing.isEmpty())
        m_output.say(CliText::tr("Requested, but not answered: %1.").arg(missing.join(u", "_s)));
    if (m_output.failed())
        m_polling.cancel();
}

void ValuesCommand::report(const QDateTime &at, const QList<RegisterValue> &values)
{
    m_output.line((m_request.unit.isPlant() ? CliText::tr("Plant at %1, unit %2, %3")
                                            : CliText::tr("Device at %1, unit %2, %3"))
                      .arg(m_request.host, QString::number(m_request.unit.value()),
                           at.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s)),
                  Look::Strong);
    QList<TextRow> rows;
    for (const RegisterValue &value : values)
        rows.append({value.definition.title, valueText(value)});
    m_output.table(rows, "  "_L1);
    m_output.line({});

    const RegisterScope scope = m_request.unit.isPlant() ? RegisterScope::Plant : RegisterScope::Device;
    const QList<RegisterDefinition> definitions = RegisterTable::builtIn().definitions(scope);
    JsonLine fields;
    for (const RegisterDefinition &definition : definitions) {
        const auto read = std::find_if(values.cbegin(), values.cend(), [&](const RegisterValue &value) {
            return value.definition.key == definition.key;
        });
        fields.add(definition.key,
                   read == values.cend() ? QJsonValue() : jsonRegister(definition, read->value));
    }
    m_output.object(JsonLine("values"_L1)
                        .add("at"_L1, at.toString(Qt::ISODateWithMs))
                        .add("unit"_L1, int(m_request.unit.value()))
                        .add("values"_L1, fields));
}

void ValuesCommand::end()
{
    JobResult result;
    result.host = m_request.host;
    result.error = m_polling.error();
    result.outcome = result.error ? Outcome::Failed : Outcome::Read;
    if (result.error.code == ErrorCode::Cancelled) {
        // An endless reading is meant to be ended so, once there was a value.
        const bool isWell = m_anyRead && (!m_request.count || m_output.failed());
        result.outcome = isWell ? Outcome::Read : Outcome::Cancelled;
        result.error = isWell ? Error() : Error{ErrorCode::Cancelled, m_request.host, {}};
    }
    Q_EMIT finished(m_output.conclude({u"values"_s, result}));
}

static std::unique_ptr<Command> makeValues(Options &options, const CommonOptions &common, Output &output)
{
    PollRequest request;
    request.host = readHost(options, &request.allowPublic);
    request.port = options.port(u"modbus-port"_s).value_or(standardModbusPort);
    request.unit =
        *UnitId::fromInt(options.number(u"unit"_s, 1, UnitId::plantValue).value_or(UnitId::plantValue));
    const std::optional<int> interval = options.number(u"interval"_s, 1, longestInterval);
    request.interval = std::chrono::seconds(interval.value_or(5));
    request.count = options.number(u"count"_s, 1, std::numeric_limits<int>::max());
    if (!request.count && !interval)
        request.count = 1;
    request.timeouts = common.timeouts;
    request.redactor = environmentRedactor();
    return std::make_unique<ValuesCommand>(std::move(request), output);
}

CommandDescription describeValues()
{
    CommandDescription values;
    values.summary = CliText::tr("Read live plant values.");
    values.explanation =
        CliText::tr("Reads the plant's live values over Modbus: once, as often as --count says, or with "
                    "--interval alone until Ctrl-C. Connects for each reading and disconnects in between, so "
                    "that other tools get their turn. Needs no password; only reads.");
    values.groups = {
        hostOptions(),
        {CliText::tr("Reading:"),
         {
             {u"modbus-port"_s, CliText::tr("Modbus port (502)."), u"N"_s},
             {u"unit"_s, CliText::tr("Unit to read: 247 for the plant (default), 1 to 246 for a device."),
              u"N"_s},
             {u"interval"_s, CliText::tr("Seconds between readings, 1 to 86400 (5)."), u"S"_s},
             {u"count"_s, CliText::tr("How many readings."), u"N"_s},
         }},
        commonOptions(),
    };
    values.examples = {u"values --host 192.168.1.150"_s,
                       u"values --host 192.168.1.150 --interval 10 --json"_s,
                       u"values --host 192.168.1.150 --unit 1"_s};
    values.make = makeValues;
    return values;
}

} // namespace Sigen
