// How many sockets a sweep opens, how fast it begins addresses, and when it gives up for want of sockets.

#include "discovery/sweeppace.h"

#include <QTest>

using namespace Sigen;

class SweepPaceTest : public QObject
{
    Q_OBJECT

    /// Begins addresses with two sockets each, as many as may be in one turn.
    static int beginAll(SweepPace &pace, qint64 now)
    {
        int begun = 0;
        pace.beginTurn(now);
        for (; !pace.isTurnUsed() && pace.canBegin(now); ++begun) {
            pace.noteBegun();
            pace.noteOpened();
            pace.noteOpened();
        }
        return begun;
    }

private Q_SLOTS:
    void opensAFewSocketsInATurn()
    {
        SweepPace pace(1000);
        QCOMPARE(beginAll(pace, 0), 6);
        QCOMPARE(beginAll(pace, 0), 6);
    }

    void neverOpensMoreThanTheLimit()
    {
        SweepPace pace(7);
        QCOMPARE(beginAll(pace, 0), 3);
        QVERIFY(!pace.canBegin(0));
        QVERIFY(pace.canAttempt(false, 0)); // the seventh
        pace.noteOpened();
        QVERIFY(!pace.canAttempt(false, 0));
        QVERIFY(pace.canAttempt(true, 0)); // in place of one that is closed
        pace.noteClosed(2);
        QVERIFY(pace.canBegin(0));
    }

    void beginsABurstAndThenSoManyASecond()
    {
        SweepPace pace(100000);
        int begun = 0;
        for (int turn = 0; turn < 100; ++turn)
            begun += beginAll(pace, 0);
        QCOMPARE(begun, 256);
        for (qint64 now = 10; now <= 10000; now += 10)
            begun += beginAll(pace, now);
        QVERIFY2(begun >= 256 + 2390 && begun <= 256 + 2400, qPrintable(QString::number(begun)));
    }

    void restsWhereTheSystemGivesNoSocket()
    {
        SweepPace pace(100);
        QCOMPARE(beginAll(pace, 0), 6);
        QVERIFY(pace.noteRefused(0)); // others are in use
        QVERIFY(!pace.canAttempt(true, 50));
        QVERIFY(pace.canAttempt(true, 100));
        QVERIFY(!pace.canBegin(100)); // what is in use is what there is
        pace.beginTurn(250);
        QVERIFY(pace.canBegin(250)); // perhaps there are more now
    }

    void givesUpWhereThereIsNotOneSocketForLong()
    {
        SweepPace pace(100);
        QVERIFY(pace.noteRefused(0));
        QVERIFY(pace.noteRefused(2999));
        QVERIFY(!pace.noteRefused(3000));
        pace.noteAsked();
        QVERIFY(pace.noteRefused(3001));
    }
};

QTEST_GUILESS_MAIN(SweepPaceTest)
#include "tst_sweeppace.moc"
