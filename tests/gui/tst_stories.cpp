// What people do with the window, from the first start to five ticks and through what can go wrong: real
// events, real sockets, the simulator at the other end.

#include "guitesting.h"

#include "ui/panel/failurebox.h"
#include "ui/panel/valuetile.h"
#include "ui/widgets/toggleswitch.h"

#include <QAction>
#include <QCloseEvent>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>

#include <algorithm>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

static QString marks(const GatewayController &gateway)
{
    return Test::marks(gateway.page());
}

class StoriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheFirstStartToFiveTicks()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        QVERIFY(world.has("knowAddress")); // the empty page
        world.click("scan");
        auto *const hosts = world.discovery().hosts();
        QTRY_COMPARE_WITH_TIMEOUT(hosts->rowCount(), 1, 10000);
        QCOMPARE(gateway->counters().signIns, 0); // searching sends no password

        auto *const list = world.find<QListView>("hosts");
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(hosts->index(0)).center());
        QVERIFY(world.has("signIn"));
        QVERIFY(!world.has("serverSwitch"));

        world.signIn(rightPassword());
        QVERIFY(!world.has("signIn"));
        QCOMPARE(world.text("serverHeadline"), u"Modbus TCP server is off"_s);
        QVERIFY(!world.find<ToggleSwitch>("serverSwitch")->isOn());
        QCOMPARE(gateway->counters().writes, 0);

        world.click("serverSwitch");
        QCOMPARE(gateway->counters().writes, 0); // asked first
        QVERIFY(world.accept());
        QVERIFY(world.text("serverHeadline").contains(u"urning on"_s));
        QVERIFY(!world.find<ToggleSwitch>("serverSwitch")->isOn()); // never the hoped-for state
        world.wait();
        QCOMPARE(world.text("serverHeadline"), u"Modbus TCP server is on"_s);
        QVERIFY(world.find<ToggleSwitch>("serverSwitch")->isOn());
        QCOMPARE(marks(world.gateway()), u"✓✓✓✓✓"_s);
        QCOMPARE(gateway->counters().writes, 1);
        QVERIFY(gateway->isEnabled());
        QVERIFY(world.text("lastChange").contains(u"last change verified"_s));
        QVERIFY(world.has("tabs"));
    }

    void aWrongPasswordSaysSoAndCanBeTypedAgain()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.signIn(u"wrong"_s);
        QVERIFY(world.has("signIn"));
        QVERIFY(world.has("failure"));
        QVERIFY(!world.text("failureTitle").isEmpty());
        QCOMPARE(world.find<QLineEdit>("password")->text(), QString());
        QCOMPARE(gateway->counters().signIns, 1);
        world.signIn(rightPassword());
        QVERIFY(world.has("serverSwitch"));
        QCOMPARE(gateway->counters().writes, 0);
    }

    void aRefusedSwitchStaysWhereItWas()
    {
        const auto gateway = startGateway(false, {u"write-refused"_s});
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.signIn(rightPassword());
        world.click("serverSwitch");
        QVERIFY(world.accept());
        world.wait();
        QVERIFY(!world.find<ToggleSwitch>("serverSwitch")->isOn());
        QVERIFY(world.has("failure"));
        QCOMPARE(gateway->counters().writes, 1);
        QVERIFY(!world.gateway().detailsText().contains(rightPassword()));
    }

    void aPortThatOpensLaterIsFoundOpenByTheNextTest()
    {
        const auto gateway = startGateway(false, {u"port-never-opens"_s});
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.signIn(rightPassword());
        world.click("serverSwitch");
        QVERIFY(world.accept());
        world.wait();
        QVERIFY(world.find<ToggleSwitch>("serverSwitch")->isOn()); // as read back
        QVERIFY(world.has("failure"));
        QVERIFY(world.text("lastChange").endsWith(u"not verified"_s));
        QVERIFY(marks(world.gateway()).startsWith(u"✓✓✓✗"_s));

        // The same gateway, now with its port open.
        gateway->stop();
        SimulatorOptions options;
        options.address = gateway->address();
        options.webSocketPort = gateway->webSocketPort();
        options.modbusPort = gateway->modbusPort();
        options.profile = builtInProfile(u"documented"_s);
        options.initiallyEnabled = true;
        options.username = u"admin"_s;
        options.password = Secret(rightPassword());
        GatewaySimulator opened(options);
        QString reason;
        QVERIFY2(opened.start(&reason), qPrintable(reason));
        world.click("testPort");
        world.wait();
        QVERIFY(!world.has("failure"));
        QVERIFY(marks(world.gateway()).endsWith(u"✓✓"_s));
        QCOMPARE(opened.counters().writes, 0);
    }

    void thePortIsTestedWithoutSigningIn()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        world.open(*gateway);
        QCOMPARE(world.find<QPushButton>("testPort")->text(), u"Test port %1"_s.arg(gateway->modbusPort()));
        world.click("testPort");
        world.wait();
        QVERIFY(marks(world.gateway()).endsWith(u"✓✓"_s));
        QVERIFY(!world.has("failure"));
        QCOMPARE(gateway->counters().signIns, 0);
        QVERIFY(!world.has("signIn")); // nothing has to be switched
        QVERIFY(world.has("showSignIn"));
        QVERIFY(world.has("tabs")); // values and snippets need no sign-in
    }

    void aHostThatDoesNotAnswerLeadsToTheDiagnosisAndToTheForm()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        world.open(*gateway);
        Gateway silent = world.gateway().gateway();
        silent.places.first().seen = false;
        silent.places.first().silent = true;
        world.gateway().setGateway(silent);
        QVERIFY(world.text("situationHeadline").startsWith(u"Nothing answers at "_s));
        QVERIFY(world.has("layersCard"));
        QVERIFY(!world.has("showSignIn")); // said once
        QVERIFY(!world.has("tabs"));
        world.click("signInAllTheSame");
        QVERIFY(world.has("signIn"));
        QVERIFY(!world.has("signInAllTheSame"));
        world.click("diagnose");
        QVERIFY(world.has("tabs"));
        QVERIFY(!world.book().current()->diagnosis.isRunning()); // it waits for its button
    }

    void aClosedPortWithoutASignInIsCautionNotAFault()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.click("testPort");
        world.wait();
        QVERIFY(world.has("failure"));
        QCOMPARE(world.find("failure")->property("box").toString(), u"caution"_s);
    }

    void cancellingAChangeAfterTheWriteSaysWhatIsKnown()
    {
        const auto gateway = startGateway(false, {u"port-never-opens"_s});
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.signIn(rightPassword());
        world.click("serverSwitch");
        QVERIFY(world.accept());
        QTRY_COMPARE(gateway->counters().writes, 1);
        QTRY_VERIFY(!world.gateway().session().isChangeUnderWay() || world.gateway().page().server.isOn);
        if (world.has("cancel"))
            world.click("cancel");
        world.wait();
        QCOMPARE(gateway->counters().writes, 1);
        QVERIFY(!world.text("lastChange").contains(u"verified 1"_s)
                || world.text("lastChange").contains(u"not"_s));
        QVERIFY(!marks(world.gateway()).endsWith(u"✓✓✓✓✓"_s));
    }

    void aQuestionThatIsDeclinedSendsNothing()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.signIn(rightPassword());
        QVERIFY(world.find<ToggleSwitch>("serverSwitch")->isOn());
        world.click("serverSwitch");
        QVERIFY(world.reject());
        QVERIFY(world.find<ToggleSwitch>("serverSwitch")->isOn());
        QCOMPARE(gateway->counters().writes, 0);
        QVERIFY(gateway->isEnabled());
    }

    void turningOffAsksEveryTime()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.signIn(rightPassword());
        for (int round = 0; round < 2; ++round) {
            world.click("serverSwitch");
            QVERIFY2(world.accept(), "turning off asks");
            world.wait();
            QVERIFY(!gateway->isEnabled());
            world.click("serverSwitch"); // on again: asked once in a run
            if (round == 0)
                QVERIFY(!world.accept());
            world.wait();
            QVERIFY(gateway->isEnabled());
        }
        QCOMPARE(gateway->counters().writes, 4);
    }

    void aGatewayThatGoesAwayInMidChangeLeavesTheOutcomeUnknown()
    {
        const auto gateway = startGateway(false, {u"write-no-reply"_s});
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.signIn(rightPassword());
        world.click("serverSwitch");
        QVERIFY(world.accept());
        QTRY_COMPARE(gateway->counters().writes, 1);
        gateway->stop(); // the plug is pulled
        world.wait();
        QVERIFY(world.has("failure"));
        QVERIFY(!marks(world.gateway()).endsWith(u"✓✓✓✓✓"_s));
        QVERIFY(world.text("lastChange").contains(u"unknown"_s));
        QVERIFY(world.find<ToggleSwitch>("serverSwitch")->isUndecided());
    }

    void anUnknownOutcomeIsReadAgainAlsoAfterATestOfThePort()
    {
        const auto gateway = startGateway(false, {u"write-no-reply"_s});
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.signIn(rightPassword());
        QVERIFY(world.has("readAgain"));
        QVERIFY(!world.has("readState"));
        world.click("serverSwitch");
        QVERIFY(world.accept());
        QTRY_COMPARE(gateway->counters().writes, 1);
        gateway->stop();
        world.wait();
        world.click("testPort"); // which takes the failure away that offered the reading
        world.wait();
        QVERIFY(!world.has("readAgain"));
        QVERIFY(world.find("readState")->property("primary").toBool());

        SimulatorOptions options;
        options.address = gateway->address();
        options.webSocketPort = gateway->webSocketPort();
        options.modbusPort = gateway->modbusPort();
        options.profile = builtInProfile(u"documented"_s);
        options.initiallyEnabled = true;
        options.username = u"admin"_s;
        options.password = Secret(rightPassword());
        GatewaySimulator back(options);
        QString reason;
        QVERIFY2(back.start(&reason), qPrintable(reason));
        world.click("readState");
        world.wait();
        QCOMPARE(world.text("serverHeadline"), u"Modbus TCP server is on"_s);
        QVERIFY(!world.has("readState"));
        world.click("readAgain"); // an old reading, at any time
        QCOMPARE(world.gateway().session().job.kind, PageJob::Kind::Read);
        world.wait();
        const QList<QAction *> actions = world.window().findChildren<QAction *>();
        const auto entry = std::find_if(actions.cbegin(), actions.cend(), [](const QAction *action) {
            return action->text() == u"&Read the state"_s;
        });
        QVERIFY(entry != actions.cend() && (*entry)->isEnabled());
        (*entry)->trigger();
        QVERIFY(!(*entry)->isEnabled());
        world.wait();
        QCOMPARE(back.counters().reads, 6); // each reading asks twice, and both answers agree
        QCOMPARE(back.counters().writes, 0);
    }

    void typingGoesOnWhileAScanRuns()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        world.open(*gateway);
        auto *const password = world.find<QLineEdit>("password");
        QTest::mouseClick(password, Qt::LeftButton);
        QTest::keyClicks(password, u"corr"_s);
        world.discovery().scan();
        QVERIFY(world.discovery().isScanning());
        const QString rest = u"ect horse"_s;
        for (const QChar letter : rest) {
            QTest::keyClick(password, letter.toLatin1());
            QTest::qWait(5);
        }
        QTRY_VERIFY_WITH_TIMEOUT(!world.discovery().isScanning(), 20000);
        QCOMPARE(password->text(), rightPassword());
        QVERIFY(password->hasFocus());
        QTest::keyClick(password, Qt::Key_Return);
        world.wait();
        QVERIFY(world.has("serverSwitch"));
    }

    void closingDuringAChangeAsks()
    {
        const auto gateway = startGateway(false, {u"replies-slow"_s});
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.signIn(rightPassword());
        world.click("serverSwitch");
        QVERIFY(world.accept());
        QTRY_COMPARE(gateway->counters().writes, 1);
        if (!world.book().isChangeUnderWay())
            QSKIP("the reply was faster than this test");
        world.window().close();
        QVERIFY(world.window().isVisible());
        QVERIFY(world.reject());
        QVERIFY(world.window().isVisible());
        world.wait();
    }

    void thePortIsAppliedOnlyWhenItDiffers()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.signIn(rightPassword());
        QVERIFY(!world.find<QPushButton>("applyPort")->isEnabled());
        QCOMPARE(gateway->counters().writes, 0);
    }

    void aPortThatWasTypedAndNotAppliedIsAskedAbout_data()
    {
        QTest::addColumn<bool>("typed");
        QTest::newRow("the typed one") << true;
        QTest::newRow("the gateway's") << false;
    }

    void aPortThatWasTypedAndNotAppliedIsAskedAbout()
    {
        QFETCH(const bool, typed);
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.signIn(rightPassword());
        const quint16 old = gateway->modbusPort();
        const quint16 other = startGateway(false)->webSocketPort(); // free, on an address that is gone
        auto *const port = world.find<QSpinBox>("serverPort");
        port->setValue(other);
        world.click("serverSwitch");
        QCOMPARE(gateway->counters().writes, 0);
        if (typed)
            QVERIFY(world.accept());
        else
            world.click("otherAnswer");
        world.wait();
        QVERIFY(gateway->isEnabled());
        QCOMPARE(gateway->modbusPort(), typed ? other : old);
        QCOMPARE(port->value(), int(typed ? other : old));
        QVERIFY(!world.find<QPushButton>("applyPort")->isEnabled());
        QCOMPARE(gateway->counters().writes, 1);
    }

    void whatBelongsToADeviceGoesWhenAnotherIsThere()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.signIn(rightPassword());
        GatewayPage &page = *world.book().current();
        world.find<QTabWidget>("tabs")->setCurrentIndex(0);
        page.live.setInterval(std::chrono::milliseconds(50));
        page.live.start();
        QTRY_VERIFY(page.live.polls() >= 2);
        QTRY_VERIFY(!world.find<ValueTile>("battery")->isStale());

        world.click("serverSwitch"); // off: nobody to ask any more
        QVERIFY(world.accept());
        world.wait();
        QVERIFY(!page.live.isRunning());
        QVERIFY(world.find<ValueTile>("battery")->isStale());

        Gateway other = world.gateway().gateway();
        other.places.first().displaced = true;
        world.gateway().setGateway(other);
        QVERIFY(world.text("situationHeadline").startsWith(u"Another device"_s));
        QVERIFY(!world.has("signIn")); // no password for whoever is there now, unless the user asks for it
        QVERIFY(world.has("showSignIn"));
        QVERIFY(!world.has("serverSwitch"));
        QVERIFY(!world.has("battery"));
        QVERIFY(!page.live.hasValues());
        QVERIFY(!world.has("failure"));
    }

    void theDemoNeedsNoPassword()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        world.click("tryDemo");
        QTRY_VERIFY(world.has("signIn"));
        world.click("signIn");
        world.wait();
        QVERIFY(world.has("serverSwitch"));
        world.click("serverSwitch");
        QVERIFY(world.accept());
        world.wait();
        QCOMPARE(marks(world.gateway()), u"✓✓✓✓✓"_s);
        QVERIFY(world.saved().isEmpty()); // the demo is not remembered
        QCOMPARE(gateway->counters().webSocketConnections, 0);
    }

    void aPasswordIsRememberedOnlyOnRequest_data()
    {
        QTest::addColumn<bool>("remember");
        QTest::newRow("not asked for") << false;
        QTest::newRow("asked for") << true;
    }
    void aPasswordIsRememberedOnlyOnRequest()
    {
        QFETCH(const bool, remember);
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        world.open(*gateway);
        if (remember)
            world.click("remember");
        QTRY_VERIFY(!world.gateway().isBusy());
        world.signIn(rightPassword());
        const QString key = secretKey(u"admin"_s, gateway->address().toString());
        const auto reading = world.keychain().read(key, std::chrono::seconds(2));
        QSignalSpy ended(reading.get(), &Operation::finished);
        reading->start();
        QVERIFY(ended.wait());
        QCOMPARE(reading->secret().has_value(), remember);
    }

    void withoutAKeychainTheBoxSaysSo()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        world.keychain().setProblem(SecretProblem::NoService);
        world.open(*gateway);
        world.click("remember");
        QTRY_VERIFY(world.has("keychainProblem"));
        QVERIFY(!world.find("remember")->isEnabled());
        world.signIn(rightPassword());
        QVERIFY(world.has("serverSwitch"));
    }
};

QTEST_MAIN(StoriesTest)
#include "tst_stories.moc"
