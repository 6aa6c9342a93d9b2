#include "ui/controllers/keeponcontroller.h"

#include "core/safefile.h"
#include "protocol/profile.h"
#include "registry/registry.h"
#include "settings/acceptedprofiles.h"
#include "settings/settings.h"
#include "ui/controllers/backgroundservice.h"
#include "ui/controllers/gatewaybook.h"
#include "ui/controllers/keeponhistory.h"
#include "ui/controllers/situation.h"
#include "ui/models/hostrow.h"
#include "words/advice.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;
using State = KeepOn::State;

KeepOnController::KeepOnController(Registry &registry, GatewayBook &book, Settings &settings,
                                   BackgroundService &service, KeepOnEnvironment environment, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_book(book)
    , m_settings(settings)
    , m_service(service)
    , m_environment(std::move(environment))
{
    connect(&m_book, &GatewayBook::pageOpened, this, &KeepOnController::openPage);
    connect(&m_registry, &Registry::merged, this, &KeepOnController::merge);
    connect(&m_registry, &Registry::changed, this, &KeepOnController::follow);
    connect(&m_service, &BackgroundService::changed, this, [this] {
        for (const auto &[id, keeper] : m_keepers) {
            if (!m_service.isBusy() && keeper->settings().isWanted
                && keeper->settings().state == State::Elsewhere)
                begin(id); // unless it still is
            Q_EMIT changed(id);
        }
    });
}

KeepOnController::~KeepOnController() = default;

// --- what there is ---------------------------------------------------------------------------------------

const GatewayKeeper *KeepOnController::find(const QString &gateway) const
{
    const auto found = m_keepers.find(gateway);
    return found == m_keepers.end() ? nullptr : found->second.get();
}

QString KeepOnController::hostOf(const QString &gateway) const
{
    const Gateway *const known = m_registry.find(gateway);
    return known ? accountHost(*known) : QString();
}

/// Without a sign-in there is only looking.
static bool looksOnly(const Gateway &gateway, const GatewayPage *page)
{
    return hasNoSignIn(gateway.place()) && !(page && page->controller.isSignedIn());
}

static GatewayTarget wayTo(const Gateway &gateway)
{
    return targetBy(formFor(gateway), gateway);
}

KeepOn KeepOnController::keepOn(const QString &gateway) const
{
    const Gateway *const known = m_registry.find(gateway);
    const GatewayKeeper *const keeper = find(gateway);
    KeepOn keepOn = keeper ? keeper->keepOn() : KeepOn();
    if (!known)
        return keepOn;
    const GatewayPage *const page = m_book.page(gateway);
    keepOn.isDemo = known->demo;
    if (keepOn.state == State::Off) { // what would be
        keepOn.isPassive = looksOnly(*known, page);
        keepOn.port = page        ? page->controller.modbusPort()
            : known->modbusPort() ? known->modbusPort()
                                  : keepOn.port;
    }
    keepOn.isPasswordOfRun =
        keepOn.state == State::Running && !keepOn.isPassive && !isPasswordRemembered(*known);
    keepOn.isService =
        keepOn.state == State::Elsewhere && (hasService(gateway) || m_service.isChanging(hostOf(gateway)));
    return keepOn;
}

QString KeepOnController::titleOf(const QString &gateway) const
{
    const Gateway *const known = m_registry.find(gateway);
    return known ? gatewayNamed(*known) : QString();
}

std::optional<Question> KeepOnController::question(const QString &gateway) const
{
    const Gateway *const known = m_registry.find(gateway);
    const GatewayPage *const page = m_book.page(gateway);
    if (!known || looksOnly(*known, page))
        return std::nullopt;
    PageSession session = page ? page->controller.session() : PageSession();
    session.way = targetOf(*known);
    const bool accepted = isAccepted(*session.way);
    if (accepted && session.changeConfirmed)
        return std::nullopt;
    GatewayFacts about = gatewayFacts(*known, session);
    if (accepted)
        about.ownProfile.clear();
    return withProfile(keepOnQuestion(about, keepOn(gateway).interval), about);
}

/// How it is spoken to: as in the session, else as last time. Only the former has a password.
GatewayTarget KeepOnController::targetOf(const Gateway &gateway) const
{
    const GatewayPage *const page = m_book.page(gateway.id);
    return page && page->controller.isSignedIn() ? *page->controller.session().way : wayTo(gateway);
}

bool KeepOnController::isAccepted(const GatewayTarget &target) const
{
    const AcceptedProfiles *const accepted = m_environment.acceptedProfiles;
    return accepted ? accepted->contains(target.profile, target.host, target.webSocketPort)
                    : isBuiltIn(target.profile);
}

bool KeepOnController::isKeeping() const
{
    return std::any_of(m_keepers.cbegin(), m_keepers.cend(),
                       [](const auto &each) { return each.second->isRunning(); });
}

bool KeepOnController::isChangeUnderWay() const
{
    return std::any_of(m_keepers.cbegin(), m_keepers.cend(),
                       [](const auto &each) { return each.second->isChanging(); });
}

QStringList KeepOnController::listed() const
{
    QStringList all = m_kept;
    for (const auto &[id, keeper] : m_keepers) {
        const KeepOn keepOn = keeper->keepOn();
        const bool hasFailed = keepOn.state == State::Failed
            || (keepOn.state == State::Ended && keepOn.end != WatchEnd::TurnedOff);
        if (hasFailed && !all.contains(id))
            all += id;
    }
    return all;
}

QStringList KeepOnController::mended() const
{
    QStringList all;
    for (const auto &[id, keeper] : m_keepers) {
        if (keeper->settings().mends())
            all += id;
    }
    return all;
}

Question KeepOnController::closeQuestion() const
{
    const auto found = std::find_if(m_keepers.cbegin(), m_keepers.cend(),
                                    [](const auto &each) { return each.second->isChanging(); });
    const Gateway *const known = found == m_keepers.cend() ? nullptr : m_registry.find(found->first);
    return known ? closeDuringChangeQuestion(gatewayFacts(*known, {})) : Question();
}

HistoryContext KeepOnController::historyContext(const GatewayKeeper &keeper, const QLocale &locale) const
{
    const KeepOn keepOn = this->keepOn(keeper.gateway());
    const Gateway *const known = m_registry.find(keeper.gateway());
    return {m_environment.now(),
            keeper.provedUntil(),
            locale,
            known ? known->host() : QString(),
            keepOn.isPassive,
            keepOn.state == State::Running ? std::optional(keepOn.interval) : std::nullopt};
}

QList<KeepOnRow> KeepOnController::rows(const QString &gateway, const QLocale &locale) const
{
    const GatewayKeeper *const keeper = find(gateway);
    return keeper ? historyRows(keeper->history(), historyContext(*keeper, locale)) : QList<KeepOnRow>();
}

KeepOnStrip KeepOnController::strip(const QString &gateway, int hours, const QLocale &locale) const
{
    const GatewayKeeper *const keeper = find(gateway);
    return keeper ? historyStrip(keeper->history(), hours, historyContext(*keeper, locale)) : KeepOnStrip();
}

bool KeepOnController::hasHistory(const QString &gateway) const
{
    const GatewayKeeper *const keeper = find(gateway);
    return keeper && !keeper->history().isEmpty();
}

QString KeepOnController::suggestedHistoryName() const
{
    return u"sigen-modbus-history-%1.csv"_s.arg(
        m_environment.now().toLocalTime().date().toString(Qt::ISODate));
}

QString KeepOnController::saveHistory(const QString &gateway, const QString &path) const
{
    const GatewayKeeper *const keeper = find(gateway);
    const WatchHistory history = keeper ? keeper->history() : WatchHistory();
    const bool isJson = QFileInfo(path).suffix().startsWith("json"_L1, Qt::CaseInsensitive);
    const Error error = writeSafely(path, isJson ? historyJsonLines(history) : historyCsv(history));
    return error ? tr("The history was not saved: %1", "a sentence").arg(errorMessage(error)) : QString();
}

// --- beginning and ending --------------------------------------------------------------------------------

GatewayKeeper &KeepOnController::keeperOf(const QString &gateway)
{
    std::unique_ptr<GatewayKeeper> &keeper = m_keepers[gateway];
    if (!keeper) {
        keeper = std::make_unique<GatewayKeeper>(gateway, m_environment);
        keeper->reload();
        connectKeeper(*keeper);
    }
    return *keeper;
}

void KeepOnController::setWanted(GatewayKeeper &keeper, bool wanted)
{
    keeper.settings().isWanted = wanted;
    m_kept.removeAll(keeper.gateway());
    if (wanted)
        m_kept.append(keeper.gateway());
    store();
}

void KeepOnController::store()
{
    QList<KeptOn> kept;
    for (const QString &gateway : std::as_const(m_kept)) {
        const KeepOn &each = keeperOf(gateway).settings();
        kept.append({gateway, each.interval, each.isPassive});
    }
    m_settings.setKeptOn(kept);
}

void KeepOnController::resume()
{
    const QList<KeptOn> kept = m_settings.keptOn();
    for (const KeptOn &each : kept) {
        if (!m_registry.find(each.gateway))
            continue;
        GatewayKeeper &keeper = keeperOf(each.gateway);
        keeper.settings().interval = each.interval;
        keeper.settings().isPassive = each.passive;
        keeper.settings().isWanted = true;
        m_kept.append(each.gateway);
        keeper.end(State::Elsewhere); // until it is known whether a service has it
    }
    m_service.ask();
    if (!m_service.isBusy()) {
        for (const QString &gateway : QStringList(m_kept))
            begin(gateway);
    }
}

void KeepOnController::start(const QString &gateway)
{
    const Gateway *const known = m_registry.find(gateway);
    if (!known || known->demo || keeperOf(gateway).isRunning())
        return;
    GatewayKeeper &keeper = keeperOf(gateway);
    keeper.settings().isPassive = looksOnly(*known, m_book.page(gateway));
    if (AcceptedProfiles *const accepted = m_environment.acceptedProfiles;
        accepted && !keeper.settings().isPassive) {
        const GatewayTarget way = targetOf(*known); // its service knows it by its name
        for (const QString &host : {way.host, accountHost(*known)})
            accepted->add(way.profile, host, way.webSocketPort);
    }
    keeper.askFor();
    setWanted(keeper, true);
    m_registry.keep(gateway); // it is to be found again at the next start
    begin(gateway);
}

void KeepOnController::stop(const QString &gateway)
{
    GatewayKeeper &keeper = keeperOf(gateway);
    setWanted(keeper, false);
    keeper.end(State::Off);
    if (hasService(gateway))
        m_service.remove(hostOf(gateway));
}

void KeepOnController::setInterval(const QString &gateway, int seconds)
{
    GatewayKeeper &keeper = keeperOf(gateway);
    keeper.setInterval(seconds);
    if (keeper.settings().isWanted)
        store();
}

void KeepOnController::begin(const QString &gateway)
{
    const Gateway *const known = m_registry.find(gateway);
    GatewayKeeper &keeper = keeperOf(gateway);
    if (!known || keeper.isRunning())
        return;
    m_told.remove(gateway);
    if (m_service.stateOf(hostOf(gateway)) == "running"_L1) {
        keeper.waitElsewhere();
        keeper.lookElsewhere(wayTo(*known), *known);
        return;
    }
    const GatewayPage *const page = m_book.page(gateway);
    const quint16 port = page ? page->controller.modbusPort() : known->modbusPort();
    keeper.settings().port = port ? port : wayTo(*known).profile.defaultModbusPort;
    if (keeper.settings().isPassive)
        keeper.begin(wayTo(*known), *known, nullptr);
    else
        beginActively(keeper, *known);
}

void KeepOnController::beginActively(GatewayKeeper &keeper, const Gateway &gateway)
{
    auto account = std::make_unique<Account>(m_environment.secrets, accountHost(gateway));
    account->setEntries(gateway.remembered);
    const GatewayPage *const page = m_book.page(gateway.id);
    const SignInForm form = formFor(gateway);
    GatewayTarget target = targetOf(gateway);
    if (page && page->controller.isSignedIn()) {
        target.expectedSerial = page->controller.session().serial;
        account->offer(target.credentials.username, target.credentials.password);
    } else if ((page && page->controller.session().signIn == SignInState::Refused)
               || !account->hasPassword(form.username)) {
        keeper.end(State::NeedsSignIn);
        return;
    } else if (const FormProblem problem = formProblem(form, *account);
               problem.kind != FormProblem::Kind::None) {
        fail(keeper, formProblemText(problem));
        return;
    }
    if (!isAccepted(target))
        fail(keeper,
             tr("Its profile is another one than the one that was accepted. Switch this on again to see "
                "what would be sent."));
    else
        keeper.begin(target, gateway, std::move(account));
}

/// Before anything was sent. It stays wanted, for the next start.
void KeepOnController::fail(GatewayKeeper &keeper, const QString &sentence)
{
    keeper.settings().error = {ErrorCode::Usage, {}, sentence};
    keeper.end(State::Failed);
}

void KeepOnController::refresh(const QString &gateway)
{
    const Gateway *const known = m_registry.find(gateway);
    if (!known || known->demo)
        return;
    GatewayKeeper &keeper = keeperOf(gateway);
    keeper.reload();
    keeper.lookElsewhere(wayTo(*known), *known);
}

} // namespace Sigen
