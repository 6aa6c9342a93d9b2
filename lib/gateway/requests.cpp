#include "gateway/requests.h"

#include "gateway/session.h"

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

GatewayRequest::GatewayRequest(GatewaySession &session, std::chrono::milliseconds deadline)
    : Operation(deadline)
    , m_session(&session)
{ }

GatewayRequest::~GatewayRequest() = default;

void GatewayRequest::run()
{
    if (!m_session) {
        cancel();
        return;
    }
    if (m_session->m_current) {
        fail(m_session->failure(ErrorCode::Internal, u"another request is in flight"_s));
        return;
    }
    m_session->m_current = this;
    m_isCurrent = true;
    begin(*m_session);
}

void GatewayRequest::giveBack()
{
    if (!m_isCurrent || !m_session)
        return;
    m_isCurrent = false;
    m_session->m_current = nullptr;
    leave(*m_session);
}

OpenRequest::OpenRequest(GatewaySession &session)
    : GatewayRequest(session, noDeadline) // each attempt has its own
    , m_paths(session.paths())
{ }

OpenRequest::~OpenRequest()
{
    giveBack();
}

void OpenRequest::begin(GatewaySession &session)
{
    if (session.m_transport)
        fail(session.failure(ErrorCode::Internal, u"the session was opened before"_s));
    else
        session.connectTo(m_paths.at(m_next++));
}

void OpenRequest::leave(GatewaySession &session)
{
    const bool hasTried = m_next > 0;
    if (hasTried && !m_opened)
        session.disconnectNow(u"the session was not opened"_s);
}

void OpenRequest::connectionOpened()
{
    m_opened = true;
    succeed();
}

void OpenRequest::connectionEnded(const Error &error)
{
    m_refusals.append(error.detail);
    if (error.code == ErrorCode::NotAGateway && m_next < m_paths.size())
        session()->connectTo(m_paths.at(m_next++));
    else
        fail({error.code, error.context, m_refusals.join("; "_L1)});
}

bool OpenRequest::takeFrame(const QString &)
{
    return false; // a gateway that speaks first
}

ReplyRequest::ReplyRequest(GatewaySession &session, RequestKind kind)
    : GatewayRequest(session, session.m_timeouts.reply)
    , m_kind(kind)
    , m_deadline(session.m_timeouts.reply)
{ }

ReplyRequest::~ReplyRequest()
{
    giveBack();
}

void ReplyRequest::begin(GatewaySession &session)
{
    if (session.m_lost) {
        fail({ErrorCode::ConnectionLost, session.m_lost.context, session.m_lost.detail});
        return;
    }
    const QByteArray frame = encode(session.m_profile, session.m_serial, session.m_token);
    if (frame.isEmpty() || session.m_path.isEmpty()) {
        fail(session.failure(ErrorCode::Internal, u"the request can't be sent"_s));
        return;
    }
    m_skippedBefore = session.m_skippedFrames;
    m_sent = true; // whatever the socket makes of it: from here on it may be on its way
    if (!session.send(frame)) {
        m_sent = false;
        fail(session.failure(ErrorCode::ConnectionLost, u"the connection is closed"_s));
    }
}

void ReplyRequest::leave(GatewaySession &session)
{
    if (m_sent && !m_answered)
        session.disconnectNow(u"closed, because an earlier request was left without its reply"_s);
}

void ReplyRequest::deadlinePassed()
{
    if (!session()) {
        cancel();
        return;
    }
    fail(session()->failure(ErrorCode::NoReply,
                            u"no reply within %1 ms, %2 frames skipped"_s.arg(
                                QString::number(m_deadline.count()),
                                QString::number(session()->m_skippedFrames - m_skippedBefore))));
}

bool ReplyRequest::takeFrame(const QString &text)
{
    // A storm of frames can fill a turn of the event loop: the timer alone would be late.
    if (m_deadline > noDeadline && elapsed() >= m_deadline) {
        deadlinePassed();
        return false;
    }
    GatewaySession &gateway = *session();
    const std::variant<Frame, Error> decoded = decodeFrame(gateway.m_profile, text.toUtf8());
    if (const auto *error = std::get_if<Error>(&decoded)) {
        fail(gateway.failure(error->code, error->detail));
        return true;
    }
    const Frame &frame = std::get<Frame>(decoded);
    const ReplyVerdict verdict = classifyReply(gateway.m_profile, m_kind, frame);
    m_answered = verdict != ReplyVerdict::Skip;
    switch (verdict) {
    case ReplyVerdict::Skip:
        break;
    case ReplyVerdict::Accepted:
        if (const Error error = accept(gateway.m_profile, frame))
            fail(gateway.failure(error.code, error.detail));
        else
            succeed();
        break;
    case ReplyVerdict::Refused:
        refused(m_kind == RequestKind::SignIn ? ErrorCode::SignInRefused : ErrorCode::Refused, frame);
        break;
    case ReplyVerdict::SessionRefused:
        refused(ErrorCode::SessionRefused, frame);
        break;
    }
    return m_answered;
}

void ReplyRequest::refused(ErrorCode code, const Frame &frame)
{
    const QString number = QString::number(frame.code.value_or(0));
    // Redacted first: a secret may end in blanks.
    const QString text = session()->m_redactor.sentence(frame.message).trimmed();
    fail(session()->failure(code,
                            text.isEmpty() ? u"code %1"_s.arg(number) : u"code %1: %2"_s.arg(number, text)));
}

SignInRequest::SignInRequest(GatewaySession &session, Credentials credentials)
    : ReplyRequest(session, RequestKind::SignIn)
    , m_credentials(std::move(credentials))
{ }

QByteArray SignInRequest::encode(const ProtocolProfile &profile, const QString &, const Secret &) const
{
    return encodeSignIn(profile, m_credentials);
}

Error SignInRequest::accept(const ProtocolProfile &profile, const Frame &frame)
{
    const std::variant<SessionGrant, Error> grant = decodeGrant(profile, frame);
    if (const auto *error = std::get_if<Error>(&grant))
        return *error;
    session()->adopt(std::get<SessionGrant>(grant), m_credentials.serial);
    return {};
}

ReadSettingRequest::ReadSettingRequest(GatewaySession &session)
    : ReplyRequest(session, RequestKind::Read)
{ }

QByteArray ReadSettingRequest::encode(const ProtocolProfile &profile, const QString &serial,
                                      const Secret &token) const
{
    return encodeRead(profile, serial, token);
}

Error ReadSettingRequest::accept(const ProtocolProfile &profile, const Frame &frame)
{
    const std::variant<ModbusSetting, Error> setting = decodeSetting(profile, frame);
    if (const auto *error = std::get_if<Error>(&setting))
        return *error;
    m_setting = std::get<ModbusSetting>(setting);
    return {};
}

WriteSettingRequest::WriteSettingRequest(GatewaySession &session, ModbusSetting setting)
    : ReplyRequest(session, RequestKind::Write)
    , m_setting(std::move(setting))
{ }

QByteArray WriteSettingRequest::encode(const ProtocolProfile &profile, const QString &serial,
                                       const Secret &token) const
{
    return encodeWrite(profile, serial, token, m_setting);
}

Error WriteSettingRequest::accept(const ProtocolProfile &, const Frame &)
{
    m_acknowledged = true;
    return {};
}

} // namespace Sigen
