#include "modbus/identityrules.h"

#include <QMap>
#include <QTest>

#include <functional>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class TestIdentityRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlantIsWeighed_data();
    void aPlantIsWeighed();
    void theShortReadIsEnough();
    void whatSaysNothingIsCalledEmpty();
    void theIdentityIsThatOfTheDeviceThatHasOne();
    void onlyAUsableOddPlantIsProof();
    void onlyTheVendorsModelNamesSettleIt_data();
    void onlyTheVendorsModelNamesSettleIt();
    void exceptionsOneToThreeDenyTheQuestion();
    void aDeviceBlockGivesItsTexts();
    void verdictsHaveTheirContractNamesAndErrors();
};

using Words = QList<quint16>;

/// 2025-11-22, UTC+1, sensor connected, on grid, 83.6 %, running; export, a plant of 10 kW at work.
static Words goodPlant()
{
    Words words(52, 0);
    words[0] = 0x6921;
    words[1] = 0x5B80;
    words[2] = 60;
    words[4] = 1;
    words[5] = 0xFFFF; // -1.234 kW
    words[6] = 0xFB2E;
    words[11] = 10000;
    words[14] = 836;
    words[32] = 3100;
    words[36] = 4300;
    words[38] = 1200;
    words[51] = 1;
    return words;
}

/// Only what the smallest firmware or server gives: no powers.
static Words barePlant()
{
    Words words = goodPlant();
    for (const qsizetype index : {5, 6, 11, 32, 36, 38})
        words[index] = 0;
    return words;
}

static Words with(Words words, const QMap<int, int> &changes)
{
    for (auto change = changes.begin(); change != changes.end(); ++change)
        words[change.key() - 30000] = quint16(change.value());
    return words;
}

/// Two characters a register from 30000 on, padded with \a padding.
static Words text(const QByteArray &text, char padding = '\0')
{
    const QByteArray padded = text.leftJustified(104, padding, true);
    Words words;
    for (qsizetype at = 0; at < padded.size(); at += 2)
        words.append(quint16(quint8(padded.at(at)) << 8 | quint8(padded.at(at + 1))));
    return words;
}

static Words made(const std::function<int(int)> &word)
{
    Words words;
    for (int index = 0; index < 52; ++index)
        words.append(quint16(word(index)));
    return words;
}

void TestIdentityRules::aPlantIsWeighed_data()
{
    QTest::addColumn<QList<quint16>>("words");
    QTest::addColumn<bool>("isPlant");
    QTest::addColumn<QStringList>("odd"); // the addresses that are named
    const QStringList none;
    const auto plant = [](const char *name, const Words &words, const QStringList &odd = {}) {
        QTest::newRow(name) << words << true << odd;
    };
    const auto stranger = [](const char *name, const Words &words) {
        QTest::newRow(name) << words << false << QStringList{u"*"_s};
    };

    // clang-format off
    plant("a plant at work",                    goodPlant());
    plant("nothing but the state",              barePlant());
    for (const int state : {0, 2, 3, 7})
        plant(QByteArray("running state " + QByteArray::number(state)).constData(), with(goodPlant(), {{30051, state}}));
    plant("no battery",                         with(goodPlant(), {{30014, 0xFFFF}}));
    plant("an empty battery",                   with(barePlant(), {{30014, 0}}));
    plant("a full battery",                     with(barePlant(), {{30014, 1000}}));
    plant("the westernmost zone",               with(barePlant(), {{30002, 0x10000 - 720}}));
    plant("the easternmost zone",               with(barePlant(), {{30002, 840}}));
    plant("a zone of three quarters",           with(barePlant(), {{30002, 345}}));
    plant("universal time",                     with(barePlant(), {{30002, 0}}));
    plant("no sensor, universal time, no battery, standby",
                                                with(goodPlant(), {{30002, 0}, {30004, 0}, {30014, 0xFFFF}, {30051, 0}}));
    plant("off grid",                           with(goodPlant(), {{30009, 2}}));
    plant("a mode that came later",             with(goodPlant(), {{30003, 12}}));

    plant("clock never set",                    with(goodPlant(), {{30000, 0}, {30001, 0}}), {u"30000"_s});
    plant("clock in 1970",                      with(barePlant(), {{30000, 0}, {30001, 3600}}), {u"30000"_s});
    plant("clock in 1970, universal time, no powers",
                                                with(barePlant(), {{30000, 0}, {30001, 3600}, {30002, 0}}), {u"30000"_s});
    plant("the same after months",              with(barePlant(), {{30000, 0x00B0}, {30001, 0x9000}, {30002, 0}}), {u"30000"_s});
    plant("clock in 2000",                      with(barePlant(), {{30000, 0x386D}}), {u"30000"_s});
    plant("clock after 2100",                   with(barePlant(), {{30000, 0xF500}}), {u"30000"_s});
    plant("clock not available",                with(barePlant(), {{30000, 0xFFFF}, {30001, 0xFFFF}}), {u"30000"_s});
    plant("no zone on earth",                   with(barePlant(), {{30002, 900}}), {u"30002"_s});
    plant("sensor not available",               with(barePlant(), {{30004, 0xFFFF}}), {u"30004"_s});
    plant("sensor 2",                           with(barePlant(), {{30004, 2}}), {u"30004"_s});
    plant("grid state not available",           with(barePlant(), {{30009, 0xFFFF}}), {u"30009"_s});
    plant("grid state 3",                       with(barePlant(), {{30009, 3}}), {u"30009"_s});
    plant("100.2 %",                            with(barePlant(), {{30014, 1002}}), {u"30014"_s});
    plant("running state 5",                    with(barePlant(), {{30051, 5}}), {u"30051"_s});
    plant("running state not available",        with(barePlant(), {{30051, 0xFFFF}}), {u"30051"_s});
    plant("two odd words in a plant at work",   with(goodPlant(), {{30000, 0}, {30051, 5}}), {u"30000"_s, u"30051"_s});

    stranger("nothing but zeros",               Words(52, 0));
    stranger("nothing available",               Words(52, 0xFFFF));
    for (const int word : {1, 2, 15, 60, 0x1111, 0x2020, 0x6921})
        stranger(QByteArray("the same word throughout: " + QByteArray::number(word)).constData(), Words(52, quint16(word)));
    stranger("a clock among zeros",             with(Words(52, 0), {{30000, 0x6921}, {30001, 0x5B80}}));
    stranger("one word among zeros",            with(Words(52, 0), {{30004, 1}}));
    const Words restarted = with(barePlant(), {{30000, 0}, {30001, 3600}, {30002, 0}});
    stranger("no clock, universal time, no powers", with(restarted, {{30001, 0}}));
    stranger("a small number for a clock",      with(restarted, {{30001, 99}}));
    stranger("a counter, and no grid sensor",   with(restarted, {{30004, 0}}));
    stranger("a counter, and no charge",        with(restarted, {{30014, 0}}));
    stranger("a counter, and an unknown state", with(restarted, {{30051, 5}}));
    stranger("a counter, and nothing runs",     with(restarted, {{30051, 0}}));
    stranger("a counter among switches",        with(made([](int index) { return index % 2; }), {{30001, 3600}, {30014, 1}}));
    stranger("a counter among zeros",           with(Words(52, 0), {{30001, 3600}}));
    stranger("addresses",                       made([](int index) { return 30000 + index; }));
    stranger("a ramp",                          made([](int index) { return index; }));
    stranger("switches",                        made([](int index) { return index % 2; }));
    stranger("switches, the other way round",   made([](int index) { return 1 - index % 2; }));
    stranger("small numbers",                   made([](int index) { return index * 7 % 4; }));
    stranger("noise",                           made([](int index) { return (index * 40503 + 12345) % 65536; }));
    stranger("Huawei",                          text("SUN2000-10KTL-M1"));
    stranger("Huawei and more",                 text(QByteArray("SUN2000-10KTL-M1").leftJustified(30, '\0') + "HV2150123456"));
    stranger("Shelly",                          text("34987A67D9E4SPEM-003CEBEU"));
    stranger("FoxESS",                          text("H3-10.0-E"));
    stranger("FoxESS, a short name",            text("KH8"));
    stranger("FoxESS, padded with blanks",      text("H1-5.0-E-G2", ' '));
    stranger("FoxESS with its serial number",   text(QByteArray("H3-10.0-E").leftJustified(32, '\0') + "603H102012AB034"));
    stranger("lower case, a clock by chance",   text("foxess"));
    stranger("lower case, four letters",        text("goed"));
    stranger("GoodWe, rated power and serial",  with(text(QByteArray(8, '\0') + "95027DTS123W4567GW10K-DT"), {{30001, 1}, {30002, 10000}}));
    stranger("GoodWe, text throughout",         text(QByteArray(104, 'G')));
    // clang-format on
}

void TestIdentityRules::aPlantIsWeighed()
{
    QFETCH(QList<quint16>, words);
    QFETCH(bool, isPlant);
    QFETCH(QStringList, odd);
    const IdentityRules::PlantJudgement judgement = IdentityRules::judgePlant(words, words.last());
    QVERIFY2(judgement.isPlant == isPlant, qPrintable(judgement.oddities.join(u'\n')));
    if (!isPlant)
        return;
    QCOMPARE(judgement.oddities.size(), odd.size());
    for (qsizetype i = 0; i < odd.size(); ++i)
        QVERIFY2(judgement.oddities.at(i).startsWith(odd.at(i)), qPrintable(judgement.oddities.at(i)));
}

void TestIdentityRules::theShortReadIsEnough()
{
    QVERIFY(IdentityRules::judgePlant(barePlant().first(15), 1).isPlant);
    QVERIFY(!IdentityRules::judgePlant(Words(15, 0), 0).isPlant);
    QVERIFY(!IdentityRules::judgePlant(text("SUN2000-10KTL-M1").first(15), 0).isPlant);
    QVERIFY(!IdentityRules::judgePlant(goodPlant().first(14), 1).isPlant);
}

void TestIdentityRules::whatSaysNothingIsCalledEmpty()
{
    QVERIFY(IdentityRules::judgePlant(Words(52, 0), 0).isEmpty);
    QVERIFY(IdentityRules::judgePlant(Words(52, 0xFFFF), 0xFFFF).isEmpty);
    QVERIFY(IdentityRules::judgePlant(with(Words(52, 0), {{30020, 0xFFFF}}), 0).isEmpty);
    QVERIFY(!IdentityRules::judgePlant(text("KH8"), 0).isEmpty);
    QVERIFY(!IdentityRules::judgePlant(Words(52, 0), 1).isEmpty);
    QVERIFY(!IdentityRules::judgePlant(goodPlant(), 1).isEmpty);
}

void TestIdentityRules::theIdentityIsThatOfTheDeviceThatHasOne()
{
    ModbusIdentity identity;
    QCOMPARE(identity.model(), QString());
    identity.devices = {{1, {}, {}, {}, false, true},
                        {2, u"SigenStor EC 5.0 SP"_s, u"110A"_s, u"V1"_s, true, false}};
    QCOMPARE(identity.model(), u"SigenStor EC 5.0 SP"_s);
    QCOMPARE(identity.serial(), u"110A"_s);
    QCOMPARE(identity.firmware(), u"V1"_s);
    // A charger that has a name of its own is not the inverter.
    identity.devices[0] = {1, u"Sigen EVAC 11"_s, u"55"_s, u"V9"_s, false, true};
    QCOMPARE(identity.serial(), u"110A"_s);
    // Nor is what another maker has behind it.
    identity.devices[0] = {1, u"SUN2000"_s, u"HV"_s, {}, false, false};
    QCOMPARE(identity.serial(), u"110A"_s);
    identity.devices.removeLast();
    QCOMPARE(identity.serial(), u"HV"_s);
}

void TestIdentityRules::onlyAUsableOddPlantIsProof()
{
    ModbusIdentity identity;
    QVERIFY(!identity.provesPlant());
    QCOMPARE(identity.error(), ErrorCode::None);
    identity.verdict = ModbusVerdict::Odd;
    QVERIFY(!identity.provesPlant());
    QCOMPARE(identity.error(), ErrorCode::ModbusOdd);
    identity.usable = true;
    QVERIFY(identity.provesPlant());
    QCOMPARE(identity.error(), ErrorCode::None);
    identity.verdict = ModbusVerdict::Late;
    QVERIFY(!identity.provesPlant());
    QCOMPARE(identity.error(), ErrorCode::ModbusLate);
}

void TestIdentityRules::onlyTheVendorsModelNamesSettleIt_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<bool>("ours");
    QTest::newRow("SigenStor") << u"SigenStor EC 5.0 SP"_s << true;
    QTest::newRow("Hybrid") << u"Sigen Hybrid 6.0 TP"_s << true;
    QTest::newRow("PV") << u"Sigen PV 50M1"_s << true;
    QTest::newRow("PG Controller") << u"PG Controller 60"_s << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("Huawei") << u"SUN2000-10KTL"_s << false;
    QTest::newRow("another word that begins alike") << u"Sigenix 3"_s << false;
    QTest::newRow("not at the beginning") << u"Fake SigenStor"_s << false;
}

void TestIdentityRules::onlyTheVendorsModelNamesSettleIt()
{
    QFETCH(QString, model);
    QFETCH(bool, ours);
    QCOMPARE(IdentityRules::isSigenergyModel(model), ours);
}

void TestIdentityRules::exceptionsOneToThreeDenyTheQuestion()
{
    for (int code = 0; code < 256; ++code)
        QCOMPARE(IdentityRules::deniesQuestion(quint8(code)), code >= 1 && code <= 3);
}

void TestIdentityRules::aDeviceBlockGivesItsTexts()
{
    QList<quint16> words(40, 0);
    words[0] = 0x5369; // Si
    words[1] = 0x6700; // g
    words[15] = 0x3131; // 11
    words[25] = 0x5631; // V1
    const DeviceIdentity device = IdentityRules::deviceIdentity(*UnitId::fromInt(3), words);
    QCOMPARE(device.unit, 3);
    QCOMPARE(device.model, u"Sig"_s);
    QCOMPARE(device.serial, u"11"_s);
    QCOMPARE(device.firmware, u"V1"_s);

    const DeviceIdentity blank =
        IdentityRules::deviceIdentity(*UnitId::fromInt(3), QList<quint16>(40, 0xFFFF));
    QVERIFY(blank.model.isEmpty() && blank.serial.isEmpty() && blank.firmware.isEmpty());
}

void TestIdentityRules::verdictsHaveTheirContractNamesAndErrors()
{
    const struct
    {
        ModbusVerdict verdict;
        const char *name;
        ErrorCode error;
    } rows[] = {{ModbusVerdict::NotTested, "not-tested", ErrorCode::None},
                {ModbusVerdict::Answers, "answers", ErrorCode::None},
                {ModbusVerdict::Silent, "silent", ErrorCode::ModbusSilent},
                {ModbusVerdict::Late, "late", ErrorCode::ModbusLate},
                {ModbusVerdict::Busy, "busy", ErrorCode::ModbusBusy},
                {ModbusVerdict::Odd, "odd", ErrorCode::ModbusOdd},
                {ModbusVerdict::Garbage, "garbage", ErrorCode::ModbusGarbage},
                {ModbusVerdict::Closes, "closes", ErrorCode::ModbusCloses},
                {ModbusVerdict::Exception, "exception", ErrorCode::ModbusException},
                {ModbusVerdict::NotSigenergy, "not-sigenergy", ErrorCode::NotSigenergy}};
    for (const auto &row : rows) {
        QCOMPARE(modbusVerdictName(row.verdict), QLatin1StringView(row.name));
        QCOMPARE(modbusVerdictError(row.verdict), row.error);
    }
}

QTEST_GUILESS_MAIN(TestIdentityRules)
#include "tst_identityrules.moc"
