#include "gateway/session.h"

#include "core/displaytext.h"
#include "core/logging.h"
#include "gateway/requests.h"
#include "gateway/websockettransport.h"

#include <QMetaMethod>

#include <limits>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// As promised by TraceEntry.
static constexpr qsizetype maximumTraceLength = 4096;

GatewaySession::GatewaySession(GatewayEndpoint endpoint, ProtocolProfile profile, Timeouts timeouts,
                               QObject *parent)
    : QObject(parent)
    , m_endpoint(std::move(endpoint))
    , m_profile(std::move(profile))
    , m_timeouts(timeouts)
    , m_redactor(secretKeys(m_profile))
{ }

GatewaySession::~GatewaySession()
{
    if (m_current)
        m_current->cancel();
}

std::unique_ptr<OpenRequest> GatewaySession::open()
{
    return std::unique_ptr<OpenRequest>(new OpenRequest(*this));
}

std::unique_ptr<SignInRequest> GatewaySession::signIn(const Credentials &credentials)
{
    m_redactor.add(credentials.password);
    return std::unique_ptr<SignInRequest>(new SignInRequest(*this, credentials));
}

std::unique_ptr<ReadSettingRequest> GatewaySession::readSetting()
{
    return std::unique_ptr<ReadSettingRequest>(new ReadSettingRequest(*this));
}

std::unique_ptr<WriteSettingRequest> GatewaySession::writeSetting(const ModbusSetting &setting)
{
    return std::unique_ptr<WriteSettingRequest>(new WriteSettingRequest(*this, setting));
}

bool GatewaySession::isOpen() const
{
    return m_transport && m_transport->isOpen();
}

QStringList GatewaySession::paths() const
{
    const QString &given = m_endpoint.pathOverride;
    if (given.isEmpty())
        return m_profile.paths;
    return {given.startsWith(u'/') ? given : QString(u'/' + given)};
}

void GatewaySession::connectTo(const QString &path)
{
    const WebSocketLimits limits{m_timeouts.handshake, maximumMessageSize, pingInterval, pingPatience,
                                 m_timeouts.connect};
    m_transport = std::make_unique<WebSocketTransport>(m_endpoint, path, limits);
    connect(m_transport.get(), &WebSocketTransport::opened, this, [this, path] { transportOpened(path); });
    connect(m_transport.get(), &WebSocketTransport::ended, this, &GatewaySession::transportEnded);
    connect(m_transport.get(), &WebSocketTransport::textReceived, this, &GatewaySession::textReceived);
    connect(m_transport.get(), &WebSocketTransport::binaryReceived, this, [this](qsizetype size) {
        countSkipped();
        trace(TraceEntry::Direction::Received, u"(binary, %1 bytes)"_s.arg(size));
    });
    m_transport->open();
}

void GatewaySession::disconnectNow(const QString &why)
{
    if (!m_transport)
        return;
    m_transport->close();
    if (!m_lost)
        m_lost = failure(ErrorCode::ConnectionLost, why);
}

void GatewaySession::transportOpened(const QString &path)
{
    m_path = path;
    if (m_current)
        m_current->connectionOpened();
}

void GatewaySession::transportEnded(const Error &error)
{
    const bool wasOpen = !m_path.isEmpty();
    const Error shown =
        failure(error.code, m_redactor.fragment(error.detail)); // may end in a peer's first bytes
    qCDebug(logGateway) << shown.context << "ended:" << errorName(shown.code) << shown.detail;
    if (wasOpen)
        m_lost = shown;
    if (m_current)
        m_current->connectionEnded(shown);
    if (wasOpen)
        Q_EMIT lost(shown);
}

bool GatewaySession::send(const QByteArray &frame)
{
    const QString text = QString::fromUtf8(frame);
    if (!isOpen() || !m_transport->send(text))
        return false;
    trace(TraceEntry::Direction::Sent, text);
    return true;
}

void GatewaySession::textReceived(const QString &text)
{
    dispatch(text);
    // After that, so that a token which the frame brought is known to the redactor.
    trace(TraceEntry::Direction::Received, text);
}

void GatewaySession::dispatch(const QString &text)
{
    if (!m_current || !m_current->takeFrame(text))
        countSkipped();
}

void GatewaySession::countSkipped()
{
    if (m_skippedFrames < std::numeric_limits<int>::max())
        ++m_skippedFrames;
}

void GatewaySession::trace(TraceEntry::Direction direction, const QString &text)
{
    // Redacting costs a parse; in a storm of frames it is spent only for somebody who listens.
    if (isSignalConnected(QMetaMethod::fromSignal(&GatewaySession::traced)))
        Q_EMIT traced({QDateTime::currentDateTimeUtc(), direction, TraceEntry::Channel::WebSocket,
                       m_redactor.frame(text).left(maximumTraceLength)});
}

void GatewaySession::adopt(const SessionGrant &grant, const QString &givenSerial)
{
    m_redactor.add(grant.token);
    m_token = grant.token;
    m_reportedSerial = grant.serial;
    m_serial = givenSerial.isEmpty() ? grant.serial : givenSerial;
}

Error GatewaySession::failure(ErrorCode code, const QString &detail) const
{
    return {code, m_endpoint.text(), displayText(m_redactor.sentence(detail))};
}

} // namespace Sigen
