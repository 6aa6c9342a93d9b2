#include "core/displaytext.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class DisplayTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsOnlyWhatIsHarmless_data();
    void showsOnlyWhatIsHarmless();
    void cutsLongTexts_data();
    void cutsLongTexts();
    void isNeverLongerThanAllowed();
    void cutsAt256ByDefault();
};

void DisplayTextTest::showsOnlyWhatIsHarmless_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text; };
    const auto code = [](char32_t character) { return QStringView(QChar::fromUcs4(character)).toString(); };

    same("empty", {});
    same("plain", u"SigenStor EC 5.0 SP"_s);
    same("markup stays letters", u"<img src=x>&amp;"_s);
    same("accents", u"Größe Çelik 华为"_s);
    same("emoji", code(0x1F600));
    same("combining mark", u"e\u0301"_s);
    same("no-break space", u"a\u00A0b"_s);
    same("a backslash of its own", u"C:\\x1b"_s);
    QTest::newRow("terminal escape") << u"\x1b[31mred"_s << u"\\x1b[31mred"_s;
    QTest::newRow("NUL") << QString(QChar(u'\0')) << u"\\x00"_s;
    QTest::newRow("bell, tab, newline, return") << u"\a\t\n\r"_s << u"\\x07\\x09\\x0a\\x0d"_s;
    QTest::newRow("DEL") << u"\x7f"_s << u"\\x7f"_s;
    QTest::newRow("C1: next line") << code(0x85) << u"\\x85"_s;
    QTest::newRow("C1: control sequence introducer") << code(0x9B) + u"2J"_s << u"\\x9b2J"_s;
    QTest::newRow("soft hyphen") << code(0xAD) << u"\\xad"_s;
    QTest::newRow("line separator") << code(0x2028) << u"\\u{2028}"_s;
    QTest::newRow("paragraph separator") << code(0x2029) << u"\\u{2029}"_s;
    QTest::newRow("zero-width space") << code(0x200B) << u"\\u{200b}"_s;
    QTest::newRow("byte order mark") << code(0xFEFF) << u"\\u{feff}"_s;
    for (const QChar bidi : u"\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"_s)
        QTest::addRow("bidirectional control %x", uint(bidi.unicode()))
            << u"a"_s + bidi + u"b"_s << u"a\\u{%1}b"_s.arg(uint(bidi.unicode()), 0, 16);
    QTest::newRow("tag character") << code(0xE0041) << u"\\u{e0041}"_s;
    QTest::newRow("private use") << code(0xE000) << u"\\u{e000}"_s;
    QTest::newRow("not a character") << code(0xFFFF) << u"\\u{ffff}"_s;
    QTest::newRow("lone high surrogate") << QString(QChar(0xD83D)) << u"\\u{d83d}"_s;
    QTest::newRow("lone low surrogate") << QString(QChar(0xDE00)) + u"x"_s << u"\\u{de00}x"_s;
    QTest::newRow("surrogates in the wrong order")
        << QString(QChar(0xDE00)) + QChar(0xD83D) << u"\\u{de00}\\u{d83d}"_s;
    QTest::newRow("high surrogate before a letter") << QString(QChar(0xD83D)) + u"a"_s << u"\\u{d83d}a"_s;
}

void DisplayTextTest::showsOnlyWhatIsHarmless()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    QCOMPARE(displayText(text), shown);
}

void DisplayTextTest::cutsLongTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("shown");
    const QString smile = u"\U0001F600"_s;
    QTest::newRow("fits exactly") << u"abcd"_s << 4 << u"abcd"_s;
    QTest::newRow("one too long") << u"abcde"_s << 4 << u"abc…"_s;
    QTest::newRow("escape fits exactly") << u"\n"_s << 4 << u"\\x0a"_s;
    QTest::newRow("escape is not split") << u"\n"_s << 3 << u"…"_s;
    QTest::newRow("escape in the middle is not split") << u"ab\ncd"_s << 6 << u"ab…"_s;
    QTest::newRow("surrogate pair fits exactly") << u"ab"_s + smile << 4 << u"ab"_s + smile;
    QTest::newRow("surrogate pair is not split") << u"abc"_s + smile << 4 << u"abc…"_s;
    QTest::newRow("surrogate pair before the cut is not split") << u"ab"_s + smile + u"c"_s << 4 << u"ab…"_s;
    QTest::newRow("room for the ellipsis only") << u"abc"_s << 1 << u"…"_s;
    QTest::newRow("one character in the room of one") << u"a"_s << 1 << u"a"_s;
    QTest::newRow("no room") << u"abc"_s << 0 << QString();
    QTest::newRow("negative room") << u"abc"_s << -5 << QString();
}

void DisplayTextTest::cutsLongTexts()
{
    QFETCH(const QString, text);
    QFETCH(const int, length);
    QFETCH(const QString, shown);
    QCOMPARE(displayText(text, length), shown);
}

void DisplayTextTest::isNeverLongerThanAllowed()
{
    const QString text = u"ab\n\u202e\U0001F600\u0007xyz"_s.repeated(3);
    for (qsizetype cut = 0; cut <= text.size(); ++cut) {
        for (qsizetype length = 0; length < 80; ++length)
            QVERIFY(displayText(text.left(cut), length).size() <= length);
    }
}

void DisplayTextTest::cutsAt256ByDefault()
{
    QCOMPARE(displayText(u"x"_s.repeated(256)), u"x"_s.repeated(256));
    QCOMPARE(displayText(u"x"_s.repeated(257)), u"x"_s.repeated(255) + u"…"_s);
    QCOMPARE(displayText(u"x"_s.repeated(1024 * 1024)).size(), maximumDisplayLength);
}

QTEST_GUILESS_MAIN(DisplayTextTest)
#include "tst_displaytext.moc"
