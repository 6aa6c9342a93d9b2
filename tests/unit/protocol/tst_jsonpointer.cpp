#include "protocol/jsonpointer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

static QJsonObject object(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

class JsonPointerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatStandsThere_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("at the top") << u"/a"_s << QJsonValue(1);
        QTest::newRow("inside") << u"/b/c"_s << QJsonValue(u"x"_s);
        QTest::newRow("in a list") << u"/l/1/v"_s << QJsonValue(true);
        QTest::newRow("an empty key") << u"/"_s << QJsonValue(7);
        QTest::newRow("escaped") << u"/s~1t~0"_s << QJsonValue(2);
        for (const char *nothing : {"/x", "/b/x", "/l/2", "/l/01", "/l/-1", "/l/-", "/a/b", "/l/1/v/w"})
            QTest::newRow(nothing) << QString::fromLatin1(nothing) << QJsonValue(QJsonValue::Undefined);
    }
    void findsWhatStandsThere()
    {
        QFETCH(const QString, pointer);
        QFETCH(const QJsonValue, value);
        const QJsonObject root = object(R"({"a":1,"b":{"c":"x"},"l":[{},{"v":true}],"":7,"s/t~":2})");
        const auto parsed = JsonPointer::parse(pointer);
        QVERIFY(parsed.has_value());
        QCOMPARE(parsed->in(root), value);
        QCOMPARE(parsed->text(), pointer);
    }

    void refusesWhatDoesNotBeginWithASlash()
    {
        for (const QString &text : {QString(), u"a"_s, u"#/a"_s})
            QVERIFY(!JsonPointer::parse(text));
        QVERIFY(JsonPointer().in(object(R"({"a":1})")).isUndefined());
    }

    void tellsWhatStandsInTheWay()
    {
        const QJsonObject root = object(R"({"a":[1],"b":{"c":7},"n":null})");
        const auto obstacle = [&root](const QString &pointer) {
            return JsonPointer::parse(pointer)->obstacleIn(root).text();
        };
        QCOMPARE(obstacle(u"/a/x"_s), u"/a"_s);
        QCOMPARE(obstacle(u"/b/c/d"_s), u"/b/c"_s);
        for (const QString &free : {u"/a/0"_s, u"/b/c"_s, u"/b/x/y"_s, u"/n/x"_s, u"/x/y"_s})
            QCOMPARE(obstacle(free), QString());
    }

    void setsWithEverythingOnTheWay()
    {
        const auto set = [](const QString &pointer, const QJsonObject &root, const QJsonValue &value) {
            return JsonPointer::parse(pointer)->set(root, value).toObject();
        };
        QCOMPARE(set(u"/a/b"_s, {}, 1), object(R"({"a":{"b":1}})"));
        QCOMPARE(set(u"/l/1/v"_s, {}, u"x"_s), object(R"({"l":[null,{"v":"x"}]})"));
        QCOMPARE(set(u"/a"_s, object(R"({"a":1,"b":2})"), QJsonValue::Undefined), object(R"({"b":2})"));
        QCOMPARE(set(u"/a/b"_s, object(R"({"a":{"b":1,"c":2}})"), 3), object(R"({"a":{"b":3,"c":2}})"));
    }
};

QTEST_GUILESS_MAIN(JsonPointerTest)
#include "tst_jsonpointer.moc"
