// The named colours can be read: each text on each background that it stands on, light and dark.

#include "ui/theme/colors.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

/// WCAG 2.1, success criterion 1.4.3.
static constexpr double leastContrast = 4.5;

class ColorsTest : public QObject
{
    Q_OBJECT

    static void addPairs(const QString &theme, const Colors &colors)
    {
        std::vector<ColorPair> pairs = textPairs(colors);
        for (const Tone tone : {Tone::Good, Tone::Caution, Tone::Bad, Tone::Busy, Tone::Plain}) {
            // Without a fill of its own a chip is outlined, on a card or on the window.
            const QString name = u"tone %1"_s.arg(static_cast<int>(tone));
            const QColor fill = toneFill(colors, tone);
            pairs.push_back(
                {name + u" on its fill"_s, toneText(colors, tone), fill.isValid() ? fill : colors.surface});
            if (!fill.isValid())
                pairs.push_back({name + u" on window"_s, toneText(colors, tone), colors.window});
        }
        for (const ColorPair &pair : pairs)
            QTest::newRow(qPrintable(u"%1, %2"_s.arg(theme, pair.name))) << pair.text << pair.background;
    }

private Q_SLOTS:
    void theFormulaGivesTheKnownEnds()
    {
        QCOMPARE(qRound(contrastRatio(Qt::black, Qt::white) * 100), 2100);
        QCOMPARE(qRound(contrastRatio(Qt::white, Qt::black) * 100), 2100);
        QCOMPARE(qRound(contrastRatio(Qt::gray, Qt::gray) * 100), 100);
        // #767676 on white is the palest grey that passes.
        QVERIFY(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) >= leastContrast);
        QVERIFY(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) < leastContrast);
    }

    void everyTextCanBeReadOnItsBackground_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("background");
        addPairs(u"light"_s, lightColors());
        addPairs(u"dark"_s, darkColors());
    }
    void everyTextCanBeReadOnItsBackground()
    {
        QFETCH(const QColor, text);
        QFETCH(const QColor, background);
        QVERIFY(text.isValid() && background.isValid());
        const double contrast = contrastRatio(text, background);
        QVERIFY2(contrast >= leastContrast,
                 qPrintable(u"%1 on %2: %3"_s.arg(text.name(), background.name()).arg(contrast, 0, 'f', 2)));
    }
};

QTEST_GUILESS_MAIN(ColorsTest)
#include "tst_colors.moc"
