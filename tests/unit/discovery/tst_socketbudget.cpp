// What a scan takes of the descriptors of its process.

#include "core/descriptors.h"
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
        QTest::addColumn<ScanBudget>("budget");
        QTest::newRow("usual on Linux") << 1024LL << 24 << ScanBudget{640, 48, 4};
        QTest::newRow("unlimited") << -1LL << 24 << ScanBudget{640, 48, 4};
        QTest::newRow("generous") << 1048576LL << 24 << ScanBudget{640, 48, 4};
        QTest::newRow("macOS") << 256LL << 40 << ScanBudget{129, 17, 4};
        QTest::newRow("tight") << 64LL << 8 << ScanBudget{32, 4, 1};
        QTest::newRow("very tight") << 32LL << 8 << ScanBudget{17, 1, 0};
        QTest::newRow("nearly nothing") << 32LL << 30 << ScanBudget{2, 1, 0};
        QTest::newRow("exhausted") << 32LL << 32 << ScanBudget{2, 1, 0};
    }

    void leavesRoomForEverythingElse()
    {
        QFETCH(qlonglong, limit);
        QFETCH(int, open);
        QFETCH(ScanBudget, budget);
        const ScanBudget found = scanBudget(limit, open);
        QCOMPARE(found.sweepSockets, budget.sweepSockets);
        QCOMPARE(found.probes, budget.probes);
        QCOMPARE(found.nameLookups, budget.nameLookups);
    }

    void allOfItTogetherStaysBelowTheLimit()
    {
        for (int limit = 24; limit < 4096; ++limit) {
            const ScanBudget budget = scanBudget(limit, 8);
            const int all = budget.sweepSockets + 3 * budget.probes + 8 * budget.nameLookups;
            QVERIFY2(8 + all <= limit, qPrintable(QString::number(limit)));
        }
    }

    void thisProcessCanAffordSome()
    {
        QVERIFY(scanBudget().sweepSockets >= 2);
        QVERIFY(scanBudget().probes >= 1);
        QVERIFY(canOpenDescriptors(12));
        QVERIFY(descriptorsInUse() >= 3);
    }
};

QTEST_GUILESS_MAIN(SocketBudgetTest)
#include "tst_socketbudget.moc"
