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
    void readsThePlantInThreeReads();
    void readsADevice();
    void whatTheFirmwareLacksIsAbsent();
    void wordsThatAreNotAvailableAreAbsent();
    void gridPowerWithoutASensorIsAbsent();
    void holdingRegistersServeWhereInputRegistersDoNot();
    void aPlantThatRefusesEverythingIsAnException_data();
    void aPlantThatRefusesEverythingIsAnException();
    void anotherExceptionEndsThePoll();
    void silenceEndsThePollAndKeepsWhatWasRead();
    void theConnectionIsClosedBeforeFinished();
};

static Timeouts quick()
{
    return Timeouts::all(400ms);
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

void TestPlantRead::readsThePlantInThreeReads()
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
    QCOMPARE(server.requests().size(), 3);
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
    bank.set(247, 30284, {0xFFFF, 0xFFFF});
    ScriptedServer server(bank.handler());
    const auto read = polled(server);
    QVERIFY(!valueAt(*read, 30014).isValid());
    QVERIFY(!valueAt(*read, 30284).isValid());
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
    QCOMPARE(server.requests().size(), 4); // function 04 is tried once only
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

void TestPlantRead::anotherExceptionEndsThePoll()
{
    RegisterBank bank;
    bank.defaultException = 4;
    ScriptedServer server(bank.handler());
    const auto read = polled(server);
    QCOMPARE(read->error().code, ErrorCode::ModbusException);
    QVERIFY(read->error().detail.contains(u"exception 04"_s));
    QCOMPARE(server.requests().size(), 1);
}

void TestPlantRead::silenceEndsThePollAndKeepsWhatWasRead()
{
    const RegisterBank bank = newestPlant();
    ScriptedServer server([&bank](QTcpSocket &peer, const Request &request) {
        if (request.address() == 30000)
            peer.write(bank.answer(request));
    });
    const auto read = polled(server);
    QCOMPARE(read->error().code, ErrorCode::ModbusSilent);
    QCOMPARE(valueAt(*read, 30014).toDouble(), 83.6);
    QVERIFY(!valueAt(*read, 30284).isValid());
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
