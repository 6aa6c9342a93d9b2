#include "protocol/modbusframe.h"

#include <QTest>

using namespace Sigen;

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

QTEST_GUILESS_MAIN(ModbusFrameTest)
#include "tst_modbusframe.moc"
