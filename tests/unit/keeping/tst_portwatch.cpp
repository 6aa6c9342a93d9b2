// Watching for a port that opens: what is said and when, how often is asked, and that an hour costs nothing.

#include "scannet.h"

#include "discovery/portwatch.h"
#include "support/loopback.h"
#include "support/residentmemory.h"

#include <QEventLoop>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class PortWatchTest : public QObject
{
    Q_OBJECT

    static WatchPacing quick() { return {20ms, 100ms, 1ms, 500ms}; }

    static PortWatchRequest requestFor(const ScanNet &net)
    {
        PortWatchRequest request;
        request.plan = net.plan();
        request.port = net.modbusPort();
        request.pacing = quick();
        return request;
    }

    static WatchedPort at(const QSignalSpy &spy, qsizetype index)
    {
        return spy.at(index).constFirst().value<WatchedPort>();
    }

private Q_SLOTS:
    void whatOpensIsSaidOnceAndAgainOnlyAfterItClosed()
    {
        ScanNet net;
        const QHostAddress somewhere = net.newAddress();
        PortWatch watch(requestFor(net), Operation::noDeadline);
        QSignalSpy opened(&watch, &PortWatch::opened);
        QSignalSpy closed(&watch, &PortWatch::closed);
        watch.start();
        QTRY_VERIFY(watch.lastTry());
        QVERIFY(opened.isEmpty());
        {
            const Listener listener(somewhere, net.modbusPort());
            QTRY_COMPARE(opened.size(), 1);
            QCOMPARE(at(opened, 0).address, somewhere);
            QVERIFY(!at(opened, 0).isChosen);
            QTRY_VERIFY(listener.connections() >= 4);
            QCOMPARE(opened.size(), 1);
            QCOMPARE(listener.received(), QByteArray());
        }
        QTRY_COMPARE(closed.size(), 1);
        const Listener again(somewhere, net.modbusPort());
        QTRY_COMPARE(opened.size(), 2);
    }

    void theChosenHostIsAskedAtItsOwnPaceAndNotInTheSweep()
    {
        ScanNet net;
        const QHostAddress chosen = net.newAddress();
        const Listener listener(chosen, net.modbusPort());
        PortWatchRequest request = requestFor(net);
        request.host = chosen.toString();
        request.pacing.chosen = 60s; // so that anything more comes from the sweep
        PortWatch watch(request, Operation::noDeadline);
        QSignalSpy opened(&watch, &PortWatch::opened);
        watch.start();
        QTRY_COMPARE(opened.size(), 1);
        QVERIFY(at(opened, 0).isChosen);
        QTest::qWait(350); // three rounds
        QCOMPARE(listener.connections(), 1);
    }

    void aPausedChosenHostIsLeftAlone()
    {
        ScanNet net;
        const QHostAddress chosen = net.newAddress();
        const Listener listener(chosen, net.modbusPort());
        PortWatchRequest request;
        request.host = chosen.toString();
        request.port = net.modbusPort();
        request.pacing = quick();
        PortWatch watch(request, Operation::noDeadline);
        watch.setChosenPaused(true);
        watch.start();
        QTest::qWait(100);
        QCOMPARE(listener.connections(), 0);
        watch.setChosenPaused(false);
        QTRY_VERIFY(listener.connections() > 0);
    }

    void aFilteredPortDoesNotDelayTheNextAttempt()
    {
        ScanNet net;
        const QHostAddress chosen = net.newAddress();
        PortWatchRequest request;
        request.host = chosen.toString();
        request.port = net.modbusPort();
        request.pacing = quick();
        PortWatch watch(request, Operation::noDeadline);
        QSignalSpy opened(&watch, &PortWatch::opened);
        QSignalSpy closed(&watch, &PortWatch::closed);
        auto filtered = std::make_unique<FilteredPort>(chosen, net.modbusPort());
        watch.start();
        QTRY_VERIFY(watch.lastTry());
        QCOMPARE(watch.lastTry()->state, PortState::Filtered);
        filtered.reset();
        const Listener listener(chosen, net.modbusPort());
        QTRY_COMPARE(opened.size(), 1);
        QTest::qWait(600); // by then the attempts of the filtered time have ended
        QVERIFY(closed.isEmpty());
    }

    void aNameThatIsNotKnownYetIsAskedAgain()
    {
        PortWatchRequest request;
        request.host = u"nobody.invalid"_s;
        request.port = 502;
        request.pacing = quick();
        PortWatch watch(request, 3s);
        QSignalSpy finished(&watch, &Operation::finished);
        watch.start();
        QTRY_VERIFY(watch.isNameUnknown());
        QVERIFY(finished.isEmpty());
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(watch.error().code, ErrorCode::NoReply);
    }

    void tooManyAddressesAreRefused()
    {
        ScanNet net;
        PortWatchRequest request = requestFor(net);
        request.plan = net.plan(int(maximumWatchedAddresses) + 1);
        PortWatch watch(request, Operation::noDeadline);
        QSignalSpy finished(&watch, &Operation::finished);
        watch.start();
        QVERIFY(finished.wait());
        QCOMPARE(watch.error().code, ErrorCode::Usage);
    }

    /// Hours of 240 rounds, of 40 ms instead of 15 s: the second holds no more than the first. A real event
    /// loop: qWait() sleeps between its turns.
    void anHourOfWatchingCostsNothing()
    {
        ScanNet net;
        const FilteredPort filtered(net.newAddress(), net.modbusPort());
        QTcpServer server; // keeps nothing of who has gone
        QVERIFY(server.listen(net.newAddress(), net.modbusPort()));
        int rounds = 0;
        QEventLoop loop;
        connect(&server, &QTcpServer::newConnection, &loop, [&] {
            QTcpSocket *const socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            if (++rounds == 240 || rounds == 480)
                loop.quit();
        });
        PortWatchRequest request = requestFor(net);
        request.plan = net.plan(20);
        request.host = net.newAddress().toString(); // refuses
        request.pacing = {10ms, 40ms, 1ms, 20ms};
        auto watch = std::make_unique<PortWatch>(request, Operation::noDeadline);
        QSignalSpy opened(watch.get(), &PortWatch::opened);
        ownMemory(); // asking costs something the first time
        const int before = openDescriptors();
        QTimer::singleShot(100s, &loop, &QEventLoop::quit);
        watch->start();
        loop.exec();
        const int memory = ownMemory();
        loop.exec();
        QCOMPARE(rounds, 480);
        QCOMPARE(opened.size(), 1);
        if (memory > 0)
            QVERIFY2(ownMemory() - memory < 400, qPrintable(QString::number(ownMemory() - memory)));
        QVERIFY(openDescriptors() - before < 30);
        watch.reset();
        QTRY_VERIFY(openDescriptors() <= before);
    }
};

QTEST_GUILESS_MAIN(PortWatchTest)
#include "tst_portwatch.moc"
