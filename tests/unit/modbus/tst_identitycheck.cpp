#include "modbus/identity.h"
#include "scriptedserver.h"
#include "support/loopback.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

using Request = ScriptedServer::Request;

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
    void aServerThatWaitsForItsTurnIsRetried();
    void httpIsGarbage();
    void aClosingServerCloses();
    void aDeviceModelSettlesAnUnsetClock();
    void aDeviceModelSettlesASilentPlantUnit();
    void aForeignDeviceModelDoesNotSettleIt();
    void losingTheConnectionInTheDeviceStepKeepsTheVerdict_data();
    void losingTheConnectionInTheDeviceStepKeepsTheVerdict();
    void aSweepFindsInvertersAndChargers();
    void aCancelledSweepKeepsWhatWasSeen();
    void aSweepWhoseConnectionEndsIsNotTheWhole_data();
    void aSweepWhoseConnectionEndsIsNotTheWhole();
    void cancellingFromASlotIsSafe();
    void theDocumentVersionIsTheNewestReadableMark_data();
    void theDocumentVersionIsTheNewestReadableMark();
    void staleRepliesAreCounted();
    void theConnectionIsClosedBeforeFinished();
    void destroyingItWhileItRunsIsSilent();
    void framesAreTraced();
};

static Timeouts quick()
{
    Timeouts timeouts;
    timeouts.modbusReply = 400ms;
    timeouts.identityReply = 300ms;
    return timeouts;
}

static UnitId unit(int id)
{
    return *UnitId::fromInt(id);
}

/// Runs a check against \a server until it has finished.
static std::unique_ptr<IdentityCheck> checked(const ScriptedServer &server, IdentityOptions options = {},
                                              Timeouts timeouts = quick())
{
    auto check = std::make_unique<IdentityCheck>(server.connectedConnection(), std::move(options), timeouts);
    QSignalSpy finished(check.get(), &Operation::finished);
    check->start();
    if (!finished.wait(30000) || finished.count() != 1)
        qFatal("the check does not finish");
    return check;
}

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
    QCOMPARE(server.requests().size(), 2);
}

void TestIdentityCheck::aSweepFindsInvertersAndChargers()
{
    RegisterBank bank = plantBank();
    bank.defaultException = 0x0B; // so that absent units cost no time
    addInverter(bank, 1);
    bank.set(1, 31501, {160});
    addInverter(bank, 2, "Sigen Hybrid 6.0 TP");
    bank.set(2, 31501, {0xFFFF}); // the firmware knows it, the charger isn't there
    bank.set(12, 32000, {2});
    bank.exceptions.insert(13, 2); // there, but nothing of ours
    ScriptedServer server(bank.handler());
    IdentityOptions options;
    options.sweep = true;
    IdentityCheck check(server.connectedConnection(), options, quick());
    QSignalSpy found(&check, &IdentityCheck::deviceFound);
    QSignalSpy progress(&check, &IdentityCheck::progressChanged);
    QSignalSpy finished(&check, &Operation::finished);
    check.start();
    QVERIFY(finished.wait(20000));
    QVERIFY(!check.error());
    QCOMPARE(check.identity().unitIds(), QList<int>({247, 1, 2, 12}));
    const QList<DeviceIdentity> &devices = check.identity().devices;
    QVERIFY(devices.at(0).hasDcCharger && !devices.at(0).isAcCharger);
    QVERIFY(!devices.at(1).hasDcCharger && !devices.at(1).isAcCharger);
    QVERIFY(!devices.at(2).hasDcCharger && devices.at(2).isAcCharger);
    QCOMPARE(devices.at(2).model, QString());
    QCOMPARE(found.count(), 3);
    QCOMPARE(progress.count(), 246);
    QCOMPARE(progress.last(), QVariantList({246, 246}));
    QVERIFY(check.identity().allAsked);
    QSet<int> asked;
    for (const Request &request : server.requests())
        asked.insert(request.unit());
    QCOMPARE(asked.size(), 247);
}

void TestIdentityCheck::aCancelledSweepKeepsWhatWasSeen()
{
    RegisterBank bank = plantBank();
    bank.defaultException = 0x0B;
    addInverter(bank, 1);
    ScriptedServer server(bank.handler());
    IdentityOptions options;
    options.sweep = true;
    IdentityCheck check(server.connectedConnection(), options, quick());
    connect(&check, &IdentityCheck::progressChanged, &check, [&check](int done) {
        if (done == 5)
            check.cancel();
    });
    QSignalSpy finished(&check, &Operation::finished);
    check.start();
    QVERIFY(finished.wait());
    QCOMPARE(check.error().code, ErrorCode::Cancelled);
    QCOMPARE(check.identity().verdict, ModbusVerdict::Answers);
    QCOMPARE(check.identity().unitIds(), QList<int>({247, 1}));
    QVERIFY(!check.identity().allAsked);
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.requests().last().unit(), 5);
}

void TestIdentityCheck::aSweepWhoseConnectionEndsIsNotTheWhole_data()
{
    QTest::addColumn<int>("unit");
    QTest::addColumn<int>("asked"); // to the end
    QTest::newRow("at an absent unit") << 7 << 6;
    QTest::newRow("while a device is asked for its chargers") << 3 << 2;
    QTest::newRow("at the last unit") << 246 << 245;
}

void TestIdentityCheck::aSweepWhoseConnectionEndsIsNotTheWhole()
{
    QFETCH(int, unit);
    QFETCH(int, asked);
    RegisterBank bank = plantBank();
    bank.defaultException = 0x0B;
    addInverter(bank, 1);
    addInverter(bank, 3);
    int requests = 0;
    ScriptedServer server([&](QTcpSocket &peer, const Request &request) {
        const bool isDevice = unit == 3;
        if (request.unit() == unit && (!isDevice || ++requests > 1))
            peer.disconnectFromHost();
        else
            peer.write(bank.answer(request));
    });
    IdentityOptions options;
    options.sweep = true;
    IdentityCheck check(server.connectedConnection(), options, quick());
    QSignalSpy progress(&check, &IdentityCheck::progressChanged);
    QSignalSpy finished(&check, &Operation::finished);
    check.start();
    QVERIFY(finished.wait(20000));
    QCOMPARE(check.identity().verdict, ModbusVerdict::Answers);
    QCOMPARE(check.identity().devices.first().unit, 1);
    QVERIFY(!check.identity().allAsked);
    QCOMPARE(progress.last(), QVariantList({asked, 246}));
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
    QCOMPARE(check->identity().verdict, ModbusVerdict::Answers);
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
