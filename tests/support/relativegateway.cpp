#include "support/relativegateway.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QWebSocket>

#include <algorithm>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;

struct RelativeGateway::Client : QObject
{
    explicit Client(QWebSocket *webSocket, QObject *parent)
        : QObject(parent)
        , socket(webSocket)
    {
        silence.setSingleShot(true);
    }

    void reply(int code, const QString &message, const QJsonObject &data)
    {
        const QJsonObject frame{
            {u"result_code"_s, code}, {u"result_msg"_s, message}, {u"result_data"_s, data}};
        socket->sendTextMessage(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
    }
    void refuse(int code, const QString &message, const QString &service)
    {
        reply(code, message, {{u"service"_s, service}});
    }

    QWebSocket *socket;
    QTimer silence;
    QString token;
};

static QString serviceOf(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object().value("service"_L1).toString();
}

RelativeGateway::RelativeGateway(quint16 modbusPort, const std::optional<QSslConfiguration> &tls)
    : m_server(u"relative"_s, tls ? QWebSocketServer::SecureMode : QWebSocketServer::NonSecureMode)
    , m_port(QString::number(modbusPort))
    , m_clients(QJsonArray{u"192.168.1.9"_s, QString(), QString()})
{
    if (tls)
        m_server.setSslConfiguration(*tls);
    connect(&m_server, &QWebSocketServer::newConnection, this, [this] {
        while (QWebSocket *const socket = m_server.nextPendingConnection())
            accept(socket);
    });
    m_server.listen(QHostAddress::LocalHost);
}

RelativeGateway::~RelativeGateway()
{
    for (Client *const client : findChildren<Client *>())
        client->socket->disconnect();
}

void RelativeGateway::accept(QWebSocket *socket)
{
    ++m_connections;
    auto *const client = new Client(socket, this);
    socket->setParent(client);
    connect(&client->silence, &QTimer::timeout, client, [this, client] { throwOut(*client); });
    connect(socket, &QWebSocket::disconnected, client, [this, client] {
        if (m_owner == client)
            m_owner = nullptr;
        client->deleteLater();
    });
    connect(socket, &QWebSocket::textMessageReceived, client, [this, client](const QString &text) {
        m_received.append(text);
        if (longestSilence.count() > 0)
            client->silence.start(longestSilence);
        answer(*client, QJsonDocument::fromJson(text.toUtf8()).object());
    });
}

int RelativeGateway::count(const QString &service) const
{
    return static_cast<int>(std::count_if(m_received.begin(), m_received.end(),
                                          [&](const QString &text) { return serviceOf(text) == service; }));
}

void RelativeGateway::throwOut(Client &client)
{
    if (m_owner == &client)
        m_owner = nullptr;
    client.token.clear();
    client.socket->close();
}

void RelativeGateway::takeSession()
{
    if (!m_owner)
        return;
    Client &loser = *m_owner;
    loser.refuse(100, u"normal user limit"_s, u"notice"_s);
    throwOut(loser);
}

void RelativeGateway::answer(Client &client, const QJsonObject &request)
{
    const QString service = request.value("service"_L1).toString();
    if (service == takenAt) {
        takeSession();
        return;
    }
    if (service == "connect"_L1) {
        client.token = u"anonymous-%1"_s.arg(++m_tokens);
        client.reply(1, u"success"_s, {{u"service"_s, service}, {u"token"_s, client.token}, {u"uid"_s, 1}});
        return;
    }
    if (client.token.isEmpty() || request.value("token"_L1).toString() != client.token) {
        client.refuse(106, u"token error"_s, service);
    } else if (service == "login"_L1) {
        signIn(client, request);
    } else if (service == "ping"_L1) {
        client.reply(1, u"success"_s, {{u"service"_s, service}});
    } else if (m_owner != &client) {
        client.refuse(401, u"sign-in needed"_s, service);
    } else if (service == "logout"_L1) {
        throwOut(client);
    } else if (service == "modbus_get"_L1) {
        QTimer::singleShot(readDelay, &client, [this, &client] { get(client); });
    } else if (service == "modbus_set"_L1) {
        set(client, request.value("list"_L1).toObject());
    } else {
        client.refuse(404, u"unknown service"_s, service);
    }
}

void RelativeGateway::signIn(Client &client, const QJsonObject &request)
{
    const QString password = request.value("passwd"_L1).toString();
    if (request.value("username"_L1).toString() != "admin"_L1 || password != "hunter2secret"_L1) {
        client.refuse(0, u"account or password error"_s, u"login"_s);
        return;
    }
    if (m_owner != &client)
        takeSession();
    m_owner = &client;
    client.token = u"token-%1-secret"_s.arg(++m_tokens);
    client.reply(1, u"success"_s,
                 {{u"service"_s, u"login"_s},
                  {u"token"_s, client.token},
                  {u"role"_s, hasRights ? u"installer"_s : u"owner"_s},
                  {u"serial"_s, u"110A1234567890"_s},
                  {u"passwd"_s, password}});
    client.reply(1, u"success"_s, {{u"service"_s, u"state"_s}, {u"list"_s, QJsonArray{1, 2, 3}}});
}

void RelativeGateway::get(Client &client)
{
    if (m_owner != &client)
        return;
    if (busyReads > 0 && busyReads--)
        client.refuse(301, u"busy"_s, u"modbus_get"_s);
    else
        client.reply(1, u"success"_s,
                     {{u"service"_s, u"modbus_get"_s},
                      {u"enable"_s, m_enable},
                      {u"port"_s, m_port},
                      {u"clients"_s, m_clients}});
}

void RelativeGateway::set(Client &client, const QJsonObject &list)
{
    const QString enable = list.value("enable"_L1).toString();
    const bool isRight = (enable == "170"_L1 || enable == "85"_L1) && list.value("port"_L1).isString()
        && list.value("clients"_L1) == m_clients && list.value("service"_L1) == "modbus_set"_L1;
    if (busyWrites > 0 && busyWrites--) {
        client.refuse(301, u"busy"_s, u"modbus_set"_s);
    } else if (!hasRights) {
        client.refuse(391, u"permission denied"_s, u"modbus_set"_s);
    } else if (!isRight) {
        client.refuse(391, u"set failed"_s, u"modbus_set"_s);
    } else {
        m_enable = enable;
        m_port = list.value("port"_L1).toString();
        client.reply(1, u"success"_s, {{u"service"_s, u"modbus_set"_s}});
    }
}

} // namespace Sigen::Test
