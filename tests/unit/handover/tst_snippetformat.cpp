#include "handover/snippetformat.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class SnippetFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsAreQuotedWhereTheFormatNeedsIt_data()
    {
        QTest::addColumn<SnippetFormat>("format");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto yaml = SnippetFormat::Yaml;
        QTest::newRow("a dotted quad") << yaml << u"192.168.1.150"_s << u"192.168.1.150"_s;
        QTest::newRow("a name") << yaml << u"sigen-1.local"_s << u"sigen-1.local"_s;
        QTest::newRow("an IPv6 address") << yaml << u"fd00::1"_s << u"\"fd00::1\""_s;
        QTest::newRow("a truth value") << yaml << u"No"_s << u"\"No\""_s;
        QTest::newRow("a float") << yaml << u"1e5"_s << u"\"1e5\""_s;
        QTest::newRow("nothing") << yaml << QString() << u"\"\""_s;
        QTest::newRow("a line end in YAML") << yaml << u"a\n\""_s << u"\"a\\n\\\"\""_s;
        QTest::newRow("beyond the BMP in YAML") << yaml << u"\U0001F50C"_s << u"\"\\U0001f50c\""_s;
        QTest::newRow("beyond the BMP in JSON")
            << SnippetFormat::Json << u"\U0001F50C"_s << u"\"\\ud83d\\udd0c\""_s;
        QTest::newRow("a lone surrogate")
            << SnippetFormat::Json << QString(QChar(0xD83D)) << u"\"\\ufffd\""_s;
        QTest::newRow("a plain variable") << SnippetFormat::Env << u"fe80::1%eth0"_s << u"fe80::1%eth0"_s;
        QTest::newRow("a shell's trap") << SnippetFormat::Env << u"$(x)'"_s << u"'$(x)'\\'''"_s;
        QTest::newRow("a second line") << SnippetFormat::Env << u"a\nB=1"_s << u"'a\\x0aB=1'"_s;
        QTest::newRow("openHAB") << SnippetFormat::Things << u"a\" ]"_s << u"\"a\\\" ]\""_s;
        QTest::newRow("a form") << SnippetFormat::Form << u"a\u202Eb"_s << u"a\\u{202e}b"_s;
    }

    void textsAreQuotedWhereTheFormatNeedsIt()
    {
        QFETCH(SnippetFormat, format);
        QFETCH(QString, text);
        QTEST(formattedValue(text, format), "expected");
    }

    void everyCharacterSurvivesJson()
    {
        QString text;
        for (char16_t code = 0; code < 0xD800; ++code)
            text += QChar(code);
        const QString json = u'[' + formattedValue(text, SnippetFormat::Json) + u']';
        QCOMPARE(QJsonDocument::fromJson(json.toUtf8()).array().at(0).toString(), text);
    }

    void numbersAndListsAreWrittenPlainly()
    {
        QCOMPARE(formattedValue(502, SnippetFormat::Yaml), u"502"_s);
        QCOMPARE(formattedValue(0.001, SnippetFormat::Yaml), u"0.001"_s);
        QCOMPARE(formattedValue(1.0, SnippetFormat::Json), u"1"_s);
        QCOMPARE(formattedValue(true, SnippetFormat::Json), u"true"_s);
        QCOMPARE(formattedText(502, SnippetFormat::Json), u"\"502\""_s);
        const QVariantList list{1, 2};
        QCOMPARE(formattedValue(list, SnippetFormat::Yaml), u"[1, 2]"_s);
        QCOMPARE(formattedValue(list, SnippetFormat::Env), u"1,2"_s);
        QCOMPARE(formattedValue(list, SnippetFormat::Form), u"1, 2"_s);
        QCOMPARE(formattedValue(QVariantList(), SnippetFormat::Yaml), u"[]"_s);
        QCOMPARE(formattedValue(QVariantList(), SnippetFormat::Form), u"(leave empty)"_s);
    }

    void aCommentIsOneLine() { QCOMPARE(plainText(u"a\r\nb"_s), u"a\\x0d\\x0ab"_s); }

    void formatsHaveNames()
    {
        QCOMPARE(snippetFormat(u"things"_s), SnippetFormat::Things);
        QCOMPARE(snippetFormat(u"toml"_s), std::nullopt);
    }
};

QTEST_APPLESS_MAIN(SnippetFormatTest)
#include "tst_snippetformat.moc"
