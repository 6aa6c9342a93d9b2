#include "ui/controllers/gatewaycontroller.h"

#include "report/textreport.h"
#include "settings/acceptedprofiles.h"

#include <QSysInfo>

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

QString accountHost(const Gateway &gateway)
{
    return gateway.place().name.isEmpty() ? gateway.place().address : gateway.place().name;
}

bool isPasswordRemembered(const Gateway &gateway)
{
    return gateway.remembered.contains(secretKey(formFor(gateway).username, accountHost(gateway)));
}

GatewayController::GatewayController(Gateway gateway, GatewayEnvironment environment, QObject *parent)
    : QObject(parent)
    , m_gateway(std::move(gateway))
    , m_environment(std::move(environment))
    , m_jobs(m_gateway, m_session, m_environment)
    , m_account(m_gateway.demo ? nullptr : m_environment.secrets, accountHost(m_gateway))
    , m_signIn(m_gateway, m_session, m_environment, m_jobs, m_account)
{
    m_account.setEntries(m_gateway.remembered);
    m_ticker.setInterval(std::chrono::seconds(1));
    connect(&m_ticker, &QTimer::timeout, this, &GatewayController::changed);
    connect(&m_jobs, &PageJobs::changed, this, &GatewayController::changed);
    connect(&m_jobs, &PageJobs::readEnded, &m_signIn, &PageSignIn::takeReading);
    connect(&m_signIn, &PageSignIn::changed, this, &GatewayController::changed);
    connect(&m_signIn, &PageSignIn::signedIn, this, &GatewayController::signedIn);
    connect(&m_signIn, &PageSignIn::ended, this, &GatewayController::endJob);
    connect(&m_jobs, &PageJobs::ended, this, &GatewayController::endJob);
    connect(&m_jobs, &PageJobs::otherGatewayAnswered, this, &GatewayController::leaveOtherGateway);
    connect(&m_account, &Account::changed, this, &GatewayController::changed);
    connect(&m_account, &Account::emptied, this, &GatewayController::forgotten);
    connect(&m_account, &Account::removalFailed, this,
            [this](const AccountProblem &problem) { Q_EMIT keychainFailed(accountSentence(problem)); });
}

GatewayController::~GatewayController() = default;

void GatewayController::setGateway(const Gateway &gateway)
{
    // A name that got its address, or lost it, is still the place that the user named.
    const bool isElsewhere = !gateway.place().isAt(m_gateway.host());
    const bool hasAnotherMac =
        !m_gateway.mac().isEmpty() && !gateway.mac().isEmpty() && gateway.mac() != m_gateway.mac();
    const bool isDisplaced = gateway.isDisplaced() && !m_gateway.isDisplaced();
    const bool isAnother = isElsewhere || hasAnotherMac || isDisplaced;
    m_next.reset();
    if (isAnother && isBusy()) {
        m_next = gateway; // what is under way was begun with the old address, and ends there
        return;
    }
    if (m_gateway == gateway)
        return;
    if (m_gateway.remembered != gateway.remembered)
        m_account.setEntries(gateway.remembered);
    m_gateway = gateway;
    if (isAnother)
        reset();
    Q_EMIT changed();
}

void GatewayController::reset()
{
    // Who answers from now on has only claimed to be this gateway, or not even that: it gets no password
    // unasked, and nothing that was seen before is said of it.
    m_session = {};
    m_asked.reset();
    m_repeat = {};
    m_ticker.stop();
    m_account.moveTo(accountHost(m_gateway));
    Q_EMIT deviceChanged();
    Q_EMIT m_jobs.lastChangeChanged();
}

void GatewayController::leaveOtherGateway()
{
    const std::optional<FailedJob> failed = m_session.failed;
    const StepRun steps = m_session.steps;
    reset();
    m_session.steps = steps;
    m_session.failed = failed;
    endJob();
}

PageState GatewayController::page() const
{
    return pageState(m_gateway, m_session,
                     {m_environment.uptime(), m_locale, m_account.problem(), m_route, m_isKeptOn});
}

Question GatewayController::closeQuestion() const
{
    return closeDuringChangeQuestion(gatewayFacts(m_gateway, m_session));
}

Report GatewayController::report() const
{
    return {m_environment.programVersion,
            QSysInfo::prettyProductName(),
            m_environment.now(),
            m_gateway.host(),
            m_gateway.mac(),
            m_session.change,
            m_session.test};
}

QString GatewayController::reportText() const
{
    return textReport(report(), m_jobs.redactor());
}

QString GatewayController::detailsText() const
{
    const PageState page = this->page();
    const std::optional<Failure> &failure =
        page.verification.failure ? page.verification.failure : page.signIn.failure;
    return failure ? failure->title + u"\n\n"_s + reportText() : reportText();
}

QString GatewayController::suggestedReportName(QLatin1StringView suffix) const
{
    return reportFileName(m_environment.now(), suffix);
}

void GatewayController::setVisible(bool visible)
{
    m_visible = visible;
    if (visible) {
        m_route = m_jobs.ownRoute();
        Q_EMIT changed(); // the age has grown meanwhile
    }
    if (visible && m_session.readAt.isValid())
        m_ticker.start();
    else
        m_ticker.stop();
}

void GatewayController::setLocale(const QLocale &locale)
{
    m_locale = locale;
    Q_EMIT changed();
}

void GatewayController::endJob()
{
    m_session.job = {};
    if (m_next)
        setGateway(Gateway(*m_next));
    if (m_forgetFor)
        forgetNow();
    if (m_visible && m_session.readAt.isValid() && !m_ticker.isActive())
        m_ticker.start();
    Q_EMIT changed();
}

// --- signing in
// -------------------------------------------------------------------------------------------------------

void GatewayController::signIn(const SignInForm &form)
{
    if (isBusy() || isSignedIn())
        return;
    m_repeat = [this] { refresh(); };
    m_signIn.begin(form);
}

void GatewayController::wantForm()
{
    if (m_session.wantsForm)
        return;
    m_session.wantsForm = true;
    m_session.wantsAppWay = false;
    Q_EMIT changed();
}

void GatewayController::wantAppWay()
{
    m_session.wantsAppWay = true;
    m_session.wantsForm = false;
    Q_EMIT changed();
}

void GatewayController::confirmMine()
{
    m_session.isMine = true;
    Q_EMIT changed();
}

void GatewayController::signOut()
{
    if (isBusy() || !m_session.way)
        return;
    m_session.signOut();
    m_session.failed.reset();
    m_session.warnings.clear();
    m_session.steps = {};
    m_session.stepsTestedAt = {};
    m_asked.reset();
    m_ticker.stop();
    Q_EMIT signedOut();
    Q_EMIT changed();
}

void GatewayController::forget(const QString &username)
{
    m_forgetFor = username;
    if (!isBusy())
        forgetNow();
    else if (!m_session.isChangeUnderWay())
        cancel();
}

void GatewayController::forgetNow()
{
    const QStringList usernames{*std::exchange(m_forgetFor, std::nullopt), m_session.form.username};
    signOut();
    m_session.signIn = SignInState::SignedOut;
    m_session.signInProblem.reset();
    m_session.form = {};
    Q_EMIT changed();
    if (m_gateway.demo)
        Q_EMIT forgotten();
    else
        m_account.removeAll(usernames);
}

// --- the setting
// ------------------------------------------------------------------------------------------------------

void GatewayController::turnOn(quint16 edited)
{
    const std::optional<ReportedSetting> &setting = m_session.setting;
    const bool hasEdit = edited != 0 && setting && setting->port && *setting->port != edited;
    ask(hasEdit ? Wish{Kind::TurnOn, edited, *setting->port} : Wish{Kind::TurnOn, 0, 0});
}

void GatewayController::turnOff()
{
    ask({Kind::TurnOff, 0, 0});
}

void GatewayController::setPort(quint16 port)
{
    if (port != 0)
        ask({Kind::SetPort, port, 0});
}

void GatewayController::repair()
{
    if (page().server.canRepair)
        ask({Kind::Repair, 0, 0});
}

void GatewayController::ask(const Wish &wish)
{
    if (!page().server.canSetPort || !m_session.way)
        return;
    const std::optional<ReportedSetting> &setting = m_session.setting;
    const bool cutsOff = wish.kind == Kind::TurnOff || wish.kind == Kind::Repair
        || (wish.kind == Kind::SetPort && setting->enabled);
    const bool isAccepted = isProfileAccepted();
    if (m_session.changeConfirmed && isAccepted && !cutsOff && wish.otherPort == 0) {
        beginChange(wish.kind, wish.port);
        return;
    }
    m_asked = wish;
    GatewayFacts about = gatewayFacts(m_gateway, m_session);
    if (isAccepted)
        about.ownProfile.clear();
    if (wish.kind == Kind::TurnOff)
        Q_EMIT questionAsked(withProfile(turnOffQuestion(about), about));
    else if (wish.kind == Kind::Repair)
        Q_EMIT questionAsked(withProfile(repairQuestion(about), about));
    else if (wish.kind == Kind::SetPort)
        Q_EMIT questionAsked(withProfile(setPortQuestion(about, wish.port), about));
    else
        Q_EMIT questionAsked(withProfile(
            turnOnQuestion(about, setting->port, wish.otherPort ? std::optional(wish.port) : std::nullopt),
            about));
}

bool GatewayController::isProfileAccepted() const
{
    const GatewayTarget &way = *m_session.way;
    const AcceptedProfiles *const accepted = m_environment.acceptedProfiles;
    return accepted ? accepted->contains(way.profile, way.host, way.webSocketPort) : isBuiltIn(way.profile);
}

void GatewayController::acceptQuestion()
{
    if (!m_asked || isBusy() || !m_session.way)
        return;
    const Wish wish = *std::exchange(m_asked, std::nullopt);
    m_session.changeConfirmed = true;
    const GatewayTarget &way = *m_session.way;
    if (AcceptedProfiles *const accepted = m_environment.acceptedProfiles)
        accepted->add(way.profile, way.host, way.webSocketPort);
    beginChange(wish.kind, wish.port);
}

void GatewayController::acceptOther()
{
    if (m_asked)
        m_asked->port = std::exchange(m_asked->otherPort, 0);
    acceptQuestion();
}

void GatewayController::rejectQuestion()
{
    m_asked.reset();
    Q_EMIT changed(); // the switch goes back to what was read
}

void GatewayController::beginChange(Kind kind, quint16 port)
{
    m_repeat = [this, kind, port] { ask({kind, port, 0}); };
    if (restingSituation(m_gateway, m_session) == Situation::WasOn)
        m_session.wasFoundOff = true;
    if (kind == Kind::Repair)
        m_jobs.repair();
    else
        m_jobs.change(kind, port);
}

void GatewayController::refresh()
{
    if (isBusy() || !m_session.way)
        return;
    m_repeat = [this] { refresh(); };
    m_jobs.read(Kind::Read);
}

void GatewayController::searchElsewhere()
{
    if (isBusy())
        return;
    m_repeat = [this] { searchElsewhere(); };
    m_jobs.searchElsewhere();
}

void GatewayController::testPort()
{
    if (isBusy())
        return;
    m_repeat = [this] { testPort(); };
    m_jobs.test();
}

void GatewayController::takeTest(const JobResult &result, const QList<Step> &steps, quint16 port)
{
    if (isBusy())
        return;
    m_repeat = [this] { testPort(); };
    m_jobs.takeTest(result, steps, port);
}

void GatewayController::takeWatch(const JobResult &result, quint16 port)
{
    if (isBusy())
        return;
    const LastChange before = m_session.lastChange;
    m_session.takeWatch(result, port, m_environment.now(), m_environment.uptime());
    if (before != m_session.lastChange)
        Q_EMIT m_jobs.lastChangeChanged();
    Q_EMIT changed();
}

void GatewayController::setKeptOn(bool kept)
{
    if (std::exchange(m_isKeptOn, kept) != kept)
        Q_EMIT changed();
}

void GatewayController::repeat()
{
    if (m_repeat && !isBusy()) {
        const auto again = m_repeat;
        again();
    }
}

} // namespace Sigen
