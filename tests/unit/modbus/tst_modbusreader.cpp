#include "modbus/modbusreader.h"
#include "scriptedserver.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

using Request = ScriptedServer::Request;

class TestModbusReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRegistersInOneRequest();
    void acceptsAReplySplitAtAnyByte_data();
    void acceptsAReplySplitAtAnyByte();
    void eachRequestHasItsOwnTransactionId();
    void skipsAndCountsALateReplyInTheSameSegment();
    void aDuplicateBehindTheReplyDoesNotDisturbTheNextRead();
    void retriesOnceAfterAPauseWithANewTransactionId();
    void aLateReplyTornApartByTheRetryIsSkipped();
    void anotherUnitIsAskedOneSecondAfterTheUnansweredRequest();
    void silenceIsSilentAndSaysWhatWasAsked();
    void onlyForeignTransactionIdsIsOddAndSaysSo();
    void tricklingBytesDoNotExtendTheDeadline();
    void aReplyThatBreaksOffIsOddAndSaysSo();
    void aReplyThatBreaksOffIsMadeGoodByTheRetry_data();
    void aReplyThatBreaksOffIsMadeGoodByTheRetry();
    void oddRepliesAreUsedAndNamed_data();
    void oddRepliesAreUsedAndNamed();
    void bytesBehindAReplyInTheirOwnSegmentAreInFrontOfTheNext_data();
    void bytesBehindAReplyInTheirOwnSegmentAreInFrontOfTheNext();
    void modbusThatDoesNotAnswerTheQuestionIsOdd_data();
    void modbusThatDoesNotAnswerTheQuestionIsOdd();
    void garbageIsGarbage_data();
    void garbageIsGarbage();
    void theRequestComeBackIsGarbage();
    void garbageThatClosesIsGarbage();
    void aFloodEndsTheReadAsWhatItIs_data();
    void aFloodEndsTheReadAsWhatItIs();
    void aFloodOfSmallPiecesDoesNotStretchTheDeadline();
    void bytesBeforeTheFirstRequestAreGarbageAndNothingIsSent();
    void whatComesBeforeTheQuestionIsNotItsAnswer_data();
    void whatComesBeforeTheQuestionIsNotItsAnswer();
    void anAnswerAfterTheTimeOutIsLate_data();
    void anAnswerAfterTheTimeOutIsLate();
    void silenceIsListenedToForThreeTimeOutsOnly();
    void aLateAnswerFollowedByOneInTimeIsSuccess();
    void aLateAnswerIsToldWhileAnotherUnitIsAsked();
    void busyIsAskedAgain_data();
    void busyIsAskedAgain();
    void aPeerThatClosesIsCloses_data();
    void aPeerThatClosesIsCloses();
    void aPeerThatClosedBeforeIsCloses();
    void closingDuringThePauseEndsTheReadAtOnce();
    void anExceptionIsReportedWithItsCode();
    void functionFourRefusedAsIllegalIsAskedAgainWithThree();
    void aSecondReadAtTheSameTimeFails();
    void anImpossibleRangeIsNotSent();
    void aReadMayOutliveItsReader();
    void cancelledReadsLeaveTheReaderUsable();
    void everyFrameIsTraced();
};

static constexpr RegisterRange head{30000, 2};
static const UnitId plant = UnitId::plant();

static ReadOptions quick(int retries = 0, std::chrono::milliseconds replyTimeout = 400ms)
{
    ReadOptions options;
    options.replyTimeout = replyTimeout;
    options.retries = retries;
    return options;
}

static bool runToEnd(Operation &operation)
{
    QSignalSpy finished(&operation, &Operation::finished);
    operation.start();
    return finished.wait(10000) && finished.count() == 1;
}

static QByteArray goodReply(const Request &request)
{
    return replyTo(request, QList<quint16>(request.count(), 0x1234));
}

/// What a reader told by lateReply().
struct LateReplies
{
    explicit LateReplies(ModbusReader &reader)
    {
        QObject::connect(&reader, &ModbusReader::lateReply, &reader,
                         [this](UnitId unit, RegisterRange range, const QList<quint16> &registers) {
                             units.append(unit.value());
                             ranges.append(range);
                             words = registers;
                         });
    }
    QList<int> units;
    QList<RegisterRange> ranges;
    QList<quint16> words; ///< of the last one
};

static void answerWell(QTcpSocket &peer, const Request &request)
{
    peer.write(goodReply(request));
}

void TestModbusReader::readsRegistersInOneRequest()
{
    ScriptedServer server([](QTcpSocket &peer, const Request &request) {
        peer.write(replyTo(request, {0x0000, 0x61A8}));
    });
    ModbusReader reader(server.connectedConnection());
    const auto read = reader.read(*UnitId::fromInt(1), {30540, 2});
    QVERIFY(runToEnd(*read));
    QVERIFY(!read->error());
    QCOMPARE(read->registers(), QList<quint16>({0x0000, 0x61A8}));
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().first().frame.mid(2), QByteArray::fromHex("000000060104774c0002"));
    QVERIFY(reader.isOpen());
    QCOMPARE(reader.staleReplies(), 0);
}

void TestModbusReader::acceptsAReplySplitAtAnyByte_data()
{
    QTest::addColumn<int>("at");
    for (int at = 1; at < 13; ++at)
        QTest::addRow("after %d bytes", at) << at;
}

void TestModbusReader::acceptsAReplySplitAtAnyByte()
{
    QFETCH(int, at);
    ScriptedServer server([at](QTcpSocket &peer, const Request &request) {
        const QByteArray reply = goodReply(request);
        QCOMPARE(reply.size(), 13);
        peer.write(reply.first(at));
        QTimer::singleShot(20ms, &peer, [&peer, rest = reply.mid(at)] { peer.write(rest); });
    });
    ModbusReader reader(server.connectedConnection());
    const auto read = reader.read(plant, head, quick(0, 2000ms));
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error(), Error());
    QCOMPARE(read->registers(), QList<quint16>({0x1234, 0x1234}));
}

void TestModbusReader::eachRequestHasItsOwnTransactionId()
{
    ScriptedServer server(answerWell);
    ModbusReader reader(server.connectedConnection());
    QSet<int> ids;
    for (int i = 0; i < 5; ++i) {
        QVERIFY(runToEnd(*reader.read(plant, head, quick())));
        ids.insert(server.requests().constLast().transaction());
    }
    QCOMPARE(ids.size(), 5);
}

void TestModbusReader::skipsAndCountsALateReplyInTheSameSegment()
{
    ScriptedServer server([](QTcpSocket &peer, const Request &request) {
        const QByteArray late =
            withTransaction(replyTo(request, {1, 1, 1, 1}), request.transaction() ^ 0x7777);
        peer.write(late + goodReply(request));
    });
    ModbusReader reader(server.connectedConnection());
    const auto read = reader.read(plant, head, quick());
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->registers(), QList<quint16>({0x1234, 0x1234}));
    QCOMPARE(reader.staleReplies(), 1);
}

void TestModbusReader::aDuplicateBehindTheReplyDoesNotDisturbTheNextRead()
{
    ScriptedServer server([](QTcpSocket &peer, const Request &request) {
        peer.write(goodReply(request) + goodReply(request));
        peer.flush();
        QTimer::singleShot(10ms, &peer, [&peer, request] { peer.write(goodReply(request)); });
    });
    ModbusReader reader(server.connectedConnection());
    for (int i = 0; i < 3; ++i) {
        const auto read = reader.read(plant, head, quick());
        QVERIFY(runToEnd(*read));
        QCOMPARE(read->error(), Error());
        QSignalSpy late(&reader, &ModbusReader::traced);
        QVERIFY(late.wait());
    }
    QCOMPARE(reader.staleReplies(), 6);
}

void TestModbusReader::retriesOnceAfterAPauseWithANewTransactionId()
{
    ScriptedServer server;
    server.onRequest = [&server](QTcpSocket &peer, const Request &request) {
        if (server.requests().size() == 2)
            peer.write(withTransaction(goodReply(request), server.requests().first().transaction())
                       + goodReply(request));
    };
    ModbusReader reader(server.connectedConnection());
    const auto read = reader.read(plant, head, quick(1));
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error(), Error());
    QCOMPARE(server.requests().size(), 2);
    const Request first = server.requests().at(0);
    const Request second = server.requests().at(1);
    QVERIFY(first.transaction() != second.transaction());
    QVERIFY2(second.atMs - first.atMs >= 1390, qPrintable(QString::number(second.atMs - first.atMs)));
    QVERIFY(second.atMs - first.atMs < 2500);
    QCOMPARE(reader.staleReplies(), 1);
}

void TestModbusReader::aLateReplyTornApartByTheRetryIsSkipped()
{
    ScriptedServer server;
    server.onRequest = [&server](QTcpSocket &peer, const Request &request) {
        const Request first = server.requests().first();
        if (server.requests().size() == 1)
            QTimer::singleShot(700ms, &peer, [&peer, first] { peer.write(goodReply(first).first(5)); });
        else
            peer.write(goodReply(first).mid(5) + goodReply(request));
    };
    ModbusReader reader(server.connectedConnection());
    const auto read = reader.read(plant, head, quick(1));
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error(), Error());
    QCOMPARE(reader.staleReplies(), 1);
}

void TestModbusReader::anotherUnitIsAskedOneSecondAfterTheUnansweredRequest()
{
    ScriptedServer server([](QTcpSocket &peer, const Request &request) {
        if (request.unit() == 2)
            answerWell(peer, request);
    });
    ModbusReader reader(server.connectedConnection());
    QVERIFY(runToEnd(*reader.read(*UnitId::fromInt(1), head, quick(0, 600ms))));
    const auto read = reader.read(*UnitId::fromInt(2), head, quick());
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error(), Error());
    const qint64 distance = server.requests().at(1).atMs - server.requests().at(0).atMs;
    QVERIFY2(distance >= 990 && distance < 1550, qPrintable(QString::number(distance)));
}

void TestModbusReader::silenceIsSilentAndSaysWhatWasAsked()
{
    ScriptedServer server;
    ModbusReader reader(server.connectedConnection());
    const auto read = reader.read(plant, head, quick());
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error().code, ErrorCode::ModbusSilent);
    QCOMPARE(read->error().context, u"127.0.0.1:%1"_s.arg(server.port()));
    QCOMPARE(read->error().detail,
             u"no reply to function 04, unit 247, register 30000, count 2 within 400 ms, attempts: 1"_s);
    QVERIFY(read->registers().isEmpty());
    QVERIFY(reader.isOpen());
}

void TestModbusReader::onlyForeignTransactionIdsIsOddAndSaysSo()
{
    ScriptedServer server([](QTcpSocket &peer, const Request &request) {
        peer.write(withTransaction(goodReply(request), request.transaction() ^ 0x4711)
                   + withTransaction(goodReply(request), request.transaction() ^ 0x4712));
    });
    ModbusReader reader(server.connectedConnection());
    const auto read = reader.read(plant, head, quick());
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error().code, ErrorCode::ModbusOdd);
    QVERIFY(read->error().detail.endsWith(u"only frames with foreign transaction ids came: 2"_s));
    QCOMPARE(reader.staleReplies(), 2);
}

void TestModbusReader::tricklingBytesDoNotExtendTheDeadline()
{
    ScriptedServer server([](QTcpSocket &peer, const Request &request) {
        const QByteArray reply = goodReply(request);
        for (int at = 0; at < reply.size(); ++at)
            QTimer::singleShot(100ms * at, &peer, [&peer, piece = reply.mid(at, 1)] { peer.write(piece); });
    });
    ModbusReader reader(server.connectedConnection());
    ReadOptions options = quick(0, 1000ms); // the reply takes 1200 ms
    options.awaitLate = true;
    const auto read = reader.read(plant, head, options);
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error().code, ErrorCode::ModbusLate);
    QVERIFY(read->registers().isEmpty());
}

void TestModbusReader::aReplyThatBreaksOffIsOddAndSaysSo()
{
    ScriptedServer server(
        [](QTcpSocket &peer, const Request &request) { peer.write(goodReply(request).chopped(1)); });
    ModbusReader reader(server.connectedConnection(), 100ms);
    const auto read = reader.read(plant, head, quick(1));
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error().code, ErrorCode::ModbusOdd);
    QVERIFY2(read->error().detail.contains(u"broke off half-way"_s), qPrintable(read->error().detail));
    QCOMPARE(server.requests().size(), 2);
}

void TestModbusReader::aReplyThatBreaksOffIsMadeGoodByTheRetry_data()
{
    QTest::addColumn<int>("bytes"); // of the first reply
    for (int bytes = 1; bytes < 13; ++bytes)
        QTest::addRow("%d bytes", bytes) << bytes;
}

void TestModbusReader::aReplyThatBreaksOffIsMadeGoodByTheRetry()
{
    QFETCH(int, bytes);
    ScriptedServer server;
    server.onRequest = [&](QTcpSocket &peer, const Request &request) {
        peer.write(server.requests().size() == 1 ? goodReply(request).first(bytes) : goodReply(request));
    };
    ModbusReader reader(server.connectedConnection(), 100ms);
    const auto read = reader.read(plant, head, quick(1, 200ms));
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error(), Error());
    QCOMPARE(read->registers(), QList<quint16>({0x1234, 0x1234}));
    QCOMPARE(read->oddities(), ReplyOddities(ReplyOddity::StrayBytes));
}

void TestModbusReader::oddRepliesAreUsedAndNamed_data()
{
    QTest::addColumn<int>("at"); // byte of a good reply that is replaced; -1: nothing
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("behind"); // the reply
    QTest::addColumn<ReplyOddities>("oddities");
    const auto row = [](const char *name, int at, const QByteArray &bytes, ReplyOddities oddities,
                        const QByteArray &behind = {}) {
        QTest::newRow(name) << at << bytes << behind << oddities;
    };
    row("nothing odd", -1, {}, {});
    row("unit 0", 6, "\0"_ba, ReplyOddity::ForeignUnit);
    row("unit 255", 6, "\xFF"_ba, ReplyOddity::ForeignUnit);
    row("another unit", 6, "\1"_ba, ReplyOddity::ForeignUnit);
    row("length too long", 5, "\x9"_ba, ReplyOddity::WrongLength);
    row("length far too long", 4, "\7"_ba, ReplyOddity::WrongLength);
    row("length too short", 5, "\2"_ba, ReplyOddity::WrongLength);
    row("length that is the registers' only", 5, "\4"_ba, ReplyOddity::WrongLength);
    row("byte count too large", 8, "\6"_ba, ReplyOddity::WrongLength);
    row("two bytes behind", -1, {}, ReplyOddity::StrayBytes, QByteArray(2, '\0'));
    row("two bytes within the length", 5, "\x9"_ba, ReplyOddity::WrongLength | ReplyOddity::StrayBytes,
        "\r\n"_ba);
    row("twice the registers", 5, "\xB\xF7\4\x8"_ba, ReplyOddity::MoreRegisters, QByteArray(4, '\x55'));
    row("an odd number of bytes", 5, "\x8\xF7\4\x5"_ba, ReplyOddity::MoreRegisters, QByteArray(1, '\x55'));
}

void TestModbusReader::oddRepliesAreUsedAndNamed()
{
    QFETCH(int, at);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, behind);
    QFETCH(ReplyOddities, oddities);
    ScriptedServer server([=](QTcpSocket &peer, const Request &request) {
        peer.write((at < 0 ? goodReply(request) : goodReply(request).replace(at, bytes.size(), bytes))
                   + behind);
    });
    ModbusReader reader(server.connectedConnection());
    for (int i = 0; i < 4; ++i) { // what is behind one reply is in front of the next
        const auto read = reader.read(plant, head, quick(0, 4000ms));
        QVERIFY(runToEnd(*read));
        QCOMPARE(read->error(), Error());
        QCOMPARE(read->registers(), QList<quint16>({0x1234, 0x1234}));
        QCOMPARE(read->oddities(), oddities);
    }
    QCOMPARE(reader.oddities(), oddities);
    QCOMPARE(server.requests().size(), 4);
}

void TestModbusReader::bytesBehindAReplyInTheirOwnSegmentAreInFrontOfTheNext_data()
{
    QTest::addColumn<QByteArray>("behind");
    QTest::newRow("two bytes") << QByteArray(2, '\0');
    QTest::newRow("text") << QByteArray("OK\r\n");
    QTest::newRow("half a stale frame") << QByteArray::fromHex("77770000006BF7046869215B80");
    QTest::newRow("half a header") << QByteArray::fromHex("7777000000");
    QTest::newRow("the end of a frame") << QByteArray::fromHex("00010000000012340000");
}

void TestModbusReader::bytesBehindAReplyInTheirOwnSegmentAreInFrontOfTheNext()
{
    QFETCH(QByteArray, behind);
    ScriptedServer server([&](QTcpSocket &peer, const Request &request) {
        peer.write(goodReply(request));
        peer.flush();
        QTimer::singleShot(10ms, &peer, [&peer, behind] { peer.write(behind); });
    });
    ModbusReader reader(server.connectedConnection());
    for (int i = 0; i < 3; ++i) {
        const auto read = reader.read(plant, head, quick(0, 4000ms));
        QVERIFY(runToEnd(*read));
        QCOMPARE(read->error(), Error());
        QCOMPARE(read->registers(), QList<quint16>({0x1234, 0x1234}));
        QVERIFY2(read->elapsed() < 2000ms, "found as soon as it is there");
        if (i > 0)
            QCOMPARE(read->oddities(), ReplyOddities(ReplyOddity::StrayBytes));
        QSignalSpy more(&reader, &ModbusReader::traced);
        QVERIFY(more.wait());
    }
    QCOMPARE(reader.oddities(), ReplyOddities(ReplyOddity::StrayBytes));

    // It says nothing about a unit that is silent.
    server.onRequest = {};
    const auto silent = reader.read(*UnitId::fromInt(5), head, quick());
    QVERIFY(runToEnd(*silent));
    QCOMPARE(silent->error().code, ErrorCode::ModbusSilent);
    QVERIFY(reader.isOpen());
}

void TestModbusReader::modbusThatDoesNotAnswerTheQuestionIsOdd_data()
{
    QTest::addColumn<int>("at"); // byte of a good reply that is replaced
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("function 03 for 04") << 7 << QByteArray(1, '\3');
    QTest::newRow("a write function") << 7 << QByteArray(1, '\x10');
    QTest::newRow("fewer registers") << 8 << QByteArray(1, '\2');
    QTest::newRow("no registers") << 8 << QByteArray(1, '\0');
}

void TestModbusReader::modbusThatDoesNotAnswerTheQuestionIsOdd()
{
    QFETCH(int, at);
    QFETCH(QByteArray, bytes);
    ScriptedServer server([=](QTcpSocket &peer, const Request &request) {
        peer.write(goodReply(request).replace(at, bytes.size(), bytes));
    });
    ModbusReader reader(server.connectedConnection());
    const auto read = reader.read(plant, head, quick(1, 4000ms));
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error().code, ErrorCode::ModbusOdd);
    QVERIFY(!read->error().detail.isEmpty());
    QVERIFY(read->registers().isEmpty());
    QVERIFY2(read->elapsed() < 3000ms, "known by what came, not by a time-out");
}

void TestModbusReader::garbageIsGarbage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("another protocol id") << QByteArray::fromHex("000100010007f7040412341234");
    QTest::newRow("HTTP") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n");
    QTest::newRow("TLS alert") << QByteArray::fromHex("15030100020246");
    QTest::newRow("zeros") << QByteArray(300, '\0');
    QTest::newRow("noise") << QByteArray::fromHex("deadbeef").repeated(80);
}

void TestModbusReader::garbageIsGarbage()
{
    QFETCH(QByteArray, bytes);
    ScriptedServer server([=](QTcpSocket &peer, const Request &) { peer.write(bytes); });
    ModbusReader reader(server.connectedConnection());
    const auto read = reader.read(plant, head, quick(1, 8000ms));
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error().code, ErrorCode::ModbusGarbage);
    QVERIFY(!read->error().detail.isEmpty());
    QVERIFY2(read->elapsed() < 6000ms, "known by what came, not by a time-out");
    QVERIFY(!reader.isOpen());
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.requests().size(), 1);

    const auto next = reader.read(plant, head, quick());
    QVERIFY(runToEnd(*next));
    QCOMPARE(next->error(), read->error());
}

void TestModbusReader::theRequestComeBackIsGarbage()
{
    ScriptedServer server([](QTcpSocket &peer, const Request &request) { peer.write(request.frame); });
    ModbusReader reader(server.connectedConnection());
    const auto read = reader.read(plant, {30000, 52}, quick(1, 8000ms));
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error().code, ErrorCode::ModbusGarbage);
}

void TestModbusReader::garbageThatClosesIsGarbage()
{
    ScriptedServer server([](QTcpSocket &peer, const Request &) {
        peer.write("HTTP/1.1 400 Bad Request\r\n\r\n");
        peer.disconnectFromHost();
    });
    ModbusReader reader(server.connectedConnection());
    const auto read = reader.read(plant, head, quick(1, 8000ms));
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error().code, ErrorCode::ModbusGarbage);
}

void TestModbusReader::aFloodEndsTheReadAsWhatItIs_data()
{
    QTest::addColumn<bool>("frames");
    QTest::newRow("stale frames") << true;
    QTest::newRow("noise") << false;
}

void TestModbusReader::aFloodEndsTheReadAsWhatItIs()
{
    QFETCH(bool, frames);
    ScriptedServer server([frames](QTcpSocket &peer, const Request &request) {
        const QByteArray stale = withTransaction(goodReply(request), request.transaction() ^ 0x7777);
        peer.write((frames ? stale : QByteArray("\xDE\xAD\xBE\xEF")).repeated(10000));
    });
    ModbusReader reader(server.connectedConnection());
    QSignalSpy traced(&reader, &ModbusReader::traced);
    const auto read = reader.read(plant, head, quick(1, 8000ms));
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error().code, frames ? ErrorCode::ModbusOdd : ErrorCode::ModbusGarbage);
    QVERIFY(read->elapsed() < 6000ms);
    QVERIFY(!reader.isOpen());
    qsizetype size = 0;
    for (const QList<QVariant> &entry : traced)
        size += entry.at(0).value<TraceEntry>().text.size();
    QVERIFY2(size < 4 * ModbusReader::maximumTracedBytes, qPrintable(QString::number(size)));
    QVERIFY(traced.constLast().at(0).value<TraceEntry>().text.endsWith(u"is not shown)"_s));
}

void TestModbusReader::aFloodOfSmallPiecesDoesNotStretchTheDeadline()
{
    QTimer flood;
    ScriptedServer server([&flood](QTcpSocket &peer, const Request &request) {
        connect(&flood, &QTimer::timeout, &peer,
                [&peer, stale = withTransaction(goodReply(request), request.transaction() ^ 0x7777)] {
                    peer.write(stale);
                });
        flood.start(0ms);
    });
    ModbusReader reader(server.connectedConnection());
    const auto read = reader.read(plant, head, quick(0, 300ms));
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error().code, ErrorCode::ModbusOdd);
    QVERIFY2(read->elapsed() < 1000ms, qPrintable(QString::number(read->elapsed().count())));
}

void TestModbusReader::bytesBeforeTheFirstRequestAreGarbageAndNothingIsSent()
{
    ScriptedServer server;
    server.onConnected = [](QTcpSocket &peer) { peer.write("SSH-2.0-OpenSSH\r\n"); };
    ModbusReader reader(server.connectedConnection());
    QSignalSpy traced(&reader, &ModbusReader::traced);
    QTRY_COMPARE(traced.count(), 1);
    const auto read = reader.read(plant, head, quick());
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error().code, ErrorCode::ModbusGarbage);
    QCOMPARE(server.requests().size(), 0);
}

void TestModbusReader::whatComesBeforeTheQuestionIsNotItsAnswer_data()
{
    QTest::addColumn<int>("bytes"); // that come before the question
    QTest::newRow("a whole frame") << 13;
    QTest::newRow("half of it") << 7;
    QTest::newRow("its number") << 2;
}

void TestModbusReader::whatComesBeforeTheQuestionIsNotItsAnswer()
{
    QFETCH(int, bytes);
    ScriptedServer server(answerWell);
    ModbusReader reader(server.connectedConnection());
    QVERIFY(runToEnd(*reader.read(plant, head, quick(0, 4000ms))));
    const QByteArray next = withTransaction(replyTo(server.requests().first(), {0x6666, 0x6666}),
                                            server.requests().first().transaction() + 1);
    server.onRequest = [&](QTcpSocket &peer, const Request &request) {
        peer.write(next.mid(bytes) + goodReply(request));
    };
    QSignalSpy traced(&reader, &ModbusReader::traced);
    server.peer().write(next.first(bytes));
    QTRY_COMPARE(traced.count(), 1);
    const auto read = reader.read(plant, head, quick(0, 4000ms));
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error(), Error());
    QCOMPARE(read->registers(), QList<quint16>({0x1234, 0x1234}));
    QCOMPARE(read->oddities(), ReplyOddities(ReplyOddity::StaleFrame));
}

void TestModbusReader::anAnswerAfterTheTimeOutIsLate_data()
{
    QTest::addColumn<int>("delay"); // ms; the time-out is 1000
    QTest::addColumn<int>("retries");
    QTest::newRow("no retry") << 1300 << 0;
    QTest::newRow("after two time-outs") << 2100 << 0;
    QTest::newRow("during the pause before the retry") << 1300 << 1;
}

void TestModbusReader::anAnswerAfterTheTimeOutIsLate()
{
    QFETCH(int, delay);
    QFETCH(int, retries);
    ScriptedServer server([delay](QTcpSocket &peer, const Request &request) {
        QTimer::singleShot(delay, &peer, [&peer, request] { answerWell(peer, request); });
    });
    ModbusReader reader(server.connectedConnection());
    const LateReplies late(reader);
    ReadOptions options = quick(retries, 1000ms);
    options.awaitLate = true;
    const auto read = reader.read(plant, head, options);
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error().code, ErrorCode::ModbusLate);
    QVERIFY2(read->error().detail.contains(u"time-out is 1000 ms"_s), qPrintable(read->error().detail));
    QVERIFY(read->registers().isEmpty());
    QVERIFY(reader.isOpen());
    QCOMPARE(late.units, QList<int>(late.units.size(), UnitId::plantValue));
    QCOMPARE(late.words, QList<quint16>({0x1234, 0x1234}));
}

void TestModbusReader::silenceIsListenedToForThreeTimeOutsOnly()
{
    ScriptedServer server;
    ModbusReader reader(server.connectedConnection());
    ReadOptions options = quick(0, 300ms);
    options.awaitLate = true;
    const auto read = reader.read(plant, head, options);
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error().code, ErrorCode::ModbusSilent);
    QVERIFY(read->elapsed() >= 890ms);
    QVERIFY(read->elapsed() < 2000ms);
    QCOMPARE(server.requests().size(), 1);
}

void TestModbusReader::aLateAnswerFollowedByOneInTimeIsSuccess()
{
    ScriptedServer server;
    server.onRequest = [&server](QTcpSocket &peer, const Request &request) {
        if (server.requests().size() > 1)
            return answerWell(peer, request);
        QTimer::singleShot(1300ms, &peer, [&peer, request] { answerWell(peer, request); });
    };
    ModbusReader reader(server.connectedConnection());
    const LateReplies late(reader);
    const auto read = reader.read(plant, head, quick(1, 1000ms));
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error(), Error());
    QCOMPARE(read->oddities(), ReplyOddities(ReplyOddity::LateReply));
    QCOMPARE(late.units.size(), 1);
}

void TestModbusReader::aLateAnswerIsToldWhileAnotherUnitIsAsked()
{
    ScriptedServer server([](QTcpSocket &peer, const Request &request) {
        if (request.unit() == 3)
            QTimer::singleShot(1200ms, &peer, [&peer, request] { answerWell(peer, request); });
    });
    ModbusReader reader(server.connectedConnection());
    const LateReplies late(reader);
    const auto slow = reader.read(*UnitId::fromInt(3), {30500, 40}, quick());
    QVERIFY(runToEnd(*slow));
    QCOMPARE(slow->error().code, ErrorCode::ModbusSilent);
    const auto missing = reader.read(*UnitId::fromInt(4), {30500, 40}, quick(0, 1500ms));
    QVERIFY(runToEnd(*missing));
    QCOMPARE(missing->error().code, ErrorCode::ModbusSilent);
    QCOMPARE(late.units, QList<int>({3}));
    QCOMPARE(late.ranges, QList<RegisterRange>({{30500, 40}}));
}

void TestModbusReader::busyIsAskedAgain_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("times"); // busy, before an answer
    QTest::newRow("acknowledge once") << 5 << 1;
    QTest::newRow("busy three times") << 6 << 3;
    QTest::newRow("busy always") << 6 << 1000;
}

void TestModbusReader::busyIsAskedAgain()
{
    QFETCH(int, code);
    QFETCH(int, times);
    ScriptedServer server;
    server.onRequest = [&](QTcpSocket &peer, const Request &request) {
        const bool isBusy = server.requests().size() <= times;
        peer.write(isBusy ? exceptionTo(request, quint8(code)) : goodReply(request));
    };
    ModbusReader reader(server.connectedConnection(), 100ms);
    const auto read = reader.read(plant, head, quick(0, 4000ms));
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error().code, times > 3 ? ErrorCode::ModbusBusy : ErrorCode::None);
    QCOMPARE(int(read->exceptionCode()), times > 3 ? code : 0);
    QCOMPARE(server.requests().size(), std::min(times, 3) + 1);
    QVERIFY(server.requests().at(1).atMs - server.requests().at(0).atMs >= 95);
    QCOMPARE(ModbusReader::pauseAfterTimeout, 1000ms);
}

void TestModbusReader::aPeerThatClosesIsCloses_data()
{
    QTest::addColumn<bool>("reset");
    QTest::addColumn<int>("bytesBefore");
    QTest::newRow("close") << false << 0;
    QTest::newRow("reset") << true << 0;
    QTest::newRow("close in the middle of a reply") << false << 9;
}

void TestModbusReader::aPeerThatClosesIsCloses()
{
    QFETCH(bool, reset);
    QFETCH(int, bytesBefore);
    if (reset && losesResets())
        QSKIP("the reader would not learn of the reset under Wine");
    ScriptedServer server([=](QTcpSocket &peer, const Request &request) {
        peer.write(goodReply(request).first(bytesBefore));
        if (reset)
            resetConnection(peer);
        else
            peer.disconnectFromHost();
    });
    ModbusReader reader(server.connectedConnection());
    const auto read = reader.read(plant, head, quick(1, 2000ms));
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error().code, ErrorCode::ModbusCloses);
    QCOMPARE(read->error().detail.contains(u"in the middle of a reply"_s), bytesBefore > 0);
#ifdef Q_OS_UNIX
    QCOMPARE(read->error().detail.contains(u"reset"_s), reset);
#endif
    QCOMPARE(server.requests().size(), 1);
    QVERIFY(!reader.isOpen());
}

void TestModbusReader::aPeerThatClosedBeforeIsCloses()
{
    ScriptedServer server;
    server.onConnected = [](QTcpSocket &peer) { peer.disconnectFromHost(); };
    ModbusReader reader(server.connectedConnection());
    QTRY_VERIFY(!reader.isOpen());
    const auto read = reader.read(plant, head, quick());
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error().code, ErrorCode::ModbusCloses);
}

void TestModbusReader::closingDuringThePauseEndsTheReadAtOnce()
{
    ScriptedServer server([](QTcpSocket &peer, const Request &) {
        QTimer::singleShot(600ms, &peer, [&peer] { peer.disconnectFromHost(); });
    });
    ModbusReader reader(server.connectedConnection());
    const auto read = reader.read(plant, head, quick(1));
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error().code, ErrorCode::ModbusCloses);
    QVERIFY(read->elapsed() < 1300ms); // the retry was due after 1400 ms
    QCOMPARE(server.requests().size(), 1);
}

void TestModbusReader::anExceptionIsReportedWithItsCode()
{
    ScriptedServer server(
        [](QTcpSocket &peer, const Request &request) { peer.write(exceptionTo(request, 0x0B)); });
    ModbusReader reader(server.connectedConnection());
    const auto read = reader.read(plant, head, quick(1));
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error().code, ErrorCode::ModbusException);
    QCOMPARE(read->exceptionCode(), quint8(0x0B));
    QCOMPARE(read->error().detail, u"exception 0b to function 04, unit 247, register 30000, count 2"_s);
    QVERIFY(reader.isOpen());
}

void TestModbusReader::functionFourRefusedAsIllegalIsAskedAgainWithThree()
{
    RegisterBank bank = plantBank();
    bank.holdingOnly = true;
    ScriptedServer server(bank.handler());
    ModbusReader reader(server.connectedConnection());
    const auto read = reader.read(plant, {30051, 1}, quick());
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error(), Error());
    QCOMPARE(read->registers(), QList<quint16>({1}));
    QCOMPARE(read->function(), ReadFunction::HoldingRegisters);
    QCOMPARE(server.questions(), QStringList({u"247/4/30051/1"_s, u"247/3/30051/1"_s}));

    ReadOptions strict = quick();
    strict.orHoldingRegisters = false;
    const auto refused = reader.read(plant, {30051, 1}, strict);
    QVERIFY(runToEnd(*refused));
    QCOMPARE(refused->exceptionCode(), quint8(1));
}

void TestModbusReader::aSecondReadAtTheSameTimeFails()
{
    ScriptedServer server([](QTcpSocket &peer, const Request &request) {
        QTimer::singleShot(50ms, &peer, [&peer, request] { answerWell(peer, request); });
    });
    ModbusReader reader(server.connectedConnection());
    const auto first = reader.read(plant, head, quick(0, 2000ms));
    const auto second = reader.read(plant, head, quick());
    first->start();
    QVERIFY(runToEnd(*second));
    QCOMPARE(second->error().code, ErrorCode::Internal);
    QTRY_VERIFY(first->isFinished());
    QCOMPARE(first->error(), Error());
    QCOMPARE(server.requests().size(), 1);
}

void TestModbusReader::anImpossibleRangeIsNotSent()
{
    ScriptedServer server(answerWell);
    ModbusReader reader(server.connectedConnection());
    for (const RegisterRange range :
         {RegisterRange{30000, 0}, RegisterRange{30000, 125}, RegisterRange{65535, 2}}) {
        const auto read = reader.read(plant, range, quick());
        QVERIFY(runToEnd(*read));
        QCOMPARE(read->error().code, ErrorCode::Internal);
    }
    QCOMPARE(server.requests().size(), 0);
}

void TestModbusReader::aReadMayOutliveItsReader()
{
    ScriptedServer server;
    auto reader = std::make_unique<ModbusReader>(server.connectedConnection());
    const auto running = reader->read(plant, head, quick(0, 2000ms));
    const auto idle = reader->read(plant, head, quick());
    QSignalSpy finished(running.get(), &Operation::finished);
    running->start();
    QTRY_COMPARE(server.requests().size(), 1);
    reader.reset();
    QVERIFY(finished.wait());
    QCOMPARE(running->error().code, ErrorCode::ModbusCloses);
    QVERIFY(runToEnd(*idle));
    QCOMPARE(idle->error().code, ErrorCode::Internal);
}

void TestModbusReader::cancelledReadsLeaveTheReaderUsable()
{
    ScriptedServer server;
    QByteArray held;
    server.onRequest = [&](QTcpSocket &peer, const Request &request) {
        if (held.isEmpty())
            held = goodReply(request);
        else
            peer.write(held + goodReply(request)); // the cancelled one's reply comes late
    };
    ModbusReader reader(server.connectedConnection());
    auto cancelled = reader.read(plant, head, quick(0, 2000ms));
    cancelled->start();
    QTRY_COMPARE(server.requests().size(), 1);
    cancelled->cancel();
    const auto read = reader.read(plant, head, quick());
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error(), Error());
    QCOMPARE(reader.staleReplies(), 1);

    auto destroyed = reader.read(plant, head, quick(0, 2000ms));
    destroyed->start();
    QTRY_COMPARE(server.requests().size(), 3);
    destroyed.reset();
    QVERIFY(runToEnd(*reader.read(plant, head, quick())));
    QCOMPARE(server.requests().size(), 4);
}

void TestModbusReader::everyFrameIsTraced()
{
    ScriptedServer server(answerWell);
    ModbusReader reader(server.connectedConnection());
    QSignalSpy traced(&reader, &ModbusReader::traced);
    QVERIFY(runToEnd(*reader.read(plant, head, quick())));
    QCOMPARE(traced.count(), 2);
    const auto sent = traced.at(0).at(0).value<TraceEntry>();
    const auto received = traced.at(1).at(0).value<TraceEntry>();
    QCOMPARE(sent.direction, TraceEntry::Direction::Sent);
    QCOMPARE(sent.channel, TraceEntry::Channel::Modbus);
    QCOMPARE(sent.text.mid(6), u"00 00 00 06 F7 04 75 30 00 02"_s);
    QVERIFY(sent.at.isValid());
    QCOMPARE(sent.at.timeSpec(), Qt::UTC);
    QCOMPARE(received.direction, TraceEntry::Direction::Received);
    QCOMPARE(received.text, sent.text.first(6) + u"00 00 00 07 F7 04 04 12 34 12 34"_s);
}

QTEST_GUILESS_MAIN(TestModbusReader)
#include "tst_modbusreader.moc"
