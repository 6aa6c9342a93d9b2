// The language changes while the window is open: menus, buttons, labels, rows and numbers follow without a
// restart.

#include "guitesting.h"
#include "pagetexts.h"
#include "pseudotranslator.h"

#include "languages/languages.h"

#include <QAction>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QTabWidget>

#include <algorithm>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class LanguageTest : public QObject
{
    Q_OBJECT

    Languages m_languages;

    /// What the composition root does.
    void follow(WindowWorld &world)
    {
        m_languages.use(world.settings().locale());
        showAgain(world);
    }
    static void showAgain(WindowWorld &world)
    {
        const QLocale locale = world.settings().locale();
        world.discovery().setLocale(locale);
        world.discovery().retranslate();
        world.book().setLocale(locale);
        world.book().retranslate();
        QCoreApplication::sendPostedEvents();
    }

    static QString fileMenu(WindowWorld &world)
    {
        return world.window().menuBar()->actions().constFirst()->text();
    }
    static QString firstRow(WindowWorld &world)
    {
        return world.discovery().hosts()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    }

private Q_SLOTS:
    void cleanup() { m_languages.use(QLocale(u"en"_s)); }

    void aWindowThatIsOpenChangesItsLanguage()
    {
        m_languages.use(QLocale(u"en"_s));
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        connect(&world.settings(), &Settings::languageChanged, this, [&] { follow(world); });
        world.open(*gateway);
        world.signIn(rightPassword());
        world.find<QTabWidget>("tabs")->setCurrentIndex(0);
        LiveValuesController &live = world.book().current()->live;
        live.start();
        QTRY_VERIFY_WITH_TIMEOUT(live.hasValues(), 20000);

        QCOMPARE(fileMenu(world), u"&File"_s);
        QCOMPARE(world.text("serverHeadline"), u"Modbus TCP server is on"_s);
        QVERIFY(world.find<QPushButton>("testPort")->text().startsWith(u"Test port"_s));
        QCOMPARE(world.find<QPushButton>("signOut")->text(), u"Sign &out"_s);
        const QString englishRow = firstRow(world);
        const QString englishStep = world.gateway().page().verification.steps.constFirst().sentence;
        const QString englishValue = live.battery().value;
        QVERIFY2(englishValue.contains(u'.') && !englishValue.contains(u','), qPrintable(englishValue));

        world.settings().setLanguage(u"de"_s);
        QCOMPARE(fileMenu(world), u"&Datei"_s);
        QVERIFY(world.text("serverHeadline") != u"Modbus TCP server is on"_s);
        QVERIFY2(world.find<QPushButton>("testPort")->text().contains(u"Port"_s), "Test port");
        QVERIFY(!world.find<QPushButton>("testPort")->text().startsWith(u"Test port"_s));
        QVERIFY(world.find<QPushButton>("signOut")->text() != u"Sign &out"_s);
        QVERIFY(firstRow(world) != englishRow);
        QVERIFY(world.gateway().page().verification.steps.constFirst().sentence != englishStep);
        const QString germanValue = live.battery().value;
        QVERIFY2(germanValue.contains(u',') && !germanValue.contains(u'.'), qPrintable(germanValue));
        QCOMPARE(world.window().locale(), QLocale(u"de"_s));

        world.settings().setLanguage(u"en"_s);
        QCOMPARE(fileMenu(world), u"&File"_s);
        QCOMPARE(world.text("serverHeadline"), u"Modbus TCP server is on"_s);
        QCOMPARE(live.battery().value, englishValue);
        QCOMPARE(firstRow(world), englishRow);
    }

    void aFailureFollowsTheLanguage()
    {
        m_languages.use(QLocale(u"en"_s));
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        connect(&world.settings(), &Settings::languageChanged, this, [&] { follow(world); });
        world.open(*gateway);
        world.click("testPort");
        world.wait();
        QVERIFY(world.text("failureTitle").contains(u" refuses connections"_s));
        world.settings().setLanguage(u"de"_s);
        QVERIFY(!world.text("failureTitle").contains(u" refuses connections"_s));
        world.signIn(u"wrong"_s);
        const QString refused = world.text("failureTitle");
        world.settings().setLanguage(u"en"_s);
        QVERIFY(world.text("failureTitle") != refused);
    }

    void whatAJobSaidFollowsTheLanguage_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("part"); // of the page, that the fault brings about
        QTest::newRow("serial numbers that can't be compared") << u"serial-missing"_s << u"steps"_s;
        QTest::newRow("refused, but done") << u"write-refused-but-done"_s << u"warnings"_s;
        QTest::newRow("refused") << u"write-refused"_s << u"failure"_s;
        QTest::newRow("a closed port") << u"port-never-opens"_s << u"failure"_s;
        QTest::newRow("no Modbus") << u"modbus-http"_s << u"failure"_s;
    }
    void whatAJobSaidFollowsTheLanguage()
    {
        QFETCH(const QString, fault);
        QFETCH(const QString, part);
        const auto gateway = startGateway(false, {fault});
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.signIn(rightPassword());
        world.click("serverSwitch");
        QVERIFY(world.accept());
        world.wait();

        PseudoTranslator other;
        QCoreApplication::installTranslator(&other);
        showAgain(world);
        QVERIFY(world.has(qPrintable(part)));
        for (const char *const shown : {"steps", "warnings", "failure"}) {
            if (!world.has(shown))
                continue;
            auto *const widget = world.find(shown);
            QList<QLabel *> labels = widget->findChildren<QLabel *>();
            if (auto *const itself = qobject_cast<QLabel *>(widget))
                labels += itself;
            for (const QLabel *const label : std::as_const(labels)) {
                const QString text = label->text();
                const bool hasWords =
                    std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
                if (!label->isVisible() || !hasWords)
                    continue;
                for (const QString &line : text.split(u'\n'))
                    QVERIFY2(line.contains(u'[') && line.endsWith(u']'), qPrintable(line));
            }
        }
    }

    void noTextOfTheOldLanguageStays_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << u"de"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s;
    }
    void noTextOfTheOldLanguageStays()
    {
        // A window that was switched says the same as one that was made in the language.
        QFETCH(const QString, language);
        m_languages.use(QLocale(u"en"_s));
        const auto gateway = startGateway(false);
        const auto allTexts = [&](bool from) {
            WindowWorld world(*gateway);
            connect(&world.settings(), &Settings::languageChanged, this, [&] { follow(world); });
            if (from)
                world.settings().setLanguage(language);
            world.open(*gateway);
            world.signIn(rightPassword());
            world.click("signOut");
            if (!from)
                world.settings().setLanguage(language);
            QCoreApplication::sendPostedEvents(); // rows that a sign-out has added are shown by events
            QStringList texts;
            const QList<PageText> shown = textsOf(&world.window());
            for (const PageText &text : shown)
                texts += text.text;
            // What tells the time differs between two runs, in seconds where a computer is slow.
            static const QRegularExpression duration(u"\\d+([.,]\\d+)?(\\s)(ms|s|毫秒|秒)"_s);
            texts.replaceInStrings(duration, u"0\\2ms"_s);
            static const QRegularExpression number(u"\\d+"_s);
            texts.replaceInStrings(number, u"0"_s);
            world.settings().setLanguage(u"en"_s);
            return texts;
        };
        const QStringList made = allTexts(true);
        const QStringList switched = allTexts(false);
        const auto onlyIn = [](const QStringList &texts, const QStringList &others) {
            QStringList only;
            std::copy_if(texts.begin(), texts.end(), std::back_inserter(only),
                         [&others](const QString &text) { return !others.contains(text); });
            return only.join(u'\n');
        };
        QCOMPARE(onlyIn(switched, made), QString());
        QCOMPARE(onlyIn(made, switched), QString());
    }
};

QTEST_MAIN(LanguageTest)
#include "tst_language.moc"
