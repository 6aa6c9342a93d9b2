#include "protocol/condition.h"

#include <QJsonDocument>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

static QJsonObject object(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

static ExpectedValue at(const QString &pointer, const QJsonArray &values)
{
    return {*JsonPointer::parse(pointer), values};
}

class ConditionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueFits_data()
    {
        QTest::addColumn<QJsonArray>("values");
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char *name, const QJsonArray &values, const char *frame, bool fits) {
            QTest::newRow(name) << values << QByteArray(frame) << fits;
        };
        row("one of several", {1, 2}, R"({"a":2})", true);
        row("none of several", {1, 2}, R"({"a":3})", false);
        row("another type", {1}, R"({"a":"1"})", false);
        row("one is no truth", {1}, R"({"a":true})", false);
        row("texts without case", {u"OK"_s}, R"({"a":"ok"})", true);
        row("absent", {1}, "{}", false);
        row("absent where it may be", {QJsonValue::Null, 1}, "{}", true);
        row("null where it may be", {QJsonValue::Null, 1}, R"({"a":null})", true);
        row("something", {u"*"_s}, R"({"a":0})", true);
        row("nothing is not something", {u"*"_s}, R"({"a":null})", false);
        row("a list is not something", {u"*"_s}, R"({"a":[1]})", false);
        row("the number of the request", {u"{requestId}"_s}, R"({"a":5})", true);
        row("its text", {u"{requestId}"_s}, R"({"a":"5"})", true);
        row("another request's", {u"{requestId}"_s}, R"({"a":6})", false);
    }
    void aValueFits()
    {
        QFETCH(const QJsonArray, values);
        QFETCH(const QByteArray, frame);
        QFETCH(const bool, fits);
        QCOMPARE(matches(Condition{at(u"/a"_s, values)}, object(frame.constData()), 5), fits);
    }

    void allOfACondition_AnyOfSeveral()
    {
        const Conditions conditions{{at(u"/a"_s, {1}), at(u"/b"_s, {2})}, {at(u"/c"_s, {3})}};
        QVERIFY(matches(conditions, object(R"({"a":1,"b":2})")));
        QVERIFY(matches(conditions, object(R"({"c":3})")));
        QVERIFY(!matches(conditions, object(R"({"a":1})")));
        QVERIFY(!matches(Conditions(), object(R"({"a":1})")));
    }

    void findsAWrongType()
    {
        const Conditions conditions{{at(u"/a"_s, {1, u"x"_s}), at(u"/b"_s, {QJsonValue::Null, true})}};
        QVERIFY(!wrongType(conditions, object(R"({"a":7,"b":false})")));
        QVERIFY(!wrongType(conditions, object(R"({"a":"y","b":null})")));
        QVERIFY(!wrongType(conditions, object("{}")));
        QCOMPARE(wrongType(conditions, object(R"({"a":true})")), &conditions.first().first());
        QCOMPARE(wrongType(conditions, object(R"({"b":[]})")), &conditions.first().last());
    }
};

QTEST_GUILESS_MAIN(ConditionTest)
#include "tst_condition.moc"
