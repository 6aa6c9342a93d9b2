#include "protocol/modbusframe.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;
using State = ReplyAssembler::State;

namespace {

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

UnitId unit(int value)
{
    return *UnitId::fromInt(value);
}

/// The vendor document's example: unit 1, 30540, two registers.
ReadRequest vendorRequest()
{
    return {0x1234, unit(1), ReadFunction::InputRegisters, {30540, 2}};
}

const char *const vendorReply = "1234 0000 0007 01 04 04 000061A8";
const char *const vendorException = "1234 0000 0003 01 84 04";

} // namespace

class ModbusFrameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyUnits1To247Exist();
    void encodesReads_data();
    void encodesReads();
    void impossibleRangesCannotBeEncoded_data();
    void impossibleRangesCannotBeEncoded();
    void judgesAReply_data();
    void judgesAReply();
    void judgesTheSameInOnePieceAndByteByByte_data() { judgesAReply_data(); }
    void judgesTheSameInOnePieceAndByteByByte();
    void everyPrefixOfAReplyIsIncomplete();
    void aStrangerIsKnownByItsFirstBytes_data();
    void aStrangerIsKnownByItsFirstBytes();
    void skipsStaleRepliesInTheSameSegment_data();
    void skipsStaleRepliesInTheSameSegment();
    void aVerdictIsFinal_data();
    void aVerdictIsFinal();
    void readsTheLongestReply();
    void staysSmallUnderAFloodOfStaleReplies();
};

void ModbusFrameTest::onlyUnits1To247Exist()
{
    for (int value = -1; value <= 300; ++value) {
        const std::optional<UnitId> made = UnitId::fromInt(value);
        QCOMPARE(made.has_value(), value >= 1 && value <= 247);
        if (made) {
            QCOMPARE(int(made->value()), value);
            QCOMPARE(made->isPlant(), value == 247);
        }
    }
    QCOMPARE(UnitId::plant(), unit(247));
    QVERIFY(unit(1) < unit(2));
}

void ModbusFrameTest::encodesReads_data()
{
    QTest::addColumn<ReadRequest>("request");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("vendor document") << vendorRequest() << hex("1234 0000 0006 01 04 774C 0002");
    QTest::newRow("plant, running state, function 03")
        << ReadRequest{0xFFFF, UnitId::plant(), ReadFunction::HoldingRegisters, {30051, 1}}
        << hex("FFFF 0000 0006 F7 03 7563 0001");
    QTest::newRow("most registers") << ReadRequest{0, unit(246), ReadFunction::InputRegisters, {0, 124}}
                                    << hex("0000 0000 0006 F6 04 0000 007C");
    QTest::newRow("last address") << ReadRequest{1, unit(2), ReadFunction::InputRegisters, {65535, 1}}
                                  << hex("0001 0000 0006 02 04 FFFF 0001");
}

void ModbusFrameTest::encodesReads()
{
    QFETCH(const ReadRequest, request);
    QFETCH(const QByteArray, bytes);
    QCOMPARE(encodeReadRequest(request).toHex(), bytes.toHex());
}

void ModbusFrameTest::impossibleRangesCannotBeEncoded_data()
{
    QTest::addColumn<int>("address");
    QTest::addColumn<int>("count");
    QTest::newRow("none") << 30000 << 0;
    QTest::newRow("negative") << 30000 << -1;
    QTest::newRow("too many") << 30000 << 125;
    QTest::newRow("far too many") << 30000 << 65537;
    QTest::newRow("past the last address") << 65535 << 2;
}

void ModbusFrameTest::impossibleRangesCannotBeEncoded()
{
    QFETCH(const int, address);
    QFETCH(const int, count);
    ReadRequest request = vendorRequest();
    request.range = {quint16(address), count};
    QVERIFY(encodeReadRequest(request).isEmpty());
}

void ModbusFrameTest::judgesAReply_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *bytes, State state, const QString &reason = {}) {
        QTest::newRow(name) << hex(bytes) << state << reason;
    };
    row("nothing", "", State::Incomplete);
    row("registers", vendorReply, State::Registers);
    row("exception", vendorException, State::Exception);
    row("registers and something after them", "1234 0000 0007 01 04 04 000061A8 FFFF", State::Registers);
    row("another transaction", "1233 0000 0007 01 04 04 000061A8", State::Incomplete);
    row("another transaction's exception", "1233 0000 0003 F7 83 02", State::Incomplete);
    row("wrong protocol", "1234 0001 0007 01 04 04 000061A8", State::Garbage,
        u"protocol id 1 instead of 0"_s);
    row("length zero", "1234 0000 0000", State::Garbage, u"impossible length 0"_s);
    row("too short", "1234 0000 0002 01 04", State::Garbage, u"impossible length 2"_s);
    row("too long", "1234 0000 00FF 01 04 FC", State::Garbage, u"impossible length 255"_s);
    row("another unit", "1234 0000 0007 02 04 04 000061A8", State::Garbage, u"unit 2 answers for unit 1"_s);
    row("another unit's exception", "1234 0000 0003 F7 84 02", State::Garbage,
        u"unit 247 answers for unit 1"_s);
    row("unit 0", "1234 0000 0003 00 84 02", State::Garbage, u"unit 0 answers for unit 1"_s);
    row("the other read function", "1234 0000 0007 01 03 04 000061A8", State::Garbage,
        u"function 3 answers function 4"_s);
    row("the other read function's exception", "1234 0000 0003 01 83 01", State::Garbage,
        u"function 131 answers function 4"_s);
    row("a write function", "1234 0000 0006 01 06 774C 0002", State::Garbage,
        u"function 6 was not asked for"_s);
    row("a write function's exception", "1234 0000 0003 01 86 01", State::Garbage,
        u"function 134 was not asked for"_s);
    row("fewer registers", "1234 0000 0005 01 04 02 61A8", State::Garbage, u"2 bytes for 2 registers"_s);
    row("more registers", "1234 0000 0009 01 04 06 000061A80000", State::Garbage,
        u"6 bytes for 2 registers"_s);
    row("no registers", "1234 0000 0003 01 04 00", State::Garbage, u"0 bytes for 2 registers"_s);
    row("byte count too small for the length", "1234 0000 0007 01 04 02 000061A8", State::Garbage,
        u"byte count 2 in a frame of length 7"_s);
    row("byte count too large for the length", "1234 0000 0007 01 04 06 000061A8", State::Garbage,
        u"byte count 6 in a frame of length 7"_s);
    row("odd byte count", "1234 0000 0006 01 04 03 000061", State::Garbage,
        u"byte count 3 in a frame of length 6"_s);
    row("long exception", "1234 0000 0004 01 84 04 00", State::Garbage, u"exception of length 4"_s);
    row("exception without a code", "1234 0000 0003 01 84 00", State::Garbage, u"exception without a code"_s);
    row("the request come back", "1234 0000 0006 01 04 774C 0002", State::Garbage,
        u"byte count 119 in a frame of length 6"_s);
    row("garbage under another transaction", "9999 0000 0006 01 06 774C 0002", State::Garbage,
        u"function 6 was not asked for"_s);
    row("a web server", "485454502F312E31", State::Garbage, u"protocol id 21584 instead of 0"_s);
    row("text without transaction", "0000000000000000", State::Garbage, u"impossible length 0"_s);
}

void ModbusFrameTest::judgesAReply()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const State, state);
    QFETCH(const QString, reason);
    ReplyAssembler assembler(vendorRequest());
    QCOMPARE(assembler.state(), State::Incomplete);
    QCOMPARE(assembler.feed(bytes), state);
    QCOMPARE(assembler.state(), state);
    QCOMPARE(assembler.garbageReason(), reason);
    QCOMPARE(assembler.registers(),
             state == State::Registers ? QList<quint16>({0x0000, 0x61A8}) : QList<quint16>());
    QCOMPARE(int(assembler.exceptionCode()), state == State::Exception ? 4 : 0);
    QVERIFY(!assembler.hasPartialFrame());
}

void ModbusFrameTest::judgesTheSameInOnePieceAndByteByByte()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const State, state);
    QFETCH(const QString, reason);
    for (const qsizetype piece : {1, 2, 3, 5, 7}) {
        ReplyAssembler assembler(vendorRequest());
        assembler.feed({});
        for (qsizetype at = 0; at < bytes.size(); at += piece)
            assembler.feed(bytes.mid(at, piece));
        QCOMPARE(assembler.state(), state);
        QCOMPARE(assembler.garbageReason(), reason);
    }
}

void ModbusFrameTest::everyPrefixOfAReplyIsIncomplete()
{
    for (const char *reply : {vendorReply, vendorException}) {
        const QByteArray bytes = hex(reply);
        ReplyAssembler assembler(vendorRequest());
        for (qsizetype at = 0; at + 1 < bytes.size(); ++at) {
            QCOMPARE(assembler.feed(bytes.mid(at, 1)), State::Incomplete);
            QVERIFY(assembler.hasPartialFrame());
            QVERIFY(assembler.registers().isEmpty());
        }
        QVERIFY(assembler.feed(bytes.right(1)) != State::Incomplete);
        QVERIFY(!assembler.hasPartialFrame());
    }
}

void ModbusFrameTest::aStrangerIsKnownByItsFirstBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("enough");
    QTest::newRow("a web server") << QByteArray("HTTP/1.1 400 Bad Request\r\n") << 4;
    QTest::newRow("a secure shell") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << 4;
    QTest::newRow("impossible length") << hex("1234 0000 FFFF 01 04") << 6;
    QTest::newRow("wrong function in a long frame") << hex("1234 0000 00C8 01 10 00 00 00") << 9;
    QTest::newRow("wrong byte count in a long frame") << hex("1234 0000 00C8 01 04 01 00 00") << 9;
}

void ModbusFrameTest::aStrangerIsKnownByItsFirstBytes()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, enough);
    ReplyAssembler assembler(vendorRequest());
    QCOMPARE(assembler.feed(bytes.left(enough - 1)), State::Incomplete);
    QCOMPARE(assembler.feed(bytes.mid(enough - 1, 1)), State::Garbage);
}

void ModbusFrameTest::skipsStaleRepliesInTheSameSegment_data()
{
    QTest::addColumn<QByteArray>("stale");
    QTest::addColumn<int>("frames");
    QTest::newRow("none") << QByteArray() << 0;
    QTest::newRow("one of the same shape") << hex("1233 0000 0007 01 04 04 11112222") << 1;
    QTest::newRow("one of another shape") << hex("0001 0000 0005 F7 03 02 0001") << 1;
    QTest::newRow("an exception") << hex("1232 0000 0003 01 84 02") << 1;
    QTest::newRow("three") << hex(
        "1231 0000 0003 01 84 02 1232 0000 0005 F7 04 02 0001 1233 0000 0003 F7 83 01")
                           << 3;
    QTest::newRow("the same one twice") << hex("1233 0000 0003 01 84 02").repeated(2) << 2;
}

void ModbusFrameTest::skipsStaleRepliesInTheSameSegment()
{
    QFETCH(const QByteArray, stale);
    QFETCH(const int, frames);
    const QByteArray segment = stale + hex(vendorReply);
    for (qsizetype piece = 1; piece <= segment.size(); ++piece) {
        ReplyAssembler assembler(vendorRequest());
        for (qsizetype at = 0; at < segment.size(); at += piece)
            assembler.feed(segment.mid(at, piece));
        QCOMPARE(assembler.state(), State::Registers);
        QCOMPARE(assembler.registers(), QList<quint16>({0x0000, 0x61A8}));
        QCOMPARE(assembler.skippedFrames(), frames);
    }
}

void ModbusFrameTest::aVerdictIsFinal_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<State>("state");
    QTest::newRow("registers") << hex(vendorReply) << State::Registers;
    QTest::newRow("exception") << hex(vendorException) << State::Exception;
    QTest::newRow("garbage") << QByteArray("HTTP") << State::Garbage;
}

void ModbusFrameTest::aVerdictIsFinal()
{
    QFETCH(const QByteArray, first);
    QFETCH(const State, state);
    ReplyAssembler assembler(vendorRequest());
    QCOMPARE(assembler.feed(first), state);
    const QList<quint16> registers = assembler.registers();
    const QString reason = assembler.garbageReason();
    for (const QByteArray &more :
         {hex(vendorReply), hex(vendorException), QByteArray("HTTP"), QByteArray()}) {
        QCOMPARE(assembler.feed(more), state);
        QCOMPARE(assembler.registers(), registers);
        QCOMPARE(assembler.garbageReason(), reason);
        QVERIFY(!assembler.hasPartialFrame());
    }
}

void ModbusFrameTest::readsTheLongestReply()
{
    ReadRequest request = vendorRequest();
    request.range = {30000, RegisterRange::maximumCount};
    ReplyAssembler assembler(request);
    QByteArray reply = hex("1234 0000 00FB 01 04 F8");
    for (int i = 0; i < RegisterRange::maximumCount; ++i)
        reply.append(char(i)).append(char(0xFF - i));
    QCOMPARE(assembler.feed(reply), State::Registers);
    QCOMPARE(assembler.registers().size(), RegisterRange::maximumCount);
    QCOMPARE(assembler.registers().at(0), quint16(0x00FF));
    QCOMPARE(assembler.registers().at(123), quint16(0x7B84));
}

void ModbusFrameTest::staysSmallUnderAFloodOfStaleReplies()
{
    ReplyAssembler assembler(vendorRequest());
    QCOMPARE(assembler.feed(hex("1233 0000 0003 01 84 02").repeated(100000)), State::Incomplete);
    QCOMPARE(assembler.skippedFrames(), 100000);
    QVERIFY(!assembler.hasPartialFrame());
    QCOMPARE(assembler.feed(hex(vendorReply)), State::Registers);
}

QTEST_GUILESS_MAIN(ModbusFrameTest)
#include "tst_modbusframe.moc"
