// The tray: what it says of the gateways that are kept on, and what closing the window means.

#include "guitesting.h"

#include "ui/dialogs/questiondialog.h"
#include "ui/trayicon.h"

#include <QSignalSpy>
#include <QTabWidget>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

static constexpr int patience = 20000; // ms

class TrayTest : public QObject
{
    Q_OBJECT

    static QString idOf(WindowWorld &world) { return world.gateway().gateway().id; }

    static void keepOn(WindowWorld &world, const GatewaySimulator &gateway)
    {
        world.open(gateway);
        world.signIn(rightPassword());
        world.keepOn().start(idOf(world));
        QTRY_COMPARE_WITH_TIMEOUT(world.keepOn().keepOn(idOf(world)).last.state, WatchState::On, patience);
    }

    static QAction *entry(TrayIcon &tray, const QString &name)
    {
        return tray.menu()->findChild<QAction *>(name);
    }

    static int openQuestions()
    {
        int count = 0;
        const QWidgetList windows = QApplication::topLevelWidgets();
        for (const QWidget *window : windows)
            count += qobject_cast<const QuestionDialog *>(window) && window->isVisible() ? 1 : 0;
        return count;
    }

private Q_SLOTS:
    void cleanup() { QApplication::setQuitOnLastWindowClosed(true); }

    void itSaysHowTheGatewaysAre()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        world.giveTray(true);
        TrayIcon &tray = world.window().tray();
        QVERIFY(!tray.isShown());
        keepOn(world, *gateway);
        QVERIFY(tray.isShown());
        QCOMPARE(tray.tone(), Tone::Good);
        QVERIFY(tray.toolTip().endsWith(u": on"_s));
        QSignalSpy opened(&tray, &TrayIcon::openRequested);
        const QList<QAction *> entries = tray.menu()->actions();
        QCOMPARE(entries.size(), 5); // open, gateway and quit, with lines between them
        entries.at(2)->trigger();
        QCOMPARE(opened.at(0).at(0).toString(), idOf(world));

        gateway->stop();
        QTRY_COMPARE_WITH_TIMEOUT(tray.tone(), Tone::Caution, patience);
        QVERIFY(tray.toolTip().endsWith(u": not reachable"_s)
                || tray.toolTip().endsWith(u": not known yet"_s));
        world.keepOn().stop(idOf(world));
        QVERIFY(!tray.isShown());
    }

    void aChangeOfStateIsToldOnce()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        world.giveTray(true);
        QSignalSpy said(&world.window().tray(), &TrayIcon::said);
        keepOn(world, *gateway);
        QVERIFY(said.isEmpty()); // as the user wished
        gateway->setEnabled(false);
        QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, patience);
        QVERIFY(said.at(0).at(1).toString().contains(u"switched on again"_s));
        gateway->setEnabled(false); // by somebody, the second time
        QTRY_COMPARE_WITH_TIMEOUT(said.size(), 2, patience);
        QVERIFY(said.at(1).at(1).toString().contains(u"no longer watched"_s));
        QCOMPARE(world.window().tray().tone(), Tone::Bad);
    }

    void theWindowGoesToTheTrayAndSaysSoOnce()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        world.giveTray(true);
        TrayIcon &tray = world.window().tray();
        QSignalSpy said(&tray, &TrayIcon::said);
        keepOn(world, *gateway);
        world.window().close();
        QVERIFY(!world.window().isVisible());
        QVERIFY(tray.isShown());
        QVERIFY(world.keepOn().isKeeping());
        QCOMPARE(said.size(), 1);
        QVERIFY(!QApplication::quitOnLastWindowClosed());
        gateway->setEnabled(false);
        QTRY_VERIFY_WITH_TIMEOUT(gateway->isEnabled(), patience);
        QTRY_COMPARE(said.size(), 2); // that it was mended

        entry(tray, u"open"_s)->trigger();
        QVERIFY(world.window().isVisible());
        QVERIFY(QApplication::quitOnLastWindowClosed());
        world.window().close();
        QCOMPARE(said.size(), 2); // not once more
        entry(tray, u"open"_s)->trigger();

        tray.say(u"Home"_s, u"The firmware is <img src=x> now"_s);
        QCOMPARE(said.constLast().at(1).toString(), u"The firmware is ‹img src=x› now"_s);
    }

    void whoIsInTheTrayCanComeBackWhenNothingIsWatchedAnyMore()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        world.giveTray(true);
        keepOn(world, *gateway);
        world.window().close();
        world.keepOn().stop(idOf(world));
        QVERIFY(world.window().tray().isShown());
        entry(world.window().tray(), u"open"_s)->trigger();
        QVERIFY(!world.window().tray().isShown());
        world.window().close();
        QVERIFY(!world.window().isVisible() && QApplication::quitOnLastWindowClosed());
    }

    void quitIsNoWayToTheTray()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        world.giveTray(true);
        keepOn(world, *gateway);
        world.window().quit();
        QVERIFY(!world.window().isVisible());
        QVERIFY(QApplication::quitOnLastWindowClosed());
        QCOMPARE(openQuestions(), 0);
    }

    void withoutATrayClosingSaysThatItEnds()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        keepOn(world, *gateway);
        QVERIFY(!world.window().tray().isShown());
        world.window().close();
        QVERIFY(world.window().isVisible());
        QCOMPARE(openQuestions(), 1);
        QVERIFY(world.reject());
        world.window().close();
        QVERIFY(world.accept());
        QTRY_VERIFY(!world.window().isVisible());
    }

    void nothingKeptOnClosesAsEver()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        world.giveTray(true);
        world.open(*gateway);
        world.window().close();
        QVERIFY(!world.window().isVisible());
        QCOMPARE(openQuestions(), 0);
    }

    void aChangeUnderWayIsAskedAboutFirst()
    {
        const auto gateway = startGateway(true, {u"write-no-reply"_s});
        WindowWorld world(*gateway);
        world.giveTray(true);
        keepOn(world, *gateway);
        world.gateway().turnOff();
        QVERIFY(world.accept());
        QVERIFY(world.book().isChangeUnderWay());
        world.window().close();
        QVERIFY(world.window().isVisible());
        QCOMPARE(openQuestions(), 1);
        QVERIFY(world.reject());
        world.wait();
    }
};

QTEST_MAIN(TrayTest)
#include "tst_tray.moc"
