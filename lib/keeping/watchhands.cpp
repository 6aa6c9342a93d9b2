// What a watch does beyond looking: signing in, switching on, searching for the gateway.

#include "keeping/watch.h"

#include "accounts/account.h"
#include "keeping/otheraddress.h"
#include "modbus/modbusidentity.h"
#include "workflow/settingchange.h"

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// \a handler gets the operation: it has the password, or the keychain does not give it at the moment. All
/// else is the end.
template <typename Handler>
void Watch::fetchPassword(Handler handler)
{
    if (!m_account)
        return fail({ErrorCode::Usage, host(), u"no password"_s});
    auto *const fetching = runStep(m_account->fetch(m_request.target.credentials.username),
                                   [this, handler](const FetchPassword &fetched) {
                                       // Locked, or not there yet when the computer has just started.
                                       const bool mayComeBack =
                                           fetched.problem().kind == AccountProblem::Kind::CannotFetch;
                                       if (fetched.error() && !mayComeBack)
                                           fail(fetched.error());
                                       else
                                           handler(fetched);
                                   });
    connect(fetching, &FetchPassword::waiting, this, &Watch::waitingForKeychain);
}

/// That there is none is better known now than in the night when it is needed.
void Watch::checkPassword()
{
    fetchPassword([this](const FetchPassword &fetched) {
        m_redactor.add(fetched.password());
        look();
    });
}

void Watch::signIn(bool mayChange)
{
    m_stepBegun = m_request.uptime();
    fetchPassword([this, mayChange](const FetchPassword &fetched) {
        if (!fetched.error())
            return change(mayChange, fetched.password());
        m_result.error = fetched.error();
        take(SignedIn{SignInEnd::NoPassword, false, false, {fetched.error()}, m_stepBegun});
    });
}

void Watch::change(bool mayChange, const Secret &password)
{
    if (std::exchange(m_password, password) != password)
        m_redactor.add(password);
    m_request.target.credentials.password = password;
    m_request.target.isItself = [this](const QHostAddress &address) {
        m_address = address;
        return !hasOtherMac();
    };
    ChangeRequest request;
    request.action = mayChange ? ChangeAction::Enable : ChangeAction::ReadOnly;
    request.verifyWait = m_request.verifyWait;
    request.testPort = m_request.testPort;
    // Since the look the keychain, or another program that writes, may have been waited for.
    request.unlessTurnedOffSince = m_request.heedsTurnOffs ? QDateTime::fromMSecsSinceEpoch(0) : m_begun;
    auto *const changing =
        runStep(std::make_unique<SettingChange>(m_request.target, request),
                [this, mayChange](const SettingChange &ended) { changeEnded(ended, mayChange); });
    connect(changing, &SettingChange::stepChanged, this, &Watch::stepChanged);
    connect(changing, &SettingChange::traced, this, &Watch::traced);
    m_request.target.credentials.password = Secret();
}

static SignInEnd endOf(const JobResult &result)
{
    const ErrorCode code = result.error.code;
    switch (result.outcome) {
    case Outcome::Enabled:
        return SignInEnd::SwitchedOn;
    case Outcome::EnabledUnverified:
        return result.writeSent ? SignInEnd::SwitchedOn : SignInEnd::On;
    case Outcome::AlreadyEnabled:
        return SignInEnd::On;
    case Outcome::Read:
        return result.current && result.current->enabled ? SignInEnd::On : SignInEnd::LeftOff;
    case Outcome::Unknown:
        // The read-back's sign-in was refused: another one could lock the account.
        return result.error.detail.startsWith(errorName(ErrorCode::SignInRefused)) ? SignInEnd::Refused
                                                                                   : SignInEnd::InDoubt;
    default:
        break;
    }
    if (result.writeSent)
        return SignInEnd::StillOff;
    if (code == ErrorCode::SignInRefused || code == ErrorCode::NoRights)
        return SignInEnd::Refused;
    if (code == ErrorCode::SessionTaken)
        return SignInEnd::SessionTaken;
    if (code == ErrorCode::WrongGateway)
        return result.signedIn ? SignInEnd::WrongGateway : SignInEnd::Stranger;
    const bool isUnreached = code == ErrorCode::HostNotFound || code == ErrorCode::Unreachable
        || code == ErrorCode::ConnectionRefused || code == ErrorCode::ConnectTimeout;
    return isUnreached && !result.signedIn ? SignInEnd::NotReached : SignInEnd::Failed;
}

void Watch::changeEnded(const SettingChange &change, bool mayChange)
{
    const JobResult &result = change.result();
    if (result.error.code == ErrorCode::Usage)
        return fail(result.error);
    if (result.error.code == ErrorCode::Io && !result.writeSent) // another program is at it
        return saw(Sight::Paused);
    // What the look saw of the port stays, where the sign-in did not come to it.
    const JobResult look = std::exchange(m_result, result);
    if (!m_result.port) {
        m_result.port = look.port;
        m_result.modbus = look.modbus;
    }
    SignedIn ended{endOf(result), result.writeSent, mayChange && !result.error, {}, m_stepBegun};
    if (ended.end == SignInEnd::Refused)
        m_account->noteRefused(m_request.target.credentials.username);
    if (result.signedIn && ended.end != SignInEnd::WrongGateway) {
        const QString serial = change.reportedSerial();
        if (!serial.isEmpty() && serial == m_redactor.piece(serial)) {
            m_request.target.expectedSerial = serial;
            m_request.serial = serial;
        }
        learnMac();
        if (result.current) {
            if (result.current->port)
                m_request.modbusPort = *result.current->port;
            Q_EMIT settingRead({m_request.id, host(), result.current->enabled, result.current->port,
                                result.serial, QDateTime::currentDateTimeUtc()});
        }
        if (!claimNames())
            return;
    }
    if (ended.end == SignInEnd::LeftOff && wasTurnedOffHere())
        return saw(Sight::TurnedOff);
    if (ended.end == SignInEnd::SwitchedOn)
        ended.detail += Sentence::WatchSwitchedOn;
    else if (ended.end == SignInEnd::On && m_memory.sight == Sight::Mute)
        ended.detail += {Sentence::WatchSettingOn, Sentence::WatchMute};
    else if (ended.end == SignInEnd::On)
        ended.detail += Sentence::WatchSettingOn;
    if (result.error && m_memory.sight != Sight::Mute)
        ended.detail += result.error;
    if (result.modbus && result.modbus->provesPlant()) {
        learn(*result.modbus);
        tellPort(*result.modbus);
    }
    take(ended);
}

std::optional<ScanPlan> Watch::networkToSearch() const
{
    bool isIpv4 = false;
    const quint32 address = m_address.toIPv4Address(&isIpv4);
    if (!isIpv4)
        return std::nullopt;
    const QList<LocalInterface> all = m_request.interfaces();
    for (const LocalInterface &each : all) {
        if (each.ipv6Only || !each.network.contains(address))
            continue;
        const ScanPlanOrError planned = planScan(all, ScanPlanOptions{{each.network.text()}, false, false});
        const auto *plan = std::get_if<ScanPlan>(&planned);
        if (plan && plan->size <= mostSearched)
            return *plan;
    }
    return std::nullopt;
}

void Watch::search()
{
    const std::optional<ScanPlan> plan = networkToSearch();
    if (!plan)
        return take(Searched{});
    OtherAddressRequest request;
    request.plan = *plan;
    request.scan.profile = m_request.target.profile;
    request.scan.webSocketPort = m_request.target.webSocketPort;
    request.scan.modbusPort = m_request.modbusPort;
    request.scan.interfaces = m_request.interfaces;
    request.scan.neighbours = m_request.neighbours;
    request.serials = serials();
    request.mac = m_request.mac;
    // Who was met there may have gone again.
    request.known = m_memory.isDistrusted ? QHostAddress() : m_address;
    runStep(std::make_unique<OtherAddress>(request), [this](const OtherAddress &ended) {
        const QString found = ended.found() ? ended.found()->address.toString() : QString();
        if (!found.isEmpty()) {
            m_address = ended.found()->address;
            m_request.target.host = found;
            Q_EMIT moved(found);
            if (hasEnded() || !claimNames())
                return;
        }
        take(Searched{found});
    });
}

} // namespace Sigen
