// Which devices a plant has: sweeps and lists of units, chargers, slow units, and units that are one device.

#include "identitytesting.h"

class TestIdentityDevices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

void TestIdentityDevices::aSweepFindsInvertersAndChargers()
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

void TestIdentityDevices::aCancelledSweepKeepsWhatWasSeen()
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

void TestIdentityDevices::aSweepGoesOnWhereTheConnectionEnds_data()
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

void TestIdentityDevices::aSweepGoesOnWhereTheConnectionEnds()
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

void TestIdentityDevices::aListGoesOnWhereTheConnectionEnds()
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

void TestIdentityDevices::unitTwoIsAskedWhenUnitOneEndsTheConnection()
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

void TestIdentityDevices::aDeviceThatEndsTheConnectionHalfwayIsNotForgotten()
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

void TestIdentityDevices::whatCouldNotBeAskedIsListed()
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

void TestIdentityDevices::aServerThatEndsEverythingIsNotAskedForLong()
{
    ScriptedServer server([](QTcpSocket &peer, const Request &) { peer.disconnectFromHost(); });
    IdentityOptions options;
    options.sweep = true;
    const auto check = checked(server, options);
    QCOMPARE(check->identity().verdict, ModbusVerdict::Closes);
    QVERIFY(server.requests().size() <= 3);
}

void TestIdentityDevices::theInverterIsFoundBehindACharger_data()
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

void TestIdentityDevices::theInverterIsFoundBehindACharger()
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

void TestIdentityDevices::aSlowUnitIsFound_data()
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

void TestIdentityDevices::aSlowUnitIsFound()
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

void TestIdentityDevices::aUnitThatAnswersLateOnceIsNotLeftOutSilently()
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

void TestIdentityDevices::onASlowLinkTheInverterIsFoundByDefault()
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

void TestIdentityDevices::oddFramesAreNamedAndUsed_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<ReplyOddities>("oddities");
    QTest::newRow("unit 0") << u"unit"_s << ReplyOddities(ReplyOddity::ForeignUnit);
    QTest::newRow("a stale frame") << u"stale"_s << ReplyOddities(ReplyOddity::StaleFrame);
    QTest::newRow("two bytes behind") << u"trailing"_s << ReplyOddities(ReplyOddity::StrayBytes);
}

void TestIdentityDevices::oddFramesAreNamedAndUsed()
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

void TestIdentityDevices::unitsThatAreOneDeviceAreListedOnce_data()
{
    QTest::addColumn<QList<int>>("units");
    QTest::newRow("two") << QList<int>{1, 2};
    QTest::newRow("several") << QList<int>{4, 3, 9, 1};
}

void TestIdentityDevices::unitsThatAreOneDeviceAreListedOnce()
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

void TestIdentityDevices::blankSerialNumbersAreNoSameDevice()
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

void TestIdentityDevices::zerosUnderEachUnitAreNoDevices()
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

QTEST_GUILESS_MAIN(TestIdentityDevices)
#include "tst_identitydevices.moc"
