// Signing in: what is sent, what is remembered, and what is said when it does not work.

#include "uitesting.h"

#include "accounts/memorystore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class GatewaySignInTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<GatewaySimulator> m_gateway;
    std::unique_ptr<MemoryStore> m_store;
    std::unique_ptr<GatewayController> m_controller;

    void start(bool enabled, const QStringList &faults = {}, bool withStore = false)
    {
        m_gateway = startGateway(enabled, faults);
        QVERIFY(m_gateway);
        GatewayEnvironment environment = quickEnvironment();
        if (withStore) {
            m_store = std::make_unique<MemoryStore>();
            environment.secrets = m_store.get();
        }
        m_controller = std::make_unique<GatewayController>(refTo(*m_gateway), environment);
    }

    void waitUntilIdle() { QTRY_VERIFY_WITH_TIMEOUT(!m_controller->isBusy(), 40000); }

    void signIn(const SignInForm &form)
    {
        m_controller->signIn(form);
        waitUntilIdle();
    }

    std::optional<Secret> stored()
    {
        const auto read =
            m_store->read(secretKey(u"admin"_s, m_gateway->address().toString()), Operation::noDeadline);
        QSignalSpy finished(read.get(), &Operation::finished);
        read->start();
        finished.wait();
        return read->secret();
    }

private Q_SLOTS:
    void cleanup()
    {
        m_controller.reset();
        m_store.reset();
        m_gateway.reset();
    }

    void aGoodSignInReadsAndTestsAPortThatIsOn()
    {
        start(true);
        QSignalSpy signedIn(m_controller.get(), &GatewayController::signedIn);
        QSignalSpy read(&m_controller->jobs(), &PageJobs::settingRead);
        m_controller->signIn(formWith(rightPassword()));
        QCOMPARE(m_controller->session().signIn, SignInState::SigningIn);
        waitUntilIdle();
        QVERIFY(m_controller->isSignedIn());
        QCOMPARE(signedIn.size(), 1);
        QCOMPARE(signedIn.at(0).at(0).value<SignIn>().way.username, u"admin"_s);
        QVERIFY(m_controller->session().form.password.isEmpty());
        QCOMPARE(read.size(), 1);
        QCOMPARE(m_controller->page().server.state, ServerState::On);
        QVERIFY(m_controller->page().server.qualifier.isEmpty());
        QCOMPARE(m_controller->page().verification.steps.size(), 5);
        QVERIFY(m_controller->page().subtitle.endsWith(u"serial 110A1234567890 · signed in as admin"_s));
        QCOMPARE(m_controller->page().signInChip->tone, Tone::Good);
        QCOMPARE(m_gateway->counters().writes, 0);
        QVERIFY(m_controller->target().credentials.password.isEmpty());
    }

    void aServerThatIsOffIsReadAndNotTested()
    {
        start(false);
        signIn(formWith(rightPassword()));
        QCOMPARE(m_controller->page().server.state, ServerState::Off);
        QVERIFY(m_controller->page().server.canSwitch);
        QCOMPARE(m_controller->page().verification.steps.size(), 3);
        QCOMPARE(m_gateway->counters().modbusConnections, 0);
    }

    void aWrongPasswordIsRefusedWithAdviceAndNotTriedAgain()
    {
        start(false);
        signIn(formWith(u"wrong"_s));
        QCOMPARE(m_controller->session().signIn, SignInState::Refused);
        QVERIFY(!m_controller->isSignedIn());
        QVERIFY(m_controller->page().signIn.failure);
        QVERIFY(!m_controller->page().signIn.failure->causes.isEmpty());
        QCOMPARE(m_controller->page().server.state, ServerState::Unknown);
        QCOMPARE(m_gateway->counters().signIns, 1);
        m_controller->refresh();
        m_controller->turnOn();
        QVERIFY(!m_controller->isBusy());
        signIn(formWith(rightPassword()));
        QVERIFY(m_controller->isSignedIn());
        QVERIFY(!m_controller->page().signIn.failure);
    }

    void anotherSerialThanTheNamedOneIsNotSignedInTo()
    {
        start(false);
        SignInForm form = formWith(rightPassword());
        form.serial = u"110A0000000000"_s;
        signIn(form);
        QVERIFY(!m_controller->isSignedIn());
        QVERIFY(m_controller->page().signIn.failure);
        QCOMPARE(m_gateway->counters().reads, 0);
    }

    void aGatewayThatIsGoneIsNotARefusal()
    {
        start(false);
        m_gateway->stop();
        signIn(formWith(rightPassword()));
        QCOMPARE(m_controller->session().signIn, SignInState::SignedOut);
        QVERIFY(m_controller->page().signIn.failure);
        QVERIFY(m_controller->page().signIn.failure->details.contains(u"connection-refused"_s));
    }

    void aReadThatIsRefusedLeavesTheUserSignedIn()
    {
        start(false, {u"read-refused"_s});
        signIn(formWith(rightPassword()));
        QVERIFY(m_controller->isSignedIn());
        QVERIFY(m_controller->page().verification.failure);
        QCOMPARE(m_controller->page().server.state, ServerState::Unknown);
        QVERIFY(!m_controller->page().server.canSwitch);
    }

    void signingOutForgetsWhatOnlyASignInCanKnow()
    {
        start(true);
        signIn(formWith(rightPassword()));
        m_controller->signOut();
        QVERIFY(!m_controller->isSignedIn());
        QCOMPARE(m_controller->page().server.state, ServerState::Unknown);
        QCOMPARE(m_controller->page().verification.steps.size(), 0);
        const int connections = m_gateway->counters().webSocketConnections;
        m_controller->refresh();
        QVERIFY(!m_controller->isBusy());
        QCOMPARE(m_gateway->counters().webSocketConnections, connections);
    }

    void aFormThatCannotWorkIsNotSent_data()
    {
        QTest::addColumn<SignInForm>("form");
        SignInForm good = formWith(rightPassword());
        SignInForm form = good;
        form.username = u"  "_s;
        QTest::newRow("no user") << form;
        form = good;
        form.password = {};
        QTest::newRow("no password") << form;
        form = good;
        form.path = u"ws"_s;
        QTest::newRow("path") << form;
        form = good;
        form.tls = true;
        form.fingerprint = u"abc"_s;
        QTest::newRow("fingerprint") << form;
        form = good;
        form.profile = u"/nowhere/profile.json"_s;
        QTest::newRow("profile") << form;
    }

    void aFormThatCannotWorkIsNotSent()
    {
        QFETCH(SignInForm, form);
        start(false);
        QVERIFY(formProblem(form, m_controller->account()).kind != FormProblem::Kind::None);
        signIn(form);
        QVERIFY(!m_controller->isSignedIn());
        QVERIFY(m_controller->page().signIn.failure);
        QCOMPARE(m_gateway->counters().webSocketConnections, 0);
    }

    void aFingerprintMayBeWrittenWithColons()
    {
        start(false);
        SignInForm form = formWith(rightPassword());
        form.tls = true;
        form.fingerprint = u"AB:"_s.repeated(31) + u"cd"_s;
        QCOMPARE(formProblem(form, m_controller->account()).kind, FormProblem::Kind::None);
    }

    void thePasswordIsKeptOnlyOnRequestAndOnlyWhenItWorked()
    {
        start(false, {}, true);
        signIn(formWith(rightPassword()));
        QVERIFY(m_controller->isSignedIn());
        QVERIFY(!stored());
        m_controller->signOut();
        SignInForm form = formWith(u"wrong"_s);
        form.remember = true;
        signIn(form);
        QVERIFY(!stored());
        form.password = Secret(rightPassword());
        signIn(form);
        QTRY_VERIFY(stored().has_value());
        QCOMPARE(stored()->reveal(), rightPassword());
    }

    void anEmptyFieldMeansTheRememberedPassword()
    {
        start(false, {}, true);
        SignInForm form = formWith(rightPassword());
        form.remember = true;
        signIn(form);
        QTRY_VERIFY(stored().has_value());
        m_controller = std::make_unique<GatewayController>(refTo(*m_gateway), [this] {
            GatewayEnvironment environment = quickEnvironment();
            environment.secrets = m_store.get();
            return environment;
        }());
        QVERIFY(!m_controller->account().hasPassword(u"admin"_s));
        signIn(formWith({}));
        QVERIFY(m_controller->isSignedIn());
        QVERIFY(m_controller->account().hasPassword(u"admin"_s));
        m_controller->signOut();
        m_controller->account().remove(u"admin"_s);
        QTRY_VERIFY(!stored());
        signIn(formWith({}));
        QVERIFY(!m_controller->isSignedIn());
        QVERIFY(m_controller->page().signIn.failure->title.startsWith(u"Enter the password"_s));
    }

    /// Where the keychain is asked again it stays the only one who knows.
    void aSignOutKeepsNoPassword()
    {
        start(false, {}, true);
        SignInForm form = formWith(rightPassword());
        form.remember = true;
        signIn(form);
        QTRY_VERIFY(m_controller->account().hasPassword(u"admin"_s));
        m_controller->signOut();
        QVERIFY(m_controller->account().hasPassword(u"admin"_s));
        m_store->setProblem(SecretProblem::Denied);
        signIn(formWith({}));
        QVERIFY(!m_controller->isSignedIn());
        QCOMPARE(m_gateway->counters().signIns, 1);
        m_store->setProblem(SecretProblem::None);
        signIn(formWith({}));
        QVERIFY(m_controller->isSignedIn());
    }

    void theDemosPasswordOutlivesASignOut()
    {
        start(false);
        m_controller->offerCredentials(u"admin"_s, Secret(rightPassword()));
        signIn(formWith({}));
        QVERIFY(m_controller->isSignedIn());
        m_controller->signOut();
        signIn(formWith({}));
        QVERIFY(m_controller->isSignedIn());
    }

    void forgettingTheGatewayComesAfterAStoring()
    {
        start(false, {}, true);
        SignInForm form = formWith(rightPassword());
        form.remember = true;
        QSignalSpy forgotten(m_controller.get(), &GatewayController::forgotten);
        connect(m_controller.get(), &GatewayController::signedIn, m_controller.get(),
                [this] { m_controller->forget(u"admin"_s); });
        m_controller->signIn(form);
        QTRY_COMPARE(forgotten.size(), 1);
        QVERIFY(!m_controller->isBusy());
        QVERIFY(!m_controller->isSignedIn());
        QVERIFY(!m_controller->account().hasPassword(u"admin"_s));
        QVERIFY(!stored());
        signIn(formWith({}));
        QVERIFY(!m_controller->isSignedIn());
        QCOMPARE(m_gateway->counters().signIns, 1);
    }

    void aPasswordThatCannotBeDeletedIsTold()
    {
        start(false, {}, true);
        signIn(formWith(rightPassword()));
        m_store->setProblem(SecretProblem::Denied);
        QSignalSpy failed(m_controller.get(), &GatewayController::keychainFailed);
        QSignalSpy forgotten(m_controller.get(), &GatewayController::forgotten);
        m_controller->forget(u"admin"_s);
        QTRY_COMPARE(forgotten.size(), 1);
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed.at(0).at(0).toString().contains(u"could not be deleted"_s));
        QVERIFY(!m_controller->isSignedIn());
    }

    void aKeychainThatStaysLockedIsNotEmpty()
    {
        start(false, {}, true);
        m_store->setProblem(SecretProblem::Locked);
        signIn(formWith({}));
        QVERIFY(!m_controller->isSignedIn());
        QVERIFY2(m_controller->page().signIn.failure->text.contains(u"stayed locked"_s),
                 qPrintable(m_controller->page().signIn.failure->text));
        QCOMPARE(m_gateway->counters().signIns, 0);
    }

    void withoutAKeychainTheBoxSaysSo()
    {
        start(false);
        m_controller->account().check();
        QVERIFY(!m_controller->page().signIn.keychainProblem.isEmpty());
        start(false, {}, true);
        m_controller->account().check();
        QTest::qWait(0);
        QVERIFY(m_controller->page().signIn.keychainProblem.isEmpty());
        m_store->setProblem(SecretProblem::NoService);
        QTRY_VERIFY(
            (m_controller->account().check(), !m_controller->page().signIn.keychainProblem.isEmpty()));
    }

    void aPasswordThatCannotBeKeptIsTold()
    {
        start(false, {}, true);
        m_store->setProblem(SecretProblem::Locked);
        SignInForm form = formWith(rightPassword());
        form.remember = true;
        signIn(form);
        QVERIFY(m_controller->isSignedIn());
        QTRY_VERIFY2(m_controller->page().notice.contains(u"stayed locked"_s),
                     qPrintable(m_controller->page().notice));
    }

    void aPasswordDoesNotFollowToAnotherAddress_data()
    {
        QTest::addColumn<bool>("whileSigningIn");
        QTest::newRow("signed in") << false;
        QTest::newRow("signing in") << true;
    }

    /// Who answers at the new address has only claimed to be this gateway.
    void aPasswordDoesNotFollowToAnotherAddress()
    {
        QFETCH(const bool, whileSigningIn);
        start(false, {}, true);
        const auto other = startGateway(false);
        SignInForm form = formWith(rightPassword());
        form.remember = true;
        m_controller->signIn(form);
        if (!whileSigningIn) {
            waitUntilIdle();
            QTRY_VERIFY(m_controller->account().hasPassword(u"admin"_s));
        }
        Gateway moved = refTo(*other);
        moved.id = m_controller->gateway().id;
        m_controller->setGateway(moved);
        waitUntilIdle();
        QTRY_VERIFY(stored().has_value()); // under the address where it was right
        QCOMPARE(m_controller->gateway().host(), moved.host());
        QVERIFY(!m_controller->isSignedIn());
        QVERIFY(!m_controller->account().hasPassword(u"admin"_s));
        signIn(formWith({}));
        QVERIFY(!m_controller->isSignedIn());
        m_controller->turnOn();
        m_controller->acceptQuestion();
        QVERIFY(!m_controller->isBusy());
        QCOMPARE(other->counters().signIns, 0);
        QCOMPARE(m_gateway->counters().signIns, 1);
    }

    void aPasswordDoesNotGoToAnotherDeviceAtTheAddress_data()
    {
        QTest::addColumn<bool>("displaced");
        QTest::newRow("another MAC address") << false;
        QTest::newRow("the list has both") << true;
    }

    void aPasswordDoesNotGoToAnotherDeviceAtTheAddress()
    {
        QFETCH(const bool, displaced);
        start(false);
        Gateway gateway = refTo(*m_gateway);
        gateway.places.first().mac = u"0c:47:a9:90:00:01"_s;
        m_controller->setGateway(gateway);
        signIn(formWith(rightPassword()));
        QVERIFY(m_controller->isSignedIn());
        if (displaced)
            gateway.places.first().displaced = true;
        else
            gateway.places.first().mac = u"0c:47:a9:90:00:02"_s;
        m_controller->setGateway(gateway);
        QVERIFY(!m_controller->isSignedIn());
        m_controller->refresh();
        m_controller->turnOn();
        QVERIFY(!m_controller->isBusy());
        QCOMPARE(m_gateway->counters().signIns, 1);
    }

    void anotherSerialAtTheAddressIsLeftAsItIs_data()
    {
        QTest::addColumn<QStringList>("faults");
        QTest::newRow("another serial") << QStringList();
        QTest::newRow("none") << QStringList{u"serial-missing"_s};
    }

    void anotherSerialAtTheAddressIsLeftAsItIs()
    {
        QFETCH(const QStringList, faults);
        start(false);
        signIn(formWith(rightPassword()));
        QVERIFY(m_controller->isSignedIn());
        // Another gateway takes the very address and port, as after a change of leases.
        SimulatorOptions other;
        other.address = m_gateway->address();
        other.webSocketPort = m_gateway->webSocketPort();
        other.profile = builtInProfile(u"documented"_s);
        other.serial = u"110A9999999999"_s;
        other.faults = faults;
        m_gateway.reset();
        GatewaySimulator successor(other);
        QString reason;
        QVERIFY2(successor.start(&reason), qPrintable(reason));
        m_controller->turnOn();
        m_controller->acceptQuestion();
        waitUntilIdle();
        QVERIFY(!m_controller->isSignedIn());
        QVERIFY(m_controller->page().verification.failure);
        QCOMPARE(successor.counters().signIns, 1);
        QCOMPARE(successor.counters().reads, 0);
        QCOMPARE(successor.counters().writes, 0);
    }

    void aRememberedPasswordThatWasRefusedIsNotSentAgain()
    {
        start(false, {}, true);
        const auto write = m_store->write(secretKey(u"admin"_s, m_gateway->address().toString()),
                                          Secret(u"outdated"_s), Operation::noDeadline);
        QSignalSpy written(write.get(), &Operation::finished);
        write->start();
        QTRY_COMPARE(written.size(), 1);
        for (int i = 0; i < 3; ++i)
            signIn(formWith({}));
        QCOMPARE(m_gateway->counters().signIns, 1);
        QVERIFY(!m_controller->account().hasPassword(u"admin"_s));
        QVERIFY(m_controller->page().signIn.failure->title.startsWith(u"Enter the password"_s));
        signIn(formWith(rightPassword()));
        QVERIFY(m_controller->isSignedIn());
    }

    void forgettingTheGatewayForgetsAllItsUsersOfThisRun()
    {
        start(false, {}, true);
        const QString host = m_gateway->address().toString();
        const auto isStored = [&](const QString &user) {
            const auto read = m_store->read(secretKey(user, host), Operation::noDeadline);
            QSignalSpy finished(read.get(), &Operation::finished);
            read->start();
            finished.wait();
            return read->secret().has_value();
        };
        for (const QString &user : {u"admin"_s, u"admin2"_s}) {
            const auto write =
                m_store->write(secretKey(user, host), Secret(rightPassword()), Operation::noDeadline);
            QSignalSpy written(write.get(), &Operation::finished);
            write->start();
            QTRY_COMPARE(written.size(), 1);
            SignInForm form = formWith({});
            form.username = user;
            signIn(form);
            m_controller->signOut();
        }
        QVERIFY(isStored(u"admin"_s) && isStored(u"admin2"_s));
        QSignalSpy forgotten(m_controller.get(), &GatewayController::forgotten);
        m_controller->forget({});
        QTRY_COMPARE(forgotten.size(), 1);
        QVERIFY(!isStored(u"admin"_s));
        QVERIFY(!isStored(u"admin2"_s));
    }

    void cancellingASignInThatWaitsForTheKeychainLeavesTheOthersJob()
    {
        start(false, {}, true);
        SignInForm form = formWith(rightPassword());
        form.remember = true;
        signIn(form); // the storing is under way
        m_controller->signOut();
        QSignalSpy failed(m_controller.get(), &GatewayController::keychainFailed);
        SignInForm other = formWith({});
        other.username = u"installer"_s;
        m_controller->signIn(other);
        m_controller->cancel();
        waitUntilIdle();
        QVERIFY(!m_controller->isSignedIn());
        QTRY_VERIFY(stored().has_value());
        QCOMPARE(failed.size(), 0);
        QCOMPARE(m_gateway->counters().signIns, 1);
    }

    void theNoteWarnsWhereNothingConfirmsAGateway()
    {
        start(false);
        QVERIFY(signInNote(m_controller->gateway(), false).startsWith(u"Nothing has confirmed"_s));
        Gateway confirmed = m_controller->gateway();
        confirmed.places.first().vendorMac = true;
        m_controller->setGateway(confirmed);
        QVERIFY(signInNote(m_controller->gateway(), false).startsWith(u"Usually"_s));
        QVERIFY(signInNote(m_controller->gateway(), false).contains(u"without encryption"_s));
        QVERIFY(!signInNote(m_controller->gateway(), true).contains(u"without encryption"_s));
    }
};

QTEST_GUILESS_MAIN(GatewaySignInTest)
#include "tst_gatewaysignin.moc"
