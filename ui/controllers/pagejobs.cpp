#include "ui/controllers/pagejobs.h"

#include "core/displaytext.h"
#include "core/redaction.h"
#include "keeping/otheraddress.h"
#include "keeping/repair.h"
#include "network/reach.h"
#include "ui/controllers/networkchoices.h"
#include "workflow/gatewaylock.h"
#include "workflow/settingchange.h"
#include "workflow/verification.h"

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ActionOfJob
{
    ChangeAction action = ChangeAction::ReadOnly;
    QString name; ///< as reports call it
};

ActionOfJob actionOf(PageJob::Kind kind)
{
    switch (kind) {
    case PageJob::Kind::TurnOn:
        return {ChangeAction::Enable, u"enable"_s};
    case PageJob::Kind::TurnOff:
        return {ChangeAction::Disable, u"disable"_s};
    case PageJob::Kind::SetPort:
        return {ChangeAction::SetPort, u"set-port"_s};
    case PageJob::Kind::Repair:
        return {ChangeAction::ReadOnly, u"repair"_s};
    default:
        return {ChangeAction::ReadOnly, u"status"_s};
    }
}

} // namespace

PageJobs::PageJobs(const Gateway &gateway, PageSession &session, const GatewayEnvironment &environment,
                   QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_session(session)
    , m_environment(environment)
{ }

PageJobs::~PageJobs() = default;

void PageJobs::cancel()
{
    if (m_job)
        m_job->cancel();
}

void PageJobs::take(const Step &step)
{
    m_session.take(step, m_environment.now(), m_environment.uptime());
    Q_EMIT changed();
}

std::optional<Route> PageJobs::ownRoute() const
{
    return m_gateway.demo ? std::nullopt
                          : Sigen::ownRoute(QHostAddress(m_gateway.host()), m_environment.interfaces());
}

void PageJobs::fail(const JobResult &result, quint16 port)
{
    const bool isHarmless = result.error.code == ErrorCode::Cancelled && !result.writeSent;
    if (result.error && !isHarmless)
        m_session.failed = FailedJob{result, port, ownRoute().value_or(Route()).ownAddress};
}

// --- the setting
// ------------------------------------------------------------------------------------------------------

void PageJobs::read(Kind kind)
{
    m_session.begin(kind, webSocketPort(m_gateway, m_session), modbusPort(m_gateway, m_session));
    runChange({});
}

void PageJobs::change(Kind kind, quint16 port)
{
    ChangeRequest request;
    request.action = actionOf(kind).action;
    request.verifyWait = m_environment.verifyWait;
    if (port)
        request.port = port;
    m_session.begin(kind, webSocketPort(m_gateway, m_session),
                    port ? port : modbusPort(m_gateway, m_session));
    runChange(request);
}

GatewayTarget PageJobs::wayOfSession() const
{
    GatewayTarget way = *m_session.way;
    if (m_session.isSignedIn())
        way.expectedSerial = m_session.serial;
    if (!m_environment.lockFolder.isEmpty() && !m_gateway.demo)
        way.lock = std::make_shared<GatewayLock>(m_environment.lockFolder, GatewayLock::Purpose::Change);
    return way;
}

void PageJobs::runChange(const ChangeRequest &request)
{
    runWriting(std::make_unique<SettingChange>(wayOfSession(), request));
}

void PageJobs::repair()
{
    RepairRequest request;
    request.verifyWait = m_environment.verifyWait;
    m_session.begin(Kind::Repair, webSocketPort(m_gateway, m_session), modbusPort(m_gateway, m_session));
    runWriting(std::make_unique<Repair>(wayOfSession(), request));
}

template <typename Change>
void PageJobs::runWriting(std::unique_ptr<Change> change)
{
    // What others keep must not be what was so before the change, whenever the program ends.
    connect(change.get(), &Change::stepChanged, this, [this, running = change.get()](const Step &step) {
        const bool well = step.state == StepState::Ok || step.state == StepState::Warning;
        if (step.id == StepId::Write && step.state == StepState::Running)
            Q_EMIT settingInDoubt({m_gateway.id});
        else if (step.id == StepId::ReadBack && well)
            tellSetting(running->result());
    });
    run(std::move(change), [this](const Change &done) { settingEnded(done.result()); });
    Q_EMIT changed();
}

void PageJobs::settingEnded(const JobResult &result)
{
    const PageJob job = m_session.job;
    const bool otherGateway =
        m_session.isSignedIn() && !m_session.serial.isEmpty() && result.error.code == ErrorCode::WrongGateway;
    // One that holds the password is masked, and nothing to tell a gateway by.
    const bool isTelling = !result.serial.isEmpty() && !result.serial.contains(Redactor::mask());
    if (isTelling && job.signInAccepted && !otherGateway)
        m_session.serial = result.serial;
    m_session.change = {m_environment.now(), actionOf(job.kind).name, std::nullopt, job.steps, result};
    const LastChange before = m_session.lastChange;
    m_session.takeSetting(result, m_environment.now(), m_environment.uptime());
    if (before != m_session.lastChange)
        Q_EMIT lastChangeChanged();
    if (otherGateway) {
        fail(result, modbusPort(m_gateway, m_session));
        Q_EMIT otherGatewayAnswered();
    } else if (job.isChange()) {
        changeEnded(result);
    } else {
        // A reading that was only cancelled is no failure, and neither is a sign-in: that is told in its
        // form.
        if (m_session.signIn != SignInState::SigningIn || job.signInAccepted)
            fail(result, modbusPort(m_gateway, m_session));
        Q_EMIT readEnded(result);
    }
}

void PageJobs::changeEnded(const JobResult &result)
{
    if (result.port)
        m_session.takeProof(result, result.testedPort.value_or(modbusPort(m_gateway, m_session)),
                            m_environment.now());
    // A password that no longer counts must not be tried again and again: a third time could lock the
    // account.
    if (result.error.code == ErrorCode::SignInRefused && !m_session.job.signInAccepted)
        m_session.refuse(result);
    else
        fail(result, modbusPort(m_gateway, m_session));
    tellPort(result);
    if (m_session.isDoubtful)
        Q_EMIT settingInDoubt({m_gateway.id});
    else
        tellSetting(result);
    Q_EMIT ended();
}

void PageJobs::tellSetting(const JobResult &result)
{
    if (result.current)
        Q_EMIT settingRead({m_gateway.id, m_gateway.host(), result.current->enabled, result.current->port,
                            m_session.serial, m_session.readAt});
}

// --- the port
// ---------------------------------------------------------------------------------------------------------

void PageJobs::test()
{
    const GatewayTarget way = targetOf(m_gateway, m_session, m_environment.timeouts);
    const quint16 port = webSocketPort(m_gateway, m_session);
    m_session.begin(Kind::Test, port, modbusPort(m_gateway, m_session));
    take({StepId::Reach, StepState::Running, {}, {}});
    run(std::make_unique<Reach>(way.host, way.allowPublic, port, way.timeouts),
        [this](Reach &done) { reached(done); });
}

void PageJobs::reached(Reach &reach)
{
    if (reach.error().code == ErrorCode::Cancelled) {
        JobResult cancelled;
        cancelled.outcome = Outcome::Cancelled;
        m_session.steps.conclude(cancelled);
        Q_EMIT ended();
        return;
    }
    reach.takeConnection().reset(); // the test's own connection is to the other port
    noteReach(reach.error() ? reach.error() : reach.stateError(), reach.elapsed());
    verify();
}

void PageJobs::noteReach(const Error &error, std::chrono::milliseconds elapsed)
{
    m_session.job.reachError = error;
    take({StepId::Reach, error ? StepState::Failed : StepState::Ok, elapsed,
          error ? Messages{error} : Messages{}});
}

void PageJobs::verify()
{
    const GatewayTarget way = targetOf(m_gateway, m_session, m_environment.timeouts);
    VerificationRequest request;
    request.host = m_session.modbusHost.isEmpty() ? way.host : m_session.modbusHost;
    request.allowPublic = way.allowPublic;
    request.port = modbusPort(m_gateway, m_session);
    request.timeouts = way.timeouts;
    request.redactor = m_redactor;
    if (m_session.isSignedIn())
        request.expectedSerial = m_session.serial;
    m_session.job.kind = Kind::Test;
    run(std::make_unique<Verification>(request),
        [this, port = request.port](const Verification &done) { tested(done.result(), port); });
    Q_EMIT changed();
}

void PageJobs::takeTest(const JobResult &result, const QList<Step> &steps, quint16 port)
{
    m_session.modbusHost.clear(); // it was the gateway's own address
    m_session.begin(Kind::Test, webSocketPort(m_gateway, m_session), port);
    for (const Step &step : steps)
        take(step);
    tested(result, port);
}

void PageJobs::tested(const JobResult &result, quint16 port)
{
    m_session.steps.conclude(result);
    m_session.warnings = result.warnings;
    const bool isElsewhere = !m_session.modbusHost.isEmpty();
    const bool isProved = result.outcome == Outcome::Verified;
    if (isElsewhere && isProved)
        m_session.warnings.prepend(Message(Sentence::AnswersElsewhere,
                                           QStringList{m_session.modbusHost, displayText(m_gateway.host())}));
    m_session.test = {m_environment.now(), u"verify"_s, port, m_session.job.steps, result};
    m_session.takeProof(result, port, m_environment.now());
    if (result.port)
        takeReach();
    fail(result, port);
    if (!m_session.proof.isGone)
        tellPort(result);
    if (isElsewhere && !isProved)
        m_session.modbusHost.clear(); // the next test is of the gateway's own address again
    Q_EMIT ended();
}

void PageJobs::searchElsewhere()
{
    m_session.job = {};
    m_session.job.kind = Kind::Search;
    m_session.elsewhere = Elsewhere();
    const QString address = m_gateway.place().address;
    const std::optional<ScanPlan> plan = planAround(m_environment.interfaces(), address);
    if (!plan) {
        m_session.elsewhere->state = Elsewhere::State::NoNetwork;
        Q_EMIT ended();
        return;
    }
    const GatewayTarget way = targetOf(m_gateway, m_session, m_environment.timeouts);
    OtherAddressRequest request;
    request.plan = *plan;
    request.scan.profile = way.profile;
    request.scan.webSocketPort = webSocketPort(m_gateway, m_session);
    request.scan.modbusPort = modbusPort(m_gateway, m_session);
    request.scan.timeouts = m_environment.timeouts;
    request.serials = {m_session.serial, m_gateway.serial, m_gateway.modbusSerial};
    request.known = QHostAddress(address);
    auto search = std::make_unique<OtherAddress>(request);
    connect(search.get(), &OtherAddress::progressChanged, this, [this](int done, int total) {
        m_session.elsewhere->done = done;
        m_session.elsewhere->total = total;
        Q_EMIT changed();
    });
    run(std::move(search), [this](const OtherAddress &done) { searched(done); });
    Q_EMIT changed();
}

void PageJobs::searched(const OtherAddress &search)
{
    if (search.found()) {
        m_session.modbusHost = search.found()->address.toString();
        test();
        return;
    }
    if (search.error().code == ErrorCode::Cancelled) {
        m_session.elsewhere.reset();
    } else {
        m_session.elsewhere->state = search.error() ? Elsewhere::State::Failed : Elsewhere::State::NotFound;
        m_session.elsewhere->error = search.error();
        m_session.elsewhere->coverage = search.coverage();
    }
    Q_EMIT ended();
}

void PageJobs::takeReach()
{
    const Error &error = m_session.job.reachError;
    const bool isSilent = m_session.proof.state == ServiceState::Filtered;
    const bool refuses = error.code == ErrorCode::ConnectionRefused;
    m_session.proof.isGone = error && !refuses && isSilent;
    if (m_session.proof.isGone) {
        Q_EMIT notAnswering({m_gateway.id,
                             m_gateway.host(),
                             {},
                             false,
                             hasNoDevice(QHostAddress(m_gateway.host()), m_environment.interfaces())});
    } else if (error) {
        Sighting seen;
        seen.of = m_gateway.id;
        seen.at = m_environment.now();
        seen.place.address = m_gateway.place().address;
        seen.place.name = m_gateway.place().name;
        seen.place.settled = m_gateway.place().settled;
        seen.place.webSocket = {webSocketPort(m_gateway, m_session),
                                refuses ? ServiceState::Closed : ServiceState::Filtered, seen.at};
        Q_EMIT webSocketSeen(seen);
    }
}

void PageJobs::tellPort(const JobResult &result)
{
    if (!result.port)
        return;
    const PortProof &proof = m_session.proof;
    ModbusAnswer answer;
    answer.of = m_gateway.id;
    answer.host = m_session.modbusHost.isEmpty() ? m_gateway.host() : m_session.modbusHost;
    answer.port = {proof.port, proof.state, proof.at};
    const bool answers = result.modbus && provesPlant(proof.state);
    if (answers) {
        const ModbusIdentity &identity = *result.modbus;
        // One that holds the password is masked, and tells nothing apart.
        if (!identity.serial().contains(Redactor::mask()))
            answer.serial = identity.serial();
        if (!proof.otherDevice) {
            answer.model = identity.model();
            answer.firmware = identity.firmware();
        }
        answer.units = foundUnits(identity);
    }
    Q_EMIT portTested(answer);
    if (answers)
        Q_EMIT identified(*result.modbus);
}

} // namespace Sigen
