#include "simulatorfixture.h"

#include "support/loopback.h"

#include <QJsonDocument>
#include <QtEndian>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;

SimulatorFixture::SimulatorFixture(const QStringList &faults, bool enabled, const QString &profile)
{
    options.address = uniqueLoopbackAddress();
    options.modbusPort = modbusPort;
    options.initiallyEnabled = enabled;
    options.profile = builtInProfile(profile);
    options.username = u"admin"_s;
    options.password = Secret(u"secret"_s);
    options.faults = faults;
}

bool SimulatorFixture::start()
{
    simulator = std::make_unique<GatewaySimulator>(options);
    return simulator->start(&reason);
}

std::unique_ptr<RawClient> SimulatorFixture::webSocketClient()
{
    return std::make_unique<RawClient>(options.address, simulator->webSocketPort());
}

std::unique_ptr<RawClient> SimulatorFixture::signedInClient()
{
    std::unique_ptr<RawClient> client = webSocketClient();
    if (!client->upgrade())
        return nullptr;
    const QJsonObject reply = client->ask(signInRequest());
    token = reply["data"_L1]["token"_L1].toString();
    return token.isEmpty() ? nullptr : std::move(client);
}

std::unique_ptr<RawClient> SimulatorFixture::modbusClient()
{
    auto client = std::make_unique<RawClient>(options.address, simulator->modbusPort());
    return client->waitForConnection() ? std::move(client) : nullptr;
}

/// The "msgType" that the profile sends with \a request.
static QJsonValue kindOf(const RequestTemplate &request)
{
    return QJsonDocument::fromJson(request.json()).object().value(u"msgType"_s);
}

QJsonObject SimulatorFixture::signInRequest(const QString &password) const
{
    return {{u"msgType"_s, kindOf(options.profile.signIn.constFirst().send)},
            {u"sn"_s, QString()},
            {u"data"_s, QJsonObject{{u"username"_s, u"admin"_s}, {u"password"_s, password}}}};
}

QJsonObject SimulatorFixture::readRequest() const
{
    return {{u"msgType"_s, kindOf(options.profile.read.send)},
            {u"sn"_s, options.serial},
            {u"token"_s, token},
            {u"data"_s, QJsonObject{{u"service"_s, u"modbusTcpServer"_s}}}};
}

QJsonObject SimulatorFixture::setRequest(bool enabled, int port) const
{
    return {{u"msgType"_s, kindOf(options.profile.write.send)},
            {u"sn"_s, options.serial},
            {u"token"_s, token},
            {u"data"_s,
             QJsonObject{{u"service"_s, u"modbusTcpServer"_s},
                         {u"modbusEnable"_s, enabled ? 1 : 0},
                         {u"modbusPort"_s, port},
                         {u"modbusIp"_s, u"0.0.0.0"_s}}}};
}

QByteArray modbusRequest(quint16 transaction, int unit, int function, quint16 address, quint16 count)
{
    QByteArray bytes(12, '\0');
    qToBigEndian(transaction, bytes.data());
    qToBigEndian(quint16(6), bytes.data() + 4);
    bytes[6] = static_cast<char>(unit);
    bytes[7] = static_cast<char>(function);
    qToBigEndian(address, bytes.data() + 8);
    qToBigEndian(count, bytes.data() + 10);
    return bytes;
}

} // namespace Sigen::Test
