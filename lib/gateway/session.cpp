#include "gateway/session.h"

#include "core/displaytext.h"
#include "core/logging.h"
#include "gateway/requests.h"
#include "gateway/websockettransport.h"

#include <QMetaMethod>

#include <algorithm>
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
{
    connect(&m_keepAlive, &QTimer::timeout, this, &GatewaySession::keepAlive);
}

GatewaySession::~GatewaySession()
{
    if (m_current)
        m_current->cancel();
    sendSignOut(false);
}

RequestValues GatewaySession::nextValues()
{
    RequestValues values;
    values.username = m_username;
    values.token = m_token;
    values.serial = m_serial;
    values.requestId = ++m_requestId;
    values.time = QDateTime::currentDateTimeUtc();
    return values;
}

void GatewaySession::keepAlive()
{
    send(m_profile.keepAlive.filled(nextValues()));
}

void GatewaySession::signOut()
{
    sendSignOut(true);
}

void GatewaySession::sendSignOut(bool isTraced)
{
    const bool hasSession = std::exchange(m_isSignedIn, false) && !m_isTaken;
    if (!hasSession || m_profile.signOut.isEmpty())
        return;
    if (send(m_profile.signOut.filled(nextValues()), isTraced))
        m_transport->flush();
}

std::unique_ptr<OpenRequest> GatewaySession::open()
{
    return std::unique_ptr<OpenRequest>(new OpenRequest(*this));
}

std::unique_ptr<SignInRequest> GatewaySession::signIn(const Credentials &credentials,
                                                      std::chrono::milliseconds patience)
{
    m_redactor.add(credentials.password);
    return std::unique_ptr<SignInRequest>(
        new SignInRequest(*this, credentials, std::min(m_timeouts.reply, patience)));
}

std::unique_ptr<ReadSettingRequest> GatewaySession::readSetting(std::chrono::milliseconds patience)
{
    return std::unique_ptr<ReadSettingRequest>(
        new ReadSettingRequest(*this, std::min(m_timeouts.reply, patience)));
}

std::unique_ptr<WriteSettingRequest> GatewaySession::writeSetting(const ModbusSetting &setting)
{
    return std::unique_ptr<WriteSettingRequest>(new WriteSettingRequest(*this, setting));
}

std::unique_ptr<SilenceRequest> GatewaySession::silence(std::chrono::milliseconds silence,
                                                        std::chrono::milliseconds patience)
{
    return std::unique_ptr<SilenceRequest>(new SilenceRequest(*this, silence, patience));
}

void GatewaySession::compareReports()
{
    m_report.reset();
    m_isComparing = true;
    m_reportsDiffer = false;
}

bool GatewaySession::isOpen() const
{
    return m_transport && m_transport->isOpen();
}

QStringList GatewaySession::paths() const
{
    const QString &given = m_endpoint.pathOverride;
    if (given.isEmpty())
        return m_profile.paths(m_endpoint.port);
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
    connect(m_transport.get(), &WebSocketTransport::binaryReceived, this, &GatewaySession::binaryReceived);
    connect(m_transport.get(), &WebSocketTransport::bytesReceived, this, &GatewaySession::lookAtClock);
    m_transport->open();
}

void GatewaySession::disconnectNow(const QString &why)
{
    if (!m_transport)
        return;
    sendSignOut(false);
    m_keepAlive.stop();
    m_transport->close();
    if (!m_lost)
        m_lost = failure(ErrorCode::ConnectionLost, why);
}

void GatewaySession::transportOpened(const QString &path)
{
    m_path = path;
    if (!m_profile.keepAlive.isEmpty())
        m_keepAlive.start(std::chrono::seconds(m_profile.keepAliveSeconds));
    if (m_current)
        m_current->connectionOpened();
}

void GatewaySession::transportEnded(const Error &error)
{
    const bool wasOpen = !m_path.isEmpty();
    m_keepAlive.stop();
    const bool isTaken = m_isTaken && error.code == ErrorCode::ConnectionLost;
    const Error shown = failure(isTaken ? ErrorCode::SessionTaken : error.code,
                                m_redactor.fragment(error.detail)); // may end in a peer's first bytes
    qCDebug(logGateway) << shown.context << "ended:" << errorName(shown.code) << shown.detail;
    if (wasOpen)
        m_lost = shown;
    if (m_current)
        m_current->connectionEnded(shown);
    if (wasOpen)
        Q_EMIT lost(shown);
}

bool GatewaySession::send(const QByteArray &frame, bool isTraced)
{
    const QString text = QString::fromUtf8(frame);
    if (!isOpen() || !m_transport->send(text))
        return false;
    if (isTraced)
        trace(TraceEntry::Direction::Sent, text);
    return true;
}

void GatewaySession::textReceived(const QString &text)
{
    lookAtClock();
    const bool isTaken = dispatch(text);
    // After that, so that a token which the frame brought is known to the redactor.
    traceReceived(text, !isTaken);
}

void GatewaySession::binaryReceived(qsizetype size)
{
    lookAtClock();
    countSkipped(false);
    if (isTraced())
        traceReceived(u"(binary, %1 bytes)"_s.arg(size), true);
}

void GatewaySession::lookAtClock()
{
    if (m_current)
        m_current->lookAtClock();
}

bool GatewaySession::dispatch(const QString &text)
{
    if (!m_current && !m_isComparing && m_profile.meanings.taken.isEmpty()) {
        countSkipped(true);
        return false;
    }
    const std::variant<QJsonObject, Error> decoded = decodeFrame(text.toUtf8());
    const auto *frame = std::get_if<QJsonObject>(&decoded);
    if (frame && m_isSignedIn)
        m_isTaken = m_isTaken || matches(m_profile.meanings.taken, *frame);
    if (frame && m_isComparing)
        noteReport(*frame);
    if (m_current && m_current->takeFrame(decoded))
        return true;
    countSkipped(frame && matches(m_profile.meanings.unasked, *frame));
    return false;
}

void GatewaySession::noteReport(const QJsonObject &frame)
{
    if (classifyReply(m_profile, m_profile.read, frame, m_requestId) != ReplyVerdict::Accepted)
        return;
    const std::variant<ModbusSetting, Error> decoded = decodeSetting(m_profile, frame);
    const auto *setting = std::get_if<ModbusSetting>(&decoded);
    if (!setting)
        return;
    const ModbusSetting report{setting->enabled, setting->port, {}};
    if (!m_report)
        m_report = report;
    else if (m_report != report)
        m_reportsDiffer = true;
}

static void countUp(int &counter)
{
    if (counter < std::numeric_limits<int>::max())
        ++counter;
}

void GatewaySession::countSkipped(bool isUnderstood)
{
    countUp(m_skippedFrames);
    if (!isUnderstood)
        countUp(m_notUnderstood);
}

bool GatewaySession::isTraced() const
{
    return isSignalConnected(QMetaMethod::fromSignal(&GatewaySession::traced));
}

void GatewaySession::traceReceived(const QString &text, bool isSkipped)
{
    if (isSkipped && m_tracedSkips > mostTracedSkips)
        return;
    if (isSkipped && m_tracedSkips++ == mostTracedSkips)
        trace(TraceEntry::Direction::Received,
              u"(more than %1 frames that are no reply: no more of them are traced)"_s.arg(mostTracedSkips));
    else
        trace(TraceEntry::Direction::Received, text);
}

void GatewaySession::trace(TraceEntry::Direction direction, const QString &text)
{
    // Redacting costs a parse; in a storm of frames it is spent only for somebody who listens.
    if (isTraced())
        Q_EMIT traced({QDateTime::currentDateTimeUtc(), direction, TraceEntry::Channel::WebSocket,
                       m_redactor.frame(text).left(maximumTraceLength)});
}

void GatewaySession::adopt(const SessionGrant &grant, const QJsonObject &reply, const Credentials &given)
{
    // How this gateway numbers success is known now, if it was not before.
    if (!matches(m_profile.meanings.success, reply))
        m_profile.meanings.success.append(likeIn(m_profile.meanings.success, reply));
    m_isSignedIn = true;
    m_isTaken = false;
    m_token = grant.token;
    m_role = grant.role;
    m_reportedSerial = grant.serial;
    m_serial = given.serial.isEmpty() ? grant.serial : given.serial;
    m_username = given.username;
}

Error GatewaySession::failure(ErrorCode code, const QString &detail) const
{
    return {code, m_endpoint.text(), displayText(m_redactor.sentence(detail))};
}

} // namespace Sigen
