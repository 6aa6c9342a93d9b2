#include "settings/gatewayfile.h"
#include "settings/savedgateway.h"

#include <QTest>
#include <QTimeZone>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class GatewayFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBack()
    {
        Gateway full = entryAt(u"fe80::1%eth0"_s);
        full.name = u"Dach \"Süd\" <b>"_s;
        full.serial = u"110A1234567890"_s;
        full.modbusSerial = u"120B1"_s;
        full.places.first().name = u"gateway.fritz.box"_s;
        full.places.first().mac = u"0c:47:a9:91:22:33"_s;
        full.places.first().modbus.port = 1502;
        full.way = {8443, u"/ws"_s, u"early-draft"_s, true, QString(64, u'a'), u"admin"_s};
        full.lastSeen = QDateTime(QDate(2026, 11, 22), QTime(7, 0), QTimeZone::utc());
        full.before = SettingEvidence{true, quint16(1502), u"SPC115"_s, full.lastSeen.addSecs(60)};
        const QList<Gateway> gateways{full, entryAt(u"gateway"_s)};
        const auto read = parseGatewayFile(gatewayFile(gateways));
        QVERIFY(std::holds_alternative<QList<Gateway>>(read));
        QCOMPARE(std::get<QList<Gateway>>(read), gateways);
    }

    void aProfileThatIsNotBuiltInIsToBeChosen()
    {
        // On Windows a share would be told who opens it.
        for (const QByteArray &named : {QByteArray("\\\\\\\\server\\\\share\\\\p.json"), QByteArray("/tmp/p.json"),
                                        QByteArray("p.json"), QByteArray("DOCUMENTED")}) {
            const QByteArray json =
                QByteArray(R"({"format": "sigen-modbus-gateways", "version": 1, "gateways": [
                {"address": "gateway", "profile": "PROFILE"}]})")
                    .replace("PROFILE", named);
            const auto read = parseGatewayFile(json);
            QVERIFY(std::holds_alternative<QList<Gateway>>(read));
            const Gateway gateway = std::get<QList<Gateway>>(read).first();
            QVERIFY(gateway.way.profile.startsWith(profileToChoose));
            QVERIFY(
                gatewayFile({gateway}).contains(QByteArray("\"profile\": \"" + named + '"'))); // as it came

            // Who has chosen that very file before is not asked once more.
            Gateway known = gateway;
            known.way.profile = gateway.way.profile.sliced(profileToChoose.size());
            QCOMPARE(merged(known, gateway).way.profile, known.way.profile);
            known.way.profile = u"other.json"_s;
            QCOMPARE(merged(known, gateway).way.profile, gateway.way.profile);
        }
    }

    void nothingSecretHasAPlace()
    {
        const auto read = parseGatewayFile(R"({"format": "sigen-modbus-gateways", "version": 1, "gateways": [
            {"address": "gateway", "password": "correct horse", "token": "hunter22"}]})");
        QVERIFY(std::holds_alternative<QList<Gateway>>(read));
        const QByteArray written = gatewayFile(std::get<QList<Gateway>>(read));
        QVERIFY(!written.contains("horse"));
        QVERIFY(!written.contains("hunter22"));
    }

    void aWrongFileIsRefusedWithLineAndReason_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("reason");
        const auto entry = [](const QByteArray &field) -> QByteArray {
            return "{\"format\": \"sigen-modbus-gateways\", \"version\": 1, \"gateways\": [\n{\"address\": "
                   "\"a\"},\n"
                   "{\"address\": \"b\",\n"
                + field + "}]}";
        };
        QTest::newRow("no JSON") << QByteArray("{\n\"format\": oops}") << 2 << u"This is not JSON"_s;
        QTest::newRow("an array") << QByteArray("[]") << 1 << u"must be a JSON object"_s;
        QTest::newRow("another kind of file")
            << QByteArray("{\"format\": \"x\"}") << 1 << u"another kind of file"_s;
        QTest::newRow("no version") << QByteArray("{\n\"format\": \"sigen-modbus-gateways\"}") << 1
                                    << u"\"version\" is missing"_s;
        QTest::newRow("a later version")
            << QByteArray("{\"format\": \"sigen-modbus-gateways\",\n\"version\": 2, \"gateways\": []}") << 2
            << u"later version"_s;
        QTest::newRow("no gateway") << QByteArray(
            "{\"format\": \"sigen-modbus-gateways\", \"version\": 1,\n\"gateways\": []}")
                                    << 2 << u"1 to 1000 entries"_s;
        QTest::newRow("too long") << QByteArray(maximumGatewayFileSize + 1, ' ') << 1 << u"is longer than"_s;
        QTest::newRow("no address") << QByteArray(
            "{\"format\": \"sigen-modbus-gateways\", \"version\": 1, \"gateways\": [\n{\"name\": \"x\"}]}")
                                    << 2 << u"gateways[0].address"_s;
        QTest::newRow("an address with white space")
            << entry("\"name\": \"\"}, {\n\"address\": \"a b\"") << 5 << u"gateways[2].address"_s;
        QTest::newRow("a number for a name") << entry("\"name\": 7") << 4 << u"gateways[1].name"_s;
        QTest::newRow("a control character")
            << entry("\"serial\": \"a\\u001b\"") << 4 << u"control characters"_s;
        QTest::newRow("a MAC in capitals")
            << entry("\"mac\": \"0C:47:A9:91:22:33\"") << 4 << u"MAC address"_s;
        QTest::newRow("port 0") << entry("\"webSocketPort\": 0") << 4 << u"from 1 to 65535"_s;
        QTest::newRow("port 65536") << entry("\"lastKnownModbusPort\": 65536") << 4 << u"from 1 to 65535"_s;
        QTest::newRow("a path without a slash") << entry("\"path\": \"ws\"") << 4 << u"must begin with"_s;
        QTest::newRow("http") << entry("\"scheme\": \"http\"") << 4 << u"\"ws\" or \"wss\""_s;
        QTest::newRow("half a fingerprint")
            << entry("\"fingerprint\": \"abcd\"") << 4 << u"64 hexadecimal digits"_s;
        QTest::newRow("no time") << entry("\"lastSeen\": \"yesterday\"") << 4 << u"must be a time"_s;
        QTest::newRow("no such state") << entry("\"lastKnownState\": \"maybe\"") << 4 << u"must be \"on\""_s;
        QTest::newRow("a state without its time")
            << entry("\"lastKnownState\": \"on\"") << 3 << u"lastKnownStateAt"_s;
        QTest::newRow("an address twice") << entry("\"address\": \"c\"") << 4 << u"occurs twice"_s;
    }

    void aWrongFileIsRefusedWithLineAndReason()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, reason);
        const auto read = parseGatewayFile(json);
        QVERIFY(std::holds_alternative<GatewayFileError>(read));
        const auto error = std::get<GatewayFileError>(read);
        QVERIFY2(error.reason.contains(reason), qPrintable(error.reason));
        QTEST(error.line, "line");
    }

    void aNewFieldOfALaterProgramIsIgnored()
    {
        const auto read = parseGatewayFile(R"({"format": "sigen-modbus-gateways", "version": 1, "more": [],
            "gateways": [{"address": "gateway", "colour": 7}]})");
        QVERIFY(std::holds_alternative<QList<Gateway>>(read));
        QCOMPARE(std::get<QList<Gateway>>(read).size(), 1);
    }
};

QTEST_APPLESS_MAIN(GatewayFileTest)
#include "tst_gatewayfile.moc"
