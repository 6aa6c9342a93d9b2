// KeychainStore against a real gnome-keyring on a message bus of its own.

#include "unit/accounts/keyringsession.h"

#include "accounts/keychainstore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class KeychainStoreTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<KeyringSession> m_session;
    QString m_missing; ///< why there is no keychain to test against
    KeychainStore m_store;

    static void run(Operation &operation)
    {
        QSignalSpy finished(&operation, &Operation::finished);
        operation.start();
        QCOMPARE(finished.size(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 15000);
    }

private Q_SLOTS:
    void initTestCase()
    {
#ifndef Q_OS_LINUX
        m_missing = u"the person's own keychain is not for tests"_s;
        return;
#endif
        m_session = std::make_unique<KeyringSession>();
        if (!m_session->start())
            m_missing = m_session->reason();
    }

    void init()
    {
        if (!m_missing.isEmpty())
            QSKIP(qPrintable(m_missing));
    }

    void writesReadsAndDeletes()
    {
        const QString password = u"Zt7 geheim \"Ω\" \\ päss"_s;
        const auto write = m_store.write(u"admin@10.0.0.5"_s, Secret(password), 10s);
        run(*write);
        QVERIFY2(!write->error(), qPrintable(write->error().detail));

        const auto read = m_store.read(u"admin@10.0.0.5"_s, 10s);
        run(*read);
        QVERIFY2(read->secret().has_value(), qPrintable(read->error().detail));
        QCOMPARE(read->secret()->reveal(), password);

        const auto removal = m_store.remove(u"admin@10.0.0.5"_s, 10s);
        run(*removal);
        QVERIFY2(!removal->error(), qPrintable(removal->error().detail));
        const auto again = m_store.read(u"admin@10.0.0.5"_s, 10s);
        run(*again);
        QVERIFY(!again->error());
        QVERIFY(!again->secret());
    }

    void writingAgainOverwrites()
    {
        run(*m_store.write(u"admin@b"_s, Secret(u"one"_s), 10s));
        run(*m_store.write(u"admin@b"_s, Secret(u"two"_s), 10s));
        const auto read = m_store.read(u"admin@b"_s, 10s);
        run(*read);
        QCOMPARE(read->secret()->reveal(), u"two"_s);
    }

    void deletingWhatIsNotThereSucceeds()
    {
        const auto removal = m_store.remove(u"nobody@nowhere"_s, 10s);
        run(*removal);
        QVERIFY2(!removal->error(), qPrintable(removal->error().detail));
    }

    void operationsSideBySideEachGetTheirOwn()
    {
        run(*m_store.write(u"admin@c"_s, Secret(u"three"_s), 10s));
        run(*m_store.write(u"admin@d"_s, Secret(u"four"_s), 10s));
        const auto first = m_store.read(u"admin@c"_s, 10s);
        const auto second = m_store.read(u"admin@d"_s, 10s);
        first->start();
        second->start();
        QTRY_VERIFY_WITH_TIMEOUT(first->isFinished() && second->isFinished(), 15000);
        QCOMPARE(first->secret()->reveal(), u"three"_s);
        QCOMPARE(second->secret()->reveal(), u"four"_s);
    }

    void oneThatIsGivenUpEndsSilentlyAndTheNextOneWorks()
    {
        run(*m_store.write(u"admin@e"_s, Secret(u"five"_s), 10s));
        auto abandoned = m_store.read(u"admin@e"_s, 10s);
        QSignalSpy finished(abandoned.get(), &Operation::finished);
        abandoned->start();
        QCoreApplication::processEvents(); // the request is on the bus
        abandoned.reset();
        const auto read = m_store.read(u"admin@e"_s, 10s);
        run(*read);
        QCOMPARE(read->secret()->reveal(), u"five"_s);
        QCOMPARE(finished.size(), 0);
    }

    void cancellingEndsItAtOnce()
    {
        const auto read = m_store.read(u"admin@e"_s, 10s);
        QSignalSpy finished(read.get(), &Operation::finished);
        read->start();
        QCoreApplication::processEvents();
        read->cancel();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(read->error().code == ErrorCode::Cancelled || read->secret().has_value());
    }

    void aLockedKeychainThatStaysLockedHoldsThePasswordAllTheSame()
    {
        run(*m_store.write(u"admin@f"_s, Secret(u"six"_s), 10s));
        QVERIFY(m_session->lock());
        const auto read = m_store.read(u"admin@f"_s, 10s);
        run(*read);
        QCOMPARE(read->problem(), SecretProblem::Locked);
        QVERIFY2(read->error().detail.contains("stayed locked"_L1), qPrintable(read->error().detail));
        // What it does not hold it need not be unlocked for.
        const auto other = m_store.read(u"nobody@f"_s, 10s);
        run(*other);
        QVERIFY2(!other->error(), qPrintable(other->error().detail));
        QVERIFY(!other->secret());
        const auto write = m_store.write(u"admin@f"_s, Secret(u"seven"_s), 10s);
        run(*write);
        QCOMPARE(write->problem(), SecretProblem::Locked);
    }

    void aQuestionThatNobodyAnswersEndsByTheDeadline()
    {
        QVERIFY(m_session->lock(true));
        const auto read = m_store.read(u"admin@f"_s, 2500ms);
        QSignalSpy waiting(read.get(), &SecretOperation::waiting);
        run(*read);
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(read->error().code, ErrorCode::Io);
        QCOMPARE(read->problem(), SecretProblem::NoAnswer);
    }

    void withoutASessionBusThereIsNoService()
    {
        const QByteArray bus = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        const auto restore = qScopeGuard([&] { qputenv("DBUS_SESSION_BUS_ADDRESS", bus); });
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        const auto read = m_store.read(u"admin@e"_s, 10s);
        run(*read);
        QCOMPARE(read->error().code, ErrorCode::Io);
        QCOMPARE(read->problem(), SecretProblem::NoService);
        QVERIFY2(read->error().detail.contains("no session bus"_L1), qPrintable(read->error().detail));
    }
};

QTEST_GUILESS_MAIN(KeychainStoreTest)
#include "tst_keychainstore.moc"
