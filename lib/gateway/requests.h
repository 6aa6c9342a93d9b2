// What can be asked of a gateway, one Operation each. Made by GatewaySession only; the errors are listed
// there. A request is sent at most once, and its deadline is not extended by frames that are skipped. When
// the session is destroyed first, the request ends as Cancelled.
#pragma once

#include "core/operation.h"
#include "core/secret.h"
#include "protocol/envelope.h"

#include <QPointer>
#include <QStringList>

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
    virtual bool takeFrame(const QString &text) = 0;

    GatewaySession *session() const { return m_session; }
    void run() override;
    void release() override { giveBack(); }
    /// Also called by the destructors of those who implement leave().
    void giveBack();

private:
    friend class GatewaySession;

    QPointer<GatewaySession> m_session;
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
    bool takeFrame(const QString &text) override;

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
    ReplyRequest(GatewaySession &session, RequestKind kind);

    /// Empty when it can't be encoded.
    virtual QByteArray encode(const ProtocolProfile &profile, const QString &serial,
                              const Secret &token) const = 0;
    /// The gateway says success: read what it sent along. An error fails the request.
    virtual Error accept(const ProtocolProfile &profile, const Frame &frame) = 0;

    /// From the moment the frame was handed to the socket.
    bool isSent() const { return m_sent; }
    void deadlinePassed() override;

private:
    void begin(GatewaySession &session) override;
    void leave(GatewaySession &session) override;
    bool takeFrame(const QString &text) override;
    void refused(ErrorCode code, const Frame &frame);

    RequestKind m_kind;
    std::chrono::milliseconds m_deadline;
    int m_skippedBefore = 0;
    bool m_sent = false;
    bool m_answered = false;
};

/// Afterwards the session holds the token and the serial.
class SignInRequest : public ReplyRequest
{
    Q_OBJECT

private:
    friend class GatewaySession;
    SignInRequest(GatewaySession &session, Credentials credentials);

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
    explicit ReadSettingRequest(GatewaySession &session);

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
