#include "core/secret.h"

#include <QDebug>
#include <QTest>
#include <QVariant>

#include <type_traits>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

template <typename T>
concept Printable = requires(QDebug debug, T value)
{
    debug << value;
};

static_assert(Printable<QString>);
static_assert(!Printable<Secret>);
static_assert(!std::is_convertible_v<Secret, QString>);
static_assert(!std::is_convertible_v<QString, Secret>);
static_assert(!std::is_constructible_v<QString, Secret>);
static_assert(!std::is_convertible_v<Secret, QVariant>);

class SecretTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void revealsWhatItWasGiven()
    {
        QCOMPARE(Secret(u"hunter22"_s).reveal(), u"hunter22"_s);
        QVERIFY(Secret().isEmpty());
        QVERIFY(Secret(QString()).isEmpty());
        QVERIFY(!Secret(u" "_s).isEmpty());
    }

    void comparesByValue()
    {
        QVERIFY(Secret(u"hunter22"_s) == Secret(u"hunter22"_s));
        QVERIFY(Secret(u"hunter22"_s) != Secret(u"Hunter22"_s));
        QVERIFY(Secret() == Secret(u""_s));
    }

    void overwritingOneHolderLeavesTheOthersAlone()
    {
        QString typed = u"hunter"_s;
        typed += u"22"_s; // on the heap, not a literal
        Secret kept;
        {
            const Secret first(typed);
            kept = first;
        }
        QCOMPARE(typed, u"hunter22"_s);
        QCOMPARE(kept.reveal(), u"hunter22"_s);
        kept = Secret();
        QCOMPARE(typed, u"hunter22"_s);
    }

    void movesWithoutLosingTheText()
    {
        Secret first(u"hunter"_s.repeated(2));
        const Secret second(std::move(first));
        QCOMPARE(second.reveal(), u"hunterhunter"_s);
        Secret third;
        third = Secret(second);
        QCOMPARE(third, second);
    }

    void survivesTextsThatItMayNotOverwrite()
    {
        static const char16_t characters[] = u"read-only";
        const Secret literal(u"read-only literal"_s);
        const Secret raw(QString::fromRawData(reinterpret_cast<const QChar *>(characters), 9));
        QCOMPARE(raw.reveal(), u"read-only"_s);
        QVERIFY(!literal.isEmpty());
    }
};

QTEST_GUILESS_MAIN(SecretTest)
#include "tst_secret.moc"
