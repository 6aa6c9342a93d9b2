// Pages, discovery and saved gateways together: what one learns, the others show.

#include "uitesting.h"

#include "accounts/memorystore.h"
#include "settings/savedgateways.h"
#include "settings/settingsfile.h"
#include "ui/controllers/gatewaybook.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The composition root in small.
struct World
{
    explicit World(const GatewaySimulator &gateway, const QString &settings, SecretStore *keychain = nullptr)
        : file(settings)
        , saved(file, registry)
        , discovery(registry, discoveryAround(gateway, {}))
        , book(registry, discovery, environmentWith(keychain))
    { }

    static GatewayEnvironment environmentWith(SecretStore *keychain)
    {
        GatewayEnvironment environment = quickEnvironment();
        environment.secrets = keychain;
        return environment;
    }

    GatewayPage &open(const GatewaySimulator &gateway)
    {
        discovery.addByAddress(gateway.address().toString());
        [&] { QTRY_VERIFY(!discovery.hosts()->at(0).probing); }();
        return *book.current();
    }

    QStringList chipTexts(int row = 0)
    {
        QStringList texts;
        const QList<Chip> chips = discovery.hosts()->at(row).chips();
        for (const Chip &chip : chips)
            texts += chip.text;
        return texts;
    }

    SettingsFile file;
    Registry registry;
    SavedGateways saved;
    DiscoveryController discovery;
    GatewayBook book;
};

} // namespace

class GatewayBookTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<GatewaySimulator> m_gateway;
    int m_files = 0;

    QString settingsFile() { return m_folder.filePath(u"settings%1.ini"_s.arg(++m_files)); }

    static void signIn(GatewayPage &page)
    {
        page.controller.signIn(formWith(rightPassword()));
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!page.controller.isBusy(), 20000); }();
        QVERIFY(page.controller.isSignedIn());
    }

private Q_SLOTS:
    void cleanup() { m_gateway.reset(); }

    void aForgottenGatewayIsSignedOutAndNotSavedUnasked()
    {
        m_gateway = startGateway(true);
        World world(*m_gateway, settingsFile());
        signIn(world.open(*m_gateway));
        world.book.forget(world.saved.all().at(0).id);
        QTRY_COMPARE(world.saved.count(), 0);
        GatewayPage &page = world.open(*m_gateway);
        QVERIFY(!page.controller.isSignedIn());
        page.controller.testPort();
        QTRY_VERIFY_WITH_TIMEOUT(!page.controller.isBusy(), 20000);
        QCOMPARE(world.saved.count(), 0);
        signIn(page);
        QCOMPARE(world.saved.count(), 1);
    }

    void aSignInSavesTheGatewayWithoutItsPassword()
    {
        m_gateway = startGateway(true);
        const QString path = settingsFile();
        {
            World world(*m_gateway, path);
            GatewayPage &page = world.open(*m_gateway);
            QCOMPARE(world.saved.count(), 0);
            signIn(page);
            QCOMPARE(world.saved.count(), 1);
            const Gateway saved = world.saved.all().at(0);
            QCOMPARE(saved.host(), m_gateway->address().toString());
            QCOMPARE(saved.serial, u"110A1234567890"_s);
            QVERIFY(saved.setting && saved.setting->on);
            QVERIFY(saved.lastSeen.isValid());
            QCOMPARE(world.discovery.hosts()->rowCount(), 1);
            QVERIFY(world.file.sync());
        }
        QFile written(path);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray bytes = written.readAll();
        QVERIFY(bytes.contains("110A1234567890"));
        QVERIFY(!bytes.contains(rightPassword().toUtf8()));

        World again(*m_gateway, path);
        QCOMPARE(again.discovery.hosts()->rowCount(), 1);
        QVERIFY(!again.discovery.hosts()->at(0).gateway.isSeen());
        again.discovery.setCurrentRow(0);
        QVERIFY(again.book.current());
        QCOMPARE(again.book.current()->controller.initialForm().username, u"admin"_s);
        QCOMPARE(again.book.current()->controller.gateway().host(), m_gateway->address().toString());
    }

    void aPageSurvivesALookAtAnotherGateway()
    {
        m_gateway = startGateway(true);
        World world(*m_gateway, settingsFile());
        GatewayPage &page = world.open(*m_gateway);
        signIn(page);
        QSignalSpy current(&world.book, &GatewayBook::currentChanged);
        world.discovery.startDemo();
        QVERIFY(world.book.current() != &page);
        QVERIFY(world.book.current()->controller.gateway().demo);
        world.discovery.setCurrentRow(world.discovery.hosts()->rowOf(page.controller.gateway().id));
        QCOMPARE(world.book.current(), &page);
        QVERIFY(page.controller.isSignedIn());
        QCOMPARE(current.size(), 2);
    }

    void theDemoSignsInAsItIsAndIsNotSaved()
    {
        m_gateway = startGateway(true);
        World world(*m_gateway, settingsFile());
        world.discovery.startDemo();
        GatewayController &demo = world.book.current()->controller;
        const SignInForm form = demo.initialForm();
        QVERIFY(demo.account().hasPassword(form.username));
        QVERIFY(form.password.isEmpty());
        demo.signIn(form);
        QTRY_VERIFY_WITH_TIMEOUT(!demo.isBusy(), 20000);
        QVERIFY(demo.isSignedIn());
        QCOMPARE(demo.page().server.state, ServerState::Off);
        QCOMPARE(world.saved.count(), 0);
        QSignalSpy removed(&world.book, &GatewayBook::pageRemoved);
        world.discovery.stopDemo();
        QCOMPARE(removed.size(), 1);
        QVERIFY(!world.book.current());
    }

    void aDemoThatIsStoppedDuringAChangeLeavesNothingToTheNext()
    {
        m_gateway = startGateway(true);
        World world(*m_gateway, settingsFile());
        const auto signInToDemo = [&world] {
            world.discovery.startDemo();
            GatewayController &demo = world.book.current()->controller;
            demo.signIn(demo.initialForm());
            [&] { QTRY_VERIFY_WITH_TIMEOUT(!demo.isBusy(), 20000); }();
            return demo.isSignedIn();
        };
        QVERIFY(signInToDemo());
        world.book.current()->controller.turnOn();
        world.book.current()->controller.acceptQuestion();
        QVERIFY(world.book.isChangeUnderWay());
        world.discovery.stopDemo();
        QVERIFY(!world.book.isChangeUnderWay());
        QVERIFY(!world.book.current());
        QVERIFY(signInToDemo());
        QCOMPARE(world.book.current()->controller.page().server.state, ServerState::Off);
    }

    void aGatewayWhoseModbusHasAnotherSerialStaysOne()
    {
        m_gateway = startGateway(false, {u"serial-differs"_s});
        World world(*m_gateway, settingsFile());
        GatewayPage &page = world.open(*m_gateway);
        signIn(page);
        page.controller.turnOn();
        page.controller.acceptQuestion();
        QTRY_VERIFY_WITH_TIMEOUT(!page.controller.isBusy(), 20000);
        QVERIFY2(world.book.lastChangeText().endsWith(u", another device may answer"_s),
                 qPrintable(world.book.lastChangeText()));
        page.controller.testPort();
        QTRY_VERIFY_WITH_TIMEOUT(!page.controller.isBusy(), 20000);
        world.discovery.addByAddress(m_gateway->address().toString()); // as a scan would: reads Modbus
        QTRY_VERIFY(!world.discovery.hosts()->at(0).probing);
        QCOMPARE(world.discovery.hosts()->rowCount(), 1);
        QCOMPARE(world.discovery.hosts()->at(0).gateway.serial, u"110A1234567890"_s);
        QCOMPARE(world.saved.count(), 1);
        QCOMPARE(world.saved.all().at(0).serial, u"110A1234567890"_s);

        // In a later run Modbus is read before anybody signs in.
        page.controller.signOut();
        page.controller.testPort();
        QTRY_VERIFY_WITH_TIMEOUT(!page.controller.isBusy(), 20000);
        QCOMPARE(world.discovery.hosts()->rowCount(), 1);
        QCOMPARE(world.saved.count(), 1);
        QCOMPARE(world.saved.all().at(0).serial, u"110A1234567890"_s);
    }

    void aChangeThatCouldNotBeReadBackTakesTheListsWordBack()
    {
        m_gateway = startGateway(false, {u"read-back-no-reply"_s});
        World world(*m_gateway, settingsFile());
        GatewayPage &page = world.open(*m_gateway);
        signIn(page);
        QVERIFY(world.chipTexts().contains(u"Modbus off"_s));
        page.controller.turnOn();
        page.controller.acceptQuestion();
        QTRY_VERIFY(m_gateway->counters().writes > 0 && m_gateway->counters().reads > 2);
        page.controller.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!page.controller.isBusy(), 20000);
        QVERIFY2(!world.chipTexts().contains(u"Modbus off"_s), qPrintable(world.chipTexts().join(u' ')));
        QVERIFY(world.chipTexts().contains(u"State unknown"_s));
        QVERIFY(world.discovery.hosts()->at(0).gateway.isConfirmed());
    }

    void passwordsOfEarlierRunsAndUsersAreForgottenWithTheGateway()
    {
        m_gateway = startGateway(true);
        MemoryStore keychain;
        const QString path = settingsFile();
        const QString key = secretKey(u"admin"_s, m_gateway->address().toString());
        const QString oldKey = secretKey(u"installer"_s, u"10.0.0.5"_s);
        const auto isStored = [&](const QString &name) {
            const auto read = keychain.read(name, Operation::noDeadline);
            QSignalSpy finished(read.get(), &Operation::finished);
            read->start();
            finished.wait();
            return read->secret().has_value();
        };
        {
            World world(*m_gateway, path, &keychain);
            GatewayPage &page = world.open(*m_gateway);
            SignInForm form = formWith(rightPassword());
            form.remember = true;
            page.controller.signIn(form);
            QTRY_VERIFY_WITH_TIMEOUT(!page.controller.isBusy(), 20000);
            QTRY_COMPARE(page.controller.gateway().remembered, QStringList{key});
            const auto write = keychain.write(oldKey, Secret(u"old"_s), Operation::noDeadline);
            QSignalSpy written(write.get(), &Operation::finished);
            write->start();
            QTRY_COMPARE(written.size(), 1);
            world.registry.remember(page.controller.gateway().id, {oldKey, key}); // at another address then
            QVERIFY(world.file.sync());
        }
        World world(*m_gateway, path, &keychain);
        QCOMPARE(world.saved.count(), 1);
        QCOMPARE(world.saved.all().at(0).remembered, (QStringList{oldKey, key}));
        world.discovery.setCurrentRow(0);
        QVERIFY(world.book.current()->controller.account().hasPassword(u"admin"_s)); // without asking
        world.book.forget(world.saved.all().at(0).id);
        QTRY_COMPARE(world.saved.count(), 0);
        QVERIFY(!isStored(key));
        QVERIFY(!isStored(oldKey));
    }

    void theStatusBarNamesTheGatewayThatWasChanged()
    {
        m_gateway = startGateway(true);
        World world(*m_gateway, settingsFile());
        GatewayPage &page = world.open(*m_gateway);
        signIn(page);
        page.controller.turnOff();
        page.controller.acceptQuestion();
        QTRY_VERIFY_WITH_TIMEOUT(!page.controller.isBusy(), 20000);
        QSignalSpy changed(&world.book, &GatewayBook::lastChangeTextChanged);
        const QString id = page.controller.gateway().id;
        world.registry.rename(id, u"Roof"_s);
        QVERIFY(!changed.isEmpty());
        QVERIFY(world.book.lastChangeText().startsWith(u"Roof: last change verified "_s));
        QCOMPARE(page.controller.page().title, u"Roof"_s);
        QCOMPARE(world.discovery.hosts()->at(0).title(), u"Roof"_s);
    }

    void turningOffStopsTheLiveValues()
    {
        m_gateway = startGateway(true);
        World world(*m_gateway, settingsFile());
        GatewayPage &page = world.open(*m_gateway);
        signIn(page);
        page.live.setInterval(std::chrono::milliseconds(50));
        page.live.setVisible(true);
        page.live.start();
        QTRY_VERIFY(page.live.polls() >= 2);
        page.controller.turnOff();
        page.controller.acceptQuestion();
        QTRY_VERIFY_WITH_TIMEOUT(!page.controller.isBusy(), 20000);
        QVERIFY(!page.live.isRunning());
        QVERIFY(page.live.isStale());
        QVERIFY2(page.live.problem().isEmpty() && page.live.linkText().isEmpty(),
                 qPrintable(page.live.problem() + page.live.linkText()));
    }

    void anotherDeviceKeepsNothingOfTheOldOne()
    {
        m_gateway = startGateway(true);
        World world(*m_gateway, settingsFile());
        GatewayPage &page = world.open(*m_gateway);
        signIn(page);
        page.live.setInterval(std::chrono::milliseconds(50));
        page.live.setVisible(true);
        page.live.start();
        QTRY_VERIFY(page.live.polls() >= 2);
        QVERIFY(!page.snippets.headline().contains(u"assumed"_s));
        Gateway other = page.controller.gateway();
        other.places.first().displaced = true;
        page.controller.setGateway(other);
        QVERIFY(!page.live.isRunning());
        QVERIFY(!page.live.hasValues());
        QVERIFY2(page.snippets.headline().contains(u"assumed"_s), qPrintable(page.snippets.headline()));
        QVERIFY(!page.controller.isSignedIn());
        QVERIFY(page.controller.page().verification.steps.isEmpty());
    }

    void whatAPageReadsTheListShows()
    {
        m_gateway = startGateway(false);
        World world(*m_gateway, settingsFile());
        GatewayPage &page = world.open(*m_gateway);
        signIn(page);
        QVERIFY(world.chipTexts().contains(u"Modbus off"_s));
        page.controller.turnOn();
        page.controller.acceptQuestion();
        QVERIFY(world.book.isChangeUnderWay());
        QVERIFY(!world.book.closeQuestion().text.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!page.controller.isBusy(), 20000);
        QVERIFY(!world.book.isChangeUnderWay());
        QVERIFY2(world.chipTexts().contains(u"Modbus %1"_s.arg(m_gateway->modbusPort())),
                 qPrintable(world.chipTexts().join(u' ')));
        QCOMPARE(page.controller.page().title, u"SigenStor EC 10.0 TP"_s);
        QVERIFY2(world.book.lastChangeText().startsWith(u"SigenStor EC 10.0 TP: last change verified "_s),
                 qPrintable(world.book.lastChangeText()));
        QVERIFY(world.saved.all().at(0).setting->on);
        QCOMPARE(world.saved.all().at(0).setting->port, std::optional(m_gateway->modbusPort()));
        QVERIFY(page.snippets.headline().contains(u"port %1"_s.arg(m_gateway->modbusPort())));
        QTRY_VERIFY(page.log.rowCount() > 5);
        for (int row = 0; row < page.log.rowCount(); ++row)
            QVERIFY(!page.log.at(row).text.contains(rightPassword()));
    }

    void aRescanLeavesTheSessionOfAGatewayThatSaysNothingOfItself()
    {
        m_gateway = startGateway(true, {u"serial-missing"_s});
        World world(*m_gateway, settingsFile());
        signIn(world.open(*m_gateway));
        const QString id = world.discovery.currentId();
        GatewayPage &again = world.open(*m_gateway); // the same address once more
        QCOMPARE(world.discovery.currentId(), id);
        QVERIFY(again.controller.isSignedIn());
        QCOMPARE(world.discovery.hosts()->rowCount(), 1);
        QCOMPARE(world.saved.count(), 1);
    }

    void aSavedGatewayWithoutMacAndSerialIsItselfInTheNextRun()
    {
        m_gateway = startGateway(true, {u"serial-missing"_s});
        const QString path = settingsFile();
        {
            World world(*m_gateway, path);
            signIn(world.open(*m_gateway));
        }
        World world(*m_gateway, path);
        signIn(world.open(*m_gateway));
        QVERIFY(world.open(*m_gateway).controller.isSignedIn());
        QCOMPARE(world.discovery.hosts()->rowCount(), 1);
        QVERIFY(!world.chipTexts().contains(u"Another device"_s));
    }

    void aSignInToAnotherGatewayThanTheSavedOneIsItsOwnRowAndPage()
    {
        m_gateway = startGateway(false);
        World world(*m_gateway, settingsFile());
        Gateway old;
        old.places = {placeAt(m_gateway->address().toString())};
        old.serial = u"999Z0000000000"_s;
        old.serialFrom = SerialSource::Saved;
        old.name = u"Roof"_s;
        world.registry.absorb(old);
        const QString roof = world.saved.all().at(0).id;
        GatewayPage &page = world.open(*m_gateway);
        signIn(page);
        QCOMPARE(world.discovery.hosts()->rowCount(), 2);
        QVERIFY(world.discovery.currentId() != roof);
        QCOMPARE(world.book.current(), &page);
        QCOMPARE(page.controller.gateway().serial, u"110A1234567890"_s);
        QVERIFY(page.controller.isSignedIn());
        QCOMPARE(world.registry.find(roof)->name, u"Roof"_s);
        QVERIFY(world.registry.find(roof)->saved && world.registry.find(roof)->isDisplaced());
        QCOMPARE(world.saved.count(), 2);
    }

    void theChipsFollowASignInOnAnotherPort()
    {
        m_gateway = startGateway(false);
        World world(*m_gateway, settingsFile());
        GatewayPage &page = world.open(*m_gateway);
        SignInForm form = formWith(rightPassword());
        form.webSocketPort = m_gateway->webSocketPort();
        page.controller.signIn(form);
        QTRY_VERIFY_WITH_TIMEOUT(!page.controller.isBusy(), 20000);
        Sighting seen; // a scan of the usual ports, none of which is this gateway's
        seen.place.address = m_gateway->address().toString();
        seen.place.settled = true;
        seen.place.webSocket = {8080, ServiceState::Closed, {}};
        seen.place.modbus = {502, ServiceState::Closed, {}};
        seen.at = QDateTime::currentDateTimeUtc();
        world.registry.absorb(seen);
        QVERIFY(!world.chipTexts().contains(u"8080 closed"_s));
        QVERIFY(world.chipTexts().contains(u"Sign-in %1"_s.arg(m_gateway->webSocketPort())));
        QVERIFY(world.chipTexts().contains(u"Modbus off"_s));
    }

    void severalAddressesBehindOneMacKeepTheirSerials()
    {
        m_gateway = startGateway(true);
        World world(*m_gateway, settingsFile());
        const QString mac = u"02:00:00:00:00:01"_s; // a repeater's
        const auto see = [&](const QString &address) {
            Sighting seen;
            seen.place.address = address;
            seen.place.mac = mac;
            seen.place.settled = true;
            seen.place.webSocket = {m_gateway->webSocketPort(), ServiceState::Handshake, {}};
            seen.place.modbus.port = m_gateway->modbusPort();
            world.registry.absorb(seen);
        };
        const QString here = m_gateway->address().toString();
        const QString there = u"127.250.250.250"_s;
        see(here);
        see(there);
        world.registry.absorb(ScanEnd());
        QCOMPARE(world.discovery.hosts()->rowCount(), 2);
        world.discovery.selectHost(here);
        GatewayController &controller = world.book.current()->controller;
        controller.testPort();
        QTRY_VERIFY_WITH_TIMEOUT(!controller.isBusy(), 20000);
        signIn(*world.book.current());
        see(here);
        see(there);
        world.registry.absorb(ScanEnd());
        QCOMPARE(world.discovery.hosts()->rowCount(), 2);
        QCOMPARE(world.registry.find(world.registry.idAt(here))->serial, u"110A1234567890"_s);
        QCOMPARE(world.registry.find(world.registry.idAt(there))->serial, QString());
        QCOMPARE(world.saved.count(), 1);
    }

    void unitsThatWereFoundOutliveATestAndASignIn()
    {
        m_gateway = startGateway(true);
        World world(*m_gateway, settingsFile());
        GatewayPage &page = world.open(*m_gateway);
        ModbusAnswer sweep;
        sweep.of = world.discovery.currentId();
        sweep.host = m_gateway->address().toString();
        sweep.port = {m_gateway->modbusPort(), ServiceState::Answers, QDateTime::currentDateTimeUtc()};
        sweep.serial = u"110A1234567890"_s;
        sweep.units = {{1, {}, {}, {}, false, false}, {2, {}, {}, {}, false, true}};
        sweep.allUnitsAsked = true;
        world.registry.absorb(sweep);
        page.controller.testPort();
        QTRY_VERIFY_WITH_TIMEOUT(!page.controller.isBusy(), 20000);
        signIn(page);
        const QList<FoundUnit> units = world.registry.find(sweep.of)->units;
        QCOMPARE(units.size(), 2);
        QVERIFY(units.at(1).isAcCharger);
        QVERIFY2(page.snippets.headline().contains(u"AC charger 2"_s), qPrintable(page.snippets.headline()));
    }

    void whatFindUnitsFoundIsThereInTheNextRun()
    {
        m_gateway = startGateway(true);
        const QString host = m_gateway->address().toString();
        const QString path = settingsFile();
        QList<FoundUnit> units;
        {
            World world(*m_gateway, path);
            GatewayPage &page = world.open(*m_gateway);
            page.controller.testPort();
            QTRY_VERIFY_WITH_TIMEOUT(!page.controller.isBusy(), 20000);
            page.snippets.findUnits();
            QTRY_VERIFY_WITH_TIMEOUT(page.snippets.unitsAsked() >= 3, 20000);
            page.snippets.cancel();
            QTRY_VERIFY_WITH_TIMEOUT(!page.snippets.isFindingUnits(), 20000);
            units = world.registry.find(world.registry.idAt(host))->units;
            QVERIFY(!units.isEmpty());
        }
        World world(*m_gateway, path);
        QCOMPARE(world.registry.find(world.registry.idAt(host))->units, units);
    }
};

QTEST_GUILESS_MAIN(GatewayBookTest)
#include "tst_gatewaybook.moc"
