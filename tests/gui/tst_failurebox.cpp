// A failure says what happened in one headline, at most two steps and one thing to press; the rest folds out,
// and no sentence stands twice on the page.

#include "guitesting.h"
#include "pagechecks.h"
#include "pagetexts.h"

#include "ui/models/facts.h"
#include "ui/theme/colors.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class FailureBoxTest : public QObject
{
    Q_OBJECT

    static QList<QWidget *> shown(QWidget *window, const QString &name)
    {
        QList<QWidget *> all = visibleWidgets(window);
        all.removeIf([&name](const QWidget *widget) { return widget->objectName() != name; });
        return all;
    }

    static QStringList primaryButtons(QWidget *window)
    {
        QStringList texts;
        const QList<QWidget *> widgets = visibleWidgets(window);
        for (const QWidget *widget : widgets) {
            const auto *button = qobject_cast<const QPushButton *>(widget);
            if (button != nullptr && button->isEnabled() && button->property("primary").toBool())
                texts += button->text();
        }
        return texts;
    }

    static void verifySaidOnce(QWidget *window)
    {
        settle();
        const QStringList twice = repeatedSentences(window);
        QVERIFY2(twice.isEmpty(), qPrintable(twice.join(u'\n')));
        const QList<PageText> texts = textsOf(window);
        for (const PageText &text : texts)
            QVERIFY2(!text.text.contains("command line"_L1), qPrintable(text.text));
    }

private Q_SLOTS:
    void aFailureIsShortAndSaysNothingTwice_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *fault : {"sign-in-hostile-text", "read-missing-enable", "write-refused",
                                  "write-no-effect", "port-never-opens", "modbus-silent",
                                  "modbus-exception-02", "lookalike-huawei", "serial-differs"})
            QTest::newRow(fault) << QString::fromLatin1(fault);
    }
    void aFailureIsShortAndSaysNothingTwice()
    {
        QFETCH(const QString, fault);
        const auto gateway = startGateway(false, {fault});
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.signIn(rightPassword());
        if (world.has("serverSwitch") && world.find("serverSwitch")->isEnabled()) {
            world.click("serverSwitch");
            QVERIFY(world.accept());
            world.wait();
        }
        verifySaidOnce(&world.window());
        if (QTest::currentTestFailed() || !world.has("failure"))
            return;
        const QString title = world.text("failureTitle");
        QVERIFY2(!title.contains(u"code "_s), qPrintable(title));
        const qsizetype steps = shown(&world.window(), u"failureStep"_s).size();
        QVERIFY(steps <= 2);
        const QStringList primary = primaryButtons(&world.window());
        QVERIFY2(primary.size() <= 1, qPrintable(primary.join(u", "_s)));
        QVERIFY(!world.has("failureDetails"));

        world.click("failureMore");
        QVERIFY(world.has("failureDetails"));
        const PageState page = world.gateway().page();
        const Failure failure = *(page.signIn.failure ? page.signIn.failure : page.verification.failure);
        QCOMPARE(shown(&world.window(), u"failureStep"_s).size(), failure.causes.size());
        verifySaidOnce(&world.window());
        world.click("failureMore");
        QVERIFY(!world.has("failureDetails"));
    }

    void copyingTheDetailsSaysSo()
    {
        const auto gateway = startGateway(false, {u"write-refused"_s});
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.signIn(rightPassword());
        world.click("serverSwitch");
        QVERIFY(world.accept());
        world.wait();
        world.click("failureMore");
        const QList<QPushButton *> buttons = world.window().findChildren<QPushButton *>();
        const auto copy = std::find_if(buttons.cbegin(), buttons.cend(), [](const QPushButton *button) {
            return button->isVisible() && button->text() == actionText(PageAction::CopyDetails);
        });
        QVERIFY(copy != buttons.cend());
        (*copy)->click();
        QCOMPARE((*copy)->text(), u"Copied"_s);
    }

    void ticksFoldIntoOneLineAndOutAgain()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.signIn(rightPassword());
        world.click("serverSwitch");
        QVERIFY(world.accept());
        QVERIFY(world.has("steps")); // what is under way is seen step by step
        world.wait();
        QCOMPARE(world.gateway().page().verification.foldedTitle, u"5 of 5 steps"_s);
        QVERIFY(!world.has("steps"));
        world.click("stepsLink");
        QVERIFY(world.has("steps"));
        world.click("stepsLink");
        QVERIFY(!world.has("steps"));
    }

    void placeholdersCanBeRead_data()
    {
        QTest::addColumn<Theme>("theme");
        QTest::newRow("light") << Theme::Light;
        QTest::newRow("dark") << Theme::Dark;
    }
    void placeholdersCanBeRead()
    {
        QFETCH(const Theme, theme);
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        world.settings().setThemeOfRun(theme);
        world.open(*gateway);
        world.click("advanced");
        settle();
        const QList<QLineEdit *> fields = world.window().findChildren<QLineEdit *>();
        for (const QLineEdit *field : fields) {
            const QColor text = field->palette().color(QPalette::PlaceholderText);
            QCOMPARE(text.alpha(), 255);
            const double contrast = contrastRatio(text, colorsFor(world.window().palette()).surface);
            QVERIFY2(contrast >= 4.5, qPrintable(field->objectName()));
        }
    }
};

QTEST_MAIN(FailureBoxTest)
#include "tst_failurebox.moc"
