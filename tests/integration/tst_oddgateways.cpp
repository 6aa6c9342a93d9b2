// Stories of a change against gateways that do what the simulator has no fault for: nothing may be claimed
// that was not seen, and no secret may come back.

#include "support/loopback.h"
#include "support/rawserver.h"
#include "support/scriptedgateway.h"
#include "support/testcertificate.h"

#include "simulator/gatewaysimulator.h"
#include "words/advice.h"
#include "words/messages.h"
#include "workflow/gatewaylock.h"
#include "workflow/settingchange.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

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
        QTest::addColumn<QStringList>("acknowledgement");
        QTest::addColumn<int>("copies"); // to every connection, one every 100 ms
        QTest::addColumn<int>("replyDelay");
        const QString echo = reported(uR"({"modbusEnable":0,"modbusPort":1503})"_s);
        QTest::newRow("a copy of an echoing acknowledgement") << QStringList{echo, echo} << 0 << 0;
        QTest::newRow("a notice of the new state") << QStringList{reported(u"{}"_s), echo} << 0 << 0;
        QTest::newRow("many of them") << QStringList{reported(u"{}"_s), echo, echo, echo} << 0 << 0;
        QTest::newRow("copies for everybody") << QStringList{echo} << 100 << 0;
        QTest::newRow("copies for everybody, and slow replies") << QStringList{echo} << 100 << 350;
    }

    void whatArrivesForTheWriteIsNotTheReadBack()
    {
        QFETCH(const QStringList, acknowledgement);
        QFETCH(int, copies);
        QFETCH(const int, replyDelay);
        const QString echo = reported(uR"({"modbusEnable":0,"modbusPort":1503})"_s);
        ScriptedGateway gateway;
        QList<QPointer<QWebSocket>> clients;
        const auto later = [replyDelay](QWebSocket &client, const QString &frame) {
            QTimer::singleShot(replyDelay, &client, [&client, frame] { client.sendTextMessage(frame); });
        };
        gateway.answer(signInRequest, [&](QWebSocket &client) {
            clients.append(&client);
            later(client, granted(u"TOKEN-1234"_s, u"SERIAL-1"_s));
        });
        gateway.answer(readRequest, [&](QWebSocket &client) {
            later(client, reported(uR"({"modbusEnable":0,"modbusPort":502})"_s));
        });
        QTimer broadcast;
        connect(&broadcast, &QTimer::timeout, this, [&] {
            for (const QPointer<QWebSocket> &client : std::as_const(clients)) {
                if (client && copies > 0)
                    client->sendTextMessage(echo);
            }
            --copies;
        });
        gateway.answer(writeRequest, [&](QWebSocket &client) { // it takes nothing, whatever it says
            for (const QString &frame : acknowledgement)
                client.sendTextMessage(frame);
            broadcast.start(100);
        });
        GatewayTarget way = target(gateway);
        way.timeouts.pacing.effectWait = 2s;
        way.timeouts.pacing.reconnectPause = 200ms;
        SettingChange change(way, setPort(1503));
        const JobResult result = run(change);
        QVERIFY2(result.outcome == Outcome::NoEffect || (copies > 0 && result.outcome == Outcome::Unknown),
                 outcomeName(result.outcome).data());
        QVERIFY(!result.current || result.current->port == 502);
        QCOMPARE(gateway.count(writeRequest), 1);
    }

    void aCopyOfAnotherClientsReplyIsNotTheStateThatIsFound_data()
    {
        QTest::addColumn<ChangeAction>("action");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("status") << ChangeAction::ReadOnly << Outcome::Read;
        QTest::newRow("already on") << ChangeAction::Enable << Outcome::NoEffect; // off, so it is written
        QTest::newRow("port unchanged") << ChangeAction::SetPort << Outcome::Unchanged;
    }

    void aCopyOfAnotherClientsReplyIsNotTheStateThatIsFound()
    {
        QFETCH(const ChangeAction, action);
        QFETCH(const Outcome, outcome);
        const QString copy = reported(uR"({"modbusEnable":1,"modbusPort":502})"_s);
        const QString truth = reported(uR"({"modbusEnable":0,"modbusPort":502})"_s);
        ScriptedGateway gateway;
        gateway.answer(readRequest, [&](QWebSocket &client) {
            client.sendTextMessage(copy);
            client.sendTextMessage(truth);
            gateway.answer(readRequest, {truth});
        });
        gateway.answer(writeRequest, [&](QWebSocket &client) {
            gateway.answer(signInRequest, QStringList());
            client.sendTextMessage(reported(u"{}"_s));
        });
        ChangeRequest request;
        request.action = action;
        if (action == ChangeAction::SetPort)
            request.port = quint16(502);
        GatewayTarget way = target(gateway);
        way.timeouts = Timeouts::all(200ms);
        way.timeouts.pacing.reconnectPause = 10ms;
        SettingChange change(way, request);
        const JobResult result = run(change);
        QCOMPARE(result.outcome, outcome);
        QVERIFY(!result.before->enabled);
        QCOMPARE(gateway.count(writeRequest), action == ChangeAction::Enable ? 1 : 0);
    }

    void twoDifferentSettingsInTurnAreNoState()
    {
        const QString on = reported(uR"({"modbusEnable":1,"modbusPort":502})"_s);
        const QString off = reported(uR"({"modbusEnable":0,"modbusPort":502})"_s);
        ScriptedGateway gateway;
        int reads = 0;
        gateway.answer(readRequest,
                       [&](QWebSocket &client) { client.sendTextMessage(++reads % 2 ? on : off); });
        SettingChange change(target(gateway), {ChangeAction::ReadOnly, {}, false, {}});
        const JobResult result = run(change);
        QCOMPARE(result.outcome, Outcome::Failed);
        QCOMPARE(result.error.code, ErrorCode::UnexpectedReply);
        QVERIFY(!result.before && !result.current);
    }

    void aGatewayThatAnswersOneReadIsBelieved()
    {
        ScriptedGateway gateway;
        gateway.answer(readRequest, [&](QWebSocket &client) {
            gateway.answer(readRequest, QStringList());
            client.sendTextMessage(reported(uR"({"modbusEnable":1,"modbusPort":502})"_s));
        });
        GatewayTarget way = target(gateway);
        way.timeouts.pacing.retry = 50ms;
        SettingChange change(way, {ChangeAction::ReadOnly, {}, false, {}});
        const JobResult result = run(change);
        QCOMPARE(result.outcome, Outcome::Read);
        QVERIFY(result.current->enabled);
    }

    void theConnectionOfTheWriteIsUsedWhereThereIsNoOther_data()
    {
        QTest::addColumn<QString>("refusal"); // of the second sign-in; empty: hangs up
        QTest::addColumn<bool>("isDone");
        const QString refusal = uR"({"msgType":1,"code":100,"msg":"user limit"})"_s;
        QTest::newRow("hangs up, done") << QString() << true;
        QTest::newRow("hangs up, not done") << QString() << false;
        QTest::newRow("refuses, done") << refusal << true;
        QTest::newRow("refuses, not done") << refusal << false;
    }

    void theConnectionOfTheWriteIsUsedWhereThereIsNoOther()
    {
        QFETCH(const QString, refusal);
        QFETCH(const bool, isDone);
        const QString echo = reported(uR"({"modbusEnable":0,"modbusPort":1503})"_s);
        ScriptedGateway gateway;
        QPointer<QWebSocket> first;
        gateway.answer(signInRequest, [&](QWebSocket &client) {
            if (!first)
                first = &client;
            if (first == &client)
                client.sendTextMessage(granted(u"TOKEN-1234"_s, u"SERIAL-1"_s));
            else if (refusal.isEmpty())
                client.abort();
            else
                client.sendTextMessage(refusal);
        });
        // What the write brings comes in two parts, the second one late.
        gateway.answer(writeRequest, [&](QWebSocket &client) {
            if (isDone)
                gateway.answer(readRequest, {echo});
            client.sendTextMessage(reported(u"{}"_s));
            QTimer::singleShot(300, &client, [&client, echo] { client.sendTextMessage(echo); });
        });
        GatewayTarget way = target(gateway);
        way.timeouts.pacing.effectWait = 2s;
        SettingChange change(way, setPort(1503));
        const JobResult result = run(change);
        QCOMPARE(result.outcome, isDone ? Outcome::PortChanged : Outcome::NoEffect);
        QCOMPARE(gateway.connections(), 2);
        QCOMPARE(gateway.count(writeRequest), 1);
        if (!refusal.isEmpty()) // asking once more could lock the account
            QCOMPARE(gateway.count(signInRequest), 2);
    }

    void theConnectionOfTheWriteStaysOpenUntilTheNewSignInHasEnded()
    {
        ScriptedGateway gateway;
        int openAtSignIn = 0;
        int openAtReadBack = 0;
        gateway.answer(writeRequest, [&](QWebSocket &client) {
            gateway.answer(signInRequest, [&](QWebSocket &again) {
                openAtSignIn = gateway.openConnections();
                again.sendTextMessage(granted(u"TOKEN-2"_s, u"SERIAL-1"_s));
                gateway.answer(signInRequest, {granted(u"TOKEN-3"_s, u"SERIAL-1"_s)});
            });
            gateway.answer(readRequest, [&](QWebSocket &again) {
                QTRY_COMPARE(openAtReadBack = gateway.openConnections(), 1);
                again.sendTextMessage(reported(uR"({"modbusEnable":0,"modbusPort":1503})"_s));
            });
            client.sendTextMessage(reported(u"{}"_s));
        });
        SettingChange change(target(gateway), setPort(1503));
        QCOMPARE(run(change).outcome, Outcome::PortChanged);
        QCOMPARE(openAtSignIn, 2);
        QCOMPARE(openAtReadBack, 1);
    }

    void aGatewayThatIgnoresASecondSignInIsBelieved()
    {
        ScriptedGateway gateway;
        QList<const QWebSocket *> signedIn;
        gateway.answer(signInRequest, [&](QWebSocket &client) {
            if (!signedIn.contains(&client))
                client.sendTextMessage(granted(u"TOKEN-1234"_s, u"SERIAL-1"_s));
            signedIn.append(&client);
        });
        gateway.answer(writeRequest, [&](QWebSocket &client) {
            gateway.answer(readRequest, {reported(uR"({"modbusEnable":0,"modbusPort":1503})"_s)});
            client.sendTextMessage(reported(u"{}"_s));
        });
        GatewayTarget way = target(gateway);
        way.timeouts.pacing.retry = 50ms; // of which the confirmation may take six
        SettingChange change(way, setPort(1503));
        QCOMPARE(run(change).outcome, Outcome::PortChanged);
        QCOMPARE(gateway.connections(), 2);
    }

    void anotherGatewayIsNamed()
    {
        ScriptedGateway gateway;
        GatewayTarget way = target(gateway);
        way.credentials.serial = u"SERIAL-0"_s;
        SettingChange change(way, setPort(1503));
        const JobResult result = run(change);
        QCOMPARE(result.error.code, ErrorCode::WrongGateway);
        const QString message = errorMessage(result.error);
        QVERIFY2(message.contains(u"SERIAL-0"_s) && message.contains(u"SERIAL-1"_s), qPrintable(message));
        QVERIFY(!errorAdvice(result.error, result, Reader::CommandLine).join(u' ').contains(u"profile"_s));
        QCOMPARE(gateway.count(readRequest), 0);
    }

    void framesThatAreNotUnderstoodAreTold()
    {
        ScriptedGateway gateway;
        gateway.answer(readRequest, [](QWebSocket &client) {
            client.sendBinaryMessage("?");
            client.sendTextMessage(uR"({"event":"hello"})"_s);
        });
        GatewayTarget way = target(gateway);
        way.timeouts.reply = 300ms;
        SettingChange change(way, {});
        const JobResult result = run(change);
        QCOMPARE(result.error.code, ErrorCode::MalformedReply);
        QVERIFY2(errorMessage(result.error).contains(u": 2"_s), qPrintable(errorMessage(result.error)));
    }

    void aPortThatSpeaksTlsOnlyIsFoundOut_data()
    {
        QTest::addColumn<bool>("isTls");
        QTest::newRow("TLS") << true;
        QTest::newRow("hangs up for another reason") << false;
    }

    void aPortThatSpeaksTlsOnlyIsFoundOut()
    {
        QFETCH(const bool, isTls);
        const auto certificate = makeTestCertificate(QHostAddress(QHostAddress::LocalHost));
        if (!certificate)
            QSKIP("there is no TLS or no openssl");
        const ScriptedGateway secure(certificate->server);
        RawServer closing([](QTcpSocket &client, const QByteArray &bytes) {
            if (!bytes.isEmpty())
                client.disconnectFromHost();
        });
        GatewayTarget way = target(secure);
        way.webSocketPort = isTls ? secure.port() : closing.port();
        SettingChange change(way, {});
        const JobResult result = run(change);
        QCOMPARE(result.error.code, isTls ? ErrorCode::TlsOnly : ErrorCode::NotAGateway);
        QCOMPARE(errorAdvice(result.error, result, Reader::CommandLine).join(u' ').contains(u"--tls"_s), isTls);
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
        QVERIFY2(messageText(result.warnings).contains(u"1504"_s), qPrintable(messageText(result.warnings)));
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

    void whoSaysItsNameAtTheSecondSignInIsClaimedThen()
    {
        const QTemporaryDir folder;
        ScriptedGateway gateway;
        gateway.answer(signInRequest, {granted(u"TOKEN-1234"_s, {})});
        gateway.answer(readRequest, [&gateway](QWebSocket &client) {
            gateway.answer(signInRequest, {granted(u"TOKEN-5678"_s, u"SERIAL-1"_s)});
            gateway.answer(readRequest, {reported(uR"({"modbusEnable":0,"modbusPort":9})"_s)});
            client.sendTextMessage(uR"({"msgType":4,"code":401})"_s);
        });
        GatewayLock other(folder.path(), GatewayLock::Purpose::Change);
        QVERIFY(other.claim(u"SERIAL-1"_s));
        GatewayTarget way = target(gateway);
        way.lock = std::make_shared<GatewayLock>(folder.path(), GatewayLock::Purpose::Change);
        SettingChange change(way, {ChangeAction::Disable, {}, false, 0ms});
        QSignalSpy finished(&change, &Operation::finished);
        change.start();
        QTRY_COMPARE(gateway.count(signInRequest), 2);
        other.release();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30000);
        QCOMPARE(change.result().outcome, Outcome::AlreadyDisabled);
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
                    [&texts](const Step &step) { texts.append(messageText(step.detail)); });
            const JobResult result = run(change);
            QCOMPARE(result.outcome, Outcome::AlreadyEnabled);
            texts += {result.serial, result.modbus->serial(), result.modbus->firmware()};
            texts += messageTexts(result.warnings);
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
        QCOMPARE(bombs.size(), 2); // what was read is confirmed
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
