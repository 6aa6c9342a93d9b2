// What can be asked of a gateway, one Operation each. Made by GatewaySession only; the errors are listed
// there. A request is sent at most once, and its deadline is not extended by frames that are skipped: each
// one that arrives looks at the clock, since a flood of them can keep the timers from their turn. When the
// session is destroyed first, the request ends as Cancelled.
#pragma once

#include "core/operation.h"
#include "core/secret.h"
#include "protocol/envelope.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QStringList>
#include <QTimer>

#include <variant>

namespace Sigen {

class GatewaySession;

/// The one request that occupies the session while it runs.
class GatewayRequest : public Operation
{
    Q_OBJECT

public:
    ~GatewayRequest() override;

protected:
    GatewayRequest(GatewaySession &session, std::chrono::milliseconds deadline);

    /// The session is ours: do the work.
    virtual void begin(GatewaySession &session) = 0;
    /// The session will be free for others. Called once after begin(), also on destruction.
    virtual void leave(GatewaySession &session) = 0;
    virtual void connectionOpened() { }
    virtual void connectionEnded(const Error &error) { fail(error); }
    /// Whether the frame was ours; otherwise the session counts it as skipped.
    virtual bool takeFrame(const std::variant<QJsonObject, Error> &frame) = 0;
    /// Something has arrived, whatever it is.
    virtual void lookAtClock();

    GatewaySession *session() const { return m_session; }
    void run() override;
    void release() override { giveBack(); }
    /// Also called by the destructors of those who implement leave().
    void giveBack();

private:
    friend class GatewaySession;

    QPointer<GatewaySession> m_session;
    std::chrono::milliseconds m_deadline;
    bool m_isCurrent = false;
};

class OpenRequest : public GatewayRequest
{
    Q_OBJECT

public:
    ~OpenRequest() override;

private:
    friend class GatewaySession;
    explicit OpenRequest(GatewaySession &session);

    void begin(GatewaySession &session) override;
    void leave(GatewaySession &session) override;
    void connectionOpened() override;
    void connectionEnded(const Error &error) override;
    bool takeFrame(const std::variant<QJsonObject, Error> &frame) override;
    bool isWorthAnotherTry() const;
    std::chrono::milliseconds slotPause() const;

    QTimer m_pause;
    std::size_t m_pauses = 0; ///< taken so far
    QStringList m_paths;
    QStringList m_refusals; ///< what was wrong with the paths tried so far
    qsizetype m_next = 0;
    bool m_opened = false;
};

/// A request that sends a frame and waits for its reply, and then, where it has more, the next. What is
/// refused since the gateway is busy is asked again up to three times, a second apart, unless it is a write.
class ReplyRequest : public GatewayRequest
{
    Q_OBJECT

public:
    /// More of them, and it is refused.
    static constexpr int mostBusyReplies = 3;

    ~ReplyRequest() override;

protected:
    enum class Kind { SignIn, Read, Write };
    ReplyRequest(GatewaySession &session, Kind kind, std::chrono::milliseconds deadline);

    /// What is asked now.
    virtual const Exchange &exchange(const ProtocolProfile &profile) const = 0;
    /// Adds to what the session knows.
    virtual void fill(RequestValues &values) const = 0;
    /// The gateway says success: read what it sent along. An error fails the request.
    virtual Error accept(const QJsonObject &frame) = 0;
    /// After accept(): whether exchange() is another one now.
    virtual bool goesOn() { return false; }

    /// From the moment a frame was handed to the socket.
    bool isSent() const { return m_sent; }
    /// The computer may have slept: what waits in the socket was there in time, and is read first.
    void deadlinePassed() override;

private:
    void lookAtClock() override;
    void giveUp();
    void begin(GatewaySession &session) override;
    void leave(GatewaySession &session) override;
    bool takeFrame(const std::variant<QJsonObject, Error> &frame) override;
    void send();
    void judge(ReplyVerdict verdict, const QJsonObject &frame);
    void accepted(const QJsonObject &frame);
    void busy(const QJsonObject &frame);
    void refused(ErrorCode code, const QJsonObject &frame);

    Kind m_kind;
    std::chrono::milliseconds m_deadline;
    QTimer m_lastLook; ///< runs while what has arrived by the deadline is read
    QElapsedTimer m_lastLookClock;
    QTimer m_again;
    qint64 m_requestId = 0;
    int m_busyReplies = 0;
    int m_notUnderstoodBefore = 0;
    int m_skippedBefore = 0;
    bool m_sent = false;
    bool m_waits = false; ///< for the reply to what was sent last
    bool m_keepsSession = false;
};

/// Ends when nothing that could pass for a reply has arrived for a while.
class SilenceRequest : public GatewayRequest
{
    Q_OBJECT

public:
    ~SilenceRequest() override;

private:
    friend class GatewaySession;
    SilenceRequest(GatewaySession &session, std::chrono::milliseconds silence,
                   std::chrono::milliseconds patience);

    void begin(GatewaySession &session) override;
    void leave(GatewaySession &session) override;
    bool takeFrame(const std::variant<QJsonObject, Error> &frame) override;
    void lookAtClock() override;
    void deadlinePassed() override;
    void listen();

    std::chrono::milliseconds m_silence;
    QTimer m_timer;
    QElapsedTimer m_clock;
};

/// All steps of the profile's sign-in. Afterwards the session holds the token and the serial.
class SignInRequest : public ReplyRequest
{
    Q_OBJECT

private:
    friend class GatewaySession;
    SignInRequest(GatewaySession &session, Credentials credentials, std::chrono::milliseconds deadline);

    const Exchange &exchange(const ProtocolProfile &profile) const override;
    void fill(RequestValues &values) const override;
    Error accept(const QJsonObject &frame) override;
    bool goesOn() override;

    Credentials m_credentials;
    SessionGrant m_grant; ///< of the steps so far
    qsizetype m_step = 0;
};

class ReadSettingRequest : public ReplyRequest
{
    Q_OBJECT

public:
    /// Valid after success.
    const ModbusSetting &setting() const { return m_setting; }

private:
    friend class GatewaySession;
    ReadSettingRequest(GatewaySession &session, std::chrono::milliseconds deadline);

    const Exchange &exchange(const ProtocolProfile &profile) const override { return profile.read; }
    void fill(RequestValues &) const override { }
    Error accept(const QJsonObject &frame) override;

    ModbusSetting m_setting;
};

class WriteSettingRequest : public ReplyRequest
{
    Q_OBJECT

public:
    /// True from the moment the frame was handed to the socket: from then on the gateway may have obeyed.
    bool wasSent() const { return isSent(); }
    /// The gateway replied with success. It need not be true: read back.
    bool acknowledged() const { return m_acknowledged; }

private:
    friend class GatewaySession;
    WriteSettingRequest(GatewaySession &session, ModbusSetting setting);

    const Exchange &exchange(const ProtocolProfile &profile) const override { return profile.write; }
    void fill(RequestValues &values) const override;
    Error accept(const QJsonObject &frame) override;

    ModbusSetting m_setting;
    bool m_acknowledged = false;
};

} // namespace Sigen
