#include "readertesting.h"

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
