#include "simulator/websocketconnection.h"

#include "simulator/tcptools.h"
#include "simulator/websocketwire.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <chrono>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto replyDelay = 1500ms;
constexpr auto lateReplyLead = 200ms;
constexpr auto copyDelay = 300ms;
constexpr auto trickleInterval = 1ms;
constexpr auto pushInterval = 5s;
constexpr auto stormInterval = 5ms;
constexpr int stormPushes = 10; // each time
constexpr int floodFrames = 500;
constexpr int maximumPendingReplies = 32;
// What a client may send: a serial number of a million characters comes back with every request.
constexpr quint64 maximumMessageSize = 2 * 1024 * 1024;
// A client that does not read must not fill this computer's memory, nor an endless message the network.
constexpr qint64 maximumBacklog = 256 * 1024;
constexpr qint64 maximumReplyBacklog = 16 * 1024 * 1024;
constexpr qint64 maximumEndless = 64 * 1024 * 1024;

} // namespace

WebSocketConnection::WebSocketConnection(GatewayState &state, QTcpSocket *socket, QObject *parent)
    : QObject(parent)
    , m_state(state)
    , m_tcp(socket)
    , m_peerAddress(socket->peerAddress())
    , m_peerPort(socket->peerPort())
    , m_conversation(state, this, m_peerAddress.toString())
{
    socket->setParent(this);
    socket->setReadBufferSize(maximumHandshakeSize);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(socket, &QTcpSocket::readyRead, this, &WebSocketConnection::lookAtHandshake);
    connect(socket, &QTcpSocket::disconnected, this, &WebSocketConnection::ended);

    m_handshakeTimer.setSingleShot(true);
    connect(&m_handshakeTimer, &QTimer::timeout, this, [this] { end(ConnectionEnd::Close); });
    m_silenceTimer.setSingleShot(true);
    connect(&m_silenceTimer, &QTimer::timeout, this, [this] { end(ConnectionEnd::Close); });
    connect(&m_trickleTimer, &QTimer::timeout, this, [this] {
        if (m_trickle.isEmpty() || !isOpen()) {
            m_trickleTimer.stop();
            return;
        }
        const qsizetype size = std::min(m_segment, m_trickle.size());
        m_tcp->write(m_trickle.first(size));
        m_trickle.remove(0, size);
    });
    connect(&m_endlessTimer, &QTimer::timeout, this, &WebSocketConnection::writeEndless);
    connect(&m_pushTimer, &QTimer::timeout, this, &WebSocketConnection::push);
    // Queued, since the one that takes it is in the middle of its sign-in.
    connect(
        &state, &GatewayState::sessionTaken, this,
        [this](const QObject *by) {
            if (by == this || !m_conversation.isSignedIn())
                return;
            m_conversation.endSession();
            if (const QJsonObject notice = Dialect(m_state.options().profile).taken(); !notice.isEmpty())
                write(
                    webSocketFrame(FrameOpcode::Text, QJsonDocument(notice).toJson(QJsonDocument::Compact)));
            end(ConnectionEnd::Close);
        },
        Qt::QueuedConnection);
}

WebSocketConnection::~WebSocketConnection()
{
    m_state.endSession(this);
    if (!m_tcp)
        return;
    m_tcp->disconnect(this);
    m_tcp->abort();
    // Between upgradeWanted() and adopt() it belongs to nobody.
    if (!m_socket && m_tcp->parent() != this)
        m_tcp->deleteLater();
}

bool WebSocketConnection::isFrom(const QHostAddress &address, quint16 port) const
{
    return m_upgradeAsked && !m_socket && m_peerPort == port && m_peerAddress.isEqual(address);
}

bool WebSocketConnection::isOpen() const
{
    return m_tcp && m_tcp->state() == QAbstractSocket::ConnectedState;
}

void WebSocketConnection::adopt(std::unique_ptr<QWebSocket> socket)
{
    m_handshakeTimer.stop();
    m_socket = std::move(socket);
    m_socket->setMaxAllowedIncomingMessageSize(maximumMessageSize);
    m_socket->setMaxAllowedIncomingFrameSize(maximumMessageSize);
    // Queued: a reply may end the connection, which must not happen while QWebSocket is still reading from
    // it.
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &WebSocketConnection::reply,
            Qt::QueuedConnection);
}

void WebSocketConnection::end(ConnectionEnd how)
{
    m_handshakeTimer.stop();
    m_silenceTimer.stop();
    m_trickleTimer.stop();
    m_endlessTimer.stop();
    m_pushTimer.stop();
    if (!m_tcp || how == ConnectionEnd::Keep)
        return;
    if (how == ConnectionEnd::Reset)
        resetConnection(*m_tcp);
    else
        m_tcp->disconnectFromHost();
}

void WebSocketConnection::reply(const QString &message)
{
    if (!isOpen()) {
        m_conversation.hearLast(message);
        return;
    }
    if (const auto longest = m_state.behaviour().longestSilence; longest.count() > 0)
        m_silenceTimer.start(longest);
    const Conversation::Answer answer = m_conversation.answer(message);
    if (answer.end != ConnectionEnd::Keep)
        return end(answer.end);
    if (m_conversation.isSignedIn() && !m_pushTimer.isActive()) {
        if (m_state.has(Fault::PushStorm) || m_state.has(Fault::PushBinaryFlood))
            m_pushTimer.start(stormInterval);
        else if (m_state.behaviour().pushInterval.count() > 0)
            m_pushTimer.start(m_state.behaviour().pushInterval);
        else if (!m_state.options().profile.meanings.unasked.isEmpty())
            m_pushTimer.start(pushInterval);
    }
    if (answer.envelope.isEmpty())
        return;

    const ProtocolProfile &profile = m_state.options().profile;
    if (!answer.echo.isEmpty())
        Q_EMIT echoed(planReply({}, FaultEvent::ReadBack, profile, answer.echo).bytes);
    const ReplyBehaviour behaviour =
        answer.event == FaultEvent::Connect ? ReplyBehaviour() : m_state.nextReply(answer.event);
    QJsonObject envelope = answer.envelope;
    if (behaviour.echo != Spelling::None) {
        // A token is the client's secret once it was given it.
        const bool isGiven = answer.event != FaultEvent::SignIn
            || (behaviour.shape == ReplyBehaviour::Shape::Right && m_state.faults().isEmpty()
                && behaviour.push != ReplyBehaviour::Push::EmptyReply);
        envelope = Dialect::set(envelope, profile.textAt, m_conversation.echo(behaviour.echo, isGiven));
    }
    if (behaviour.shape == ReplyBehaviour::Shape::SessionRefusal)
        m_conversation.endSession();
    const ReplyPlan plan = planReply(m_state.faults(), answer.event, profile, envelope, behaviour);
    std::chrono::milliseconds delay = behaviour.delay;
    if (m_state.has(Fault::RepliesSlow))
        delay += replyDelay;
    if (!answer.lateEnvelope.isEmpty()) {
        write(planReply(m_state.faults(), answer.event, profile, answer.lateEnvelope).bytes);
        delay += lateReplyLead;
    }
    const bool isReading = answer.event == FaultEvent::Read || answer.event == FaultEvent::ReadBack;
    if (isReading && m_state.has(Fault::ReadCopy))
        after(copyDelay, this, [this, plan] { write(plan.bytes); });
    if (behaviour.segment > 0)
        m_segment = behaviour.segment;
    m_isTrickling = m_state.has(Fault::RepliesTrickled) || behaviour.segment > 0;
    if (delay.count() == 0) {
        deliver(plan);
        return deliverCopies(plan.bytes, behaviour);
    }
    if (++m_pendingReplies > maximumPendingReplies)
        return end(ConnectionEnd::Close);
    after(delay, this, [this, plan, behaviour] {
        --m_pendingReplies;
        deliver(plan);
        deliverCopies(plan.bytes, behaviour);
    });
}

void WebSocketConnection::deliverCopies(const QByteArray &bytes, const ReplyBehaviour &behaviour)
{
    for (int copy = 1; copy <= behaviour.copies; ++copy)
        after(behaviour.copyDelay * copy, this, [this, bytes] { write(bytes); });
}

void WebSocketConnection::deliver(const ReplyPlan &plan)
{
    if (!isOpen())
        return;
    write(plan.bytes);
    if (!plan.endless.isEmpty()) {
        m_endless = plan.endless;
        m_endlessTimer.start(endlessInterval);
    }
    if (plan.end != ConnectionEnd::Keep)
        end(plan.end);
}

void WebSocketConnection::write(const QByteArray &bytes)
{
    if (!isOpen() || bytes.isEmpty())
        return;
    if (m_tcp->bytesToWrite() + m_trickle.size() + bytes.size() > maximumReplyBacklog)
        return end(ConnectionEnd::Reset);
    if (m_socket && (m_isTrickling || !m_trickle.isEmpty())) {
        m_trickle += bytes;
        m_trickleTimer.start(trickleInterval);
    } else {
        m_tcp->write(bytes);
    }
}

void WebSocketConnection::send(const QByteArray &frame)
{
    if (m_conversation.isSignedIn())
        write(frame);
}

void WebSocketConnection::writeEndless()
{
    if (!isOpen() || m_endlessBytes > maximumEndless) {
        m_endlessTimer.stop();
        return;
    }
    if (m_tcp->bytesToWrite() < maximumBacklog) {
        m_tcp->write(m_endless);
        m_endlessBytes += m_endless.size();
    }
}

void WebSocketConnection::push()
{
    // In the middle of an unfinished message it would be part of it.
    if (!isOpen() || m_endlessTimer.isActive() || m_tcp->bytesToWrite() > maximumBacklog
        || m_trickle.size() > maximumBacklog)
        return;
    if (m_state.has(Fault::PushBinaryFlood))
        return write(webSocketFrame(FrameOpcode::Binary, {}).repeated(floodFrames));
    const QByteArray frame = m_state.behaviour().pushInterval.count() > 0
        ? ownPush()
        : pushFrame(
            m_state.options().profile,
            {{u"service"_s, u"systemStatus"_s}, {u"systemTime"_s, QDateTime::currentSecsSinceEpoch()}});
    write(m_state.has(Fault::PushStorm) ? frame.repeated(stormPushes) : frame);
}

QByteArray WebSocketConnection::ownPush() const
{
    const ProtocolProfile &profile = m_state.options().profile;
    const Dialect dialect(profile);
    const GatewayState::Setting &setting = m_state.setting();
    QJsonObject frame = Dialect::set({}, dialect.enabledAt(), dialect.onOff(setting.enabled));
    frame = Dialect::set(frame, dialect.portAt(), dialect.port(setting.port));
    QJsonObject data = dialect.dataAt().in(frame).toObject();
    data.insert(u"modbusIp"_s, setting.clientAddress);
    if (!m_state.behaviour().pushesLookLikeReplies)
        return pushFrame(profile, data);
    frame = Dialect::set(dialect.success(profile.read), dialect.textAt(), QJsonValue::Undefined);
    return webSocketFrame(
        FrameOpcode::Text,
        QJsonDocument(Dialect::set(frame, dialect.dataAt(), data)).toJson(QJsonDocument::Compact));
}

} // namespace Sigen
