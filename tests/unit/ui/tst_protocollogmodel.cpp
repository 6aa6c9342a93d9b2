// The protocol log keeps the newest lines, gathers a storm, and shows what is asked for.

#include "ui/models/protocollogmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;
using Channel = TraceEntry::Channel;
using Direction = TraceEntry::Direction;

static TraceEntry entry(const QString &text, Channel channel = Channel::WebSocket)
{
    return {QDateTime::currentDateTimeUtc(), Direction::Received, channel, text};
}

class ProtocolLogModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStormIsGatheredIntoFewInsertions()
    {
        ProtocolLogModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        for (int i = 0; i < 1000; ++i)
            model.append(entry(QString::number(i)));
        QCOMPARE(model.rowCount(), 0);
        QTRY_COMPARE(model.rowCount(), 1000);
        QCOMPARE(inserted.size(), 1);
    }

    void atMostFiveThousandLinesAreKeptAndTheNewestStay()
    {
        ProtocolLogModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int i = 0; i < 4000; ++i)
            model.append(entry(QString::number(i)));
        QTRY_COMPARE(model.rowCount(), 4000);
        for (int i = 4000; i < 6000; ++i)
            model.append(entry(QString::number(i)));
        QTRY_COMPARE(model.at(model.rowCount() - 1).text, u"5999"_s);
        QVERIFY(model.rowCount() <= ProtocolLogModel::maximumLines);
        QCOMPARE(model.at(0).text, QString::number(6000 - model.rowCount()));
        for (int i = 0; i < 20000; ++i)
            model.append(entry(QString::number(i)));
        QTRY_COMPARE(model.at(model.rowCount() - 1).text, u"19999"_s);
        QCOMPARE(model.rowCount(), ProtocolLogModel::maximumLines);
    }

    void longLinesTakeABoundedRoom()
    {
        ProtocolLogModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(model.cutText().isEmpty());
        for (int round = 0; round < 3; ++round) {
            for (int i = 0; i < 2000; ++i)
                model.append(entry(QString::number(i).rightJustified(4096)));
            QTRY_VERIFY(model.rowCount() > 0 && model.at(model.rowCount() - 1).text.trimmed() == u"1999"_s);
            qsizetype characters = 0;
            for (int row = 0; row < model.rowCount(); ++row)
                characters += model.at(row).text.size();
            QVERIFY(characters <= ProtocolLogModel::maximumCharacters);
            QVERIFY(!model.cutText().isEmpty());
            model.append(entry(QString::number(round)));
        }
        ProtocolLogFilter filter;
        filter.setLog(&model);
        QVERIFY(filter.plainText().startsWith(model.cutText() + u'\n'));
        model.clear();
        QVERIFY(model.cutText().isEmpty());
    }

    void aRepeatedFrameIsCounted()
    {
        ProtocolLogModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        for (int i = 0; i < 100; ++i)
            model.append(entry(u"push"_s));
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.repeats(0), 99);
        for (int i = 0; i < 100; ++i)
            model.append(entry(u"push"_s));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.line(0).contains(u"199"_s));
        QVERIFY(model.index(0).data(ProtocolLogModel::TextRole).toString().contains(u"199"_s));
        model.append(entry(u"reply"_s));
        QTRY_COMPARE(model.rowCount(), 2);
    }

    void theFilterSelectsByChannelAndText()
    {
        ProtocolLogModel model;
        ProtocolLogFilter filter;
        filter.setLog(&model);
        const QAbstractItemModelTester tester(&filter,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append(entry(u"{\"msgType\":1}"_s));
        model.append(entry(u"0001 0000"_s, Channel::Modbus));
        model.append(entry(u"{\"msgType\":4}"_s));
        QTRY_COMPARE(filter.rowCount(), 3);
        filter.setChannel(Channel::Modbus);
        QCOMPARE(filter.rowCount(), 1);
        filter.setChannel({});
        filter.setText(u"MSGTYPE\":4"_s);
        QCOMPARE(filter.rowCount(), 1);
        QVERIFY(filter.plainText().endsWith(u"{\"msgType\":4}\n"_s));
        QCOMPARE(filter.plainText().count(u'\n'), 1);
        model.append(entry(u"later {\"msgType\":4}"_s));
        QTRY_COMPARE(filter.rowCount(), 2);
        filter.setText({});
        QCOMPARE(filter.rowCount(), 4);
    }

    void hostileTextStaysOneHarmlessLine()
    {
        ProtocolLogModel model;
        model.append(entry(u"a\nb\u202E<b>"_s + QString(4000, u'x')));
        QTRY_COMPARE(model.rowCount(), 1);
        const QString shown = model.index(0).data(ProtocolLogModel::TextRole).toString();
        QVERIFY(shown.size() <= 256);
        QVERIFY(!shown.contains(u'\n'));
        const QString whole = model.index(0).data(ProtocolLogModel::WholeTextRole).toString();
        QVERIFY(whole.size() > 4000);
        QVERIFY(!whole.contains(u'\n'));
        QVERIFY(!whole.contains(QChar(0x202E)));
        QVERIFY(!model.line(0).contains(u'\n'));
    }

    void clearingForgetsAlsoWhatWasGathered()
    {
        ProtocolLogModel model;
        model.append(entry(u"one"_s));
        QTRY_COMPARE(model.rowCount(), 1);
        model.append(entry(u"two"_s));
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.append(entry(u"three"_s));
        QTRY_COMPARE(inserted.size(), 1);
        QCOMPARE(model.at(0).text, u"three"_s);
    }
};

QTEST_GUILESS_MAIN(ProtocolLogModelTest)
#include "tst_protocollogmodel.moc"
