// A trace stays small, whatever the other side sends, and says what it leaves out.

#include "core/tracedigest.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;
using Kind = TraceRecord::Kind;
using Channel = TraceEntry::Channel;
using Direction = TraceEntry::Direction;

static TraceEntry received(const QString &text, int second = 0, Channel channel = Channel::WebSocket)
{
    return {QDateTime::fromSecsSinceEpoch(second), Direction::Received, channel, text};
}

class TraceDigestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differentFramesAreAllRecorded()
    {
        TraceDigest digest;
        for (int i = 0; i < 1000; ++i) {
            const TraceEntry entry = received(QString::number(i));
            QCOMPARE(digest.take(entry), (QList<TraceRecord>{{Kind::Frame, entry, 0}}));
        }
        QVERIFY(!digest.rest());
    }

    void repeatedFramesAreCounted()
    {
        TraceDigest digest;
        QCOMPARE(digest.take(received(u"push"_s, 1)).size(), 1);
        for (int second = 2; second <= 100; ++second)
            QCOMPARE(digest.take(received(u"push"_s, second)).size(), 0);
        const TraceEntry other = received(u"reply"_s, 101);
        QCOMPARE(
            digest.take(other),
            (QList<TraceRecord>{{Kind::Repeats, received(u"push"_s, 100), 99}, {Kind::Frame, other, 0}}));
        QVERIFY(!digest.rest());
    }

    void theLastRepeatsAreNotLost()
    {
        TraceDigest digest;
        digest.take(received(u"push"_s, 1));
        digest.take(received(u"push"_s, 2));
        QCOMPARE(digest.rest(), (TraceRecord{Kind::Repeats, received(u"push"_s, 2), 1}));
        QVERIFY(!digest.rest());
    }

    void whatIsSentIsNeverCountedOnly()
    {
        TraceDigest digest;
        TraceEntry sent = received(u"read"_s);
        sent.direction = Direction::Sent;
        for (int i = 0; i < 3; ++i)
            QCOMPARE(digest.take(sent).size(), 1);
    }

    void theOtherChannelIsAnotherFrame()
    {
        TraceDigest digest;
        digest.take(received(u"00"_s));
        QCOMPARE(digest.take(received(u"00"_s, 0, Channel::Modbus)).size(), 1);
    }

    void aFloodEndsTheTraceAndIsSaid()
    {
        TraceDigest digest;
        qsizetype characters = 0;
        int cuts = 0;
        for (int i = 0; i < 20000; ++i) {
            for (const TraceRecord &record : digest.take(received(QString::number(i).rightJustified(4096)))) {
                QCOMPARE(cuts, 0); // it is the last
                cuts += record.kind == Kind::Cut;
                characters += record.kind == Kind::Cut ? 0 : record.entry.text.size();
            }
        }
        QCOMPARE(cuts, 1);
        QVERIFY(characters <= TraceDigest::mostCharacters);
        QVERIFY(characters > TraceDigest::mostCharacters / 2);
        QVERIFY(!digest.rest());
    }

    void tinyFramesAreBoundedToo()
    {
        TraceDigest digest;
        qsizetype records = 0;
        for (int i = 0; i < 1000000; ++i)
            records += digest.take(received(QString::number(i % 2))).size();
        QVERIFY2(records < 100000, qPrintable(QString::number(records)));
    }
};

QTEST_APPLESS_MAIN(TraceDigestTest)
#include "tst_tracedigest.moc"
