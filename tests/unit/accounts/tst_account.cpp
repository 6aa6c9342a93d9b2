// One gateway's account over a store in memory: what is at hand, what is asked for, and why there is none.

#include "accounts/account.h"
#include "accounts/memorystore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class AccountTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<MemoryStore> m_store;
    std::unique_ptr<Account> m_account;

    static void run(Operation &operation)
    {
        QSignalSpy finished(&operation, &Operation::finished);
        operation.start();
        QTRY_COMPARE(finished.size(), 1);
    }

    std::optional<Secret> stored(const QString &key)
    {
        const auto read = m_store->read(key, Operation::noDeadline);
        run(*read);
        return read->secret();
    }

    void keep(const QString &username, const QString &password)
    {
        m_account->keep(username, Secret(password));
        QTRY_VERIFY(m_account->hasPassword(username) || m_account->problem());
    }

private Q_SLOTS:
    void init()
    {
        m_account.reset();
        m_store = std::make_unique<MemoryStore>();
        m_account = std::make_unique<Account>(m_store.get(), u"10.0.0.5"_s);
    }

    void whatIsKeptIsFetchedAndKnownInTheNextRun()
    {
        keep(u"admin"_s, u"geheim"_s);
        QCOMPARE(m_account->entries(), QStringList{u"admin@10.0.0.5"_s});
        Account next(m_store.get(), u"10.0.0.5"_s);
        QVERIFY(!next.hasPassword(u"admin"_s));
        next.setEntries(m_account->entries());
        QVERIFY(next.hasPassword(u"admin"_s));
        const auto fetching = next.fetch(u"admin"_s);
        run(*fetching);
        QVERIFY(!fetching->error());
        QCOMPARE(fetching->password().reveal(), u"geheim"_s);
        QVERIFY(fetching->isFromKeychain());
    }

    void aPasswordThatIsOfferedNeedsNoKeychain()
    {
        Account account(nullptr, u"10.0.0.5"_s);
        account.offer(u"admin"_s, Secret(u"demo"_s));
        const auto fetching = account.fetch(u"admin"_s);
        run(*fetching);
        QCOMPARE(fetching->password().reveal(), u"demo"_s);
        QVERIFY(!fetching->isFromKeychain());
    }

    void eachReasonHasASentenceOfItsOwn_data()
    {
        QTest::addColumn<SecretProblem>("problem");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("none held") << SecretProblem::None << ErrorCode::Usage;
        QTest::newRow("locked") << SecretProblem::Locked << ErrorCode::Io;
        QTest::newRow("denied") << SecretProblem::Denied << ErrorCode::Io;
        QTest::newRow("no service") << SecretProblem::NoService << ErrorCode::Io;
        QTest::newRow("no answer") << SecretProblem::NoAnswer << ErrorCode::Io;
        QTest::newRow("other") << SecretProblem::Other << ErrorCode::Io;
    }

    void eachReasonHasASentenceOfItsOwn()
    {
        QFETCH(const SecretProblem, problem);
        QFETCH(const ErrorCode, code);
        m_store->setProblem(problem);
        const auto fetching = m_account->fetch(u"admin"_s);
        run(*fetching);
        QCOMPARE(fetching->error().code, code);
        const QString sentence = accountSentence(fetching->problem());
        QVERIFY(!sentence.isEmpty());
        QCOMPARE(sentence.contains(u"has no password"_s), problem == SecretProblem::None);
        if (problem == SecretProblem::None)
            return;
        m_account->keep(u"admin"_s, Secret(u"geheim"_s));
        QTRY_VERIFY(m_account->problem());
        QVERIFY2(accountSentence(*m_account->problem()).contains(u"can't be remembered"_s),
                 qPrintable(accountSentence(*m_account->problem())));
        QVERIFY(!m_account->hasPassword(u"admin"_s));
        QVERIFY(m_account->entries().isEmpty());
    }

    void anEmptyPasswordIsNone()
    {
        run(*m_store->write(u"admin@10.0.0.5"_s, Secret(QString(u""_s)), Operation::noDeadline));
        const auto fetching = m_account->fetch(u"admin"_s);
        run(*fetching);
        QCOMPARE(fetching->problem().kind, AccountProblem::Kind::Empty);
    }

    void aPasswordThatWasRefusedIsNotGivenAgainUntilAnotherIsKept()
    {
        keep(u"admin"_s, u"outdated"_s);
        m_account->noteRefused(u"admin"_s);
        QVERIFY(!m_account->hasPassword(u"admin"_s));
        const auto fetching = m_account->fetch(u"admin"_s);
        run(*fetching);
        QCOMPARE(fetching->problem().kind, AccountProblem::Kind::RefusedBefore);
        QVERIFY(fetching->password().isEmpty());
        keep(u"admin"_s, u"new"_s);
        const auto again = m_account->fetch(u"admin"_s);
        run(*again);
        QCOMPARE(again->password().reveal(), u"new"_s);
    }

    void anotherPlaceHasNothingAtHand()
    {
        keep(u"admin"_s, u"geheim"_s);
        m_account->offer(u"demo"_s, Secret(u"demo"_s));
        m_account->moveTo(u"10.0.0.6"_s);
        QVERIFY(!m_account->hasPassword(u"admin"_s));
        QVERIFY(!m_account->hasPassword(u"demo"_s));
        const auto fetching = m_account->fetch(u"admin"_s);
        run(*fetching);
        QCOMPARE(fetching->problem().kind, AccountProblem::Kind::NotHeld);
    }

    void earlierUsersAndAddressesAreForgottenToo()
    {
        keep(u"admin"_s, u"one"_s);
        keep(u"installer"_s, u"two"_s);
        m_account->moveTo(u"10.0.0.6"_s);
        keep(u"admin"_s, u"three"_s);
        const QStringList entries = m_account->entries();
        QCOMPARE(entries.size(), 3);

        Account later(m_store.get(), u"10.0.0.6"_s);
        later.setEntries(entries);
        QSignalSpy emptied(&later, &Account::emptied);
        later.removeAll({u"admin"_s});
        QTRY_COMPARE(emptied.size(), 1);
        for (const QString &entry : entries)
            QVERIFY2(!stored(entry), qPrintable(entry));
        QVERIFY(later.entries().isEmpty());
    }

    void whatIsAskedLaterIsDoneLater()
    {
        m_account->keep(u"admin"_s, Secret(u"one"_s));
        m_account->keep(u"admin"_s, Secret(u"two"_s));
        QSignalSpy emptied(m_account.get(), &Account::emptied);
        m_account->removeAll({u"admin"_s});
        m_account->keep(u"admin"_s, Secret(u"three"_s));
        QTRY_COMPARE(emptied.size(), 1);
        QTRY_VERIFY(stored(u"admin@10.0.0.5"_s));
        QCOMPARE(stored(u"admin@10.0.0.5"_s)->reveal(), u"three"_s);
    }

    void aFetchThatIsGivenUpLeavesTheOthersTheirTurn_data()
    {
        QTest::addColumn<bool>("deleted");
        QTest::newRow("cancelled") << false;
        QTest::newRow("deleted") << true;
    }

    void aFetchThatIsGivenUpLeavesTheOthersTheirTurn()
    {
        QFETCH(const bool, deleted);
        auto running = m_account->fetch(u"admin"_s);
        auto waiting = m_account->fetch(u"installer"_s);
        running->start();
        waiting->start();
        m_account->keep(u"admin"_s, Secret(u"geheim"_s));
        if (deleted) {
            running.reset();
            waiting.reset();
        } else {
            running->cancel();
            waiting->cancel();
        }
        QTRY_VERIFY(stored(u"admin@10.0.0.5"_s));
    }

    void whatCannotBeDeletedIsSaidUnlessThereIsNoKeychain()
    {
        QSignalSpy failed(m_account.get(), &Account::removalFailed);
        QSignalSpy emptied(m_account.get(), &Account::emptied);
        m_store->setProblem(SecretProblem::NoService);
        m_account->removeAll({u"admin"_s});
        QTRY_COMPARE(emptied.size(), 1);
        QCOMPARE(failed.size(), 0);
        m_store->setProblem(SecretProblem::Locked);
        m_account->removeAll({u"admin"_s});
        QTRY_COMPARE(failed.size(), 1);
        const auto problem = failed.at(0).at(0).value<AccountProblem>();
        QVERIFY2(accountSentence(problem).contains(u"could not be deleted"_s),
                 qPrintable(accountSentence(problem)));
    }

    void withoutAKeychainNothingIsKept()
    {
        Account account(nullptr, u"10.0.0.5"_s);
        account.check();
        QVERIFY(account.problem());
        account.keep(u"admin"_s, Secret(u"geheim"_s));
        QVERIFY(!account.hasPassword(u"admin"_s));
    }
};

QTEST_GUILESS_MAIN(AccountTest)
#include "tst_account.moc"
