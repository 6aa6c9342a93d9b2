#include "modbus/readplan.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class TestReadPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsPlannedForNothing();
    void neighboursAreReadTogether();
    void aWideGapStartsAnotherRead();
    void noReadIsLongerThanAllowed();
    void theBuiltInTableTakesFewReads();
    void splitsWhereTheDocumentVersionChanges();
    void splitsAtTheWidestGapWithinOneVersion();
    void splittingEndsAtSingleRegisters();
};

static RegisterDefinition definition(int address, int count = 1, const QString &since = u"V1.7"_s)
{
    RegisterDefinition entry;
    entry.address = quint16(address);
    entry.count = count;
    entry.since = since;
    return entry;
}

static QList<RegisterRange> ranges(const QList<PlannedRead> &reads)
{
    QList<RegisterRange> list;
    for (const PlannedRead &read : reads)
        list.append(read.range());
    return list;
}

void TestReadPlan::nothingIsPlannedForNothing()
{
    QVERIFY(planReads({}).isEmpty());
}

void TestReadPlan::neighboursAreReadTogether()
{
    const auto reads = planReads({definition(30000, 2), definition(30002), definition(30031, 2)});
    QCOMPARE(ranges(reads), QList<RegisterRange>({{30000, 33}}));
    QCOMPARE(reads.first().definitions.size(), 3);
}

void TestReadPlan::aWideGapStartsAnotherRead()
{
    QCOMPARE(ranges(planReads({definition(100), definition(101 + maximumGap)})),
             QList<RegisterRange>({{100, 2 + maximumGap}}));
    QCOMPARE(ranges(planReads({definition(100), definition(102 + maximumGap)})),
             QList<RegisterRange>({{100, 1}, {quint16(102 + maximumGap), 1}}));
}

void TestReadPlan::noReadIsLongerThanAllowed()
{
    QList<RegisterDefinition> many;
    for (int address = 1000; address < 1400; address += 2)
        many.append(definition(address, 2));
    int registers = 0;
    for (const PlannedRead &read : planReads(many)) {
        QVERIFY(read.range().count <= RegisterRange::maximumCount);
        registers += read.range().count;
    }
    QCOMPARE(registers, 400);
    QCOMPARE(ranges(planReads({definition(65535)})), QList<RegisterRange>({{65535, 1}}));
}

void TestReadPlan::theBuiltInTableTakesFewReads()
{
    for (const RegisterScope scope : {RegisterScope::Plant, RegisterScope::Device}) {
        const QList<RegisterDefinition> wanted = RegisterTable::builtIn().definitions(scope);
        const QList<PlannedRead> reads = planReads(wanted);
        QVERIFY2(reads.size() <= 4, qPrintable(QString::number(reads.size())));
        qsizetype planned = 0;
        for (const PlannedRead &read : reads)
            planned += read.definitions.size();
        QCOMPARE(planned, wanted.size());
    }
}

void TestReadPlan::splitsWhereTheDocumentVersionChanges()
{
    const PlannedRead read{{definition(30000), definition(30020), definition(30021, 1, u"V2.5"_s)}};
    const auto [first, second] = splitRead(read);
    QCOMPARE(first.range(), (RegisterRange{30000, 21}));
    QCOMPARE(second.range(), (RegisterRange{30021, 1}));
}

void TestReadPlan::splitsAtTheWidestGapWithinOneVersion()
{
    const auto [first, second] =
        splitRead({{definition(1), definition(3), definition(9, 2), definition(12)}});
    QCOMPARE(first.range(), (RegisterRange{1, 3}));
    QCOMPARE(second.range(), (RegisterRange{9, 4}));
}

void TestReadPlan::splittingEndsAtSingleRegisters()
{
    QList<PlannedRead> reads = planReads(RegisterTable::builtIn().definitions(RegisterScope::Plant));
    qsizetype singles = 0;
    while (!reads.isEmpty()) {
        const PlannedRead read = reads.takeFirst();
        if (read.definitions.size() == 1) {
            ++singles;
            continue;
        }
        const auto [first, second] = splitRead(read);
        QVERIFY(!first.definitions.isEmpty() && !second.definitions.isEmpty());
        reads << first << second;
    }
    QCOMPARE(singles, RegisterTable::builtIn().definitions(RegisterScope::Plant).size());
}

QTEST_GUILESS_MAIN(TestReadPlan)
#include "tst_readplan.moc"
