// How many sockets a scan takes for itself.

#include "discovery/socketbudget.h"

#include <QTest>

using namespace Sigen;

class SocketBudgetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesRoomForEverythingElse_data()
    {
        QTest::addColumn<qlonglong>("limit");
        QTest::addColumn<int>("open");
        QTest::addColumn<int>("sockets");
        QTest::newRow("usual on Linux") << 1024LL << 24 << 640;
        QTest::newRow("unlimited") << -1LL << 24 << 640;
        QTest::newRow("macOS") << 256LL << 40 << 144;
        QTest::newRow("generous") << 1048576LL << 24 << 640;
        QTest::newRow("tight") << 64LL << 40 << 16;
        QTest::newRow("nearly nothing") << 32LL << 30 << 8;
        QTest::newRow("exhausted") << 32LL << 32 << 8;
    }

    void leavesRoomForEverythingElse()
    {
        QFETCH(qlonglong, limit);
        QFETCH(int, open);
        QFETCH(int, sockets);
        QCOMPARE(affordableSockets(limit, open), sockets);
    }

    void thisProcessCanAffordSome()
    {
        QVERIFY(affordableSockets() >= 8);
        QVERIFY(affordableSockets() <= 640);
    }
};

QTEST_GUILESS_MAIN(SocketBudgetTest)
#include "tst_socketbudget.moc"
