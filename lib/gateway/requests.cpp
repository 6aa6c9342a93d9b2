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

bool OpenRequest::takeFrame(const std::variant<QJsonObject, Error> &)
{
    return false; // a gateway that speaks first
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

bool SilenceRequest::takeFrame(const std::variant<QJsonObject, Error> &decoded)
{
    const ProtocolProfile &profile = session()->m_profile;
    const auto *frame = std::get_if<QJsonObject>(&decoded);
    if (frame && classifyReply(profile, profile.read, *frame) != ReplyVerdict::Skip)
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

} // namespace Sigen
