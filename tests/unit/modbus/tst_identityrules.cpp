#include "modbus/identityrules.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class TestIdentityRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlantIsPlausible();
    void whatAPlantCannotSayIsNamed_data();
    void whatAPlantCannotSayIsNamed();
    void onlyTheVendorsModelNamesSettleIt_data();
    void onlyTheVendorsModelNamesSettleIt();
    void exceptionsOneToThreeDenyTheQuestion();
    void aDeviceBlockGivesItsTexts();
    void verdictsHaveTheirContractNamesAndErrors();
};

/// 2025-11-22, UTC+1, sensor connected, on grid, 83.6 %.
static const QList<quint16> goodHead{0x6921, 0x5B80, 60, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 836};

void TestIdentityRules::aPlantIsPlausible()
{
    for (const int state : {0, 1, 2, 3, 7})
        QCOMPARE(IdentityRules::implausibility(goodHead, quint16(state)), QString());
    QList<quint16> withoutBattery = goodHead;
    withoutBattery[14] = 0xFFFF;
    QCOMPARE(IdentityRules::implausibility(withoutBattery, 1), QString());
    QList<quint16> western = goodHead;
    western[2] = quint16(-720);
    QCOMPARE(IdentityRules::implausibility(western, 1), QString());
}

void TestIdentityRules::whatAPlantCannotSayIsNamed_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("word");
    QTest::addColumn<int>("runningState");
    QTest::addColumn<QString>("names");
    QTest::newRow("clock before 2022") << 0 << 0x61CE << 1 << u"30000"_s;
    QTest::newRow("clock never set") << 0 << 0 << 1 << u"30000"_s;
    QTest::newRow("clock after 2100") << 0 << 0xF487 << 1 << u"30000"_s;
    QTest::newRow("Huawei's model text") << 0 << 0x5355 << 1 << u"30000"_s;
    QTest::newRow("zone too far west") << 2 << 0x10000 - 721 << 1 << u"30002"_s;
    QTest::newRow("zone too far east") << 2 << 841 << 1 << u"30002"_s;
    QTest::newRow("sensor") << 4 << 2 << 1 << u"30004"_s;
    QTest::newRow("grid state") << 9 << 3 << 1 << u"30009"_s;
    QTest::newRow("state of charge") << 14 << 1001 << 1 << u"30014"_s;
    QTest::newRow("running state 4") << 2 << 60 << 4 << u"30051"_s;
    QTest::newRow("running state not available") << 2 << 60 << 0xFFFF << u"30051"_s;
}

void TestIdentityRules::whatAPlantCannotSayIsNamed()
{
    QFETCH(int, index);
    QFETCH(int, word);
    QFETCH(int, runningState);
    QFETCH(QString, names);
    QList<quint16> head = goodHead;
    head[index] = quint16(word);
    const QString reason = IdentityRules::implausibility(head, quint16(runningState));
    QVERIFY2(reason.startsWith(names), qPrintable(reason));
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
