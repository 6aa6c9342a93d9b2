// A watch against simulated gateways on real sockets: what it sends, what it says, and what it leaves alone.
// Its clock is the test's, so that minutes pass when the test says so.

#include "scannet.h"
#include "support/loopback.h"

#include "accounts/account.h"
#include "accounts/memorystore.h"
#include "keeping/repair.h"
#include "keeping/watch.h"
#include "keeping/watchrecorder.h"
#include "simulator/faults.h"
#include "workflow/settingchange.h"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString serial = u"110A1234567890"_s;
const QString password = u"geheim"_s;

SimulatorOptions optionsAt(const QHostAddress &address, bool on, const QStringList &faults = {})
{
    SimulatorOptions options;
    options.address = address;
    options.profile = builtInProfile(u"documented"_s);
    options.initiallyEnabled = on;
    options.username = u"admin"_s;
    options.password = Secret(password);
    options.serial = serial;
    options.faults = faults;
    return options;
}

/// A gateway that can go and come back on the same ports.
class Plant
{
public:
    explicit Plant(bool on, const QStringList &faults = {},
                   const QHostAddress &address = uniqueLoopbackAddress())
        : m_options(optionsAt(address, on, faults))
    {
        comeBack(on);
        m_options.webSocketPort = m_simulator->webSocketPort();
        m_options.modbusPort = m_simulator->modbusPort();
    }

    void goAway() { m_simulator.reset(); }
    void comeBack(bool on, const QStringList &faults = {})
    {
        goAway();
        m_options.initiallyEnabled = on;
        if (!faults.isEmpty())
            m_options.faults = faults;
        m_simulator = std::make_unique<GatewaySimulator>(m_options);
        QString reason;
        if (!m_simulator->start(&reason))
            qFatal("%s", qPrintable(reason));
    }

    GatewaySimulator *operator->() const { return m_simulator.get(); }
    const SimulatorCounters &counters() const { return m_simulator->counters(); }

private:
    SimulatorOptions m_options;
    std::unique_ptr<GatewaySimulator> m_simulator;
};

Timeouts shortTimeouts()
{
    Timeouts timeouts = Timeouts::all(1500ms);
    timeouts.identityReply = 300ms;
    timeouts.pacing.retry = 100ms;
    timeouts.pacing.effectWait = 5s;
    timeouts.pacing.reconnectPause = 200ms;
    timeouts.pacing.reconnectWait = 6s;
    timeouts.pacing.modbusPause = 100ms;
    return timeouts;
}

GatewayTarget targetOf(const Plant &plant)
{
    GatewayTarget target;
    target.host = plant->address().toString();
    target.webSocketPort = plant->webSocketPort();
    target.profile = builtInProfile(u"documented"_s);
    target.credentials.username = u"admin"_s;
    target.timeouts = shortTimeouts();
    return target;
}

} // namespace

class WatchTest : public QObject
{
    Q_OBJECT

    std::chrono::milliseconds m_clock{0};

    /// A watch, with the account it signs in with and everything it said.
    struct Subject
    {
        std::unique_ptr<Account> account;
        std::unique_ptr<Watch> watch;
        QStringList said;
        QList<WatchEvent> events;
        int looks = 0;
    };

    WatchRequest requestFor(const Plant &plant)
    {
        WatchRequest request;
        request.target = targetOf(plant);
        request.modbusPort = plant->modbusPort();
        request.verifyWait = 2s;
        request.uptime = [this] { return m_clock; };
        request.jitter = [] { return 0.0; };
        request.neighbours = [] { return QList<Neighbour>(); };
        request.interfaces = [] { return QList<LocalInterface>(); };
        return request;
    }

    std::unique_ptr<Subject> make(const WatchRequest &request, const QString &secret = password)
    {
        auto subject = std::make_unique<Subject>();
        subject->account = std::make_unique<Account>(nullptr, request.target.host);
        subject->account->offer(u"admin"_s, Secret(secret));
        subject->watch = std::make_unique<Watch>(request, subject->account.get());
        Subject *const each = subject.get();
        connect(each->watch.get(), &Watch::changed, this, [each](const WatchEvent &event) {
            each->said +=
                u"%1 %2"_s.arg(QString(watchStateName(event.state)), QString(watchActionName(event.action)));
            each->events += event;
        });
        connect(each->watch.get(), &Watch::looked, this, [each] { ++each->looks; });
        return subject;
    }

    static void finishLook(Subject &subject, int looks)
    {
        QTRY_VERIFY_WITH_TIMEOUT(subject.looks >= looks || subject.watch->isFinished(), 20000);
    }

    /// The next look, after \a pause on the watch's clock.
    void next(Subject &subject, std::chrono::milliseconds pause = 30s)
    {
        m_clock += pause;
        const int looks = subject.looks;
        subject.watch->lookNow();
        finishLook(subject, looks + 1);
    }

    static void start(Subject &subject)
    {
        subject.watch->start();
        finishLook(subject, 1);
    }

private Q_SLOTS:
    void init() { m_clock = 24h; }

    void whileItAnswersNobodySignsIn()
    {
        Plant plant(true);
        const auto subject = make(requestFor(plant));
        start(*subject);
        for (int number = 0; number < 4; ++number)
            next(*subject);
        QCOMPARE(subject->said, QStringList{u"on none"_s});
        QCOMPARE(subject->events.constFirst().firmware.isEmpty(), false);
        QCOMPARE(plant.counters().webSocketConnections, 0);
        // Who it is is asked once; after that a look is one connection and one read.
        QCOMPARE(plant.counters().modbusConnections, 5);
        QVERIFY(plant.counters().modbusRequests <= 4 + 4);
        QTRY_COMPARE(plant->openConnections(), 0);
    }

    void whatIsOffIsSwitchedOnAndProved()
    {
        Plant plant(false);
        const auto subject = make(requestFor(plant));
        start(*subject);
        QCOMPARE(subject->said, (QStringList{u"off none"_s, u"on enabled"_s}));
        QVERIFY(plant->isEnabled());
        QCOMPARE(plant.counters().writes, 1);
        QCOMPARE(subject->watch->result().outcome, Outcome::Enabled);
        next(*subject);
        QCOMPARE(subject->said.size(), 2);
        QCOMPARE(plant.counters().writes, 1);
    }

    void aRestartThatLosesTheSettingIsMended()
    {
        Plant plant(true);
        const auto subject = make(requestFor(plant));
        start(*subject);
        plant.goAway();
        next(*subject);
        next(*subject);
        plant.comeBack(false);
        next(*subject);
        QCOMPARE(subject->said,
                 (QStringList{u"on none"_s, u"unreachable none"_s, u"off none"_s, u"on enabled"_s}));
        QVERIFY(plant->isEnabled());
        plant.goAway();
        next(*subject);
        plant.comeBack(true);
        next(*subject);
        QCOMPARE(subject->said.mid(4), (QStringList{u"unreachable none"_s, u"on none"_s}));
        QCOMPARE(plant.counters().signIns, 0);
    }

    void aRefusedSignInIsSentOnce()
    {
        Plant plant(false);
        const auto subject = make(requestFor(plant), u"falsch"_s);
        start(*subject);
        QVERIFY(subject->watch->isFinished());
        QCOMPARE(subject->watch->error().code, ErrorCode::SignInRefused);
        QCOMPARE(subject->watch->whyEnded(), WatchEnd::SignInRefused);
        QCOMPARE(subject->said, QStringList{u"refused stopped"_s});
        QCOMPARE(plant.counters().signIns, 1);
        QCOMPARE(plant.counters().writes, 0);
    }

    void aMuteServerIsSignedInToOnceInTenMinutes()
    {
        Plant plant(true, {u"modbus-silent"_s});
        WatchRequest request = requestFor(plant);
        request.verifyWait = 0s;
        request.target.timeouts.modbusReply = 200ms;
        const auto subject = make(request);
        start(*subject);
        QCOMPARE(subject->said, QStringList{u"on waiting"_s});
        const int signIns = plant.counters().signIns;
        QVERIFY(signIns > 0);
        next(*subject);
        next(*subject);
        QCOMPARE(plant.counters().signIns, signIns);
        next(*subject, 10min);
        QVERIFY(plant.counters().signIns > signIns);
        QCOMPARE(plant.counters().writes, 0);
        QCOMPARE(subject->said.size(), 1);
    }

    void aTurnOffByThisProgramEndsIt()
    {
        const QTemporaryDir folder;
        Plant plant(true);
        WatchRequest request = requestFor(plant);
        request.lockFolder = folder.path();
        const auto subject = make(request);
        start(*subject);

        GatewayTarget target = targetOf(plant);
        target.credentials.password = Secret(password);
        target.lock = std::make_shared<GatewayLock>(folder.path(), GatewayLock::Purpose::Change);
        ChangeRequest off;
        off.action = ChangeAction::Disable;
        off.verifyWait = 2s;
        SettingChange disable(target, off);
        QSignalSpy finished(&disable, &Operation::finished);
        disable.start();
        QVERIFY(finished.wait(20000));
        QCOMPARE(disable.result().outcome, Outcome::Disabled);

        next(*subject);
        QVERIFY(subject->watch->isFinished());
        QVERIFY(!subject->watch->error());
        QCOMPARE(subject->watch->whyEnded(), WatchEnd::TurnedOff);
        QCOMPARE(subject->said.constLast(), u"off stopped"_s);
        QVERIFY(!plant->isEnabled());

        // One that no person starts leaves it off, too; a person's own wish counts.
        request.heedsTurnOffs = true;
        const auto byItself = make(request);
        start(*byItself);
        QCOMPARE(byItself->watch->whyEnded(), WatchEnd::TurnedOff);
        QVERIFY(!plant->isEnabled());
        // Where it answers, though, nothing is said that was not seen.
        plant.comeBack(true);
        const auto turnedOnElsewhere = make(request);
        start(*turnedOnElsewhere);
        QCOMPARE(turnedOnElsewhere->said, QStringList{u"on none"_s});
        turnedOnElsewhere->watch->cancel();
        plant.comeBack(false);
        request.heedsTurnOffs = false;
        const auto byPerson = make(request);
        start(*byPerson);
        QVERIFY(plant->isEnabled());
        byPerson->watch->cancel();
        request.heedsTurnOffs = true;
        const auto afterwards = make(request);
        start(*afterwards);
        QCOMPARE(afterwards->said, QStringList{u"on none"_s});
    }

    void aTurnOffCountsByWhicheverOfItsPortsTheGatewaySpoke()
    {
        const QTemporaryDir folder;
        Plant plant(false, {u"serial-missing"_s});
        WatchRequest request = requestFor(plant);
        request.lockFolder = folder.path();
        request.heedsTurnOffs = true;
        ProfileEndpoint other = request.target.profile.endpoints.constFirst();
        other.port = plant->webSocketPort();
        request.target.profile.endpoints[0].port = 9; // nobody is there
        request.target.profile.endpoints.append(other);
        request.target.webSocketPort = 0;
        GatewayLock off(folder.path(), GatewayLock::Purpose::Change);
        QVERIFY(off.claim(GatewayLock::endpointName(plant->address(), other.port)));
        off.noteTurnedOff();
        off.release();
        const auto subject = make(request);
        start(*subject);
        QCOMPARE(subject->watch->whyEnded(), WatchEnd::TurnedOff);
        QCOMPARE(plant.counters().signIns, 0);
    }

    void aTurnOffWhileItWaitsForTheOtherProgramIsNotUndone()
    {
        const QTemporaryDir folder;
        Plant plant(false);
        WatchRequest request = requestFor(plant);
        request.lockFolder = folder.path();
        const auto subject = make(request);
        // The other program came by another address, so nothing is known of it before the sign-in.
        GatewayLock other(folder.path(), GatewayLock::Purpose::Change);
        QVERIFY(other.claim(serial));
        subject->watch->start();
        QTRY_COMPARE(plant.counters().signIns, 1);
        other.noteTurnedOff();
        other.release();
        finishLook(*subject, 1);
        QVERIFY(subject->watch->isFinished());
        QCOMPARE(subject->watch->whyEnded(), WatchEnd::TurnedOff);
        QCOMPARE(subject->said, QStringList{u"off stopped"_s});
        QCOMPARE(plant.counters().writes, 0);
    }

    void aRepairPausesIt()
    {
        const QTemporaryDir folder;
        Plant plant(true);
        WatchRequest request = requestFor(plant);
        request.lockFolder = folder.path();
        const auto subject = make(request);
        start(*subject);

        GatewayTarget target = targetOf(plant);
        target.credentials.password = Secret(password);
        target.lock = std::make_shared<GatewayLock>(folder.path(), GatewayLock::Purpose::Change);
        RepairRequest wishes;
        wishes.verifyWait = 2s;
        Repair repair(target, wishes);
        QSignalSpy finished(&repair, &Operation::finished);
        bool lookedWhileOff = false;
        connect(plant.operator->(), &GatewaySimulator::settingChanged, this, [&](bool on) {
            if (!on) {
                m_clock += 30s;
                subject->watch->lookNow();
                lookedWhileOff = true;
            }
        });
        repair.start();
        QVERIFY(finished.wait(20000));
        QCOMPARE(repair.result().outcome, Outcome::Repaired);
        QVERIFY(lookedWhileOff);
        next(*subject);
        QCOMPARE(subject->said, QStringList{u"on none"_s});
        QVERIFY(!subject->watch->isFinished());
        QCOMPARE(plant.counters().writes, 2);
    }

    void aSecondWatchOfTheSameGatewayNamesTheFirst()
    {
        const QTemporaryDir folder;
        Plant plant(true);
        WatchRequest request = requestFor(plant);
        request.lockFolder = folder.path();
        const auto first = make(request);
        start(*first);
        const auto second = make(request);
        start(*second);
        QVERIFY(second->watch->isFinished());
        QCOMPARE(second->watch->error().code, ErrorCode::Usage);
        QCOMPARE(second->watch->otherWatch(), QCoreApplication::applicationPid());
        QVERIFY(second->said.isEmpty());
        first->watch->cancel();
        QTRY_VERIFY(first->watch->isFinished());
        const auto third = make(request);
        start(*third);
        QVERIFY(!third->watch->isFinished());
    }

    void whoLooksDoesNotTakeWhatADeadProcessLeft()
    {
#ifndef Q_OS_UNIX
        QSKIP("whether a process is gone is asked by its number");
#endif
        const QTemporaryDir folder;
        const QString name = u"110A1234567890"_s;
        GatewayLock mine(folder.path(), GatewayLock::Purpose::Watch);
        QVERIFY(mine.claim(name));
        const QFileInfoList files = QDir(folder.path()).entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 1);
        const QString path = files.constFirst().filePath();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArrayList lines = file.readAll().split('\n');
        file.close();
        mine.release();
        QProcess gone;
        gone.start(u"true"_s, QStringList());
        lines[0] = QByteArray::number(gone.processId());
        QVERIFY(lines.constFirst() != "0");
        QTRY_COMPARE(gone.state(), QProcess::NotRunning);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(lines.join('\n')) > 0);
        file.close();
        const GatewayLock looking(folder.path(), GatewayLock::Purpose::Watch);
        QCOMPARE(looking.holder(name), 0);
        QVERIFY(QFile::exists(path)); // it was not taken, and so not given back
        QVERIFY(mine.claim(name));
    }

    void twoChangesAtATimeWaitForEachOther()
    {
        const QTemporaryDir folder;
        Plant plant(false);
        GatewayTarget target = targetOf(plant);
        target.credentials.password = Secret(password);
        ChangeRequest on;
        on.action = ChangeAction::Enable;
        on.verifyWait = 2s;
        std::vector<std::unique_ptr<SettingChange>> changes;
        for (int number = 0; number < 3; ++number) {
            target.lock = std::make_shared<GatewayLock>(folder.path(), GatewayLock::Purpose::Change);
            changes.push_back(std::make_unique<SettingChange>(target, on));
            changes.back()->start();
        }
        for (const auto &each : changes)
            QTRY_VERIFY_WITH_TIMEOUT(each->isFinished(), 30000);
        int enabled = 0;
        for (const auto &each : changes)
            enabled += each->result().outcome == Outcome::Enabled;
        QCOMPARE(enabled, 1);
        QCOMPARE(plant.counters().writes, 1);
    }

    void whoWaitsForAnotherProgramDoesNotKnock()
    {
        const QTemporaryDir folder;
        Plant plant(true);
        GatewayTarget target = targetOf(plant);
        target.credentials.password = Secret(password);
        ChangeRequest on;
        on.action = ChangeAction::Enable;
        on.verifyWait = 0s;
        int connections = 0;
        for (const bool isHeld : {false, true}) {
            GatewayLock other(folder.path(), GatewayLock::Purpose::Change);
            if (isHeld)
                QVERIFY(other.claim(GatewayLock::endpointName(plant->address(), plant->webSocketPort())));
            target.lock = std::make_shared<GatewayLock>(folder.path(), GatewayLock::Purpose::Change);
            SettingChange change(target, on);
            QSignalSpy finished(&change, &Operation::finished);
            change.start();
            if (isHeld)
                QTimer::singleShot(10 * target.timeouts.pacing.retry, this, [&other] { other.release(); });
            QVERIFY(finished.wait(20000));
            QCOMPARE(change.result().outcome, Outcome::AlreadyEnabled);
            if (!isHeld)
                connections = plant.counters().webSocketConnections;
        }
        QCOMPARE(plant.counters().webSocketConnections, 2 * connections);
    }

    void anotherPlantAtTheAddressGetsNoPassword()
    {
        Plant plant(true);
        WatchRequest request = requestFor(plant);
        request.modbusSerials = {u"110A0000000001"_s};
        const auto subject = make(request);
        start(*subject);
        next(*subject);
        QCOMPARE(subject->said, QStringList{u"unreachable none"_s});
        QCOMPARE(plant.counters().webSocketConnections, 0);
    }

    void anotherDeviceByItsMacGetsNoPassword()
    {
        Plant plant(false);
        WatchRequest request = requestFor(plant);
        request.mac = u"0c:47:a9:91:22:33"_s;
        const quint32 address = plant->address().toIPv4Address();
        request.neighbours = [address] { return QList<Neighbour>{{address, u"02:00:00:00:00:01"_s}}; };
        const auto subject = make(request);
        start(*subject);
        QCOMPARE(subject->said, QStringList{u"unreachable none"_s});
        QCOMPARE(plant.counters().webSocketConnections, 0);
        QVERIFY(!plant->isEnabled());
    }

    void whoseCardIsSeenOnlyWhenConnectedGetsNoPasswordEither()
    {
        Plant plant(false);
        WatchRequest request = requestFor(plant);
        request.mac = u"0c:47:a9:91:22:33"_s;
        const quint32 address = plant->address().toIPv4Address();
        int asked = 0; // the system has not noticed yet when the look ends
        request.neighbours = [address, &asked] {
            return QList<Neighbour>{
                {address, ++asked == 1 ? u"0c:47:a9:91:22:33"_s : u"02:00:00:00:00:01"_s}};
        };
        const auto subject = make(request);
        start(*subject);
        QCOMPARE(subject->said, QStringList{u"unreachable none"_s});
        QCOMPARE(plant.counters().signIns, 0);
        QVERIFY(plant.counters().webSocketConnections > 0);
        next(*subject);
        QCOMPARE(plant.counters().signIns, 0);
    }

    void anotherGatewayThanTheRegistryKnowsIsNotSwitchedOn()
    {
        Plant plant(false);
        Gateway known;
        known.serial = u"110A0000000001"_s;
        known.way.username = u"admin"_s;
        known.places = {placeAt(plant->address().toString())};
        WatchRequest request = requestFor(plant);
        takeKnown(request, known);
        request.modbusPort = plant->modbusPort();
        const auto subject = make(request);
        start(*subject);
        QCOMPARE(subject->said, QStringList{u"unreachable none"_s});
        QCOMPARE(plant.counters().reads, 0);
        QCOMPARE(plant.counters().writes, 0);
        next(*subject);
        QCOMPARE(plant.counters().signIns, 1);
    }

    void oneThatNeverSaysWhoItIsIsTakenAtItsWord()
    {
        Plant plant(false, {u"serial-missing"_s});
        Gateway known;
        known.serial = serial;
        known.way.username = u"admin"_s;
        known.places = {placeAt(plant->address().toString())};
        WatchRequest request = requestFor(plant);
        takeKnown(request, known);
        request.modbusPort = plant->modbusPort();
        const auto subject = make(request);
        start(*subject);
        QVERIFY(plant->isEnabled());
    }

    void theSamePlantIsFoundAtItsNewAddressByItsMac()
    {
        ScanNet net;
        const QHostAddress oldAddress = net.newAddress();
        GatewaySimulator *const moved = net.addGateway(false);
        net.addGateway(false, u"110A0000000001"_s);
        Plant nobody(true);
        WatchRequest request = requestFor(nobody);
        request.target.host = oldAddress.toString();
        request.target.webSocketPort = net.webSocketPort();
        request.modbusPort = net.modbusPort();
        request.mac = u"0c:47:a9:91:22:33"_s;
        const quint32 now = moved->address().toIPv4Address();
        request.neighbours = [now] { return QList<Neighbour>{{now, u"0c:47:a9:91:22:33"_s}}; };
        request.interfaces = [now] {
            LocalInterface local;
            local.name = u"lan0"_s;
            local.kind = InterfaceKind::Ethernet;
            local.network = {now & 0xFFFFFF00, 24};
            return QList<LocalInterface>{local};
        };
        const auto subject = make(request);
        QSignalSpy found(subject->watch.get(), &Watch::moved);
        start(*subject);
        QCOMPARE(subject->said, QStringList{u"unreachable none"_s});
        next(*subject);
        QCOMPARE(found.size(), 1);
        QCOMPARE(subject->watch->host(), moved->address().toString());
        QVERIFY(moved->isEnabled());
        QCOMPARE(subject->said.constLast(), u"on enabled"_s);
    }

    void passivelyNobodySignsIn()
    {
        Plant plant(false);
        WatchRequest request = requestFor(plant);
        request.passive = true;
        const auto subject = make(request);
        start(*subject);
        QCOMPARE(subject->said, QStringList{u"unknown none"_s});
        plant.comeBack(true);
        next(*subject);
        plant.goAway();
        next(*subject);
        QCOMPARE(subject->said.mid(1, 1), QStringList{u"on none"_s});
        plant.comeBack(false);
        QCOMPARE(plant.counters().webSocketConnections, 0);
    }

    void aLockedKeychainIsWaitedFor()
    {
        Plant plant(false);
        const WatchRequest request = requestFor(plant);
        MemoryStore store;
        store.setProblem(SecretProblem::Locked);
        auto subject = make(request);
        Account account(&store, request.target.host);
        subject->watch = std::make_unique<Watch>(request, &account);
        Subject *const each = subject.get();
        connect(each->watch.get(), &Watch::changed, this, [each](const WatchEvent &event) {
            each->said +=
                u"%1 %2"_s.arg(QString(watchStateName(event.state)), QString(watchActionName(event.action)));
        });
        connect(each->watch.get(), &Watch::looked, this, [each] { ++each->looks; });
        start(*subject);
        QCOMPARE(subject->said, QStringList{u"unknown waiting"_s});
        store.setProblem(SecretProblem::None);
        account.keep(u"admin"_s, Secret(password));
        next(*subject);
        QCOMPARE(plant.counters().signIns, 0);
        next(*subject);
        QVERIFY(plant->isEnabled());
    }

    void thatThereIsNoPasswordIsSaidAtOnce()
    {
        Plant plant(true);
        const WatchRequest request = requestFor(plant);
        MemoryStore store;
        Account account(&store, request.target.host);
        Watch watch(request, &account);
        QSignalSpy finished(&watch, &Operation::finished);
        watch.start();
        QVERIFY(finished.wait(20000));
        QCOMPARE(watch.error().code, ErrorCode::Usage);
        QVERIFY(watch.error().detail.contains(u"keychain"_s));
        QCOMPARE(plant.counters().modbusConnections, 0);
    }

    void cancellingInTheMiddleOfTheChangeSaysWhatIsKnown()
    {
        Plant plant(false);
        const auto subject = make(requestFor(plant));
        connect(plant.operator->(), &GatewaySimulator::settingChanged, subject->watch.get(),
                [&] { subject->watch->cancel(); });
        start(*subject);
        QTRY_VERIFY(subject->watch->isFinished());
        QCOMPARE(subject->watch->error().code, ErrorCode::Cancelled);
        QVERIFY(subject->watch->result().writeSent);
        QCOMPARE(plant.counters().writes, 1);
    }

    void aDoubtEndsWhenTheServerAnswers()
    {
        Plant plant(false, {u"read-back-refused"_s});
        const auto subject = make(requestFor(plant));
        start(*subject);
        QCOMPARE(subject->watch->result().outcome, Outcome::Unknown);
        QVERIFY(subject->watch->result().writeSent);
        next(*subject);
        QCOMPARE(subject->said.constLast(), u"on none"_s);
        QVERIFY(!subject->watch->result().writeSent);
    }

    void onceIsOneLookAndWhatFollows()
    {
        Plant plant(false);
        WatchRequest request = requestFor(plant);
        request.once = true;
        const auto subject = make(request);
        start(*subject);
        QTRY_VERIFY(subject->watch->isFinished());
        QVERIFY(!subject->watch->error());
        QCOMPARE(subject->watch->state().state, WatchState::On);
        QCOMPARE(plant.counters().writes, 1);
    }

    void whatTheGatewayCallsItselfIsNotWhatModbusCallsIt()
    {
        Plant plant(true);
        WatchRequest request = requestFor(plant);
        request.serial = u"GATEWAY-1"_s;
        const auto subject = make(request);
        start(*subject);
        QCOMPARE(subject->said, QStringList{u"on none"_s});
    }

    void whatIsSaidUnderEachFaultIsTrue_data()
    {
        QTest::addColumn<bool>("isOn");
        QTest::newRow("on") << true;
        QTest::newRow("off") << false;
    }

    /// All of them side by side, since many are about waiting.
    void whatIsSaidUnderEachFaultIsTrue()
    {
        QFETCH(const bool, isOn);
        struct Trial
        {
            QString fault;
            std::unique_ptr<Plant> plant;
            std::unique_ptr<Subject> subject;
        };
        std::vector<Trial> trials;
        for (const FaultDescription &fault : simulatorFaults()) {
            Trial trial{fault.name, std::make_unique<Plant>(isOn, QStringList{fault.name}), nullptr};
            WatchRequest request = requestFor(*trial.plant);
            request.once = true;
            request.target.timeouts.modbusReply = 300ms;
            trial.subject = make(request);
            trial.subject->watch->start();
            trials.push_back(std::move(trial));
        }
        for (const Trial &trial : trials)
            QTRY_VERIFY2_WITH_TIMEOUT(trial.subject->watch->isFinished(), qPrintable(trial.fault), 120000);
        int mended = 0;
        for (const Trial &trial : trials) {
            const Watch &watch = *trial.subject->watch;
            const SimulatorCounters &counters = trial.plant->counters();
            const QByteArray name = trial.fault.toUtf8() + ": " + trial.subject->said.join(u", "_s).toUtf8();
            QVERIFY2(counters.writes <= (isOn ? 0 : 1), name.constData());
            QVERIFY2(counters.forbiddenRequests == 0, name.constData());
            QVERIFY2(counters.changedExtraKeys == 0, name.constData());
            QVERIFY2(!trial.subject->said.isEmpty(), name.constData());
            if (watch.state().state == WatchState::On)
                QVERIFY2((*trial.plant)->isEnabled(), name.constData());
            if (watch.state().state == WatchState::Off)
                QVERIFY2(!(*trial.plant)->isEnabled(), name.constData());
            if (watch.state().state == WatchState::Refused)
                QVERIFY2(watch.error().code != ErrorCode::None, name.constData());
            mended += watch.state().action == WatchAction::Enabled && (*trial.plant)->isEnabled();
        }
        if (!isOn)
            QVERIFY(mended > 30);
    }

    void theRecorderKeepsWhatWasSaid()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"history/one.jsonl"_s);
        Plant plant(false);
        for (int run = 0; run < 2; ++run) {
            WatchRecorder recorder(path);
            QVERIFY(!recorder.open());
            const auto subject = make(requestFor(plant));
            recorder.record(*subject->watch);
            start(*subject);
            next(*subject);
            if (run == 1)
                subject->watch->cancel();
        }
        HistoryFile file(path);
        QVERIFY(!file.load());
        QStringList lines;
        for (const WatchEvent &event : file.events())
            lines +=
                u"%1 %2"_s.arg(QString(watchStateName(event.state)), QString(watchActionName(event.action)));
        // The first run ended without a word.
        QCOMPARE(
            lines,
            (QStringList{u"off none"_s, u"on enabled"_s, u"on stopped"_s, u"on none"_s, u"on stopped"_s}));
        QVERIFY(
            std::is_sorted(file.events().cbegin(), file.events().cend(),
                           [](const WatchEvent &one, const WatchEvent &other) { return one.at < other.at; }));
    }
};

QTEST_GUILESS_MAIN(WatchTest)
#include "tst_watch.moc"
