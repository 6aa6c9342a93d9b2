// What a verification makes of what it meets on the way: the port, the units behind it, this computer's own
// troubles.

#include "scriptedserver.h"

#include "simulator/gatewaysimulator.h"
#include "support/loopback.h"
#include "workflow/advice.h"
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
        QCOMPARE(result.warnings, QStringList());
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
                [&texts](const Step &step) { texts += step.detail + u'\n'; });
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
        QVERIFY2(m_ended.last().detail.contains(u"247"_s), qPrintable(m_ended.last().detail));
        QCOMPARE(result.warnings.size(), 1);
        QVERIFY(result.warnings.constFirst().contains(u"247"_s));
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
        QCOMPARE(m_ended.last().detail, errorMessage(result.error));
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
        QCOMPARE(m_ended.last().detail, u"The host name is not known on this network."_s);
    }
};

QTEST_GUILESS_MAIN(VerificationTest)
#include "tst_verification.moc"
