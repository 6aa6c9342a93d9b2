// The window and a real keychain: what it remembers on request signs in the next time without typing.

#include "guitesting.h"

#include "accounts/keychainstore.h"
#include "unit/accounts/keyringsession.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSignalSpy>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class KeychainTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<KeyringSession> m_session;
    QString m_missing; ///< why there is no keychain to test against

    static std::unique_ptr<WindowWorld> windowWith(KeychainStore &keychain, const GatewaySimulator &gateway)
    {
        GatewayEnvironment environment = quickEnvironment();
        environment.secrets = &keychain;
        auto world = std::make_unique<WindowWorld>(
            discoveryAround(gateway, {interfaceAround(gateway.address())}), environment);
        world->window().show();
        [&] { QVERIFY(QTest::qWaitForWindowExposed(&world->window())); }();
        return world;
    }

    static std::optional<Secret> stored(const GatewaySimulator &gateway)
    {
        KeychainStore keychain;
        const auto reading = keychain.read(secretKey(u"admin"_s, gateway.address().toString()), 10s);
        QSignalSpy ended(reading.get(), &Operation::finished);
        reading->start();
        [&] { QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 15000); }();
        return reading->secret();
    }

    static void waitForTheKeychain(const GatewaySimulator &gateway, bool remembered)
    {
        [&] { QTRY_COMPARE_WITH_TIMEOUT(stored(gateway).has_value(), remembered, 15000); }();
    }

private Q_SLOTS:
    void initTestCase()
    {
#ifndef Q_OS_LINUX
        m_missing = u"the person's own keychain is not for tests"_s;
        return;
#endif
        m_session = std::make_unique<KeyringSession>();
        if (m_session->start())
            return;
        m_missing = m_session->reason();
        QVERIFY2(qEnvironmentVariable("CI") != "true"_L1, qPrintable(m_missing));
    }

    void init()
    {
        if (!m_missing.isEmpty())
            QSKIP(qPrintable(m_missing));
    }

    void whatIsRememberedSignsInWithoutTyping()
    {
        const auto gateway = startGateway(false);
        {
            KeychainStore keychain;
            const auto world = windowWith(keychain, *gateway);
            world->open(*gateway);
            world->click("remember");
            QVERIFY(world->find<QCheckBox>("remember")->isChecked());
            QVERIFY(!world->has("keychainProblem"));
            world->signIn(rightPassword());
            QVERIFY(world->has("serverSwitch"));
            waitForTheKeychain(*gateway, true);
            QCOMPARE(stored(*gateway)->reveal(), rightPassword());
        }
        QCOMPARE(gateway->counters().signIns, 1);

        KeychainStore keychain;
        const auto world = windowWith(keychain, *gateway);
        world->open(*gateway);
        world->type("username", u"admin"_s);
        QCOMPARE(world->find<QLineEdit>("password")->text(), QString());
        world->click("signIn");
        QTRY_VERIFY_WITH_TIMEOUT(world->has("serverSwitch"), 15000);
        QCOMPARE(gateway->counters().signIns, 2);
        QCOMPARE(gateway->counters().writes, 0);
    }

    void whatIsForgottenIsGoneFromTheKeychain()
    {
        const auto gateway = startGateway(false);
        KeychainStore keychain;
        const auto world = windowWith(keychain, *gateway);
        world->open(*gateway);
        world->click("remember");
        world->signIn(rightPassword());
        waitForTheKeychain(*gateway, true);
        // The window knows of it once the keychain has given it.
        world->click("signOut");
        world->click("signIn");
        QTRY_VERIFY_WITH_TIMEOUT(world->has("serverSwitch"), 15000);
        world->click("signOut");
        QTRY_VERIFY(world->has("forgetPassword"));
        world->click("forgetPassword");
        waitForTheKeychain(*gateway, false);
        QTRY_VERIFY(!world->has("forgetPassword"));
    }

    void nothingIsStoredUnasked()
    {
        const auto gateway = startGateway(false);
        KeychainStore keychain;
        const auto world = windowWith(keychain, *gateway);
        world->open(*gateway);
        world->signIn(rightPassword());
        QVERIFY(world->has("serverSwitch"));
        QVERIFY(!stored(*gateway));
    }

    void aRefusedPasswordIsNotStored()
    {
        const auto gateway = startGateway(false);
        KeychainStore keychain;
        const auto world = windowWith(keychain, *gateway);
        world->open(*gateway);
        world->click("remember");
        world->signIn(u"wrong"_s);
        QVERIFY(world->has("failure"));
        QVERIFY(!stored(*gateway));
    }
};

QTEST_MAIN(KeychainTest)
#include "tst_keychain.moc"
