// Frames out of bytes: what answers, what is odd about it, what belongs to nothing.
#include "protocol/replyassembler.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;
using Kind = ModbusReply::Kind;

namespace {

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

/// The vendor document's example: unit 1, 30540, two registers.
ReadRequest vendorRequest(quint16 transaction = 0x1234)
{
    return {transaction, *UnitId::fromInt(1), ReadFunction::InputRegisters, {30540, 2}};
}

const char *const vendorReply = "1234 0000 0007 01 04 04 000061A8";
const char *const vendorException = "1234 0000 0003 01 84 04";

/// All that a sequence of bytes leads to, fed in pieces.
struct Fed
{
    Fed(const QList<ReadRequest> &expected, const QByteArray &bytes, const QList<qsizetype> &pieces)
    {
        for (const ReadRequest &request : expected)
            assembler.expect(request);
        qsizetype at = 0;
        for (qsizetype i = 0; at < bytes.size(); ++i) {
            const qsizetype piece = pieces.at(i % pieces.size());
            replies += assembler.feed(bytes.mid(at, piece));
            at += piece;
        }
    }
    QString state() const
    {
        return u"%1 stray, %2 unfinished"_s.arg(assembler.strayBytes()).arg(assembler.partialBytes());
    }

    ReplyAssembler assembler;
    QList<ModbusReply> replies;
};

} // namespace

class ReplyAssemblerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesOneFrame_data();
    void judgesOneFrame();
    void findsTheAnswerInWhateverSurroundsIt_data();
    void findsTheAnswerInWhateverSurroundsIt();
    void aStaleFrameCutAtAnyByteHidesNothing_data();
    void aStaleFrameCutAtAnyByteHidesNothing();
    void aSecondCopyIsForeign();
    void earlierRequestsAreStillWaitedFor();
    void everyPrefixOfAReplyIsUnfinished();
    void aStrangerIsKnownByItsFirstBytes_data();
    void aStrangerIsKnownByItsFirstBytes();
    void readsTheLongestReply();
    void staysSmallUnderAFlood_data();
    void staysSmallUnderAFlood();
    void theSameBytesGiveTheSameHoweverTheyAreCut();
    void noBytesAtRandomAreAnAnswer();
};

void ReplyAssemblerTest::judgesOneFrame_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind"); // -1: no frame
    QTest::addColumn<ReplyOddities>("oddities");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *bytes, int kind, ReplyOddities oddities = {},
                        const QString &reason = {}) {
        QTest::newRow(name) << hex(bytes) << kind << oddities << reason;
    };
    const int none = -1;
    const int registers = int(Kind::Registers);
    const int exception = int(Kind::Exception);
    const int unfit = int(Kind::Unfit);
    const int foreign = int(Kind::Foreign);
    const ReplyOddities unit = ReplyOddity::ForeignUnit;
    const ReplyOddities more = ReplyOddity::MoreRegisters;
    const ReplyOddities length = ReplyOddity::WrongLength;

    row("nothing", "", none);
    row("registers", vendorReply, registers);
    row("exception", vendorException, exception);
    row("another unit", "1234 0000 0007 02 04 04 000061A8", registers, unit);
    row("unit 0", "1234 0000 0007 00 04 04 000061A8", registers, unit);
    row("unit 255", "1234 0000 0007 FF 04 04 000061A8", registers, unit);
    row("another unit's exception", "1234 0000 0003 F7 84 04", exception, unit);
    row("more registers", "1234 0000 0009 01 04 06 000061A80000", registers, more);
    row("an odd number of bytes", "1234 0000 0008 01 04 05 000061A800", registers, more);
    row("two bytes within the length", "1234 0000 0009 01 04 04 000061A8", registers, length);
    row("byte count too large for the length", "1234 0000 0007 01 04 06 000061A8", registers, length);
    row("length zero", "1234 0000 0000 01 04 04 000061A8", registers, length);
    row("length without the unit", "1234 0000 0006 01 04 04 000061A8", registers, length);
    row("length without the header", "1234 0000 0004 01 04 04 000061A8", registers, length);
    row("length beyond a frame", "1234 0000 0700 01 04 04 000061A8", registers, length);
    row("long exception", "1234 0000 0005 01 84 04", exception, length);
    row("fewer registers", "1234 0000 0005 01 04 02 61A8", unfit, {}, u"2 bytes for 2 registers"_s);
    row("byte count of fewer registers", "1234 0000 0007 01 04 02 61A8", unfit, {},
        u"2 bytes for 2 registers"_s);
    row("no registers", "1234 0000 0003 01 04 00", unfit, {}, u"0 bytes for 2 registers"_s);
    row("three bytes", "1234 0000 0006 01 04 03 000061", unfit, {}, u"3 bytes for 2 registers"_s);
    row("exception without a code", "1234 0000 0003 01 84 00", unfit, {}, u"exception without a code"_s);
    row("the other read function", "1234 0000 0007 01 03 04 000061A8", unfit, {},
        u"function 3 answers function 4"_s);
    row("the other read function's exception", "1234 0000 0003 01 83 01", unfit, {},
        u"function 131 answers function 4"_s);
    row("a write function", "1234 0000 0006 01 06 774C 0002", unfit, {}, u"function 6 answers function 4"_s);
    row("another transaction", "1233 0000 0007 01 04 04 000061A8", foreign);
    row("another transaction's exception", "1233 0000 0003 F7 83 02", foreign);
    row("wrong protocol", "1234 0001 0007 01 04 04 000061A8", none);
    row("byte count that fits nothing", "1234 0000 0006 01 04 08 000061A8", none);
    row("the request come back", "1234 0000 0006 01 04 774C 0002", none);
    row("another transaction with an impossible length", "1233 0000 0000 01 04 04 000061A8", none);
    row("another transaction with an impossible function", "9999 0000 0006 01 06 774C 0002", none);
    row("text without transaction", "0000000000000000", none);
}

void ReplyAssemblerTest::judgesOneFrame()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, kind);
    QFETCH(const ReplyOddities, oddities);
    QFETCH(const QString, reason);
    const Fed fed({vendorRequest()}, bytes, {1000});
    QCOMPARE(fed.assembler.partialBytes(), 0);
    if (kind < 0) {
        QVERIFY(fed.replies.isEmpty());
        QCOMPARE(fed.assembler.strayBytes(), bytes.size());
        return;
    }
    QCOMPARE(fed.assembler.strayBytes(), 0);
    QCOMPARE(fed.replies.size(), 1);
    const ModbusReply &reply = fed.replies.first();
    QCOMPARE(int(reply.kind), kind);
    QCOMPARE(reply.oddities, oddities);
    QCOMPARE(reply.reason, reason);
    QCOMPARE(reply.registers,
             reply.kind == Kind::Registers ? QList<quint16>({0x0000, 0x61A8}) : QList<quint16>());
    QCOMPARE(int(reply.exceptionCode), reply.kind == Kind::Exception ? 4 : 0);
    QCOMPARE(reply.request.has_value(), reply.kind != Kind::Foreign);
    QCOMPARE(fed.assembler.isExpected(0x1234), reply.kind == Kind::Foreign);
}

void ReplyAssemblerTest::findsTheAnswerInWhateverSurroundsIt_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("foreign"); // frames
    QTest::addColumn<int>("stray"); // bytes
    const auto row = [](const char *name, const QByteArray &before, int foreign, int stray) {
        QTest::newRow(name) << before << foreign << stray;
    };
    row("nothing", {}, 0, 0);
    row("one of the same shape", hex("1233 0000 0007 01 04 04 11112222"), 1, 0);
    row("one of another shape", hex("0001 0000 0005 F7 03 02 0001"), 1, 0);
    row("an exception", hex("1232 0000 0003 01 84 02"), 1, 0);
    row("three", hex("1231 0000 0003 01 84 02 1232 0000 0005 F7 04 02 0001 1233 0000 0003 F7 83 01"), 3, 0);
    row("the same one twice", hex("1233 0000 0003 01 84 02").repeated(2), 2, 0);
    row("two zeros", hex("0000"), 0, 2);
    row("three zeros", hex("000000"), 0, 3);
    row("many zeros", QByteArray(300, '\0'), 0, 300);
    row("a line end", "\r\n", 0, 2);
    row("text", "OK, what next?", 0, 14);
    row("the half of a reply without its beginning", hex("61A8 0000 0001 5555 FFFF"), 0, 10);
    row("a frame and two bytes", hex("1233 0000 0003 01 84 02 0000"), 1, 2);
    row("two bytes and a frame", hex("0000 1233 0000 0003 01 84 02"), 0, 11);
    row("its own first byte", hex("12"), 0, 1);
    row("its own header without the last byte", hex("1234 0000 0007 01 04"), 0, 8);
    row("the request", hex("1234 0000 0006 01 04 774C 0002"), 0, 12);
    row("another client's write", hex("0007 0000 0006 01 06 9C40 0001"), 0, 12);
    row("a frame of another protocol", hex("1234 0001 0007 01 04 04 11112222"), 0, 13);
}

void ReplyAssemblerTest::findsTheAnswerInWhateverSurroundsIt()
{
    QFETCH(const QByteArray, before);
    QFETCH(const int, foreign);
    QFETCH(const int, stray);
    for (const char *answer : {vendorReply, vendorException}) {
        const QByteArray bytes = before + hex(answer);
        for (qsizetype piece = 1; piece <= bytes.size(); ++piece) {
            const Fed fed({vendorRequest()}, bytes, {piece});
            QCOMPARE(fed.replies.size(), foreign + 1);
            QCOMPARE(fed.replies.last().kind, answer == vendorReply ? Kind::Registers : Kind::Exception);
            QCOMPARE(fed.replies.last().oddities, ReplyOddities());
            QCOMPARE(fed.assembler.strayBytes(), stray);
            QCOMPARE(fed.assembler.partialBytes(), 0);
        }
    }
}

void ReplyAssemblerTest::aStaleFrameCutAtAnyByteHidesNothing_data()
{
    QTest::addColumn<QByteArray>("stale");
    QTest::newRow("short") << hex("9911 0000 0005 01 04 02 5555");
    QTest::newRow("of the same length") << hex("9911 0000 0007 01 04 04 11112222");
    QTest::newRow("long") << hex("9911 0000 006B 01 04 68") + QByteArray(104, '\x11');
    QTest::newRow("long, padded") << hex("9911 0000 006B 01 04 68") + QByteArray(104, '\0');
    QTest::newRow("of an earlier try") << hex("9231 0000 0007 01 04 04 11112222");
    QTest::newRow("exception") << hex("9911 0000 0003 01 84 02");
}

void ReplyAssemblerTest::aStaleFrameCutAtAnyByteHidesNothing()
{
    QFETCH(const QByteArray, stale);
    const QByteArray answer = hex("9234") + hex(vendorReply).mid(2);
    for (qsizetype length = 1; length < stale.size(); ++length) {
        for (const bool itsEnd : {false, true}) {
            const QByteArray half = itsEnd ? stale.last(length) : stale.first(length);
            const Fed fed({vendorRequest(0x9231), vendorRequest(0x9234)}, half + answer, {1000});
            QVERIFY(!fed.replies.isEmpty());
            QCOMPARE(fed.replies.last().transaction, 0x9234);
            QCOMPARE(fed.replies.last().registers, QList<quint16>({0x0000, 0x61A8}));
            for (const ModbusReply &reply : fed.replies.first(fed.replies.size() - 1))
                QCOMPARE(reply.kind, Kind::Foreign); // the end of a frame can look like a smaller one
            QVERIFY(fed.assembler.strayBytes() <= half.size());
        }
    }
}

void ReplyAssemblerTest::aSecondCopyIsForeign()
{
    const Fed fed({vendorRequest()}, hex(vendorReply).repeated(2), {1000});
    QCOMPARE(fed.replies.size(), 2);
    QCOMPARE(fed.replies.at(0).kind, Kind::Registers);
    QCOMPARE(fed.replies.at(1).kind, Kind::Foreign);
    QCOMPARE(fed.replies.at(1).byteCount, 4);
}

void ReplyAssemblerTest::earlierRequestsAreStillWaitedFor()
{
    ReplyAssembler assembler;
    for (quint16 id = 1; id <= 246; ++id)
        assembler.expect(vendorRequest(id));
    const QList<ModbusReply> replies =
        assembler.feed(hex("00F6 0000 0003 01 84 02 0007 0000 0007 01 04 04 000061A8"));
    QCOMPARE(replies.size(), 2);
    QCOMPARE(replies.at(0).request, std::optional(vendorRequest(246)));
    QCOMPARE(replies.at(1).request, std::optional(vendorRequest(7)));
    QVERIFY(!assembler.isExpected(7));
    QVERIFY(assembler.isExpected(8));
}

void ReplyAssemblerTest::everyPrefixOfAReplyIsUnfinished()
{
    for (const char *reply : {vendorReply, vendorException}) {
        const QByteArray bytes = hex(reply);
        ReplyAssembler assembler;
        assembler.expect(vendorRequest());
        for (qsizetype at = 0; at + 1 < bytes.size(); ++at) {
            QVERIFY(assembler.feed(bytes.mid(at, 1)).isEmpty());
            QCOMPARE(assembler.partialBytes(), at + 1);
            QCOMPARE(assembler.partialTransaction(), at < 1 ? std::nullopt : std::optional<quint16>(0x1234));
            QCOMPARE(assembler.isPartialReply(), at + 1 >= 9);
        }
        QCOMPARE(assembler.feed(bytes.right(1)).size(), 1);
        QCOMPARE(assembler.partialBytes(), 0);
        QCOMPARE(assembler.partialTransaction(), std::nullopt);
    }
}

void ReplyAssemblerTest::aStrangerIsKnownByItsFirstBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("enough");
    QTest::newRow("a web server") << QByteArray("HTTP/1.1 400 Bad Request\r\n") << 4;
    QTest::newRow("a secure shell") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << 4;
    QTest::newRow("a TLS alert") << hex("15030100020246") << 4;
    QTest::newRow("impossible length") << hex("1235 0000 FFFF 01 04") << 6;
    QTest::newRow("wrong function in a long frame") << hex("1235 0000 00C8 01 10 00 00 00") << 8;
    QTest::newRow("wrong byte count in a long frame") << hex("1235 0000 00C8 01 04 01 00 00") << 9;
}

void ReplyAssemblerTest::aStrangerIsKnownByItsFirstBytes()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, enough);
    ReplyAssembler assembler;
    assembler.expect(vendorRequest());
    assembler.feed(bytes.left(enough - 1));
    QCOMPARE(assembler.strayBytes(), 0);
    assembler.feed(bytes.mid(enough - 1, 1));
    QVERIFY(assembler.strayBytes() > 0);
    QVERIFY(!assembler.isPartialReply());
}

void ReplyAssemblerTest::readsTheLongestReply()
{
    ReadRequest request = vendorRequest();
    request.range = {30000, RegisterRange::maximumCount};
    QByteArray reply = hex("1234 0000 00FB 01 04 F8");
    for (int i = 0; i < RegisterRange::maximumCount; ++i)
        reply.append(char(i)).append(char(0xFF - i));
    const Fed fed({request}, reply, {1000});
    QCOMPARE(fed.replies.size(), 1);
    const QList<quint16> registers = fed.replies.first().registers;
    QCOMPARE(registers.size(), RegisterRange::maximumCount);
    QCOMPARE(registers.at(0), quint16(0x00FF));
    QCOMPARE(registers.at(123), quint16(0x7B84));
}

void ReplyAssemblerTest::staysSmallUnderAFlood_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::newRow("stale frames") << hex("1233 0000 0003 01 84 02");
    QTest::newRow("zeros") << QByteArray(64, '\0');
    QTest::newRow("noise") << hex("deadbeef");
    QTest::newRow("headers of awaited replies") << hex("1234 0000 00");
}

void ReplyAssemblerTest::staysSmallUnderAFlood()
{
    QFETCH(const QByteArray, piece);
    ReplyAssembler assembler;
    assembler.expect(vendorRequest());
    for (int i = 0; i < 20000; ++i) {
        assembler.feed(piece);
        QVERIFY(assembler.partialBytes() <= 264);
    }
    const QList<ModbusReply> replies = assembler.feed(hex(vendorReply));
    QVERIFY(!replies.isEmpty());
    QCOMPARE(replies.last().kind, Kind::Registers);
}

/// Bytes as a bad line gives them: frames whole, cut and spoilt, of awaited and foreign numbers, and noise.
static QByteArray troubledBytes(QRandomGenerator &random)
{
    static const QList<QByteArray> pieces{
        hex("9234 0000 0007 01 04 04 000061A8"),
        hex("9234 0000 0003 01 84 04"),
        hex("9231 0000 0007 01 04 04 11112222"),
        hex("9231 0000 0000 01 04 04 33334444"),
        hex("9299 0000 0005 01 04 02 5555"),
        hex("9299 0000 0003 01 84 06"),
        hex("9234 0000 0006 01 04 774C 0002"),
        hex("9234 0000 0009 FF 04 06 666677778888"),
        hex("0000"),
        QByteArray("HTTP/1.1"),
    };
    QByteArray bytes;
    for (int i = random.bounded(1, 5); i > 0; --i) {
        QByteArray piece = pieces.at(random.bounded(pieces.size()));
        if (random.bounded(3) == 0)
            piece.truncate(random.bounded(piece.size()) + 1);
        if (random.bounded(4) == 0)
            piece[random.bounded(piece.size())] = char(random.bounded(256));
        bytes += piece;
    }
    return bytes;
}

void ReplyAssemblerTest::theSameBytesGiveTheSameHoweverTheyAreCut()
{
    const QList<ReadRequest> expected{vendorRequest(0x9231), vendorRequest(0x9234)};
    QRandomGenerator random(20261127);
    for (int round = 0; round < 20000; ++round) {
        const QByteArray bytes = troubledBytes(random);
        const Fed whole(expected, bytes, {bytes.size()});
        for (const QList<qsizetype> &pieces :
             {QList<qsizetype>{1},
              QList<qsizetype>{random.bounded(1, 20), random.bounded(1, 20), random.bounded(1, 20)}}) {
            const Fed cut(expected, bytes, pieces);
            QVERIFY2(cut.replies == whole.replies, bytes.toHex(' ').constData());
            QVERIFY2(cut.state() == whole.state(), bytes.toHex(' ').constData());
        }
        // Every byte is accounted for.
        qsizetype inFrames = bytes.size() - whole.assembler.strayBytes() - whole.assembler.partialBytes();
        QVERIFY(inFrames >= 9 * whole.replies.size());
    }
}

void ReplyAssemblerTest::noBytesAtRandomAreAnAnswer()
{
    QRandomGenerator random(502);
    int foreign = 0;
    for (int round = 0; round < 2000; ++round) {
        QByteArray bytes(random.bounded(1, 500), '\0');
        for (char &each : bytes)
            each = char(random.bounded(4) == 0 ? 0 : random.bounded(256));
        const Fed fed({vendorRequest(0x9231), vendorRequest(0x9234)}, bytes, {bytes.size()});
        for (const ModbusReply &reply : fed.replies) {
            QVERIFY2(!reply.request, bytes.toHex(' ').constData());
            ++foreign;
        }
    }
    QVERIFY(foreign < 20);
}

QTEST_GUILESS_MAIN(ReplyAssemblerTest)
#include "tst_replyassembler.moc"
