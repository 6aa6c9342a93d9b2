#include "ui/controllers/watchcontroller.h"

#include "core/displaytext.h"
#include "discovery/sighting.h"
#include "registry/registry.h"
#include "ui/controllers/discoverycontroller.h"
#include "ui/controllers/gatewaybook.h"
#include "ui/models/hostrow.h"

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

static constexpr std::chrono::seconds tickInterval{1};

WatchController::WatchController(Registry &registry, DiscoveryController &discovery, GatewayBook &book,
                                 WatchEnvironment environment, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_discovery(discovery)
    , m_book(book)
    , m_environment(std::move(environment))
{
    m_ticker.setInterval(tickInterval);
    connect(&m_ticker, &QTimer::timeout, this, &WatchController::tick);
    connect(&m_book, &GatewayBook::currentChanged, this, &WatchController::followCurrent);
    connect(&m_registry, &Registry::changed, this, &WatchController::follow);
    connect(&m_registry, &Registry::merged, this, [this](const QString &from, const QString &into) {
        if (m_watched.gateway == from)
            m_watched.gateway = into;
    });
    connect(&m_discovery, &DiscoveryController::scanningChanged, this, &WatchController::follow);
    connect(&m_discovery, &DiscoveryController::choicesChanged, this, &WatchController::follow);
    followCurrent();
}

WatchController::~WatchController() = default;

// --- when ----------------------------------------------------------------------------------------------

void WatchController::followCurrent()
{
    if (m_current)
        m_current->controller.disconnect(this);
    m_current = m_book.current();
    if (m_current)
        connect(&m_current->controller, &GatewayController::changed, this, &WatchController::follow);
    follow();
}

/// The page says by itself what became of its gateway, and a scan looks at the network.
bool WatchController::goesOn() const
{
    if (m_watched.gateway.isEmpty())
        return !m_discovery.isScanning();
    if (!m_registry.find(m_watched.gateway))
        return false;
    const GatewayPage *const page = m_book.page(m_watched.gateway);
    if (!page || page->controller.isBusy())
        return true;
    switch (page->controller.page().situation) {
    case Situation::AppOnly:
    case Situation::SignIn:
    case Situation::Refused:
    case Situation::NoAnswer:
    case Situation::NameUnknown:
    case Situation::NoGateway:
        return true;
    default:
        return false;
    }
}

void WatchController::follow()
{
    if (m_await && !goesOn()) {
        m_await->disconnect(this);
        std::exchange(m_await, nullptr).release()->deleteLater(); // this may be its own signal
        m_ticker.stop();
        m_watched = {};
        Q_EMIT changed();
    }
    if (m_await)
        return;
    if (m_current) {
        const Gateway &gateway = m_current->controller.gateway();
        if (!m_declined.contains(gateway.id) && !m_current->controller.isBusy()
            && m_current->controller.page().situation == Situation::AppOnly)
            begin(&gateway, false);
    } else if (!m_declined.contains(QString()) && m_discovery.hasScanned() && !m_discovery.isScanning()
               && !m_discovery.foundGateway()) {
        begin(nullptr, false); // where a scan may begin by itself
    }
}

void WatchController::watch()
{
    begin(m_current ? &m_current->controller.gateway() : nullptr, true);
}

void WatchController::stop()
{
    if (m_await)
        m_await->cancel();
}

// --- what ----------------------------------------------------------------------------------------------

/// The network of \a gateway, or the one that is chosen for scanning; empty: none that can be watched.
std::optional<ScanPlan> WatchController::planFor(const Gateway *gateway) const
{
    const QList<LocalInterface> interfaces = m_environment.interfaces();
    std::optional<ScanPlan> plan;
    if (gateway && !gateway->place().address.isEmpty()) {
        plan = planAround(interfaces, gateway->place().address);
    } else {
        ScanPlanOptions options;
        options.networks = m_discovery.chosenNetworks();
        const ScanPlanOrError planned = planScan(interfaces, options);
        if (const auto *const chosen = std::get_if<ScanPlan>(&planned))
            plan = *chosen;
    }
    return plan && plan->size <= maximumWatchedAddresses ? plan : std::nullopt;
}

void WatchController::begin(const Gateway *gateway, bool asked)
{
    const std::optional<ScanPlan> plan = gateway && gateway->demo ? std::nullopt : planFor(gateway);
    const bool byItself = plan && isHomeSized(*plan) && isAttached(*plan) && m_environment.mayScanByItself();
    AwaitRequest request;
    request.neighbours = m_environment.neighbours;
    request.timeouts = m_environment.timeouts;
    request.watch.pacing = m_environment.pacing;
    request.watch.port = m_environment.modbusPort;
    if (asked || byItself)
        request.watch.plan = plan;
    Watched watched;
    watched.state = Watched::State::Running;
    if (gateway) {
        const GatewayController &page = m_current->controller;
        const GatewayTarget way = page.target();
        request.watch.host = way.host;
        request.watch.allowPublic = way.allowPublic;
        request.watch.port = page.modbusPort();
        request.redactor = m_current->controller.jobs().redactor();
        watched.gateway = gateway->id;
    }
    if (request.watch.host.isEmpty() && !request.watch.plan)
        return;
    // Whoever was there before is not what is waited for.
    for (const Gateway &known : m_registry.gateways()) {
        for (const Place &place : known.places) {
            if (accepts(place.modbus.state) && (!gateway || known.id != gateway->id))
                request.watch.open += QHostAddress(place.address);
        }
    }
    watched.host = request.watch.host;
    watched.port = request.watch.port;
    if (request.watch.plan) {
        watched.network = planName(*request.watch.plan);
        watched.addresses = request.watch.plan->size;
    } else if (plan) {
        watched.offered = planName(*plan);
    }
    m_declined.remove(watched.gateway);
    m_watched = watched;
    m_steps.clear();
    if (m_await) {
        m_await->disconnect(this);
        std::exchange(m_await, nullptr).release()->deleteLater();
    }
    m_await = std::make_unique<Await>(request, m_environment.patience);
    connect(m_await.get(), &Await::appeared, this, &WatchController::take);
    connect(m_await.get(), &Await::stepChanged, this, [this](const Step &step) { m_steps.append(step); });
    connect(m_await.get(), &Operation::finished, this, &WatchController::ended);
    m_clock.start();
    m_ticker.start();
    m_await->start();
    Q_EMIT changed();
}

void WatchController::tick()
{
    if (!m_await)
        return;
    m_watched.elapsed = milliseconds(m_clock.elapsed());
    if (const PortWatch *const watch = m_await->portWatch()) {
        m_watched.rounds = watch->rounds();
        m_watched.nameUnknown = watch->isNameUnknown();
        if (watch->lastTry() && watch->lastTry()->isChosen)
            m_watched.last = watch->lastTry()->state;
    }
    Q_EMIT changed();
}

// --- what appears --------------------------------------------------------------------------------------

void WatchController::take(const DiscoveredHost &host)
{
    if (!m_await->portWatch()->isChosen(host.address)) // whose page takes the whole result
        m_registry.absorb(sightingOf(host, m_environment.now()));
}

void WatchController::ended()
{
    const std::unique_ptr<Await> await = std::move(m_await);
    m_ticker.stop();
    m_watched.elapsed = milliseconds(m_clock.elapsed());
    const JobResult &result = await->result();
    switch (result.outcome) {
    case Outcome::Verified:
    case Outcome::NotVerified:
        show(*await);
        return;
    case Outcome::Cancelled:
        m_watched.state = Watched::State::Stopped;
        m_declined.insert(m_watched.gateway);
        break;
    case Outcome::TimedOut:
        m_watched.state = Watched::State::Expired;
        m_declined.insert(m_watched.gateway);
        break;
    default:
        m_watched.state = Watched::State::Failed;
        m_watched.error = result.error;
        m_declined.insert(m_watched.gateway);
    }
    Q_EMIT changed();
}

void WatchController::show(const Await &await)
{
    JobResult result = await.result();
    const bool isElsewhere = await.wasFoundElsewhere() || m_watched.gateway.isEmpty();
    const QString id = isElsewhere ? m_registry.idAt(result.host) : m_watched.gateway;
    const Watched before = std::exchange(m_watched, {});
    if (isElsewhere && !before.host.isEmpty())
        result.warnings.prepend(Message(Sentence::AppearedElsewhere,
                                        QStringList{displayText(result.host), displayText(before.host)}));
    if (const Gateway *const gateway = m_registry.find(id)) {
        const QString name = gatewayNamed(*gateway);
        const bool mayLeave = !m_current || !m_current->controller.isBusy();
        if (GatewayPage *const page = m_book.open(id))
            page->controller.takeTest(result, m_steps, before.port);
        if (mayLeave)
            m_discovery.select(id);
        Q_EMIT found(tr("A Modbus server has appeared: %1.").arg(name));
    }
    Q_EMIT changed();
}

} // namespace Sigen
