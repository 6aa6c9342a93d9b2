#include "protocol/registertable.h"

#include "protocol/replyassembler.h"

#include <QSet>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Row
{
    const char *key;
    RegisterScope scope;
    int address, count;
    RegisterType type;
    int gain;
    const char *unit, *since;
};

constexpr auto plant = RegisterScope::Plant;
constexpr auto device = RegisterScope::Device;
constexpr auto U16 = RegisterType::U16;
constexpr auto S16 = RegisterType::S16;
constexpr auto U32 = RegisterType::U32;
constexpr auto S32 = RegisterType::S32;

/// The vendor document, V1.7 to V2.9.
const Row vendorRows[] = {
    {"systemTime", plant, 30000, 2, U32, 1, "s", "V1.7"},
    {"timeZone", plant, 30002, 1, S16, 1, "min", "V1.7"},
    {"emsWorkMode", plant, 30003, 1, U16, 1, "", "V1.7"},
    {"gridSensorConnected", plant, 30004, 1, U16, 1, "", "V1.7"},
    {"gridPower", plant, 30005, 2, S32, 1000, "kW", "V1.7"},
    {"onOffGrid", plant, 30009, 1, U16, 1, "", "V1.7"},
    {"maxActivePower", plant, 30010, 2, U32, 1000, "kW", "V1.7"},
    {"batterySoc", plant, 30014, 1, U16, 10, "%", "V1.7"},
    {"alarmsPcs1", plant, 30027, 1, U16, 1, "", "V1.7"},
    {"alarmsPcs2", plant, 30028, 1, U16, 1, "", "V1.7"},
    {"alarmsBattery", plant, 30029, 1, U16, 1, "", "V1.7"},
    {"alarmsGateway", plant, 30030, 1, U16, 1, "", "V1.7"},
    {"plantPower", plant, 30031, 2, S32, 1000, "kW", "V1.7"},
    {"pvPower", plant, 30035, 2, S32, 1000, "kW", "V1.7"},
    {"batteryPower", plant, 30037, 2, S32, 1000, "kW", "V1.7"},
    {"runningState", plant, 30051, 1, U16, 1, "", "V1.7"},
    {"ratedBatteryEnergy", plant, 30083, 2, U32, 100, "kWh", "V2.5"},
    {"batterySoh", plant, 30087, 1, U16, 10, "%", "V2.5"},
    {"loadToday", plant, 30092, 2, U32, 100, "kWh", "V2.6"},
    {"thirdPartyPower", plant, 30194, 2, S32, 1000, "kW", "V2.7"},
    {"pvToday", plant, 30272, 2, U32, 100, "kWh", "V2.9"},
    {"loadPower", plant, 30284, 2, S32, 1000, "kW", "V2.8"},
    {"model", device, 30500, 15, RegisterType::String, 1, "", "V1.7"},
    {"serial", device, 30515, 10, RegisterType::String, 1, "", "V1.7"},
    {"firmware", device, 30525, 15, RegisterType::String, 1, "", "V1.7"},
    {"deviceRatedPower", device, 30540, 2, U32, 1000, "kW", "V1.7"},
    {"deviceRatedBatteryEnergy", device, 30548, 2, U32, 100, "kWh", "V1.7"},
    {"deviceRunningState", device, 30578, 1, U16, 1, "", "V1.7"},
    {"deviceActivePower", device, 30587, 2, S32, 1000, "kW", "V1.7"},
    {"deviceBatterySoc", device, 30601, 1, U16, 10, "%", "V1.7"},
    {"devicePvPower", device, 31035, 2, S32, 1000, "kW", "V1.7"},
    {"dcCharger", device, 31501, 1, U16, 10, "A", "V1.7"},
    {"acCharger", device, 32000, 1, U16, 1, "", "V1.7"},
};

const RegisterDefinition &definition(const char *key)
{
    return *RegisterTable::builtIn().find(QString::fromLatin1(key));
}

RegisterDefinition definitionOf(RegisterType type, int count, int gain)
{
    RegisterDefinition definition;
    definition.key = u"test"_s;
    definition.address = 100;
    definition.count = count;
    definition.type = type;
    definition.gain = gain;
    return definition;
}

} // namespace

class RegisterTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsExactlyTheRegistersOfTheVendorDocument();
    void everyEntryIsDescribed();
    void definitionsOfAScopeAreOrderedByAddress();
    void nothingIsFoundUnderAnotherKey();
    void statesAndAlarmsHaveTheVendorsMeaning();
    void decodesNumbers_data();
    void decodesNumbers();
    void allOnesAreMinusOneUnlessTheNeighboursAreMissingToo_data();
    void allOnesAreMinusOneUnlessTheNeighboursAreMissingToo();
    void decodesTheVendorsExample();
    void decodesTexts_data();
    void decodesTexts();
    void saysNothingOutsideTheBlock_data();
    void saysNothingOutsideTheBlock();
    void namesAlarms();
    void refusesAWrongTable_data();
    void refusesAWrongTable();
    void acceptsTheSmallestTable();
};

void RegisterTableTest::holdsExactlyTheRegistersOfTheVendorDocument()
{
    const RegisterTable &table = RegisterTable::builtIn();
    QCOMPARE(&table, &RegisterTable::builtIn());
    QCOMPARE(table.definitions().size(), qsizetype(std::size(vendorRows)));
    for (const Row &row : vendorRows) {
        const RegisterDefinition *found = table.find(QString::fromLatin1(row.key));
        QVERIFY2(found, row.key);
        QVERIFY2(found->scope == row.scope, row.key);
        QCOMPARE(int(found->address), row.address);
        QCOMPARE(found->count, row.count);
        QVERIFY2(found->type == row.type, row.key);
        QCOMPARE(found->gain, row.gain);
        QCOMPARE(found->unit, QString::fromLatin1(row.unit));
        QCOMPARE(found->since, QString::fromLatin1(row.since));
    }
}

void RegisterTableTest::everyEntryIsDescribed()
{
    for (const RegisterDefinition &each : RegisterTable::builtIn().definitions()) {
        QVERIFY2(!each.title.isEmpty(), qPrintable(each.key));
        QVERIFY2(each.source == u"vendor document V2.9"_s, qPrintable(each.key));
        QVERIFY2(each.bits.isEmpty() || each.states.isEmpty(), qPrintable(each.key));
    }
}

void RegisterTableTest::definitionsOfAScopeAreOrderedByAddress()
{
    qsizetype all = 0;
    for (const RegisterScope scope : {plant, device}) {
        int next = 0;
        for (const RegisterDefinition &each : RegisterTable::builtIn().definitions(scope)) {
            QCOMPARE(each.scope, scope);
            QVERIFY2(each.address >= next, qPrintable(each.key)); // in order, and none overlaps another
            next = each.address + each.count;
            ++all;
        }
    }
    QCOMPARE(all, RegisterTable::builtIn().definitions().size());
}

void RegisterTableTest::nothingIsFoundUnderAnotherKey()
{
    for (const QString &key : {QString(), u"BatterySoc"_s, u"batterySoc "_s, u"30014"_s})
        QVERIFY(!RegisterTable::builtIn().find(key));
}

void RegisterTableTest::statesAndAlarmsHaveTheVendorsMeaning()
{
    const QMap<int, QString> running{{0, u"standby"_s},
                                     {1, u"running"_s},
                                     {2, u"fault"_s},
                                     {3, u"shutdown"_s},
                                     {7, u"environmental abnormality"_s}};
    QCOMPARE(definition("runningState").states, running);
    QCOMPARE(definition("deviceRunningState").states, running);
    QCOMPARE(definition("emsWorkMode").states.keys(), QList<int>({0, 1, 2, 5, 7, 9}));
    QCOMPARE(definition("emsWorkMode").states.value(7), u"remote EMS"_s);
    QCOMPARE(definition("gridSensorConnected").states.keys(), QList<int>({0, 1}));
    QCOMPARE(definition("onOffGrid").states.value(2), u"off grid (manual)"_s);
    QCOMPARE(definition("alarmsPcs1").bits.size(), 16);
    QCOMPARE(definition("alarmsPcs1").bits.value(9), u"grid outage"_s);
    QCOMPARE(definition("alarmsPcs1").bits.value(15), u"DC component"_s);
    QCOMPARE(definition("alarmsPcs2").bits.keys(), QList<int>({0, 1, 2, 3, 4, 5, 7, 8, 9}));
    QCOMPARE(definition("alarmsPcs2").bits.value(9), u"soft start"_s);
    QCOMPARE(definition("alarmsBattery").bits.size(), 7);
    QCOMPARE(definition("alarmsBattery").bits.value(6), u"thermal runaway"_s);
    QCOMPARE(definition("alarmsGateway").bits.size(), 8);
    QCOMPARE(definition("alarmsGateway").bits.value(7), u"grid phase loss"_s);
}

void RegisterTableTest::decodesNumbers_data()
{
    QTest::addColumn<RegisterType>("type");
    QTest::addColumn<int>("gain");
    QTest::addColumn<QList<quint16>>("words");
    QTest::addColumn<QVariant>("value"); // invalid: not available
    const auto row = [](const char *name, RegisterType type, int gain, const QList<quint16> &words,
                        const QVariant &value) { QTest::newRow(name) << type << gain << words << value; };
    const auto whole = [](qlonglong value) { return QVariant(value); };
    row("U16 zero", U16, 1, {0}, whole(0));
    row("U16 largest", U16, 1, {0xFFFE}, whole(65534));
    row("U16 not available", U16, 1, {0xFFFF}, {});
    row("U16 with gain", U16, 10, {836}, 83.6);
    row("U16 zero with gain", U16, 10, {0}, 0.0);
    row("S16 positive", S16, 1, {0x7FFF}, whole(32767));
    row("S16 negative", S16, 1, {0xFFC4}, whole(-60));
    row("S16 smallest", S16, 1, {0x8000}, whole(-32768));
    row("S16 minus one", S16, 1, {0xFFFF}, whole(-1));
    row("U32 high word first", U32, 1, {0x0001, 0x0002}, whole(65538));
    row("U32 largest", U32, 1, {0xFFFF, 0xFFFE}, whole(4294967294));
    row("U32 not available", U32, 1, {0xFFFF, 0xFFFF}, {});
    row("U32 low word alone full", U32, 1, {0x0000, 0xFFFF}, whole(65535));
    row("U32 high word alone full", U32, 1, {0xFFFF, 0x0000}, whole(4294901760));
    row("U32 with gain", U32, 100, {0, 1234}, 12.34);
    row("S32 positive", S32, 1000, {0x0000, 0x61A8}, 25.0);
    row("S32 negative", S32, 1000, {0xFFFF, 0xFC18}, -1.0);
    row("S32 minus one", S32, 1000, {0xFFFF, 0xFFFF}, -0.001);
    row("S32 largest", S32, 1000, {0x7FFF, 0xFFFF}, {});
    row("S32 smallest", S32, 1000, {0x8000, 0x0000}, {});
    row("S32 next to the largest", S32, 1000, {0x7FFF, 0xFFFE}, 2147483.646);
}

void RegisterTableTest::decodesNumbers()
{
    QFETCH(const RegisterType, type);
    QFETCH(const int, gain);
    QFETCH(const QList<quint16>, words);
    QFETCH(const QVariant, value);
    const RegisterDefinition wanted = definitionOf(type, int(words.size()), gain);
    const auto decoded = decodeRegister(wanted, {100, words});
    QCOMPARE(decoded.has_value(), value.isValid());
    if (decoded) {
        QCOMPARE(decoded->typeId(), value.typeId());
        QCOMPARE(*decoded, value);
    }
    // The same in the middle of a larger block.
    const auto inside = decodeRegister(wanted, {98, QList<quint16>{1, 2} + words + QList<quint16>{3}});
    QVERIFY(inside == decoded);
}

void RegisterTableTest::allOnesAreMinusOneUnlessTheNeighboursAreMissingToo_data()
{
    QTest::addColumn<QList<quint16>>("before");
    QTest::addColumn<QList<quint16>>("after");
    QTest::addColumn<bool>("missing");
    const QList<quint16> good{1};
    const QList<quint16> ones{0xFFFF};
    QTest::newRow("alone") << QList<quint16>() << QList<quint16>() << false;
    QTest::newRow("among good ones") << good << good << false;
    QTest::newRow("good before") << good << ones << false;
    QTest::newRow("good after") << ones << good << false;
    QTest::newRow("among missing ones") << ones << ones << true;
    QTest::newRow("good beyond the neighbours") << good + ones << ones + good << true;
    QTest::newRow("first of a block that is missing") << QList<quint16>() << ones << true;
    QTest::newRow("last of a block that is missing") << ones << QList<quint16>() << true;
    QTest::newRow("first of a good block") << QList<quint16>() << good << false;
    QTest::newRow("last of a good block") << good << QList<quint16>() << false;
}

void RegisterTableTest::allOnesAreMinusOneUnlessTheNeighboursAreMissingToo()
{
    QFETCH(const QList<quint16>, before);
    QFETCH(const QList<quint16>, after);
    QFETCH(const bool, missing);
    for (const char *key : {"gridPower", "batteryPower", "plantPower", "pvPower", "thirdPartyPower"}) {
        const RegisterDefinition power = definition(key);
        const auto value = decodeRegister(
            power, {quint16(power.address - before.size()), before + QList<quint16>{0xFFFF, 0xFFFF} + after});
        QCOMPARE(value, missing ? std::nullopt : std::optional(QVariant(-0.001)));
    }
    const RegisterDefinition zone = definition("timeZone");
    const auto value = decodeRegister(
        zone, {quint16(zone.address - before.size()), before + QList<quint16>{0xFFFF} + after});
    QCOMPARE(value, missing ? std::nullopt : std::optional(QVariant(-1LL)));
    const RegisterDefinition charge = definition("batterySoc"); // unsigned: never a value
    QVERIFY(!decodeRegister(
        charge, {quint16(charge.address - before.size()), before + QList<quint16>{0xFFFF} + after}));
}

void RegisterTableTest::decodesTheVendorsExample()
{
    ReplyAssembler assembler;
    assembler.expect({7, *UnitId::fromInt(1), ReadFunction::InputRegisters, {30540, 2}});
    const QList<ModbusReply> replies = assembler.feed(QByteArray::fromHex("000700000007010404000061A8"));
    QCOMPARE(replies.size(), 1);
    const auto value = decodeRegister(definition("deviceRatedPower"), {30540, replies.first().registers});
    QVERIFY(value);
    QCOMPARE(*value, QVariant(25.0));
}

void RegisterTableTest::decodesTexts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text"); // null: not available
    const auto row = [](const char *name, const QByteArray &bytes, const QString &text) {
        QTest::newRow(name) << bytes << text;
    };
    row("padded with NUL", QByteArray("SigenStor\0\0\0", 12), u"SigenStor"_s);
    row("even length, no padding", "Sigen PV", u"Sigen PV"_s);
    row("blanks around", "  PG Controller ", u"PG Controller"_s);
    row("rubbish after the NUL", QByteArray("AB\0C", 4), u"AB"_s);
    row("control characters are kept for whoever shows it", "A\x1b[2J_", u"A\x1b[2J_"_s);
    row("bytes beyond ASCII", "A\xC4", u"AÄ"_s);
    row("all NUL", QByteArray(8, '\0'), {});
    row("all 0xFFFF", QByteArray(8, '\xFF'), {});
    row("padded with 0xFF", "AB12\xFF\xFF\xFF\xFF"_ba, u"AB12"_s);
    row("padded with one 0xFF", "AB1234\x37\xFF"_ba, u"AB12347"_s);
    row("padded with blanks and 0xFF", "AB  \xFF\xFF\xFF\xFF"_ba, u"AB"_s);
    row("padded with NUL and blanks", "AB\0\0    "_ba, u"AB"_s);
    row("padded in front", "\xFF\0  AB12"_ba, u"AB12"_s);
    row("padding of every kind and nothing else", "\0 \xFF \0\0\xFF "_ba, {});
    row("all blank", QByteArray(8, ' '), {});
}

void RegisterTableTest::decodesTexts()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, text);
    QList<quint16> words;
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2)
        words.append(quint16(quint8(bytes.at(i)) << 8 | quint8(bytes.at(i + 1))));
    const auto decoded =
        decodeRegister(definitionOf(RegisterType::String, int(words.size()), 1), {100, words});
    QCOMPARE(decoded.has_value(), !text.isNull());
    if (decoded) {
        QCOMPARE(decoded->typeId(), int(QMetaType::QString));
        QCOMPARE(decoded->toString(), text);
    }
}

void RegisterTableTest::saysNothingOutsideTheBlock_data()
{
    QTest::addColumn<int>("address");
    QTest::addColumn<int>("words");
    QTest::addColumn<bool>("contained");
    QTest::newRow("exactly") << 100 << 2 << true;
    QTest::newRow("at the end") << 90 << 12 << true;
    QTest::newRow("half at the end") << 90 << 11 << false;
    QTest::newRow("half at the beginning") << 101 << 5 << false;
    QTest::newRow("before") << 90 << 10 << false;
    QTest::newRow("after") << 102 << 10 << false;
    QTest::newRow("empty block") << 100 << 0 << false;
}

void RegisterTableTest::saysNothingOutsideTheBlock()
{
    QFETCH(const int, address);
    QFETCH(const int, words);
    QFETCH(const bool, contained);
    const RegisterBlock block{quint16(address), QList<quint16>(words, 1)};
    const RegisterDefinition wanted = definitionOf(U32, 2, 1);
    QCOMPARE(block.contains(wanted), contained);
    QCOMPARE(decodeRegister(wanted, block).has_value(), contained);
    // A definition whose count does not fit its type is not decoded at all.
    QVERIFY(!decodeRegister(definitionOf(U32, 1, 1), block));
    QVERIFY(!decodeRegister(definitionOf(U32, 0, 1), block));
    QVERIFY(!decodeRegister(definitionOf(RegisterType::String, 0, 1), block));
}

void RegisterTableTest::namesAlarms()
{
    QCOMPARE(alarmTexts(definition("alarmsBattery"), 0), QStringList());
    QCOMPARE(alarmTexts(definition("alarmsBattery"), 0x0041),
             QStringList({u"software mismatch"_s, u"thermal runaway"_s}));
    QCOMPARE(alarmTexts(definition("alarmsPcs2"), 0x8041),
             QStringList({u"leakage current"_s, u"bit 6"_s, u"bit 15"_s}));
    QCOMPARE(alarmTexts(definition("alarmsPcs1"), 0xFFFF).size(), 16);
    QVERIFY(!alarmTexts(definition("alarmsPcs1"), 0xFFFF).contains(u"bit 0"_s));
}

void RegisterTableTest::refusesAWrongTable_data()
{
    QTest::addColumn<QByteArray>("original");
    QTest::addColumn<QByteArray>("replacement");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *original, const char *replacement,
                        const QString &reason) {
        QTest::newRow(name) << QByteArray(original) << QByteArray(replacement) << reason;
    };
    row("no JSON", "{", "", u"line 1: This is not JSON"_s);
    row("no registers", R"("registers")", R"("other")", u"line 1: The key \"registers\" is missing."_s);
    row("key of two words", R"("one")", R"("one two")",
        u"line 3: \"registers[0].key\" must be a camelCase word."_s);
    row("key in capitals", R"("one")", R"("One")",
        u"line 3: \"registers[0].key\" must be a camelCase word."_s);
    row("the same key twice", R"("two")", R"("one")",
        u"line 8: \"registers[1].key\" is another register's key too."_s);
    row("unknown scope", R"("plant")", R"("Plant")", u"line 3: \"registers[0].scope\" must be"_s);
    row("unknown type", R"("U16")", R"("F32")", u"line 4: \"registers[0].type\" must be one of"_s);
    row("count that does not fit", R"("count": 1)", R"("count": 2)",
        u"line 4: \"registers[0].count\" does not fit the type."_s);
    row("count zero", R"("count": 1)", R"("count": 0)",
        u"line 4: \"registers[0].count\" must be a whole number"_s);
    row("address too large", "30014", "65536", u"line 4: \"registers[0].address\" must be a whole number"_s);
    row("address as text", "30014", R"("30014")",
        u"line 4: \"registers[0].address\" must be a whole number"_s);
    row("string past the end", "30500", "65534",
        u"line 9: \"registers[1].address\" must be a whole number"_s);
    row("gain zero", R"("gain": 10)", R"("gain": 0)",
        u"line 4: \"registers[0].gain\" must be a whole number"_s);
    row("state that is no number", R"("7":)", R"("x":)", u"line 5: \"registers[0].states.x\" must be"_s);
    row("state spelled twice", R"("7":)", R"("07":)", u"line 5: \"registers[0].states.07\" must be"_s);
    row("state too large", R"("7":)", R"("65536":)", u"line 5: \"registers[0].states.65536\" must be"_s);
    row("state without a text", R"("seven")", "7", u"line 5: \"registers[0].states.7\" must be a text"_s);
    row("bit too large", R"("15":)", R"("16":)", u"line 5: \"registers[0].bits.16\" must be"_s);
    row("no source", R"("source": "s1")", R"("note": "")",
        u"line 2: The key \"registers[0].source\" is missing."_s);
    row("a register that is a number", R"("registers": [)", R"("registers": [7, )",
        u"line 1: \"registers[0]\" must be an object."_s);
}

static QByteArray smallTable()
{
    return R"({"registers": [
    {
        "key": "one", "title": "One", "scope": "plant", "source": "s1",
        "type": "U16", "count": 1, "address": 30014, "gain": 10, "unit": "", "since": "V1.7",
        "states": { "7": "seven" }, "bits": { "15": "fifteen" }
    },
    {
        "key": "two", "title": "Two", "scope": "device", "source": "s2",
        "type": "String", "count": 15, "address": 30500, "gain": 1, "unit": "", "since": "V1.7"
    }
]})";
}

void RegisterTableTest::refusesAWrongTable()
{
    QFETCH(const QByteArray, original);
    QFETCH(const QByteArray, replacement);
    QFETCH(const QString, reason);
    QByteArray json = smallTable();
    const qsizetype at = json.indexOf(original);
    QVERIFY(at >= 0);
    json.replace(at, original.size(), replacement);
    QString said;
    QVERIFY(!RegisterTable::parse(json, &said));
    QCOMPARE(said.left(reason.size()), reason);
}

void RegisterTableTest::acceptsTheSmallestTable()
{
    QString reason;
    const auto table = RegisterTable::parse(smallTable(), &reason);
    QVERIFY2(table, qPrintable(reason));
    QCOMPARE(table->definitions().size(), 2);
    QCOMPARE(table->find(u"one"_s)->states.value(7), u"seven"_s);
    QCOMPARE(table->find(u"two"_s)->scope, device);
}

QTEST_GUILESS_MAIN(RegisterTableTest)
#include "tst_registertable.moc"
