// One WebSocket connection to a gateway, spoken in one profile: open, sign in, read, write.
//
// Requests are Operations made by the session (gateway/requests.h); one may be in flight at a time (starting
// a second is a programming error and fails with Internal). A session that has lost its connection stays
// lost: make a new one. Destroying it closes the socket and cancels what is in flight.
//
// Frames that are not the reply (pushes, other numbers, binary ones) are skipped and counted, never queued. A
// frame that is no JSON object, or has an envelope field of the wrong type, while a request waits, fails it
// with MalformedReply. Frames that arrive while nothing waits are only counted.
//
// Where the profile knows how, the session is kept alive while it is open, and signed out when it ends.
//
// Replies carry no request id. So when a request that was sent ends without its reply (time-out, cancel, a
// malformed frame), the session closes itself: a late reply would be taken for the next request's. Requests
// made after that fail with ConnectionLost. The exception is a write without its reply: the gateway may have
// no other place, so the session stays open. Whoever goes on with it waits for silence first.
//
// Whatever the reason, a frame that only looks like the answer to a read may arrive: compareReports() and
// reportsAgree() tell whether all of them said the same.
#pragma once

#include "core/operation.h"
#include "core/redaction.h"
#include "core/timeouts.h"
#include "core/trace.h"
#include "gateway/endpoint.h"
#include "protocol/envelope.h"

#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

namespace Sigen {

class GatewayRequest;
class OpenRequest;
class SignInRequest;
class SilenceRequest;
class ReadSettingRequest;
class WriteSettingRequest;
class WebSocketTransport;

class GatewaySession : public QObject
{
    Q_OBJECT

public:
    /// Longest WebSocket message that is accepted, in bytes; longer ones end the session with
    /// MessageTooLarge.
    static constexpr quint64 maximumMessageSize = maximumFrameSize;
    /// How often an idle connection is pinged (reference client: 20 s).
    static constexpr std::chrono::seconds pingInterval{20};
    /// Silence after a ping that ends the session with ConnectionLost.
    static constexpr std::chrono::seconds pingPatience{10};
    /// How many frames that are no reply are traced; one more entry says that there were others.
    static constexpr int mostTracedSkips = 1000;

    GatewaySession(GatewayEndpoint endpoint, ProtocolProfile profile, Timeouts timeouts,
                   QObject *parent = nullptr);
    ~GatewaySession() override;

    /// What is known to be secret before anything is sent: the password, the tokens of earlier sessions. A
    /// gateway may echo them at any time, even while the connection opens.
    void setRedactor(const Redactor &redactor) { m_redactor = redactor; }
    /// What was added to it since.
    const Redactor &redactor() const { return m_redactor; }

    /// Connects and does the WebSocket handshake, on the profile's paths in turn: the next one is tried when
    /// something answered that is no WebSocket. Each path may take timeouts.handshake, its TCP connection
    /// timeouts.connect of it. The TCP port is expected to accept (probe it first, for its latency and an
    /// exact diagnosis). Being turned away (refused, closed or reset without an answer) is tried again up to
    /// three times within 1.5 s: a device with one place frees it late. Errors: NotAGateway,
    /// HandshakeTimeout, ConnectionLost, CertificateNotTrusted (detail has the presented fingerprint),
    /// Unreachable, ConnectionRefused, ConnectTimeout, Internal (no TLS in this Qt), Usage (pathOverride
    /// can't be in a URL).
    std::unique_ptr<OpenRequest> open();
    /// All steps of the profile's sign-in. Errors: SignInRefused, NoRights, SessionTaken (another client is
    /// signed in), Refused (busy), MissingToken, NoReply (nothing came but pushes), MalformedReply (also when
    /// frames came that are neither the reply nor a push), MessageTooLarge, ConnectionLost.
    /// The reply is waited for as long as for any other, but no longer than \a patience.
    std::unique_ptr<SignInRequest> signIn(const Credentials &credentials,
                                          std::chrono::milliseconds patience = std::chrono::hours(1));
    /// Errors: Refused, SessionRefused, SessionTaken, NoRights, UnexpectedReply (no on/off value), NoReply,
    /// MalformedReply, MessageTooLarge, ConnectionLost.
    /// The reply is waited for as for signIn().
    std::unique_ptr<ReadSettingRequest>
    readSetting(std::chrono::milliseconds patience = std::chrono::hours(1));
    /// Sends the setting once. \a setting must have a port. Errors as for readSetting(), without
    /// UnexpectedReply; whatever happens, WriteSettingRequest::wasSent() tells whether the frame was handed
    /// to the socket.
    std::unique_ptr<WriteSettingRequest> writeSetting(const ModbusSetting &setting);
    /// Ends once nothing that could pass for a reply has arrived for \a silence. Errors: ConnectionLost,
    /// NoReply (no such silence within \a patience).
    std::unique_ptr<SilenceRequest> silence(std::chrono::milliseconds silence,
                                            std::chrono::milliseconds patience);

    /// From now on every frame that could be the answer to a read is compared with the first one.
    void compareReports();
    /// False when two of them told different settings.
    bool reportsAgree() const { return !m_reportsDiffer; }

    /// Gives the session back to the gateway, where the profile knows how; no reply is waited for. A session
    /// that ends otherwise does so by itself, untraced: whoever listens may be going, too.
    void signOut();

    bool isOpen() const;
    /// What the account may do, in the gateway's word; may be empty.
    QString role() const { return m_role; }
    /// What goes along with requests: as given in the credentials, else from the sign-in reply; may be empty.
    QString serial() const { return m_serial; }
    /// What the gateway said at sign-in, also when it differs from what the user gave; may be empty.
    QString reportedSerial() const { return m_reportedSerial; }
    /// Frames that were skipped because they were no reply.
    int skippedFrames() const { return m_skippedFrames; }
    /// The profile's path on which the handshake succeeded.
    QString path() const { return m_path; }

Q_SIGNALS:
    /// The open connection ended by itself; the request in flight, if any, fails with the same error.
    void lost(const Sigen::Error &error);
    /// Every frame, both ways, redacted; of those that are no reply the first mostTracedSkips.
    void traced(const Sigen::TraceEntry &entry);

private:
    friend class GatewayRequest;
    friend class OpenRequest;
    friend class ReplyRequest;
    friend class SignInRequest;
    friend class SilenceRequest;
    friend class ReadSettingRequest;
    friend class WriteSettingRequest;

    RequestValues nextValues();
    void keepAlive();
    void sendSignOut(bool isTraced);
    void connectTo(const QString &path);
    void disconnectNow(const QString &why);
    bool send(const QByteArray &frame, bool isTraced = true);
    void transportOpened(const QString &path);
    void transportEnded(const Error &error);
    void textReceived(const QString &text);
    void binaryReceived(qsizetype size);
    void lookAtClock();
    /// False when the frame was nobody's.
    bool dispatch(const QString &text);
    void noteReport(const QJsonObject &frame);
    void countSkipped(bool isUnderstood);
    bool isTraced() const;
    void traceReceived(const QString &text, bool isSkipped);
    void trace(TraceEntry::Direction direction, const QString &text);
    /// \a reply: the one that brought the grant.
    void adopt(const SessionGrant &grant, const QJsonObject &reply, const Credentials &given);
    Error failure(ErrorCode code, const QString &detail) const;
    QStringList paths() const;

    GatewayEndpoint m_endpoint;
    ProtocolProfile m_profile;
    Timeouts m_timeouts;
    Redactor m_redactor;
    std::unique_ptr<WebSocketTransport> m_transport;
    QPointer<GatewayRequest> m_current;
    Error m_lost; ///< why the connection is gone, once it is
    Secret m_token;
    QString m_username;
    QString m_serial;
    QString m_reportedSerial;
    QString m_role;
    QString m_path;
    QTimer m_keepAlive;
    qint64 m_requestId = 0;
    bool m_isSignedIn = false;
    bool m_isTaken = false; ///< the gateway said that another client has the session now
    std::optional<ModbusSetting> m_report; ///< the first one, without its other keys
    bool m_isComparing = false;
    bool m_reportsDiffer = false;
    int m_skippedFrames = 0;
    int m_notUnderstood = 0; ///< of them: neither a reply nor a push
    int m_tracedSkips = 0;
};

} // namespace Sigen
