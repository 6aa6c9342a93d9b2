#include "protocol/requesttemplate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

namespace {

RequestTemplate made(const QByteArray &json)
{
    QString reason;
    const auto parsed = RequestTemplate::parse(json, &reason);
    return parsed.value_or(RequestTemplate());
}

RequestValues someValues()
{
    RequestValues values;
    values.username = u"admin"_s;
    values.password = Secret(u"pass\"word"_s);
    values.token = Secret(u"T-1"_s);
    values.serial = u"SN"_s;
    values.enabled = u"170"_s;
    values.port = 502;
    values.rest = {{u"ip"_s, u"0.0.0.0"_s}, {u"own"_s, 1}};
    values.requestId = 7;
    values.time = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
    return values;
}

} // namespace

class RequestTemplateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fills_data();
    void fills();
    void withoutARestNothingIsLeftOver();
    void whatLacksAValueIsNotSent();
    void aHostileValueStaysInItsPlace();
    void endsWhereItsObjectEnds();
    void knowsItsSecrets();
    void tellsItsLeaves();
};

void RequestTemplateTest::fills_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("frame");
    const auto row = [](const char *name, const char *json, const char *frame) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(frame);
    };
    row("nothing to fill", R"({"z":1,"a":[true,null,"x y"]})", R"({"z":1,"a":[true,null,"x y"]})");
    row("keys stay in order, blanks go", "{ \"z\" : \"{serial}\",\n \"a\" : 1 }", R"({"z":"SN","a":1})");
    row("a number stays one", R"({"p":"{port}"})", R"({"p":502})");
    row("inside of a text", R"({"p":"port {port} of {serial}"})", R"({"p":"port 502 of SN"})");
    row("as a text", R"({"p":"{port:text}"})", R"({"p":"502"})");
    row("on/off as it is", R"({"l":[{"v":"{enabled}"}]})", R"({"l":[{"v":"170"}]})");
    row("escaped", R"({"p":"{password}"})", R"({"p":"pass\"word"})");
    row("md5", R"({"p":"{password:md5}"})", R"({"p":"c1d9c255fa8e617e53871722d86155c6"})");
    row("hex", R"({"p":"{serial:hex}"})", R"({"p":"534e"})");
    row("base64", R"({"p":"{serial:base64}"})", R"({"p":"U04="})");
    row("seconds", R"({"t":"{time}"})", R"({"t":1700000000})");
    row("milliseconds", R"({"t":"{time:ms}"})", R"({"t":1700000000123})");
    row("the request's number", R"({"id":"{requestId}","s":"{requestId:text}"})", R"({"id":7,"s":"7"})");
    row("braces that are none", R"({"a":"{","b":"{}","c":"{1}"})", R"({"a":"{","b":"{}","c":"{1}"})");
    row("a brace", R"({"a":"{brace}port}"})", R"({"a":"{port}"})");
    row("the rest", R"({"own":2,"{rest}":""})", R"({"own":2,"ip":"0.0.0.0"})");
    row("nothing but the rest", R"({"d":{"{rest}":""}})", R"({"d":{"ip":"0.0.0.0","own":1}})");
}

void RequestTemplateTest::fills()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, frame);
    QCOMPARE(made(json).filled(someValues()), frame);
}

void RequestTemplateTest::withoutARestNothingIsLeftOver()
{
    RequestValues values = someValues();
    values.rest = {};
    QCOMPARE(made(R"({"own":2,"{rest}":""})").filled(values), QByteArray(R"({"own":2})"));
    QCOMPARE(made(R"({"d":{"{rest}":""}})").filled(values), QByteArray(R"({"d":{}})"));
}

void RequestTemplateTest::whatLacksAValueIsNotSent()
{
    RequestValues values = someValues();
    values.port.reset();
    QVERIFY(made(R"({"p":"{port}"})").filled(values).isEmpty());
    QVERIFY(made(R"({"p":"a{port}b"})").filled(values).isEmpty());
    QVERIFY(RequestTemplate().filled(values).isEmpty());
}

void RequestTemplateTest::aHostileValueStaysInItsPlace()
{
    RequestValues values = someValues();
    values.serial = u"\",\"{port}\":\"{password}\u2028"_s;
    const QByteArray frame = made(R"({"a":"{serial}","b":"x{serial}"})").filled(values);
    const QJsonObject read = QJsonDocument::fromJson(frame).object();
    QCOMPARE(read.keys(), QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(read.value(u"a"_s).toString(), values.serial);
    QCOMPARE(read.value(u"b"_s).toString(), QString(u'x' + values.serial));
}

void RequestTemplateTest::endsWhereItsObjectEnds()
{
    QCOMPARE(made(R"({"a":"}"} , "more": {} })").json(), QByteArray(R"({"a":"}"})"));
}

void RequestTemplateTest::knowsItsSecrets()
{
    const RequestTemplate request =
        made(R"({"user":"{username}","data":{"passwd":"{password:md5}"},"l":["Bearer {token}"]})");
    QCOMPARE(request.secretKeys(), QStringList({u"passwd"_s, u"l"_s}));
    QCOMPARE(request.digests(someValues()).size(), 1);
    QCOMPARE(request.digests(someValues()).first().reveal(), u"c1d9c255fa8e617e53871722d86155c6"_s);
    QVERIFY(request.uses("token"_L1));
    QVERIFY(!request.uses("serial"_L1));
}

void RequestTemplateTest::tellsItsLeaves()
{
    QStringList leaves;
    for (const TemplateLeaf &leaf : made(R"({"a":1,"b":["{port:text}"],"c":{"{rest}":""}})").leaves())
        leaves.append(leaf.at.text() + u' ' + leaf.placeholder + u' ' + leaf.transform);
    QCOMPARE(leaves, QStringList({u"/a  "_s, u"/b/0 port text"_s, u"/c/{rest} rest "_s}));
}

QTEST_GUILESS_MAIN(RequestTemplateTest)
#include "tst_requesttemplate.moc"
