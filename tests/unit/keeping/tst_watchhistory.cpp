// The history of a watch: its lines, its bounds, what it exports, and what a strip makes of it.

#include "keeping/historyfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class WatchHistoryTest : public QObject
{
    Q_OBJECT

    static QDateTime at(qint64 minutes)
    {
        return QDateTime(QDate(2026, 11, 22), QTime(7, 0), Qt::UTC).addSecs(minutes * 60);
    }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("can't write");
    }

private Q_SLOTS:
    void anEventIsALineAndBack()
    {
        const WatchEvent event{at(0), WatchState::On, WatchAction::Enabled, u"SPC\"115\n"_s, {}, true};
        const QByteArray json = watchEventJson(event);
        const QByteArray expected =
            "{\"at\":\"2026-11-22T07:00:00.000Z\",\"state\":\"on\",\"action\":\"enabled\","
            "\"firmware\":\"SPC\\\"115\\n\",\"error\":null,\"sent\":true}";
        QCOMPARE(json, expected);
        QCOMPARE(watchEventFrom(json), event);
    }

    void whatIsNoEventIsNone_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a line") << QByteArray("{\"at\":\"2026-11-22T07:00:00.000Z\",\"sta");
        QTest::newRow("no time") << QByteArray("{\"at\":\"soon\",\"state\":\"on\",\"action\":\"none\"}");
        QTest::newRow("another state")
            << QByteArray("{\"at\":\"2026-11-22T07:00:00.000Z\",\"state\":\"asleep\",\"action\":\"none\"}");
    }

    void whatIsNoEventIsNone()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!watchEventFrom(json));
    }

    void theCsvIsOneThatSpreadsheetsTake()
    {
        const WatchHistory history{
            {at(0), WatchState::Off, WatchAction::Waiting, u"=1+1"_s, {}, false},
            {at(1), WatchState::On, WatchAction::None, u"a,\"b\""_s, u"port-closed"_s, false}};
        QCOMPARE(historyCsv(history),
                 QByteArray("at,state,action,firmware,error,sent\r\n"
                            "2026-11-22T07:00:00.000Z,off,waiting,'=1+1,,false\r\n"
                            "2026-11-22T07:01:00.000Z,on,none,\"a,\"\"b\"\"\",port-closed,false\r\n"));
    }

    void aFileKeepsTheNewestTenThousand()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"below/history.jsonl"_s);
        WatchHistory many;
        for (int number = 0; number < HistoryFile::maximumEvents; ++number)
            many.append({at(number), WatchState::On, WatchAction::None, {}, {}, false});
        HistoryFile file(path);
        QVERIFY(!file.append(many.constFirst()));
        write(path, historyJsonLines(many));
        QVERIFY(!file.load());
        QCOMPARE(file.events().size(), 10000);
        const WatchEvent last{at(20000), WatchState::Off, WatchAction::None, {}, {}, false};
        QVERIFY(!file.append(last));
        HistoryFile again(path);
        QVERIFY(!again.load());
        QCOMPARE(again.events().size(), 10000);
        QCOMPARE(again.events().constFirst().at, at(1));
        QCOMPARE(again.events().constLast(), last);
        QCOMPARE(contentOf(path).count('\n'), 10000);
    }

    void twoThatWriteKeepWhatTheOtherWrote()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"history.jsonl"_s);
        HistoryFile one(path); // one watch that switches on, and one that only looks
        HistoryFile other(path);
        QVERIFY(!one.load() && !other.load());
        const QDateTime at = QDateTime::currentDateTimeUtc();
        QVERIFY(!one.append({at, WatchState::On, WatchAction::Enabled, {}, {}, true}));
        QVERIFY(!other.append({at, WatchState::On, WatchAction::None, {}, {}, false}));
        QVERIFY(!one.append({at, WatchState::Off, WatchAction::Waiting, {}, {}, false}));
        HistoryFile both(path);
        QVERIFY(!both.load());
        QCOMPARE(both.events().size(), 3);
        QCOMPARE(one.events(), both.events());
        QCOMPARE(rememberedFrom(both.events(), at, std::chrono::hours(24)).changes.size(), 1);
    }

    void whatCouldNotBeWrittenIsWrittenTheNextTime()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"sub/history.jsonl"_s);
        QVERIFY(QFile(folder.filePath(u"sub"_s)).open(QIODevice::WriteOnly)); // where the folder should be
        HistoryFile file(path);
        const QDateTime at = QDateTime::currentDateTimeUtc();
        QCOMPARE(file.append({at, WatchState::On, WatchAction::None, {}, {}, false}).code, ErrorCode::Io);
        QVERIFY(QFile::remove(folder.filePath(u"sub"_s)));
        QVERIFY(!file.append({at, WatchState::Off, WatchAction::None, {}, {}, false}));
        QVERIFY(!file.append({at, WatchState::On, WatchAction::None, {}, {}, false}));
        HistoryFile again(path);
        QVERIFY(!again.load());
        QCOMPARE(again.events().size(), 3);
    }

    void aTornLineIsPassedOver()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"history.jsonl"_s);
        const WatchEvent first{at(0), WatchState::On, WatchAction::None, {}, {}, false};
        write(path, watchEventJson(first) + "\n{\"at\":\"2026-1");
        HistoryFile file(path);
        QVERIFY(!file.load());
        QCOMPARE(file.events(), WatchHistory{first});
        const WatchEvent second{at(1), WatchState::Off, WatchAction::None, {}, {}, false};
        QVERIFY(!file.append(second));
        HistoryFile again(path);
        QVERIFY(!again.load());
        QCOMPARE(again.events(), (WatchHistory{first, second}));
    }

    void anotherFileIsNotTakenForAHistory()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"letter.txt"_s);
        write(path, "Dear installer,\n");
        HistoryFile file(path);
        QCOMPARE(file.load().code, ErrorCode::Io);
        HistoryFile noFile(folder.path());
        QCOMPARE(noFile.load().code, ErrorCode::Io);
        QCOMPARE(contentOf(path), QByteArray("Dear installer,\n"));
    }

    void aFullDiskLeavesTheOldFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"no-folder"_s);
        write(path, "x");
        HistoryFile file(path + u"/history.jsonl"_s);
        const WatchEvent event{at(0), WatchState::On, WatchAction::None, {}, {}, false};
        QCOMPARE(file.append(event).code, ErrorCode::Io);
        QCOMPARE(file.events().size(), 1);
    }

    void theStripHasNoGapsAndSaysWhereNobodyWatched()
    {
        const WatchHistory history{{at(0), WatchState::On, WatchAction::None, {}, {}, false},
                                   {at(10), WatchState::Off, WatchAction::None, {}, {}, false},
                                   {at(11), WatchState::On, WatchAction::Enabled, {}, {}, false},
                                   {at(20), WatchState::On, WatchAction::Stopped, {}, {}, false},
                                   {at(30), WatchState::Unreachable, WatchAction::None, {}, {}, false}};
        QCOMPARE(stretches(history, at(-10), at(40)),
                 (QList<WatchStretch>{{at(-10), at(0), WatchState::Unknown},
                                      {at(0), at(10), WatchState::On},
                                      {at(10), at(11), WatchState::Off},
                                      {at(11), at(20), WatchState::On},
                                      {at(20), at(30), WatchState::Unknown},
                                      {at(30), at(40), WatchState::Unreachable}}));
        const WatchShares share = shares(history, at(-10), at(40));
        QCOMPARE(share.on, 19.0 / 30);
        QCOMPARE(share.off, 1.0 / 30);
        QCOMPARE(share.unreachable, 10.0 / 30);
        QCOMPARE(share.watched, 30.0 / 50);
        QCOMPARE(share.mended, 1);
        QVERIFY(stretches(history, at(5), at(5)).isEmpty());
        QCOMPARE(shares({}, at(0), at(1)), WatchShares());
    }

    void changesOfTheLastHourAreRemembered()
    {
        const WatchHistory history{{at(0), WatchState::On, WatchAction::Enabled, u"A"_s, {}, true},
                                   {at(50), WatchState::On, WatchAction::None, u"A"_s, {}, false},
                                   {at(60), WatchState::Off, WatchAction::None, u"A"_s, {}, false},
                                   {at(61), WatchState::On, WatchAction::Enabled, u"A"_s, {}, true},
                                   {at(500), WatchState::On, WatchAction::Enabled, u"A"_s, {}, true}};
        const WatchMemory memory = rememberedFrom(history, at(70), 1h);
        // The clock was set back: the last one was sent just now.
        QCOMPARE(memory.changes, (QList<std::chrono::milliseconds>{51min, 60min}));
        QCOMPARE(memory.turnOffs, QList<std::chrono::milliseconds>{50min});
        QCOMPARE(memory.firmware, u"A"_s);
    }
};

QTEST_GUILESS_MAIN(WatchHistoryTest)
#include "tst_watchhistory.moc"
