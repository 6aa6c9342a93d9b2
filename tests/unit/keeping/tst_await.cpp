// Waiting for a Modbus server: who ends it, who is only told, and what the end says.

#include "scannet.h"

#include "keeping/await.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString vendorMac = u"0c:47:a9:91:22:33"_s;

AwaitRequest requestFor(const ScanNet &net)
{
    AwaitRequest request;
    request.watch.plan = net.plan();
    request.watch.port = net.modbusPort();
    request.watch.pacing = {20ms, 100ms, 1ms, 500ms};
    request.verifyWait = 300ms;
    request.timeouts = Timeouts::all(200ms);
    request.timeouts.pacing.modbusPause = 20ms;
    request.neighbours = [] { return QList<Neighbour>(); };
    return request;
}

} // namespace

class AwaitTest : public QObject
{
    Q_OBJECT

    QList<DiscoveredHost> m_hosts;
    QStringList m_steps;

    void follow(Await &await)
    {
        m_hosts.clear();
        m_steps.clear();
        connect(&await, &Await::appeared, this, [this](const DiscoveredHost &host) { m_hosts.append(host); });
        connect(&await, &Await::stepChanged, this, [this](const Step &step) {
            m_steps.append(QString(stepName(step.id)) + u' ' + QString(stepStateName(step.state)));
        });
    }

    JobResult run(Await &await)
    {
        follow(await);
        QSignalSpy finished(&await, &Operation::finished);
        await.start();
        if (!finished.wait(20000))
            qFatal("the wait does not end");
        return await.result();
    }

private Q_SLOTS:
    void aPlantThatIsThereAlreadyEndsItVerified()
    {
        ScanNet net;
        net.newAddress();
        GatewaySimulator *const gateway = net.addModbusOnly();
        Await await(requestFor(net), 10s);
        const JobResult result = run(await);
        QCOMPARE(result.outcome, Outcome::Verified);
        QCOMPARE(result.host, gateway->address().toString());
        QCOMPARE(result.serial, u"110A1234567890"_s);
        QVERIFY(!await.wasFoundElsewhere());
        QCOMPARE(m_hosts.size(), 2);
        QVERIFY(!m_hosts.first().settled);
        QCOMPARE(m_hosts.last().kind, HostKind::ModbusOnly);
        QCOMPARE(m_steps,
                 (QStringList{u"port running"_s, u"port ok"_s, u"modbus running"_s, u"modbus ok"_s}));
    }

    void aStrangerIsToldAndTheWaitGoesOnUntilAPlantAppears()
    {
        ScanNet net;
        const QHostAddress stranger = net.newAddress();
        const Listener listener(stranger, net.modbusPort());
        AwaitRequest request = requestFor(net);
        request.watch.plan = net.plan(4); // the plant's address is one of the four
        Await await(request, Operation::noDeadline);
        follow(await);
        QSignalSpy finished(&await, &Operation::finished);
        await.start();
        QTRY_VERIFY_WITH_TIMEOUT(!m_hosts.isEmpty() && m_hosts.last().settled, 20000);
        QCOMPARE(m_hosts.last().address, stranger);
        QCOMPARE(m_hosts.last().kind, HostKind::Other);
        QTest::qWait(250); // two rounds
        QVERIFY(finished.isEmpty());
        QCOMPARE(m_hosts.size(), 2);
        GatewaySimulator *const plant = net.addModbusOnly();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
        QCOMPARE(await.result().outcome, Outcome::Verified);
        QCOMPARE(await.result().host, plant->address().toString());
    }

    void whatAppearsAnywhereElseThanTheChosenHostSaysSo()
    {
        ScanNet net;
        GatewaySimulator *const gateway = net.addModbusOnly();
        AwaitRequest request = requestFor(net);
        request.watch.host = net.newAddress().toString();
        Await await(request, 10s);
        QCOMPARE(run(await).host, gateway->address().toString());
        QVERIFY(await.wasFoundElsewhere());
    }

    void theChosenHostEndsItWhoeverItIs()
    {
        ScanNet net;
        const QHostAddress chosen = net.newAddress();
        const Listener listener(chosen, net.modbusPort());
        AwaitRequest request = requestFor(net);
        request.watch.plan.reset();
        request.watch.host = chosen.toString();
        Await await(request, 10s);
        const JobResult result = run(await);
        QCOMPARE(result.outcome, Outcome::NotVerified);
        QCOMPARE(result.error.code, ErrorCode::ModbusSilent);
        QCOMPARE(result.host, chosen.toString());
    }

    void aVendorsNetworkCardEndsItAlsoUnproved()
    {
        ScanNet net;
        GatewaySimulator *const silent = net.addModbusOnly({u"modbus-silent"_s});
        AwaitRequest request = requestFor(net);
        request.neighbours = [address = silent->address()] {
            return QList<Neighbour>{{address.toIPv4Address(), vendorMac}};
        };
        Await await(request, 10s);
        const JobResult result = run(await);
        QCOMPARE(result.outcome, Outcome::NotVerified);
        QCOMPARE(result.error.code, ErrorCode::ModbusSilent);
    }

    void nothingWithinTheTimeSaysWhatTheLastTrySaw()
    {
        ScanNet net;
        AwaitRequest request = requestFor(net);
        request.watch.host = net.newAddress().toString();
        Await await(request, 200ms);
        const JobResult result = run(await);
        QCOMPARE(result.outcome, Outcome::TimedOut);
        QCOMPARE(result.error.code, ErrorCode::PortClosed);
        QVERIFY(result.error.context.startsWith(request.watch.host));
        QVERIFY(m_steps.isEmpty());
    }

    void whatHasAppearedByTheDeadlineIsVerifiedToTheEnd()
    {
        ScanNet net;
        GatewaySimulator *const slow = net.addModbusOnly({u"modbus-slow"_s});
        AwaitRequest request = requestFor(net);
        request.watch.plan.reset();
        request.watch.host = slow->address().toString();
        request.timeouts = Timeouts::all(6s);
        request.verifyWait = 30s;
        Await await(request, 100ms);
        QCOMPARE(run(await).outcome, Outcome::Verified);
    }

    void cancellingItClosesEverything()
    {
        ScanNet net;
        GatewaySimulator *const silent = net.addModbusOnly({u"modbus-silent"_s});
        AwaitRequest request = requestFor(net);
        request.verifyWait = 30s;
        Await await(request, Operation::noDeadline);
        follow(await);
        QSignalSpy finished(&await, &Operation::finished);
        await.start();
        QTRY_COMPARE(silent->openConnections(), 1);
        await.cancel();
        QVERIFY(finished.wait());
        QCOMPARE(await.result().outcome, Outcome::Cancelled);
        QTRY_COMPARE(silent->openConnections(), 0);
    }
};

QTEST_GUILESS_MAIN(AwaitTest)
#include "tst_await.moc"
