// Replies that are odd, broken off, garbage, late or "busy", as the reader judges them.

#include "readertesting.h"

class TestOddReplies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

void TestOddReplies::aReplyThatBreaksOffIsOddAndSaysSo()
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

void TestOddReplies::aReplyThatBreaksOffIsMadeGoodByTheRetry_data()
{
    QTest::addColumn<int>("bytes"); // of the first reply
    for (int bytes = 1; bytes < 13; ++bytes)
        QTest::addRow("%d bytes", bytes) << bytes;
}

void TestOddReplies::aReplyThatBreaksOffIsMadeGoodByTheRetry()
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

void TestOddReplies::oddRepliesAreUsedAndNamed_data()
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

void TestOddReplies::oddRepliesAreUsedAndNamed()
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

void TestOddReplies::bytesBehindAReplyInTheirOwnSegmentAreInFrontOfTheNext_data()
{
    QTest::addColumn<QByteArray>("behind");
    QTest::newRow("two bytes") << QByteArray(2, '\0');
    QTest::newRow("text") << QByteArray("OK\r\n");
    QTest::newRow("half a stale frame") << QByteArray::fromHex("77770000006BF7046869215B80");
    QTest::newRow("half a header") << QByteArray::fromHex("7777000000");
    QTest::newRow("the end of a frame") << QByteArray::fromHex("00010000000012340000");
}

void TestOddReplies::bytesBehindAReplyInTheirOwnSegmentAreInFrontOfTheNext()
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

void TestOddReplies::modbusThatDoesNotAnswerTheQuestionIsOdd_data()
{
    QTest::addColumn<int>("at"); // byte of a good reply that is replaced
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("function 03 for 04") << 7 << QByteArray(1, '\3');
    QTest::newRow("a write function") << 7 << QByteArray(1, '\x10');
    QTest::newRow("fewer registers") << 8 << QByteArray(1, '\2');
    QTest::newRow("no registers") << 8 << QByteArray(1, '\0');
}

void TestOddReplies::modbusThatDoesNotAnswerTheQuestionIsOdd()
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

void TestOddReplies::garbageIsGarbage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("another protocol id") << QByteArray::fromHex("000100010007f7040412341234");
    QTest::newRow("HTTP") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n");
    QTest::newRow("TLS alert") << QByteArray::fromHex("15030100020246");
    QTest::newRow("zeros") << QByteArray(300, '\0');
    QTest::newRow("noise") << QByteArray::fromHex("deadbeef").repeated(80);
}

void TestOddReplies::garbageIsGarbage()
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

void TestOddReplies::theRequestComeBackIsGarbage()
{
    ScriptedServer server([](QTcpSocket &peer, const Request &request) { peer.write(request.frame); });
    ModbusReader reader(server.connectedConnection());
    const auto read = reader.read(plant, {30000, 52}, quick(1, 8000ms));
    QVERIFY(runToEnd(*read));
    QCOMPARE(read->error().code, ErrorCode::ModbusGarbage);
}

void TestOddReplies::garbageThatClosesIsGarbage()
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

void TestOddReplies::aFloodEndsTheReadAsWhatItIs_data()
{
    QTest::addColumn<bool>("frames");
    QTest::newRow("stale frames") << true;
    QTest::newRow("noise") << false;
}

void TestOddReplies::aFloodEndsTheReadAsWhatItIs()
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

void TestOddReplies::aFloodOfSmallPiecesDoesNotStretchTheDeadline()
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

void TestOddReplies::bytesBeforeTheFirstRequestAreGarbageAndNothingIsSent()
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

void TestOddReplies::whatComesBeforeTheQuestionIsNotItsAnswer_data()
{
    QTest::addColumn<int>("bytes"); // that come before the question
    QTest::newRow("a whole frame") << 13;
    QTest::newRow("half of it") << 7;
    QTest::newRow("its number") << 2;
}

void TestOddReplies::whatComesBeforeTheQuestionIsNotItsAnswer()
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

void TestOddReplies::anAnswerAfterTheTimeOutIsLate_data()
{
    QTest::addColumn<int>("delay"); // ms; the time-out is 1000
    QTest::addColumn<int>("retries");
    QTest::newRow("no retry") << 1300 << 0;
    QTest::newRow("after two time-outs") << 2100 << 0;
    QTest::newRow("during the pause before the retry") << 1300 << 1;
}

void TestOddReplies::anAnswerAfterTheTimeOutIsLate()
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

void TestOddReplies::silenceIsListenedToForThreeTimeOutsOnly()
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

void TestOddReplies::aLateAnswerFollowedByOneInTimeIsSuccess()
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

void TestOddReplies::aLateAnswerIsToldWhileAnotherUnitIsAsked()
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

void TestOddReplies::busyIsAskedAgain_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("times"); // busy, before an answer
    QTest::newRow("acknowledge once") << 5 << 1;
    QTest::newRow("busy three times") << 6 << 3;
    QTest::newRow("busy always") << 6 << 1000;
}

void TestOddReplies::busyIsAskedAgain()
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

QTEST_GUILESS_MAIN(TestOddReplies)
#include "tst_oddreplies.moc"
