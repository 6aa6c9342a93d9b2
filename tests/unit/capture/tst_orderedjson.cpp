#include "capture/orderedjson.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class OrderedJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrderAndEveryLiteral();
    void replacesAndRemoves();
    void isWrittenForPeople();
};

void OrderedJsonTest::keepsTheOrderAndEveryLiteral()
{
    const QByteArray json = R"({"z":1,"a":[true,null,"x, y",{"b":-1.5e3}],"m":{},"l":[],"e":"\"\\ü"})";
    QCOMPARE(OrderedJson::parse(json).compact(), json);
    QCOMPARE(OrderedJson::parse("{ \"b\" : 2 ,\n \"a\" : [ 1 , 2 ] }").compact(),
             QByteArray(R"({"b":2,"a":[1,2]})"));
    QCOMPARE(OrderedJson::parse(R"({"b":{"c":1},"a":2,"b":[3]})").compact(),
             QByteArray(R"({"b":[3],"a":2})"));
}

void OrderedJsonTest::replacesAndRemoves()
{
    OrderedJson json = OrderedJson::parse(R"({"z":1,"a":{"l":[1,{"v":2}],"k":3}})");
    json.replace(*JsonPointer::parse(u"/a/l/1/v"_s), u"{port}"_s);
    json.replace(*JsonPointer::parse(u"/a/none"_s), 7);
    json.remove(*JsonPointer::parse(u"/a/k"_s));
    json.find(*JsonPointer::parse(u"/a"_s))->add(u"{rest}"_s, QJsonValue(QString()));
    QCOMPARE(json.compact(), QByteArray(R"({"z":1,"a":{"l":[1,{"v":"{port}"}],"{rest}":""}})"));
}

void OrderedJsonTest::isWrittenForPeople()
{
    const OrderedJson json =
        OrderedJson::object().add(u"b"_s, 1).add(u"a"_s, QJsonObject{{u"c"_s, QJsonArray{1, 2}}});
    QCOMPARE(json.text(1), QByteArray("{\n    \"b\": 1,\n    \"a\": {\"c\":[1,2]}\n}"));
}

QTEST_GUILESS_MAIN(OrderedJsonTest)
#include "tst_orderedjson.moc"
