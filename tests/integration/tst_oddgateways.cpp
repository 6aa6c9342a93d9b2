// Stories of a change against gateways that do what the simulator has no fault for: nothing may be claimed
// that was not seen, and no secret may come back.

#include "support/scriptedgateway.h"

#include "workflow/settingchange.h"

#include <QSignalSpy>
#include <QTest>

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

    void anotherDeviceAfterTheChangeProvesNothing()
    {
        ScriptedGateway gateway;
        gateway.answer(writeRequest, [&gateway](QWebSocket &client) {
            gateway.answer(signInRequest, {granted(u"TOKEN-2"_s, u"OTHER"_s)});
            gateway.answer(readRequest, {reported(uR"({"modbusEnable":0,"modbusPort":1503})"_s)});
            client.abort();
        });
        SettingChange change(target(gateway), setPort(1503));
        const JobResult result = run(change);
        QCOMPARE(result.outcome, Outcome::Unknown);
        QCOMPARE(result.serial, u"SERIAL-1"_s);
        QVERIFY(!result.current);
        QVERIFY2(result.error.detail.contains(u"another serial"_s), qPrintable(result.error.detail));
        QCOMPARE(gateway.count(signInRequest), 2);
        QCOMPARE(gateway.count(writeRequest), 1);
    }

    void aCopyOfTheAcknowledgementIsNotTheReadBack()
    {
        const QString echo = reported(uR"({"modbusEnable":0,"modbusPort":1503})"_s);
        ScriptedGateway gateway;
        gateway.answer(writeRequest, {echo, echo}); // it takes nothing, whatever it says
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
        QCOMPARE(gateway.count(signInRequest), 1);
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
        for (int text = 0; text < 8; ++text) {
            const QString deep = u"["_s.repeated(400) + u"\"%1\""_s + u"]"_s.repeated(400);
            bomb = deep.arg(QString(bomb).replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s));
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
        QVERIFY(traced.filter(Redactor::mask()).size() > 1);
    }
};

QTEST_GUILESS_MAIN(OddGatewaysTest)
#include "tst_oddgateways.moc"
