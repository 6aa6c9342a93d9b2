#include "ui/controllers/discoverycontroller.h"

#include "core/displaytext.h"
#include "network/addresspolicy.h"
#include "network/ipv4network.h"
#include "network/typedendpoint.h"
#include "ui/controllers/demogateway.h"
#include "workflow/advice.h"

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr std::chrono::seconds ageInterval{30};

DiscoveryController::DiscoveryController(DiscoveryEnvironment environment, QObject *parent)
    : QObject(parent)
    , m_environment(std::move(environment))
{
    connect(&m_rows, &HostRows::currentIndexChanged, this, &DiscoveryController::currentIndexChanged);
    connect(&m_rows, &HostRows::gatewayChanged, this, &DiscoveryController::gatewayChanged);
    connect(&m_rows, &HostRows::rowsMerged, this, &DiscoveryController::rowsMerged);
    connect(&m_rows, &HostRows::gatewaySeen, this, &DiscoveryController::gatewaySeen);
    connect(&m_ageTimer, &QTimer::timeout, this,
            [this] { hosts()->setNow(QDateTime::currentDateTimeUtc()); });
    m_ageTimer.start(ageInterval);
    refreshNetworks();
}

DiscoveryController::~DiscoveryController() = default;

// --- networks
// ------------------------------------------------------------------------------------------------------

void DiscoveryController::refreshNetworks()
{
    keepChoice();
}

bool DiscoveryController::keepChoice()
{
    const NetworkChoice wished = m_choices.value(m_currentChoice);
    bool isThere = wished.networks.isEmpty();
    m_interfaces = m_environment.interfaces();
    m_choices = networkChoices(m_interfaces, m_customNetwork);
    m_currentChoice = 0;
    for (int i = 0; i < m_choices.size(); ++i) {
        if (m_choices.at(i).asksForNetwork || m_choices.at(i).networks != wished.networks)
            continue;
        m_currentChoice = i;
        isThere = true;
    }
    Q_EMIT choicesChanged();
    if (!isThere)
        setStatus([network = wished.networks.join(", "_L1)] {
            return tr("This computer is not in %1 any more: choose what to search, or press Scan to search "
                      "all "
                      "its networks.")
                .arg(network);
        });
    return isThere;
}

void DiscoveryController::setCurrentChoice(int index)
{
    if (index < 0 || index >= m_choices.size() || m_choices.at(index).asksForNetwork
        || index == m_currentChoice)
        return;
    m_currentChoice = index;
    Q_EMIT choicesChanged();
}

void DiscoveryController::restoreChoice(const QStringList &networks)
{
    const auto indexOf = [&] {
        for (int i = 0; i < m_choices.size(); ++i) {
            if (!m_choices.at(i).asksForNetwork && m_choices.at(i).networks == networks)
                return i;
        }
        return -1;
    };
    if (indexOf() < 0) {
        m_customNetwork = networks;
        m_choices = networkChoices(m_interfaces, m_customNetwork);
    }
    m_currentChoice = std::max(0, indexOf());
    Q_EMIT choicesChanged();
}

QString DiscoveryController::setCustomNetwork(const QString &typed)
{
    const QStringList networks{typed.trimmed()};
    ScanPlanOptions options;
    options.networks = networks;
    const ScanPlanOrError plan = planScan(m_interfaces, options);
    if (const auto *error = std::get_if<ScanPlanError>(&plan))
        return error->text();
    restoreChoice(networks);
    return {};
}

// --- scanning
// ------------------------------------------------------------------------------------------------------

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
    options.networks = m_choices.at(m_currentChoice).networks;
    const ScanPlanOrError planned = planScan(m_interfaces, options);
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
    Question question;
    question.title = tr("Scan a large network?");
    question.text =
        tr("%1 has %2 addresses. Scanning them takes a while and may be noticed by whoever looks after "
           "the network.")
            .arg(planName(plan), m_locale.toString(plan.size));
    question.sent =
        tr("Each address is asked whether it accepts connections on the gateway's two ports; nothing is "
           "changed and no password is sent.");
    question.acceptText = tr("&Scan");
    question.rejectText = tr("&Cancel");
    Q_EMIT confirmationRequired(question);
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
    options.networks = m_choices.at(m_currentChoice).networks;
    const ScanPlanOrError planned = planScan(m_interfaces, options);
    const auto *const plan = std::get_if<ScanPlan>(&planned);
    if (!plan)
        setStatus([] { return tr("This computer has no network to search."); });
    else if (!isHomeSized(*plan))
        setStatus([] { return tr("This network is larger than a home's: press Scan to search it."); });
    else if (!isAttached(*plan))
        setStatus([plan = *plan] {
            return tr("This computer is not in %1: press Scan to search it all the same.")
                .arg(planName(plan));
        });
    else
        begin(*plan, false);
}

void DiscoveryController::begin(const ScanPlan &plan, bool asked)
{
    ScanOptions options = scanOptions();
    for (const HostRow &row : hosts()->rows()) {
        const QHostAddress address(row.remembered ? row.remembered->host : QString());
        bool isIpv4 = false;
        const quint32 number = address.toIPv4Address(&isIpv4);
        // By itself the program asks nobody outside the networks that it names.
        if (isIpv4 && isPrivateAddress(address) && (asked || plan.rangeOf(number)))
            options.knownAddresses += address;
    }
    m_plan = plan;
    m_stopped = false;
    m_coverage = {};
    m_done = 0;
    m_total = static_cast<int>(std::min<quint64>(plan.size, std::numeric_limits<int>::max()));
    m_gateways = 0;
    m_rows.beginSeeing();
    m_scan = m_environment.makeScan(plan, std::move(options));
    connect(m_scan.get(), &NetworkScan::hostFound, this,
            [this](const DiscoveredHost &host) { m_rows.take(m_rows.keyOf(host.address), host); });
    connect(m_scan.get(), &NetworkScan::progressChanged, this, [this](int done, int total, int gateways) {
        m_done = done;
        m_total = total;
        m_gateways = gateways;
        renderStatus();
        Q_EMIT progressChanged();
    });
    connect(m_scan.get(), &Operation::finished, this, &DiscoveryController::scanEnded);
    m_scanClock.start();
    setStatus([this] { return progressWords(); });
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
    m_scanMs = m_scanClock.elapsed();
    m_done = scan->done();
    m_total = scan->total();
    m_gateways = scan->gateways();
    m_hasScanned = true;
    m_stopped = scan->error().code == ErrorCode::Cancelled;

    // Which address of a plant is the recommended one is known only now.
    const QList<DiscoveredHost> found = scan->hosts();
    for (const DiscoveredHost &host : found)
        m_rows.take(m_rows.keyOf(host.address), host);
    m_coverage = scan->coverage();
    if (!scan->error()) {
        const auto covered = [this, &scan](const QHostAddress &address) {
            bool isIpv4 = false;
            const quint32 number = address.toIPv4Address(&isIpv4);
            return isIpv4 && m_plan.rangeOf(number) != nullptr && !scan->wasNotAsked(number);
        };
        m_rows.dropUnseen(covered, found);
    }
    if (m_coverage.askedNothing)
        setStatus([this] { return m_coverage.text(); });
    else if (scan->error() && !m_stopped)
        setStatus([error = scan->error()] { return errorMessage(error); });
    else
        setStatus([this] { return resultWords(); });
    Q_EMIT scanningChanged();
    Q_EMIT progressChanged();
}

QString DiscoveryController::gatewayCount() const
{
    return m_gateways == 1 ? tr("1 gateway") : tr("%n gateways", nullptr, m_gateways);
}

QString DiscoveryController::progressWords() const
{
    const QString name = planName(m_plan);
    const QString done = m_locale.toString(m_done);
    const QString total = m_locale.toString(m_total);
    return m_gateways == 0 ? tr("Scanning %1 — %2 of %3").arg(name, done, total)
                           : tr("Scanning %1 — %2 of %3, %4").arg(name, done, total, gatewayCount());
}

QString DiscoveryController::resultWords() const
{
    const QString name = planName(m_plan);
    const QString addresses = m_done == 1 ? tr("1 address") : tr("%n addresses", nullptr, m_done);
    const QString seconds = tr("%1 s").arg(m_locale.toString(static_cast<double>(m_scanMs) / 1000.0, 'f', 1));
    if (m_stopped)
        return tr("%1 — stopped after %2, %3").arg(name, addresses, gatewayCount());
    if (!m_coverage.isComplete())
        return tr("%1 — incomplete, %2. %3", "networks, gateways, what is missing and why")
            .arg(name, gatewayCount(), m_coverage.text());
    return tr("%1 — %2 in %3, %4").arg(name, addresses, seconds, gatewayCount());
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
    if (m_scan)
        return tr("Searching this computer's networks. Nothing is changed and no password is sent while "
                  "searching.");
    if (!m_hasScanned)
        return tr("Nothing was searched yet.");
    if (!m_coverage.isComplete())
        return m_coverage.text();
    return tr("No gateway was found. It may be on another network, or answer to its address only: the "
              "router's list "
              "of devices has it.");
}

// --- single hosts
// --------------------------------------------------------------------------------------------------

static QString hostProblem(const QString &typed)
{
    const QString shown = displayText(withoutUserInfo(typed.trimmed()), 60);
    const std::optional<TypedEndpoint> endpoint = typedEndpoint(typed);
    if (!endpoint)
        return DiscoveryController::tr("“%1” is not a host name or an address.").arg(shown);
    const quint16 usual = builtInProfile(builtInProfileNames().constFirst()).defaultModbusPort;
    if (!endpoint->port || endpoint->port == usual)
        return DiscoveryController::tr("“%1” is not a host name or an address: type %2 alone.")
            .arg(shown, endpoint->host);
    return DiscoveryController::tr("“%1” is not a host name or an address: type %2 alone. The WebSocket port "
                                   "is set where you sign in, under Advanced.")
        .arg(shown, endpoint->host);
}

QString DiscoveryController::addByAddress(const QString &typed)
{
    const std::optional<QString> host = normalizedHost(typed);
    const bool isRange = host && QHostAddress(*host).isNull() && isMeantAsIpv4Range(*host);
    if (!host || isRange)
        return hostProblem(typed);
    const QHostAddress address(*host);
    if (!address.isNull() && !isHostAddress(address))
        return tr("No device has the address %1. Use the gateway's own: the router's list of devices has it.")
            .arg(*host);
    if (!address.isNull() && !isPrivateAddress(address))
        return tr("%1 is not on a private network; only those are contacted.").arg(*host);
    QString key = m_rows.keyOfHost(*host);
    if (key.isEmpty()) {
        HostRow row;
        key = row.key = u"added:"_s + *host;
        row.addedAs = *host;
        row.webSocketPort = m_environment.webSocketPort;
        row.modbusPort = m_environment.modbusPort;
        m_rows.put(row);
    }
    ask(key, *host, m_environment.webSocketPort, m_environment.modbusPort);
    m_rows.setCurrentKey(key);
    return {};
}

void DiscoveryController::ask(const QString &key, const QString &host, quint16 webSocketPort,
                              quint16 modbusPort)
{
    if (m_queries.contains(key))
        return;
    ScanOptions options = scanOptions();
    options.webSocketPort = webSocketPort;
    options.modbusPort = modbusPort;
    auto query = std::make_unique<HostQuery>(host, m_interfaces, options, m_environment.makeScan);
    connect(query.get(), &HostQuery::hostFound, this, [this, key](const DiscoveredHost &found) {
        if (hosts()->rowOf(key) >= 0) {
            m_rows.take(key, found);
            return;
        }
        m_rows.take(m_rows.keyOf(found.address), found); // merged into another row meanwhile
    });
    connect(query.get(), &Operation::finished, this, [this, key] { asked(key); });
    m_rows.setProbing(key, true);
    query->start();
    m_queries.emplace(key, std::move(query));
}

void DiscoveryController::asked(const QString &key)
{
    const auto found = m_queries.find(key);
    const std::unique_ptr<HostQuery> query = std::move(found->second);
    m_queries.erase(found);
    for (const HostRow &row : QList<HostRow>(hosts()->rows())) {
        if (row.probing && !m_queries.contains(row.key))
            m_rows.setProbing(row.key, false);
    }
    m_rows.noteAnswer(key, query->refusedPorts(), query->error().code == ErrorCode::HostNotFound);
    const Error error = query->error();
    if (error && error.code != ErrorCode::Cancelled)
        Q_EMIT problemOccurred(errorMessage(error));
}

// --- demo
// ----------------------------------------------------------------------------------------------------------

QString DiscoveryController::demoKey()
{
    return u"demo"_s;
}

QString DiscoveryController::demoUsername() const
{
    return DemoGateway::username();
}

Secret DiscoveryController::demoPassword() const
{
    return m_demo ? m_demo->password() : Secret();
}

void DiscoveryController::startDemo()
{
    if (!m_demo) {
        auto demo = std::make_unique<DemoGateway>(m_environment.profile);
        QString reason;
        if (!demo->start(&reason)) {
            Q_EMIT problemOccurred(tr("The demo gateway could not be started: %1").arg(displayText(reason)));
            return;
        }
        m_demo = std::move(demo);
        HostRow row;
        row.key = demoKey();
        row.demo = true;
        row.addedAs = m_demo->host();
        row.webSocketPort = m_demo->webSocketPort();
        row.modbusPort = m_demo->modbusPort();
        m_rows.put(row);
        ask(row.key, row.addedAs, row.webSocketPort, row.modbusPort);
        Q_EMIT demoChanged();
    }
    m_rows.setCurrentKey(demoKey());
}

void DiscoveryController::stopDemo()
{
    if (!m_demo)
        return;
    m_queries.erase(demoKey());
    m_rows.remove(demoKey());
    m_demo.reset();
    Q_EMIT demoChanged();
}

// --- rows
// ----------------------------------------------------------------------------------------------------------

void DiscoveryController::setRemembered(const QList<RememberedHost> &hosts)
{
    m_rows.setRemembered(hosts);
}

void DiscoveryController::noteRead(const QString &key, bool on, std::optional<quint16> port,
                                   const QString &serial)
{
    m_rows.noteRead(key, on, port, serial);
}

void DiscoveryController::noteDoubt(const QString &key)
{
    m_rows.noteDoubt(key);
}

void DiscoveryController::noteModbus(const QString &key, ServiceState modbus, quint16 port,
                                     const QString &model, const QString &serial)
{
    m_rows.noteModbus(key, modbus, port, model, serial);
}

void DiscoveryController::selectHost(const QString &host)
{
    const QString key = host.isEmpty() ? QString() : m_rows.keyOfHost(host);
    if (!key.isEmpty())
        m_rows.setCurrentKey(key);
}

void DiscoveryController::setCurrentRow(int row)
{
    m_rows.setCurrent(row);
}

void DiscoveryController::removeRow(int row)
{
    if (row < 0 || row >= hosts()->rowCount())
        return;
    const HostRow &host = hosts()->at(row);
    if (host.demo) {
        stopDemo();
    } else if (!host.remembered) {
        const QString key = host.key;
        m_queries.erase(key);
        m_rows.remove(key);
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
