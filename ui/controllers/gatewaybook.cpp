#include "ui/controllers/gatewaybook.h"

#include "discovery/discoveredhost.h"
#include "registry/registry.h"
#include "ui/controllers/discoverycontroller.h"
#include "ui/models/clocktext.h"
#include "ui/models/hostrow.h"

#include <algorithm>
#include <utility>

namespace Sigen {

GatewayBook::GatewayBook(Registry &registry, DiscoveryController &discovery, GatewayEnvironment environment,
                         QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_discovery(discovery)
    , m_environment(std::move(environment))
{
    connect(&m_discovery, &DiscoveryController::currentIndexChanged, this, &GatewayBook::showCurrent);
    connect(&m_registry, &Registry::merged, this, &GatewayBook::movePage);
    connect(&m_registry, &Registry::changed, this, &GatewayBook::follow);
    connect(m_discovery.hosts(), &QAbstractItemModel::rowsRemoved, this, &GatewayBook::dropOrphans);
}

GatewayBook::~GatewayBook() = default;

void GatewayBook::showCurrent()
{
    const Gateway *const gateway = m_registry.find(m_discovery.currentId());
    GatewayPage *const page = gateway ? &pageFor(*gateway) : nullptr;
    if (page == m_current)
        return;
    m_current = page;
    Q_EMIT currentChanged(page);
}

GatewayPage *GatewayBook::page(const QString &id) const
{
    const auto found = m_pages.find(id);
    return found == m_pages.end() ? nullptr : found->second.get();
}

GatewayPage *GatewayBook::open(const QString &id)
{
    const Gateway *const gateway = m_registry.find(id);
    return gateway ? &pageFor(*gateway) : nullptr;
}

GatewayPage &GatewayBook::pageFor(const Gateway &gateway)
{
    const auto found = m_pages.find(gateway.id);
    if (found != m_pages.end())
        return *found->second;
    auto page = std::make_unique<GatewayPage>(gateway, m_registry, m_environment);
    GatewayPage &made = *page;
    m_pages.emplace(gateway.id, std::move(page));
    if (gateway.demo)
        made.controller.offerCredentials(m_discovery.demo().username(), m_discovery.demo().password());
    wire(made);
    made.controller.setLocale(m_locale);
    made.live.setLocale(m_locale);
    made.diagnosis.setLocale(m_locale);
    Q_EMIT pageOpened(&made);
    return made;
}

void GatewayBook::wire(GatewayPage &page)
{
    GatewayController &controller = page.controller;
    PageJobs &jobs = controller.jobs();
    const auto followEndpoint = [&page] {
        const GatewayTarget way = page.controller.target();
        const QString host = page.controller.modbusHost();
        page.live.setEndpoint(host, page.controller.modbusPort(), way.timeouts);
        page.snippets.setEndpoint(host, page.controller.modbusPort(), way.timeouts);
        const Gateway &gateway = page.controller.gateway();
        page.snippets.setUnits(gateway.isDisplaced() ? QList<FoundUnit>() : gateway.units);
        page.snippets.setPlantSeen(provesPlant(page.controller.gateway().modbus()));
        page.live.setRedactor(page.controller.jobs().redactor());
        page.snippets.setRedactor(page.controller.jobs().redactor());
    };
    connect(&controller, &GatewayController::changed, &page.live, followEndpoint);
    followEndpoint();
    connect(&controller, &GatewayController::deviceChanged, &page.live, [&page] {
        page.live.reset();
        page.snippets.reset();
        page.diagnosis.reset();
        page.evidence.reset();
    });
    connect(&page.diagnosis, &DiagnosisController::runningChanged, &page.live, [&page] {
        // What else this window reads there would show in the link test.
        page.live.setHeld(page.diagnosis.isRunning());
        if (page.diagnosis.isRunning())
            page.snippets.cancel();
    });
    connect(&jobs, &PageJobs::settingRead, this, [this, &page](const SettingRead &read) {
        m_registry.absorb(read);
        if (!read.on)
            page.live.stop(); // there is nobody to ask
    });
    const auto absorb = [this](const auto &evidence) { m_registry.absorb(evidence); };
    connect(&jobs, &PageJobs::settingInDoubt, this, absorb);
    connect(&jobs, &PageJobs::portTested, this, absorb);
    connect(&jobs, &PageJobs::webSocketSeen, this, absorb);
    connect(&jobs, &PageJobs::notAnswering, this, absorb);
    connect(&jobs, &PageJobs::identified, this, [&page, followEndpoint](const ModbusIdentity &identity) {
        followEndpoint();
        page.snippets.setIdentity(identity);
    });
    connect(&page.snippets, &SnippetsController::unitsFound, this,
            [this, &page](const ModbusIdentity &identity) { takeSweep(page, identity); });
    connect(&controller, &GatewayController::signedIn, this, &GatewayBook::takeSignIn);
    connect(&jobs, &PageJobs::lastChangeChanged, this, &GatewayBook::lastChangeTextChanged);
    connect(&controller.account(), &Account::entriesChanged, this, [this, &controller] {
        m_registry.remember(controller.gateway().id, QStringList(controller.account().entries()));
    });
    connect(&controller, &GatewayController::keychainFailed, this, &GatewayBook::keychainFailed);
    connect(&jobs, &PageJobs::traced, &page.log, &ProtocolLogModel::append);
    connect(&page.live, &LiveValuesController::traced, &page.log, &ProtocolLogModel::append);
    connect(&page.snippets, &SnippetsController::traced, &page.log, &ProtocolLogModel::append);
    connect(&page.diagnosis, &DiagnosisController::traced, &page.log, &ProtocolLogModel::append);
    connect(&page.evidence, &EvidenceController::traced, &page.log, &ProtocolLogModel::append);
}

void GatewayBook::takeSweep(const GatewayPage &page, const ModbusIdentity &identity)
{
    ModbusAnswer answer;
    answer.of = page.controller.gateway().id;
    answer.host = page.controller.modbusHost();
    answer.port = {page.controller.modbusPort(), modbusState(identity), m_environment.now()};
    if (!identity.serial().contains(Redactor::mask())) // it tells nothing apart
        answer.serial = identity.serial();
    answer.units = foundUnits(identity);
    answer.allUnitsAsked = identity.allAsked;
    m_registry.absorb(answer);
}

void GatewayBook::takeSignIn(const SignIn &signIn)
{
    const Changes changes = m_registry.absorb(signIn);
    for (const Changes::Displacement &displaced : changes.displaced) {
        if (displaced.gateway != signIn.of)
            continue;
        // The session is with another gateway than the page's: it goes there, and so does the user.
        movePage(signIn.of, displaced.by);
        if (m_discovery.currentId() == signIn.of)
            m_discovery.select(displaced.by);
    }
}

void GatewayBook::follow(const Changes &changes)
{
    for (auto each = changes.changed.keyBegin(); each != changes.changed.keyEnd(); ++each) {
        const auto page = m_pages.find(*each);
        const Gateway *const gateway = m_registry.find(*each);
        if (page != m_pages.end() && gateway)
            page->second->controller.setGateway(Gateway(*gateway));
    }
    dropOrphans();
    Q_EMIT lastChangeTextChanged(); // the gateway's name may be another now
}

/// The page that was worked on stays, as that of \a into.
void GatewayBook::movePage(const QString &from, const QString &into)
{
    const auto page = m_pages.find(from);
    const Gateway *const gateway = m_registry.find(into);
    if (page == m_pages.end() || !gateway)
        return;
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
    at->second->controller.setGateway(Gateway(*gateway));
}

void GatewayBook::removePage(const QString &id)
{
    const auto found = m_pages.find(id);
    const std::unique_ptr<GatewayPage> page = std::move(found->second);
    m_pages.erase(found);
    if (m_current == page.get()) {
        m_current = nullptr;
        Q_EMIT currentChanged(nullptr);
    }
    Q_EMIT pageRemoved(page.get());
}

void GatewayBook::forget(const QString &id)
{
    const Gateway *const gateway = m_registry.find(id);
    if (!gateway)
        return;
    const QString username = gateway->way.username;
    GatewayController &controller = pageFor(*gateway).controller;
    // Later, since the page may go with the row.
    connect(
        &controller, &GatewayController::forgotten, this, [this, id] { m_registry.forget(id); },
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    controller.forget(username);
}

void GatewayBook::dropOrphans()
{
    QStringList orphans;
    for (const auto &[id, page] : m_pages) {
        // A change that is under way is not taken away with its row; but a demo that was stopped has ended.
        const GatewayController &controller = page->controller;
        if (m_discovery.hosts()->rowOf(id) < 0
            && (controller.gateway().demo || !controller.session().isChangeUnderWay()))
            orphans += id;
    }
    for (const QString &id : std::as_const(orphans))
        removePage(id);
}

bool GatewayBook::isChangeUnderWay() const
{
    return std::any_of(m_pages.cbegin(), m_pages.cend(), [](const auto &entry) {
        return entry.second->controller.session().isChangeUnderWay();
    });
}

Question GatewayBook::closeQuestion() const
{
    for (const auto &[id, page] : m_pages) {
        if (page->controller.session().isChangeUnderWay())
            return page->controller.closeQuestion();
    }
    return {};
}

QString GatewayBook::lastChangeText() const
{
    LastChange last;
    QString title;
    for (const auto &[id, page] : m_pages) {
        const LastChange &change = page->controller.session().lastChange;
        if (change.at.isValid() && (!last.at.isValid() || change.at > last.at)) {
            last = change;
            title = gatewayNamed(page->controller.gateway());
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
    for (const auto &[id, page] : m_pages) {
        page->controller.setLocale(locale);
        page->live.setLocale(locale);
        page->diagnosis.setLocale(locale);
    }
    Q_EMIT lastChangeTextChanged();
}

void GatewayBook::retranslate()
{
    for (const auto &[id, page] : m_pages) {
        page->controller.retranslate();
        page->live.retranslate();
        page->snippets.retranslate();
        page->diagnosis.retranslate();
        page->evidence.retranslate();
        page->log.retranslate();
    }
    Q_EMIT lastChangeTextChanged();
}

} // namespace Sigen
