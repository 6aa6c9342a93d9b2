#include "cli/awaitcommand.h"

#include "cli/clitext.h"
#include "cli/connectionoptions.h"
#include "cli/hosthint.h"
#include "cli/output.h"
#include "cli/password.h"
#include "cli/scanreport.h"
#include "cli/unitoptions.h"
#include "core/displaytext.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr quint16 standardModbusPort = 502;

AwaitCommand::AwaitCommand(const AwaitRequest &request, std::chrono::milliseconds patience, Output &output,
                           QObject *parent)
    : Command(parent)
    , m_chosen(request.watch.host)
    , m_port(request.watch.port)
    , m_output(output)
    , m_await(request, patience)
{ }

void AwaitCommand::start()
{
    connect(&m_await, &Await::appeared, this, &AwaitCommand::appeared);
    connect(&m_await, &Await::stepChanged, this, [this](const Step &step) {
        if (m_waiting)
            endWait(StepState::Ok, Message(Sentence::ServerAppeared, QStringList{m_await.result().host}));
        m_output.step(step);
    });
    if (m_output.wantsFrames())
        connect(&m_await, &Await::traced, this, [this](const TraceEntry &entry) { m_output.frame(entry); });
    connect(&m_await, &Operation::finished, this, &AwaitCommand::end);
    m_clock.start();
    m_output.step({StepId::Wait, StepState::Running, std::chrono::milliseconds(0), {}});
    m_await.start();
}

void AwaitCommand::cancel()
{
    m_await.cancel();
}

void AwaitCommand::appeared(const DiscoveredHost &host)
{
    if (!host.settled)
        m_output.say(CliText::tr("Port %1 of %2 accepts connections; now it is verified.")
                         .arg(QString::number(host.modbusPort), host.address.toString()));
    m_output.object(hostEvent(host));
    if (!host.settled)
        return;
    if (!std::exchange(m_hasHead, true))
        m_output.line(hostTableHead(), Look::Faint);
    m_output.line(hostTableRow(host), host.kind == HostKind::ModbusOnly ? Look::Strong : Look::Plain);
}

void AwaitCommand::endWait(StepState state, const Message &detail)
{
    m_waiting = false;
    m_output.step({StepId::Wait, state, std::chrono::milliseconds(m_clock.elapsed()), {detail}});
}

void AwaitCommand::end()
{
    JobResult result = m_await.result();
    if (m_waiting) {
        const bool interrupted = result.outcome == Outcome::Cancelled;
        endWait(interrupted ? StepState::Skipped : StepState::Failed,
                interrupted ? Sentence::Interrupted : Sentence::NoneAppeared);
        for (const StepId id : {StepId::Port, StepId::Modbus})
            m_output.step({id, StepState::Skipped, std::chrono::milliseconds(0), {}});
    }
    if (m_await.wasFoundElsewhere())
        result.warnings.prepend(Message(Sentence::AppearedElsewhere,
                                        QStringList{displayText(result.host), displayText(m_chosen)}));
    Q_EMIT finished(m_output.conclude({u"await"_s, result, m_port}));
}

/// What --network names; empty without it.
static std::optional<ScanPlan> readNetworks(Options &options)
{
    ScanPlanOptions wished;
    wished.networks = options.texts(u"network"_s);
    wished.allowPublic = options.has(u"allow-public"_s);
    if (wished.networks.isEmpty())
        return std::nullopt;
    const ScanPlanOrError planned = planScan(localInterfaces(), wished);
    if (const auto *error = std::get_if<ScanPlanError>(&planned)) {
        if (error->reason == ScanPlanError::Reason::NotANetwork)
            options.reject(networkProblem(error->subject));
        else if (error->reason == ScanPlanError::Reason::PublicNetwork)
            options.reject(CliText::tr("The network %1 is not private; --allow-public permits it.")
                               .arg(displayText(error->subject, 60)));
        else
            options.reject(error->text());
        return std::nullopt;
    }
    const ScanPlan &plan = std::get<ScanPlan>(planned);
    if (plan.size > maximumWatchedAddresses)
        options.reject(CliText::tr("These are %1 addresses; await watches %2 at most: name a smaller part "
                                   "with --network.")
                           .arg(plan.size)
                           .arg(maximumWatchedAddresses));
    return plan;
}

static std::unique_ptr<Command> makeAwait(Options &options, const CommonOptions &common, Output &output)
{
    AwaitRequest request;
    request.watch.plan = readNetworks(options);
    if (options.has(u"host"_s))
        request.watch.host = readHost(options, &request.watch.allowPublic);
    else if (!options.has(u"network"_s))
        options.reject(CliText::tr("Name what to watch with --host, --network, or both."));
    request.watch.port = options.port(u"modbus-port"_s).value_or(standardModbusPort);
    request.verifyWait = common.verifyWait.value_or(common.timeouts.pacing.verifyWait);
    request.identity = readUnits(options);
    request.timeouts = common.timeouts;
    request.redactor = environmentRedactor();
    const int seconds = options.number(u"for"_s, 0, 31 * 24 * 3600).value_or(0);
    // A deadline of milliseconds fits into a timer for 24 days only.
    const std::chrono::milliseconds patience = std::min<std::chrono::milliseconds>(
        std::chrono::seconds(seconds), std::chrono::milliseconds(std::numeric_limits<int>::max()));
    return std::make_unique<AwaitCommand>(request, patience, output);
}

CommandDescription describeAwait()
{
    CommandDescription await;
    await.summary = CliText::tr("Wait until a Modbus server appears, then verify it.");
    await.explanation = CliText::tr(
        "For the time in which somebody turns the server on in the vendor's app. Tries the Modbus port of "
        "--host each second and that of each other address of --network every 15 seconds, and verifies a "
        "server the moment its port opens; a port that is already open counts as well. In a network, only a "
        "device that its MAC address or serial number identifies as Sigenergy ends the wait; others are "
        "reported. It needs no password and never contacts the WebSocket port.");
    OptionGroup host = hostOptions();
    host.options.first() = {u"host"_s, CliText::tr("Address or name of the gateway."), u"H"_s};
    await.groups = {
        host,
        {CliText::tr("Wait:"),
         QList<QCommandLineOption>{
             {u"network"_s,
              CliText::tr("Network to watch, as 192.168.1.0/24 or 192.168.1.10-192.168.1.20, at most 254 "
                          "addresses; may be repeated."),
              u"CIDR|A-B"_s},
             {u"modbus-port"_s, CliText::tr("Modbus port (502)."), u"N"_s},
             {u"for"_s, CliText::tr("Seconds to wait for a server to appear (0: no limit)."), u"S"_s},
         } + unitOptions()},
        commonOptions(),
    };
    await.examples = {u"await --host 192.168.1.150"_s, u"await --network 192.168.1.0/24 --for 7200"_s,
                      u"await --host 192.168.1.150 --network 192.168.1.0/24 --json"_s};
    await.make = makeAwait;
    return await;
}

} // namespace Sigen
