// One client's conversation with the gateway in its profile: sign in, read, set. Text in, honest answer out;
// what the faults make of the answer's bytes is decided in replyplan.h. Knows no socket.
#pragma once

#include "simulator/dialect.h"
#include "simulator/gatewaystate.h"
#include "simulator/replyplan.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace Sigen {

class Conversation
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::Conversation)

public:
    struct Answer
    {
        FaultEvent event = FaultEvent::Read; ///< SignIn (Connect: a step before it), Read, Write or ReadBack
        QJsonObject envelope{}; ///< empty: no answer
        QJsonObject lateEnvelope{}; ///< when not empty: an older answer that comes first
        QJsonObject echo{}; ///< when not empty: for all connections, later
        ConnectionEnd end = ConnectionEnd::Keep;
    };

    /// \a state and \a client must outlive the conversation; \a client is what sessions are told apart by.
    /// \a peer: the client's address, for the talk.
    Conversation(GatewayState &state, const QObject *client, QString peer);

    Answer answer(const QString &text);
    /// The same for what comes from a client that is gone: nothing but a sign-out counts.
    void hearLast(const QString &text);

    bool isSignedIn() const { return m_isSignedIn; }
    void endSession()
    {
        m_isSignedIn = false;
        m_token.clear();
    }
    /// The password as an echo, and the token too, where the client knows it by now.
    QString echo(Spelling spelling, bool withToken) const;

private:
    void signOut();
    Answer signIn(const DialectRequest &request);
    Answer grant(const QString &username);
    Answer read(const DialectRequest &request);
    Answer write(const DialectRequest &request, const QJsonObject &frame);
    Answer applied(const GatewayState::Setting &setting, const QJsonObject &success);
    bool credentialsFit(const DialectRequest &request) const;
    bool isAuthorised(const DialectRequest &request, const Exchange &exchange) const;
    bool serialFits(const DialectRequest &request) const;
    void noteExtraKey(const QJsonObject &request);
    std::optional<quint16> portIn(const DialectRequest &request) const;

    JsonPointer extraAt() const;
    QJsonObject withSetting(QJsonObject frame, const GatewayState::Setting &setting) const;
    QJsonObject report(const GatewayState::Setting &setting) const;
    QJsonObject sessionRefusal(const Exchange &exchange) const;

    GatewayState &m_state;
    const ProtocolProfile &m_profile;
    Dialect m_dialect;
    const QObject *m_client;
    QString m_peer;
    QString m_password; ///< as the client gave it
    QString m_token;
    bool m_isSignedIn = false;
    std::optional<QString> m_clientAddress; ///< in the set request that is answered
    qsizetype m_nextStep = 0; ///< of the sign-in
    QJsonValue m_requestId; ///< of the request that is answered
    QJsonObject m_previousRead;
};

} // namespace Sigen
