// Stories of a change against gateways that do what the simulator has no fault for: nothing may be claimed
// that was not seen, and no secret may come back.

#include "support/loopback.h"
#include "support/scriptedgateway.h"

#include "simulator/gatewaysimulator.h"
#include "workflow/settingchange.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// msgType of the documented profile's requests.
static constexpr int signInRequest = 0;
static constexpr int readRequest = 2;
static constexpr int writeRequest = 3;

static QString reported(const QString &setting)
{
    return uR"({"msgType":4,"code":0,"msg":"ok","data":)"_s + setting + u'}';
}

static QString granted(const QString &token, const QString &serial)
{
    return uR"({"msgType":1,"code":0,"msg":"ok","data":{"token":"%1","sn":"%2"}})"_s.arg(token, serial);
}

class OddGatewaysTest : public QObject
{
    Q_OBJECT

    static GatewayTarget target(const ScriptedGateway &gateway, const QString &password = u"hunter2secret"_s)
    {
        GatewayTarget target;
        target.host = u"127.0.0.1"_s;
        target.webSocketPort = gateway.port();
        target.profile = builtInProfile(u"documented"_s);
        target.credentials = {u"admin"_s, Secret(password), {}};
        target.timeouts = Timeouts::all(2s);
        return target;
    }

    static GatewayTarget target(const GatewaySimulator &plant, const QString &password = u"secret"_s)
    {
        GatewayTarget target;
        target.host = plant.address().toString();
        target.webSocketPort = plant.webSocketPort();
        target.profile = builtInProfile(u"documented"_s);
        target.credentials = {u"admin"_s, Secret(password), {}};
        target.timeouts = Timeouts::all(2s);
        return target;
    }

    /// On; every password signs in.
    static std::unique_ptr<GatewaySimulator> startedPlant(const QHostAddress &address)
    {
        SimulatorOptions options;
        options.address = address;
        options.profile = builtInProfile(u"documented"_s);
        options.initiallyEnabled = true;
        auto plant = std::make_unique<GatewaySimulator>(options);
        QString reason;
        [&] { QVERIFY2(plant->start(&reason), qPrintable(reason)); }();
        return plant;
    }

    static ChangeRequest setPort(quint16 port) { return {ChangeAction::SetPort, port, false, {}}; }

    static JobResult run(SettingChange &change)
    {
        QSignalSpy finished(&change, &Operation::finished);
        change.start();
        [&] { QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30000); }();
        return change.result();
    }

private Q_SLOTS:
    void aPortThatNobodyTellsIsNotClaimed()
    {
        ScriptedGateway gateway;
        gateway.answer(readRequest, {reported(uR"({"modbusEnable":0})"_s)});
        SettingChange change(target(gateway), setPort(1502));
        const JobResult result = run(change);
        QCOMPARE(result.outcome, Outcome::Unknown);
        QCOMPARE(result.error.code, ErrorCode::OutcomeUnknown);
        QCOMPARE(*result.current, (ReportedSetting{false, {}}));
        QCOMPARE(gateway.count(writeRequest), 1);
    }

    void aPortThatNobodyTellsCountsOnlyWhenModbusAnswersThere()
    {
        ScriptedGateway gateway;
        gateway.answer(readRequest, {reported(uR"({"modbusEnable":1})"_s)});
        ChangeRequest request = setPort(9); // nothing listens there
        request.verifyWait = 0ms;
        SettingChange change(target(gateway), request);
        const JobResult result = run(change);
        QCOMPARE(result.outcome, Outcome::Unknown);
        QCOMPARE(*result.port, PortState::Closed);
        QCOMPARE(gateway.count(writeRequest), 1);
    }

    void aPortThatNobodyTellsIsTheNewOneWhenModbusAnswersThere()
    {
        const auto plant = startedPlant(QHostAddress(QHostAddress::LocalHost)); // for its Modbus
        ScriptedGateway gateway;
        gateway.answer(readRequest, {reported(uR"({"modbusEnable":1})"_s)});
        SettingChange change(target(gateway), setPort(plant->modbusPort()));
        const JobResult result = run(change);
        QCOMPARE(result.outcome, Outcome::PortChanged);
        QVERIFY(!result.error);
        QVERIFY(!result.current->port);
        QCOMPARE(*result.testedPort, plant->modbusPort());
        QCOMPARE(gateway.count(writeRequest), 1);
    }

    void offWithoutAPortIsOffAllTheSame()
    {
        ScriptedGateway gateway;
        gateway.answer(readRequest, {reported(uR"({"modbusEnable":1,"modbusPort":9})"_s)});
        gateway.answer(writeRequest, [&gateway](QWebSocket &client) {
            gateway.answer(readRequest, {reported(uR"({"modbusEnable":0})"_s)});
            client.sendTextMessage(uR"({"msgType":4,"code":0})"_s);
        });
        SettingChange change(target(gateway), {ChangeAction::Disable, {}, false, 0ms});
        const JobResult result = run(change);
        QCOMPARE(result.outcome, Outcome::Disabled);
        QVERIFY(!result.error);
        QCOMPARE(*result.port, PortState::Closed); // of the port that it had
    }

    void anotherDeviceAfterTheChangeProvesNothing_data()
    {
        QTest::addColumn<QString>("serialBefore");
        QTest::addColumn<QString>("serialAfter");
        QTest::newRow("another serial") << u"SERIAL-1"_s << u"OTHER"_s;
        QTest::newRow("none") << u"SERIAL-1"_s << QString();
        QTest::newRow("none before") << QString() << u"OTHER"_s;
    }

    void anotherDeviceAfterTheChangeProvesNothing()
    {
        QFETCH(const QString, serialBefore);
        QFETCH(const QString, serialAfter);
        ScriptedGateway gateway;
        gateway.answer(signInRequest, {granted(u"TOKEN-1"_s, serialBefore)});
        gateway.answer(writeRequest, [&](QWebSocket &client) {
            gateway.answer(signInRequest, {granted(u"TOKEN-2"_s, serialAfter)});
            gateway.answer(readRequest, {reported(uR"({"modbusEnable":0,"modbusPort":1503})"_s)});
            client.abort();
        });
        SettingChange change(target(gateway), setPort(1503));
        const JobResult result = run(change);
        QCOMPARE(result.outcome, Outcome::Unknown);
        QCOMPARE(result.serial, serialBefore);
        QVERIFY(!result.current);
        QVERIFY2(result.error.detail.contains(u"another serial"_s), qPrintable(result.error.detail));
        QCOMPARE(gateway.count(signInRequest), 2);
        QCOMPARE(gateway.count(writeRequest), 1);
    }

    void whatArrivesForTheWriteIsNotTheReadBack_data()
    {
        QTest::addColumn<QStringList>("frames");
        const QString echo = reported(uR"({"modbusEnable":0,"modbusPort":1503})"_s);
        QTest::newRow("a copy of an echoing acknowledgement") << QStringList{echo, echo};
        QTest::newRow("a notice of the new state") << QStringList{reported(u"{}"_s), echo};
        QTest::newRow("many of them") << QStringList{reported(u"{}"_s), echo, echo, echo};
    }

    void whatArrivesForTheWriteIsNotTheReadBack()
    {
        QFETCH(const QStringList, frames);
        ScriptedGateway gateway;
        gateway.answer(writeRequest, frames); // it takes nothing, whatever it says
        SettingChange change(target(gateway), setPort(1503));
        QSignalSpy finished(&change, &Operation::finished);
        change.start();
        constexpr int beforeAndTwiceAfter = 3;
        QTRY_VERIFY(finished.size() > 0 || gateway.count(readRequest) == beforeAndTwiceAfter);
        QCOMPARE(finished.size(), 0);
        change.cancel();
        QCOMPARE(change.result().outcome, Outcome::Unknown);
        QCOMPARE(gateway.count(writeRequest), 1);
    }

    void anHonestEchoIsBelievedOnceItWasReadBack()
    {
        const QString echo = reported(uR"({"modbusEnable":0,"modbusPort":1503})"_s);
        ScriptedGateway gateway;
        gateway.answer(writeRequest, [&](QWebSocket &client) {
            gateway.answer(readRequest, {echo});
            client.sendTextMessage(echo);
        });
        SettingChange change(target(gateway), setPort(1503));
        const JobResult result = run(change);
        QCOMPARE(result.outcome, Outcome::PortChanged);
        QVERIFY(result.warnings.isEmpty());
        QCOMPARE(gateway.count(readRequest), 2);
        QCOMPARE(gateway.connections(), 2);
        QCOMPARE(gateway.count(signInRequest), 3); // one a connection, and the one behind the read-back
    }

    void aRefusalThatChangesSomethingElseIsTold()
    {
        ScriptedGateway gateway;
        gateway.answer(writeRequest, [&](QWebSocket &client) {
            gateway.answer(readRequest, {reported(uR"({"modbusEnable":1,"modbusPort":1504})"_s)});
            client.sendTextMessage(uR"({"msgType":4,"code":9,"msg":"no"})"_s);
        });
        SettingChange change(target(gateway), setPort(1503));
        const JobResult result = run(change);
        QCOMPARE(result.outcome, Outcome::Refused);
        QCOMPARE(*result.current, (ReportedSetting{true, 1504}));
        QCOMPARE(result.warnings.size(), 1);
        QVERIFY2(result.warnings.first().contains(u"1504"_s), qPrintable(result.warnings.first()));
    }

    void theOldTokenStaysSecretInTheNewSession()
    {
        ScriptedGateway gateway;
        gateway.answer(signInRequest, {granted(u"TOKEN-ONE-1234"_s, u"SERIAL-1"_s)});
        gateway.answer(writeRequest, [&gateway](QWebSocket &client) {
            gateway.answer(signInRequest, [](QWebSocket &again) {
                again.sendTextMessage(
                    uR"({"msgType":1,"code":3,"msg":"not again: TOKEN-ONE-1234, hunter2secret"})"_s);
            });
            client.abort();
        });
        SettingChange change(target(gateway), setPort(1503));
        QStringList traced;
        connect(&change, &SettingChange::traced, this,
                [&traced](const TraceEntry &entry) { traced.append(entry.text); });
        const JobResult result = run(change);
        QCOMPARE(result.outcome, Outcome::Unknown);
        const QString all = result.error.detail + traced.join(u'\n');
        QVERIFY2(all.contains(u"not again: ***, ***"_s), qPrintable(all));
        QVERIFY2(!all.contains(u"TOKEN-ONE"_s) && !all.contains(u"hunter2"_s), qPrintable(all));
    }

    void aSerialNumberMayHoldNoSecret()
    {
        ScriptedGateway gateway;
        gateway.answer(signInRequest, {granted(u"TOKEN-1234"_s, u"SN hunter2secret/TOKEN-1234"_s)});
        SettingChange change(target(gateway), {});
        const JobResult result = run(change);
        QCOMPARE(result.outcome, Outcome::Read);
        QCOMPARE(result.serial, u"SN ***/***"_s);
    }

    void serialsAreComparedAsTheyAre()
    {
        // Many devices have it as their password.
        ScriptedGateway gateway;
        gateway.answer(signInRequest, {granted(u"TOKEN-1234"_s, u"110A12345678"_s)});
        GatewayTarget way = target(gateway, u"12345678"_s);
        way.credentials.serial = u"110A12345678"_s;
        SettingChange change(way, {});
        const JobResult result = run(change);
        QCOMPARE(result.outcome, Outcome::Read);
        QCOMPARE(result.serial, u"110A***"_s);
    }

    void anotherGatewayThanBeforeIsLeftAsItIs_data()
    {
        QTest::addColumn<QString>("serial");
        QTest::newRow("another serial") << u"SERIAL-1"_s;
        QTest::newRow("none") << QString();
    }

    void anotherGatewayThanBeforeIsLeftAsItIs()
    {
        QFETCH(const QString, serial);
        ScriptedGateway gateway;
        gateway.answer(signInRequest, {granted(u"TOKEN-1234"_s, serial)});
        GatewayTarget way = target(gateway);
        way.expectedSerial = u"SERIAL-0"_s;
        SettingChange change(way, setPort(1503));
        const JobResult result = run(change);
        QCOMPARE(result.outcome, Outcome::Failed);
        QCOMPARE(result.serial, serial);
        QCOMPARE(gateway.count(readRequest), 0);
        QCOMPARE(gateway.count(writeRequest), 0);
        QVERIFY(!gateway.received().first().contains(u"SERIAL-0"_s));
    }

    void aSerialThatOnlyTheUserNamesIsNotTheGateways()
    {
        ScriptedGateway gateway;
        gateway.answer(signInRequest, {granted(u"TOKEN-1234"_s, {})});
        GatewayTarget way = target(gateway);
        way.credentials.serial = u"MINE"_s;
        SettingChange change(way, {});
        const JobResult result = run(change);
        QCOMPARE(result.outcome, Outcome::Read);
        QCOMPARE(result.serial, QString());
    }

    void whatModbusTellsMayHoldNoSecret()
    {
        const auto plant = startedPlant(uniqueLoopbackAddress());
        // A plant of which the firmware and the serial number happen to be the password: any hostile one
        // could do that.
        for (const QString &told : {u"V100R001C00SPC115"_s, u"110A1234567890"_s}) {
            SettingChange change(target(*plant, told), {ChangeAction::Enable, {}, false, {}});
            QStringList texts;
            connect(&change, &SettingChange::stepChanged, this,
                    [&texts](const Step &step) { texts.append(step.detail); });
            const JobResult result = run(change);
            QCOMPARE(result.outcome, Outcome::AlreadyEnabled);
            texts += {result.serial, result.modbus->serial(), result.modbus->firmware()};
            texts += result.warnings;
            QVERIFY2(!texts.join(u'\n').contains(told), qPrintable(texts.join(u'\n')));
            QVERIFY(result.warnings.isEmpty()); // the serial numbers are the same, told or not
        }
    }

    void anEchoedPasswordIsMaskedHoweverItIsCut_data()
    {
        QTest::addColumn<QString>("password");
        QTest::newRow("usual") << u"hunter2secret"_s;
        QTest::newRow("ends in a blank") << u"secret-word "_s;
        QTest::newRow("short") << u"abc"_s;
    }

    void anEchoedPasswordIsMaskedHoweverItIsCut()
    {
        QFETCH(const QString, password);
        ScriptedGateway gateway;
        gateway.answer(signInRequest, {uR"({"msgType":1,"code":3,"msg":"wrong: %1"})"_s.arg(password)});
        SettingChange change(target(gateway, password), {});
        const JobResult result = run(change);
        QCOMPARE(result.error.code, ErrorCode::SignInRefused);
        QCOMPARE(result.error.detail, u"code 3: wrong: ***"_s);
    }

    void aFrameMadeToExhaustTheRedactorDoesNotEndTheProgram()
    {
        // JSON in strings in JSON, each as deep as Qt lets it be: every level would be a call more.
        QString bomb = uR"(["x"])"_s;
        for (int text = 0; text < 12; ++text) {
            const QString quoted = QString(bomb).replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
            bomb = u"["_s.repeated(900) + u'"' + quoted + u'"' + u"]"_s.repeated(900);
        }
        ScriptedGateway gateway;
        gateway.answer(readRequest,
                       {uR"({"msgType":5,"data":{"x":%1}})"_s.arg(bomb),
                        reported(uR"({"modbusEnable":1,"modbusPort":502})"_s)});
        SettingChange change(target(gateway), {});
        QStringList traced;
        connect(&change, &SettingChange::traced, this,
                [&traced](const TraceEntry &entry) { traced.append(entry.text); });
        QCOMPARE(run(change).outcome, Outcome::Read);
        const QStringList bombs = traced.filter(u"\"msgType\":5"_s);
        QCOMPARE(bombs.size(), 1);
        QVERIFY(bombs.first().contains(Redactor::mask()));
        QVERIFY(bombs.first().size() < bomb.size() / 10);
    }

    void textsMadeToOccupyTheRedactorDoNotHoldUpTheDeadline_data()
    {
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("unit");
        QTest::newRow("a hit at every second character") << u"a"_s << u"a,"_s;
        QTest::newRow("almost a hit at every character") << u"b"_s + QString(8191, u'a') << u"a"_s;
    }

    void textsMadeToOccupyTheRedactorDoNotHoldUpTheDeadline()
    {
        QFETCH(const QString, token);
        QFETCH(const QString, unit);
        const QString flood = unit.repeated(1'000'000 / unit.size());
        ScriptedGateway gateway;
        gateway.answer(signInRequest, {granted(token, flood)});
        gateway.answer(readRequest, {uR"({"msgType":4,"code":9,"msg":"%1"})"_s.arg(flood)});
        SettingChange change(target(gateway), {});
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(run(change).outcome, Outcome::Refused);
        QVERIFY2(clock.elapsed() < 5000,
                 qPrintable(QString::number(clock.elapsed()))); // it took 12 s and more
        QVERIFY(change.result().error.detail.size() < 1000);
    }
};

QTEST_GUILESS_MAIN(OddGatewaysTest)
#include "tst_oddgateways.moc"
