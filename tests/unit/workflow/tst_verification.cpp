// What a verification makes of what it meets on the way: the port, the units behind it, this computer's own
// troubles.

#include "scriptedserver.h"

#include "simulator/gatewaysimulator.h"
#include "support/loopback.h"
#include "words/advice.h"
#include "words/messages.h"
#include "workflow/identitywarnings.h"
#include "workflow/verification.h"

#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

#include <vector>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class VerificationTest : public QObject
{
    Q_OBJECT

    QList<Step> m_ended;

    static VerificationRequest requestFor(const QHostAddress &address, quint16 port)
    {
        VerificationRequest request;
        request.host = address.toString();
        request.address = address;
        request.port = port;
        request.timeouts = Timeouts::all(200ms);
        return request;
    }

    JobResult run(const VerificationRequest &request)
    {
        m_ended.clear();
        Verification verification(request);
        QSignalSpy finished(&verification, &Operation::finished);
        connect(&verification, &Verification::stepChanged, this, [this](const Step &step) {
            if (step.state != StepState::Running)
                m_ended.append(step);
        });
        verification.start();
        if (finished.isEmpty() && !finished.wait(20000))
            qFatal("the verification does not end");
        return verification.result();
    }

private Q_SLOTS:
    void aPlantAndAnInverterAreProof()
    {
        RegisterBank bank = plantBank();
        addInverter(bank, 1);
        const ScriptedServer server(bank.handler());
        const JobResult result = run(requestFor(QHostAddress(QHostAddress::LocalHost), server.port()));
        QCOMPARE(result.outcome, Outcome::Verified);
        QCOMPARE(m_ended.last().state, StepState::Ok);
        QCOMPARE(result.warnings, Messages());
    }

    void aDeviceThatEchoesThePasswordIsMaskedEverywhere_data()
    {
        QTest::addColumn<QString>("password");
        QTest::newRow("as it is") << u"hunter2-secret"_s;
        QTest::newRow("longer than its field") << u"correct-horse-battery-staple-0123456789-ZZ"_s;
        QTest::newRow("with what is escaped when shown") << u"ab\u0007cd\u0001\u0002\u0003\u0004efgh"_s;
    }

    void aDeviceThatEchoesThePasswordIsMaskedEverywhere()
    {
        QFETCH(const QString, password);
        RegisterBank bank = plantBank();
        addInverter(bank, 1, password.toLatin1().left(30));
        bank.setText(1, 30525, 15, password.toLatin1().mid(30).left(30));
        const ScriptedServer server(bank.handler());
        VerificationRequest request = requestFor(QHostAddress(QHostAddress::LocalHost), server.port());
        request.redactor.add(Secret(password));
        Verification verification(request);
        QString texts;
        connect(&verification, &Verification::stepChanged, this,
                [&texts](const Step &step) { texts += messageText(step.detail) + u'\n'; });
        connect(&verification, &Verification::traced, this, [&texts](const TraceEntry &entry) {
            texts += QString::fromLatin1(QByteArray::fromHex(entry.text.toLatin1())) + u'\n';
        });
        QSignalSpy finished(&verification, &Operation::finished);
        verification.start();
        QVERIFY(!finished.isEmpty() || finished.wait(20000));
        const ModbusIdentity identity = *verification.result().modbus;
        texts += identity.model() + u'\n' + identity.firmware() + u'\n' + identity.detail;
        for (qsizetype start = 0; start + 6 <= password.size(); ++start)
            QVERIFY2(!texts.contains(password.mid(start, 6)), qPrintable(texts));
        QVERIFY(identity.model().contains(Redactor::mask()));
    }

    void aPlantUnitThatStaysSilentIsAWarning()
    {
        RegisterBank bank;
        addInverter(bank, 1);
        const ScriptedServer server(bank.handler());
        const JobResult result = run(requestFor(QHostAddress(QHostAddress::LocalHost), server.port()));
        QCOMPARE(result.outcome, Outcome::Verified);
        QCOMPARE(result.modbus->unitIds(), QList<int>{1});
        QCOMPARE(m_ended.last().id, StepId::Modbus);
        QCOMPARE(m_ended.last().state, StepState::Warning);
        QVERIFY2(messageText(m_ended.last().detail).contains(u"247"_s),
                 qPrintable(messageText(m_ended.last().detail)));
        QCOMPARE(result.warnings.size(), 1);
        QVERIFY(messageText(result.warnings).contains(u"247"_s));
    }

    void aPlantUnitThatStaysSilentIsNamedWhereADeviceDenies()
    {
        RegisterBank bank;
        bank.exceptions.insert(1, 2);
        const ScriptedServer server(bank.handler());
        const JobResult result = run(requestFor(QHostAddress(QHostAddress::LocalHost), server.port()));
        QCOMPARE(result.outcome, Outcome::NotVerified);
        QCOMPARE(result.error.code, ErrorCode::ModbusException);
        QVERIFY2(messageText(m_ended.last().detail).contains(u"247"_s),
                 qPrintable(messageText(m_ended.last().detail)));
        QVERIFY(!errorMessage(result.error).contains(u"does not answer"_s));
        QVERIFY2(result.error.detail.contains(u"exception 02"_s), qPrintable(result.error.detail));
    }

    /// The tries before the last one have too little patience for it, and a device that is quick to deny
    /// changes nothing about that.
    void aSlowPlantBesideADeviceThatDeniesIsGivenItsTime()
    {
        RegisterBank bank = plantBank();
        bank.exceptions.insert(1, 2);
        ScriptedServer server;
        server.onRequest = [&](QTcpSocket &peer, const ScriptedServer::Request &request) {
            if (request.unit() != 247) {
                peer.write(bank.answer(request));
                return;
            }
            QTimer::singleShot(1500ms, &peer, [&peer, &bank, request] { peer.write(bank.answer(request)); });
        };
        VerificationRequest request = requestFor(QHostAddress(QHostAddress::LocalHost), server.port());
        request.timeouts.modbusReply = 4s;
        request.timeouts.identityReply = 300ms;
        request.timeouts.pacing.retry = 50ms;
        request.timeouts.pacing.modbusPause = 50ms;
        request.wait = 2s;
        QCOMPARE(run(request).outcome, Outcome::Verified);
    }

    void aServerThatStartsIsAskedAgain_data()
    {
        QTest::addColumn<QString>("answer");
        for (const char *answer : {"exception 02", "exception 04", "exception 0b", "zeros", "not available",
                                   "close", "reset", "silence", "half a frame"})
            QTest::newRow(answer) << QString::fromLatin1(answer);
    }

    void aServerThatStartsIsAskedAgain()
    {
        QFETCH(QString, answer);
        RegisterBank bank = plantBank();
        addInverter(bank, 1);
        ScriptedServer server;
        int connections = 0;
        server.onConnected = [&](QTcpSocket &) { ++connections; };
        server.onRequest = [&](QTcpSocket &peer, const ScriptedServer::Request &request) {
            if (connections > 3)
                peer.write(bank.answer(request));
            else if (answer.startsWith("exception"_L1))
                peer.write(exceptionTo(request, quint8(answer.last(2).toInt(nullptr, 16))));
            else if (answer == "zeros"_L1)
                peer.write(replyTo(request, QList<quint16>(request.count(), 0)));
            else if (answer == "not available"_L1)
                peer.write(replyTo(request, QList<quint16>(request.count(), 0xFFFF)));
            else if (answer == "half a frame"_L1)
                peer.write(replyTo(request, QList<quint16>(request.count(), 0)).first(20));
            else if (answer == "close"_L1)
                peer.disconnectFromHost();
            else if (answer == "reset"_L1)
                resetConnection(peer);
        };
        VerificationRequest request = requestFor(QHostAddress(QHostAddress::LocalHost), server.port());
        request.wait = 20s;
        request.timeouts.pacing.retry = 50ms;
        request.timeouts.pacing.modbusPause = 50ms;
        const JobResult result = run(request);
        QCOMPARE(result.outcome, Outcome::Verified);
        QCOMPARE(result.modbus->model(), u"SigenStor EC 5.0 SP"_s);
        QCOMPARE(result.warnings, Messages());
        QCOMPARE(m_ended.size(), 2);
        QCOMPARE(m_ended.last().state, StepState::Ok);
    }

    void aFirstConnectionThatHangsDoesNotUseUpTheWait()
    {
        RegisterBank bank = plantBank();
        addInverter(bank, 1);
        ScriptedServer server;
        const QTcpSocket *first = nullptr;
        server.onConnected = [&](QTcpSocket &peer) { first = first ? first : &peer; };
        server.onRequest = [&](QTcpSocket &peer, const ScriptedServer::Request &request) {
            if (&peer != first)
                peer.write(bank.answer(request));
        };
        VerificationRequest request = requestFor(QHostAddress(QHostAddress::LocalHost), server.port());
        request.timeouts = Timeouts::all(60s);
        request.wait = 3s;
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(run(request).outcome, Outcome::Verified);
        QVERIFY(clock.elapsed() < 15000);
    }

    void withoutAWaitThereIsOneTry()
    {
        int connections = 0;
        ScriptedServer server([](QTcpSocket &peer, const ScriptedServer::Request &request) {
            peer.write(exceptionTo(request, 4));
        });
        server.onConnected = [&](QTcpSocket &) { ++connections; };
        const JobResult result = run(requestFor(QHostAddress(QHostAddress::LocalHost), server.port()));
        QCOMPARE(result.error.code, ErrorCode::ModbusException);
        QCOMPARE(connections, 1);
    }

    void theWaitEndsWithWhatWasSeenLast()
    {
        ScriptedServer server([](QTcpSocket &peer, const ScriptedServer::Request &request) {
            peer.write(exceptionTo(request, 4));
        });
        VerificationRequest request = requestFor(QHostAddress(QHostAddress::LocalHost), server.port());
        request.wait = 700ms;
        request.timeouts.pacing.retry = 50ms;
        QElapsedTimer clock;
        clock.start();
        const JobResult result = run(request);
        QVERIFY(clock.elapsed() >= 690);
        QCOMPARE(result.outcome, Outcome::NotVerified);
        QCOMPARE(result.error.code, ErrorCode::ModbusException);
        QCOMPARE(result.port, PortState::Open);
        QVERIFY(server.requests().size() > 4);
        QCOMPARE(m_ended.size(), 2);
    }

    void aStrangerEndsTheWait()
    {
        RegisterBank bank;
        bank.setText(247, 30000, 52, "SUN2000-10KTL-M1");
        bank.defaultException = 2;
        ScriptedServer server(bank.handler());
        VerificationRequest request = requestFor(QHostAddress(QHostAddress::LocalHost), server.port());
        request.wait = 60s;
        const JobResult result = run(request);
        QCOMPARE(result.error.code, ErrorCode::NotSigenergy);
        QVERIFY(!result.signedIn);
        QVERIFY(errorAdvice(result.error, result).first().contains(u"Check that the address is"_s));
    }

    void whoHasAcceptedASignInIsNoStranger()
    {
        RegisterBank bank;
        bank.setText(247, 30000, 52, "SUN2000-10KTL-M1");
        bank.defaultException = 2;
        ScriptedServer server(bank.handler());
        VerificationRequest request = requestFor(QHostAddress(QHostAddress::LocalHost), server.port());
        request.wait = 500ms;
        request.expectedSerial = u"110A1234567890"_s;
        request.timeouts.pacing.retry = 50ms;
        const JobResult result = run(request);
        QCOMPARE(result.error.code, ErrorCode::NotSigenergy);
        QVERIFY(result.signedIn);
        QVERIFY(server.requests().size() > 6); // it was asked again all the while
        const QString said = errorAdvice(result.error, result).join(u' ') + jobMessage(result)
            + messageText(m_ended.last().detail);
        QVERIFY2(!said.contains(u"Check that the address"_s), qPrintable(said));
        QVERIFY2(!said.contains(u"is not a Sigenergy"_s), qPrintable(said));
    }

    void whatIsUnusualIsAWarning_data()
    {
        QTest::addColumn<int>("address");
        QTest::addColumn<int>("word");
        QTest::newRow("clock in 1970") << 30000 << 0;
        QTest::newRow("no sensor value") << 30004 << 0xFFFF;
        QTest::newRow("no grid state") << 30009 << 0xFFFF;
        QTest::newRow("100.2 %") << 30014 << 1002;
        QTest::newRow("running state 5") << 30051 << 5;
    }

    void whatIsUnusualIsAWarning()
    {
        QFETCH(int, address);
        QFETCH(int, word);
        RegisterBank bank = plantBank();
        bank.set(247, address, {quint16(word)});
        addInverter(bank, 1);
        const ScriptedServer server(bank.handler());
        const JobResult result = run(requestFor(QHostAddress(QHostAddress::LocalHost), server.port()));
        QCOMPARE(result.outcome, Outcome::Verified);
        QCOMPARE(result.modbus->verdict, ModbusVerdict::Answers);
        QCOMPARE(m_ended.last().state, StepState::Warning);
        QCOMPARE(result.warnings.size(), 1);
        QVERIFY2(messageText(result.warnings).contains(QString::number(address)),
                 qPrintable(messageText(result.warnings)));
        QVERIFY(messageText(m_ended.last().detail).contains(messageText(result.warnings)));
    }

    void anInverterElsewhereIsAWarning()
    {
        RegisterBank bank = plantBank();
        addInverter(bank, 3);
        const ScriptedServer server(bank.handler());
        const JobResult result = run(requestFor(QHostAddress(QHostAddress::LocalHost), server.port()));
        QCOMPARE(result.outcome, Outcome::Verified);
        QCOMPARE(m_ended.last().state, StepState::Warning);
        QCOMPARE(result.warnings.size(), 1);
    }

    void oneDeviceUnderTwoUnitsIsAWarning()
    {
        RegisterBank bank = plantBank();
        addInverter(bank, 1);
        bank.units[2] = bank.units[1];
        const ScriptedServer server(bank.handler());
        VerificationRequest request = requestFor(QHostAddress(QHostAddress::LocalHost), server.port());
        request.identity.units = {*UnitId::fromInt(1), *UnitId::fromInt(2)};
        const JobResult result = run(request);
        QCOMPARE(result.outcome, Outcome::Verified);
        QCOMPARE(result.modbus->unitIds(), QList<int>({247, 1}));
        QCOMPARE(m_ended.last().state, StepState::Warning);
        QCOMPARE(result.warnings.size(), 1);
        QVERIFY2(messageText(result.warnings).contains(u"2"_s), qPrintable(messageText(result.warnings)));
    }

    void aDeviceWithoutAFirmwareIsNamedWithoutIt()
    {
        RegisterBank bank = plantBank();
        addInverter(bank, 1);
        bank.setText(1, 30525, 15, {});
        const ScriptedServer server(bank.handler());
        run(requestFor(QHostAddress(QHostAddress::LocalHost), server.port()));
        QCOMPARE(messageText(m_ended.last().detail), u"Modbus answers: SigenStor EC 5.0 SP."_s);
    }

    void unitsAreListedInRuns()
    {
        QCOMPARE(unitListText({}), QString());
        QCOMPARE(unitListText({4}), u"4"_s);
        QCOMPARE(unitListText({1, 2, 4, 5, 6, 246}), u"1, 2, 4 to 6, 246"_s);
    }

    void aPortThatRefusesIsProofThatItIsClosed()
    {
        QTcpServer server;
        QVERIFY(server.listen(uniqueLoopbackAddress()));
        VerificationRequest request = requestFor(server.serverAddress(), server.serverPort());
        server.close();
        request.expectOpen = false;
        const JobResult result = run(request);
        QCOMPARE(result.outcome, Outcome::Verified);
        QCOMPARE(result.port, PortState::Closed);
        QVERIFY(result.verifiedAt.isValid());
    }

    void silenceIsNoProofThatThePortIsClosed()
    {
#ifdef Q_OS_LINUX
        SimulatorOptions options;
        options.address = uniqueLoopbackAddress();
        options.profile = builtInProfile(u"documented"_s);
        options.initiallyEnabled = true;
        options.faults = {u"port-filtered"_s};
        GatewaySimulator simulator(options);
        QString reason;
        QVERIFY2(simulator.start(&reason), qPrintable(reason));
        VerificationRequest request = requestFor(options.address, simulator.modbusPort());
        request.expectOpen = false;
        request.wait = 500ms; // the first try may come before the backlog is full
        const JobResult result = run(request);
        QCOMPARE(result.port, PortState::Filtered);
        QCOMPARE(result.outcome, Outcome::NotVerified);
        QCOMPARE(result.error.code, ErrorCode::PortFiltered);
        QVERIFY(!result.verifiedAt.isValid());
#else
        QSKIP("needs a port that does not answer");
#endif
    }

    void noRouteIsNoProofThatThePortIsClosed()
    {
#ifdef Q_OS_LINUX
        // TCP to a broadcast address is refused by this computer itself, like a network that is gone.
        VerificationRequest request = requestFor(QHostAddress(u"127.255.255.255"_s), 502);
        request.expectOpen = false;
        const JobResult result = run(request);
        QCOMPARE(result.port, PortState::Unreachable);
        QCOMPARE(result.outcome, Outcome::NotVerified);
        QCOMPARE(result.error.code, ErrorCode::Unreachable);
        QVERIFY(!result.verifiedAt.isValid());
        QCOMPARE(m_ended.last().id, StepId::Port);
        QCOMPARE(m_ended.last().state, StepState::Failed);
#else
        QSKIP("needs an address without a route");
#endif
    }

    void aProblemOfThisComputerIsNotBlamedOnTheName()
    {
#ifdef Q_OS_UNIX
        const VerificationRequest request = requestFor(uniqueLoopbackAddress(), 502);
        rlimit before{};
        getrlimit(RLIMIT_NOFILE, &before);
        rlimit tight = before;
        tight.rlim_cur = rlim_t(openDescriptors() + 8);
        setrlimit(RLIMIT_NOFILE, &tight);
        std::vector<int> fillers;
        for (int filler = ::dup(0); filler >= 0; filler = ::dup(0))
            fillers.push_back(filler);
        const auto giveBack = qScopeGuard([&] {
            for (const int filler : fillers)
                ::close(filler);
            setrlimit(RLIMIT_NOFILE, &before);
        });
        const JobResult result = run(request);
        QCOMPARE(result.outcome, Outcome::Failed);
        QCOMPARE(result.error.code, ErrorCode::Io);
        QCOMPARE(m_ended.last().id, StepId::Port);
        QCOMPARE(messageText(m_ended.last().detail), errorMessage(result.error));
#else
        QSKIP("needs a limit of descriptors");
#endif
    }

    void aNameThatNobodyKnowsIsCalledSo()
    {
        VerificationRequest request = requestFor({}, 502);
        request.host = u"no-such-host.invalid"_s;
        request.timeouts = Timeouts::all(5s);
        const JobResult result = run(request);
        QCOMPARE(result.outcome, Outcome::NotVerified);
        QCOMPARE(result.error.code, ErrorCode::HostNotFound);
        QCOMPARE(messageText(m_ended.last().detail), u"The host name is not known on this network."_s);
    }
};

QTEST_GUILESS_MAIN(VerificationTest)
#include "tst_verification.moc"
