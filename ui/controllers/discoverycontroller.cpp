#include "ui/controllers/discoverycontroller.h"

#include "core/displaytext.h"
#include "discovery/sighting.h"
#include "network/addresspolicy.h"
#include "ui/controllers/typedhost.h"
#include "words/advice.h"

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr std::chrono::seconds ageInterval{30};

DiscoveryController::DiscoveryController(Registry &registry, DiscoveryEnvironment environment,
                                         QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_environment(std::move(environment))
    , m_asker(registry, m_environment.makeScan)
    , m_rows(registry, [this](const Gateway &gateway) { return m_asker.isAsking(gateway); })
    , m_demo(registry)
{
    connect(&m_asker, &HostAsker::changed, &m_rows, &HostRows::refresh);
    connect(&m_asker, &HostAsker::failed, this, [this](const Error &error) {
        if (error.code != ErrorCode::HostNotFound) // that says the row, and its page
            Q_EMIT problemOccurred(errorMessage(error));
    });
    connect(&m_rows, &HostRows::currentIndexChanged, this, &DiscoveryController::currentIndexChanged);
    connect(&m_ageTimer, &QTimer::timeout, this,
            [this] { hosts()->setNow(QDateTime::currentDateTimeUtc()); });
    m_ageTimer.start(ageInterval);
    refreshNetworks();
    connect(&m_networkTimer, &QTimer::timeout, this, &DiscoveryController::lookForNetworks);
    m_networkTimer.start(m_environment.networkInterval);
}

DiscoveryController::~DiscoveryController() = default;

// --- networks ------------------------------------------------------------------------------------------

void DiscoveryController::refreshNetworks()
{
    keepChoice();
}

/// A cable that was plugged in, Wi-Fi that came up after the program.
void DiscoveryController::lookForNetworks()
{
    if (m_scan || m_environment.interfaces() == m_chooser.interfaces())
        return;
    const QList<LocalInterface> before = m_chooser.interfaces();
    if (!keepChoice())
        return;
    if (m_waitsForNetwork) {
        startAutomatically();
        return;
    }
    const QStringList fresh = newNetworks(before, m_chooser.interfaces());
    if (!fresh.isEmpty())
        setStatus([names = fresh.join(", "_L1)] {
            return tr("%1 has come up: press Scan.", "networks").arg(names);
        });
}

bool DiscoveryController::keepChoice()
{
    const bool isThere = m_chooser.setInterfaces(m_environment.interfaces());
    Q_EMIT choicesChanged();
    if (!isThere)
        setStatus([network = chosenNetworks().join(", "_L1)] {
            return tr("This computer is not in %1 any more: press Scan to try all the same, or choose "
                      "another network.")
                .arg(network);
        });
    return isThere;
}

void DiscoveryController::setCurrentChoice(int index)
{
    if (index < 0 || index >= choices().size() || choices().at(index).asksForNetwork
        || index == currentChoice())
        return;
    restoreChoice(QStringList(choices().at(index).networks));
}

void DiscoveryController::restoreChoice(const QStringList &networks)
{
    m_chooser.choose(networks);
    Q_EMIT choicesChanged();
}

QString DiscoveryController::setCustomNetwork(const QString &typed)
{
    const QStringList networks{typed.trimmed()};
    ScanPlanOptions options;
    options.networks = networks;
    const ScanPlanOrError plan = planScan(m_chooser.interfaces(), options);
    if (const auto *error = std::get_if<ScanPlanError>(&plan))
        return error->text();
    restoreChoice(networks);
    return {};
}

// --- scanning ------------------------------------------------------------------------------------------

ScanOptions DiscoveryController::scanOptions() const
{
    ScanOptions options;
    options.profile = m_environment.profile;
    options.webSocketPort = m_environment.webSocketPort;
    options.modbusPort = m_environment.modbusPort;
    options.timeouts = m_environment.timeouts;
    options.neighbours = m_environment.neighbours;
    return options;
}

void DiscoveryController::scan()
{
    if (m_scan || !keepChoice())
        return;
    ScanPlanOptions options;
    options.networks = chosenNetworks();
    const ScanPlanOrError planned = planScan(m_chooser.interfaces(), options);
    if (const auto *error = std::get_if<ScanPlanError>(&planned)) {
        setStatus([error = *error] { return error.text(); });
        return;
    }
    const auto &plan = std::get<ScanPlan>(planned);
    if (!plan.needsConfirmation) {
        begin(plan, true);
        return;
    }
    m_awaitingConfirmation = plan;
    Q_EMIT confirmationRequired(largeNetworkQuestion(plan, m_locale));
}

void DiscoveryController::confirmScan()
{
    if (!m_awaitingConfirmation || m_scan)
        return;
    ScanPlan plan = *std::exchange(m_awaitingConfirmation, std::nullopt);
    plan.needsConfirmation = false;
    begin(plan, true);
}

void DiscoveryController::startAutomatically()
{
    if (m_scan || !keepChoice())
        return;
    ScanPlanOptions options;
    options.networks = chosenNetworks();
    const ScanPlanOrError planned = planScan(m_chooser.interfaces(), options);
    const auto *const plan = std::get_if<ScanPlan>(&planned);
    m_waitsForNetwork = !plan;
    if (!plan)
        setStatus([] { return tr("This computer has no network to scan."); });
    else if (!isHomeSized(*plan))
        setStatus([] { return tr("This network is larger than a home's: press Scan to begin."); });
    else if (!isAttached(*plan))
        setStatus([plan = *plan] {
            return tr("This computer is not in %1: press Scan to try all the same.").arg(planName(plan));
        });
    else
        begin(*plan, false);
}

void DiscoveryController::begin(const ScanPlan &plan, bool asked)
{
    ScanOptions options = scanOptions();
    for (const Gateway &gateway : m_registry.gateways()) {
        const QHostAddress address(gateway.saved ? gateway.place().address : QString());
        bool isIpv4 = false;
        const quint32 number = address.toIPv4Address(&isIpv4);
        // By itself the program asks nobody outside the networks that it names.
        if (isIpv4 && isPrivateAddress(address) && (asked || plan.rangeOf(number)))
            options.knownAddresses += address;
    }
    m_asker.resolveNames(m_environment.timeouts.connect);
    m_waitsForNetwork = false;
    m_plan = plan;
    m_outcome = {};
    m_outcome.total = static_cast<int>(std::min<quint64>(plan.size, std::numeric_limits<int>::max()));
    m_scan = m_environment.makeScan(plan, std::move(options));
    connect(m_scan.get(), &NetworkScan::hostFound, this, &DiscoveryController::find);
    connect(m_scan.get(), &NetworkScan::progressChanged, this, [this](int done, int total, int gateways) {
        m_outcome.done = done;
        m_outcome.total = total;
        m_outcome.gateways = gateways;
        renderStatus();
        Q_EMIT progressChanged();
    });
    connect(m_scan.get(), &Operation::finished, this, &DiscoveryController::scanEnded);
    m_scanClock.start();
    setStatus([this] { return progressWords(m_plan, m_outcome, m_locale); });
    m_scan->start();
    Q_EMIT scanningChanged();
    Q_EMIT progressChanged();
}

void DiscoveryController::stop()
{
    if (m_scan)
        m_scan->cancel();
}

void DiscoveryController::scanEnded()
{
    const std::unique_ptr<NetworkScan> scan = std::move(m_scan);
    m_outcome.duration = std::chrono::milliseconds(m_scanClock.elapsed());
    m_outcome.done = scan->done();
    m_outcome.total = scan->total();
    m_outcome.gateways = scan->gateways();
    m_hasScanned = true;
    m_outcome.stopped = scan->error().code == ErrorCode::Cancelled;

    // Which address of a plant is the recommended one is known only now.
    const QList<DiscoveredHost> found = scan->hosts();
    for (const DiscoveredHost &host : found)
        find(host);
    m_outcome.likely = static_cast<int>(std::count_if(
        found.cbegin(), found.cend(), [](const auto &host) { return host.kind == HostKind::Likely; }));
    m_outcome.coverage = scan->coverage();
    if (!scan->error())
        m_registry.absorb(ScanEnd{gone(*scan)});
    if (m_outcome.coverage.askedNothing)
        setStatus([this] { return m_outcome.coverage.text(); });
    else if (scan->error() && !m_outcome.stopped)
        setStatus([error = scan->error()] { return errorMessage(error); });
    else
        setStatus([this] { return resultWords(m_plan, m_outcome, m_locale); });
    if (!m_outcome.stopped)
        chooseTheOnlyOne();
    Q_EMIT scanningChanged();
    Q_EMIT progressChanged();
}

bool DiscoveryController::foundGateway() const
{
    return !m_rows.seenIn(HostSection::Gateways).isEmpty() || !m_rows.seenIn(HostSection::Likely).isEmpty();
}

/// Of several nobody knows which one is meant, and a choice that the user has made stays. A likely one is
/// meant where there is no other.
void DiscoveryController::chooseTheOnlyOne()
{
    if (m_userChooses || !currentId().isEmpty())
        return;
    QStringList found = m_rows.seenIn(HostSection::Gateways);
    if (found.isEmpty())
        found = m_rows.seenIn(HostSection::Likely);
    if (found.size() != 1)
        return;
    select(found.constFirst());
    Q_EMIT choseByItself();
}

void DiscoveryController::find(const DiscoveredHost &host)
{
    m_registry.absorb(sightingOf(host, QDateTime::currentDateTimeUtc()));
}

/// Those that this scan would have found.
QStringList DiscoveryController::gone(const NetworkScan &scan) const
{
    QStringList addresses;
    for (const Gateway &gateway : m_registry.gateways()) {
        for (const Place &place : gateway.places) {
            bool isIpv4 = false;
            const quint32 number = QHostAddress(place.address).toIPv4Address(&isIpv4);
            if (isIpv4 && m_plan.rangeOf(number) && !scan.wasNotAsked(number) && !m_asker.isAsking(gateway))
                addresses += place.address;
        }
    }
    for (const DiscoveredHost &host : scan.hosts())
        addresses.removeAll(host.address.toString());
    return addresses;
}

void DiscoveryController::setStatus(const Words &words)
{
    m_statusWords = words;
    renderStatus();
}

void DiscoveryController::renderStatus()
{
    const QString text = m_statusWords ? m_statusWords() : QString();
    if (m_statusText == text)
        return;
    m_statusText = text;
    Q_EMIT statusTextChanged();
}

QString DiscoveryController::emptyText() const
{
    return emptyWords(m_scan != nullptr, m_hasScanned, m_outcome);
}

// --- single hosts --------------------------------------------------------------------------------------

QString DiscoveryController::addByAddress(const QString &typed)
{
    m_userChooses = true;
    const TypedHost host = typedHost(typed);
    if (!host.problem.isEmpty())
        return host.problem;
    m_registry.absorb(Added{host.host, m_environment.webSocketPort, m_environment.modbusPort, false});
    m_asker.ask(host.host, {}, m_chooser.interfaces(), scanOptions());
    select(m_registry.idAt(host.host));
    return {};
}

// --- demo ----------------------------------------------------------------------------------------------

void DiscoveryController::startDemo()
{
    m_userChooses = true;
    if (!m_demo.isRunning()) {
        QString reason;
        if (!m_demo.start(m_environment.profile, &reason)) {
            Q_EMIT problemOccurred(tr("The demo gateway could not be started: %1").arg(displayText(reason)));
            return;
        }
        const Added added = m_demo.added();
        ScanOptions options = scanOptions();
        options.webSocketPort = added.webSocketPort;
        options.modbusPort = added.modbusPort;
        m_asker.ask(added.host, m_demo.id(), {}, options);
        Q_EMIT demoChanged();
    }
    select(m_demo.id());
}

void DiscoveryController::stopDemo()
{
    if (!m_demo.isRunning())
        return;
    m_asker.stop(*m_registry.find(m_demo.id()));
    m_demo.stop();
    Q_EMIT demoChanged();
}

// --- rows ----------------------------------------------------------------------------------------------

void DiscoveryController::select(const QString &id)
{
    m_rows.setCurrent(id);
}

void DiscoveryController::selectHost(const QString &host)
{
    if (const QString id = m_registry.idAt(host); !id.isEmpty())
        select(id);
}

void DiscoveryController::setCurrentRow(int row)
{
    m_userChooses = true;
    const bool isRow = row >= 0 && row < hosts()->rowCount();
    select(isRow ? hosts()->at(row).key() : QString());
}

void DiscoveryController::removeRow(int row)
{
    if (row < 0 || row >= hosts()->rowCount())
        return;
    const Gateway gateway = hosts()->at(row).gateway;
    if (gateway.demo) {
        stopDemo();
    } else if (!gateway.saved) {
        m_asker.stop(gateway);
        m_registry.remove(gateway.id);
    }
}

void DiscoveryController::setLocale(const QLocale &locale)
{
    m_locale = locale;
    hosts()->setLocale(locale);
    renderStatus();
}

void DiscoveryController::retranslate()
{
    refreshNetworks();
    hosts()->retranslate();
    renderStatus();
}

} // namespace Sigen
