#include "modbus/identity.h"
#include "scriptedserver.h"
#include "support/loopback.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

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
    void aSweepFindsInvertersAndChargers();
    void aCancelledSweepKeepsWhatWasSeen();
    void aSweepGoesOnWhereTheConnectionEnds_data();
    void aSweepGoesOnWhereTheConnectionEnds();
    void aListGoesOnWhereTheConnectionEnds();
    void unitTwoIsAskedWhenUnitOneEndsTheConnection();
    void aDeviceThatEndsTheConnectionHalfwayIsNotForgotten();
    void whatCouldNotBeAskedIsListed();
    void aServerThatEndsEverythingIsNotAskedForLong();
    void theInverterIsFoundBehindACharger_data();
    void theInverterIsFoundBehindACharger();
    void aSlowUnitIsFound_data();
    void aSlowUnitIsFound();
    void aUnitThatAnswersLateOnceIsNotLeftOutSilently();
    void onASlowLinkTheInverterIsFoundByDefault();
    void oddFramesAreNamedAndUsed_data();
    void oddFramesAreNamedAndUsed();
    void unitsThatAreOneDeviceAreListedOnce_data();
    void unitsThatAreOneDeviceAreListedOnce();
    void blankSerialNumbersAreNoSameDevice();
    void zerosUnderEachUnitAreNoDevices();
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

void TestIdentityCheck::aSweepGoesOnWhereTheConnectionEnds_data()
{
    QTest::addColumn<int>("unit");
    QTest::addColumn<bool>("reset");
    for (const bool reset : {false, true}) {
        const char *how = reset ? "reset" : "closed";
        QTest::addRow("%s at an absent unit", how) << 7 << reset;
        QTest::addRow("%s at each absent unit", how) << 0 << reset;
        QTest::addRow("%s at the last unit", how) << 246 << reset;
    }
}

void TestIdentityCheck::aSweepGoesOnWhereTheConnectionEnds()
{
    QFETCH(int, unit);
    QFETCH(bool, reset);
    RegisterBank bank = plantBank();
    bank.defaultException = 0x0B;
    addInverter(bank, 1);
    addInverter(bank, 3);
    addInverter(bank, 120);
    ScriptedServer server([&](QTcpSocket &peer, const Request &request) {
        const bool breaks = unit == 0 ? !bank.units.contains(request.unit()) : request.unit() == unit;
        if (!breaks)
            peer.write(bank.answer(request));
        else if (reset)
            resetConnection(peer);
        else
            peer.disconnectFromHost();
    });
    IdentityOptions options;
    options.sweep = true;
    IdentityCheck check(server.connectedConnection(), options, quick());
    QSignalSpy progress(&check, &IdentityCheck::progressChanged);
    QSignalSpy finished(&check, &Operation::finished);
    check.start();
    QVERIFY(finished.wait(60000));
    QCOMPARE(check.identity().verdict, ModbusVerdict::Answers);
    QCOMPARE(check.identity().unitIds(), QList<int>({247, 1, 3, 120}));
    QVERIFY(check.identity().allAsked);
    QCOMPARE(check.identity().notAsked, QList<int>());
    QCOMPARE(progress.last(), QVariantList({246, 246}));
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestIdentityCheck::aListGoesOnWhereTheConnectionEnds()
{
    RegisterBank bank = plantBank();
    addInverter(bank, 1);
    addInverter(bank, 3);
    ScriptedServer server([&](QTcpSocket &peer, const Request &request) {
        if (bank.units.contains(request.unit()))
            peer.write(bank.answer(request));
        else
            resetConnection(peer);
    });
    IdentityOptions options;
    options.units = {unit(1), unit(2), unit(3), unit(4)};
    const auto check = checked(server, options);
    QCOMPARE(check->identity().unitIds(), QList<int>({247, 1, 3}));
    QCOMPARE(check->identity().notAsked, QList<int>());
    QVERIFY2(check->identity().detail.contains(u"while unit 2 was asked"_s),
             qPrintable(check->identity().detail));
}

void TestIdentityCheck::unitTwoIsAskedWhenUnitOneEndsTheConnection()
{
    RegisterBank bank = plantBank();
    addInverter(bank, 2);
    ScriptedServer server([&](QTcpSocket &peer, const Request &request) {
        if (bank.units.contains(request.unit()))
            peer.write(bank.answer(request));
        else
            peer.disconnectFromHost();
    });
    const auto check = checked(server);
    QCOMPARE(check->identity().unitIds(), QList<int>({247, 2}));
}

void TestIdentityCheck::aDeviceThatEndsTheConnectionHalfwayIsNotForgotten()
{
    RegisterBank bank = plantBank();
    bank.defaultException = 0x0B;
    addInverter(bank, 3);
    bank.set(3, 31501, {160});
    int breaks = 1;
    ScriptedServer server([&](QTcpSocket &peer, const Request &request) {
        if (request.unit() == 3 && request.address() == 31501 && breaks-- > 0)
            peer.disconnectFromHost();
        else
            peer.write(bank.answer(request));
    });
    IdentityOptions options;
    options.sweep = true;
    const auto once = checked(server, options);
    QCOMPARE(once->identity().unitIds(), QList<int>({247, 3}));
    QVERIFY(once->identity().devices.constFirst().hasDcCharger);
    QVERIFY(once->identity().allAsked);

    breaks = 1000;
    const auto always = checked(server, options);
    QCOMPARE(always->identity().notAsked, QList<int>{3});
    QVERIFY(!always->identity().allAsked);
}

void TestIdentityCheck::whatCouldNotBeAskedIsListed()
{
    RegisterBank bank = plantBank();
    addInverter(bank, 1);
    auto server = std::make_unique<ScriptedServer>();
    server->onRequest = [&](QTcpSocket &peer, const Request &request) {
        if (request.unit() != 2) {
            peer.write(bank.answer(request));
            return;
        }
        server->stopListening();
        peer.disconnectFromHost();
    };
    IdentityOptions options;
    options.sweep = true;
    Timeouts timeouts = quick();
    timeouts.pacing.retry = 20ms;
    const auto check = checked(*server, options, timeouts);
    QCOMPARE(check->identity().verdict, ModbusVerdict::Answers);
    QCOMPARE(check->identity().unitIds(), QList<int>({247, 1}));
    QVERIFY(!check->identity().allAsked);
    QCOMPARE(check->identity().notAsked.size(), 244);
    QCOMPARE(check->identity().notAsked.constFirst(), 3);
}

void TestIdentityCheck::aServerThatEndsEverythingIsNotAskedForLong()
{
    ScriptedServer server([](QTcpSocket &peer, const Request &) { peer.disconnectFromHost(); });
    IdentityOptions options;
    options.sweep = true;
    const auto check = checked(server, options);
    QCOMPARE(check->identity().verdict, ModbusVerdict::Closes);
    QVERIFY(server.requests().size() <= 3);
}

void TestIdentityCheck::theInverterIsFoundBehindACharger_data()
{
    QTest::addColumn<bool>("blank"); // zeros in the charger's identity, else exception 02
    QTest::addColumn<QList<int>>("units");
    QTest::addColumn<bool>("sweep");
    for (const bool blank : {false, true}) {
        const char *how = blank ? "blank" : "exception";
        QTest::addRow("%s, by default", how) << blank << QList<int>() << false;
        QTest::addRow("%s, 1 and 2", how) << blank << QList<int>{1, 2} << false;
        QTest::addRow("%s, 2 and 1", how) << blank << QList<int>{2, 1} << false;
        QTest::addRow("%s, all", how) << blank << QList<int>() << true;
    }
}

void TestIdentityCheck::theInverterIsFoundBehindACharger()
{
    QFETCH(bool, blank);
    QFETCH(QList<int>, units);
    QFETCH(bool, sweep);
    RegisterBank bank = plantBank();
    bank.defaultException = 0x0B;
    bank.set(1, 32000, {0});
    if (blank)
        bank.fill(1, 30500, 30539, 0);
    addInverter(bank, 2);
    ScriptedServer server(bank.handler());
    IdentityOptions options;
    for (const int id : units)
        options.units.append(unit(id));
    options.sweep = sweep;
    const auto check = checked(server, options);
    const ModbusIdentity &identity = check->identity();
    QCOMPARE(identity.verdict, ModbusVerdict::Answers);
    QCOMPARE(identity.model(), u"SigenStor EC 5.0 SP"_s);
    QCOMPARE(identity.serial(), u"110A1234567891"_s);
    QCOMPARE(identity.firmware(), u"V100R001C00SPC115"_s);
    if (units.isEmpty() && !sweep) {
        QCOMPARE(identity.unitIds(), QList<int>({247, 2}));
        QVERIFY(server.requests().size() <= 4);
        return;
    }
    QCOMPARE(identity.devices.size(), 2);
    for (const DeviceIdentity &device : identity.devices)
        QCOMPARE(device.isAcCharger, device.unit == 1);
}

void TestIdentityCheck::aSlowUnitIsFound_data()
{
    QTest::addColumn<int>("slow"); // unit
    QTest::addColumn<QList<int>>("units");
    QTest::newRow("a charger in a sweep") << 2 << QList<int>();
    QTest::newRow("an inverter in a sweep") << 3 << QList<int>();
    QTest::newRow("the last of a sweep") << 246 << QList<int>();
    QTest::newRow("a charger, first of a list") << 2 << QList<int>{2, 1, 3};
    QTest::newRow("a charger, last of a list") << 2 << QList<int>{1, 3, 2};
    QTest::newRow("alone in a list") << 3 << QList<int>{3};
}

void TestIdentityCheck::aSlowUnitIsFound()
{
    QFETCH(int, slow);
    QFETCH(QList<int>, units);
    RegisterBank bank = plantBank();
    bank.defaultException = 0x0B; // so that absent units cost no time
    addInverter(bank, 1);
    bank.set(2, 32000, {2});
    addInverter(bank, 3, "Sigen Hybrid 6.0 TP");
    addInverter(bank, 246);
    Timeouts timeouts = quick();
    timeouts.pacing.modbusPause = 50ms;
    ScriptedServer server([&](QTcpSocket &peer, const Request &request) {
        const QByteArray reply = bank.answer(request);
        if (request.unit() == slow)
            QTimer::singleShot(400ms, &peer, [&peer, reply] { peer.write(reply); });
        else
            peer.write(reply);
    });
    IdentityOptions options;
    options.sweep = units.isEmpty();
    for (const int id : units)
        options.units.append(unit(id));
    const auto check = checked(server, options, timeouts);
    const ModbusIdentity &identity = check->identity();
    QCOMPARE(identity.verdict, ModbusVerdict::Answers);
    QVERIFY2(identity.unitIds().contains(slow), qPrintable(identity.detail));
    QCOMPARE(identity.unitIds().size(), units.isEmpty() ? 5 : units.size() + 1);
    QCOMPARE(identity.lostLate, QList<int>());
    QCOMPARE(identity.allAsked, units.isEmpty());
    for (const DeviceIdentity &device : identity.devices)
        QCOMPARE(device.isAcCharger, device.unit == 2);
}

void TestIdentityCheck::aUnitThatAnswersLateOnceIsNotLeftOutSilently()
{
    RegisterBank bank = plantBank();
    addInverter(bank, 1);
    addInverter(bank, 2);
    int answers = 1;
    ScriptedServer server([&](QTcpSocket &peer, const Request &request) {
        const QByteArray reply = bank.answer(request);
        if (request.unit() != 2)
            peer.write(reply);
        else if (answers-- > 0)
            QTimer::singleShot(400ms, &peer, [&peer, reply] { peer.write(reply); });
    });
    Timeouts timeouts = quick();
    timeouts.pacing.modbusPause = 50ms;
    IdentityOptions options;
    options.units = {unit(1), unit(2)};
    const auto check = checked(server, options, timeouts);
    QCOMPARE(check->identity().unitIds(), QList<int>({247, 1}));
    QCOMPARE(check->identity().lostLate, QList<int>{2});
}

void TestIdentityCheck::onASlowLinkTheInverterIsFoundByDefault()
{
    RegisterBank bank = plantBank();
    addInverter(bank, 1);
    ScriptedServer server([&](QTcpSocket &peer, const Request &request) {
        const QByteArray reply = bank.answer(request);
        QTimer::singleShot(400ms, &peer, [&peer, reply] { peer.write(reply); });
    });
    Timeouts timeouts = quick();
    timeouts.modbusReply = 5s;
    timeouts.pacing.modbusPause = 50ms;
    const auto check = checked(server, {}, timeouts);
    QCOMPARE(check->identity().unitIds(), QList<int>({247, 1}));
}

void TestIdentityCheck::oddFramesAreNamedAndUsed_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<ReplyOddities>("oddities");
    QTest::newRow("unit 0") << u"unit"_s << ReplyOddities(ReplyOddity::ForeignUnit);
    QTest::newRow("a stale frame") << u"stale"_s << ReplyOddities(ReplyOddity::StaleFrame);
    QTest::newRow("two bytes behind") << u"trailing"_s << ReplyOddities(ReplyOddity::StrayBytes);
}

void TestIdentityCheck::oddFramesAreNamedAndUsed()
{
    QFETCH(QString, what);
    QFETCH(ReplyOddities, oddities);
    RegisterBank bank = plantBank();
    addInverter(bank, 1);
    ScriptedServer server([&](QTcpSocket &peer, const Request &request) {
        QByteArray reply = bank.answer(request);
        if (what == "unit"_L1)
            reply[6] = 0;
        else if (what == "stale"_L1)
            reply.prepend(withTransaction(reply, 0x5555));
        else
            reply.append("\x12\x34");
        peer.write(reply);
    });
    const auto check = checked(server);
    QCOMPARE(check->identity().verdict, ModbusVerdict::Odd);
    QVERIFY(check->identity().provesPlant());
    QCOMPARE(check->identity().unitIds(), QList<int>({247, 1}));
    QCOMPARE(check->identity().oddFrames, oddities);
}

void TestIdentityCheck::unitsThatAreOneDeviceAreListedOnce_data()
{
    QTest::addColumn<QList<int>>("units");
    QTest::newRow("two") << QList<int>{1, 2};
    QTest::newRow("several") << QList<int>{4, 3, 9, 1};
}

void TestIdentityCheck::unitsThatAreOneDeviceAreListedOnce()
{
    QFETCH(QList<int>, units);
    RegisterBank bank = plantBank();
    addInverter(bank, 1);
    ScriptedServer server([&](QTcpSocket &peer, const Request &request) {
        Request asked = request;
        if (request.unit() != 247)
            asked.frame[6] = 1;
        QByteArray reply = bank.answer(asked);
        reply[6] = char(request.unit());
        peer.write(reply);
    });
    IdentityOptions options;
    for (const int id : units)
        options.units.append(unit(id));
    const auto check = checked(server, options);
    QCOMPARE(check->identity().unitIds(), QList<int>({247, units.constFirst()}));
    QCOMPARE(check->identity().sameDevice, units.sliced(1));
    QVERIFY(!check->identity().ignoresUnitIds);

    options.units.clear();
    options.sweep = true;
    const auto sweep = checked(server, options);
    QCOMPARE(sweep->identity().unitIds(), QList<int>({247, 1}));
    QVERIFY(sweep->identity().ignoresUnitIds);
    QVERIFY(!sweep->identity().allAsked);
    QCOMPARE(sweep->identity().notAsked.constLast(), 246);
    QCOMPARE(sweep->identity().notAsked.size() + sweep->identity().sameDevice.size() + 1, 246);
}

void TestIdentityCheck::blankSerialNumbersAreNoSameDevice()
{
    RegisterBank bank = plantBank();
    for (const int id : {1, 2}) {
        bank.setText(id, 30500, 15, "SigenStor EC 5.0 SP");
        bank.fill(id, 30515, 30539, 0);
    }
    ScriptedServer server(bank.handler());
    IdentityOptions options;
    options.units = {unit(1), unit(2)};
    const auto check = checked(server, options);
    QCOMPARE(check->identity().unitIds(), QList<int>({247, 1, 2}));
    QCOMPARE(check->identity().sameDevice, QList<int>());
}

void TestIdentityCheck::zerosUnderEachUnitAreNoDevices()
{
    RegisterBank bank = plantBank();
    addInverter(bank, 2);
    ScriptedServer server([&](QTcpSocket &peer, const Request &request) {
        if (request.unit() == 247 || (request.unit() == 2 && request.address() == 30500))
            peer.write(bank.answer(request));
        else
            peer.write(replyTo(request, QList<quint16>(request.count(), 0)));
    });
    IdentityOptions options;
    options.sweep = true;
    const auto check = checked(server, options);
    QCOMPARE(check->identity().model(), u"SigenStor EC 5.0 SP"_s);
    QCOMPARE(check->identity().unitIds(), QList<int>({247, 2}));
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
