#include "simulator/modbuswire.h"

#include <QTest>

using namespace Sigen;

namespace {

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

/// 25.000 kW at 30540, as in the vendor document's example.
RegisterImage ratedPower()
{
    RegisterDefinition definition;
    definition.address = 30540;
    definition.count = 2;
    definition.type = RegisterType::U32;
    definition.gain = 1000;
    RegisterImage image;
    putNumber(image, definition, 25.0);
    return image;
}

} // namespace

class TestModbusWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vendorVectorIsAnswered();
    void vendorExceptionVectorIsBuilt();
    void negativeNumbersAreTwosComplementHighWordFirst();
    void textIsPaddedAndCut();
    void missingRegistersInABlockAreAllOnes();
    void requestsAreRefusedAsRealOnesAre_data();
    void requestsAreRefusedAsRealOnesAre();
    void framesAreTakenOneByOne();
    void unfinishedFrameWaits();
    void otherProtocolsAreBroken_data();
    void otherProtocolsAreBroken();
    void faultsChangeExactlyTheirBytes_data();
    void faultsChangeExactlyTheirBytes();
    void staleReplyComesInFront();
};

void TestModbusWire::vendorVectorIsAnswered()
{
    QCOMPARE(readReplyPdu(ratedPower(), hex("04774C0002")).toHex(), QByteArray("0404000061a8"));
    QCOMPARE(readReplyPdu(ratedPower(), hex("03774C0002")).toHex(), QByteArray("0304000061a8"));
}

void TestModbusWire::vendorExceptionVectorIsBuilt()
{
    QCOMPARE(exceptionPdu(4, 4).toHex(), QByteArray("8404"));
}

void TestModbusWire::negativeNumbersAreTwosComplementHighWordFirst()
{
    RegisterDefinition definition;
    definition.address = 30037;
    definition.count = 2;
    definition.type = RegisterType::S32;
    definition.gain = 1000;
    RegisterImage image;
    putNumber(image, definition, -1.5);
    QCOMPARE(image.value(30037), quint16(0xFFFF));
    QCOMPARE(image.value(30038), quint16(0xFA24));
}

void TestModbusWire::textIsPaddedAndCut()
{
    RegisterImage image;
    putText(image, 100, 3, "ABC");
    QCOMPARE(image.value(100), quint16(0x4142));
    QCOMPARE(image.value(101), quint16(0x4300));
    QCOMPARE(image.value(102), quint16(0));
    putText(image, 100, 1, "XYZ");
    QCOMPARE(image.value(100), quint16(0x5859));
    QCOMPARE(image.value(101), quint16(0x4300));
}

void TestModbusWire::missingRegistersInABlockAreAllOnes()
{
    QCOMPARE(readReplyPdu(ratedPower(), hex("04774B0004")).toHex(), QByteArray("0408ffff000061a8ffff"));
}

void TestModbusWire::requestsAreRefusedAsRealOnesAre_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("reply");
    QTest::newRow("write single register") << hex("06774C0001") << hex("8601");
    QTest::newRow("write multiple registers") << hex("10774C0001020000") << hex("9001");
    QTest::newRow("coils") << hex("01774C0001") << hex("8101");
    QTest::newRow("no register") << hex("0400010002") << hex("8402");
    QTest::newRow("past the end") << hex("04FFFF0002") << hex("8402");
    QTest::newRow("count 0") << hex("04774C0000") << hex("8403");
    QTest::newRow("count 125") << hex("04774C007D") << hex("8403");
    QTest::newRow("too short") << hex("04774C") << hex("8403");
    QTest::newRow("too long") << hex("04774C000200") << hex("8403");
}

void TestModbusWire::requestsAreRefusedAsRealOnesAre()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QByteArray, reply);
    QCOMPARE(readReplyPdu(ratedPower(), request).toHex(), reply.toHex());
}

void TestModbusWire::framesAreTakenOneByOne()
{
    QByteArray buffer = hex("000100000006F704774C0002"
                            "000200000006010477350001");
    const TakenAdu first = takeAdu(buffer);
    QVERIFY(first.adu);
    QCOMPARE(*first.adu, (ModbusAdu{1, 0, 247, hex("04774C0002")}));
    const TakenAdu second = takeAdu(buffer);
    QVERIFY(second.adu);
    QCOMPARE(*second.adu, (ModbusAdu{2, 0, 1, hex("0477350001")}));
    QVERIFY(buffer.isEmpty());
    QVERIFY(!takeAdu(buffer).adu);
}

void TestModbusWire::unfinishedFrameWaits()
{
    const QByteArray whole = hex("000100000006F704774C0002");
    for (qsizetype size = 0; size < whole.size(); ++size) {
        QByteArray buffer = whole.first(size);
        const TakenAdu taken = takeAdu(buffer);
        QVERIFY(!taken.adu);
        QVERIFY(!taken.broken);
        QCOMPARE(buffer.size(), size);
    }
}

void TestModbusWire::otherProtocolsAreBroken_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("HTTP") << QByteArray("GET / HTTP/1.1\r\n");
    QTest::newRow("protocol id") << hex("000100010006F704774C0002");
    QTest::newRow("length 0") << hex("000100000000F704774C0002");
    QTest::newRow("length 1") << hex("000100000001F704774C0002");
    QTest::newRow("length 255") << hex("0001000000FFF704774C0002");
}

void TestModbusWire::otherProtocolsAreBroken()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(takeAdu(bytes).broken);
}

void TestModbusWire::faultsChangeExactlyTheirBytes_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QByteArray>("bytes");
    // The honest reply is 0102 0000 0007 F7 04 04 000061A8.
    QTest::newRow("transaction") << Fault::ModbusWrongTransaction << hex("04EA00000007F70404000061A8");
    QTest::newRow("protocol") << Fault::ModbusWrongProtocol << hex("010200010007F70404000061A8");
    QTest::newRow("unit") << Fault::ModbusWrongUnit << hex("010200000007020404000061A8");
    QTest::newRow("function") << Fault::ModbusWrongFunction << hex("010200000007F70304000061A8");
    QTest::newRow("byte count") << Fault::ModbusWrongByteCount << hex("010200000007F70406000061A8");
    QTest::newRow("length") << Fault::ModbusZeroLength << hex("010200000000F70404000061A8");
    QTest::newRow("half") << Fault::ModbusHalfFrame << hex("010200000007");
    QTest::newRow("exception 01") << Fault::ModbusHoldingOnly << hex("010200000003F78401");
    QTest::newRow("exception 02") << Fault::ModbusException02 << hex("010200000003F78402");
    QTest::newRow("exception 04") << Fault::ModbusException04 << hex("010200000003F78404");
    QTest::newRow("exception 0B") << Fault::ModbusException0B << hex("010200000003F7840B");
    QTest::newRow("silent") << Fault::ModbusSilent << QByteArray();
    QTest::newRow("of another face") << Fault::ReadClose << hex("010200000007F70404000061A8");
}

void TestModbusWire::faultsChangeExactlyTheirBytes()
{
    QFETCH(const Fault, fault);
    QFETCH(const QByteArray, bytes);
    const ModbusAdu request{0x0102, 0, 247, hex("04774C0002")};
    QCOMPARE(replyBytes({fault}, request, readReplyPdu(ratedPower(), request.pdu)).toHex(), bytes.toHex());
}

void TestModbusWire::staleReplyComesInFront()
{
    const ModbusAdu request{0, 0, 247, hex("04774C0002")};
    QByteArray bytes =
        replyBytes({Fault::ModbusStaleFirst}, request, readReplyPdu(ratedPower(), request.pdu));
    const TakenAdu stale = takeAdu(bytes);
    QVERIFY(stale.adu);
    QCOMPARE(stale.adu->transaction, quint16(0xFFFF));
    QCOMPARE(stale.adu->pdu.size(), qsizetype(6));
    const TakenAdu right = takeAdu(bytes);
    QVERIFY(right.adu);
    QCOMPARE(right.adu->transaction, quint16(0));
    QCOMPARE(right.adu->pdu.toHex(), QByteArray("0404000061a8"));
    QVERIFY(bytes.isEmpty());
}

QTEST_GUILESS_MAIN(TestModbusWire)
#include "tst_modbuswire.moc"
