// What is written to the gateway, and when it has come true.

#include "workflow/changeplan.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(std::optional<quint16>)

class ChangePlanTest : public QObject
{
    Q_OBJECT

    using Port = std::optional<quint16>;

private Q_SLOTS:
    void plan_data()
    {
        QTest::addColumn<ChangeAction>("action");
        QTest::addColumn<bool>("wasOn");
        QTest::addColumn<Port>("hadPort");
        QTest::addColumn<Port>("wishedPort");
        QTest::addColumn<bool>("writes");
        QTest::addColumn<bool>("writtenOn");
        QTest::addColumn<Port>("writtenPort");
        QTest::addColumn<PortExpectation>("expectation");
        QTest::addColumn<Outcome>("outcome");
        const Port none;
        const Port p502 = 502;
        const Port p1502 = 1502;
        using enum ChangeAction;
        using enum PortExpectation;

        QTest::newRow("status on") << ReadOnly << true << p502 << none << false << false << none << NotTested
                                   << Outcome::Read;
        QTest::newRow("status off") << ReadOnly << false << p502 << none << false << false << none
                                    << NotTested << Outcome::Read;
        QTest::newRow("enable off") << Enable << false << p502 << none << true << true << p502 << Open
                                    << Outcome::Enabled;
        QTest::newRow("enable keeps the gateway's port")
            << Enable << false << p1502 << none << true << true << p1502 << Open << Outcome::Enabled;
        QTest::newRow("enable on") << Enable << true << p502 << none << false << false << none << Open
                                   << Outcome::AlreadyEnabled;
        QTest::newRow("enable off at another port")
            << Enable << false << p502 << p1502 << true << true << p1502 << Open << Outcome::Enabled;
        QTest::newRow("enable on at another port")
            << Enable << true << p502 << p1502 << true << true << p1502 << Open << Outcome::PortChanged;
        QTest::newRow("enable on at that port")
            << Enable << true << p502 << p502 << false << false << none << Open << Outcome::AlreadyEnabled;
        QTest::newRow("enable on, port not told")
            << Enable << true << none << p502 << true << true << p502 << Open << Outcome::PortChanged;
        QTest::newRow("disable on") << Disable << true << p1502 << none << true << false << p1502 << Closed
                                    << Outcome::Disabled;
        QTest::newRow("disable off") << Disable << false << p502 << none << false << false << none << Closed
                                     << Outcome::AlreadyDisabled;
        QTest::newRow("set-port on") << SetPort << true << p502 << p1502 << true << true << p1502 << Open
                                     << Outcome::PortChanged;
        QTest::newRow("set-port off stays off") << SetPort << false << p502 << p1502 << true << false << p1502
                                                << NotTested << Outcome::PortChanged;
        QTest::newRow("set-port same, on")
            << SetPort << true << p502 << p502 << false << false << none << Open << Outcome::Unchanged;
        QTest::newRow("set-port same, off")
            << SetPort << false << p502 << p502 << false << false << none << NotTested << Outcome::Unchanged;
    }

    void plan()
    {
        QFETCH(ChangeAction, action);
        QFETCH(bool, wasOn);
        QFETCH(Port, hadPort);
        QFETCH(Port, wishedPort);
        QFETCH(bool, writes);
        QFETCH(bool, writtenOn);
        QFETCH(Port, writtenPort);

        ModbusSetting before;
        before.enabled = wasOn;
        before.port = hadPort;
        before.extra = {{u"modbusIp"_s, u"0.0.0.0"_s}};
        ChangeRequest request;
        request.action = action;
        request.port = wishedPort;

        const ChangePlan plan = planChange(before, request);
        QCOMPARE(plan.write.has_value(), writes);
        if (writes) {
            QCOMPARE(plan.write->enabled, writtenOn);
            QCOMPARE(plan.write->port, writtenPort);
            QCOMPARE(plan.write->extra, before.extra);
            QVERIFY(isAsWished(*plan.write, before, request));
            QVERIFY(!isAsWished(before, before, request) || !hadPort);
        }
        QTEST(plan.expectation, "expectation");
        QTEST(plan.outcome, "outcome");
    }

    void aReadWithoutPortIsUsableOnlyWhenTheUserGaveOne()
    {
        ModbusSetting read;
        ChangeRequest request;
        request.action = ChangeAction::Enable;
        QVERIFY(!isUsable(read, request));
        request.port = 502;
        QVERIFY(isUsable(read, request));
        request.port.reset();
        read.port = 502;
        QVERIFY(isUsable(read, request));
    }

    void anotherPortCountsOnlyWhenOneWasAskedFor()
    {
        ModbusSetting before;
        before.port = 502;
        ModbusSetting now = before;
        now.enabled = true;
        now.port = 503;
        ChangeRequest request;
        request.action = ChangeAction::Enable;
        QVERIFY(isAsWished(now, before, request));
        request.port = 502;
        QVERIFY(!isAsWished(now, before, request));
        now.port.reset(); // not told: the test of the port will decide
        QVERIFY(isAsWished(now, before, request));
    }

    void aServerThatWentOffWithThePortChangeIsNotAsWished()
    {
        ModbusSetting before;
        before.enabled = true;
        before.port = 502;
        ModbusSetting now;
        now.enabled = false;
        now.port = 1502;
        ChangeRequest request;
        request.action = ChangeAction::SetPort;
        request.port = 1502;
        QVERIFY(!isAsWished(now, before, request));
    }

    void aRepairLeavesAloneWhatIsOffAndSendsOnInAnyCase()
    {
        ChangeRequest off;
        off.action = ChangeAction::Disable;
        off.insist = ChangeRequest::Insist::OnlyIfOn;
        QVERIFY(!planChange({false, quint16(502), {}}, off).write);
        QCOMPARE(planChange({false, quint16(502), {}}, off).expectation, PortExpectation::NotTested);
        QCOMPARE(planChange({true, quint16(502), {}}, off).write->enabled, false);
        QCOMPARE(planChange({true, quint16(502), {}}, off).expectation, PortExpectation::Closed);
        ChangeRequest on;
        on.action = ChangeAction::Enable;
        for (const auto insist : {ChangeRequest::Insist::Send, ChangeRequest::Insist::SendUnread}) {
            on.insist = insist;
            QCOMPARE(planChange({true, quint16(502), {}}, on).write->enabled, true);
            QCOMPARE(planChange({true, quint16(502), {}}, on).outcome, Outcome::Enabled);
        }
    }
};

QTEST_APPLESS_MAIN(ChangePlanTest)
#include "tst_changeplan.moc"
