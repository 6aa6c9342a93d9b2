#include "modbus/plantreader.h"
#include "scriptedserver.h"
#include "support/loopback.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

using Request = ScriptedServer::Request;

class TestPlantRead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsThePlantInFourReads();
    void readsADevice();
    void whatTheFirmwareLacksIsAbsent();
    void wordsThatAreNotAvailableAreAbsent();
    void gridPowerWithoutASensorIsAbsent();
    void holdingRegistersServeWhereInputRegistersDoNot();
    void aPlantThatRefusesEverythingIsAnException_data();
    void aPlantThatRefusesEverythingIsAnException();
    void minusOneIsAValueAmongGoodOnes();
    void anotherExceptionToEverythingIsTheHosts_data();
    void anotherExceptionToEverythingIsTheHosts();
    void silenceIsNotToldWhereSomethingAnswered();
    void oneOptionalBlockCostsItsOwnValuesOnly_data();
    void oneOptionalBlockCostsItsOwnValuesOnly();
    void oneRegisterThatFailsCostsNoOther();
    void silenceIsTheHostsAndSoonKnown();
    void theConnectionIsClosedBeforeFinished();
};

static Timeouts quick()
{
    Timeouts timeouts = Timeouts::all(600ms);
    timeouts.pacing.modbusPause = 50ms;
    return timeouts;
}

static std::unique_ptr<PlantRead> polled(const ScriptedServer &server, UnitId unit = UnitId::plant())
{
    auto read = std::make_unique<PlantRead>(server.connectedConnection(), unit, quick());
    QSignalSpy finished(read.get(), &Operation::finished);
    read->start();
    if (!finished.wait(20000) || finished.count() != 1)
        qFatal("the poll does not finish");
    return read;
}

static QVariant valueAt(const PlantRead &read, int address)
{
    for (const RegisterValue &entry : read.values()) {
        if (entry.definition.address == address)
            return entry.value;
    }
    return {};
}

static bool isInOrder(const PlantRead &read)
{
    const auto before = [](const RegisterValue &a, const RegisterValue &b) {
        return a.definition.address < b.definition.address;
    };
    return std::is_sorted(read.values().cbegin(), read.values().cend(), before);
}

/// A plant with all that vendor document V2.9 knows.
static RegisterBank newestPlant()
{
    RegisterBank bank = plantBank();
    bank.set(247, 30083, {0, 1008}); // 10.08 kWh
    bank.set(247, 30194, {0xFFFF, 0xFF38}); // -0.2 kW
    bank.set(247, 30272, {0, 1234});
    bank.set(247, 30284, {0, 2500});
    bank.fill(247, 30052, 30300, 0);
    return bank;
}

void TestPlantRead::readsThePlantInFourReads()
{
    ScriptedServer server(newestPlant().handler());
    const auto read = polled(server);
    QCOMPARE(read->error(), Error());
    QCOMPARE(read->values().size(), RegisterTable::builtIn().definitions(RegisterScope::Plant).size());
    QVERIFY(isInOrder(*read));
    QCOMPARE(valueAt(*read, 30014).toDouble(), 83.6);
    QCOMPARE(valueAt(*read, 30005).toDouble(), -1.234);
    QCOMPARE(valueAt(*read, 30083).toDouble(), 10.08);
    QCOMPARE(valueAt(*read, 30194).toDouble(), -0.2);
    QCOMPARE(valueAt(*read, 30051).toLongLong(), 1);
    QCOMPARE(
        server.questions(),
        QStringList({u"247/4/30000/52"_s, u"247/4/30083/11"_s, u"247/4/30194/2"_s, u"247/4/30272/14"_s}));
    QVERIFY(read->unanswered().isEmpty());
    QVERIFY(!read->usedHoldingRegisters());
    QVERIFY(read->elapsed() < 1000ms);
}

void TestPlantRead::readsADevice()
{
    RegisterBank bank;
    addInverter(bank, 1);
    bank.set(1, 30540, {0, 0x61A8 / 5});
    bank.fill(1, 30500, 30620, 0);
    bank.set(1, 31035, {0, 4321});
    ScriptedServer server(bank.handler());
    const auto read = polled(server, *UnitId::fromInt(1));
    QCOMPARE(read->error(), Error());
    QCOMPARE(valueAt(*read, 30500).toString(), u"SigenStor EC 5.0 SP"_s);
    QCOMPARE(valueAt(*read, 30540).toDouble(), 5.0);
    QCOMPARE(valueAt(*read, 31035).toDouble(), 4.321);
    QVERIFY(!valueAt(*read, 31501).isValid()); // no DC charger
    for (const Request &request : server.requests())
        QCOMPARE(request.unit(), 1);
}

void TestPlantRead::whatTheFirmwareLacksIsAbsent()
{
    ScriptedServer server(plantBank().handler()); // V1.7: refuses what lies beyond 30052
    const auto read = polled(server);
    QCOMPARE(read->error(), Error());
    QList<RegisterDefinition> expected = RegisterTable::builtIn().definitions(RegisterScope::Plant);
    expected.removeIf([](const RegisterDefinition &definition) { return definition.since != u"V1.7"_s; });
    QCOMPARE(read->values().size(), expected.size());
    for (qsizetype i = 0; i < expected.size(); ++i)
        QCOMPARE(read->values().at(i).definition.key, expected.at(i).key);

    RegisterBank withHole = newestPlant();
    withHole.units[247].remove(30037);
    ScriptedServer other(withHole.handler());
    const auto second = polled(other);
    QCOMPARE(second->error(), Error());
    QVERIFY(!valueAt(*second, 30037).isValid());
    QVERIFY(isInOrder(*second));
    QCOMPARE(second->values().size(), RegisterTable::builtIn().definitions(RegisterScope::Plant).size() - 1);
}

void TestPlantRead::wordsThatAreNotAvailableAreAbsent()
{
    RegisterBank bank = newestPlant();
    bank.set(247, 30014, {0xFFFF});
    bank.set(247, 30083, {0xFFFF, 0xFFFF});
    ScriptedServer server(bank.handler());
    const auto read = polled(server);
    QVERIFY(!valueAt(*read, 30014).isValid());
    QVERIFY(!valueAt(*read, 30083).isValid());
    QVERIFY(valueAt(*read, 30272).isValid());
}

void TestPlantRead::gridPowerWithoutASensorIsAbsent()
{
    RegisterBank bank = newestPlant();
    bank.set(247, 30004, {0});
    ScriptedServer server(bank.handler());
    const auto read = polled(server);
    QCOMPARE(valueAt(*read, 30004).toLongLong(), 0);
    QVERIFY(valueAt(*read, 30004).isValid());
    QVERIFY(!valueAt(*read, 30005).isValid());
}

void TestPlantRead::holdingRegistersServeWhereInputRegistersDoNot()
{
    RegisterBank bank = newestPlant();
    bank.holdingOnly = true;
    ScriptedServer server(bank.handler());
    const auto read = polled(server);
    QCOMPARE(read->error(), Error());
    QVERIFY(read->usedHoldingRegisters());
    QCOMPARE(server.requests().size(), 5); // function 04 is tried once only
}

void TestPlantRead::aPlantThatRefusesEverythingIsAnException_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {1, 2, 3})
        QTest::addRow("exception %02d", code) << code;
}

void TestPlantRead::aPlantThatRefusesEverythingIsAnException()
{
    QFETCH(int, code);
    RegisterBank bank;
    bank.defaultException = code;
    ScriptedServer server(bank.handler());
    const auto read = polled(server);
    QCOMPARE(read->error().code, ErrorCode::ModbusException);
    QVERIFY(read->values().isEmpty());
}

void TestPlantRead::minusOneIsAValueAmongGoodOnes()
{
    RegisterBank bank = newestPlant();
    for (const int address : {30005, 30031, 30035, 30037, 30194, 30284})
        bank.set(247, address, {0xFFFF, 0xFFFF});
    ScriptedServer server(bank.handler());
    const auto read = polled(server);
    for (const int address : {30005, 30031, 30035, 30037, 30194, 30284})
        QCOMPARE(valueAt(*read, address), QVariant(-0.001));

    // Firmware that answers what it lacks with ones.
    RegisterBank old = plantBank();
    old.fill(247, 30052, 30300, 0xFFFF);
    ScriptedServer other(old.handler());
    const auto second = polled(other);
    QVERIFY(!valueAt(*second, 30284).isValid());
    QCOMPARE(valueAt(*second, 30005).toDouble(), -1.234);
}

void TestPlantRead::anotherExceptionToEverythingIsTheHosts_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<ErrorCode>("error");
    QTest::newRow("04") << 4 << ErrorCode::ModbusException;
    QTest::newRow("06") << 6 << ErrorCode::ModbusBusy;
    QTest::newRow("0a") << 0x0A << ErrorCode::ModbusException;
    QTest::newRow("0b") << 0x0B << ErrorCode::ModbusException;
}

void TestPlantRead::anotherExceptionToEverythingIsTheHosts()
{
    QFETCH(int, code);
    QFETCH(ErrorCode, error);
    RegisterBank bank;
    bank.defaultException = code;
    ScriptedServer server(bank.handler());
    const auto read = polled(server);
    QCOMPARE(read->error().code, error);
    QVERIFY(read->error().detail.contains(u"exception %1"_s.arg(code, 2, 16, QChar(u'0'))));
    QVERIFY(read->values().isEmpty());
    QVERIFY2(server.requests().size() <= 8, qPrintable(QString::number(server.requests().size())));
}

void TestPlantRead::silenceIsNotToldWhereSomethingAnswered()
{
    ScriptedServer server;
    const auto isFirstBlock = [&server](const Request &request) {
        return request.address() == server.requests().constFirst().address();
    };
    server.onRequest = [&](QTcpSocket &peer, const Request &request) {
        if (!isFirstBlock(request))
            peer.write(exceptionTo(request, 2));
    };
    const auto read = polled(server);
    QCOMPARE(read->error().code, ErrorCode::ModbusException);
    QVERIFY(read->values().isEmpty());
}

void TestPlantRead::oneOptionalBlockCostsItsOwnValuesOnly_data()
{
    QTest::addColumn<int>("code"); // 0: silence, -1: the connection is closed
    for (const int code : {4, 6, 0x0A, 0x0B})
        QTest::addRow("exception %02x", code) << code;
    QTest::newRow("silence") << 0;
    QTest::newRow("close") << -1;
}

void TestPlantRead::oneOptionalBlockCostsItsOwnValuesOnly()
{
    QFETCH(int, code);
    const RegisterBank bank = newestPlant();
    ScriptedServer server([&bank, code](QTcpSocket &peer, const Request &request) {
        if (request.address() > 30194 || request.address() + request.count() <= 30194)
            peer.write(bank.answer(request));
        else if (code > 0)
            peer.write(exceptionTo(request, quint8(code)));
        else if (code < 0)
            peer.disconnectFromHost();
    });
    const auto read = polled(server);
    QCOMPARE(read->error(), Error());
    QCOMPARE(valueAt(*read, 30014).toDouble(), 83.6);
    QCOMPARE(valueAt(*read, 30083).toDouble(), 10.08);
    QVERIFY(!valueAt(*read, 30194).isValid());
    QCOMPARE(valueAt(*read, 30284).isValid(), code >= 0);
    QCOMPARE(read->unanswered().size(), code >= 0 ? 1 : 3);
    QCOMPARE(read->unanswered().first().address, quint16(30194));
}

void TestPlantRead::oneRegisterThatFailsCostsNoOther()
{
    const RegisterBank bank = newestPlant();
    ScriptedServer server([&bank](QTcpSocket &peer, const Request &request) {
        const bool touches = request.address() <= 30037 && request.address() + request.count() > 30037;
        peer.write(touches ? exceptionTo(request, 4) : bank.answer(request));
    });
    const auto read = polled(server);
    QCOMPARE(read->error(), Error());
    QCOMPARE(read->values().size(), RegisterTable::builtIn().definitions(RegisterScope::Plant).size() - 1);
    QVERIFY(!valueAt(*read, 30037).isValid());
    QCOMPARE(read->unanswered().size(), 1);
}

void TestPlantRead::silenceIsTheHostsAndSoonKnown()
{
    ScriptedServer server;
    const auto read = polled(server);
    QCOMPARE(read->error().code, ErrorCode::ModbusSilent);
    QVERIFY(read->values().isEmpty());
    QCOMPARE(server.requests().size(), 3);
    QVERIFY(read->error().detail.contains(u"register 30000"_s));
}

void TestPlantRead::theConnectionIsClosedBeforeFinished()
{
    ScriptedServer server(newestPlant().handler());
    const auto first = polled(server);
    QTRY_COMPARE(server.openConnections(), 0);
    const int before = openDescriptors();
    const auto second = polled(server);
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(openDescriptors(), before);
    QCOMPARE(second->staleReplies(), 0);
}

QTEST_GUILESS_MAIN(TestPlantRead)
#include "tst_plantread.moc"
