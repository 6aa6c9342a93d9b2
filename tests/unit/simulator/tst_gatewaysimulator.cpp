#include "simulatorfixture.h"

#include <QTcpServer>
#include <QTest>
#include <QWebSocket>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject dataOf(const QJsonObject &reply)
{
    return reply["data"_L1].toObject();
}

int codeOf(const QJsonObject &reply)
{
    return reply["code"_L1].toInt(-1);
}

} // namespace

class TestGatewaySimulator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentedProfileIsSpokenByTheLetter();
    void earlyDraftProfileIsSpokenByTheLetter();
    void qWebSocketIsServed();
    void wrongPasswordIsRefusedUnderTheReplyNumber();
    void wrongUserIsRefused();
    void everybodySignsInWhenNoCredentialsAreSet();
    void foreignSerialIsRefused();
    void everySignInHasItsOwnToken();
    void requestsNeedTheirToken();
    void tokenOfAnotherConnectionIsRefused();
    void setOpensAndClosesThePort();
    void setPortMovesTheServerAndClosesItsConnections();
    void setPortOfAServerThatIsOffOpensNothing();
    void wrongParametersAreRefusedAndChangeNothing_data();
    void wrongParametersAreRefusedAndChangeNothing();
    void takenPortIsReportedAndStaysClosed();
    void extraKeyIsKeptAndItsLossIsNoticed();
    void unknownMessagesAreIgnored();
    void unaskedMessagesComeToASignedInClient();
    void otherPathsAreNotFound();
    void plainHttpRequestIsRefused();
    void passwordIsNeverTold();
};

void TestGatewaySimulator::documentedProfileIsSpokenByTheLetter()
{
    SimulatorFixture fixture;
    QVERIFY(fixture.start());
    auto client = fixture.webSocketClient();
    QVERIFY(client->upgrade());

    client->sendText(R"({"msgType":0,"sn":"","data":{"username":"admin","password":"secret"}})");
    const QJsonObject grant = client->nextMessage();
    QCOMPARE(grant["msgType"_L1].toInt(), 1);
    QCOMPARE(grant["code"_L1].toInt(-1), 0);
    QCOMPARE(dataOf(grant)["sn"_L1].toString(), u"110A1234567890"_s);
    const QByteArray token = dataOf(grant)["token"_L1].toString().toUtf8();
    QVERIFY(token.size() >= 16);

    client->sendText(R"({"msgType":2,"sn":"110A1234567890","token":")" + token
                     + R"(","data":{"service":"modbusTcpServer"}})");
    const QJsonObject before = client->nextMessage();
    QCOMPARE(before["msgType"_L1].toInt(), 4);
    QCOMPARE(before["code"_L1].toInt(-1), 0);
    QCOMPARE(dataOf(before)["modbusEnable"_L1].toInt(-1), 0);
    QCOMPARE(dataOf(before)["modbusPort"_L1].toInt(), int(fixture.modbusPort));

    client->sendText(R"({"msgType":3,"sn":"110A1234567890","token":")" + token
                     + R"(","data":{"service":"modbusTcpServer","modbusEnable":1,"modbusPort":15020}})");
    const QJsonObject done = client->nextMessage();
    QCOMPARE(done["msgType"_L1].toInt(), 4);
    QCOMPARE(done["code"_L1].toInt(-1), 0);
    QVERIFY(done["data"_L1].isObject());

    client->sendText(R"({"msgType":2,"sn":"110A1234567890","token":")" + token
                     + R"(","data":{"service":"modbusTcpServer"}})");
    QCOMPARE(dataOf(client->nextMessage())["modbusEnable"_L1].toInt(-1), 1);

    const SimulatorCounters &counters = fixture.simulator->counters();
    QCOMPARE(counters.webSocketConnections, 1);
    QCOMPARE(counters.signIns, 1);
    QCOMPARE(counters.reads, 2);
    QCOMPARE(counters.writes, 1);
}

void TestGatewaySimulator::earlyDraftProfileIsSpokenByTheLetter()
{
    SimulatorFixture fixture({}, false, u"early-draft"_s);
    QVERIFY(fixture.start());
    auto client = fixture.webSocketClient();
    QVERIFY(client->upgrade("/websocket"));

    client->sendText(R"({"msgType":0,"sn":"","data":{"username":"admin","password":"secret"}})");
    const QJsonObject grant = client->nextMessage();
    QCOMPARE(grant["msgType"_L1].toInt(), 1);
    const QByteArray token = dataOf(grant)["token"_L1].toString().toUtf8();
    const QByteArray head = R"(,"sn":"","token":")" + token + R"(","data":{"service":"modbusTcpServer")";

    client->sendText(R"({"msgType":1)" + head + "}}");
    const QJsonObject before = client->nextMessage();
    QCOMPARE(before["msgType"_L1].toInt(), 3);
    QCOMPARE(dataOf(before)["modbusEnable"_L1].toInt(-1), 0);

    // The other profile's read is this one's set; without values it must not change anything.
    client->sendText(R"({"msgType":2)" + head + "}}");
    QVERIFY(codeOf(client->nextMessage()) != 0);
    QVERIFY(!fixture.simulator->isEnabled());

    client->sendText(R"({"msgType":2)" + head + R"(,"modbusEnable":1,"modbusPort":15020}})");
    const QJsonObject done = client->nextMessage();
    QCOMPARE(done["msgType"_L1].toInt(), 3);
    QCOMPARE(codeOf(done), 0);
    QVERIFY(fixture.simulator->isEnabled());
}

void TestGatewaySimulator::qWebSocketIsServed()
{
    SimulatorFixture fixture;
    QVERIFY(fixture.start());
    QWebSocket socket;
    QSignalSpy connected(&socket, &QWebSocket::connected);
    QSignalSpy received(&socket, &QWebSocket::textMessageReceived);
    QSignalSpy pong(&socket, &QWebSocket::pong);
    socket.open(QUrl(
        u"ws://%1:%2/ws"_s.arg(fixture.options.address.toString()).arg(fixture.simulator->webSocketPort())));
    QTRY_COMPARE(connected.size(), 1);
    socket.sendTextMessage(u"{\"msgType\":0,\"data\":{\"username\":\"admin\",\"password\":\"secret\"}}"_s);
    QTRY_COMPARE(received.size(), 1);
    QVERIFY(received.first().first().toString().contains(u"token"_s));
    socket.ping();
    QTRY_COMPARE(pong.size(), 1);
    QSignalSpy disconnected(&socket, &QWebSocket::disconnected);
    fixture.simulator->stop();
    QTRY_COMPARE(disconnected.size(), 1);
}

void TestGatewaySimulator::wrongPasswordIsRefusedUnderTheReplyNumber()
{
    SimulatorFixture fixture;
    QVERIFY(fixture.start());
    auto client = fixture.webSocketClient();
    QVERIFY(client->upgrade());
    const QJsonObject reply = client->ask(fixture.signInRequest(u"wrong"_s));
    QCOMPARE(reply["msgType"_L1].toInt(), 1);
    QVERIFY(codeOf(reply) > 0);
    QVERIFY(!matches(fixture.options.profile.meanings.expired, reply));
    QVERIFY(!reply["msg"_L1].toString().isEmpty());
    QVERIFY(!dataOf(reply).contains("token"_L1));
    QVERIFY(codeOf(client->ask(fixture.readRequest())) != 0);
    QCOMPARE(codeOf(client->ask(fixture.signInRequest())), 0);
    QCOMPARE(fixture.simulator->counters().signIns, 2);
}

void TestGatewaySimulator::wrongUserIsRefused()
{
    SimulatorFixture fixture;
    fixture.options.username = u"installer"_s;
    QVERIFY(fixture.start());
    QVERIFY(!fixture.signedInClient());
}

void TestGatewaySimulator::everybodySignsInWhenNoCredentialsAreSet()
{
    SimulatorFixture fixture;
    fixture.options.username.clear();
    fixture.options.password = {};
    QVERIFY(fixture.start());
    auto client = fixture.webSocketClient();
    QVERIFY(client->upgrade());
    QCOMPARE(codeOf(client->ask(fixture.signInRequest(u"anything"_s))), 0);
}

void TestGatewaySimulator::foreignSerialIsRefused()
{
    SimulatorFixture fixture;
    QVERIFY(fixture.start());
    auto client = fixture.signedInClient();
    QVERIFY(client);
    QJsonObject signIn = fixture.signInRequest();
    signIn["sn"_L1] = u"110A0000000000"_s;
    QVERIFY(codeOf(client->ask(signIn)) > 0);
    QJsonObject read = fixture.readRequest();
    read["sn"_L1] = u"110A0000000000"_s;
    QVERIFY(codeOf(client->ask(read)) > 0);
    read["sn"_L1] = QString();
    QCOMPARE(codeOf(client->ask(read)), 0);
}

void TestGatewaySimulator::everySignInHasItsOwnToken()
{
    SimulatorFixture fixture;
    QVERIFY(fixture.start());
    auto client = fixture.signedInClient();
    QVERIFY(client);
    const QString firstToken = fixture.token;
    const QString secondToken = dataOf(client->ask(fixture.signInRequest()))["token"_L1].toString();
    QVERIFY(firstToken != secondToken);
    QVERIFY(codeOf(client->ask(fixture.readRequest())) > 0); // with the first one
    fixture.token = secondToken;
    QCOMPARE(codeOf(client->ask(fixture.readRequest())), 0);
}

void TestGatewaySimulator::requestsNeedTheirToken()
{
    SimulatorFixture fixture;
    QVERIFY(fixture.start());
    auto client = fixture.signedInClient();
    QVERIFY(client);
    fixture.token = u"guessed"_s;
    const Conditions &expired = fixture.options.profile.meanings.expired;
    QVERIFY(matches(expired, client->ask(fixture.readRequest())));
    QVERIFY(matches(expired, client->ask(fixture.setRequest(true, fixture.modbusPort))));
    fixture.token.clear();
    QVERIFY(codeOf(client->ask(fixture.readRequest())) > 0);
    QVERIFY(!fixture.simulator->isEnabled());
}

void TestGatewaySimulator::tokenOfAnotherConnectionIsRefused()
{
    SimulatorFixture fixture;
    QVERIFY(fixture.start());
    auto first = fixture.signedInClient();
    QVERIFY(first);
    auto second = fixture.webSocketClient();
    QVERIFY(second->upgrade());
    QVERIFY(codeOf(second->ask(fixture.readRequest())) > 0);
}

void TestGatewaySimulator::setOpensAndClosesThePort()
{
    SimulatorFixture fixture;
    QVERIFY(fixture.start());
    QVERIFY(!fixture.simulator->isModbusListening());
    RawClient refused(fixture.options.address, fixture.modbusPort);
    QTRY_COMPARE(refused.socket.error(), QAbstractSocket::ConnectionRefusedError);

    QSignalSpy changed(fixture.simulator.get(), &GatewaySimulator::settingChanged);
    auto client = fixture.signedInClient();
    QVERIFY(client);
    QCOMPARE(codeOf(client->ask(fixture.setRequest(true, fixture.modbusPort))), 0);
    QVERIFY(fixture.simulator->isEnabled());
    QVERIFY(fixture.simulator->isModbusListening());
    auto modbus = fixture.modbusClient();
    QVERIFY(modbus);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toBool(), true);
    QCOMPARE(changed.first().at(1).value<quint16>(), fixture.modbusPort);

    QCOMPARE(codeOf(client->ask(fixture.setRequest(false, fixture.modbusPort))), 0);
    QVERIFY(!fixture.simulator->isEnabled());
    QVERIFY(!fixture.simulator->isModbusListening());
    QVERIFY(modbus->waitForEnd());
}

void TestGatewaySimulator::setPortMovesTheServerAndClosesItsConnections()
{
    SimulatorFixture fixture({}, true);
    QVERIFY(fixture.start());
    auto modbus = fixture.modbusClient();
    QVERIFY(modbus);
    auto client = fixture.signedInClient();
    QVERIFY(client);
    QCOMPARE(codeOf(client->ask(fixture.setRequest(true, 15021))), 0);
    QCOMPARE(fixture.simulator->modbusPort(), quint16(15021));
    QVERIFY(modbus->waitForEnd());
    RawClient atOldPort(fixture.options.address, fixture.modbusPort);
    QTRY_COMPARE(atOldPort.socket.error(), QAbstractSocket::ConnectionRefusedError);
    QVERIFY(fixture.modbusClient());
    QCOMPARE(dataOf(client->ask(fixture.readRequest()))["modbusPort"_L1].toInt(), 15021);
}

void TestGatewaySimulator::setPortOfAServerThatIsOffOpensNothing()
{
    SimulatorFixture fixture;
    QVERIFY(fixture.start());
    auto client = fixture.signedInClient();
    QVERIFY(client);
    QCOMPARE(codeOf(client->ask(fixture.setRequest(false, 15021))), 0);
    QCOMPARE(fixture.simulator->modbusPort(), quint16(15021));
    QVERIFY(!fixture.simulator->isModbusListening());
}

void TestGatewaySimulator::wrongParametersAreRefusedAndChangeNothing_data()
{
    QTest::addColumn<QJsonObject>("values");
    QTest::newRow("enable 2") << QJsonObject{{u"modbusEnable"_s, 2}, {u"modbusPort"_s, 15021}};
    QTest::newRow("enable true") << QJsonObject{{u"modbusEnable"_s, true}, {u"modbusPort"_s, 15021}};
    QTest::newRow("enable string") << QJsonObject{{u"modbusEnable"_s, u"1"_s}, {u"modbusPort"_s, 15021}};
    QTest::newRow("no enable") << QJsonObject{{u"modbusPort"_s, 15021}};
    QTest::newRow("no port") << QJsonObject{{u"modbusEnable"_s, 1}};
    QTest::newRow("port 0") << QJsonObject{{u"modbusEnable"_s, 1}, {u"modbusPort"_s, 0}};
    QTest::newRow("port 65536") << QJsonObject{{u"modbusEnable"_s, 1}, {u"modbusPort"_s, 65536}};
    QTest::newRow("port fraction") << QJsonObject{{u"modbusEnable"_s, 1}, {u"modbusPort"_s, 502.5}};
    QTest::newRow("service") << QJsonObject{
        {u"service"_s, u"other"_s}, {u"modbusEnable"_s, 1}, {u"modbusPort"_s, 15021}};
}

void TestGatewaySimulator::wrongParametersAreRefusedAndChangeNothing()
{
    QFETCH(const QJsonObject, values);
    SimulatorFixture fixture;
    QVERIFY(fixture.start());
    auto client = fixture.signedInClient();
    QVERIFY(client);
    QJsonObject data{{u"service"_s, u"modbusTcpServer"_s}};
    for (auto value = values.begin(); value != values.end(); ++value)
        data[value.key()] = value.value();
    QJsonObject request = fixture.setRequest(true, 15021);
    request["data"_L1] = data;
    const QJsonObject reply = client->ask(request);
    QCOMPARE(reply["msgType"_L1].toInt(), 4);
    QVERIFY(codeOf(reply) > 0);
    QVERIFY(!fixture.simulator->isEnabled());
    QCOMPARE(fixture.simulator->modbusPort(), fixture.modbusPort);
    QCOMPARE(fixture.simulator->counters().writes, 1);
}

void TestGatewaySimulator::takenPortIsReportedAndStaysClosed()
{
    SimulatorFixture fixture;
    QVERIFY(fixture.start());
    QTcpServer occupant;
    QVERIFY(occupant.listen(fixture.options.address, 0));
    auto client = fixture.signedInClient();
    QVERIFY(client);
    QSignalSpy events(fixture.simulator.get(), &GatewaySimulator::reported);
    QCOMPARE(codeOf(client->ask(fixture.setRequest(true, occupant.serverPort()))), 0);
    QVERIFY(fixture.simulator->isEnabled());
    QCOMPARE(fixture.simulator->modbusPort(), occupant.serverPort());
    QVERIFY(!fixture.simulator->isModbusListening());
    const auto isReported = [&events, &occupant] {
        return std::any_of(events.begin(), events.end(), [&occupant](const QList<QVariant> &event) {
            return event.first().toString().contains(u"%1 cannot be opened"_s.arg(occupant.serverPort()));
        });
    };
    QTRY_VERIFY(isReported());
}

void TestGatewaySimulator::extraKeyIsKeptAndItsLossIsNoticed()
{
    SimulatorFixture fixture;
    QVERIFY(fixture.start());
    auto client = fixture.signedInClient();
    QVERIFY(client);
    QCOMPARE(dataOf(client->ask(fixture.readRequest()))["modbusIp"_L1].toString(), u"0.0.0.0"_s);
    client->ask(fixture.setRequest(true, fixture.modbusPort));
    QCOMPARE(fixture.simulator->counters().changedExtraKeys, 0);

    QJsonObject changing = fixture.setRequest(true, fixture.modbusPort);
    QJsonObject data = dataOf(changing);
    data["modbusIp"_L1] = u"192.168.1.7"_s;
    changing["data"_L1] = data;
    QCOMPARE(codeOf(client->ask(changing)), 0);
    QCOMPARE(fixture.simulator->counters().changedExtraKeys, 1);
    QCOMPARE(dataOf(client->ask(fixture.readRequest()))["modbusIp"_L1].toString(), u"192.168.1.7"_s);

    data.remove(u"modbusIp"_s);
    changing["data"_L1] = data;
    QCOMPARE(codeOf(client->ask(changing)), 0);
    QCOMPARE(fixture.simulator->counters().changedExtraKeys, 2);
    QCOMPARE(dataOf(client->ask(fixture.readRequest()))["modbusIp"_L1].toString(), u"192.168.1.7"_s);
}

void TestGatewaySimulator::unknownMessagesAreIgnored()
{
    SimulatorFixture fixture;
    QVERIFY(fixture.start());
    auto client = fixture.signedInClient();
    QVERIFY(client);
    client->sendText("not json");
    client->sendText("[]");
    client->sendText(R"({"msgType":99})");
    client->sendText(R"({"msgType":"2"})");
    // The next answer is the one to the read.
    QVERIFY(dataOf(client->ask(fixture.readRequest())).contains("modbusEnable"_L1));
}

void TestGatewaySimulator::unaskedMessagesComeToASignedInClient()
{
    SimulatorFixture fixture;
    QVERIFY(fixture.start());
    auto client = fixture.signedInClient();
    QVERIFY(client);
    QVERIFY(QTest::qWaitFor([&client] { return !client->received.isEmpty(); }, 10000));
    const QJsonObject push = client->nextMessage();
    QCOMPARE(push["msgType"_L1].toInt(), 5);
    QVERIFY(!dataOf(push).contains("modbusEnable"_L1));
}

void TestGatewaySimulator::otherPathsAreNotFound()
{
    SimulatorFixture fixture;
    QVERIFY(fixture.start());
    auto client = fixture.webSocketClient();
    QVERIFY(!client->upgrade("/websocket"));
    auto second = fixture.webSocketClient();
    QVERIFY(second->waitForConnection());
    second->send(RawClient::upgradeRequest("/"));
    QVERIFY(second->waitForEnd());
    QVERIFY(second->received.startsWith("HTTP/1.1 404 "));
}

void TestGatewaySimulator::plainHttpRequestIsRefused()
{
    SimulatorFixture fixture;
    QVERIFY(fixture.start());
    auto client = fixture.webSocketClient();
    QVERIFY(client->waitForConnection());
    client->send("GET /ws HTTP/1.1\r\nHost: gateway\r\n\r\n");
    QVERIFY(client->waitForEnd());
    QVERIFY(client->received.startsWith("HTTP/1.1 400 "));
}

void TestGatewaySimulator::passwordIsNeverTold()
{
    SimulatorFixture fixture({u"sign-in-echoes-password"_s});
    QVERIFY(fixture.start());
    QSignalSpy events(fixture.simulator.get(), &GatewaySimulator::reported);
    auto client = fixture.webSocketClient();
    QVERIFY(client->upgrade());
    const QJsonObject reply = client->ask(fixture.signInRequest(u"hunter2-hunter2"_s));
    QVERIFY(reply["msg"_L1].toString().contains(u"hunter2-hunter2"_s));
    QTRY_VERIFY(!events.isEmpty());
    for (const QList<QVariant> &event : std::as_const(events))
        QVERIFY(!event.first().toString().contains(u"hunter2"_s));
}

QTEST_GUILESS_MAIN(TestGatewaySimulator)
#include "tst_gatewaysimulator.moc"
