// Diagnoses of simulated gateways and scripted servers over real sockets: each cause that loopback can have
// is made to happen and found. The others are in netns/diagnose_in_a_network.py. The matrix is in the output.

#include "diagnosisruns.h"

#include "scriptedserver.h"
#include "support/loopback.h"
#include "support/relativegateway.h"
#include "support/scriptedgateway.h"

#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <cstdio>
#include <map>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Run = std::shared_ptr<DiagnosisRun>;

/// What a diagnosis is run against, where it is more than one server.
struct Bundle : QObject
{
    std::unique_ptr<ScriptedGateway> gateway;
    std::unique_ptr<ScriptedServer> modbus;
    std::unique_ptr<RelativeGateway> relative; ///< instead of `gateway`
};

class DiagnosisTest : public QObject
{
    Q_OBJECT

    struct Row
    {
        QString code;
        bool isWarning = false;
        Run run;
    };
    std::map<QString, Row> m_rows;
    QSet<QString> m_found;
    QList<std::shared_ptr<QObject>> m_others; ///< servers beside those that are diagnosed

    void expect(const QString &code, bool isWarning, const Run &run)
    {
        m_rows[run->name] = {code, isWarning, run};
    }

    /// Against the simulator with a fault, which it is named after.
    Run add(const QString &code, bool isWarning, const QString &fault)
    {
        const Run run = simulatedRun(fault, true, {fault});
        expect(code, isWarning, run);
        return run;
    }

    /// Without a fault; named after what is done to it otherwise.
    Run addPlain(const QString &code, bool isWarning, const QString &name, bool enabled = true)
    {
        const Run run = simulatedRun(name, enabled, {});
        expect(code, isWarning, run);
        return run;
    }

    void addBundle(const QString &code, bool isWarning, const QString &name,
                   const std::function<void(Bundle &)> &change)
    {
        auto bundle = std::make_shared<Bundle>();
        bundle->gateway = std::make_unique<ScriptedGateway>();
        RegisterBank bank = plantBank();
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        bank.set(247, 30000, {quint16(now >> 16), quint16(now)});
        addInverter(bank, 1);
        addInverter(bank, 2);
        bundle->modbus = std::make_unique<ScriptedServer>(bank.handler());
        change(*bundle);
        auto run = std::make_shared<DiagnosisRun>();
        run->name = name;
        run->request = requestFor(QHostAddress(QHostAddress::LocalHost), bundle->gateway->port(),
                                  bundle->modbus->port());
        run->server = bundle;
        expect(code, isWarning, run);
    }

    static QString onWith(const QString &more)
    {
        return uR"({"msgType":4,"code":0,"msg":"ok","data":{"modbusEnable":1,"modbusPort":502%1}})"_s.arg(
            more);
    }

    /// Another dialect, spoken by a profile alone: it names what others only refuse.
    void addRelative()
    {
        addBundle(u"session-taken"_s, false, u"another client takes the session"_s, [](Bundle &bundle) {
            bundle.relative = std::make_unique<RelativeGateway>(502);
            bundle.relative->takenAt = u"modbus_get"_s;
        });
        DiagnosisRun &run = *m_rows[u"another client takes the session"_s].run;
        const quint16 port = std::static_pointer_cast<Bundle>(run.server)->relative->port();
        run.request.target.profile =
            std::get<ProtocolProfile>(loadProfile(QString::fromUtf8(RELATIVE_PROFILE)));
        // Nobody listens at the first of its endpoints.
        run.request.target.profile.endpoints = {{false, 9, {u"/ws/home/overview"_s}},
                                                {false, port, {u"/ws/home/overview"_s}}};
        run.request.target.webSocketPort = 0;
        run.request.target.credentials.password = Secret(u"hunter2secret"_s);
    }

    void addBundles()
    {
        addBundle(u"port-closed-though-on"_s, false, u"on, and lets in another address"_s,
                  [](Bundle &bundle) {
                      bundle.gateway->answer(2, {onWith(uR"(,"modbusIp":"192.168.1.9")"_s)});
                      bundle.modbus->stopListening();
                  });
        addBundle(u"address-conflict"_s, true, u"two inverters take turns"_s, [](Bundle &bundle) {
            bundle.gateway->answer(2, {onWith({})});
            bundle.modbus->onRequest = [first = bundle.modbus->onRequest, asked = 0](
                                           QTcpSocket &peer, const ScriptedServer::Request &request) mutable {
                RegisterBank other;
                addInverter(other, 1);
                other.setText(1, 30515, 10, "110A0000000042");
                const bool isSerial = request.unit() == 1 && request.address() == 30500;
                if (isSerial && ++asked > 1)
                    other.handler()(peer, request);
                else
                    first(peer, request);
            };
        });
        addBundle(u"link-lossy"_s, true, u"every second read gets lost"_s, [](Bundle &bundle) {
            bundle.gateway->answer(2, {onWith({})});
            bundle.modbus->onRequest =
                [first = bundle.modbus->onRequest](QTcpSocket &peer, const ScriptedServer::Request &request) {
                    const bool isLinkRead = request.address() == 30051 && request.count() == 1;
                    if (!isLinkRead)
                        first(peer, request);
                };
        });
        m_rows[u"every second read gets lost"_s].run->request.reads = 2;
        const Run other = simulatedRun(u"other"_s, true, {});
        m_others += other->server;
        const Run twice =
            simulatedRun(u"the same serial number elsewhere"_s, true, {},
                         [&](SimulatorOptions &options) { options.modbusPort = *other->request.modbusPort; });
        twice->request.knownHosts = {{other->request.target.host, {}, u"110A1234567890"_s, {}}};
        expect(u"serial-twice"_s, true, twice);
    }

private Q_SLOTS:
    void initTestCase()
    {
        addPlain({}, false, u"on"_s);
        add({}, false, u"replies-trickled"_s);
        add({}, false, u"push-opposite"_s);
        add({}, false, u"modbus-holding-only"_s);
        add({}, false, u"charger-first"_s);
        add({}, false, u"old-firmware"_s);
        add({}, false, u"no-grid-sensor"_s);
        add({}, false, u"slot-one"_s);
        addPlain({}, false, u"on, with the whole link test"_s)->request.reads =
            DiagnosisRequest::standardReads;
        addPlain(u"server-off"_s, false, u"off"_s, false);

        const Run closed = addPlain(u"web-socket-closed"_s, true, u"nobody listens on 8080"_s);
        closed->request.target.webSocketPort = 9; // nobody listens there
        add(u"tls-only"_s, true, u"tls-only-close"_s);
        add(u"tls-only"_s, true, u"tls-only-alert"_s);
        add(u"tls-only"_s, true, u"tls-only-http-400"_s);
        add(u"not-a-web-socket"_s, true, u"handshake-404"_s);
        add(u"not-a-web-socket"_s, true, u"handshake-web-page"_s);
        add(u"not-a-web-socket"_s, true, u"handshake-silent"_s);
        add(u"not-a-web-socket"_s, true, u"connect-close"_s);
        add(u"other-dialect"_s, true, u"sign-in-no-reply"_s);
        add(u"other-dialect"_s, true, u"sign-in-malformed"_s);
        add(u"other-dialect"_s, true, u"read-missing-enable"_s);
        add(u"other-dialect"_s, true, u"read-close"_s);
        add(u"sign-in-refused"_s, false, u"sign-in-refused"_s);
        add(u"sign-in-refused"_s, false, u"sign-in-hostile-text"_s);
        add(u"no-rights"_s, false, u"read-refused"_s);
        add(u"session-taken"_s, false, u"session-always-expired"_s);
        add({}, false, u"session-expired-at-read"_s);
        const Run wrong = addPlain(u"address-conflict"_s, false, u"another gateway than was meant"_s);
        wrong->request.target.expectedSerial = u"110A0000000042"_s;

        add(u"port-closed-though-on"_s, false, u"port-never-opens"_s);
        add(u"port-filtered"_s, false, u"port-filtered"_s);
        add(u"modbus-silent"_s, false, u"modbus-silent"_s);
        const Run late = add(u"modbus-late"_s, false, u"modbus-slow"_s); // 1.5 s
        late->request.target.timeouts.modbusReply = 700ms;
        add(u"modbus-busy"_s, false, u"modbus-busy"_s);
        add(u"modbus-odd"_s, false, u"modbus-wrong-transaction"_s);
        add(u"modbus-odd"_s, false, u"modbus-short"_s);
        add(u"modbus-odd"_s, true, u"modbus-unit-zero"_s);
        add(u"modbus-closes"_s, false, u"modbus-closes-on-request"_s);
        add(u"modbus-closes"_s, false, u"modbus-resets"_s);
        add(u"modbus-garbage"_s, false, u"modbus-http"_s);
        add(u"modbus-exception"_s, false, u"modbus-exception-04"_s);
        add(u"modbus-proxy"_s, false, u"modbus-exception-0b"_s);
        add(u"modbus-proxy"_s, false, u"modbus-0a"_s);
        for (const QString &maker : {u"huawei"_s, u"shelly"_s, u"foxess"_s, u"goodwe"_s})
            add(u"not-sigenergy"_s, false, u"lookalike-"_s + maker);
        add(u"units-alike"_s, true, u"units-alike"_s);
        const Run missing = add(u"unit-missing"_s, true, u"units-differ"_s);
        missing->request.identity.units = {*UnitId::fromInt(3), *UnitId::fromInt(5)};
        missing->request.wishedUnits = {3, 5};
        add(u"clock-wrong"_s, true, u"clock-1970"_s);
        addBundles();
        addRelative();

        QList<Run> runs;
        for (const auto &[name, row] : m_rows)
            runs += row.run;
        runAll(runs);
    }

    void eachCauseIsMadeToHappenAndFound_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto &[name, row] : m_rows)
            QTest::newRow(qPrintable(name)) << name;
    }

    void eachCauseIsMadeToHappenAndFound()
    {
        QFETCH(const QString, name);
        const Row &row = m_rows.at(name);
        const DiagnosisRun &run = *row.run;
        QCOMPARE(run.ends, 1);
        QCOMPARE(run.error, Error());
        QVERIFY2(run.first() == row.code, qPrintable(run.line()));
        if (!run.causes.isEmpty())
            QCOMPARE(run.causes.constFirst().isWarning, row.isWarning);
        for (const QString &code : run.codes())
            m_found.insert(code);
        // Each layer is told once, in order, with its end; none of them otherwise than at the very end.
        QCOMPARE(run.layers.size(), 12);
        for (int index = 0; index < 12; ++index) {
            QCOMPARE(run.layers.at(index).id, LayerId(index));
            QVERIFY(run.layers.at(index).state != StepState::Running);
        }
    }

    void aHealthyPlantIsDiagnosedInUnderASecond()
    {
        const Run run = simulatedRun(u"healthy"_s, true, {});
        run->request.target.timeouts = {};
        run->request.identity.documentVersion = true;
        runAll({run});
        QCOMPARE(run->first(), QString());
        QVERIFY2(run->diagnosis->elapsed() < 1s,
                 qPrintable(QString::number(run->diagnosis->elapsed().count())));
    }

    void withTheLinkTestItTakesAtMostTwentyTwoSeconds()
    {
        const DiagnosisRun &run = *m_rows.at(u"on, with the whole link test"_s).run;
        QCOMPARE(run.evidence.link->reads.size(), DiagnosisRequest::standardReads);
        QVERIFY2(run.diagnosis->elapsed() < 22s,
                 qPrintable(QString::number(run.diagnosis->elapsed().count())));
    }

    void withAnOpenProfileNothingIsContacted()
    {
        const Run run = simulatedRun(u"open profile"_s, true, {});
        run->request.target.profile.open = {u"where the token stands"_s};
        const auto simulator = std::static_pointer_cast<GatewaySimulator>(run->server);
        runAll({run});
        QCOMPARE(run->error.code, ErrorCode::ProfileIncomplete);
        QCOMPARE(simulator->counters().webSocketConnections, 0);
        QCOMPARE(simulator->counters().modbusConnections, 0);
    }

    void severalConnectionsAreTriedWhereThatIsAskedFor_data()
    {
        QTest::addColumn<int>("places");
        QTest::addColumn<int>("served");
        QTest::newRow("enough") << 3 << 3;
        QTest::newRow("one") << 1 << 1;
    }

    void severalConnectionsAreTriedWhereThatIsAskedFor()
    {
        QFETCH(const int, places);
        RegisterBank bank = plantBank();
        addInverter(bank, 1);
        ScriptedServer server(bank.handler());
        server.onConnected = [&server, places](QTcpSocket &peer) {
            if (server.openConnections() > places)
                peer.close();
        };
        auto run = std::make_shared<DiagnosisRun>();
        run->request = requestFor(QHostAddress(QHostAddress::LocalHost), 9, server.port());
        run->request.identity.units = {*UnitId::fromInt(1)};
        run->request.connections = 3;
        runAll({run});
        QCOMPARE(run->evidence.connectionsTried, 3);
        QTEST(run->evidence.connections.value_or(-1), "served");
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void noFrameOfItHoldsThePassword()
    {
        const Run run = simulatedRun(u"serial"_s, true, {}, [](SimulatorOptions &options) {
            options.serial = diagnosisPassword; // as a hostile device has it
        });
        run->request.connections = 2;
        run->request.reads = 1;
        Diagnosis diagnosis(run->request);
        QStringList frames;
        connect(&diagnosis, &Diagnosis::traced, this,
                [&frames](const TraceEntry &entry) { frames += entry.text; });
        QSignalSpy finished(&diagnosis, &Operation::finished);
        diagnosis.start();
        QVERIFY(finished.wait(60000));
        const QString all = frames.join(u'\n');
        QVERIFY(all.contains(u"** **"_s));
        QVERIFY2(!all.contains(diagnosisPassword), qPrintable(all));
        const QString bytes = QString::fromLatin1(diagnosisPassword.toLatin1().toHex(' ').toUpper());
        QVERIFY2(!all.contains(bytes), qPrintable(all));
    }

    void nothingIsSignedInWithoutAPassword()
    {
        const Run run = simulatedRun(u"no password"_s, true, {});
        run->request.signIn = false;
        const auto simulator = std::static_pointer_cast<GatewaySimulator>(run->server);
        runAll({run});
        QCOMPARE(run->first(), QString());
        QCOMPARE(run->layers.at(int(LayerId::SignIn)).state, StepState::Skipped);
        QCOMPARE(simulator->counters().signIns, 0);
        QCOMPARE(simulator->counters().writes, 0);
    }

    void aRefusedSignInIsTriedOnceAndNothingIsEverWritten()
    {
        const Run run = simulatedRun(u"refused"_s, true, {u"sign-in-refused"_s});
        const auto simulator = std::static_pointer_cast<GatewaySimulator>(run->server);
        runAll({run});
        QCOMPARE(simulator->counters().signIns, 1);
        QCOMPARE(simulator->counters().writes, 0);
        QCOMPARE(simulator->counters().forbiddenRequests, 0);
        QTRY_COMPARE(simulator->openConnections(), 0);
    }

    void cancellingTellsWhatIsKnownAtOnce_data()
    {
        QTest::addColumn<LayerId>("at");
        for (const LayerId id : {LayerId::Name, LayerId::WebSocketPort, LayerId::Handshake, LayerId::SignIn,
                                 LayerId::Setting, LayerId::ModbusPort, LayerId::Modbus, LayerId::Link})
            QTest::newRow(layerName(id).data()) << id;
    }

    void cancellingTellsWhatIsKnownAtOnce()
    {
        QFETCH(const LayerId, at);
        const Run run = simulatedRun(u"cancelled"_s, true, {});
        run->request.reads = 20;
        const auto simulator = std::static_pointer_cast<GatewaySimulator>(run->server);
        Diagnosis diagnosis(run->request);
        QSignalSpy finished(&diagnosis, &Operation::finished);
        QList<LayerId> told;
        connect(&diagnosis, &Diagnosis::layerEnded, this, [&told](const Layer &layer) { told += layer.id; });
        connect(&diagnosis, &Diagnosis::layerStarted, this, [&](LayerId id) {
            if (id == at)
                diagnosis.cancel();
        });
        diagnosis.start();
        QVERIFY(finished.wait(5000));
        QCOMPARE(diagnosis.error().code, ErrorCode::Cancelled);
        QCOMPARE(diagnosis.causes(), QList<Cause>()); // what was not reached is no fault
        QCOMPARE(told.size(), 12);
        if (at > LayerId::WebSocketPort)
            QCOMPARE(diagnosis.evidence().webSocket, (PortFinding{PortState::Open, {}}));
        QTRY_COMPARE(simulator->openConnections(), 0);
    }

    void cancellingWhileTheLinkIsTestedKeepsItsReads()
    {
        const Run run = simulatedRun(u"cancelled"_s, true, {});
        run->request.reads = 20;
        Diagnosis diagnosis(run->request);
        QSignalSpy finished(&diagnosis, &Operation::finished);
        connect(&diagnosis, &Diagnosis::progressChanged, this, [&](LayerId, int done) {
            if (done == 2)
                diagnosis.cancel();
        });
        diagnosis.start();
        QVERIFY(finished.wait(10000));
        QCOMPARE(diagnosis.evidence().link->reads.size(), 2);
        QVERIFY(diagnosis.evidence().provesPlant());
    }

    // --- two faults at once ---

    void ofTwoFaultsTheFirstLayerIsNamed();

    void cleanupTestCase()
    {
        std::puts("\nSituation                                     Causes");
        for (const auto &[name, row] : m_rows)
            std::puts(qPrintable(row.run->line()));
        std::fflush(stdout);
        QCOMPARE(m_found.size(), 26); // the other six need a network of their own
    }
};

/// A simulator's fault, and where it shows.
struct FaultOfLayer
{
    QString fault; ///< empty: the server is off
    QString code;
    LayerId layer;
    enum Kind { Missing, Refused, Shut, Silent, Modbus, Warning } kind;
};

static const QList<FaultOfLayer> &faultsOfLayers()
{
    using F = FaultOfLayer;
    static const QList<F> faults{
        {u"tls-only-close"_s, u"tls-only"_s, LayerId::Handshake, F::Missing},
        {u"handshake-404"_s, u"not-a-web-socket"_s, LayerId::Handshake, F::Missing},
        {u"handshake-garbage"_s, u"not-a-web-socket"_s, LayerId::Handshake, F::Missing},
        {u"sign-in-malformed"_s, u"other-dialect"_s, LayerId::SignIn, F::Missing},
        {u"sign-in-missing-token"_s, u"other-dialect"_s, LayerId::SignIn, F::Missing},
        {u"sign-in-refused"_s, u"sign-in-refused"_s, LayerId::SignIn, F::Refused},
        {u"read-missing-enable"_s, u"other-dialect"_s, LayerId::Setting, F::Missing},
        {u"read-refused"_s, u"no-rights"_s, LayerId::Setting, F::Refused},
        {u"session-always-expired"_s, u"session-taken"_s, LayerId::Setting, F::Refused},
        {{}, u"server-off"_s, LayerId::ModbusPort, F::Shut},
        {u"port-never-opens"_s, u"port-closed-though-on"_s, LayerId::ModbusPort, F::Shut},
        {u"port-filtered"_s, u"port-filtered"_s, LayerId::ModbusPort, F::Silent},
        {u"modbus-silent"_s, u"modbus-silent"_s, LayerId::Modbus, F::Modbus},
        {u"modbus-closes-on-request"_s, u"modbus-closes"_s, LayerId::Modbus, F::Modbus},
        {u"modbus-noise"_s, u"modbus-garbage"_s, LayerId::Modbus, F::Modbus},
        {u"modbus-exception-04"_s, u"modbus-exception"_s, LayerId::Modbus, F::Modbus},
        {u"modbus-exception-0b"_s, u"modbus-proxy"_s, LayerId::Modbus, F::Modbus},
        {u"lookalike-huawei"_s, u"not-sigenergy"_s, LayerId::Modbus, F::Modbus},
        {u"units-alike"_s, u"units-alike"_s, LayerId::Units, F::Warning},
        {u"clock-1970"_s, u"clock-wrong"_s, LayerId::Identity, F::Warning},
    };
    return faults;
}

/// By the contract: a port that refuses while the setting was not read is a server that is off, whatever is
/// wrong before it; what is missing on the WebSocket port is a warning where the Modbus port accepts, and a
/// failure elsewhere; failures come before warnings.
static QString expectedFirst(const FaultOfLayer &lower, const FaultOfLayer &higher)
{
    const bool lowerPreventsReading = lower.layer < LayerId::ModbusPort;
    if (higher.kind == FaultOfLayer::Shut && lowerPreventsReading)
        return u"server-off"_s;
    if (lower.kind == FaultOfLayer::Missing && higher.kind == FaultOfLayer::Modbus)
        return higher.code;
    return lower.code;
}

void DiagnosisTest::ofTwoFaultsTheFirstLayerIsNamed()
{
    constexpr quint32 seed = 20261128;
    constexpr int combinations = 200;
    QRandomGenerator random(seed);
    const QList<FaultOfLayer> &faults = faultsOfLayers();
    QList<Run> runs;
    QStringList expected;
    while (runs.size() < combinations) {
        FaultOfLayer lower = faults.at(random.bounded(int(faults.size())));
        FaultOfLayer higher = faults.at(random.bounded(int(faults.size())));
        if (lower.layer == higher.layer)
            continue; // they may contradict each other
        if (lower.layer > higher.layer)
            std::swap(lower, higher);
        const bool isOff = lower.fault.isEmpty() || higher.fault.isEmpty();
        QStringList named{lower.fault, higher.fault};
        named.removeAll({});
        runs += simulatedRun(u"%1 + %2"_s.arg(lower.code, higher.fault.isEmpty() ? u"off"_s : higher.fault),
                             !isOff, named);
        expected += expectedFirst(lower, higher);
    }
    runAll(runs, 20);
    for (int index = 0; index < runs.size(); ++index) {
        const DiagnosisRun &run = *runs.at(index);
        QVERIFY2(run.first() == expected.at(index),
                 qPrintable(u"seed %1, number %2: expected %3 of %4"_s.arg(
                     QString::number(seed), QString::number(index), expected.at(index), run.line())));
    }
}

QTEST_GUILESS_MAIN(DiagnosisTest)
#include "tst_diagnosis.moc"
