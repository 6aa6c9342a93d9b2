#include "discovery/networkscan.h"

#include "core/logging.h"
#include "discovery/attachment.h"
#include "discovery/hostlist.h"
#include "discovery/hostnames.h"
#include "discovery/neighbourcache.h"
#include "discovery/portsweep.h"
#include "discovery/probequeue.h"
#include "discovery/socketbudget.h"
#include "network/addressranges.h"
#include "network/vendorblocks.h"

#include <QHash>
#include <QTimer>

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int progressIntervalMs = 100;
/// An interface that goes is noticed after three of these.
constexpr int ticksBetweenLooks = 3;
/// A host that has just answered is in the table now, even if it was not a moment ago.
constexpr int freshTableMs = 5;

/// What the sweep knows of an address that answered: small, since in some networks everybody does.
struct Answers
{
    ServiceState webSocket = ServiceState::NotTested;
    ServiceState modbus = ServiceState::NotTested;
    double rttMs = 0;
};

} // namespace

class NetworkScan::Private : public QObject
{
public:
    Private(NetworkScan *scan, ScanPlan scanPlan, ScanOptions scanOptions);

    void begin();
    void letGo();
    QList<quint32> addressesToTryFirst();
    bool isInPlan(quint32 address) const;

    void portAnswered(quint32 address, SweepPort port, bool open, double tookMs);
    void addressDone(quint32 address);
    void sweepFinished();

    qsizetype list(quint32 address);
    void probeChanged(qsizetype index);
    void probeFinished(qsizetype index);
    void nameFound(quint32 address, const QString &name);

    void noteNotAsked();
    void tick();
    void readNeighbours();
    void takeMac(qsizetype index, const QString &mac);
    void update(qsizetype index, DiscoveredHost host);
    void tellProgress();
    void endWhenDone();

    NetworkScan *q;
    ScanPlan plan;
    ScanOptions options;
    std::shared_ptr<HostProbeOptions> probeOptions = std::make_shared<HostProbeOptions>();
    NeighbourCache neighbours;
    std::unique_ptr<PortSweep> sweep;
    QTimer timer;
    quint64 total = 0;

    QHash<quint32, Answers> answered; ///< listed or not
    HostList hosts; ///< the listed ones
    ProbeQueue probes{probeOptions}; ///< one for each of them, with the same index
    HostNames names;
    ScanBudget budget;
    std::optional<NetworkAttachment> attachment; ///< from begin() on
    QList<quint32> notProbed; ///< open, but what is there could not be found out
    AddressRanges notAsked;
    ScanCoverage coverage;
    int ticks = 0;

    int toldDone = -1;
    int toldGateways = -1;
    bool sweepDone = false;
};

NetworkScan::Private::Private(NetworkScan *scan, ScanPlan scanPlan, ScanOptions scanOptions)
    : q(scan)
    , plan(std::move(scanPlan))
    , options(std::move(scanOptions))
    , neighbours(options.neighbours)
    , total(plan.size)
{
    probeOptions->profile = options.profile;
    probeOptions->webSocketPort =
        options.webSocketPort ? options.webSocketPort : options.profile.webSocketPort();
    probeOptions->modbusPort = options.modbusPort ? options.modbusPort : options.profile.defaultModbusPort;
    probeOptions->allModbus = options.allModbus;
    probeOptions->timeouts = options.timeouts;
    timer.setInterval(progressIntervalMs);
    probeOptions->packetsGetLost = [this] { return sweep && sweep->loss() >= LossWatch::Level::Suspected; };
    connect(&timer, &QTimer::timeout, this, &Private::tick);
    connect(&names, &HostNames::found, this, &Private::nameFound);
    connect(&probes, &ProbeQueue::changed, this, &Private::probeChanged);
    connect(&probes, &ProbeQueue::finished, this, &Private::probeFinished);
    connect(&probes, &ProbeQueue::wasLate, this, [this] { sweep->noteLateness(); });
    connect(&probes, &ProbeQueue::wasPrompt, this, [this] {
        sweep->notePromptness(); // to the connection,
        sweep->notePromptness(); // and to the handshake
    });
}

void NetworkScan::Private::begin()
{
    attachment.emplace(plan, options.interfaces);
    budget = scanBudget();
    AddressSequence addresses(plan, addressesToTryFirst());
    total = addresses.size();
    const int sockets = options.socketLimit > 0 ? options.socketLimit : budget.sweepSockets;
    names.setMostAtATime(budget.nameLookups);
    probes.setMostAtATime(budget.probes);
    qCDebug(logNetwork) << "scan of" << total << "addresses with at most" << sockets << "sockets,"
                        << budget.probes << "probes and" << budget.nameLookups << "name look-ups";
    sweep = std::make_unique<PortSweep>(
        std::move(addresses), PortSweep::Ports{probeOptions->webSocketPort, probeOptions->modbusPort},
        sockets,
        PortSweep::Surroundings{[this](quint32 address) { return neighbours.knowledge(address); },
                                [this](quint32 address) { return attachment->holds(address); }});
    connect(sweep.get(), &PortSweep::portAnswered, this, &Private::portAnswered);
    connect(sweep.get(), &PortSweep::addressDone, this, &Private::addressDone);
    connect(sweep.get(), &PortSweep::finished, this, &Private::sweepFinished);
    timer.start();
    readNeighbours();
    if (!q->hasEnded())
        sweep->start();
}

/// Kept rather than destroyed: we may stand inside a signal of any of them.
void NetworkScan::Private::letGo()
{
    timer.stop();
    if (sweep)
        sweep->stop();
    probes.stop();
    names.stop();
}

QList<quint32> NetworkScan::Private::addressesToTryFirst()
{
    QList<quint32> first;
    for (const QHostAddress &address : std::as_const(options.knownAddresses)) {
        if (address.protocol() == QAbstractSocket::IPv4Protocol)
            first.append(address.toIPv4Address());
    }
    const QHash<quint32, QString> &table = neighbours.refresh();
    QList<quint32> others;
    for (auto neighbour = table.begin(); neighbour != table.end(); ++neighbour) {
        if (isInPlan(neighbour.key()))
            (isVendorMac(neighbour.value()) ? first : others).append(neighbour.key());
    }
    std::sort(others.begin(), others.end());
    return first + others;
}

bool NetworkScan::Private::isInPlan(quint32 address) const
{
    return plan.rangeOf(address) && !plan.ownAddresses.contains(address);
}

void NetworkScan::Private::portAnswered(quint32 address, SweepPort port, bool open, double tookMs)
{
    const bool isModbus = port == SweepPort::Modbus;
    const bool isFirst = !answered.contains(address);
    Answers &facts = answered[address];
    (isModbus ? facts.modbus : facts.webSocket) = open ? ServiceState::Open : ServiceState::Closed;
    facts.rttMs = isFirst ? tookMs : std::min(tookMs, facts.rttMs);
    if (!open && !hosts.contains(address))
        return;
    const Answers known = facts; // slots may add others
    const qsizetype index = list(address);
    if (open && isModbus)
        probes.at(index).modbusOpened(sweep->takeConnection());
    else if (open)
        probes.at(index).webSocketOpened();
    DiscoveredHost host = hosts.at(index);
    (isModbus ? host.modbus : host.webSocket) = isModbus ? known.modbus : known.webSocket;
    host.rttMs = known.rttMs;
    update(index, host);
}

void NetworkScan::Private::addressDone(quint32 address)
{
    const auto settle = [](auto &facts) {
        if (facts.webSocket == ServiceState::NotTested)
            facts.webSocket = ServiceState::Filtered;
        if (facts.modbus == ServiceState::NotTested)
            facts.modbus = ServiceState::Filtered;
    };
    const auto known = answered.find(address);
    if (known != answered.end())
        settle(*known);
    const qsizetype index = hosts.indexOf(address);
    if (index < 0)
        return;
    if (hosts.at(index).mac.isEmpty())
        takeMac(index, neighbours.mac(address, freshTableMs));
    if (q->hasEnded())
        return;
    probes.at(index).portsDone();
    DiscoveredHost host = hosts.at(index);
    settle(host);
    update(index, host);
}

void NetworkScan::Private::sweepFinished()
{
    sweepDone = true;
    readNeighbours();
    // Also those whose MAC address became known only after the sweep was through with them.
    const QList<quint32> listed = hosts.addresses();
    for (const quint32 address : listed) {
        if (!q->hasEnded())
            addressDone(address);
    }
    if (!q->hasEnded())
        endWhenDone();
}

qsizetype NetworkScan::Private::list(quint32 address)
{
    const qsizetype known = hosts.indexOf(address);
    if (known >= 0)
        return known;
    DiscoveredHost host;
    host.address = QHostAddress(address);
    if (const auto facts = answered.constFind(address); facts != answered.cend()) {
        host.webSocket = facts->webSocket;
        host.modbus = facts->modbus;
        host.rttMs = facts->rttMs;
    }
    host.webSocketPort = probeOptions->webSocketPort;
    host.modbusPort = probeOptions->modbusPort;
    const ScanRange *range = plan.rangeOf(address);
    host.wired = range && range->wired;
    const qsizetype index = hosts.append(host);
    probes.add(host.address);
    if (options.hostNames)
        names.ask(address);
    takeMac(index, neighbours.mac(address, freshTableMs));
    return index;
}

void NetworkScan::Private::probeChanged(qsizetype index)
{
    const HostProbe &probe = probes.at(index);
    DiscoveredHost host = hosts.at(index);
    if (probe.webSocket() != ServiceState::NotTested)
        host.webSocket = probe.webSocket();
    if (probe.modbus() != ServiceState::NotTested)
        host.modbus = probe.modbus();
    // What stands in the registers of something else is not what these fields mean.
    if (provesPlant(probe.modbus())) {
        host.model = probe.identity().model();
        host.serial = probe.identity().serial();
        host.firmware = probe.identity().firmware();
    }
    update(index, host);
}

void NetworkScan::Private::probeFinished(qsizetype index)
{
    DiscoveredHost host = hosts.at(index);
    host.settled = true;
    if (probes.at(index).couldNotTry())
        notProbed.append(host.address.toIPv4Address());
    update(index, host);
    if (!q->hasEnded())
        endWhenDone();
}

void NetworkScan::Private::nameFound(quint32 address, const QString &name)
{
    const qsizetype index = hosts.indexOf(address);
    DiscoveredHost host = hosts.at(index);
    host.hostname = name;
    update(index, host);
}

/// Only what the plan holds counts: a saved gateway of another place was never promised.
void NetworkScan::Private::noteNotAsked()
{
    using Obstacle = ScanCoverage::Obstacle;
    const bool lacksSockets = sweep->lacksSockets() || !notProbed.isEmpty();
    notAsked = sweep->notAsked();
    for (const quint32 address : std::as_const(notProbed))
        notAsked.add(address);
    coverage.notAsked = networksOf(notAsked, plan);
    coverage.askedNothing = answered.isEmpty() && sweep->notAsked().size() >= total;
    if (!coverage.isComplete())
        coverage.obstacle = lacksSockets ? Obstacle::NoSockets : Obstacle::NoRoute;
}

void NetworkScan::Private::tick()
{
    if (++ticks % ticksBetweenLooks == 0)
        attachment->refresh();
    readNeighbours();
    if (!q->hasEnded())
        tellProgress();
}

void NetworkScan::Private::readNeighbours()
{
    const QHash<quint32, QString> table = neighbours.refresh();
    for (auto neighbour = table.begin(); neighbour != table.end() && !q->hasEnded(); ++neighbour) {
        const quint32 address = neighbour.key();
        const qsizetype index = hosts.indexOf(address);
        if (index >= 0) {
            takeMac(index, neighbour.value());
        } else if (isVendorMac(neighbour.value()) && (isInPlan(address) || answered.contains(address))) {
            list(address);
            if (sweepDone) // it was through with this address before, and won't say so again
                addressDone(address);
        }
    }
}

void NetworkScan::Private::takeMac(qsizetype index, const QString &mac)
{
    DiscoveredHost host = hosts.at(index);
    if (mac.isEmpty() || host.mac == mac)
        return;
    host.mac = mac;
    if (isVendorMac(mac))
        probes.at(index).looksLikeOurs();
    update(index, host);
}

void NetworkScan::Private::update(qsizetype index, DiscoveredHost host)
{
    if (q->hasEnded())
        return;
    const QList<DiscoveredHost> changed = hosts.replace(index, std::move(host));
    for (const DiscoveredHost &each : changed) {
        if (!q->hasEnded())
            Q_EMIT q->hostFound(each);
    }
}

void NetworkScan::Private::tellProgress()
{
    const int done = q->done();
    const int gateways = q->gateways();
    if (done == toldDone && gateways == toldGateways)
        return;
    toldDone = done;
    toldGateways = gateways;
    Q_EMIT q->progressChanged(done, q->total(), gateways);
}

void NetworkScan::Private::endWhenDone()
{
    if (!sweepDone || !probes.isIdle())
        return;
    tellProgress();
    noteNotAsked();
    if (coverage.askedNothing)
        q->fail(coverage.error());
    else
        q->succeed();
}

NetworkScan::NetworkScan(ScanPlan plan, ScanOptions options, QObject *parent)
    : Operation(noDeadline, parent)
    , d(std::make_unique<Private>(this, std::move(plan), std::move(options)))
{ }

NetworkScan::~NetworkScan() = default;

QList<DiscoveredHost> NetworkScan::hosts() const
{
    return d->hosts.all();
}

const ScanCoverage &NetworkScan::coverage() const
{
    return d->coverage;
}

bool NetworkScan::wasNotAsked(quint32 address) const
{
    return d->notAsked.contains(address);
}

int NetworkScan::done() const
{
    const quint64 done = d->sweep ? d->sweep->done() : 0;
    return int(std::min<quint64>(done, std::numeric_limits<int>::max()));
}

int NetworkScan::total() const
{
    return int(std::min<quint64>(d->total, std::numeric_limits<int>::max()));
}

int NetworkScan::gateways() const
{
    return d->hosts.gateways();
}

void NetworkScan::run()
{
    if (d->plan.needsConfirmation)
        fail({ErrorCode::Usage, {}, u"%1 addresses are not confirmed"_s.arg(d->plan.size)});
    else
        d->begin();
}

void NetworkScan::release()
{
    d->letGo();
}

} // namespace Sigen
