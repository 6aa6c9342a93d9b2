// The first-time path as a screen reader has it: only through names, roles, states and actions, and by what
// it is told when something changes elsewhere than where the focus is.

#include "guitesting.h"

#include "ui/controllers/spokenpage.h"

#include <QAccessible>
#include <QDialog>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class ScreenReaderTest : public QObject
{
    Q_OBJECT

    /// What can be found in \a from by its role and the beginning of its name; null: nothing that is shown.
    static QAccessibleInterface *find(QAccessibleInterface *from, QAccessible::Role role, const QString &name)
    {
        if (from == nullptr || from->state().invisible)
            return nullptr;
        if (from->role() == role && from->text(QAccessible::Name).startsWith(name))
            return from;
        for (int i = 0; i < from->childCount(); ++i) {
            if (QAccessibleInterface *found = find(from->child(i), role, name))
                return found;
        }
        return nullptr;
    }

    static QAccessibleInterface *of(QWidget *widget) { return QAccessible::queryAccessibleInterface(widget); }

    static bool press(QAccessibleInterface *control)
    {
        if (control == nullptr || control->state().disabled || control->actionInterface() == nullptr)
            return false;
        const QStringList actions = control->actionInterface()->actionNames();
        for (const QString &action :
             {QAccessibleActionInterface::pressAction(), QAccessibleActionInterface::toggleAction()}) {
            if (actions.contains(action)) {
                control->actionInterface()->doAction(action);
                return true;
            }
        }
        return false;
    }

    /// Whether one of the alerts in \a from says \a words.
    static bool isTold(QAccessibleInterface *from, const QString &words)
    {
        if (from == nullptr)
            return false;
        if (from->role() == QAccessible::AlertMessage && from->text(QAccessible::Name).contains(words))
            return true;
        for (int i = 0; i < from->childCount(); ++i) {
            if (isTold(from->child(i), words))
                return true;
        }
        return false;
    }

    static QWidget *question()
    {
        const QWidgetList windows = QApplication::topLevelWidgets();
        for (QWidget *window : windows) {
            if (window->isVisible() && qobject_cast<QDialog *>(window) != nullptr)
                return window;
        }
        return nullptr;
    }

private Q_SLOTS:
    void theFirstTimePathGoesByNamesStatesAndWhatIsTold()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        QAccessibleInterface *const window = of(&world.window());
        QVERIFY(press(find(window, QAccessible::Button, u"Scan the network for gateways"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(isTold(window, u"1 gateway"_s), 20000);

        // The only gateway is chosen by itself, and the focus is where something has to be typed.
        QAccessibleInterface *const user = find(window, QAccessible::EditableText, u"User name"_s);
        QAccessibleInterface *const password = find(window, QAccessible::EditableText, u"Password"_s);
        QVERIFY(user != nullptr && password != nullptr);
        QVERIFY(password->state().passwordEdit);
        QVERIFY(user->state().focused || password->state().focused);
        user->setText(QAccessible::Value, u"admin"_s);
        password->setText(QAccessible::Value, u"wrong"_s);
        QVERIFY(press(find(window, QAccessible::Button, u"Sign in"_s)));
        QTRY_VERIFY(isTold(window, u"The gateway refused the sign-in."_s));
        QVERIFY(find(window, QAccessible::AlertMessage, u"The gateway refused the sign-in."_s) != nullptr);
        world.wait();
        find(window, QAccessible::EditableText, u"Password"_s)->setText(QAccessible::Value, rightPassword());
        QVERIFY(press(find(window, QAccessible::Button, u"Sign in"_s)));
        QTRY_VERIFY(isTold(window, u"Signed in as admin."_s));
        QTRY_VERIFY(isTold(window, u"Modbus TCP server is off."_s));
        world.wait();

        QAccessibleInterface *const onOff = find(window, QAccessible::CheckBox, u"Modbus TCP server"_s);
        QVERIFY(onOff != nullptr);
        QVERIFY(onOff->state().checkable && !onOff->state().checked && !onOff->state().disabled);
        QVERIFY(press(onOff));
        QTRY_VERIFY(question() != nullptr);
        QAccessibleInterface *const asked = of(question());
        QCOMPARE(asked->role(), QAccessible::Dialog);
        QCOMPARE(asked->text(QAccessible::Name), u"Turn on the Modbus TCP server?"_s);
        QVERIFY(!onOff->state().checked); // it shows what was read, never what is hoped for
        QVERIFY(press(find(asked, QAccessible::Button, u"Turn on"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(onOff->state().checked, 20000);
        world.wait();
        QTRY_VERIFY(isTold(window, u"Modbus TCP server is on"_s));
        QTRY_VERIFY(isTold(window, u"5 of 5 steps."_s));
        QCOMPARE(gateway->counters().writes, 1);
    }

    void nothingIsToldOfAPageThatCanNotBeSeen()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.type("username", u"admin"_s);
        world.type("password", rightPassword());
        world.click("signIn");
        world.window().hide();
        world.wait();
        QTest::qWait(300); // longer than words are gathered
        QVERIFY(!isTold(of(&world.window()), u"Signed in"_s));
    }

    void secondsThatPassAreNotTold()
    {
        PageState page;
        page.isSignedIn = true;
        page.server.headline = u"Modbus TCP server is on"_s;
        page.server.detail = u"Listening on port 502 · read back 2 s ago"_s;
        PageState later = page;
        later.server.detail = u"Listening on port 502 · read back 3 s ago"_s;
        QCOMPARE(spokenChange(page, later), QString());
        later.server.qualifier = u", not verified"_s;
        QCOMPARE(spokenChange(page, later), u"Modbus TCP server is on, not verified."_s);
    }
};

QTEST_MAIN(ScreenReaderTest)
#include "tst_screenreader.moc"
