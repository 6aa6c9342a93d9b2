#include "cli/discovercommand.h"

#include "cli/clitext.h"
#include "cli/connectionoptions.h"
#include "cli/exitcode.h"
#include "cli/hosthint.h"
#include "cli/output.h"
#include "cli/password.h"
#include "cli/scanreport.h"
#include "core/displaytext.h"
#include "network/addresspolicy.h"

#include <QJsonArray>

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static QString confirmationSentence(const ScanPlan &plan)
{
    return CliText::tr("That is %1 addresses; --yes-large permits more than %2, --network selects a part.")
        .arg(plan.size)
        .arg(confirmationFreeAddresses);
}

DiscoverCommand::DiscoverCommand(DiscoverRequest request, Output &output, QObject *parent)
    : Command(parent)
    , m_request(std::move(request))
    , m_output(output)
{ }

DiscoverCommand::~DiscoverCommand() = default;

void DiscoverCommand::start()
{
    if (const ProtocolProfile &profile = m_request.scan.profile; !profile.open.isEmpty()) {
        end({ErrorCode::ProfileIncomplete, profile.name, profile.open.join("; "_L1)});
        return;
    }
    resolveNext();
}

void DiscoverCommand::cancel()
{
    m_cancelled = true;
    if (m_scan)
        m_scan->cancel();
    else if (m_lookup)
        m_lookup->cancel();
}

void DiscoverCommand::resolveNext()
{
    if (m_cancelled) { // between two names
        end({});
        return;
    }
    if (m_request.names.isEmpty()) {
        scan();
        return;
    }
    m_name = m_request.names.takeFirst();
    m_lookup =
        std::make_unique<HostLookup>(m_name, m_request.plan.allowPublic, m_request.scan.timeouts.connect);
    connect(m_lookup.get(), &Operation::finished, this, &DiscoverCommand::resolved);
    m_lookup->start();
}

void DiscoverCommand::resolved()
{
    if (Error error = m_lookup->error()) {
        // Without a descriptor for the resolver nothing can be asked, like without a route.
        if (error.code == ErrorCode::Io) {
            error.code = ErrorCode::Unreachable;
            m_problem = CliText::tr("Nothing was scanned: the name %1 could not be looked up, because the "
                                    "system allows this program no more connections (too many open files).")
                            .arg(displayText(error.context));
        }
        end(error);
        return;
    }
    bool hasIpv4 = false;
    for (const QHostAddress &address : m_lookup->addresses()) {
        if (address.protocol() != QAbstractSocket::IPv4Protocol)
            continue;
        hasIpv4 = true;
        m_request.plan.networks.append(address.toString());
    }
    // Without any network the plan would take this computer's own, which nobody asked for.
    if (hasIpv4)
        resolveNext();
    else
        end({ErrorCode::HostNotFound, m_name, QString(ipv6OnlyDetail)});
}

void DiscoverCommand::scan()
{
    const ScanPlanOrError planned = planScan(localInterfaces(), m_request.plan);
    if (const auto *error = std::get_if<ScanPlanError>(&planned)) {
        m_problem = error->text();
        end({ErrorCode::Unreachable, error->subject, u"no network to search"_s});
        return;
    }
    const ScanPlan &plan = std::get<ScanPlan>(planned);
    if (plan.needsConfirmation) { // what names led to came on top
        refuse(confirmationSentence(plan));
        return;
    }
    QStringList ranges;
    for (const ScanRange &range : plan.ranges)
        ranges += range.addresses.text();
    m_scan = std::make_unique<NetworkScan>(plan, m_request.scan);
    m_output.say(
        CliText::tr("Scanning %n address(es): %1", nullptr, m_scan->total()).arg(ranges.join(", "_L1)));
    connect(m_scan.get(), &NetworkScan::hostFound, this,
            [this](const DiscoveredHost &host) { report(redacted(host)); });
    connect(m_scan.get(), &NetworkScan::progressChanged, this, [this](int done, int total, int gateways) {
        m_output.progress(done, total,
                          CliText::tr("%1 of %2 addresses, gateways: %3").arg(done).arg(total).arg(gateways));
    });
    connect(m_scan.get(), &Operation::finished, this, [this] { end(m_scan->error()); });
    m_scan->start();
}

DiscoveredHost DiscoverCommand::redacted(DiscoveredHost host) const
{
    for (QString *text : {&host.hostname, &host.model, &host.serial, &host.firmware})
        *text = m_request.redactor.piece(*text);
    return host;
}

void DiscoverCommand::report(const DiscoveredHost &host)
{
    // What changed may be something that the contract does not have.
    if (const JsonLine event = hostEvent(host); std::exchange(m_reported[host.address], event) != event)
        m_output.object(event);
    if (!host.settled || m_shown.contains(host.address))
        return;
    if (m_shown.isEmpty())
        m_output.line(hostTableHead(), Look::Faint);
    m_shown.insert(host.address);
    const bool ours = host.kind == HostKind::Gateway || host.kind == HostKind::ModbusOnly;
    m_output.line(hostTableRow(host), ours ? Look::Strong : Look::Plain);
}

void DiscoverCommand::end(const Error &error)
{
    ScanReport report;
    report.cancelled = m_cancelled;
    report.allModbus = m_request.scan.allModbus;
    report.error = m_cancelled ? Error{ErrorCode::Cancelled, {}, {}} : error;
    report.problem = m_problem;
    if (m_scan) {
        report.coverage = m_scan->coverage();
        if (!m_cancelled && !report.coverage.isComplete()) {
            report.error = report.coverage.error();
            report.problem = report.coverage.text();
        }
        const QList<DiscoveredHost> hosts = m_scan->hosts();
        for (const DiscoveredHost &host : hosts)
            report.hosts.append(redacted(host));
        report.gateways = m_scan->gateways();
        report.done = m_scan->done();
        report.elapsed = m_scan->elapsed();
    }
    ResultReport result{u"discover"_s, {}};
    result.result.outcome = report.cancelled ? Outcome::Cancelled : Outcome::Failed;
    result.result.error = report.error;
    result.telling = Telling::Nothing;
    result.problem = report.problem;
    result.exitCode = exitCodeOf(report.error.code);
    if (report.isScanned())
        result.outcome = "scanned"_L1;
    result.more.add("gateways"_L1, report.gateways).add("hosts"_L1, int(report.hosts.size()));
    if (report.isScanned() && !report.coverage.isComplete())
        result.more.add("notAsked"_L1, QJsonArray::fromStringList(report.coverage.notAsked));
    if (report.error.code != ErrorCode::Usage) {
        if (!m_shown.isEmpty())
            m_output.line({});
        for (const QString &sentence : scanSummary(report))
            m_output.line(sentence);
    }
    Q_EMIT finished(m_output.conclude(result));
}

void DiscoverCommand::refuse(const QString &sentence)
{
    m_output.complain(sentence);
    Q_EMIT finished(ExitCode::wrongUse);
}

/// Numbers go to the plan, names to the resolver.
static DiscoverRequest readNetworks(Options &options)
{
    DiscoverRequest request;
    request.plan.allowPublic = options.has(u"allow-public"_s);
    request.plan.largeConfirmed = options.has(u"yes-large"_s);
    for (const QString &typed : options.texts(u"network"_s)) {
        const std::optional<QString> name = isMeantAsIpv4Range(typed) ? std::nullopt : normalizedHost(typed);
        if (name && !name->contains(u':'))
            request.names.append(*name);
        else
            request.plan.networks.append(typed);
    }
    return request;
}

static void judgePlan(Options &options, const DiscoverRequest &request)
{
    // Without networks in numbers there is nothing that could be typed wrong, but this computer's own may be
    // large.
    if (request.plan.networks.isEmpty() && !request.names.isEmpty())
        return;
    const ScanPlanOrError planned = planScan(localInterfaces(), request.plan);
    if (const auto *error = std::get_if<ScanPlanError>(&planned)) {
        const bool typedWrong = error->reason != ScanPlanError::Reason::NoNetwork
            && error->reason != ScanPlanError::Reason::NoIpv4;
        if (error->reason == ScanPlanError::Reason::PublicNetwork)
            options.reject(CliText::tr("The network %1 is not private; --allow-public permits it.")
                               .arg(displayText(error->subject, 60)));
        else if (error->reason == ScanPlanError::Reason::NotANetwork)
            options.reject(networkProblem(error->subject));
        else if (typedWrong)
            options.reject(error->text());
    } else if (const auto &plan = std::get<ScanPlan>(planned); plan.needsConfirmation) {
        options.reject(confirmationSentence(plan));
    }
}

static std::unique_ptr<Command> makeDiscover(Options &options, const CommonOptions &common, Output &output)
{
    DiscoverRequest request = readNetworks(options);
    request.scan.profile = readProfile(options);
    request.scan.webSocketPort = options.port(u"ws-port"_s).value_or(0);
    request.scan.modbusPort = options.port(u"modbus-port"_s).value_or(0);
    request.scan.allModbus = options.has(u"all-modbus"_s);
    request.redactor = environmentRedactor();
    if (common.timeouts != Timeouts())
        request.scan.timeouts = common.timeouts;
    judgePlan(options, request);
    return std::make_unique<DiscoverCommand>(std::move(request), output);
}

CommandDescription describeDiscover()
{
    CommandDescription discover;
    discover.summary = CliText::tr("Find gateways on the network.");
    discover.explanation =
        CliText::tr("Scans this computer's own networks for hosts that answer like a gateway on the "
                    "WebSocket and the Modbus port. It only connects, does one WebSocket handshake where a "
                    "port is open, and reads Modbus on hosts that look like a gateway. It never signs in. A "
                    "silent address is tried twice, or three times where many packets are lost. Addresses "
                    "that this computer could not try are listed, and the exit code is 3.");
    discover.groups = {
        {CliText::tr("Scan:"),
         {
             {u"network"_s,
              CliText::tr("Network to scan instead of this computer's own: 192.168.1.0/24, "
                          "192.168.1.10-192.168.1.20, an address or a name; may be repeated."),
              u"CIDR|A-B|HOST"_s},
             {u"all-modbus"_s, CliText::tr("Read Modbus on every host with an open Modbus port.")},
             {u"allow-public"_s, CliText::tr("Permit addresses outside private networks.")},
             {u"yes-large"_s, CliText::tr("Permit more than 1024 addresses.")},
             {u"ws-port"_s, CliText::tr("WebSocket port (8080)."), u"N"_s},
             {u"modbus-port"_s, CliText::tr("Modbus port (502)."), u"N"_s},
             {u"profile"_s,
              CliText::tr("Protocol profile, by name (%1) or as a JSON file.")
                  .arg(builtInProfileNames().join(", "_L1)),
              u"NAME|FILE"_s},
         }},
        commonOptions(),
    };
    discover.examples = {u"discover"_s, u"discover --network 192.168.1.0/24 --json"_s,
                         u"discover --network 192.168.1.10-20 --all-modbus"_s};
    discover.make = makeDiscover;
    return discover;
}

} // namespace Sigen
