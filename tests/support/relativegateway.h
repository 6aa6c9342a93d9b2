// A device that speaks as a communication module of another maker does: connect, then login, replies matched
// by their service, success is 1, texts for on and off, one session at a time, a session that has to be kept
// alive. It knows nothing of profiles: what it says and expects is written out here.
#pragma once

#include <QJsonObject>
#include <QSslConfiguration>
#include <QStringList>
#include <QTimer>
#include <QWebSocketServer>

#include <chrono>
#include <optional>

class QWebSocket;

namespace Sigen::Test {

class RelativeGateway : public QObject
{
    Q_OBJECT

public:
    /// With \a tls it speaks wss://. Its Modbus server is somebody else's, at \a modbusPort.
    explicit RelativeGateway(quint16 modbusPort = 502, const std::optional<QSslConfiguration> &tls = {});
    ~RelativeGateway() override;

    quint16 port() const { return m_server.serverPort(); }
    bool isEnabled() const { return m_enable == QLatin1StringView("170"); }
    bool hasSession() const { return m_owner != nullptr; }
    int connections() const { return m_connections; }
    /// All texts received, in order.
    const QStringList &received() const { return m_received; }
    /// How many of them ask for \a service.
    int count(const QString &service) const;

    /// Another client signs in: whoever has the session is told, and thrown out.
    void takeSession();

    // What is odd about it.
    std::chrono::milliseconds longestSilence{0}; ///< of a client, else it is thrown out; 0: any
    std::chrono::milliseconds readDelay{0};
    int busyReads = 0; ///< so many of the next reads are refused as "busy"
    int busyWrites = 0;
    bool hasRights = true;
    QString takenAt; ///< another client signs in when this service is asked for

private:
    struct Client;
    void accept(QWebSocket *socket);
    void answer(Client &client, const QJsonObject &request);
    void signIn(Client &client, const QJsonObject &request);
    void get(Client &client);
    void set(Client &client, const QJsonObject &list);
    void throwOut(Client &client);

    QWebSocketServer m_server;
    QStringList m_received;
    Client *m_owner = nullptr; ///< of the session
    QString m_enable{QStringLiteral("85")};
    QString m_port;
    QJsonValue m_clients; ///< that may use Modbus; has to be given back
    int m_connections = 0;
    int m_tokens = 0;
};

} // namespace Sigen::Test
