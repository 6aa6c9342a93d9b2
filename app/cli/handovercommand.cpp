#include "cli/handovercommand.h"

#include "cli/clitext.h"
#include "cli/connectionoptions.h"
#include "cli/output.h"
#include "cli/password.h"
#include "cli/unitoptions.h"
#include "core/displaytext.h"
#include "core/safefile.h"
#include "handover/snippet.h"
#include "words/messages.h"

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr quint16 standardModbusPort = 502;

namespace {

JsonLine handoverFields(const QString &tool, const QString &snippet, const QString &file)
{
    return JsonLine()
        .add("tool"_L1, jsonText(tool))
        .add("snippet"_L1, jsonText(snippet))
        .add("file"_L1, jsonText(file));
}

/// --list: nothing is contacted.
class ListToolsCommand final : public Command
{
public:
    explicit ListToolsCommand(Output &output)
        : m_output(output)
    { }

    void start() override
    {
        QList<TextRow> rows;
        for (const SnippetDefinition &tool : snippetDefinitions()) {
            rows.append({tool.id, snippetTitle(tool) + u": "_s + snippetNote(tool)});
            m_output.object(JsonLine("tool"_L1)
                                .add("name"_L1, tool.id)
                                .add("title"_L1, snippetTitle(tool))
                                .add("note"_L1, snippetNote(tool))
                                .add("fileName"_L1, tool.fileName));
        }
        m_output.table(rows);
        ResultReport report{u"handover"_s, {}};
        report.result.outcome = Outcome::Read;
        report.more = handoverFields({}, {}, {});
        Q_EMIT finished(m_output.conclude(report));
    }
    void cancel() override { }

private:
    Output &m_output;
};

} // namespace

HandoverCommand::HandoverCommand(HandoverRequest request, Output &output, QObject *parent)
    : Command(parent)
    , m_request(std::move(request))
    , m_output(output)
{ }

HandoverCommand::~HandoverCommand() = default;

void HandoverCommand::start()
{
    const VerificationRequest &verification = m_request.verification;
    if (!m_request.check) {
        QList<int> inverters;
        for (const UnitId unit : verification.identity.units)
            inverters.append(unit.value());
        JobResult result;
        result.host = verification.host;
        handOver(result, untestedFacts(verification.host, verification.port, inverters));
        return;
    }
    m_verification = std::make_unique<Verification>(verification);
    connect(m_verification.get(), &Verification::stepChanged, this, [this](const Step &step) {
        if (m_request.reportSteps)
            m_output.step(step);
        else if (!step.detail.isEmpty())
            m_output.say(messageText(step.detail));
    });
    connect(m_verification.get(), &Verification::progressChanged, this,
            [this](int done, int total) { m_output.progress(done, total, unitsAsked(done, total)); });
    if (m_output.wantsFrames())
        connect(m_verification.get(), &Verification::traced, this,
                [this](const TraceEntry &entry) { m_output.frame(entry); });
    connect(m_verification.get(), &Operation::finished, this, &HandoverCommand::verified);
    m_verification->start();
}

void HandoverCommand::cancel()
{
    if (m_verification)
        m_verification->cancel();
}

void HandoverCommand::verified()
{
    JobResult result = m_verification->result();
    if (result.error) {
        if (result.outcome == Outcome::NotVerified) {
            result.outcome = Outcome::Failed;
            m_output.say(CliText::tr(
                "No settings were made because no plant answered; --no-check makes them anyway."));
        }
        return end(result);
    }
    const bool swept = result.modbus && result.modbus->allAsked;
    handOver(result, handoverFacts(result.host, m_request.verification.port, result.modbus, swept));
}

void HandoverCommand::handOver(JobResult result, HandoverFacts facts)
{
    facts.forwarded = m_request.testPort.has_value();
    const Snippet snippet = makeSnippet(m_request.tool, facts);
    result.outcome = Outcome::Read;
    m_output.say(snippetNote(m_request.tool));
    for (const QString &remark : snippet.remarks)
        m_output.say(remark);
    if (!m_request.file.isEmpty()) {
        result.error = writeSafely(m_request.file, snippet.text.toUtf8());
        if (result.error)
            result.outcome = Outcome::Failed;
    }
    end(result, snippet.text);
}

void HandoverCommand::end(JobResult result, const QString &snippet)
{
    result.testPort = m_request.testPort;
    const QString file = result.error ? QString() : m_request.file;
    if (!file.isEmpty())
        m_output.say(CliText::tr("Saved as %1.").arg(displayText(file)));
    else if (!result.error)
        m_output.line(snippet.endsWith(u'\n') ? snippet.chopped(1) : snippet);
    ResultReport report{u"handover"_s, result};
    if (m_request.check)
        report.testedPort = m_request.gatewayPort;
    report.telling = Telling::Problem;
    report.more = handoverFields(m_request.tool.id, snippet, file);
    Q_EMIT finished(m_output.conclude(report));
}

static SnippetDefinition readTool(Options &options)
{
    const std::optional<QString> name = options.text(u"for"_s);
    if (!name) {
        options.reject(CliText::tr("The option --for is required; handover --list lists the tools."));
        return {};
    }
    if (const SnippetDefinition *definition = findSnippetDefinition(*name))
        return *definition;
    options.reject(
        CliText::tr("There is no tool “%1”; handover --list lists all tools.").arg(displayText(*name, 40)));
    return {};
}

static std::unique_ptr<Command> makeHandover(Options &options, const CommonOptions &common, Output &output)
{
    if (options.has(u"list"_s))
        return std::make_unique<ListToolsCommand>(output);

    HandoverRequest request;
    request.tool = readTool(options);
    VerificationRequest &verification = request.verification;
    verification.host = readHost(options, &verification.allowPublic);
    request.testPort = options.port(u"test-port"_s);
    request.gatewayPort = options.port(u"modbus-port"_s);
    if (!request.testPort && !request.gatewayPort)
        request.gatewayPort = standardModbusPort;
    verification.port = request.testPort.value_or(request.gatewayPort.value_or(standardModbusPort));
    verification.wait = common.verifyWait.value_or(std::chrono::milliseconds(0));
    verification.identity = readUnits(options);
    // Only for registers that came later; each version costs a read.
    verification.identity.documentVersion = !request.tool.registers.isEmpty();
    verification.timeouts = common.timeouts;
    verification.redactor = environmentRedactor();
    request.check = !options.has(u"no-check"_s);
    if (!request.check && verification.identity.sweep)
        options.reject(CliText::tr("Give only one of --no-check and --units sweep."));
    request.reportSteps = common.json;
    request.file = options.text(u"output"_s).value_or(QString());
    if (options.has(u"output"_s) && request.file.isEmpty())
        options.reject(CliText::tr("The option --output needs a value."));
    if (request.file == u"-"_s) // standard output, where it goes anyway
        request.file.clear();
    return std::make_unique<HandoverCommand>(std::move(request), output);
}

CommandDescription describeHandover()
{
    CommandDescription handover;
    handover.summary = CliText::tr("Write the settings for another tool.");
    handover.explanation =
        CliText::tr("Reads which devices the plant has and prints the settings that Home Assistant, evcc and "
                    "others need: address, port and unit ids. Needs no password and never contacts the "
                    "WebSocket port. Writes nothing when no plant answers.");
    handover.groups = {
        hostOptions(),
        {CliText::tr("Handover:"),
         QList<QCommandLineOption>{
             {u"for"_s, CliText::tr("The tool (required); --list lists them."), u"NAME"_s},
             {u"list"_s, CliText::tr("List the tools and exit.")},
             {u"output"_s,
              CliText::tr("Save the settings in this file instead of printing them; “-” prints them."),
              u"FILE"_s},
             {u"modbus-port"_s, CliText::tr("Modbus port (502)."), u"N"_s},
             testPortOption(),
             {u"no-check"_s,
              CliText::tr("Contact nothing; the unit ids are those of --unit or --units, or assumed.")},
         } + unitOptions()},
        commonOptions(),
    };
    handover.examples = {
        u"handover --list"_s, u"handover --host 192.168.1.150 --for evcc --units sweep"_s,
        u"handover --host 192.168.1.150 --for home-assistant-yaml --output sigen-modbus.yaml"_s};
    handover.make = makeHandover;
    return handover;
}

} // namespace Sigen
