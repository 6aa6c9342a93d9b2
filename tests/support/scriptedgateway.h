// A WebSocket server on 127.0.0.1 that answers each kind of request with the frames it was told to.
//
// Unlike the simulator it knows no protocol: what it sends is written out in the test.
#pragma once

#include <QHash>
#include <QSslConfiguration>
#include <QStringList>
#include <QWebSocket>
#include <QWebSocketServer>

#include <functional>
#include <optional>

namespace Sigen::Test {

class ScriptedGateway : public QObject
{
    Q_OBJECT

public:
    using Action = std::function<void(QWebSocket &client)>;

    /// Speaks the profile `documented` well: sign-in, read (off, port 502), write. With \a tls it speaks
    /// wss://.
    explicit ScriptedGateway(const std::optional<QSslConfiguration> &tls = {});
    ~ScriptedGateway() override;

    /// From now on a request with this msgType is answered with \a frames, one after the other.
    void answer(int messageType, const QStringList &frames);
    void answer(int messageType, Action action);

    quint16 port() const { return m_server.serverPort(); }
    /// All texts received, in order.
    const QStringList &received() const { return m_received; }
    /// How many of them have this msgType.
    int count(int messageType) const;
    int connections() const { return m_connections; }
    int openConnections() const { return static_cast<int>(m_clients.size()); }
    QWebSocket *client() const { return m_clients.isEmpty() ? nullptr : m_clients.last(); } ///< the newest

private:
    void accept(QWebSocket *client);

    QWebSocketServer m_server;
    QHash<int, Action> m_actions;
    QList<QWebSocket *> m_clients;
    QStringList m_received;
    int m_connections = 0;
};

} // namespace Sigen::Test
