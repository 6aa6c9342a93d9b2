// What is typed at a Windows console becomes the password that was meant, or none.

#include "cli/consoleline.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class ConsoleLineTest : public QObject
{
    Q_OBJECT

    static ConsoleLine typed(const QString &units)
    {
        ConsoleLine line;
        for (const QChar unit : units)
            line.append(unit.unicode());
        return line;
    }

private Q_SLOTS:
    void charactersOfTwoUnitsStayWhole()
    {
        const QString text = u"zähler😀🔑\r\n"_s;
        QVERIFY(typed(text).isWhole());
        QCOMPARE(typed(text).toUtf8(), text.toUtf8());
    }

    void aLineWithoutItsEndIsNotWhole()
    {
        QVERIFY(!typed({}).isWhole());
        QVERIFY(!typed(u"half"_s).isWhole());
        QVERIFY(!typed(u"😀"_s.first(1)).isWhole());
    }

    void ctrlZInFrontIsTheEndOfInput()
    {
        QVERIFY(typed(u"\x1a"_s).isWhole());
        QCOMPARE(typed(u"\x1a"_s).toUtf8(), QByteArray());
    }

    void whatIsNoTextIsNotChangedSilently()
    {
        QVERIFY(!QUtf8StringView(typed(u"😀"_s.first(1) + u"a\n"_s).toUtf8()).isValidUtf8());
        QVERIFY(!QUtf8StringView(typed(u"a\x1a\n"_s).toUtf8()).isValidUtf8());
    }
};

QTEST_GUILESS_MAIN(ConsoleLineTest)
#include "tst_consoleline.moc"
