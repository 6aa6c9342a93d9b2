#include "cli/valuescommand.h"

#include "cli/clitext.h"
#include "cli/connectionoptions.h"
#include "cli/output.h"
#include "cli/password.h"
#include "modbus/plantreader.h"
#include "network/reach.h"
#include "words/advice.h"
#include "words/messages.h"
#include "workflow/identitywarnings.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr quint16 standardModbusPort = 502;
static constexpr int longestInterval = 86400; ///< s; a day

ValuesCommand::ValuesCommand(ValuesRequest request, Output &output, QObject *parent)
    : Command(parent)
    , m_request(std::move(request))
    , m_output(output)
{
    m_nextPoll.setSingleShot(true);
    connect(&m_nextPoll, &QTimer::timeout, this, &ValuesCommand::poll);
}

ValuesCommand::~ValuesCommand() = default;

void ValuesCommand::start()
{
    poll();
}

void ValuesCommand::cancel()
{
    if (m_ended)
        return;
    m_nextPoll.stop();
    m_reach.reset();
    m_read.reset();
    if (m_anyRead && !m_request.count)
        end(Outcome::Read, {});
    else
        end(Outcome::Cancelled, {ErrorCode::Cancelled, m_request.host, {}});
}

void ValuesCommand::poll()
{
    m_pollClock.start();
    m_reach =
        std::make_unique<Reach>(m_request.host, m_request.allowPublic, m_request.port, m_request.timeouts);
    connect(m_reach.get(), &Operation::finished, this, &ValuesCommand::reached);
    m_reach->start();
}

void ValuesCommand::reached()
{
    if (m_reach->error())
        return pollFailed(m_reach->error());
    Error error = m_reach->stateError();
    // On the Modbus port these have names, and advice, of their own.
    if (error.code == ErrorCode::ConnectionRefused)
        error.code = ErrorCode::PortClosed;
    else if (error.code == ErrorCode::ConnectTimeout)
        error.code = ErrorCode::PortFiltered;
    if (error)
        return pollFailed(error);
    m_read = std::make_unique<PlantRead>(m_reach->takeConnection(), m_request.unit, m_request.timeouts);
    if (!m_judged)
        m_read->judgeFirst();
    if (m_output.wantsFrames())
        connect(m_read.get(), &PlantRead::traced, this, [this](TraceEntry entry) {
            entry.text = m_request.redactor.hexDump(entry.text);
            m_output.frame(entry);
        });
    connect(m_read.get(), &Operation::finished, this, &ValuesCommand::valuesRead);
    m_read->start();
}

void ValuesCommand::valuesRead()
{
    Error error = m_read->error();
    if (error) {
        if (error.context.isEmpty())
            error.context = m_reach->endpointText();
        return pollFailed(error);
    }
    if (!std::exchange(m_judged, true))
        sayWarnings();
    m_lastError = {};
    m_anyRead = true;
    QList<RegisterValue> values = m_read->values();
    for (RegisterValue &each : values) {
        if (each.definition.type == RegisterType::String)
            each.value = m_request.redactor.piece(each.value.toString());
    }
    m_output.values({QDateTime::currentDateTimeUtc(), m_request.host, m_request.unit, values});
    QStringList missing;
    for (const RegisterDefinition &each : m_read->unanswered())
        missing += each.title;
    if (!missing.isEmpty())
        m_output.say(CliText::tr("Requested, but not answered: %1.").arg(missing.join(u", "_s)));
    pollEnded();
}

/// What is odd about the plant; which devices it has was not asked.
void ValuesCommand::sayWarnings()
{
    for (const QString &warning : messageTexts(plantWarnings(m_read->identity())))
        m_output.say(warning);
}

void ValuesCommand::pollFailed(const Error &error)
{
    m_lastError = error;
    m_judged = false; // whoever answers next may be somebody else
    // What never worked is not tried again and again; what worked a moment ago is.
    if (!m_anyRead)
        return end(Outcome::Failed, error);
    const bool last = m_request.count && m_polls + 1 >= *m_request.count;
    if (!last)
        m_output.say(errorMessage(error));
    pollEnded();
}

void ValuesCommand::pollEnded()
{
    m_read.reset();
    m_reach.reset();
    ++m_polls;
    if ((m_request.count && m_polls >= *m_request.count) || m_output.failed())
        return end(m_lastError ? Outcome::Failed : Outcome::Read, m_lastError);
    using std::chrono::milliseconds;
    const milliseconds left = m_request.interval - milliseconds(m_pollClock.elapsed());
    m_nextPoll.start(std::max(ModbusReader::pauseAfterTimeout, left));
}

void ValuesCommand::end(Outcome outcome, const Error &error)
{
    m_ended = true;
    JobResult result;
    result.host = m_request.host;
    result.outcome = outcome;
    result.error = error;
    Q_EMIT finished(m_output.conclude(u"values"_s, result));
}

static std::unique_ptr<Command> makeValues(Options &options, const CommonOptions &common, Output &output)
{
    ValuesRequest request;
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
