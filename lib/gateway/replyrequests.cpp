// The requests that have a reply: sign-in, read, write.

#include "gateway/requests.h"

#include "gateway/session.h"

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

ReplyRequest::ReplyRequest(GatewaySession &session, Kind kind, std::chrono::milliseconds deadline)
    : GatewayRequest(session, deadline)
    , m_kind(kind)
    , m_deadline(deadline)
{
    m_lastLook.setSingleShot(true);
    connect(&m_lastLook, &QTimer::timeout, this, [this] {
        if (!hasEnded())
            giveUp();
    });
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (!hasEnded() && this->session())
            send();
    });
}

ReplyRequest::~ReplyRequest()
{
    giveBack();
}

void ReplyRequest::begin(GatewaySession &session)
{
    if (session.m_lost) {
        const bool isTaken = session.m_lost.code == ErrorCode::SessionTaken;
        fail({isTaken ? ErrorCode::SessionTaken : ErrorCode::ConnectionLost, session.m_lost.context,
              session.m_lost.detail});
        return;
    }
    m_skippedBefore = session.m_skippedFrames;
    m_notUnderstoodBefore = session.m_notUnderstood;
    send();
}

void ReplyRequest::send()
{
    GatewaySession &gateway = *session();
    RequestValues values = gateway.nextValues();
    m_requestId = values.requestId;
    fill(values);
    const RequestTemplate &request = exchange(gateway.m_profile).send;
    for (const Secret &digest : request.digests(values))
        gateway.m_redactor.add(digest);
    const QByteArray frame = request.filled(values);
    if (frame.isEmpty() || gateway.m_path.isEmpty()) {
        fail(gateway.failure(ErrorCode::Internal, u"the request can't be sent"_s));
        return;
    }
    const bool wasSent = std::exchange(m_sent, true); // whatever the socket makes of it: it may be on its way
    m_waits = true;
    if (!gateway.send(frame)) {
        m_sent = wasSent;
        m_waits = false;
        fail(gateway.failure(ErrorCode::ConnectionLost, u"the connection is closed"_s));
    }
}

void ReplyRequest::leave(GatewaySession &session)
{
    m_again.stop();
    if (m_waits && !m_keepsSession)
        session.disconnectNow(u"closed, because an earlier request was left without its reply"_s);
}

void ReplyRequest::deadlinePassed()
{
    // Sockets that are ready have their turn before a timer that starts now.
    if (m_lastLook.isActive())
        return;
    m_lastLook.start(0);
    m_lastLookClock.start();
}

void ReplyRequest::lookAtClock()
{
    constexpr qint64 longestLook = 200; // ms: a flood, or who listens to it slowly, is not waited for
    if (!m_lastLook.isActive())
        GatewayRequest::lookAtClock();
    else if (m_lastLookClock.elapsed() > longestLook)
        giveUp();
}

void ReplyRequest::giveUp()
{
    if (!session()) {
        cancel();
        return;
    }
    m_keepsSession = m_kind == Kind::Write;
    const QString waited = QString::number(m_deadline.count());
    const int skipped = session()->m_skippedFrames - m_skippedBefore;
    const int strange = session()->m_notUnderstood - m_notUnderstoodBefore;
    if (m_busyReplies > 0)
        fail(session()->failure(ErrorCode::Refused, u"still busy after %1 ms"_s.arg(waited)));
    else if (strange == 0)
        fail(session()->failure(
            ErrorCode::NoReply,
            u"no reply within %1 ms, %2 frames skipped"_s.arg(waited, QString::number(skipped))));
    else // somebody did answer in time
        fail(session()->failure(ErrorCode::MalformedReply,
                                u"frames that came within %2 ms but were not understood: %1"_s.arg(
                                    QString::number(strange), waited)));
}

bool ReplyRequest::takeFrame(const std::variant<QJsonObject, Error> &decoded)
{
    if (!m_waits)
        return false;
    GatewaySession &gateway = *session();
    if (const auto *error = std::get_if<Error>(&decoded)) {
        m_keepsSession = m_kind == Kind::Write;
        fail(gateway.failure(error->code, error->detail));
        return true;
    }
    const auto &frame = std::get<QJsonObject>(decoded);
    const Exchange &asked = exchange(gateway.m_profile);
    const ReplyVerdict verdict = classifyReply(gateway.m_profile, asked, frame, m_requestId);
    if (verdict == ReplyVerdict::Skip)
        return false;
    if (verdict == ReplyVerdict::Malformed) {
        m_keepsSession = m_kind == Kind::Write;
        fail(gateway.failure(ErrorCode::MalformedReply, shapeProblem(gateway.m_profile, asked, frame)));
        return true;
    }
    m_waits = verdict == ReplyVerdict::Taken; // whatever comes of it, it is not known to be the reply
    judge(verdict, frame);
    return true;
}

void ReplyRequest::judge(ReplyVerdict verdict, const QJsonObject &frame)
{
    const bool isSignIn = m_kind == Kind::SignIn;
    switch (verdict) {
    case ReplyVerdict::Accepted:
        return accepted(frame);
    case ReplyVerdict::Busy:
        return busy(frame);
    case ReplyVerdict::Refused:
        return refused(isSignIn ? ErrorCode::SignInRefused : ErrorCode::Refused, frame);
    case ReplyVerdict::Expired:
        if (!isSignIn && session()->m_isTaken)
            return refused(ErrorCode::SessionTaken, frame);
        return refused(isSignIn ? ErrorCode::SignInRefused : ErrorCode::SessionRefused, frame);
    case ReplyVerdict::NoRights:
        return refused(ErrorCode::NoRights, frame);
    case ReplyVerdict::Taken:
        return refused(ErrorCode::SessionTaken, frame);
    case ReplyVerdict::Skip:
    case ReplyVerdict::Malformed:
        break;
    }
}

void ReplyRequest::accepted(const QJsonObject &frame)
{
    if (const Error error = accept(frame))
        fail(session()->failure(error.code, error.detail));
    else if (goesOn())
        m_again.start(0); // once this reply is traced
    else
        succeed();
}

void ReplyRequest::busy(const QJsonObject &frame)
{
    // Its reply has come, so asking again is no second request in flight. A write is never repeated.
    if (m_kind == Kind::Write || m_busyReplies++ == mostBusyReplies)
        refused(ErrorCode::Refused, frame);
    else
        m_again.start(2 * session()->m_timeouts.pacing.retry);
}

void ReplyRequest::refused(ErrorCode code, const QJsonObject &frame)
{
    // Redacted first: a secret may end in blanks.
    QString text = session()->m_redactor.sentence(refusalText(session()->m_profile, frame)).trimmed();
    if (code == ErrorCode::NoRights && !session()->role().isEmpty())
        text += u" (role: %1)"_s.arg(session()->role());
    fail(session()->failure(code, text));
}

SignInRequest::SignInRequest(GatewaySession &session, Credentials credentials,
                             std::chrono::milliseconds deadline)
    : ReplyRequest(session, Kind::SignIn, deadline)
    , m_credentials(std::move(credentials))
{ }

const Exchange &SignInRequest::exchange(const ProtocolProfile &profile) const
{
    return profile.signIn.at(m_step);
}

void SignInRequest::fill(RequestValues &values) const
{
    values.username = m_credentials.username;
    values.password = m_credentials.password;
    values.serial = m_credentials.serial;
    values.token = m_grant.token;
}

Error SignInRequest::accept(const QJsonObject &frame)
{
    const std::variant<SessionGrant, Error> decoded = decodeGrant(exchange(session()->m_profile), frame);
    if (const auto *error = std::get_if<Error>(&decoded))
        return *error;
    const auto &grant = std::get<SessionGrant>(decoded);
    session()->m_redactor.add(grant.token);
    if (!grant.token.isEmpty())
        m_grant.token = grant.token;
    if (!grant.serial.isEmpty())
        m_grant.serial = grant.serial;
    if (!grant.role.isEmpty())
        m_grant.role = grant.role;
    if (m_step == session()->m_profile.signIn.size() - 1)
        session()->adopt(m_grant, frame, m_credentials);
    return {};
}

bool SignInRequest::goesOn()
{
    return ++m_step < session()->m_profile.signIn.size();
}

ReadSettingRequest::ReadSettingRequest(GatewaySession &session, std::chrono::milliseconds deadline)
    : ReplyRequest(session, Kind::Read, deadline)
{ }

Error ReadSettingRequest::accept(const QJsonObject &frame)
{
    const std::variant<ModbusSetting, Error> setting = decodeSetting(session()->m_profile, frame);
    if (const auto *error = std::get_if<Error>(&setting))
        return *error;
    m_setting = std::get<ModbusSetting>(setting);
    return {};
}

WriteSettingRequest::WriteSettingRequest(GatewaySession &session, ModbusSetting setting)
    : ReplyRequest(session, Kind::Write, session.m_timeouts.reply)
    , m_setting(std::move(setting))
{ }

void WriteSettingRequest::fill(RequestValues &values) const
{
    fillSetting(values, session()->m_profile, m_setting);
}

Error WriteSettingRequest::accept(const QJsonObject &)
{
    m_acknowledged = true;
    return {};
}

} // namespace Sigen
