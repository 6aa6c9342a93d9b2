// What a page has seen of its gateway in this run, and the job that is under way there: a value. It belongs
// to the device: when another one is at the place, a fresh value is assigned.
#pragma once

#include "accounts/account.h"
#include "discovery/networkscan.h"
#include "registry/gateway.h"
#include "report/report.h"
#include "ui/controllers/signinform.h"
#include "ui/models/steprun.h"
#include "workflow/gatewaytarget.h"
#include "workflow/jobresult.h"

#include <QDateTime>

#include <chrono>
#include <optional>
#include <variant>

namespace Sigen {

enum class SignInState { SignedOut, SigningIn, SignedIn, Refused };

/// Why a sign-in did not begin, or how it failed.
using SignInProblem = std::variant<FormProblem, AccountProblem, JobResult>;

struct PageJob
{
    enum class Kind { None, SignIn, Read, TurnOn, TurnOff, SetPort, Repair, Test, Search };

    Kind kind = Kind::None; ///< None: nothing is under way
    bool fetchesPassword = false;
    bool waitsForKeychain = false; ///< which may be asking a person to unlock it
    bool signInAccepted = false;
    bool isSettled = false; ///< the setting was read (back); what goes on only tests the port
    Error reachError; ///< of a test: why the gateway's WebSocket port did not accept
    QList<Step> steps; ///< as they came last

    bool isChange() const
    {
        return kind == Kind::TurnOn || kind == Kind::TurnOff || kind == Kind::SetPort || kind == Kind::Repair;
    }
    void take(const Step &step);
};

/// What the last test of a Modbus port saw.
struct PortProof
{
    quint16 port = 0; ///< 0: none was tested
    QDateTime at; ///< UTC
    ServiceState state = ServiceState::NotTested;
    bool otherDevice = false; ///< gave another serial number than the gateway
    bool isGone = false; ///< neither port answered in any way
};

/// A change, a reading or a test that did not end well.
struct FailedJob
{
    JobResult result;
    quint16 port = 0; ///< that it was about
    QString ownAddress; ///< this computer's on that network; empty: not known
};

/// What looking for the gateway at its network's other addresses has come to.
struct Elsewhere
{
    enum class State { Searching, NotFound, NoNetwork, Failed };
    State state = State::Searching;
    int done = 0; ///< addresses
    int total = 0;
    ScanCoverage coverage; ///< of NotFound: what could not be asked
    Error error; ///< of Failed
};

/// What the status bar says on the right.
struct LastChange
{
    QDateTime at; ///< UTC; invalid: nothing was changed in this run
    bool verified = false;
    bool unknown = false; ///< it was sent, but could not be read back
    bool otherDevice = false; ///< what answers on the port gives another serial number than the gateway
    bool operator==(const LastChange &) const = default;
};

struct PageSession
{
    // Signing in
    SignInState signIn = SignInState::SignedOut;
    /// How to talk to it, with credentials; while signed in or trying to.
    std::optional<GatewayTarget> way;
    SignInForm form; ///< of the last sign-in, without its password
    QString serial; ///< as the gateway reported it at the sign-in
    std::optional<SignInProblem> signInProblem;

    // What the user wants of the page
    bool wantsForm = false; ///< to sign in, though the page would not ask for it
    bool wantsAppWay = false; ///< the way through the vendor's app, though a sign-in might be possible
    bool isMine = false; ///< "This is my gateway", of a host that does not show it

    // The setting, as last read
    std::optional<ReportedSetting> setting;
    QDateTime readAt; ///< UTC
    std::chrono::milliseconds readUptime{0}; ///< then; the clock may have been set since
    bool wasReadBack = false; ///< that reading followed a writing
    bool isDoubtful = false; ///< a change was sent since, and it is not known what it did
    bool wasFoundOff = false; ///< on when last seen, and off now: until the page is another gateway's
    bool changeConfirmed = false; ///< the question before the first change was answered with yes

    PageJob job;
    StepRun steps;
    QDateTime stepsTestedAt; ///< when the port in `steps` was tested
    PortProof proof;
    QString modbusHost; ///< where its Modbus server was found, if not where it is signed in; an address
    std::optional<Elsewhere> elsewhere; ///< looked for, and not found (yet)
    bool hasAnswered = false; ///< Modbus, at some time
    std::optional<FailedJob> failed; ///< the last job, if it failed
    Messages warnings; ///< of the last job
    LastChange lastChange;
    std::optional<ReportedJob> change; ///< the last ones, for reports
    std::optional<ReportedJob> test;

    bool isSignedIn() const { return signIn == SignInState::SignedIn; }
    /// The last sign-in reached somebody, and what came back was not this program's protocol.
    bool speaksOtherDialect() const;
    bool isBusy() const { return job.kind != PageJob::Kind::None; }
    /// Something may have been sent that was not read back yet.
    bool isChangeUnderWay() const { return job.isChange() && !job.isSettled; }
    /// Modbus answered on the port that the server has now.
    bool isVerified(quint16 port) const;

    void begin(PageJob::Kind kind, quint16 webSocketPort, quint16 modbusPort);
    void take(const Step &step, const QDateTime &now, std::chrono::milliseconds uptime);
    /// The job on the setting has ended.
    void takeSetting(const JobResult &result, const QDateTime &now, std::chrono::milliseconds uptime);
    /// What \a result says of the Modbus port that it tested; nothing when it tested none.
    void takeProof(const JobResult &result, quint16 port, const QDateTime &now);
    /// A watch of the gateway saw it; the steps and the failure of before are about what was then.
    void takeWatch(const JobResult &result, quint16 port, const QDateTime &now,
                   std::chrono::milliseconds uptime);
    void refuse(const JobResult &result); ///< the gateway did that to the sign-in
    void signOut(); ///< keeps what was seen without a sign-in
};

/// What \a result says of a Modbus port.
ServiceState modbusState(const JobResult &result);
bool isOtherDevice(const JobResult &result, const QString &serial);
/// As the registry keeps them.
QList<FoundUnit> foundUnits(const ModbusIdentity &identity);

/// What to use for Modbus: reported by the gateway, else tested, else seen, else the profile's default.
quint16 modbusPort(const Gateway &gateway, const PageSession &session);
quint16 webSocketPort(const Gateway &gateway, const PageSession &session);
/// How to reach it, without credentials.
GatewayTarget targetOf(const Gateway &gateway, const PageSession &session, const Timeouts &timeouts);

} // namespace Sigen
