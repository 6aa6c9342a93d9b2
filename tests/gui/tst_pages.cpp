// What holds for every page and every dialog: each control has a name, Tab visits all and returns, nothing is
// cut, everything is translated, nothing overlaps. In plain English, in letters of double size, and in a
// language whose texts are 40 % longer and in brackets.

#include "pagechecks.h"
#include "pseudotranslator.h"
#include "scenes.h"

#include "languages/languages.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

/// The size as drawn, and the least that the window has to work in.
static constexpr QSize windowSizes[] = {{1120, 760}, {900, 600}};

class PagesTest : public QObject
{
    Q_OBJECT

    QFont m_font;
    Languages m_english;
    PseudoTranslator m_longer;

    static void addScenes()
    {
        QTest::addColumn<QString>("scene");
        const QStringList names = Scene::names();
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }

    static void report(const QString &name, const QStringList &findings)
    {
        if (!findings.isEmpty())
            QFAIL(qPrintable(u"%1:\n  %2"_s.arg(name, findings.join(u"\n  "_s))));
    }

    static void resizeTo(Scene &scene, const QSize &size)
    {
        if (scene.isDialog())
            scene.target()->resize(scene.target()->sizeHint().boundedTo(size));
        else
            scene.target()->resize(size);
        settle();
    }

    static void everythingFits(const QString &name, Sideways sideways = Sideways::Fits)
    {
        Scene scene(name);
        for (const QSize &size : windowSizes) {
            resizeTo(scene, size);
            report(u"%1×%2"_s.arg(size.width()).arg(size.height()), cutTexts(scene.target(), sideways));
            report(u"%1×%2"_s.arg(size.width()).arg(size.height()), overlaps(scene.target()));
            if (QTest::currentTestFailed())
                return;
        }
    }

private Q_SLOTS:
    void initTestCase() { QGuiApplication::setApplicationDisplayName(u"Sigen Modbus"_s); }

    void init()
    {
        m_font = QApplication::font();
        m_english.use(QLocale(u"en"_s));
    }

    void cleanup()
    {
        QCoreApplication::removeTranslator(&m_longer);
        QApplication::setFont(m_font);
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void theChecksSeeWhatIsWrong()
    {
        const auto contains = [](const QStringList &findings, const QString &words) {
            return std::any_of(findings.cbegin(), findings.cend(),
                               [&](const QString &finding) { return finding.contains(words); });
        };
        QWidget window;
        window.resize(400, 300);
        auto *const unnamed = new QLineEdit(&window);
        unnamed->setGeometry(0, 0, 100, 30);
        auto *const named = new QLineEdit(&window);
        named->setGeometry(0, 40, 100, 30);
        named->setAccessibleName(u"[Name]"_s);
        auto *const cut = new QLabel(u"[Words that need more room than that]"_s, &window);
        cut->setGeometry(0, 80, 50, 30);
        auto *const outside = new QPushButton(u"[Outside]"_s, &window);
        outside->setGeometry(350, 120, 200, 40);
        auto *const over = new QPushButton(u"[Over] said in English"_s, &window);
        over->setGeometry(340, 130, 50, 40);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        settle();

        QCOMPARE(unnamedControls(&window).size(), 1);
        QVERIFY(contains(unnamedControls(&window), u"QLineEdit"_s));
        const QStringList tight = cutTexts(&window);
        QVERIFY(contains(tight, u"is cut: QLabel"_s));
        QVERIFY(contains(tight, u"is cut: QPushButton “[Over] said"_s));
        QVERIFY(contains(tight, u"is outside of QWidget: QPushButton “[Outside]”"_s));
        QCOMPARE(overlaps(&window).size(), 1);
        const QStringList english = untranslatedTexts(&window, {});
        QVERIFY(contains(english, u"said in English"_s));
        QVERIFY(!contains(english, u"Outside"_s));
        QCOMPARE(untranslatedTexts(&window, {u"said in English"_s, u"tst_pages"_s, u"Sigen Modbus"_s}),
                 QStringList());

        QCOMPARE(tabOrderGaps(&window), QStringList());
        auto *const trap = new QPlainTextEdit(&window); // takes Tab for itself
        trap->setGeometry(0, 180, 100, 60);
        trap->show();
        settle();
        QVERIFY(contains(tabOrderGaps(&window), u"Tab goes"_s));
    }

    void everyControlHasAName_data() { addScenes(); }
    void everyControlHasAName()
    {
        QFETCH(const QString, scene);
        Scene shown(scene);
        settle();
        report(scene, unnamedControls(shown.target()));
    }

    void tabVisitsAllAndReturns_data() { addScenes(); }
    void tabVisitsAllAndReturns()
    {
        QFETCH(const QString, scene);
        Scene shown(scene);
        settle();
        report(scene, tabOrderGaps(shown.target()));
    }

    void everythingFitsInUsualLetters_data() { addScenes(); }
    void everythingFitsInUsualLetters()
    {
        QFETCH(const QString, scene);
        everythingFits(scene);
    }

    void everythingFitsInLettersOfDoubleSize_data() { addScenes(); }
    void everythingFitsInLettersOfDoubleSize()
    {
        QFETCH(const QString, scene);
        QFont font = m_font;
        font.setPointSizeF(2 * m_font.pointSizeF());
        QApplication::setFont(font);
        everythingFits(scene, Sideways::MayScroll);
    }

    void everythingFitsWhenTextsAreLonger_data() { addScenes(); }
    void everythingFitsWhenTextsAreLonger()
    {
        QFETCH(const QString, scene);
        QCoreApplication::installTranslator(&m_longer);
        everythingFits(scene);
    }

    void everythingIsTranslated_data() { addScenes(); }
    void everythingIsTranslated()
    {
        QFETCH(const QString, scene);
        QCoreApplication::installTranslator(&m_longer);
        Scene shown(scene);
        settle();
        report(scene, untranslatedTexts(shown.target(), shown.foreignWords()));
    }

    void fromRightToLeftNothingOverlaps_data() { addScenes(); }
    void fromRightToLeftNothingOverlaps()
    {
        QFETCH(const QString, scene);
        Scene shown(scene);
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        for (const QSize &size : windowSizes) {
            resizeTo(shown, size);
            QCOMPARE(shown.target()->layoutDirection(), Qt::RightToLeft);
            report(scene, overlaps(shown.target()) + cutTexts(shown.target()));
        }
    }

    void theDarkThemeTakesNoRoom_data() { addScenes(); }
    void theDarkThemeTakesNoRoom()
    {
        QFETCH(const QString, scene);
        Scene shown(scene);
        shown.world().settings().setThemeOfRun(Theme::Dark);
        resizeTo(shown, windowSizes[1]);
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 128);
        report(scene, cutTexts(shown.target()) + unnamedControls(shown.target()));
    }

    void noPageNeedsMoreThanTheLeastSize_data() { addScenes(); }
    void noPageNeedsMoreThanTheLeastSize()
    {
        QFETCH(const QString, scene);
        Scene shown(scene);
        settle();
        const QSize least = shown.target()->minimumSizeHint().expandedTo(shown.target()->minimumSize());
        QVERIFY2(least.width() <= windowSizes[1].width() && least.height() <= windowSizes[1].height(),
                 qPrintable(u"%1×%2"_s.arg(least.width()).arg(least.height())));
    }
};

QTEST_MAIN(PagesTest)
#include "tst_pages.moc"
