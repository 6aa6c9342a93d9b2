// What is in a text that was typed where only a host belongs.

#include "network/typedendpoint.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class TypedEndpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHostIsMadeOut_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<TypedEndpoint>("endpoint");
        const auto row = [](const QString &typed, const TypedEndpoint &endpoint) {
            QTest::newRow(qPrintable(typed)) << typed << endpoint;
        };
        const QString host = u"192.168.1.150"_s;
        row(u"http://192.168.1.150"_s, {host, u"http"_s, {}, {}});
        row(u"http://192.168.1.150/"_s, {host, u"http"_s, {}, {}});
        row(u"HTTPS://192.168.1.150/index.html"_s, {host, u"https"_s, {}, u"/index.html"_s});
        row(u"https://192.168.1.150:8443/#/login"_s, {host, u"https"_s, 8443, u"/#/login"_s});
        row(u"ws://192.168.1.150:8080/ws"_s, {host, u"ws"_s, 8080, u"/ws"_s});
        row(u"wss://gateway.local/ws?a=1"_s, {u"gateway.local"_s, u"wss"_s, {}, u"/ws?a=1"_s});
        row(u"modbus://192.168.1.150:502"_s, {host, u"modbus"_s, 502, {}});
        row(u"192.168.1.150:8080"_s, {host, {}, 8080, {}});
        row(u"192.168.1.150:502"_s, {host, {}, 502, {}});
        row(u" 192.168.1.150:502 "_s, {host, {}, 502, {}});
        row(u"192.168.1.150:"_s, {host, {}, {}, {}});
        row(u"192.168.1.150/"_s, {host, {}, {}, {}});
        row(u"gateway:502"_s, {u"gateway"_s, {}, 502, {}});
        row(u"gateway.local:65535"_s, {u"gateway.local"_s, {}, 65535, {}});
        row(u"[fd00::1]:8080"_s, {u"fd00::1"_s, {}, 8080, {}});
        row(u"[fe80::1%eth0]:502"_s, {u"fe80::1%eth0"_s, {}, 502, {}});
        row(u"http://[fe80::1%25eth0]/"_s, {u"fe80::1%eth0"_s, u"http"_s, {}, {}});
        row(u"http://admin:secret@192.168.1.150:8080/"_s, {host, u"http"_s, 8080, {}});
        row(u"admin@192.168.1.150"_s, {host, {}, {}, {}});
    }

    void theHostIsMadeOut()
    {
        QFETCH(const QString, typed);
        QFETCH(const TypedEndpoint, endpoint);
        const std::optional<TypedEndpoint> seen = typedEndpoint(typed);
        QVERIFY(seen);
        QCOMPARE(seen->host, endpoint.host);
        QCOMPARE(seen->scheme, endpoint.scheme);
        QVERIFY(seen->port == endpoint.port);
        QCOMPARE(seen->path, endpoint.path);
        QVERIFY(!withoutUserInfo(typed).contains(u"secret"_s));
    }

    void whatIsAHostOrHoldsNoneIsLeftAlone_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed : {"192.168.1.150",
                                  "gateway.local",
                                  "fe80::1%eth0",
                                  "[::1]",
                                  "",
                                  " ",
                                  ":",
                                  "://",
                                  "http://",
                                  "/",
                                  ":8080",
                                  "a b",
                                  "192.168.1.300",
                                  "http://192.168.1.300/",
                                  "192.168.1.150:0",
                                  "192.168.1.150:65536",
                                  "192.168.1.150:http",
                                  "192.168.1.150:80:80",
                                  "ht tp://a",
                                  "[fd00::1",
                                  "[fd00::1]x",
                                  "http://[::1/",
                                  "@",
                                  "a@",
                                  "http://@/"})
            QTest::newRow(typed) << QString::fromLatin1(typed);
    }

    void whatIsAHostOrHoldsNoneIsLeftAlone()
    {
        QFETCH(const QString, typed);
        QVERIFY(!typedEndpoint(typed));
    }
};

QTEST_APPLESS_MAIN(TypedEndpointTest)
#include "tst_typedendpoint.moc"
