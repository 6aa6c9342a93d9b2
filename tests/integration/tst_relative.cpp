// A device of quite another dialect, spoken by a profile file alone: what the format can say, and the
// verdicts that follow from it.

#include "support/relativegateway.h"
#include "support/testcertificate.h"

#include "simulator/gatewaysimulator.h"
#include "workflow/settingchange.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class RelativeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void itsServerIsSwitchedOnAndProved();
    void everyRequestIsAsItsKindWants();
    void aJobThatIsDroppedSignsOutAndSaysNothing();
    void theSimulatorSpeaksItAsWell();
    void overTlsWithAPinnedCertificate();
    void aPortThatSpeaksNothingButTlsIsNamed();
    void theSecondEndpointIsUsedWhereTheFirstIsClosed();
    void itsSessionIsKeptAlive();
    void withoutKeepAliveTheSessionIsLost();
    void anotherClientThatTakesTheSessionIsNamed_data();
    void anotherClientThatTakesTheSessionIsNamed();
    void aSessionTakenAtTheWriteIsSettledByReadingBack();
    void aBusyReadIsAskedAgain();
    void whatStaysBusyIsARefusal();
    void aBusyWriteIsNeverRepeated();
    void anAccountWithoutRightsIsNamed();
    void aWrongPasswordIsNamedAndNeverTraced();
    void anIncompleteProfileSendsNothing();

private:
    ProtocolProfile profileFor(const QList<ProfileEndpoint> &endpoints) const
    {
        ProtocolProfile profile = m_profile;
        profile.endpoints = endpoints;
        return profile;
    }
    GatewayTarget targetOf(const RelativeGateway &gateway) const
    {
        GatewayTarget target;
        target.host = u"127.0.0.1"_s;
        target.profile = profileFor({{false, gateway.port(), {u"/ws/home/overview"_s}}});
        target.credentials = {u"admin"_s, Secret(u"hunter2secret"_s), {}};
        target.timeouts = Timeouts::all(4s);
        target.timeouts.pacing.effectWait = 1s;
        return target;
    }
    JobResult run(const GatewayTarget &target, ChangeAction action)
    {
        SettingChange change(target, {action, {}, false, 0ms});
        QSignalSpy finished(&change, &Operation::finished);
        m_traced.clear();
        connect(&change, &SettingChange::traced, this,
                [this](const TraceEntry &entry) { m_traced.append(entry.text); });
        change.start();
        [&] { QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30000); }();
        return change.result();
    }

    ProtocolProfile m_profile;
    QStringList m_traced;
};

void RelativeTest::initTestCase()
{
    const auto loaded = loadProfile(QStringLiteral(RELATIVE_PROFILE));
    if (const auto *error = std::get_if<Error>(&loaded))
        QFAIL(qPrintable(error->detail));
    m_profile = std::get<ProtocolProfile>(loaded);
}

void RelativeTest::itsServerIsSwitchedOnAndProved()
{
    SimulatorOptions options; // for its Modbus
    options.profile = builtInProfile(u"documented"_s);
    options.initiallyEnabled = true;
    GatewaySimulator plant(options);
    QString reason;
    QVERIFY2(plant.start(&reason), qPrintable(reason));

    RelativeGateway gateway(plant.modbusPort());
    const JobResult enabled = run(targetOf(gateway), ChangeAction::Enable);
    QCOMPARE(enabled.outcome, Outcome::Enabled);
    QVERIFY(!enabled.error);
    QVERIFY(gateway.isEnabled());
    QCOMPARE(enabled.serial, u"110A1234567890"_s);
    QCOMPARE(gateway.count(u"modbus_set"_s), 1);
    // Our own second sign-in took the session from the first; nobody else did.
    QCOMPARE(gateway.connections(), 2);

    QCOMPARE(run(targetOf(gateway), ChangeAction::Enable).outcome, Outcome::AlreadyEnabled);
    QCOMPARE(gateway.count(u"modbus_set"_s), 1);
    QCOMPARE(run(targetOf(gateway), ChangeAction::Disable).outcome, Outcome::Disabled);
    QVERIFY(!gateway.isEnabled());
    QTRY_VERIFY(!gateway.hasSession());
}

void RelativeTest::everyRequestIsAsItsKindWants()
{
    RelativeGateway gateway;
    const JobResult result = run(targetOf(gateway), ChangeAction::ReadOnly);
    QCOMPARE(result.outcome, Outcome::Read);
    QCOMPARE(*result.current, (ReportedSetting{false, 502}));
    QTRY_COMPARE(gateway.count(u"logout"_s), 1);
    QVERIFY(!gateway.hasSession());
    QCOMPARE(gateway.received(),
             QStringList({uR"({"lang":"en_us","token":"","service":"connect"})"_s,
                          uR"({"lang":"en_us","token":"anonymous-1","service":"login","username":"admin",)"_s
                              + uR"("passwd":"hunter2secret"})"_s,
                          uR"({"lang":"en_us","token":"token-2-secret","service":"modbus_get","id":3})"_s,
                          uR"({"lang":"en_us","token":"token-2-secret","service":"modbus_get","id":4})"_s,
                          uR"({"lang":"en_us","token":"token-2-secret","service":"logout"})"_s}));
    QVERIFY(m_traced.constLast().contains(u"\"logout\""_s));
    for (const QString &text : std::as_const(m_traced)) {
        QVERIFY(!text.contains(u"hunter2secret"_s));
        QVERIFY(!text.contains(u"token-2"_s));
    }
}

void RelativeTest::aJobThatIsDroppedSignsOutAndSaysNothing()
{
    RelativeGateway gateway;
    gateway.readDelay = 1h;
    auto change = std::make_unique<SettingChange>(targetOf(gateway),
                                                  ChangeRequest{ChangeAction::ReadOnly, {}, false, 0ms});
    int traced = 0;
    connect(change.get(), &SettingChange::traced, this, [&traced] { ++traced; });
    change->start();
    QTRY_COMPARE(gateway.count(u"modbus_get"_s), 1);
    traced = 0;
    change.reset();
    QCOMPARE(traced, 0);
    QTRY_COMPARE(gateway.count(u"logout"_s), 1);
    QTRY_VERIFY(!gateway.hasSession());
}

void RelativeTest::theSimulatorSpeaksItAsWell()
{
    SimulatorOptions options;
    options.profile = m_profile;
    options.username = u"admin"_s;
    options.password = Secret(u"hunter2secret"_s);
    options.behaviour.sessions = Behaviour::Sessions::NewestWins;
    options.behaviour.longestSilence = 1500ms;
    GatewaySimulator gateway(options);
    QString reason;
    QVERIFY2(gateway.start(&reason), qPrintable(reason));
    GatewayTarget target;
    target.host = gateway.address().toString();
    target.profile = profileFor({{false, gateway.webSocketPort(), {u"/ws/home/overview"_s}}});
    target.credentials = {u"admin"_s, Secret(u"hunter2secret"_s), {}};
    target.timeouts = Timeouts::all(4s);
    const JobResult enabled = run(target, ChangeAction::Enable);
    QCOMPARE(enabled.outcome, Outcome::Enabled);
    QVERIFY(!enabled.error);
    QCOMPARE(gateway.counters().writes, 1);
    QCOMPARE(gateway.counters().changedExtraKeys, 0);
    QCOMPARE(gateway.counters().forbiddenRequests, 0);
    QTRY_VERIFY(gateway.counters().signOuts >= 1);
    QCOMPARE(run(target, ChangeAction::Disable).outcome, Outcome::Disabled);
    target.credentials.password = Secret(u"another"_s);
    QCOMPARE(run(target, ChangeAction::ReadOnly).error.code, ErrorCode::SignInRefused);
}

void RelativeTest::overTlsWithAPinnedCertificate()
{
    const auto certificate = makeTestCertificate(QHostAddress(QHostAddress::LocalHost));
    if (!certificate)
        QSKIP("There is no TLS here.");
    RelativeGateway gateway(502, certificate->server);
    GatewayTarget target = targetOf(gateway);
    // The profile alone says that it is TLS.
    target.profile = profileFor({{true, gateway.port(), {u"/ws/home/overview"_s}}});
    QCOMPARE(run(target, ChangeAction::ReadOnly).error.code, ErrorCode::CertificateNotTrusted);
    QVERIFY(gateway.received().isEmpty());
    target.fingerprint = certificate->fingerprint;
    QCOMPARE(run(target, ChangeAction::ReadOnly).outcome, Outcome::Read);
    QTRY_COMPARE(gateway.count(u"logout"_s), 1);
}

void RelativeTest::aPortThatSpeaksNothingButTlsIsNamed()
{
    const auto certificate = makeTestCertificate(QHostAddress(QHostAddress::LocalHost));
    if (!certificate)
        QSKIP("There is no TLS here.");
    RelativeGateway gateway(502, certificate->server);
    QCOMPARE(run(targetOf(gateway), ChangeAction::ReadOnly).error.code, ErrorCode::TlsOnly);
    QVERIFY(gateway.received().isEmpty());
}

void RelativeTest::theSecondEndpointIsUsedWhereTheFirstIsClosed()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const quint16 closedPort = closed.serverPort();
    closed.close();
    RelativeGateway gateway;
    GatewayTarget target = targetOf(gateway);
    target.profile = profileFor({{false, closedPort, {u"/a"_s}}, {false, gateway.port(), {u"/b"_s}}});
    QCOMPARE(run(target, ChangeAction::ReadOnly).outcome, Outcome::Read);
    target.webSocketPort = closedPort;
    QCOMPARE(run(target, ChangeAction::ReadOnly).error.code, ErrorCode::ConnectionRefused);
}

void RelativeTest::itsSessionIsKeptAlive()
{
    RelativeGateway gateway;
    gateway.longestSilence = 1800ms;
    gateway.readDelay = 2500ms;
    QCOMPARE(run(targetOf(gateway), ChangeAction::ReadOnly).outcome, Outcome::Read);
    QVERIFY(gateway.count(u"ping"_s) >= 2);
}

void RelativeTest::withoutKeepAliveTheSessionIsLost()
{
    RelativeGateway gateway;
    gateway.longestSilence = 300ms;
    gateway.readDelay = 2500ms;
    GatewayTarget target = targetOf(gateway);
    target.profile.keepAlive = {};
    QCOMPARE(run(target, ChangeAction::ReadOnly).error.code, ErrorCode::ConnectionLost);
}

void RelativeTest::anotherClientThatTakesTheSessionIsNamed_data()
{
    QTest::addColumn<bool>("afterwards");
    QTest::newRow("while it is read") << false;
    QTest::newRow("before it is read") << true;
}

void RelativeTest::anotherClientThatTakesTheSessionIsNamed()
{
    QFETCH(const bool, afterwards);
    RelativeGateway gateway;
    if (afterwards)
        gateway.readDelay = 100ms;
    else
        gateway.takenAt = u"modbus_get"_s;
    SettingChange change(targetOf(gateway), {ChangeAction::Enable, {}, false, 0ms});
    QSignalSpy finished(&change, &Operation::finished);
    connect(&change, &SettingChange::stepChanged, this, [&gateway, afterwards](const Step &step) {
        if (afterwards && step.id == StepId::SignIn && step.state == StepState::Ok)
            gateway.takeSession();
    });
    change.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30000);
    QCOMPARE(change.result().outcome, Outcome::Failed);
    QCOMPARE(change.result().error.code, ErrorCode::SessionTaken);
    // It is not fought over.
    QCOMPARE(gateway.count(u"login"_s), 1);
    QCOMPARE(gateway.count(u"modbus_set"_s), 0);
}

void RelativeTest::aSessionTakenAtTheWriteIsSettledByReadingBack()
{
    RelativeGateway gateway;
    gateway.takenAt = u"modbus_set"_s;
    const JobResult result = run(targetOf(gateway), ChangeAction::Enable);
    QCOMPARE(gateway.count(u"modbus_set"_s), 1);
    QVERIFY(result.writeSent);
    QCOMPARE(result.outcome, Outcome::NoEffect);
    QCOMPARE(*result.current, (ReportedSetting{false, 502}));
}

void RelativeTest::aBusyReadIsAskedAgain()
{
    RelativeGateway gateway;
    gateway.busyReads = 2;
    GatewayTarget target = targetOf(gateway);
    target.timeouts.pacing.retry = 50ms;
    QCOMPARE(run(target, ChangeAction::ReadOnly).outcome, Outcome::Read);
    QCOMPARE(gateway.count(u"modbus_get"_s), 4);
}

void RelativeTest::whatStaysBusyIsARefusal()
{
    RelativeGateway gateway;
    gateway.busyReads = 100;
    GatewayTarget target = targetOf(gateway);
    target.timeouts.pacing.retry = 50ms;
    const JobResult result = run(target, ChangeAction::Enable);
    QCOMPARE(result.outcome, Outcome::Refused);
    QCOMPARE(result.error.code, ErrorCode::Refused);
    QCOMPARE(result.error.detail, u"result_code 301: busy"_s);
    QCOMPARE(gateway.count(u"modbus_get"_s), 4);
    QCOMPARE(gateway.count(u"modbus_set"_s), 0);
}

void RelativeTest::aBusyWriteIsNeverRepeated()
{
    RelativeGateway gateway;
    gateway.busyWrites = 1;
    const JobResult result = run(targetOf(gateway), ChangeAction::Enable);
    QCOMPARE(result.outcome, Outcome::Refused);
    QCOMPARE(gateway.count(u"modbus_set"_s), 1);
    QVERIFY(!gateway.isEnabled());
}

void RelativeTest::anAccountWithoutRightsIsNamed()
{
    RelativeGateway gateway;
    gateway.hasRights = false;
    const JobResult result = run(targetOf(gateway), ChangeAction::Enable);
    QCOMPARE(result.outcome, Outcome::Failed);
    QCOMPARE(result.error.code, ErrorCode::NoRights);
    QCOMPARE(result.error.detail, u"result_code 391: permission denied (role: owner)"_s);
    QCOMPARE(*result.current, (ReportedSetting{false, 502}));
}

void RelativeTest::aWrongPasswordIsNamedAndNeverTraced()
{
    RelativeGateway gateway;
    GatewayTarget target = targetOf(gateway);
    target.credentials.password = Secret(u"wrong-but-secret"_s);
    const JobResult result = run(target, ChangeAction::Enable);
    QCOMPARE(result.error.code, ErrorCode::SignInRefused);
    QCOMPARE(result.error.detail, u"result_code 0: account or password error"_s);
    QVERIFY(!m_traced.join(u' ').contains(u"wrong-but-secret"_s));
    QVERIFY(m_traced.join(u' ').contains(u"\"login\""_s));
}

void RelativeTest::anIncompleteProfileSendsNothing()
{
    RelativeGateway gateway;
    GatewayTarget target = targetOf(gateway);
    target.profile.open = {u"write: no set request was seen"_s};
    const JobResult result = run(target, ChangeAction::ReadOnly);
    QCOMPARE(result.outcome, Outcome::Failed);
    QCOMPARE(result.error.code, ErrorCode::ProfileIncomplete);
    QCOMPARE(gateway.connections(), 0);
}

QTEST_GUILESS_MAIN(RelativeTest)
#include "tst_relative.moc"
