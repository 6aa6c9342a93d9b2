#include "ui/controllers/gatewaycontroller.h"

#include "core/displaytext.h"
#include "core/redaction.h"
#include "ui/controllers/gatewaytexts.h"
#include "workflow/advice.h"
#include "workflow/reach.h"
#include "workflow/settingchange.h"
#include "workflow/verification.h"

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

GatewayController::GatewayController(GatewayRef gateway, GatewayEnvironment environment, QObject *parent)
    : QObject(parent)
    , m_gateway(std::move(gateway))
    , m_environment(std::move(environment))
    , m_account(m_gateway.demo ? nullptr : m_environment.secrets, m_gateway.host)
{
    connect(&m_account, &Account::changed, this, &GatewayController::changed);
    connect(&m_account, &Account::emptied, this, &GatewayController::forgotten);
    connect(&m_account, &Account::removalFailed, this,
            [this](const AccountProblem &problem) { Q_EMIT keychainFailed(accountSentence(problem)); });
    m_ticker.setInterval(std::chrono::seconds(1));
    connect(&m_ticker, &QTimer::timeout, this, &GatewayController::changed);
}

GatewayController::~GatewayController() = default;

void GatewayController::setGateway(const GatewayRef &gateway)
{
    // A name that got its address is still the place that the user named; another address is not.
    const bool otherDevice =
        !m_gateway.mac.isEmpty() && !gateway.mac.isEmpty() && gateway.mac != m_gateway.mac;
    const bool displaced = gateway.displaced && !m_gateway.displaced;
    const bool moved = (gateway.host != m_gateway.host && !QHostAddress(m_gateway.host).isNull())
        || otherDevice || displaced;
    m_movedTo.reset();
    if (moved && isBusy()) {
        m_movedTo = gateway; // what is under way was begun with the old address, and ends there
        return;
    }
    if (m_gateway == gateway)
        return;
    if (moved) {
        forgetOldAddress();
        m_account.moveTo(gateway.host);
    }
    m_gateway = gateway;
    Q_EMIT changed();
}

void GatewayController::forgetOldAddress()
{
    // Who answers from now on has only claimed to be this gateway, or not even that: it gets no password
    // unasked, and nothing that was seen before is said of it.
    endSession();
    m_serial.clear();
    m_warnings.clear();
    m_steps.clear();
    m_testedAt = {};
    m_portVerified = false;
    m_otherDevice = false;
    m_reached = false;
    m_failure.reset();
    m_signInFailure.reset();
    m_reportedChange.reset();
    m_reportedTest.reset();
    m_repeat = {};
    m_changeConfirmed = false;
}

void GatewayController::setVisible(bool visible)
{
    m_visible = visible;
    if (visible && m_readAt.isValid()) {
        m_ticker.start();
        Q_EMIT changed(); // the age has grown meanwhile
    } else {
        m_ticker.stop();
    }
}

void GatewayController::setLocale(const QLocale &locale)
{
    m_locale = locale;
    m_steps.setLocale(locale);
    Q_EMIT changed();
}

void GatewayController::retranslate()
{
    m_steps.retranslate();
    Q_EMIT changed();
}

void GatewayController::setActivity(Activity activity)
{
    m_activity = activity;
    if (activity == Activity::None && m_movedTo)
        setGateway(GatewayRef(*m_movedTo));
    if (activity == Activity::None && m_forgetFor)
        forgetNow();
    if (activity == Activity::None && m_visible && m_readAt.isValid() && !m_ticker.isActive())
        m_ticker.start();
    Q_EMIT changed();
}

bool GatewayController::isChangeUnderWay() const
{
    return m_activity == Activity::TurningOn || m_activity == Activity::TurningOff
        || m_activity == Activity::ChangingPort;
}

quint16 GatewayController::webSocketPort() const
{
    const GatewayTarget way = target();
    return way.webSocketPort ? way.webSocketPort : way.profile.webSocketPort;
}

quint16 GatewayController::modbusPort() const
{
    if (m_setting && m_setting->port)
        return *m_setting->port;
    return m_gateway.modbusPort ? m_gateway.modbusPort : target().profile.defaultModbusPort;
}

GatewayTarget GatewayController::target() const
{
    GatewayTarget way;
    if (m_session) {
        way = *m_session;
        way.credentials = {};
        return way;
    }
    way.host = m_gateway.host;
    way.webSocketPort = m_gateway.webSocketPort;
    way.profile = builtInProfile(builtInProfileNames().constFirst());
    way.timeouts = m_environment.timeouts;
    return way;
}

// --- changes
// -------------------------------------------------------------------------------------------------------

void GatewayController::turnOn()
{
    ask(Wish::TurnOn, 0);
}

void GatewayController::turnOff()
{
    ask(Wish::TurnOff, 0);
}

void GatewayController::setPort(quint16 port)
{
    if (port != 0)
        ask(Wish::SetPort, port);
}

void GatewayController::ask(Wish wish, quint16 port)
{
    if (!server().canSetPort)
        return;
    if (m_changeConfirmed && wish != Wish::TurnOff) {
        beginChange(wish, port);
        return;
    }
    m_asked = wish;
    m_askedPort = port;
    const GatewayFacts about = facts();
    Q_EMIT questionAsked(wish == Wish::TurnOn
                             ? turnOnQuestion(about, m_setting ? m_setting->port : std::nullopt)
                             : wish == Wish::TurnOff ? turnOffQuestion(about)
                                                     : setPortQuestion(about, port));
}

void GatewayController::acceptQuestion()
{
    if (!m_asked || isBusy() || !m_session)
        return;
    m_changeConfirmed = true;
    beginChange(*std::exchange(m_asked, std::nullopt), m_askedPort);
}

void GatewayController::rejectQuestion()
{
    m_asked.reset();
    Q_EMIT changed(); // the switch goes back to what was read
}

void GatewayController::beginChange(Wish wish, quint16 port)
{
    ChangeRequest request;
    request.verifyWait = m_environment.verifyWait;
    Activity activity = Activity::TurningOn;
    switch (wish) {
    case Wish::TurnOn:
        request.action = ChangeAction::Enable;
        m_action = u"enable"_s;
        break;
    case Wish::TurnOff:
        request.action = ChangeAction::Disable;
        m_action = u"disable"_s;
        activity = Activity::TurningOff;
        break;
    case Wish::SetPort:
        request.action = ChangeAction::SetPort;
        request.port = port;
        m_action = u"set-port"_s;
        activity = Activity::ChangingPort;
        break;
    }
    m_repeat = [this, wish, port] { ask(wish, port); };
    beginSteps(StepModel::Run::Change, port ? port : modbusPort(), true);
    runChange(request, activity);
}

void GatewayController::beginSteps(StepModel::Run run, quint16 port, bool signedIn)
{
    m_testedAt = {}; // that was when the steps of before were tried
    m_steps.begin(run, webSocketPort(), port, signedIn);
}

void GatewayController::refresh()
{
    if (isBusy() || !m_session)
        return;
    beginReading(Activity::Reading);
}

void GatewayController::beginReading(Activity activity)
{
    m_action = u"status"_s;
    m_repeat = [this] { refresh(); };
    beginSteps(StepModel::Run::SignIn, modbusPort(), false);
    runChange({}, activity);
}

void GatewayController::runChange(const ChangeRequest &request, Activity activity)
{
    m_failure.reset();
    m_warnings.clear();
    m_jobSteps.clear();
    m_signInAccepted = false;
    GatewayTarget way = *m_session;
    if (isSignedIn())
        way.expectedSerial = m_serial;
    m_change = std::make_unique<SettingChange>(way, request);
    connect(m_change.get(), &SettingChange::traced, this, &GatewayController::traced);
    connect(m_change.get(), &SettingChange::stepChanged, this, [this](const Step &step) {
        const bool well = step.state == StepState::Ok || step.state == StepState::Warning;
        if (step.id == StepId::SignIn && well)
            m_signInAccepted = true;
        if (well && (step.id == StepId::Read || step.id == StepId::ReadBack)) {
            m_readAt = m_environment.now();
            m_wasReadBack = step.id == StepId::ReadBack;
        }
        takeStep(step);
    });
    connect(m_change.get(), &Operation::finished, this, &GatewayController::changeEnded);
    m_change->start();
    setActivity(activity);
}

void GatewayController::takeStep(const Step &step)
{
    const auto same = [&](const Step &other) { return other.id == step.id; };
    m_jobSteps.removeIf(same);
    m_jobSteps.append(step);
    m_steps.take(step);
    Q_EMIT changed();
}

void GatewayController::changeEnded()
{
    const std::unique_ptr<SettingChange> change = std::move(m_change);
    const JobResult result = change->result();
    m_steps.conclude(result);
    if (result.current) {
        m_setting = result.current;
        m_doubtful = false;
    }
    const bool otherGateway =
        isSignedIn() && !m_serial.isEmpty() && result.error.code == ErrorCode::WrongGateway;
    // One that holds the password is masked, and nothing to tell a gateway by.
    const bool isTelling = !result.serial.isEmpty() && !result.serial.contains(Redactor::mask());
    if (isTelling && m_signInAccepted && !otherGateway)
        m_serial = result.serial;
    m_warnings = result.warnings;
    m_reportedChange = reportedJob(m_action, std::nullopt, result);
    if (isChangeUnderWay())
        takeChange(result);
    else
        takeSignIn(result);
    if (otherGateway) { // at this address by now: it has the password, and gets it no more
        endSession();
        m_serial.clear();
        Q_EMIT changed();
    }
}

void GatewayController::takeChange(const JobResult &result)
{
    const QDateTime now = m_environment.now();
    const bool refused = result.outcome == Outcome::Refused || result.outcome == Outcome::NoEffect
        || result.outcome == Outcome::Failed;
    if (result.writeSent && !refused) {
        const bool unknown = result.outcome == Outcome::Unknown;
        m_doubtful = unknown;
        const bool other = otherDeviceAnswered(result);
        m_lastChange = {result.verifiedAt.isValid() ? result.verifiedAt : now, !result.error && !other,
                        unknown, other};
        Q_EMIT lastChangeChanged();
    }
    if (refused && result.writeSent && result.current) {
        m_readAt = now; // otherwise than it was wished for, but read
        m_wasReadBack = true;
    }
    if (result.port) {
        m_testedAt = now;
        takePort(result, modbusPort());
    } else if (result.writeSent) {
        m_portVerified = false; // what was tested before is not about this setting
    }
    const bool harmlesslyCancelled = result.error.code == ErrorCode::Cancelled && !result.writeSent;
    if (result.error && !harmlesslyCancelled)
        fail(result);
    if (m_doubtful)
        Q_EMIT settingInDoubt();
    else if (result.current)
        Q_EMIT settingRead(result.current->enabled, result.current->port, m_serial);
    setActivity(Activity::None);
}

void GatewayController::fail(const JobResult &result)
{
    // A password that no longer counts must not be tried again and again: a third time could lock the
    // account.
    if (result.error.code == ErrorCode::SignInRefused && !m_signInAccepted) {
        endSession();
        m_signIn = SignInState::Refused;
        m_signInFailure = [result] { return signInFailureOf(result); };
        return;
    }
    m_failure = [result, port = modbusPort(), about = facts()] {
        Failure failure = jobFailure(result, port, about);
        if (result.error.code == ErrorCode::Cancelled)
            failure.tone = Tone::Caution;
        return failure;
    };
}

// --- testing the port
// ----------------------------------------------------------------------------------------------

void GatewayController::testPort()
{
    if (isBusy())
        return;
    m_failure.reset();
    m_warnings.clear();
    m_jobSteps.clear();
    m_repeat = [this] { testPort(); };
    const GatewayTarget way = target();
    beginSteps(StepModel::Run::PortTest, modbusPort(), isSignedIn());
    m_reach = std::make_unique<Reach>(way.host, way.allowPublic, webSocketPort(), way.timeouts);
    connect(m_reach.get(), &Operation::finished, this, &GatewayController::reachEnded);
    takeStep({StepId::Reach, StepState::Running, {}, {}});
    m_reach->start();
    setActivity(Activity::Testing);
}

void GatewayController::reachEnded()
{
    const std::unique_ptr<Reach> reach = std::move(m_reach);
    if (reach->error().code == ErrorCode::Cancelled) {
        JobResult cancelled;
        cancelled.outcome = Outcome::Cancelled;
        cancelled.error = reach->error();
        m_steps.conclude(cancelled);
        setActivity(Activity::None);
        return;
    }
    const Error error = reach->error() ? reach->error() : reach->stateError();
    m_reached = !error;
    reach->takeConnection().reset(); // the test's own connection is to the other port
    takeStep(
        {StepId::Reach, error ? StepState::Failed : StepState::Ok, reach->elapsed(), errorMessage(error)});
    beginVerification();
}

void GatewayController::beginVerification()
{
    const GatewayTarget way = target();
    VerificationRequest request;
    request.host = way.host;
    request.allowPublic = way.allowPublic;
    request.port = modbusPort();
    request.timeouts = way.timeouts;
    request.redactor = m_redactor;
    if (isSignedIn())
        request.expectedSerial = m_serial;
    m_testedPort = request.port;
    m_verification = std::make_unique<Verification>(request);
    connect(m_verification.get(), &Verification::traced, this, &GatewayController::traced);
    connect(m_verification.get(), &Verification::stepChanged, this, &GatewayController::takeStep);
    connect(m_verification.get(), &Operation::finished, this, &GatewayController::verificationEnded);
    m_verification->start();
    setActivity(Activity::Testing);
}

void GatewayController::verificationEnded()
{
    const std::unique_ptr<Verification> verification = std::move(m_verification);
    const JobResult &result = verification->result();
    m_steps.conclude(result);
    m_testedAt = m_environment.now();
    m_warnings = result.warnings;
    m_reportedTest = reportedJob(u"verify"_s, m_testedPort, result);
    takePort(result, m_testedPort);
    const bool cancelled = result.error.code == ErrorCode::Cancelled;
    if (result.error && !cancelled)
        m_failure = [result, port = m_testedPort, about = facts()] {
            return jobFailure(result, port, about);
        };
    setActivity(Activity::None);
}

void GatewayController::takePort(const JobResult &result, quint16 port)
{
    m_testedPort = port;
    const ModbusVerdict verdict = result.modbus ? result.modbus->verdict : ModbusVerdict::NotTested;
    m_portVerified = result.port == PortState::Open && verdict == ModbusVerdict::Answers;
    m_otherDevice = otherDeviceAnswered(result);
    if (!result.port)
        return;
    ServiceState seen = ServiceState::Filtered;
    if (*result.port == PortState::Closed)
        seen = ServiceState::Closed;
    else if (*result.port == PortState::Open)
        seen = verdict == ModbusVerdict::Answers ? ServiceState::Answers
            : verdict == ModbusVerdict::Silent   ? ServiceState::Silent
                                                 : ServiceState::Open;
    const QString model = result.modbus && !m_otherDevice ? result.modbus->model() : QString();
    Q_EMIT portTested(seen, port, model, m_serial.isEmpty() ? result.serial : m_serial);
    if (result.modbus && verdict == ModbusVerdict::Answers)
        Q_EMIT identified(*result.modbus);
}

bool GatewayController::otherDeviceAnswered(const JobResult &result) const
{
    const QString answered = result.modbus ? result.modbus->serial() : QString();
    return !answered.isEmpty() && !m_serial.isEmpty() && answered != m_serial;
}

void GatewayController::repeat()
{
    if (m_repeat && !isBusy()) {
        const auto again = m_repeat;
        again();
    }
}

void GatewayController::cancel()
{
    if (m_fetch)
        m_fetch->cancel();
    else if (m_change)
        m_change->cancel();
    else if (m_reach)
        m_reach->cancel();
    else if (m_verification)
        m_verification->cancel();
}

} // namespace Sigen
