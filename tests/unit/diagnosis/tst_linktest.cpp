// How the link test counts: what is answered, late, lost, comes again, and what becomes of a connection that
// ends.

#include "scriptedserver.h"

#include "diagnosis/linktest.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Request = ScriptedServer::Request;
using End = LinkRead::End;

class LinkTestTest : public QObject
{
    Q_OBJECT

    static QByteArray goodReply(const Request &request)
    {
        return replyTo(request, QList<quint16>(request.count(), 1));
    }

    static Timeouts timeouts()
    {
        Timeouts timeouts;
        timeouts.pacing.modbusPause = 100ms;
        timeouts.pacing.retry = 50ms;
        return timeouts;
    }

    static std::unique_ptr<LinkTest> test(const ScriptedServer &server, int reads,
                                          UnitId unit = UnitId::plant())
    {
        return std::make_unique<LinkTest>(QHostAddress(QHostAddress::LocalHost), server.port(), unit,
                                          ReadFunction::InputRegisters, reads, timeouts());
    }

    static bool runToEnd(LinkTest &test)
    {
        QSignalSpy finished(&test, &Operation::finished);
        test.start();
        return finished.wait(30000);
    }

    static QList<End> ends(const LinkTest &test)
    {
        QList<End> ends;
        for (const LinkRead &read : test.finding().reads)
            ends += read.end;
        return ends;
    }

private Q_SLOTS:
    void readsAreASecondApartAndTimed()
    {
        const ScriptedServer server(
            [](QTcpSocket &peer, const Request &request) { peer.write(goodReply(request)); });
        const auto link = test(server, 3);
        QSignalSpy progress(link.get(), &LinkTest::readEnded);
        QVERIFY(runToEnd(*link));
        QCOMPARE(ends(*link), QList<End>(3, End::Answered));
        QCOMPARE(progress.size(), 3);
        QCOMPARE(server.requests().size(), 3);
        QVERIFY(server.requests().at(2).atMs - server.requests().at(0).atMs >= 1900);
        QVERIFY(link->finding().minimum() > 0);
        QCOMPARE(link->finding().stale, 0);
        QVERIFY(link->clockBehind()); // of the year 1970
    }

    void neighbouringReadsDifferAndEveryFirmwareHasThem()
    {
        const ScriptedServer server(
            [](QTcpSocket &peer, const Request &request) { peer.write(goodReply(request)); });
        const auto link = test(server, 2);
        QVERIFY(runToEnd(*link));
        QCOMPARE(server.questions(), (QStringList{u"247/4/30000/15"_s, u"247/4/30051/1"_s}));
    }

    void whatComesAfterASecondIsLateAndWhatNeverComesIsLost()
    {
        ScriptedServer server;
        server.onRequest = [&server](QTcpSocket &peer, const Request &request) {
            if (server.requests().size() == 1)
                QTimer::singleShot(1500, &peer, [&peer, request] { peer.write(goodReply(request)); });
            else if (server.requests().size() == 3)
                peer.write(goodReply(request));
        };
        const auto link = test(server, 3);
        QVERIFY(runToEnd(*link));
        QCOMPARE(ends(*link), (QList<End>{End::Late, End::Lost, End::Answered}));
        QVERIFY(link->finding().reads.at(0).ms >= 1400);
        QCOMPARE(link->finding().stale, 0); // it was late, and counts once
    }

    void theLastOnesLateAnswerIsWaitedFor()
    {
        ScriptedServer server;
        server.onRequest = [](QTcpSocket &peer, const Request &request) {
            QTimer::singleShot(1300, &peer, [&peer, request] { peer.write(goodReply(request)); });
        };
        const auto link = test(server, 1);
        QVERIFY(runToEnd(*link));
        QCOMPARE(ends(*link), QList<End>{End::Late});
        QVERIFY(link->elapsed() < 2900ms); // no longer than needed
    }

    void copiesAreStale()
    {
        const ScriptedServer server([](QTcpSocket &peer, const Request &request) {
            peer.write(goodReply(request) + goodReply(request));
        });
        const auto link = test(server, 2);
        QVERIFY(runToEnd(*link));
        QCOMPARE(ends(*link), QList<End>(2, End::Answered));
        QVERIFY(link->finding().stale >= 1);
    }

    void aConnectionThatEndsCostsOneRead()
    {
        ScriptedServer server;
        server.onRequest = [&server](QTcpSocket &peer, const Request &request) {
            if (server.requests().size() == 2)
                peer.close();
            else
                peer.write(goodReply(request));
        };
        const auto link = test(server, 3);
        QVERIFY(runToEnd(*link));
        QCOMPARE(ends(*link), (QList<End>{End::Answered, End::Lost, End::Answered}));
        QCOMPARE(link->finding().reconnects, 1);
    }

    void aServerWithOnePlaceIsGivenAMoment()
    {
        ScriptedServer server;
        int connections = 0;
        server.onConnected = [&connections](QTcpSocket &peer) {
            if (++connections == 1)
                peer.close();
        };
        server.onRequest = [](QTcpSocket &peer, const Request &request) { peer.write(goodReply(request)); };
        const auto link = test(server, 1);
        QVERIFY(runToEnd(*link));
        QCOMPARE(ends(*link), QList<End>{End::Answered});
        QCOMPARE(link->finding().reconnects, 0);
    }

    void aServerThatHasGoneLosesThemAll()
    {
        ScriptedServer server;
        const auto link = test(server, 2);
        server.stopListening();
        QVERIFY(runToEnd(*link));
        QCOMPARE(ends(*link), QList<End>(2, End::Lost));
    }

    void cancellingKeepsWhatWasRead()
    {
        const ScriptedServer server(
            [](QTcpSocket &peer, const Request &request) { peer.write(goodReply(request)); });
        const auto link = test(server, 20);
        QSignalSpy finished(link.get(), &Operation::finished);
        connect(link.get(), &LinkTest::readEnded, link.get(), [&link](int done) {
            if (done == 1)
                link->cancel();
        });
        link->start();
        QVERIFY(finished.wait(5000));
        QCOMPARE(link->error().code, ErrorCode::Cancelled);
        QCOMPARE(ends(*link), QList<End>{End::Answered});
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void clocksMayBeInUtcOrLocalTime()
    {
        constexpr qint64 now = 1'800'000'000;
        QCOMPARE(clockDifference(now, 60, now), 0);
        QCOMPARE(clockDifference(now + 3600, 60, now), 0); // it gives its local time
        QCOMPARE(clockDifference(now - 7200, 60, now), 7200);
        QCOMPARE(clockDifference(now - 3725, 0, now), 3725);
        QCOMPARE(clockDifference(now + 500, 0, now), -500);
    }
};

QTEST_GUILESS_MAIN(LinkTestTest)
#include "tst_linktest.moc"
