// Keeping a gateway on from within the window: what the user does, what the gateway is sent, what is said.

#include "guitesting.h"

#include "keeping/watchhistory.h"
#include "pagechecks.h"
#include "ui/widgets/toggleswitch.h"
#include "workflow/gatewaylock.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTranslator>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

static constexpr int patience = 20000; // ms
static constexpr int keepItOn = 3; // the tab

class KeepOnTest : public QObject
{
    Q_OBJECT

    static QString idOf(WindowWorld &world) { return world.gateway().gateway().id; }
    static KeepOn kept(WindowWorld &world) { return world.keepOn().keepOn(idOf(world)); }

    static void openTab(WindowWorld &world)
    {
        world.find<QTabWidget>("tabs")->setCurrentIndex(keepItOn);
        QVERIFY(world.has("keepOnSwitch"));
    }

    static void waitForLook(WindowWorld &world, WatchState state = WatchState::On)
    {
        QTRY_COMPARE_WITH_TIMEOUT(kept(world).last.state, state, patience);
    }

    /// Signed in, on, and kept on.
    static void keepOn(WindowWorld &world, const GatewaySimulator &gateway)
    {
        world.open(gateway);
        world.signIn(rightPassword());
        openTab(world);
        world.click("keepOnSwitch");
        QVERIFY(world.accept());
        waitForLook(world);
    }

    /// Saved as "{home}", with its password in the keychain, and kept on when the program was closed.
    static void wasKeptOn(WindowWorld &world, const GatewaySimulator &gateway)
    {
        const QString host = gateway.address().toString();
        Gateway saved = refTo(gateway);
        saved.id = u"{home}"_s;
        saved.places = {placeAt(host)};
        saved.way.username = u"admin"_s;
        saved.way.webSocketPort = gateway.webSocketPort();
        saved.places.first().modbus.port = gateway.modbusPort();
        saved.remembered = {secretKey(u"admin"_s, host)};
        world.registry().absorb(saved);
        const auto keeping = world.keychain().write(secretKey(u"admin"_s, host), Secret(rightPassword()),
                                                    Operation::noDeadline);
        keeping->start();
        QTRY_VERIFY(keeping->isFinished());
        world.settings().setKeptOn({{u"{home}"_s, 60, false}, {u"{gone}"_s, 30, false}});
    }

    static QStringList events(WindowWorld &world, int column = 1)
    {
        const QAbstractItemModel &model = *world.find<QAbstractItemView>("keepOnEvents")->model();
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts += model.index(row, column).data().toString();
        return texts;
    }

    static QAction *menuEntry(WindowWorld &world, const QString &text)
    {
        const QList<QAction *> actions = world.window().findChildren<QAction *>();
        for (QAction *const action : actions) {
            if (QString(action->text()).remove(u'&') == text)
                return action;
        }
        return nullptr;
    }

private Q_SLOTS:
    void whatSomebodySwitchesOffIsSwitchedOnAgain()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        keepOn(world, *gateway);
        QVERIFY(world.find<ToggleSwitch>("keepOnSwitch")->isOn());
        QVERIFY(world.text("keepOnText").contains(u"at most 6 times an hour"_s));
        QVERIFY(world.text("keepOnNote").contains(u"not saved"_s)); // the password
        QVERIFY(world.text("serverDetail").contains(u"kept on by this computer"_s));
        QCOMPARE(gateway->counters().writes, 0);

        gateway->setEnabled(false);
        QTRY_COMPARE_WITH_TIMEOUT(kept(world).last.action, WatchAction::Enabled, patience);
        QVERIFY(gateway->isEnabled());
        QCOMPARE(gateway->counters().writes, 1);
        QTRY_COMPARE(world.text("serverHeadline"), u"Modbus TCP server is on"_s);
        QTRY_VERIFY(world.text("lastChange").contains(u"last change verified"_s));
        QCOMPARE(events(world).value(0), u"It was off: switched on again, verified"_s);
        QCOMPARE(events(world).constLast(), u"Keeping on since"_s);
        QVERIFY(world.text("keepOnSummary").contains(u"mended once"_s));
        const HostRow &row = world.discovery().hosts()->at(world.discovery().currentIndex().row());
        QVERIFY(row.keptOn);
    }

    void itGoesOnWhileAnotherPageIsShown()
    {
        const auto gateway = startGateway(true);
        const auto other = startGateway(false);
        WindowWorld world(*gateway);
        keepOn(world, *gateway);
        const QString id = idOf(world);
        world.open(*other);
        QVERIFY(idOf(world) != id);
        gateway->setEnabled(false);
        QTRY_VERIFY_WITH_TIMEOUT(gateway->isEnabled(), patience);
        QVERIFY(!world.keepOn().keepOn(idOf(world)).isWanted);
    }

    void somebodyWhoSwitchesItOffTwiceIsNotFought()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        keepOn(world, *gateway);
        gateway->setEnabled(false);
        QTRY_COMPARE_WITH_TIMEOUT(kept(world).last.action, WatchAction::Enabled, patience);
        gateway->setEnabled(false);
        QTRY_COMPARE_WITH_TIMEOUT(kept(world).state, KeepOn::State::Ended, patience);
        QCOMPARE(kept(world).end, WatchEnd::SomebodyTurnsOff);
        QVERIFY(!gateway->isEnabled());
        QCOMPARE(gateway->counters().writes, 1);
        QVERIFY(!world.find<ToggleSwitch>("keepOnSwitch")->isOn());
        QVERIFY(world.text("keepOnText").contains(u"Find out who switches it off"_s));
        QVERIFY(world.settings().keptOn().isEmpty());
        QTRY_VERIFY(events(world).constFirst().contains(u"once more"_s));
        QTRY_COMPARE(world.text("serverHeadline"), u"Modbus TCP server is off"_s);
    }

    void whatIsTurnedOffInTheWindowStaysOff()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        keepOn(world, *gateway);
        world.click("serverSwitch");
        QVERIFY(world.accept());
        world.wait();
        QVERIFY(!gateway->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(kept(world).end, WatchEnd::TurnedOff, patience);
        QVERIFY(!gateway->isEnabled());
        QCOMPARE(gateway->counters().writes, 1);
        QVERIFY(!world.find<ToggleSwitch>("keepOnSwitch")->isOn());
        QVERIFY(world.settings().keptOn().isEmpty());
    }

    void aRepairIsNotTakenForATurnOff()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        keepOn(world, *gateway);
        world.gateway().repair();
        QVERIFY(world.accept());
        world.wait();
        QVERIFY(gateway->isEnabled());
        QCOMPARE(gateway->counters().writes, 2); // both the repair's
        QCOMPARE(kept(world).state, KeepOn::State::Running);
        gateway->setEnabled(false);
        QTRY_COMPARE_WITH_TIMEOUT(gateway->counters().writes, 3, patience);
    }

    void aRefusedPasswordIsTriedOnceAndEndsIt()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        const QString host = gateway->address().toString();
        world.open(*gateway);
        const auto keeping = world.keychain().write(secretKey(u"admin"_s, host), Secret(u"of last year"_s),
                                                    Operation::noDeadline);
        keeping->start();
        QTRY_VERIFY(keeping->isFinished());
        world.registry().remember(idOf(world), {secretKey(u"admin"_s, host)});
        openTab(world);
        world.click("keepOnSwitch");
        QVERIFY(world.accept());
        waitForLook(world);
        QCOMPARE(gateway->counters().signIns, 0);

        gateway->setEnabled(false);
        QTRY_COMPARE_WITH_TIMEOUT(kept(world).end, WatchEnd::SignInRefused, patience);
        QCOMPARE(gateway->counters().signIns, 1);
        QVERIFY(world.text("keepOnText").contains(u"could lock the account"_s));
        QVERIFY(world.has("keepOnSignIn"));
        QVERIFY(world.settings().keptOn().isEmpty());
    }

    void withoutAPasswordItSaysWhatIsMissingAndBeginsAfterTheSignIn()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        world.open(*gateway);
        openTab(world);
        world.click("keepOnSwitch");
        QVERIFY(world.accept());
        QCOMPARE(kept(world).state, KeepOn::State::NeedsSignIn);
        QVERIFY(!world.find<ToggleSwitch>("keepOnSwitch")->isOn());
        QVERIFY(world.text("keepOnText").contains(u"needs the password"_s));
        world.click("keepOnSignIn");
        QVERIFY(world.has("signIn"));
        world.type("password", rightPassword());
        world.click("signIn");
        world.wait();
        QTRY_COMPARE_WITH_TIMEOUT(kept(world).state, KeepOn::State::Running, patience);
        waitForLook(world);

        world.click("signOut"); // takes the password along
        QCOMPARE(kept(world).state, KeepOn::State::NeedsSignIn);
        gateway->setEnabled(false);
        QCOMPARE(gateway->counters().writes, 0);
    }

    void aPasswordInTheKeychainOutlivesASignOut()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.showForm();
        world.click("remember");
        world.signIn(rightPassword());
        openTab(world);
        world.click("keepOnSwitch");
        QVERIFY(world.accept());
        waitForLook(world);
        QVERIFY(!world.has("keepOnNote"));
        world.click("signOut");
        QCOMPARE(kept(world).state, KeepOn::State::Running);
        gateway->setEnabled(false);
        QTRY_VERIFY_WITH_TIMEOUT(gateway->isEnabled(), patience);
    }

    void withoutASignInItOnlyLooks()
    {
        const auto gateway = startGateway(true, {u"handshake-404"_s});
        WindowWorld world(*gateway);
        world.giveTray(true);
        QSignalSpy news(&world.keepOn(), &KeepOnController::newsCame);
        world.open(*gateway);
        const int connections = gateway->counters().webSocketConnections;
        QAction *const entry = menuEntry(world, u"Keep it on"_s);
        QVERIFY(entry && entry->isEnabled() && !entry->isChecked());
        entry->trigger();
        QVERIFY(!world.accept()); // nothing is ever sent, so nothing is asked
        waitForLook(world);
        QVERIFY(kept(world).isPassive);
        QVERIFY(entry->isChecked());
        QVERIFY(world.text("keepOnText").contains(u"only looks"_s));
        QCOMPARE(world.settings().keptOn().value(0).passive, true);
        QVERIFY(world.registry().find(idOf(world))->saved);

        gateway->setEnabled(false);
        waitForLook(world, WatchState::Unknown);
        QVERIFY(world.text("keepOnText").contains(u"probably off"_s));
        QTRY_VERIFY(events(world).constFirst().contains(u"probably off"_s));
        QCOMPARE(news.size(), 1);
        QCOMPARE(gateway->counters().webSocketConnections, connections);
        QVERIFY(!gateway->isEnabled());
        entry->trigger();
        QCOMPARE(kept(world).state, KeepOn::State::Off);
    }

    void anotherProgramThatKeepsItOnIsLeftToIt()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.signIn(rightPassword());
        {
            GatewayLock other(gatewayLockFolder(world.folder()), GatewayLock::Purpose::Watch);
            QVERIFY(other.claim(world.gateway().session().serial));
            openTab(world);
            QTRY_COMPARE(kept(world).state, KeepOn::State::Elsewhere); // seen, though nobody wants it here
            QVERIFY(world.text("keepOnText").contains(u"Another program"_s));
            QVERIFY(!world.find("keepOnSwitch")->isEnabled());
            world.keepOn().start(idOf(world));
            QTRY_COMPARE(kept(world).state, KeepOn::State::Elsewhere);
            gateway->setEnabled(false);
            QVERIFY(!world.keepOn().isKeeping()); // so nothing can be sent
            QCOMPARE(gateway->counters().writes, 0);
        }
        QTRY_COMPARE_WITH_TIMEOUT(kept(world).state, KeepOn::State::Running, patience); // it has ended
        QTRY_VERIFY_WITH_TIMEOUT(gateway->isEnabled(), patience);
    }

    void whereAServiceDoesItTheWindowStepsBack()
    {
#ifndef Q_OS_LINUX
        QSKIP("the stand-in is for systemd");
#endif
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        const QByteArray paths = qgetenv("PATH");
        QFile systemctl(world.folder() + u"/systemctl"_s); // instead of the system's own
        QVERIFY(systemctl.open(QIODevice::WriteOnly));
        systemctl.write("#!/bin/sh\n[ \"$2\" = is-active ] && echo active; exit 0\n");
        systemctl.close();
        systemctl.setPermissions(QFileDevice::ReadOwner | QFileDevice::ExeOwner);
        qputenv("PATH", world.folder().toLocal8Bit() + ':' + paths);
        world.open(*gateway);
        world.showForm();
        world.click("remember");
        world.signIn(rightPassword());
        openTab(world);
        QVERIFY(!world.find("keepOnService")->isEnabled()); // first it is kept on here
        world.click("keepOnSwitch");
        QVERIFY(world.accept());
        waitForLook(world);
        QTRY_VERIFY(world.find("keepOnService")->isEnabled());

        QTest::mouseClick(world.find("keepOnService"), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(!world.find<QCheckBox>("keepOnService")->isChecked()); // asked first
        QVERIFY(world.accept());
        QTRY_VERIFY_WITH_TIMEOUT(world.keepOn().hasService(idOf(world)), patience);
        QTRY_VERIFY(!world.keepOn().service().isBusy());
        QCOMPARE(kept(world).state, KeepOn::State::Elsewhere);
        QVERIFY(world.find<QCheckBox>("keepOnService")->isChecked());
        QVERIFY(world.text("keepOnText").contains(u"background service"_s));
        const QDir units(world.folder() + u"/services"_s);
        QFile unit(units.filePath(units.entryList(QDir::Files).value(0)));
        QVERIFY(unit.open(QIODevice::ReadOnly));
        const QByteArray content = unit.readAll();
        QVERIFY(content.contains("\"--keychain\"") && content.contains("\"--unless-turned-off\""));
        QVERIFY(!content.contains(rightPassword().toUtf8()));
        QVERIFY(!world.keepOn().isKeeping());

        QTest::mouseClick(world.find("keepOnService"), Qt::LeftButton, {}, QPoint(8, 8));
        QTRY_COMPARE_WITH_TIMEOUT(kept(world).state, KeepOn::State::Running, patience); // here again
        QVERIFY(units.entryList(QDir::Files).isEmpty());
        qputenv("PATH", paths);
    }

    void whatIsKeptOnIsKeptOnAtTheNextStart()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        wasKeptOn(world, *gateway);
        world.keepOn().resume();
        QCOMPARE(world.keepOn().kept(), QStringList{u"{home}"_s});
        QTRY_VERIFY_WITH_TIMEOUT(gateway->isEnabled(), patience);
        QCOMPARE(gateway->counters().writes, 1);
        QCOMPARE(world.keepOn().keepOn(u"{home}"_s).interval, 60);
        world.keepOn().setInterval(u"{home}"_s, 300);
        QCOMPARE(world.settings().keptOn(), (QList<KeptOn>{{u"{home}"_s, 300, false}}));
        world.keepOn().stop(u"{home}"_s);
        QVERIFY(world.settings().keptOn().isEmpty());
    }

    void whatWasTurnedOffMeanwhileStaysOffUntilSomebodyAsks()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        wasKeptOn(world, *gateway);
        {
            GatewayLock commandLine(gatewayLockFolder(world.folder()), GatewayLock::Purpose::Change);
            QVERIFY(
                commandLine.claim(GatewayLock::endpointName(gateway->address(), gateway->webSocketPort())));
            commandLine.noteTurnedOff();
        }
        world.keepOn().resume();
        QTRY_COMPARE_WITH_TIMEOUT(world.keepOn().keepOn(u"{home}"_s).end, WatchEnd::TurnedOff, patience);
        QVERIFY(!gateway->isEnabled());
        QCOMPARE(gateway->counters().writes, 0);
        world.keepOn().start(u"{home}"_s);
        QTRY_VERIFY_WITH_TIMEOUT(gateway->isEnabled(), patience);
        QCOMPARE(gateway->counters().writes, 1);
    }

    void aProfileOfOnesOwnIsAcceptedFirst()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        const QString host = gateway->address().toString();
        QFile builtIn(u":/sigen/profiles/documented.json"_s);
        QVERIFY(builtIn.open(QIODevice::ReadOnly));
        const QString path = world.folder() + u"/own.json"_s;
        const auto write = [&](const QByteArray &content) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        };
        QByteArray content = builtIn.readAll();
        write(content.replace("\"documented\"", "\"own\""));
        world.open(*gateway);
        Gateway known = *world.registry().find(idOf(world));
        known.way = {gateway->webSocketPort(), {}, path, false, {}, u"admin"_s};
        known.remembered = {secretKey(u"admin"_s, host)};
        world.registry().absorb(known);
        QCOMPARE(world.registry().find(idOf(world))->way.profile, path);
        const QString id = idOf(world);
        const std::optional<Question> question = world.keepOn().question(id);
        QVERIFY(question && question->text.contains(u"not built in"_s));
        world.keepOn().start(id);
        QTRY_COMPARE_WITH_TIMEOUT(kept(world).state, KeepOn::State::NeedsSignIn,
                                  patience); // none in the keychain
        QVERIFY(!world.keepOn().question(id)->text.contains(u"not built in"_s)); // once is enough
    }

    void aServerThatWasFoundOffOffersIt()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        Gateway saved = refTo(*gateway);
        saved.places = {placeAt(gateway->address().toString())};
        saved.before =
            SettingEvidence{true, gateway->modbusPort(), {}, QDateTime::currentDateTimeUtc().addDays(-3)};
        saved.lastSeen = saved.before->at;
        world.registry().absorb(saved);
        world.open(*gateway);
        QVERIFY(!world.has("keepOnOffer"));
        world.signIn(rightPassword());
        QVERIFY(world.has("keepOnOffer"));
        QCOMPARE(world.text("keepOnOfferText"), u"looks every 30 s and switches it on again"_s);
        world.gateway().turnOn();
        QVERIFY(world.accept());
        world.wait();
        QVERIFY(world.has("keepOnOffer")); // once more, after it was turned on again
        world.click("keepOnOfferSwitch");
        QVERIFY(!world.accept()); // the change was confirmed already
        waitForLook(world);
        QVERIFY(world.find<ToggleSwitch>("keepOnOfferSwitch")->isOn());
        world.click("keepOnOfferSwitch");
        QVERIFY(!kept(world).isOn());
    }

    void theDemoIsNotKeptOn()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        world.click("tryDemo");
        QTRY_VERIFY(world.has("signIn"));
        world.click("signIn");
        world.wait();
        world.window().findChild<QTabWidget *>(u"tabs"_s);
        QVERIFY(!menuEntry(world, u"Keep it on"_s)->isEnabled());
    }

    void theHistoryIsSavedAsTableOrLines()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        keepOn(world, *gateway);
        const auto saved = [&](const QString &name) {
            const QString path = world.folder() + u'/' + name;
            const QString problem = world.keepOn().saveHistory(idOf(world), path);
            QFile file(path);
            return problem.isEmpty() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QVERIFY(saved(u"history.csv"_s).startsWith("at,state,action"));
        QVERIFY(watchEventFrom(saved(u"history.jsonl"_s).split('\n').constFirst()));
        QVERIFY(world.keepOn().saveHistory(idOf(world), u"/nowhere/history.csv"_s).contains(u"not saved"_s));
        QVERIFY(world.keepOn().suggestedHistoryName().endsWith(u".csv"_s));
    }

    void itSpeaksTheLanguageOfTheMoment()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        keepOn(world, *gateway);
        const QString before = world.find<QTabWidget>("tabs")->tabText(keepItOn);
        QCOMPARE(before, u"Keep it on"_s);
        struct Backwards : QTranslator
        {
            bool isEmpty() const override { return false; }
            QString translate(const char *, const char *text, const char *, int) const override
            {
                return u"«"_s + QString::fromUtf8(text) + u"»"_s;
            }
        } backwards;
        QCoreApplication::installTranslator(&backwards);
        QTRY_COMPARE(world.find<QTabWidget>("tabs")->tabText(keepItOn), u"«Keep it on»"_s);
        QVERIFY(world.text("keepOnText").startsWith(u'«'));
        QVERIFY(world.text("keepOnSummary").startsWith(u'«'));
        QVERIFY(events(world).constLast().startsWith(u'«'));
        QVERIFY(world.find<QCheckBox>("keepOnService")->text().startsWith(u'«'));
        QCoreApplication::removeTranslator(&backwards);
        QTRY_COMPARE(world.find<QTabWidget>("tabs")->tabText(keepItOn), u"Keep it on"_s);
    }

    void everyControlHasAName()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        keepOn(world, *gateway);
        settle();
        QCOMPARE(unnamedControls(&world.window()), QStringList());
        QCOMPARE(cutTexts(&world.window()), QStringList());
        const QStringList gaps = tabOrderGaps(&world.window());
        QVERIFY2(gaps.isEmpty(), qPrintable(gaps.join(u'\n')));
    }
};

QTEST_MAIN(KeepOnTest)
#include "tst_keepon.moc"
