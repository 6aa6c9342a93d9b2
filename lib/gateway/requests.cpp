#include "gateway/requests.h"

#include "gateway/session.h"
#include "gateway/websockettransport.h"

#include <array>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

GatewayRequest::GatewayRequest(GatewaySession &session, std::chrono::milliseconds deadline)
    : Operation(deadline)
    , m_session(&session)
    , m_deadline(deadline)
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

void GatewayRequest::lookAtClock()
{
    if (m_deadline > noDeadline && elapsed() >= m_deadline)
        deadlinePassed();
}

/// A device that serves one client frees its place only a moment after that one has gone, and our own look at
/// the port was the last. Each of these pauses is followed by one more try; in tenths of the pace's retry:
/// 100, 400 and 1000 ms.
static constexpr std::array slotPauses{2, 8, 20};

OpenRequest::OpenRequest(GatewaySession &session)
    : GatewayRequest(session, noDeadline) // each attempt has its own
    , m_paths(session.paths())
{
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (!hasEnded() && this->session())
            this->session()->connectTo(m_paths.at(m_next - 1));
    });
}

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
    m_pause.stop();
    const bool hasTried = m_next > 0;
    if (hasTried && !m_opened)
        session.disconnectNow(u"the session was not opened"_s);
}

void OpenRequest::connectionOpened()
{
    m_opened = true;
    succeed();
}

bool OpenRequest::isWorthAnotherTry() const
{
    return session()->m_transport->wasTurnedAway() && m_pauses < slotPauses.size()
        && elapsed() + slotPause() < session()->m_timeouts.handshake;
}

std::chrono::milliseconds OpenRequest::slotPause() const
{
    return session()->m_timeouts.pacing.retry * slotPauses.at(m_pauses) / 10;
}

void OpenRequest::connectionEnded(const Error &error)
{
    if (isWorthAnotherTry()) {
        m_pause.start(slotPause());
        ++m_pauses;
        return;
    }
    m_refusals.append(error.detail);
    if (error.code == ErrorCode::NotAGateway && m_next < m_paths.size())
        session()->connectTo(m_paths.at(m_next++));
    else
        fail({error.code, error.context, m_refusals.join("; "_L1)});
}

bool OpenRequest::takeFrame(const std::variant<Frame, Error> &)
{
    return false; // a gateway that speaks first
}

ReplyRequest::ReplyRequest(GatewaySession &session, RequestKind kind, std::chrono::milliseconds deadline)
    : GatewayRequest(session, deadline)
    , m_kind(kind)
    , m_deadline(deadline)
{
    m_lastLook.setSingleShot(true);
    connect(&m_lastLook, &QTimer::timeout, this, [this] {
        if (!hasEnded())
            giveUp();
    });
}

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
    m_notUnderstoodBefore = session.m_notUnderstood;
    m_sent = true; // whatever the socket makes of it: from here on it may be on its way
    if (!session.send(frame)) {
        m_sent = false;
        fail(session.failure(ErrorCode::ConnectionLost, u"the connection is closed"_s));
    }
}

void ReplyRequest::leave(GatewaySession &session)
{
    if (m_sent && !m_answered && !m_keepsSession)
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
    m_keepsSession = m_kind == RequestKind::Write;
    const QString waited = QString::number(m_deadline.count());
    const int skipped = session()->m_skippedFrames - m_skippedBefore;
    const int strange = session()->m_notUnderstood - m_notUnderstoodBefore;
    if (strange == 0)
        fail(session()->failure(
            ErrorCode::NoReply,
            u"no reply within %1 ms, %2 frames skipped"_s.arg(waited, QString::number(skipped))));
    else // somebody did answer in time
        fail(session()->failure(ErrorCode::MalformedReply,
                                u"frames that came within %2 ms but were not understood: %1"_s.arg(
                                    QString::number(strange), waited)));
}

bool ReplyRequest::takeFrame(const std::variant<Frame, Error> &decoded)
{
    GatewaySession &gateway = *session();
    if (const auto *error = std::get_if<Error>(&decoded)) {
        m_keepsSession = m_kind == RequestKind::Write;
        fail(gateway.failure(error->code, error->detail));
        return true;
    }
    const Frame &frame = std::get<Frame>(decoded);
    const ReplyVerdict verdict = classifyReply(gateway.m_profile, m_kind, frame, gateway.m_grantCode);
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

SilenceRequest::SilenceRequest(GatewaySession &session, std::chrono::milliseconds silence,
                               std::chrono::milliseconds patience)
    : GatewayRequest(session, patience)
    , m_silence(silence)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SilenceRequest::succeed);
}

SilenceRequest::~SilenceRequest()
{
    giveBack();
}

void SilenceRequest::begin(GatewaySession &session)
{
    if (session.isOpen())
        listen();
    else
        fail(session.m_lost ? session.m_lost
                            : session.failure(ErrorCode::ConnectionLost, u"the connection is closed"_s));
}

void SilenceRequest::leave(GatewaySession &)
{
    m_timer.stop();
}

void SilenceRequest::listen()
{
    m_clock.start();
    m_timer.start(m_silence);
}

bool SilenceRequest::takeFrame(const std::variant<Frame, Error> &decoded)
{
    const auto *frame = std::get_if<Frame>(&decoded);
    if (frame && classifyReply(session()->m_profile, RequestKind::Read, *frame) != ReplyVerdict::Skip)
        listen();
    return false;
}

void SilenceRequest::lookAtClock()
{
    if (m_clock.isValid() && m_clock.elapsed() >= m_silence.count())
        succeed();
    else
        GatewayRequest::lookAtClock();
}

void SilenceRequest::deadlinePassed()
{
    if (session())
        fail(session()->failure(ErrorCode::NoReply, u"replies without a request do not end"_s));
    else
        cancel();
}

SignInRequest::SignInRequest(GatewaySession &session, Credentials credentials,
                             std::chrono::milliseconds deadline)
    : ReplyRequest(session, RequestKind::SignIn, deadline)
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
    session()->adopt(std::get<SessionGrant>(grant), frame.code, m_credentials.serial);
    return {};
}

ReadSettingRequest::ReadSettingRequest(GatewaySession &session, std::chrono::milliseconds deadline)
    : ReplyRequest(session, RequestKind::Read, deadline)
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
    : ReplyRequest(session, RequestKind::Write, session.m_timeouts.reply)
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
