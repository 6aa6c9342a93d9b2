// What a probe finds at simulated gateways and at servers that misbehave, and what it never does.

#include "diagnosis/offerprobe.h"
#include "simulator/gatewaysimulator.h"
#include "support/loopback.h"
#include "support/rawserver.h"

#include <QSignalSpy>
#include <QTest>

#include <vector>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class OfferProbeTest : public QObject
{
    Q_OBJECT

    static OfferRequest request(const QHostAddress &address, const QList<quint16> &web,
                                const QList<quint16> &modbus)
    {
        OfferRequest request;
        request.host = address.toString();
        request.timeouts = Timeouts::all(500ms);
        request.webPorts = web;
        request.modbusPorts = modbus;
        return request;
    }

    static HostOffer run(const OfferRequest &request)
    {
        OfferProbe probe(request);
        QSignalSpy finished(&probe, &Operation::finished);
        probe.start();
        if (!finished.wait(60000))
            qFatal("the probe does not end");
        return probe.offer();
    }

private Q_SLOTS:
    void aGatewaysFacesAreFoundWithoutSigningIn()
    {
        SimulatorOptions options;
        options.address = uniqueLoopbackAddress();
        options.initiallyEnabled = true;
        options.profile = builtInProfile(u"documented"_s);
        GatewaySimulator simulator(options);
        QString reason;
        QVERIFY2(simulator.start(&reason), qPrintable(reason));
        const HostOffer offer =
            run(request(options.address, {simulator.webSocketPort(), 9}, {simulator.modbusPort()}));
        QCOMPARE(offer.ports.size(), 3);
        QVERIFY(offer.isThere());
        for (const PortOffer &port : offer.ports) {
            if (port.port == simulator.webSocketPort()) {
                QCOMPARE(port.webSockets.constFirst().path, u"/ws"_s);
                QVERIFY(port.webSockets.constFirst().face.isUpgraded);
                QVERIFY(!port.webSockets.constLast().face.isUpgraded);
                QVERIFY(!port.modbus);
            } else if (port.port == simulator.modbusPort()) {
                QCOMPARE(port.modbus->verdict, ModbusVerdict::Answers);
                QVERIFY(!port.plain && !port.tls && port.webSockets.isEmpty());
            } else {
                QCOMPARE(port.finding.state, PortState::Closed);
            }
        }
        QCOMPARE(simulator.counters().signIns, 0);
        QCOMPARE(simulator.counters().forbiddenRequests, 0);
        QTRY_COMPARE(simulator.openConnections(), 0);
    }

    void aTraceHoldsNoSecret()
    {
        SimulatorOptions options;
        options.address = uniqueLoopbackAddress();
        options.initiallyEnabled = true;
        options.profile = builtInProfile(u"documented"_s);
        options.serial = u"110A1234567890"_s;
        GatewaySimulator simulator(options);
        QString reason;
        QVERIFY2(simulator.start(&reason), qPrintable(reason));
        OfferRequest wished = request(options.address, {}, {simulator.modbusPort()});
        wished.redactor.add(Secret(options.serial));
        OfferProbe probe(wished);
        QStringList frames;
        connect(&probe, &OfferProbe::traced, this,
                [&frames](const TraceEntry &entry) { frames += entry.text; });
        QSignalSpy finished(&probe, &Operation::finished);
        probe.start();
        QVERIFY(finished.wait(60000));
        QVERIFY(frames.size() > 2);
        const QString bytes = QString::fromLatin1(options.serial.toLatin1().toHex(' ').toUpper());
        QVERIFY2(!frames.join(u'\n').contains(bytes), qPrintable(frames.join(u'\n')));
    }

    void aModbusPortGetsModbusReadsOnlyWhateverAnswers()
    {
        RawServer server([](QTcpSocket &client, const QByteArray &bytes) {
            if (!bytes.isEmpty())
                client.write("HTTP/1.1 400 Bad Request\r\n\r\n");
        });
        const HostOffer offer = run(request(QHostAddress(QHostAddress::LocalHost), {}, {server.port()}));
        QCOMPARE(offer.ports.constFirst().modbus->verdict, ModbusVerdict::Garbage);
        QVERIFY(!server.received().contains("GET"));
        QCOMPARE(quint8(server.received().at(7)), quint8(4)); // input registers
    }

    void thereAreAtMostFortyConnections()
    {
        std::vector<std::unique_ptr<RawServer>> servers;
        OfferRequest wished = request(QHostAddress(QHostAddress::LocalHost), {}, {});
        for (int index = 0; index < 9; ++index) {
            const bool isModbus = index >= 6;
            auto server =
                std::make_unique<RawServer>([isModbus](QTcpSocket &client, const QByteArray &bytes) {
                    if (bytes.isEmpty())
                        return;
                    if (isModbus) // ends each connection that something is asked on
                        client.close();
                    else
                        client.write("HTTP/1.1 404 Not Found\r\n\r\n");
                });
            (isModbus ? wished.modbusPorts : wished.webPorts) += server->port();
            servers.push_back(std::move(server));
        }
        const HostOffer offer = run(wished);
        int connections = 0;
        QStringList each;
        for (const auto &server : servers) {
            connections += server->connections();
            each += QString::number(server->connections());
        }
        QVERIFY2(connections <= OfferProbe::mostConnections, qPrintable(each.join(u' ')));
        QVERIFY(std::any_of(offer.ports.cbegin(), offer.ports.cend(),
                            [](const PortOffer &port) { return port.webSockets.size() == 3; }));
    }

    void whoRefusesIsThere()
    {
        QVERIFY(run(request(uniqueLoopbackAddress(), {9}, {})).isThere());
        QVERIFY(!HostOffer().isThere());
    }

    void cancellingEndsItAtOnce()
    {
        const RawServer silent([](QTcpSocket &, const QByteArray &) {});
        OfferProbe probe(request(QHostAddress(QHostAddress::LocalHost), {silent.port()}, {}));
        QSignalSpy finished(&probe, &Operation::finished);
        probe.start();
        QTRY_VERIFY(silent.connections() > 1); // the page is asked for
        probe.cancel();
        QVERIFY(finished.wait(1000));
        QCOMPARE(probe.error().code, ErrorCode::Cancelled);
        QCOMPARE(probe.offer().ports.constFirst().finding.state, PortState::Open);
        QTRY_COMPARE(silent.openConnections(), 0);
    }
};

QTEST_GUILESS_MAIN(OfferProbeTest)
#include "tst_offerprobe.moc"
