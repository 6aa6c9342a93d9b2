// The store that keeps nothing: the contract of SecretStore without a keychain.

#include "accounts/memorystore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class MemoryStoreTest : public QObject
{
    Q_OBJECT

    static void run(Operation &operation)
    {
        QSignalSpy finished(&operation, &Operation::finished);
        operation.start();
        QCOMPARE(finished.size(), 0);
        QTRY_COMPARE(finished.size(), 1);
    }

    static std::optional<Secret> stored(MemoryStore &store, const QString &key)
    {
        const auto read = store.read(key, 1s);
        run(*read);
        return read->secret();
    }

private Q_SLOTS:
    void readsWhatWasWrittenUnderTheSameKeyOnly()
    {
        MemoryStore store;
        const auto write = store.write(u"admin@a"_s, Secret(u"one"_s), 1s);
        run(*write);
        QVERIFY(!write->error());
        QCOMPARE(stored(store, u"admin@a"_s)->reveal(), u"one"_s);
        QVERIFY(!stored(store, u"admin@b"_s));
    }

    void readingNothingIsNoFailure()
    {
        MemoryStore store;
        const auto read = store.read(u"admin@a"_s, 1s);
        run(*read);
        QVERIFY(!read->error());
        QVERIFY(!read->secret());
        QCOMPARE(read->problem(), SecretProblem::None);
    }

    void writingAgainOverwrites()
    {
        MemoryStore store;
        run(*store.write(u"k"_s, Secret(u"one"_s), 1s));
        run(*store.write(u"k"_s, Secret(u"two"_s), 1s));
        QCOMPARE(stored(store, u"k"_s)->reveal(), u"two"_s);
    }

    void deletingTwiceSucceeds()
    {
        MemoryStore store;
        run(*store.write(u"k"_s, Secret(u"one"_s), 1s));
        for (int i = 0; i < 2; ++i) {
            const auto removal = store.remove(u"k"_s, 1s);
            run(*removal);
            QVERIFY(!removal->error());
        }
        QVERIFY(!stored(store, u"k"_s));
    }

    void aProblemFailsEveryOperationWithItsReason_data()
    {
        QTest::addColumn<SecretProblem>("problem");
        QTest::addColumn<QString>("words");
        QTest::newRow("no service") << SecretProblem::NoService << u"no keychain service"_s;
        QTest::newRow("locked") << SecretProblem::Locked << u"stayed locked"_s;
        QTest::newRow("no answer") << SecretProblem::NoAnswer << u"does not answer"_s;
        QTest::newRow("denied") << SecretProblem::Denied << u"refuses access"_s;
        QTest::newRow("other") << SecretProblem::Other << u"keychain failed"_s;
    }

    void aProblemFailsEveryOperationWithItsReason()
    {
        QFETCH(const SecretProblem, problem);
        QFETCH(const QString, words);
        MemoryStore store;
        store.setProblem(problem);
        const auto read = store.read(u"k"_s, 1s);
        const auto write = store.write(u"k"_s, Secret(u"one"_s), 1s);
        const auto removal = store.remove(u"k"_s, 1s);
        for (SecretOperation *operation :
             {static_cast<SecretOperation *>(read.get()), write.get(), removal.get()}) {
            run(*operation);
            QCOMPARE(operation->error().code, ErrorCode::Io);
            QCOMPARE(operation->problem(), problem);
            QVERIFY2(operation->error().detail.contains(words), qPrintable(operation->error().detail));
        }
    }

    void anOperationMayOutliveItsStore()
    {
        auto store = std::make_unique<MemoryStore>();
        run(*store->write(u"k"_s, Secret(u"one"_s), 1s));
        const auto read = store->read(u"k"_s, 1s);
        store.reset();
        run(*read);
        QCOMPARE(read->secret()->reveal(), u"one"_s);
    }

    void theKeyNamesUserAndHost() { QCOMPARE(secretKey(u"admin"_s, u"10.0.0.5"_s), u"admin@10.0.0.5"_s); }
};

QTEST_GUILESS_MAIN(MemoryStoreTest)
#include "tst_memorystore.moc"
