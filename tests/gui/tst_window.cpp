// The window around the page: forgetting a saved gateway, and texts at the edges.

#include "guitesting.h"

#include "ui/dialogs/letterdialog.h"
#include "ui/widgets/elidedcombobox.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStatusBar>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class WindowTest : public QObject
{
    Q_OBJECT

    static std::optional<Secret> stored(WindowWorld &world, const GatewaySimulator &gateway)
    {
        const auto reading = world.keychain().read(secretKey(u"admin"_s, gateway.address().toString()),
                                                   std::chrono::seconds(2));
        QSignalSpy ended(reading.get(), &Operation::finished);
        reading->start();
        [&] { QVERIFY(!ended.isEmpty() || ended.wait()); }();
        return reading->secret();
    }

    static void chooseForget(WindowWorld &world)
    {
        auto *const list = world.find<QListView>("hosts");
        const QPoint place = list->visualRect(list->model()->index(0, 0)).center();
        QContextMenuEvent asked(QContextMenuEvent::Mouse, place, list->viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(list->viewport(), &asked);
        auto *const menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        [&] { QVERIFY(menu != nullptr); }();
        const QList<QAction *> actions = menu->actions();
        for (QAction *action : actions) {
            if (action->text().contains(u"orget"_s))
                action->trigger();
        }
        menu->close();
    }

private Q_SLOTS:
    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }

    void theOnlyGatewaysFormIsReadyToTypeIn()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        world.discovery().scan();
        QTRY_VERIFY_WITH_TIMEOUT(!world.discovery().isScanning(), 20000);
        QVERIFY(world.book().current() != nullptr);
        const QWidget *focused = world.window().focusWidget();
        QVERIFY(focused != nullptr);
        const QString empty =
            world.find<QLineEdit>("username")->text().isEmpty() ? u"username"_s : u"password"_s;
        QCOMPARE(focused->objectName(), empty);
    }

    void whoTypesAnAddressGoesOnTyping()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        world.discovery().scan();
        world.type("address", u"192.168.1."_s);
        QTRY_VERIFY_WITH_TIMEOUT(!world.discovery().isScanning(), 20000);
        QVERIFY(world.book().current() == nullptr);
        QCOMPARE(world.window().focusWidget()->objectName(), u"address"_s);
        QCOMPARE(world.find<QLineEdit>("address")->text(), u"192.168.1."_s);
    }

    void aPressedRowLeadsToItsForm()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        world.discovery().leaveChoiceToUser();
        world.discovery().scan();
        QTRY_VERIFY_WITH_TIMEOUT(!world.discovery().isScanning(), 20000);
        QVERIFY(world.book().current() == nullptr);
        auto *const list = world.find<QListView>("hosts");
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(0, 0)).center());
        QVERIFY(qobject_cast<QLineEdit *>(world.window().focusWidget()) != nullptr);
    }

    void aForgottenGatewayTakesItsPasswordAndItsSessionWithIt()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.showForm();
        world.click("remember");
        world.signIn(rightPassword());
        QTRY_VERIFY(stored(world, *gateway).has_value());
        QCOMPARE(world.store().count(), 1);

        chooseForget(world);
        QVERIFY(world.reject());
        QCOMPARE(world.store().count(), 1);
        QVERIFY(world.gateway().isSignedIn());

        chooseForget(world);
        QVERIFY(world.accept());
        QTRY_VERIFY(world.saved().isEmpty());
        QVERIFY(!stored(world, *gateway));
        QVERIFY(world.book().current() == nullptr || !world.gateway().isSignedIn());

        // It is not saved again because it is seen, only because somebody signs in to it.
        world.open(*gateway);
        world.click("testPort");
        world.wait();
        QVERIFY(world.saved().isEmpty());
        QVERIFY(!world.has("forgetPassword"));
        world.signIn(rightPassword());
        QCOMPARE(world.store().count(), 1);
    }

    void nobodysPageOpensWhenTheSelectedRowGoes_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"removed", "forgotten", "the demo stopped"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void nobodysPageOpensWhenTheSelectedRowGoes()
    {
        QFETCH(const QString, how);
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        DiscoveryController &discovery = world.discovery();
        const bool isSaved = how == "forgotten"_L1;
        for (const QString &host : {u"127.250.250.1"_s, u"127.250.250.2"_s, u"127.250.250.3"_s}) {
            Gateway entry;
            entry.places = {placeAt(host)};
            if (isSaved)
                world.registry().absorb(entry);
            else
                world.registry().absorb(Added{host, 8080, 502});
        }
        if (how == "the demo stopped"_L1)
            world.click("tryDemo");
        else
            discovery.setCurrentRow(1);
        QTRY_VERIFY(world.has("signIn"));
        const int rows = discovery.hosts()->rowCount();
        QSignalSpy pages(&world.book(), &GatewayBook::currentChanged);
        if (how == "removed"_L1)
            discovery.removeRow(1);
        else if (isSaved)
            world.book().forget(discovery.currentId());
        else
            discovery.stopDemo();
        QTRY_COMPARE(discovery.hosts()->rowCount(), rows - 1);
        QVERIFY(!discovery.currentIndex().isValid());
        QVERIFY(world.book().current() == nullptr);
        QVERIFY(!world.has("signIn"));
        QCOMPARE(pages.size(), 1); // none in between, either
        QVERIFY(!world.find<QListView>("hosts")->selectionModel()->hasSelection());
    }

    void aRescanSignsNobodyOut()
    {
        const auto gateway = startGateway(true, {u"serial-missing"_s});
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.signIn(rightPassword());
        QVERIFY(world.has("serverSwitch"));
        world.open(*gateway); // the same address once more
        QVERIFY(world.has("serverSwitch"));
        world.click("scan");
        QTRY_VERIFY_WITH_TIMEOUT(!world.discovery().isScanning(), 20000);
        QVERIFY(world.has("serverSwitch"));
        QVERIFY(world.gateway().isSignedIn());
        QCOMPARE(world.discovery().hosts()->rowCount(), 1);
    }

    void theStatusBarKeepsItsMargins_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }
    void theStatusBarKeepsItsMargins()
    {
        QFETCH(const Qt::LayoutDirection, direction);
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        QGuiApplication::setLayoutDirection(direction);
        world.open(*gateway);
        world.signIn(rightPassword());
        world.click("serverSwitch");
        QVERIFY(world.accept());
        world.wait();
        QVERIFY(!world.text("lastChange").isEmpty());
        for (const char *const name : {"safety", "lastChange"}) {
            const QWidget *const label = world.find(name);
            const QPoint from = label->mapTo(&world.window(), label->contentsRect().topLeft());
            const QPoint to = label->mapTo(&world.window(), label->contentsRect().topRight());
            constexpr int least = 8;
            QVERIFY2(from.x() >= least, name);
            QVERIFY2(to.x() <= world.window().width() - least, name);
        }
    }

    void aChoiceThatIsTooLongEndsWithAnEllipsis()
    {
        ElidedComboBox box;
        box.addItem(u"Local WebSocket protocol as publicly described by the community"_s);
        box.addItem(u"Short"_s);
        box.resize(160, 32);
        QVERIFY(box.shownText().endsWith(u"…"_s));
        box.setCurrentIndex(1);
        QCOMPARE(box.shownText(), u"Short"_s);
    }

    void aLetterThatWasChangedStaysWhileTheOtherIsLookedAt()
    {
        LetterDialog letter(Recipient::Installer, {});
        auto *const body = letter.findChild<QPlainTextEdit *>();
        auto *const recipient = letter.findChild<QComboBox *>(u"recipient"_s);
        body->moveCursor(QTextCursor::Start);
        body->insertPlainText(u"Dear Anna, "_s);
        recipient->setCurrentIndex(1);
        QVERIFY(!body->toPlainText().contains(u"Anna"_s));
        recipient->setCurrentIndex(0);
        QVERIFY(body->toPlainText().startsWith(u"Dear Anna, "_s));
    }
};

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
