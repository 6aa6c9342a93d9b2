// The sign-in form: what becomes of the password, what is said of it, and where the keyboard is afterwards.

#include "guitesting.h"

#include "ui/widgets/passwordedit.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QToolButton>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class SignInFormTest : public QObject
{
    Q_OBJECT

    static QStringList buttonTexts(WindowWorld &world)
    {
        QStringList texts;
        const QList<QPushButton *> buttons = world.window().findChildren<QPushButton *>();
        for (const QPushButton *button : buttons) {
            if (button->isVisible())
                texts += button->text();
        }
        return texts;
    }

    static QString objectNameOf(PageAction action) { return u"situation%1"_s.arg(static_cast<int>(action)); }

    static QString focused(WindowWorld &world)
    {
        const QWidget *const widget = world.window().focusWidget();
        return widget != nullptr ? widget->objectName() : QString();
    }

private Q_SLOTS:
    void aPasswordThatWasSentCannotBeBroughtBack()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.click("showPassword");
        world.signIn(u"wrong"_s);
        auto *const password = world.find<PasswordEdit>("password");
        QCOMPARE(password->text(), QString());
        QVERIFY(!password->isShown());
        world.click("showPassword");
        QVERIFY(password->isShown());
        QVERIFY(!password->isUndoAvailable());
        password->setFocus();
        QTest::keyClick(password, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(password->text(), QString());

        // Nor what was typed and not sent.
        world.type("password", u"wrong again"_s);
        world.gateway().signIn(formWith(rightPassword()));
        world.wait();
        world.click("signOut");
        QVERIFY(!password->isShown());
        QCOMPARE(password->text(), QString());
        password->setShown(true);
        QVERIFY(!password->isUndoAvailable());
    }

    /// One that is too long is refused; cut, it would be a wrong try at the gateway.
    void aPasswordIsNeverCut()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        world.open(*gateway);
        const auto enter = [&world](const QString &typed) {
            auto *const password = world.find<PasswordEdit>("password");
            password->setText(typed);
            QCOMPARE(password->text(), typed);
            world.click("signIn");
            world.wait();
        };
        enter(QString(maximumPasswordSize - 1, u'x') + u'ä');
        QCOMPARE(gateway->counters().signIns, 0);
        QVERIFY(world.gateway().page().signIn.failure->title.contains(u"too long"_s));
        enter(QString(maximumPasswordSize, u'x'));
        QCOMPARE(gateway->counters().signIns, 1);
    }

    void aPasswordThatWasTypedForOneDeviceIsNotThereForAnother()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.type("username", u"installer"_s);
        world.type("password", rightPassword());
        Gateway other = world.gateway().gateway();
        other.places.first().mac = u"0c:47:a9:90:00:01"_s;
        world.gateway().setGateway(other); // more is known of it
        QCOMPARE(world.find<PasswordEdit>("password")->text(), rightPassword());
        other.places.first().mac = u"0c:47:a9:90:00:02"_s;
        world.gateway().setGateway(other);
        QCOMPARE(world.find<PasswordEdit>("password")->text(), QString());
        QCOMPARE(world.find<QLineEdit>("username")->text(), u"admin"_s);
    }

    void theNoteSaysWhatTlsDoes()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.click("advanced");
        QVERIFY(world.text("signInNote").contains(u"without encryption"_s));
        world.find<QCheckBox>("tls")->setChecked(true);
        QVERIFY(!world.text("signInNote").contains(u"without encryption"_s));
        QVERIFY(world.text("signInNote").contains(u"encrypted"_s));
        world.find<QCheckBox>("tls")->setChecked(false);
        QVERIFY(world.text("signInNote").contains(u"without encryption"_s));
    }

    void aPasswordThatCouldNotBeKeptIsTold()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.click("remember");
        QTRY_VERIFY(world.find("remember")->isEnabled());
        world.keychain().setProblem(SecretProblem::Denied);
        world.signIn(rightPassword());
        QVERIFY(world.has("serverSwitch"));
        QTRY_VERIFY(world.has("accountNotice"));
    }

    void theWaysOutAreNamedOnce()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        world.open(*gateway);
        const QString way = actionText(PageAction::MessageToInstaller);
        QTRY_COMPARE(buttonTexts(world).count(way), 1);
        world.signIn(u"wrong"_s);
        QVERIFY(world.has("failure"));
        QCOMPARE(buttonTexts(world).count(way), 0); // the card below leads there
        world.click("showAppWay");
        QTRY_COMPARE(buttonTexts(world).count(way), 1);
    }

    void theKeyboardStaysWithTheForm()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.type("username", u"admin"_s);
        world.type("password", u"wrong"_s);
        auto *const button = world.find<QPushButton>("signIn");
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(world.gateway().isBusy());
        QCOMPARE(focused(world), u"cancel"_s);
        world.wait();
        QCOMPARE(focused(world), u"password"_s);

        QTest::keyClicks(world.window().focusWidget(), rightPassword());
        QTest::keyClick(world.window().focusWidget(), Qt::Key_Return);
        world.wait();
        QCOMPARE(focused(world), u"serverSwitch"_s);
        button->window()->activateWindow();
        QTest::keyClick(world.find("serverSwitch"), Qt::Key_Space);
        QVERIFY(world.accept());
        QCOMPARE(focused(world), u"cancel"_s);
        world.wait();
        QCOMPARE(focused(world), u"serverSwitch"_s);
        world.click("signOut");
        QVERIFY(!world.has("password")); // Modbus answers: there is nothing to sign in for
        QCOMPARE(focused(world), objectNameOf(PageAction::ConnectYourSystem));
        world.click("showSignIn");
        QCOMPARE(focused(world), u"password"_s);
    }

    void theKeyboardStaysWithTheTest()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.find("testPort")->setFocus();
        QTest::keyClick(world.find("testPort"), Qt::Key_Space);
        QVERIFY(world.gateway().isBusy());
        QCOMPARE(focused(world), u"cancel"_s);
        QTest::keyClick(world.find("cancel"), Qt::Key_Space);
        world.wait();
        QCOMPARE(focused(world), u"testPort"_s);

        QTest::keyClick(world.find("testPort"), Qt::Key_Space);
        world.find("address")->setFocus(); // who goes elsewhere meanwhile stays there
        world.wait();
        QCOMPARE(focused(world), u"address"_s);
    }
};

QTEST_MAIN(SignInFormTest)
#include "tst_signinform.moc"
