#include "core/jsonlines.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class JsonLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheLineOfEachKey_data();
    void knowsTheLineOfEachKey();
    void findsAKeyThatOccursTwice_data();
    void findsAKeyThatOccursTwice();
    void countsLinesUpToAByte();
    void survivesAnything();
};

void JsonLinesTest::knowsTheLineOfEachKey_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("line");
    QTest::newRow("the whole") << QString() << 1;
    QTest::newRow("first key") << u"a"_s << 2;
    QTest::newRow("string with braces, quotes and line feeds before it") << u"b"_s << 5;
    QTest::newRow("object") << u"c"_s << 6;
    QTest::newRow("inside an object") << u"c.d"_s << 7;
    QTest::newRow("first entry") << u"c.d[0]"_s << 8;
    QTest::newRow("second entry") << u"c.d[1]"_s << 9;
    QTest::newRow("inside an entry") << u"c.d[1].e"_s << 10;
    QTest::newRow("entry after an object") << u"c.d[2]"_s << 12;
    QTest::newRow("after an array") << u"c.f"_s << 14;
    QTest::newRow("unknown key of a known object") << u"c.zzz"_s << 6;
    QTest::newRow("unknown entry of a known array") << u"c.d[9]"_s << 7;
    QTest::newRow("unknown key at the top") << u"zzz"_s << 1;
}

void JsonLinesTest::knowsTheLineOfEachKey()
{
    QFETCH(const QString, path);
    QFETCH(const int, line);
    const JsonLines lines("{\n"
                          "\"a\": \"{[\\\"}\n"
                          "\n"
                          "]\\\\\",\n"
                          "\"b\": -1.5e3,\n"
                          "\"c\": {\n"
                          "\"d\": [\n"
                          "\"x\",\n"
                          "{\n"
                          "\"e\": null\n"
                          "},\n"
                          "true\n"
                          "],\n"
                          "\"f\": {}\n"
                          "}}");
    QCOMPARE(lines.line(path), line);
    QCOMPARE(lines.duplicateLine(), 0);
}

void JsonLinesTest::findsAKeyThatOccursTwice_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("line");
    QTest::newRow("none") << QByteArray(R"({"a": "a", "b": {"a": 1}, "c": [{"a": 1}, {"a": 2}]})")
                          << QString() << 0;
    QTest::newRow("at the top") << QByteArray("{\"a\": 1,\n\"a\": 2}") << u"a"_s << 2;
    QTest::newRow("deep inside") << QByteArray("{\"a\": [[{\"b\": 1,\n\n\"b\": 2}]]}") << u"a[0][0].b"_s << 3;
    QTest::newRow("only the first is told")
        << QByteArray("{\"a\":1,\"a\":2,\n\"b\":1,\"b\":2}") << u"a"_s << 1;
}

void JsonLinesTest::findsAKeyThatOccursTwice()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, path);
    QFETCH(const int, line);
    const JsonLines lines(json);
    QCOMPARE(lines.duplicate(), path);
    QCOMPARE(lines.duplicateLine(), line);
}

void JsonLinesTest::countsLinesUpToAByte()
{
    const QByteArray text("a\nb\n\nc");
    QCOMPARE(JsonLines::lineAt(text, -1), 1);
    QCOMPARE(JsonLines::lineAt(text, 1), 1);
    QCOMPARE(JsonLines::lineAt(text, 2), 2);
    QCOMPARE(JsonLines::lineAt(text, 5), 4);
    QCOMPARE(JsonLines::lineAt(text, 99), 4);
    QCOMPARE(JsonLines::lineAt({}, 0), 1);
}

void JsonLinesTest::survivesAnything()
{
    for (const char *text :
         {"", "{", "}}}]]", "\"", "\"\\", "{\"a", "{\"a\\", "{\"a\":", "[,,,", ",:,:", "{[}]"})
        QVERIFY(JsonLines(text).line(u"a[0].b"_s) >= 1);
}

QTEST_GUILESS_MAIN(JsonLinesTest)
#include "tst_jsonlines.moc"
