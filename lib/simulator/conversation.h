// One client's conversation with the gateway in its profile: sign in, read, set. Text in, honest answer out;
// what the faults make of the answer's bytes is decided in replyplan.h. Knows no socket.
#pragma once

#include "simulator/gatewaystate.h"
#include "simulator/replyplan.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QString>

namespace Sigen {

class Conversation
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::Conversation)

public:
    struct Answer
    {
        FaultEvent event = FaultEvent::Read; ///< SignIn, Read, Write or ReadBack
        QJsonObject envelope{}; ///< empty: no answer
        QJsonObject lateEnvelope{}; ///< when not empty: an older answer that comes first
        QJsonObject echo{}; ///< when not empty: for all connections, later
        ConnectionEnd end = ConnectionEnd::Keep;
    };

    /// \a state and \a client must outlive the conversation; \a client is what sessions are told apart by.
    /// \a peer: the client's address, for the talk.
    Conversation(GatewayState &state, const QObject *client, QString peer);

    Answer answer(const QString &text);

    bool isSignedIn() const { return !m_token.isEmpty(); }
    void endSession() { m_token.clear(); }
    /// The password as an echo, and the token too, where the client knows it by now.
    QString echo(Spelling spelling, bool withToken) const;

private:
    Answer signIn(const QJsonObject &request);
    Answer read(const QJsonObject &request);
    Answer write(const QJsonObject &request);
    Answer applied(const GatewayState::Setting &setting, const QJsonObject &success);
    bool isAuthorised(const QJsonObject &request) const;
    bool serialFits(const QJsonObject &request) const;
    void noteExtraKey(const QJsonObject &data);

    QJsonObject report(const GatewayState::Setting &setting) const;
    QJsonObject success(const MessageTypes &types, const QJsonObject &data) const;
    QJsonObject refusal(const MessageTypes &types, int code, const QString &text) const;
    QJsonObject sessionRefusal(const MessageTypes &types) const;

    GatewayState &m_state;
    const ProtocolProfile &m_profile;
    const QObject *m_client;
    QString m_peer;
    QString m_password; ///< as the client gave it
    QString m_token;
    QJsonObject m_previousRead;
};

} // namespace Sigen
