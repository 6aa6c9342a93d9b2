#include "handover/snippettemplate.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class SnippetTemplateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsFilledIn_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("values") << u"host: {{host}}\nport: {{port}}, {{port:quoted}}\n"_s
                                << u"host: gateway\nport: 502, \"502\"\n"_s;
        QTest::newRow("nothing to fill in") << u"a: {b}\n"_s << u"a: {b}\n"_s;
        QTest::newRow("a last line without an end") << u"{{port}}"_s << u"502\n"_s;
        QTest::newRow("a dotted name") << u"{{address.soc}}\n"_s << u"30014\n"_s;
        QTest::newRow("each") << u"a\n{{#each units}}\n- {{number}}: {{item}}\n{{/each}}\nz\n"_s
                              << u"a\n- 1: 4\n- 2: 7\nz\n"_s;
        QTest::newRow("each of none") << u"a\n{{#each none}}\n{{item}}\n{{/each}}\n"_s << u"a\n"_s;
        QTest::newRow("an item's parts")
            << u"{{#each sensors}}\n{{item.name}} {{port}}\n{{/each}}\n"_s << u"soc 502\n"_s;
        QTest::newRow("if") << u"{{#if units}}\nyes\n{{/if}}\n{{#if none}}\nno\n{{/if}}\n"_s << u"yes\n"_s;
        QTest::newRow("a value that looks like a template")
            << u"{{trap}} {{port}}\n"_s << u"\"{{port}}\" 502\n"_s;
        QTest::newRow("a comment") << u"# {{lines:plain}}\n"_s << u"# a\\x0ab\n"_s;
        QTest::newRow("a URL") << u"?x={{lines:url}}\n"_s << u"?x=a%5Cx0ab\n"_s;
        QTest::newRow("an empty template") << QString() << QString();
    }

    void whatIsWrittenIsFilledIn()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QString reason;
        const auto filled = filledTemplate(text, SnippetFormat::Yaml, values(), &reason);
        QCOMPARE(reason, QString());
        QCOMPARE(filled, expected);
    }

    void aMistakeIsNamedWithItsLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("an unknown value") << u"a\n{{hots}}\n"_s << u"line 2: there is no value \"hots\""_s;
        QTest::newRow("an unknown part")
            << u"{{address.sod}}\n"_s << u"line 1: there is no value \"address.sod\""_s;
        QTest::newRow("an unknown list")
            << u"{{#each unit}}\n{{/each}}\n"_s << u"line 1: there is no value \"unit\""_s;
        QTest::newRow("an unknown manner")
            << u"{{host:html}}\n"_s << u"line 1: \"html\" is no manner of writing a value"_s;
        QTest::newRow("an open block")
            << u"a\n{{#if units}}\nb\n"_s << u"line 2: the block is never closed"_s;
        const QString braces =
            u"line %1: what stands in braces is neither a value nor a marker on a line of its own"_s;
        QTest::newRow("a marker in a line") << u"a {{#if units}}\n{{/if}}\n"_s << braces.arg(1);
        QTest::newRow("a block in a block")
            << u"{{#if units}}\n{{#each units}}\n{{/each}}\n{{/if}}\n"_s << braces.arg(2);
        QTest::newRow("an end without a beginning") << u"{{/if}}\n"_s << braces.arg(1);
        QTest::newRow("a space in braces") << u"{{ host }}\n"_s << braces.arg(1);
    }

    void aMistakeIsNamedWithItsLine()
    {
        QFETCH(QString, text);
        QString reason;
        QCOMPARE(filledTemplate(text, SnippetFormat::Yaml, values(), &reason), std::nullopt);
        QTEST(reason, "expected");
    }

private:
    static QVariantMap values()
    {
        return {
            {u"host"_s, u"gateway"_s},
            {u"port"_s, 502},
            {u"units"_s, QVariantList{4, 7}},
            {u"none"_s, QVariantList()},
            {u"trap"_s, u"{{port}}"_s},
            {u"lines"_s, u"a\nb"_s},
            {u"address"_s, QVariantMap{{u"soc"_s, 30014}}},
            {u"sensors"_s, QVariantList{QVariantMap{{u"name"_s, u"soc"_s}}}},
        };
    }
};

QTEST_APPLESS_MAIN(SnippetTemplateTest)
#include "tst_snippettemplate.moc"
