#include "support/scriptedgateway.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;

static int messageType(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object().value("msgType"_L1).toInt(-1);
}

ScriptedGateway::ScriptedGateway(const std::optional<QSslConfiguration> &tls)
    : m_server(u"test"_s, tls ? QWebSocketServer::SecureMode : QWebSocketServer::NonSecureMode)
{
    if (tls)
        m_server.setSslConfiguration(*tls);
    answer(0, {uR"({"msgType":1,"code":0,"msg":"ok","data":{"token":"TOKEN-1234","sn":"SERIAL-1"}})"_s});
    answer(2, {uR"({"msgType":4,"code":0,"msg":"ok","data":{"modbusEnable":0,"modbusPort":502}})"_s});
    answer(3, {uR"({"msgType":4,"code":0,"msg":"ok","data":{}})"_s});
    connect(&m_server, &QWebSocketServer::newConnection, this, [this] {
        while (QWebSocket *const client = m_server.nextPendingConnection())
            accept(client);
    });
    m_server.listen(QHostAddress::LocalHost);
}

ScriptedGateway::~ScriptedGateway()
{
    for (QWebSocket *const client : std::as_const(m_clients))
        client->disconnect(this);
}

void ScriptedGateway::accept(QWebSocket *client)
{
    client->setParent(this);
    ++m_connections;
    m_clients.append(client);
    connect(client, &QWebSocket::disconnected, this, [this, client] {
        m_clients.removeOne(client);
        client->deleteLater();
    });
    connect(client, &QWebSocket::textMessageReceived, this, [this, client](const QString &text) {
        m_received.append(text);
        if (const Action action = m_actions.value(messageType(text)))
            action(*client);
    });
}

void ScriptedGateway::answer(int messageType, const QStringList &frames)
{
    answer(messageType, [frames](QWebSocket &client) {
        for (const QString &frame : frames)
            client.sendTextMessage(frame);
    });
}

void ScriptedGateway::answer(int messageType, Action action)
{
    m_actions.insert(messageType, std::move(action));
}

int ScriptedGateway::count(int messageType) const
{
    return static_cast<int>(
        std::count_if(m_received.begin(), m_received.end(),
                      [messageType](const QString &text) { return Test::messageType(text) == messageType; }));
}

} // namespace Sigen::Test
