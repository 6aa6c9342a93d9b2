// What a user accepts of a profile: all requests, and nothing but what it says now.

#include "protocol/ownprofile.h"

#include <QFile>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class OwnProfileTest : public QObject
{
    Q_OBJECT

    static ProtocolProfile documented() { return builtInProfile(u"documented"_s); }

    static RequestTemplate request(const QByteArray &json)
    {
        QString reason;
        const auto made = RequestTemplate::parse(json, &reason);
        return made.value_or(RequestTemplate());
    }

private Q_SLOTS:
    void everyRequestIsShownInTheOrderOfASession()
    {
        ProtocolProfile profile = documented();
        profile.signIn.append(profile.signIn.constFirst());
        profile.keepAlive = request(R"({"service": "ping"})");
        profile.signOut = request(R"({"service": "logout", "token": "{token}"})");
        QStringList names;
        const QList<NamedRequest> requests = requestsOf(profile);
        for (const NamedRequest &each : requests)
            names += each.name;
        QCOMPARE(names,
                 QStringList({u"sign-in 1"_s, u"sign-in 2"_s, u"read"_s, u"write"_s, u"keep-alive"_s,
                              u"sign-out"_s}));
        QCOMPARE(requests.last().text, u"{\"service\":\"logout\",\"token\":\"{token}\"}"_s);
        QCOMPARE(requestsOf(documented()).size(), 3);
    }

    void onAndOffAreShownAsJson()
    {
        ProtocolProfile profile = documented();
        QCOMPARE(enabledText(profile, true), u"1"_s);
        profile.off = u"85"_s;
        QCOMPARE(enabledText(profile, false), u"\"85\""_s);
    }

    void theFingerprintIsOfWhatAProfileSays()
    {
        QFile file(u":/sigen/profiles/documented.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const ProfileOrError again = parseProfile("  " + file.readAll() + "\n\n");
        const QString fingerprint = fingerprintOf(documented());
        QCOMPARE(fingerprint.size(), 64);
        QCOMPARE(fingerprintOf(std::get<ProtocolProfile>(again)), fingerprint);
        QVERIFY(fingerprintOf(builtInProfile(u"early-draft"_s)) != fingerprint);
    }

    void whateverChangesIsAnotherFingerprint_data()
    {
        using Change = void (*)(ProtocolProfile & profile);
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, Change change) { QTest::newRow(name) << change; };
        static const JsonPointer elsewhere(QStringList{u"elsewhere"_s});
        static const Conditions other{{{elsewhere, QJsonArray{1}}}};
        row("name", [](ProtocolProfile &p) { p.name += u'x'; });
        row("title", [](ProtocolProfile &p) { p.title += u'x'; });
        row("source", [](ProtocolProfile &p) { p.source += u'x'; });
        row("title and source, split elsewhere", [](ProtocolProfile &p) {
            p.source.prepend(p.title.back());
            p.title.chop(1);
        });
        row("open", [](ProtocolProfile &p) { p.open += u"x"_s; });
        row("TLS", [](ProtocolProfile &p) { p.endpoints.first().tls = true; });
        row("port", [](ProtocolProfile &p) { p.endpoints.first().port = 8081; });
        row("paths", [](ProtocolProfile &p) { p.endpoints.first().paths += u"/x"_s; });
        row("another endpoint", [](ProtocolProfile &p) { p.endpoints += p.endpoints.first(); });
        row("another sign-in", [](ProtocolProfile &p) { p.signIn += p.signIn.first(); });
        row("read as write", [](ProtocolProfile &p) { std::swap(p.read, p.write); });
        row("write", [](ProtocolProfile &p) { p.write.send = request(R"({"on": "{enabled}"})"); });
        row("is", [](ProtocolProfile &p) { p.write.is = other; });
        row("is, both", [](ProtocolProfile &p) { p.write.is += other; });
        row("is, either", [](ProtocolProfile &p) { p.write.is.first() += other.first(); });
        row("carries", [](ProtocolProfile &p) { p.read.carries = elsewhere; });
        row("success", [](ProtocolProfile &p) { p.read.success = other; });
        row("token", [](ProtocolProfile &p) { p.signIn.first().tokenAt = elsewhere; });
        row("serial", [](ProtocolProfile &p) { p.signIn.first().serialAt = elsewhere; });
        row("role", [](ProtocolProfile &p) { p.signIn.first().roleAt = elsewhere; });
        row("sign-out", [](ProtocolProfile &p) { p.signOut = request("{}"); });
        row("keep-alive", [](ProtocolProfile &p) { p.keepAlive = request("{}"); });
        row("interval", [](ProtocolProfile &p) { p.keepAliveSeconds = 7; });
        row("enabled", [](ProtocolProfile &p) { p.enabledAt = elsewhere; });
        row("Modbus port", [](ProtocolProfile &p) { p.portAt = elsewhere; });
        row("text", [](ProtocolProfile &p) { p.textAt = elsewhere; });
        row("on", [](ProtocolProfile &p) { p.on = u"1"_s; });
        row("on and off", [](ProtocolProfile &p) { std::swap(p.on, p.off); });
        row("unasked", [](ProtocolProfile &p) { p.meanings.unasked = other; });
        row("taken", [](ProtocolProfile &p) { p.meanings.taken = other; });
        row("meaning success", [](ProtocolProfile &p) { p.meanings.success = other; });
        row("expired", [](ProtocolProfile &p) { p.meanings.expired = other; });
        row("busy", [](ProtocolProfile &p) { p.meanings.busy = other; });
        row("no rights", [](ProtocolProfile &p) { p.meanings.noRights = other; });
        row("usual port", [](ProtocolProfile &p) { p.defaultModbusPort = 1502; });
    }

    void whateverChangesIsAnotherFingerprint()
    {
        using Change = void (*)(ProtocolProfile & profile);
        QFETCH(Change, change);
        ProtocolProfile profile = documented();
        change(profile);
        QVERIFY(!(profile == documented()));
        QVERIFY(fingerprintOf(profile) != fingerprintOf(documented()));
    }
};

QTEST_GUILESS_MAIN(OwnProfileTest)
#include "tst_ownprofile.moc"
