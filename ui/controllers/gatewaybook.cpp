#include "ui/controllers/gatewaybook.h"

#include "ui/controllers/discoverycontroller.h"
#include "ui/controllers/savedgatewayscontroller.h"
#include "ui/models/clocktext.h"

#include <algorithm>
#include <utility>

namespace Sigen {

GatewayBook::GatewayBook(DiscoveryController &discovery, SavedGatewaysController &saved,
                         GatewayEnvironment environment, QObject *parent)
    : QObject(parent)
    , m_discovery(discovery)
    , m_saved(saved)
    , m_environment(std::move(environment))
{
    connect(&m_discovery, &DiscoveryController::currentIndexChanged, this, &GatewayBook::showCurrent);
    connect(&m_discovery, &DiscoveryController::gatewayChanged, this, &GatewayBook::refresh);
    connect(&m_discovery, &DiscoveryController::rowsMerged, this, &GatewayBook::mergePages);
    connect(m_discovery.hosts(), &QAbstractItemModel::rowsRemoved, this, &GatewayBook::dropOrphans);
    connect(&m_discovery, &DiscoveryController::gatewaySeen, &m_saved, &SavedGatewaysController::noteSeen);
    connect(&m_saved, &SavedGatewaysController::changed, this,
            [this] { m_discovery.setRemembered(m_saved.hosts()); });
    m_discovery.setRemembered(m_saved.hosts());
}

GatewayBook::~GatewayBook() = default;

void GatewayBook::showCurrent()
{
    const GatewayRef gateway = m_discovery.currentGateway();
    GatewayPage *const page = gateway.key.isEmpty() ? nullptr : &pageFor(gateway);
    if (page)
        page->controller.setGateway(
            known(gateway)); // discovery may have learned more while another page was shown
    if (page == m_current)
        return;
    m_current = page;
    Q_EMIT currentChanged(page);
}

GatewayPage &GatewayBook::pageFor(const GatewayRef &gateway)
{
    const auto found = m_pages.find(gateway.key);
    if (found != m_pages.end())
        return *found->second;
    auto page = std::make_unique<GatewayPage>(known(gateway), m_environment);
    GatewayPage &made = *page;
    m_pages.emplace(gateway.key, std::move(page));
    if (gateway.demo)
        made.controller.offerCredentials(m_discovery.demoUsername(), m_discovery.demoPassword());
    wire(made);
    made.controller.setLocale(m_locale);
    made.live.setLocale(m_locale);
    return made;
}

Gateway GatewayBook::known(const GatewayRef &ref) const
{
    Gateway gateway = gatewayOf(ref);
    if (!ref.savedId.isEmpty())
        gateway.way = wayBy(m_saved.signInForm(ref.savedId));
    return gateway;
}

void GatewayBook::wire(GatewayPage &page)
{
    GatewayController &controller = page.controller;
    PageJobs &jobs = controller.jobs();
    const auto followEndpoint = [&page] {
        const GatewayTarget way = page.controller.target();
        page.live.setEndpoint(way.host, page.controller.modbusPort(), way.timeouts);
        page.snippets.setEndpoint(way.host, page.controller.modbusPort(), way.timeouts);
        page.live.setRedactor(page.controller.jobs().redactor());
        page.snippets.setRedactor(page.controller.jobs().redactor());
    };
    connect(&controller, &GatewayController::changed, &page.live, followEndpoint);
    followEndpoint();
    connect(&controller, &GatewayController::deviceChanged, &page.live, [&page] {
        page.live.reset();
        page.snippets.reset();
    });
    const auto row = [this, &controller] {
        return m_discovery.gatewayAt(m_discovery.hosts()->rowOf(controller.gateway().id));
    };
    connect(&jobs, &PageJobs::settingRead, this, [this, &page, row](const SettingRead &read) {
        m_discovery.noteRead(read.of, read.on, read.port, read.serial);
        m_saved.noteRead(row(), read.on, read.port, read.serial);
        if (!read.on)
            page.live.stop(); // there is nobody to ask
    });
    connect(&jobs, &PageJobs::settingInDoubt, this,
            [this](const SettingDoubt &doubt) { m_discovery.noteDoubt(doubt.of); });
    connect(&jobs, &PageJobs::portTested, this, [this, row](const ModbusAnswer &answer) {
        m_discovery.noteModbus(answer.of, answer.port.state, answer.port.port, answer.model, answer.serial);
        const GatewayRef gateway = row();
        // Who gives another serial number than the gateway has is no sign of the gateway.
        if (answer.port.state == ServiceState::Answers
            && (answer.serial.isEmpty() || answer.serial == gateway.serial))
            m_saved.noteSeen(gateway);
    });
    connect(&jobs, &PageJobs::identified, this, [&page, followEndpoint](const ModbusIdentity &identity) {
        followEndpoint();
        page.snippets.setIdentity(identity);
    });
    connect(&controller, &GatewayController::signedIn, this, [this, &controller, row](const SignIn &) {
        m_saved.setSignIn(row(), controller.session().form);
    });
    connect(&jobs, &PageJobs::lastChangeChanged, this, &GatewayBook::lastChangeTextChanged);
    connect(&controller, &GatewayController::keychainFailed, this, &GatewayBook::keychainFailed);
    connect(&jobs, &PageJobs::traced, &page.log, &ProtocolLogModel::append);
    connect(&page.live, &LiveValuesController::traced, &page.log, &ProtocolLogModel::append);
    connect(&page.snippets, &SnippetsController::traced, &page.log, &ProtocolLogModel::append);
}

void GatewayBook::refresh(const QString &key)
{
    const auto page = m_pages.find(key);
    const int row = m_discovery.hosts()->rowOf(key);
    if (page != m_pages.end() && row >= 0)
        page->second->controller.setGateway(known(m_discovery.gatewayAt(row)));
}

void GatewayBook::mergePages(const QString &from, const QString &into)
{
    const auto page = m_pages.find(from);
    if (page == m_pages.end())
        return;
    // The page that was worked on stays, under the row's new name.
    const auto other = m_pages.find(into);
    if (other != m_pages.end()) {
        const GatewayController &kept = other->second->controller;
        if (kept.isSignedIn() || kept.isBusy())
            return; // dropOrphans() takes the other one
        removePage(into);
    }
    auto node = m_pages.extract(from);
    node.key() = into;
    const auto at = m_pages.insert(std::move(node)).position;
    Gateway gateway = at->second->controller.gateway();
    gateway.id = into;
    at->second->controller.setGateway(gateway);
}

void GatewayBook::removePage(const QString &key)
{
    const auto found = m_pages.find(key);
    const std::unique_ptr<GatewayPage> page = std::move(found->second);
    m_pages.erase(found);
    if (m_current == page.get()) {
        m_current = nullptr;
        Q_EMIT currentChanged(nullptr);
    }
    Q_EMIT pageRemoved(page.get());
}

void GatewayBook::forget(const QString &savedId)
{
    const QString username = m_saved.signInForm(savedId).username;
    for (int row = 0; row < m_discovery.hosts()->rowCount(); ++row) {
        const GatewayRef gateway = m_discovery.gatewayAt(row);
        if (gateway.savedId != savedId)
            continue;
        GatewayController &controller = pageFor(gateway).controller;
        // Later, since the page may go with the row.
        connect(
            &controller, &GatewayController::forgotten, this, [this, savedId] { m_saved.forget(savedId); },
            Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
        controller.forget(username);
        return;
    }
    m_saved.forget(savedId);
}

void GatewayBook::dropOrphans()
{
    QStringList orphans;
    for (const auto &[key, page] : m_pages) {
        // A change that is under way is not taken away with its row; but a demo that was stopped has ended.
        const GatewayController &controller = page->controller;
        if (m_discovery.hosts()->rowOf(key) < 0
            && (controller.gateway().demo || !controller.session().isChangeUnderWay()))
            orphans += key;
    }
    for (const QString &key : std::as_const(orphans))
        removePage(key);
}

bool GatewayBook::isChangeUnderWay() const
{
    return std::any_of(m_pages.cbegin(), m_pages.cend(), [](const auto &entry) {
        return entry.second->controller.session().isChangeUnderWay();
    });
}

Question GatewayBook::closeQuestion() const
{
    for (const auto &[key, page] : m_pages) {
        if (page->controller.session().isChangeUnderWay())
            return page->controller.closeQuestion();
    }
    return {};
}

QString GatewayBook::lastChangeText() const
{
    LastChange last;
    QString title;
    for (const auto &[key, page] : m_pages) {
        const LastChange &change = page->controller.session().lastChange;
        if (change.at.isValid() && (!last.at.isValid() || change.at > last.at)) {
            last = change;
            title = pageTitle(page->controller.gateway(), page->controller.session());
        }
    }
    if (!last.at.isValid())
        return {};
    const QString at = clockText(last.at, m_locale);
    if (last.unknown)
        return tr("%1: change sent %2, outcome unknown").arg(title, at);
    if (last.otherDevice)
        return tr("%1: changed %2, another device may answer").arg(title, at);
    return (last.verified ? tr("%1: last change verified %2") : tr("%1: changed %2, not verified"))
        .arg(title, at);
}

void GatewayBook::setLocale(const QLocale &locale)
{
    m_locale = locale;
    for (const auto &[key, page] : m_pages) {
        page->controller.setLocale(locale);
        page->live.setLocale(locale);
    }
    Q_EMIT lastChangeTextChanged();
}

void GatewayBook::retranslate()
{
    for (const auto &[key, page] : m_pages) {
        page->controller.retranslate();
        page->live.retranslate();
        page->snippets.retranslate();
        page->log.retranslate();
    }
    Q_EMIT lastChangeTextChanged();
}

} // namespace Sigen
