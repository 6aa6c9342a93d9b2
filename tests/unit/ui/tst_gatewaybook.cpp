// Pages, discovery and saved gateways together: what one learns, the others show.

#include "uitesting.h"

#include "settings/savedgateways.h"
#include "settings/settingsfile.h"
#include "ui/controllers/gatewaybook.h"
#include "ui/controllers/savedgatewayscontroller.h"

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
    explicit World(const GatewaySimulator &gateway, const QString &settings)
        : file(settings)
        , gateways(file)
        , saved(gateways)
        , discovery(discoveryAround(gateway, {}))
        , book(discovery, saved, quickEnvironment())
    { }

    GatewayPage &open(const GatewaySimulator &gateway)
    {
        discovery.addByAddress(gateway.address().toString());
        [&] { QTRY_VERIFY(!discovery.hosts()->at(0).probing); }();
        return *book.current();
    }

    SettingsFile file;
    SavedGateways gateways;
    SavedGatewaysController saved;
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
        world.book.forget(world.saved.hosts().at(0).id);
        QTRY_VERIFY(world.saved.isEmpty());
        GatewayPage &page = world.open(*m_gateway);
        QVERIFY(!page.controller.isSignedIn());
        page.controller.testPort();
        QTRY_VERIFY_WITH_TIMEOUT(!page.controller.isBusy(), 20000);
        QVERIFY(world.saved.isEmpty());
        signIn(page);
        QCOMPARE(world.saved.hosts().size(), 1);
    }

    void aSignInSavesTheGatewayWithoutItsPassword()
    {
        m_gateway = startGateway(true);
        const QString path = settingsFile();
        {
            World world(*m_gateway, path);
            GatewayPage &page = world.open(*m_gateway);
            QVERIFY(world.saved.isEmpty());
            signIn(page);
            QCOMPARE(world.saved.hosts().size(), 1);
            const RememberedHost saved = world.saved.hosts().at(0);
            QCOMPARE(saved.host, m_gateway->address().toString());
            QCOMPARE(saved.serial, u"110A1234567890"_s);
            QCOMPARE(saved.wasOn, std::optional(true));
            QVERIFY(saved.lastSeen.isValid());
            QVERIFY(world.discovery.hosts()->at(0).remembered);
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
        QVERIFY(!again.discovery.hosts()->at(0).seen);
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
        QVERIFY(world.saved.isEmpty());
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
        QCOMPARE(world.discovery.gatewayAt(0).serial, u"110A1234567890"_s);
        QCOMPARE(world.saved.hosts().size(), 1);
        QCOMPARE(world.saved.hosts().at(0).serial, u"110A1234567890"_s);

        // In a later run Modbus is read before anybody signs in.
        page.controller.signOut();
        page.controller.testPort();
        QTRY_VERIFY_WITH_TIMEOUT(!page.controller.isBusy(), 20000);
        QCOMPARE(world.discovery.hosts()->rowCount(), 1);
        QCOMPARE(world.saved.hosts().size(), 1);
        QCOMPARE(world.saved.hosts().at(0).serial, u"110A1234567890"_s);
    }

    void aChangeThatCouldNotBeReadBackTakesTheListsWordBack()
    {
        m_gateway = startGateway(false, {u"read-back-no-reply"_s});
        World world(*m_gateway, settingsFile());
        GatewayPage &page = world.open(*m_gateway);
        signIn(page);
        const auto chipTexts = [&] {
            QStringList texts;
            const QList<Chip> chips = world.discovery.hosts()->at(0).chips();
            for (const Chip &chip : chips)
                texts += chip.text;
            return texts;
        };
        QVERIFY(chipTexts().contains(u"Modbus off"_s));
        page.controller.turnOn();
        page.controller.acceptQuestion();
        QTRY_VERIFY(m_gateway->counters().writes > 0 && m_gateway->counters().reads > 2);
        page.controller.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!page.controller.isBusy(), 20000);
        QVERIFY2(!chipTexts().contains(u"Modbus off"_s), qPrintable(chipTexts().join(u' ')));
        QVERIFY(chipTexts().contains(u"State unknown"_s));
        QVERIFY(world.discovery.hosts()->at(0).isConfirmed());
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
        const auto chipTexts = [&] {
            QStringList texts;
            const QList<Chip> chips = world.discovery.hosts()->at(0).chips();
            for (const Chip &chip : chips)
                texts += chip.text;
            return texts;
        };
        QVERIFY(chipTexts().contains(u"Modbus off"_s));
        page.controller.turnOn();
        page.controller.acceptQuestion();
        QVERIFY(world.book.isChangeUnderWay());
        QVERIFY(!world.book.closeQuestion().text.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!page.controller.isBusy(), 20000);
        QVERIFY(!world.book.isChangeUnderWay());
        QVERIFY2(chipTexts().contains(u"Modbus %1"_s.arg(m_gateway->modbusPort())),
                 qPrintable(chipTexts().join(u' ')));
        QCOMPARE(page.controller.page().title, u"SigenStor EC 10.0 TP"_s);
        QVERIFY2(world.book.lastChangeText().startsWith(u"SigenStor EC 10.0 TP: last change verified "_s),
                 qPrintable(world.book.lastChangeText()));
        QCOMPARE(world.saved.hosts().at(0).wasOn, std::optional(true));
        QCOMPARE(world.saved.hosts().at(0).port, std::optional(m_gateway->modbusPort()));
        QVERIFY(page.snippets.headline().contains(u"port %1"_s.arg(m_gateway->modbusPort())));
        QTRY_VERIFY(page.log.rowCount() > 5);
        for (int row = 0; row < page.log.rowCount(); ++row)
            QVERIFY(!page.log.at(row).text.contains(rightPassword()));
    }
};

QTEST_GUILESS_MAIN(GatewayBookTest)
#include "tst_gatewaybook.moc"
