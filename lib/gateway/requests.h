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
    virtual bool takeFrame(const std::variant<Frame, Error> &frame) = 0;
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
    bool takeFrame(const std::variant<Frame, Error> &frame) override;
    bool isWorthAnotherTry() const;
    std::chrono::milliseconds slotPause() const;

    QTimer m_pause;
    std::size_t m_pauses = 0; ///< taken so far
    QStringList m_paths;
    QStringList m_refusals; ///< what was wrong with the paths tried so far
    qsizetype m_next = 0;
    bool m_opened = false;
};

/// A request that sends one frame and waits for one reply.
class ReplyRequest : public GatewayRequest
{
    Q_OBJECT

public:
    ~ReplyRequest() override;

protected:
    ReplyRequest(GatewaySession &session, RequestKind kind, std::chrono::milliseconds deadline);

    /// Empty when it can't be encoded.
    virtual QByteArray encode(const ProtocolProfile &profile, const QString &serial,
                              const Secret &token) const = 0;
    /// The gateway says success: read what it sent along. An error fails the request.
    virtual Error accept(const ProtocolProfile &profile, const Frame &frame) = 0;

    /// From the moment the frame was handed to the socket.
    bool isSent() const { return m_sent; }
    /// The computer may have slept: what waits in the socket was there in time, and is read first.
    void deadlinePassed() override;

private:
    void lookAtClock() override;
    void giveUp();
    void begin(GatewaySession &session) override;
    void leave(GatewaySession &session) override;
    bool takeFrame(const std::variant<Frame, Error> &frame) override;
    void refused(ErrorCode code, const Frame &frame);

    RequestKind m_kind;
    std::chrono::milliseconds m_deadline;
    QTimer m_lastLook; ///< runs while what has arrived by the deadline is read
    QElapsedTimer m_lastLookClock;
    int m_notUnderstoodBefore = 0;
    int m_skippedBefore = 0;
    bool m_sent = false;
    bool m_answered = false;
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
    bool takeFrame(const std::variant<Frame, Error> &frame) override;
    void lookAtClock() override;
    void deadlinePassed() override;
    void listen();

    std::chrono::milliseconds m_silence;
    QTimer m_timer;
    QElapsedTimer m_clock;
};

/// Afterwards the session holds the token and the serial.
class SignInRequest : public ReplyRequest
{
    Q_OBJECT

private:
    friend class GatewaySession;
    SignInRequest(GatewaySession &session, Credentials credentials, std::chrono::milliseconds deadline);

    QByteArray encode(const ProtocolProfile &profile, const QString &serial,
                      const Secret &token) const override;
    Error accept(const ProtocolProfile &profile, const Frame &frame) override;

    Credentials m_credentials;
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

    QByteArray encode(const ProtocolProfile &profile, const QString &serial,
                      const Secret &token) const override;
    Error accept(const ProtocolProfile &profile, const Frame &frame) override;

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

    QByteArray encode(const ProtocolProfile &profile, const QString &serial,
                      const Secret &token) const override;
    Error accept(const ProtocolProfile &profile, const Frame &frame) override;

    ModbusSetting m_setting;
    bool m_acknowledged = false;
};

} // namespace Sigen
