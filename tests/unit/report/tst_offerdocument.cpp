// The evidence of a probe as JSON: whole for the owner, without what tells which plant it is for others.

#include "report/offerdocument.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class OfferDocumentTest : public QObject
{
    Q_OBJECT

    static HostOffer offer()
    {
        HostOffer offer;
        offer.host = u"192.168.1.150"_s;
        offer.address = offer.host;
        offer.mac = u"0c:47:a9:91:22:33"_s;
        offer.at = QDateTime(QDate(2026, 11, 22), QTime(7, 0), QTimeZone::utc());
        PortOffer web;
        web.port = 8443;
        web.finding.state = PortState::Open;
        WebFace face;
        face.status = 200;
        face.server = u"gw-110A1234567890\n\x1b[31m"_s;
        face.tlsProtocol = u"TLS 1.3"_s;
        face.certificate = CertificateFace{u"SN220B7654321098"_s, u"Acme"_s, u"aa"_s, offer.at};
        web.tls = face;
        PortOffer modbus;
        modbus.port = 502;
        modbus.finding.state = PortState::Open;
        modbus.modbus = ModbusIdentity{};
        modbus.modbus->verdict = ModbusVerdict::Answers;
        modbus.modbus->devices = {{1, u"SigenStor"_s, u"110A1234567890"_s, u"V1"_s, false, false}};
        PortOffer filtered;
        filtered.port = 80;
        offer.ports = {filtered, modbus, web};
        return offer;
    }

private Q_SLOTS:
    void othersSeeNoSerialNumberMacOrSecret()
    {
        Redactor redactor;
        redactor.add(Secret(u"SigenStor"_s));
        const QByteArray file = offerFile(offer(), redactor, u"1.2.3"_s);
        for (const QByteArray &hidden :
             {"110A1234567890"_ba, "220B7654321098"_ba, "91:22:33"_ba, "SigenStor"_ba})
            QVERIFY2(!file.contains(hidden), hidden.constData());
        QVERIFY(file.contains("110A…7890"));
        const QJsonObject object = QJsonDocument::fromJson(file).object();
        QCOMPARE(object.value("program"_L1), u"Sigen Modbus 1.2.3"_s);
        QCOMPARE(object.value("at"_L1), u"2026-11-22T07:00:00Z"_s);
    }

    void whereverAServerNamesThePlantOthersDoNotSeeIt_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("a serial number that Modbus did not tell") << u"220B7654321098"_s;
        QTest::newRow("a MAC address without colons") << u"34B5F38CDEFA"_s;
    }

    void whereverAServerNamesThePlantOthersDoNotSeeIt()
    {
        QFETCH(const QString, name);
        HostOffer named = offer();
        named.host = u"gw-"_s + name + u".local"_s;
        WebFace &face = *named.ports[2].tls;
        face.server = u"Sigen/1.0 ("_s + name + u')';
        face.location = u"http://sigen-"_s + name + u".local/"_s;
        face.authenticate = u"Basic realm=\""_s + name + u'"';
        face.beginning = "SN=" + name.toLatin1() + " secret-word";
        Redactor redactor;
        redactor.add(Secret(u"secret-word"_s));
        const QByteArray file = offerFile(named, redactor, u"1"_s);
        QVERIFY2(!file.contains(name.toUtf8()), file.constData());
        QVERIFY2(!file.contains(name.toLatin1().toHex(' ')), file.constData());
        QVERIFY2(!file.contains(QByteArray("secret-word").toHex(' ')), file.constData());
        QVERIFY2(file.contains("53 4e 3d ** **"), file.constData());
        const QJsonArray ports = offerObject(named, redactor, Readership::Owner).value("ports"_L1).toArray();
        const QJsonObject whole = ports.at(2).toObject().value("tls"_L1).toObject();
        QVERIFY(whole.value("location"_L1).toString().contains(name));
        const QByteArray beginning = "SN=" + name.toLatin1();
        QVERIFY(whole.value("beginning"_L1).toString().startsWith(QLatin1StringView(beginning.toHex(' '))));
    }

    void theOwnerSeesThemWhole()
    {
        const QJsonObject object = offerObject(offer(), Redactor(), Readership::Owner);
        QCOMPARE(object.value("mac"_L1), u"0c:47:a9:91:22:33"_s);
        const QJsonArray ports = object.value("ports"_L1).toArray();
        QCOMPARE(ports.at(1).toObject().value("modbus"_L1).toObject().value("serial"_L1),
                 u"110A1234567890"_s);
        QVERIFY(ports.at(0).toObject().value("rttMs"_L1).isNull()); // it did not answer
        QVERIFY(ports.at(0).toObject().value("http"_L1).isNull());
    }

    void hostileTextsAreEscaped()
    {
        const QByteArray file = offerFile(offer(), Redactor(), u"1"_s);
        QVERIFY(!file.contains('\x1b'));
        QVERIFY(!QJsonDocument::fromJson(file).isNull());
    }
};

QTEST_APPLESS_MAIN(OfferDocumentTest)
#include "tst_offerdocument.moc"
