#include "identitytesting.h"

class TestIdentityCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlantIsKnownInTwoReadsWithoutAPause();
    void unitTwoIsAskedWhenUnitOneIsSilent();
    void unitTwoIsAskedWhenUnitOneHasNoIdentity();
    void anAbsentDeviceIsNoError();
    void exactlyTheGivenUnitsAreAsked();
    void aRefusedLongBlockIsReadInPieces_data();
    void aRefusedLongBlockIsReadInPieces();
    void holdingRegistersServeWhereInputRegistersDoNot();
    void huaweiIsNotSigenergy();
    void shellyIsNotSigenergy();
    void aDeniedPlantIsNotSigenergy_data();
    void aDeniedPlantIsNotSigenergy();
    void otherExceptionsSayNothing_data();
    void otherExceptionsSayNothing();
    void aSilentServerIsSilent();
    void aSilentPlantUnitMakesNoSilentServer_data();
    void aSilentPlantUnitMakesNoSilentServer();
    void aLateExceptionIsNoSilence();
    void wordsOfADeviceCountMoreThanAnException();
    void aServerThatWaitsForItsTurnIsRetried();
    void httpIsGarbage();
    void aClosingServerCloses();
    void aDeviceModelSettlesAnUnsetClock();
    void aDeviceModelSettlesASilentPlantUnit();
    void aForeignDeviceModelDoesNotSettleIt();
    void losingTheConnectionInTheDeviceStepKeepsTheVerdict_data();
    void losingTheConnectionInTheDeviceStepKeepsTheVerdict();
    void cancellingFromASlotIsSafe();
    void theDocumentVersionIsTheNewestReadableMark_data();
    void theDocumentVersionIsTheNewestReadableMark();
    void staleRepliesAreCounted();
    void theConnectionIsClosedBeforeFinished();
    void destroyingItWhileItRunsIsSilent();
    void framesAreTraced();
};

void TestIdentityCheck::aPlantIsKnownInTwoReadsWithoutAPause()
{
    RegisterBank bank = plantBank();
    addInverter(bank, 1);
    ScriptedServer server(bank.handler());
    const auto check = checked(server);
    const ModbusIdentity &identity = check->identity();
    QVERIFY(!check->error());
    QCOMPARE(identity.verdict, ModbusVerdict::Answers);
    QVERIFY(identity.plantAnswered);
    QVERIFY(!identity.usedHoldingRegisters);
    QCOMPARE(identity.unitIds(), QList<int>({247, 1}));
    QCOMPARE(identity.model(), u"SigenStor EC 5.0 SP"_s);
    QCOMPARE(identity.serial(), u"110A1234567890"_s);
    QCOMPARE(identity.firmware(), u"V100R001C00SPC115"_s);
    QCOMPARE(identity.documentVersion, QString());
    QCOMPARE(server.questions(), QStringList({u"247/4/30000/52"_s, u"1/4/30500/40"_s}));
    QVERIFY(check->elapsed() < 1000ms);
}

void TestIdentityCheck::unitTwoIsAskedWhenUnitOneIsSilent()
{
    RegisterBank bank = plantBank();
    addInverter(bank, 2);
    ScriptedServer server(bank.handler());
    const auto check = checked(server);
    QCOMPARE(check->identity().verdict, ModbusVerdict::Answers);
    QCOMPARE(check->identity().unitIds(), QList<int>({247, 2}));
    QCOMPARE(server.questions(), QStringList({u"247/4/30000/52"_s, u"1/4/30500/40"_s, u"2/4/30500/40"_s}));
}

void TestIdentityCheck::unitTwoIsAskedWhenUnitOneHasNoIdentity()
{
    RegisterBank bank = plantBank();
    bank.set(1, 32000, {3}); // an AC charger
    addInverter(bank, 2);
    ScriptedServer refusing(bank.handler());
    QCOMPARE(checked(refusing)->identity().unitIds(), QList<int>({247, 2}));

    bank.fill(1, 30500, 30539, 0);
    ScriptedServer blank(bank.handler());
    QCOMPARE(checked(blank)->identity().unitIds(), QList<int>({247, 2}));
}

void TestIdentityCheck::anAbsentDeviceIsNoError()
{
    ScriptedServer server(plantBank().handler());
    const auto check = checked(server);
    QVERIFY(!check->error());
    QCOMPARE(check->identity().verdict, ModbusVerdict::Answers);
    QCOMPARE(check->identity().unitIds(), QList<int>({247}));
    QVERIFY(check->identity().detail.contains(u"no device unit gave its identity"_s));
    QVERIFY(check->identity().model().isEmpty());
    QCOMPARE(server.requests().size(), 3); // units 1 and 2 once each, without a retry
}

void TestIdentityCheck::exactlyTheGivenUnitsAreAsked()
{
    RegisterBank bank = plantBank();
    addInverter(bank, 5, "Sigen PV 50M1");
    addInverter(bank, 3);
    bank.exceptions.insert(4, 0x0B);
    ScriptedServer server(bank.handler());
    IdentityOptions options;
    options.units = {unit(5), unit(4), unit(3), unit(5), UnitId::plant()};
    auto check = std::make_unique<IdentityCheck>(server.connectedConnection(), options, quick());
    QSignalSpy found(check.get(), &IdentityCheck::deviceFound);
    QSignalSpy progress(check.get(), &IdentityCheck::progressChanged);
    QSignalSpy finished(check.get(), &Operation::finished);
    check->start();
    QVERIFY(finished.wait());
    QCOMPARE(check->identity().unitIds(), QList<int>({247, 5, 3}));
    QCOMPARE(found.count(), 2);
    QCOMPARE(found.at(0).at(0).value<DeviceIdentity>().model, u"Sigen PV 50M1"_s);
    QCOMPARE(progress.count(), 0);
    QCOMPARE(server.requests().size(), 4);
}

void TestIdentityCheck::aRefusedLongBlockIsReadInPieces_data()
{
    QTest::addColumn<bool>("hasGap");
    QTest::newRow("a gap in the block: exception 02") << true;
    QTest::newRow("too long: exception 03") << false;
}

void TestIdentityCheck::aRefusedLongBlockIsReadInPieces()
{
    QFETCH(bool, hasGap);
    RegisterBank bank = plantBank();
    addInverter(bank, 1);
    if (hasGap)
        bank.units[247].remove(30040);
    else
        bank.maximumCount = 50;
    ScriptedServer server(bank.handler());
    const auto check = checked(server);
    QCOMPARE(check->identity().verdict, ModbusVerdict::Answers);
    QVERIFY(check->identity().plantAnswered);
    QCOMPARE(server.questions(),
             QStringList({u"247/4/30000/52"_s, u"247/4/30000/15"_s, u"247/4/30051/1"_s, u"1/4/30500/40"_s}));
    QVERIFY(check->elapsed() < 1000ms);
}

void TestIdentityCheck::holdingRegistersServeWhereInputRegistersDoNot()
{
    RegisterBank bank = plantBank();
    addInverter(bank, 1);
    bank.holdingOnly = true;
    ScriptedServer server(bank.handler());
    const auto check = checked(server);
    QCOMPARE(check->identity().verdict, ModbusVerdict::Answers);
    QVERIFY(check->identity().usedHoldingRegisters);
    QCOMPARE(server.questions(), QStringList({u"247/4/30000/52"_s, u"247/3/30000/52"_s, u"1/3/30500/40"_s}));
}

void TestIdentityCheck::huaweiIsNotSigenergy()
{
    RegisterBank bank;
    for (const int id : {247, 1}) {
        bank.setText(id, 30000, 15, "SUN2000-10KTL-M1");
        bank.fill(id, 30015, 30100, 1);
    }
    ScriptedServer server(bank.handler());
    const auto check = checked(server);
    QVERIFY(!check->error());
    QCOMPARE(check->identity().verdict, ModbusVerdict::NotSigenergy);
    QVERIFY(!check->identity().plantAnswered);
    QVERIFY2(check->identity().detail.contains(u"30000"_s), qPrintable(check->identity().detail));
    QVERIFY(check->identity().unitIds().isEmpty());
}

void TestIdentityCheck::shellyIsNotSigenergy()
{
    RegisterBank bank; // answers every unit alike: its MAC at 30000, nothing else
    for (const int id : {247, 1, 2})
        bank.setText(id, 30000, 6, "A8032ABE5411");
    ScriptedServer server(bank.handler());
    const auto check = checked(server);
    QCOMPARE(check->identity().verdict, ModbusVerdict::NotSigenergy);
    QVERIFY(check->identity().unitIds().isEmpty());
}

void TestIdentityCheck::aDeniedPlantIsNotSigenergy_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {1, 2, 3})
        QTest::addRow("exception %02d", code) << code;
}

void TestIdentityCheck::aDeniedPlantIsNotSigenergy()
{
    QFETCH(int, code);
    RegisterBank bank;
    bank.defaultException = code;
    ScriptedServer server(bank.handler());
    const auto check = checked(server);
    QVERIFY(!check->error());
    QCOMPARE(check->identity().verdict, ModbusVerdict::NotSigenergy);
    QVERIFY(check->identity().detail.contains(u"exception 0%1"_s.arg(code)));
}

void TestIdentityCheck::otherExceptionsSayNothing_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {4, 0x0A, 0x0B})
        QTest::addRow("exception %02x", code) << code;
}

void TestIdentityCheck::otherExceptionsSayNothing()
{
    QFETCH(int, code);
    RegisterBank bank;
    bank.defaultException = code;
    ScriptedServer server(bank.handler());
    const auto check = checked(server);
    QVERIFY(!check->error());
    QCOMPARE(check->identity().verdict, ModbusVerdict::Exception);
    QCOMPARE(int(check->identity().exceptionCode), code);
    QVERIFY(!check->identity().plantAnswered);
}

void TestIdentityCheck::aSilentServerIsSilent()
{
    ScriptedServer server;
    const auto check = checked(server);
    QVERIFY(!check->error());
    QCOMPARE(check->identity().verdict, ModbusVerdict::Silent);
    QCOMPARE(server.questions(),
             QStringList({u"247/4/30000/52"_s, u"247/4/30000/52"_s, u"1/4/30500/40"_s, u"2/4/30500/40"_s}));
}

void TestIdentityCheck::aSilentPlantUnitMakesNoSilentServer_data()
{
    QTest::addColumn<QByteArray>("answer"); // behind the transaction id; of unit 2
    QTest::addColumn<ModbusVerdict>("verdict");
    QTest::addColumn<int>("exceptionCode");
    const auto row = [](const char *name, const char *hex, ModbusVerdict verdict, int code = 0) {
        QTest::newRow(name) << QByteArray::fromHex(hex) << verdict << code;
    };
    row("exception 02", "0000 0003 02 84 02", ModbusVerdict::Exception, 2);
    row("exception 0b", "0000 0003 02 84 0b", ModbusVerdict::Exception, 0x0B);
    row("busy", "0000 0003 02 84 06", ModbusVerdict::Busy, 6);
    row("fewer registers than asked", "0000 0005 02 04 02 0000", ModbusVerdict::Odd);
    row("no Modbus", "4854 5450 2f31 2e31 2034 3030", ModbusVerdict::Garbage);
    QTest::newRow("words without a model")
        << QByteArray::fromHex("0000 0053 02 04 50") + QByteArray(80, '\0') << ModbusVerdict::Odd << 0;
    QTest::newRow("another maker's model")
        << QByteArray::fromHex("0000 0053 02 04 50") + QByteArray("SUN2000-10KTL-M1").leftJustified(80, '\0')
        << ModbusVerdict::Odd << 0;
}

void TestIdentityCheck::aSilentPlantUnitMakesNoSilentServer()
{
    QFETCH(QByteArray, answer);
    QFETCH(ModbusVerdict, verdict);
    QFETCH(int, exceptionCode);
    ScriptedServer server([answer](QTcpSocket &peer, const Request &request) {
        if (request.unit() == 2)
            peer.write(request.frame.first(2) + answer);
    });
    Timeouts timeouts = quick();
    timeouts.pacing.modbusPause = 20ms; // what is busy is asked four times
    const ModbusIdentity identity = checked(server, {}, timeouts)->identity();
    QCOMPARE(identity.verdict, verdict);
    QCOMPARE(int(identity.exceptionCode), exceptionCode);
    QVERIFY(identity.plantSilent);
    QVERIFY(!identity.provesPlant());
    QVERIFY2(identity.detail.contains(u"unit 247"_s), qPrintable(identity.detail));
}

void TestIdentityCheck::aLateExceptionIsNoSilence()
{
    ScriptedServer server;
    server.onRequest = [&](QTcpSocket &peer, const Request &request) {
        if (request.unit() == 2) // when nobody waits for it any more
            peer.write(exceptionTo(server.requests().at(server.requests().size() - 2), 0x0B));
    };
    const ModbusIdentity identity = checked(server)->identity();
    QCOMPARE(identity.verdict, ModbusVerdict::Exception);
    QCOMPARE(identity.exceptionCode, quint8(0x0B));
    QVERIFY(identity.plantSilent);
}

void TestIdentityCheck::wordsOfADeviceCountMoreThanAnException()
{
    RegisterBank bank;
    bank.exceptions.insert(1, 4);
    bank.fill(2, 30500, 30539, 0);
    ScriptedServer server(bank.handler());
    const ModbusIdentity identity = checked(server)->identity();
    QCOMPARE(identity.verdict, ModbusVerdict::Odd);
    QCOMPARE(identity.exceptionCode, quint8(0));

    addInverter(bank, 3);
    ScriptedServer plant(bank.handler());
    IdentityOptions options;
    options.units = {unit(1), unit(2), unit(3)};
    QCOMPARE(checked(plant, options)->identity().verdict, ModbusVerdict::Answers);
}

void TestIdentityCheck::aServerThatWaitsForItsTurnIsRetried()
{
    RegisterBank bank = plantBank();
    addInverter(bank, 1);
    ScriptedServer server;
    server.onRequest = [&](QTcpSocket &peer, const Request &request) {
        if (server.requests().size() > 1)
            peer.write(bank.answer(request));
    };
    const auto check = checked(server);
    QCOMPARE(check->identity().verdict, ModbusVerdict::Answers);
    QCOMPARE(server.requests().size(), 3);
    QVERIFY(check->elapsed() >= 1390ms); // the pause after the time-out
}

void TestIdentityCheck::httpIsGarbage()
{
    ScriptedServer server([](QTcpSocket &peer, const Request &) {
        peer.write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
        peer.disconnectFromHost();
    });
    const auto check = checked(server);
    QVERIFY(!check->error());
    QCOMPARE(check->identity().verdict, ModbusVerdict::Garbage);
    QCOMPARE(server.requests().size(), 1);
}

void TestIdentityCheck::aClosingServerCloses()
{
    ScriptedServer server([](QTcpSocket &peer, const Request &) { peer.disconnectFromHost(); });
    const auto check = checked(server);
    QCOMPARE(check->identity().verdict, ModbusVerdict::Closes);
    QVERIFY(check->identity().detail.contains(u"closed by the peer"_s));

    ScriptedServer atOnce;
    atOnce.onConnected = [](QTcpSocket &peer) { peer.disconnectFromHost(); };
    QCOMPARE(checked(atOnce)->identity().verdict, ModbusVerdict::Closes);
}

void TestIdentityCheck::aDeviceModelSettlesAnUnsetClock()
{
    RegisterBank bank = plantBank();
    bank.set(247, 30000, {0, 0});
    addInverter(bank, 1);
    ScriptedServer server(bank.handler());
    const auto check = checked(server);
    QCOMPARE(check->identity().verdict, ModbusVerdict::Answers);
    QCOMPARE(check->identity().unitIds(), QList<int>({247, 1}));
    QVERIFY(check->identity().detail.contains(u"30000"_s));
}

void TestIdentityCheck::aDeviceModelSettlesASilentPlantUnit()
{
    RegisterBank bank;
    addInverter(bank, 1, "PG Controller 60");
    ScriptedServer server(bank.handler());
    const auto check = checked(server);
    QCOMPARE(check->identity().verdict, ModbusVerdict::Answers);
    QVERIFY(!check->identity().plantAnswered);
    QCOMPARE(check->identity().unitIds(), QList<int>({1}));
    QVERIFY(check->identity().detail.contains(u"no reply"_s));

    bank.exceptions.insert(247, 0x0B);
    ScriptedServer excepting(bank.handler());
    const auto other = checked(excepting);
    QCOMPARE(other->identity().verdict, ModbusVerdict::Answers);
    QCOMPARE(other->identity().exceptionCode, quint8(0));
}

void TestIdentityCheck::aForeignDeviceModelDoesNotSettleIt()
{
    RegisterBank bank;
    bank.exceptions.insert(247, 2);
    addInverter(bank, 1, "SUN2000-10KTL-M1");
    ScriptedServer server(bank.handler());
    const auto check = checked(server);
    QCOMPARE(check->identity().verdict, ModbusVerdict::NotSigenergy);
    QCOMPARE(check->identity().model(), u"SUN2000-10KTL-M1"_s);
}

void TestIdentityCheck::losingTheConnectionInTheDeviceStepKeepsTheVerdict_data()
{
    QTest::addColumn<QByteArray>("lastWords");
    QTest::newRow("closed") << QByteArray();
    QTest::newRow("garbage") << QByteArray("\0\1\7\7garbage", 11);
}

void TestIdentityCheck::losingTheConnectionInTheDeviceStepKeepsTheVerdict()
{
    QFETCH(QByteArray, lastWords);
    const RegisterBank bank = plantBank();
    ScriptedServer server([&](QTcpSocket &peer, const Request &request) {
        if (request.unit() == 247) {
            peer.write(bank.answer(request));
        } else {
            peer.write(lastWords);
            peer.disconnectFromHost();
        }
    });
    const auto check = checked(server);
    QVERIFY(!check->error());
    QCOMPARE(check->identity().verdict, ModbusVerdict::Answers);
    QCOMPARE(check->identity().unitIds(), QList<int>({247}));
    QVERIFY2(check->identity().detail.contains(u"while unit 1 was asked"_s),
             qPrintable(check->identity().detail));
    // Each gets a second chance on a connection of its own, and no more.
    QCOMPARE(server.questions(),
             QStringList({u"247/4/30000/52"_s, u"1/4/30500/40"_s, u"1/4/30500/40"_s, u"2/4/30500/40"_s,
                          u"2/4/30500/40"_s}));
    QCOMPARE(server.openConnections(), 0);
}

void TestIdentityCheck::cancellingFromASlotIsSafe()
{
    RegisterBank bank = plantBank();
    addInverter(bank, 1);
    ScriptedServer server(bank.handler());
    for (int atFrame = 1; atFrame <= 4; ++atFrame) {
        IdentityCheck check(server.connectedConnection(), {}, quick());
        int frames = 0;
        connect(&check, &IdentityCheck::traced, &check, [&] {
            if (++frames == atFrame)
                check.cancel();
        });
        QSignalSpy finished(&check, &Operation::finished);
        check.start();
        QVERIFY(finished.wait());
        QCOMPARE(check.error().code, ErrorCode::Cancelled);
        QCOMPARE(frames, atFrame);
        QTRY_COMPARE(server.openConnections(), 0);
    }
    IdentityOptions options;
    options.sweep = true;
    IdentityCheck check(server.connectedConnection(), options, quick());
    connect(&check, &IdentityCheck::deviceFound, &check, &Operation::cancel);
    QSignalSpy progress(&check, &IdentityCheck::progressChanged);
    QSignalSpy finished(&check, &Operation::finished);
    check.start();
    QVERIFY(finished.wait());
    QCOMPARE(check.error().code, ErrorCode::Cancelled);
    QCOMPARE(progress.count(), 0);
    QCOMPARE(check.identity().unitIds(), QList<int>({247, 1}));
}

void TestIdentityCheck::theDocumentVersionIsTheNewestReadableMark_data()
{
    QTest::addColumn<QList<int>>("readable");
    QTest::addColumn<QString>("version");
    QTest::addColumn<int>("reads");
    QTest::newRow("V2.9") << QList<int>{30272, 30284} << u"V2.9"_s << 1;
    QTest::newRow("V2.8") << QList<int>{30284, 30194} << u"V2.8"_s << 2;
    QTest::newRow("V2.7") << QList<int>{30194} << u"V2.7"_s << 3;
    QTest::newRow("V2.6") << QList<int>{30092} << u"V2.6"_s << 4;
    QTest::newRow("V2.5") << QList<int>{30087} << u"V2.5"_s << 5;
    QTest::newRow("older") << QList<int>{} << u"≤V2.4"_s << 5;
}

void TestIdentityCheck::theDocumentVersionIsTheNewestReadableMark()
{
    QFETCH(QList<int>, readable);
    QFETCH(QString, version);
    QFETCH(int, reads);
    RegisterBank bank = plantBank();
    addInverter(bank, 1);
    for (const int address : readable)
        bank.set(247, address, {0, 0});
    if (!readable.contains(30272))
        bank.set(247, 30272, {0xFFFF, 0xFFFF}); // known to the firmware as a hole in its block
    ScriptedServer server(bank.handler());
    IdentityOptions options;
    options.documentVersion = true;
    const auto check = checked(server, options);
    QCOMPARE(check->identity().documentVersion, version);
    QCOMPARE(check->identity().unitIds(), QList<int>({247, 1}));
    QCOMPARE(server.requests().size(), 2 + reads);
}

void TestIdentityCheck::staleRepliesAreCounted()
{
    RegisterBank bank = plantBank();
    addInverter(bank, 1);
    ScriptedServer server([&](QTcpSocket &peer, const Request &request) {
        peer.write(withTransaction(bank.answer(request), 0x5555) + bank.answer(request));
    });
    const auto check = checked(server);
    QVERIFY(check->identity().provesPlant());
    QCOMPARE(check->identity().staleReplies, 2);
}

void TestIdentityCheck::theConnectionIsClosedBeforeFinished()
{
    if (openDescriptors() < 0)
        QSKIP("descriptors can't be counted here");
    RegisterBank bank = plantBank();
    addInverter(bank, 1);
    ScriptedServer server(bank.handler());
    checked(server);
    QTRY_COMPARE(server.openConnections(), 0);
    const int before = openDescriptors();
    for (int i = 0; i < 5; ++i) {
        const auto check = checked(server);
        QTRY_COMPARE(server.openConnections(), 0);
        QCOMPARE(openDescriptors(), before);
    }
}

void TestIdentityCheck::destroyingItWhileItRunsIsSilent()
{
    ScriptedServer server;
    auto check = std::make_unique<IdentityCheck>(server.connectedConnection(), IdentityOptions(), quick());
    QSignalSpy finished(check.get(), &Operation::finished);
    check->start();
    QTRY_COMPARE(server.requests().size(), 1);
    check.reset();
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(finished.count(), 0);

    // Neither started nor finished: the connection goes with it.
    auto idle = std::make_unique<IdentityCheck>(server.connectedConnection(), IdentityOptions(), quick());
    QTRY_COMPARE(server.openConnections(), 1);
    idle.reset();
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestIdentityCheck::framesAreTraced()
{
    RegisterBank bank = plantBank();
    addInverter(bank, 1);
    ScriptedServer server(bank.handler());
    IdentityCheck check(server.connectedConnection(), {}, quick());
    QSignalSpy traced(&check, &IdentityCheck::traced);
    QSignalSpy finished(&check, &Operation::finished);
    check.start();
    QVERIFY(finished.wait());
    QCOMPARE(traced.count(), 4);
    QCOMPARE(traced.at(0).at(0).value<TraceEntry>().text.mid(6), u"00 00 00 06 F7 04 75 30 00 34"_s);
}

QTEST_GUILESS_MAIN(TestIdentityCheck)
#include "tst_identitycheck.moc"
