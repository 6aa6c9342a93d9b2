// That the wire really shows what the catalogue says: what becomes of the setting.
#include "simulatorfixture.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

int codeOf(const QJsonObject &reply)
{
    return reply["code"_L1].toInt(-1);
}

int enabledIn(const QJsonObject &reply)
{
    return reply["data"_L1]["modbusEnable"_L1].toInt(-1);
}

} // namespace

class TestSettingFaults : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SimulatorFixture> m_fixture;
    std::unique_ptr<RawClient> m_client;

    bool startWith(const QStringList &faults, bool enabled = false)
    {
        m_client.reset();
        m_fixture = std::make_unique<SimulatorFixture>(faults, enabled);
        return m_fixture->start();
    }
    bool signInWith(const QStringList &faults, bool enabled = false)
    {
        if (!startWith(faults, enabled))
            return false;
        m_client = m_fixture->signedInClient();
        return m_client != nullptr;
    }
    QJsonObject read() { return m_client->ask(m_fixture->readRequest()); }
    QJsonObject switchOn()
    {
        return m_client->ask(m_fixture->setRequest(true, SimulatorFixture::modbusPort));
    }

private Q_SLOTS:
    void cleanup()
    {
        m_client.reset();
        m_fixture.reset();
    }

    void sessionExpiresOnceAtRead();
    void sessionIsAlwaysExpired();
    void sessionExpiresAtWrite();
    void sessionExpiresAtReadBack();
    void writeIsRefused();
    void writeIsRefusedButDone();
    void writeHasNoEffect();
    void writeTakesEffectLater();
    void writeStoresAnotherPort();
    void writeIsDoneWithoutReply();
    void writeIsLost();
    void writeIsDoneAndTheConnectionEnds_data();
    void writeIsDoneAndTheConnectionEnds();
    void gatewayRestartsAfterTheWrite();
    void readBackFailsOnlyAfterAWrite();
    void readBackClosesOnce();
    void previousReplyComesLate();
    void faultsAreCombined();
};

void TestSettingFaults::sessionExpiresOnceAtRead()
{
    QVERIFY(signInWith({u"session-expired-at-read"_s}));
    QCOMPARE(codeOf(read()), 401);
    QCOMPARE(codeOf(read()), 401); // the token is gone
    m_fixture->token = m_client->ask(m_fixture->signInRequest())["data"_L1]["token"_L1].toString();
    QCOMPARE(codeOf(read()), 0);
}

void TestSettingFaults::sessionIsAlwaysExpired()
{
    QVERIFY(signInWith({u"session-always-expired"_s}));
    QCOMPARE(codeOf(read()), 401);
    m_fixture->token = m_client->ask(m_fixture->signInRequest())["data"_L1]["token"_L1].toString();
    QCOMPARE(codeOf(read()), 401);
}

void TestSettingFaults::sessionExpiresAtWrite()
{
    QVERIFY(signInWith({u"session-expired-at-write"_s}));
    QCOMPARE(codeOf(read()), 0);
    QCOMPARE(codeOf(switchOn()), 401);
    QVERIFY(!m_fixture->simulator->isEnabled());
    m_fixture->token = m_client->ask(m_fixture->signInRequest())["data"_L1]["token"_L1].toString();
    QCOMPARE(enabledIn(read()), 0);
}

void TestSettingFaults::sessionExpiresAtReadBack()
{
    QVERIFY(signInWith({u"session-expired-at-read-back"_s}));
    QCOMPARE(codeOf(read()), 0);
    QCOMPARE(codeOf(switchOn()), 0);
    QCOMPARE(codeOf(read()), 401);
    m_fixture->token = m_client->ask(m_fixture->signInRequest())["data"_L1]["token"_L1].toString();
    QCOMPARE(enabledIn(read()), 1);
}

void TestSettingFaults::writeIsRefused()
{
    QVERIFY(signInWith({u"write-refused"_s}));
    QVERIFY(codeOf(switchOn()) > 0);
    QCOMPARE(enabledIn(read()), 0);
}

void TestSettingFaults::writeIsRefusedButDone()
{
    QVERIFY(signInWith({u"write-refused-but-done"_s}));
    QVERIFY(codeOf(switchOn()) > 0);
    QCOMPARE(enabledIn(read()), 1);
    QVERIFY(m_fixture->simulator->isModbusListening());
}

void TestSettingFaults::writeHasNoEffect()
{
    QVERIFY(signInWith({u"write-no-effect"_s}));
    QCOMPARE(codeOf(switchOn()), 0);
    QCOMPARE(enabledIn(read()), 0);
    QVERIFY(!m_fixture->simulator->isModbusListening());
}

void TestSettingFaults::writeTakesEffectLater()
{
    QVERIFY(signInWith({u"write-delayed"_s}));
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(codeOf(switchOn()), 0);
    QCOMPARE(enabledIn(read()), 0);
    QTRY_VERIFY(m_fixture->simulator->isEnabled());
    QVERIFY(clock.elapsed() >= 2900);
    QVERIFY(m_fixture->simulator->isModbusListening());
}

void TestSettingFaults::writeStoresAnotherPort()
{
    QVERIFY(signInWith({u"write-other-port"_s}));
    QCOMPARE(codeOf(switchOn()), 0);
    const QJsonObject reply = read();
    QCOMPARE(enabledIn(reply), 1);
    const int port = reply["data"_L1]["modbusPort"_L1].toInt();
    QVERIFY(port != int(SimulatorFixture::modbusPort));
    QCOMPARE(int(m_fixture->simulator->modbusPort()), port);
    QVERIFY(m_fixture->modbusClient());
}

void TestSettingFaults::writeIsDoneWithoutReply()
{
    QVERIFY(signInWith({u"write-no-reply"_s}));
    m_client->sendJson(m_fixture->setRequest(true, SimulatorFixture::modbusPort));
    QTRY_VERIFY(m_fixture->simulator->isEnabled());
    QCOMPARE(enabledIn(read()), 1); // the first thing that comes
}

void TestSettingFaults::writeIsLost()
{
    QVERIFY(signInWith({u"write-lost"_s}));
    m_client->sendJson(m_fixture->setRequest(true, SimulatorFixture::modbusPort));
    QCOMPARE(enabledIn(read()), 0);
    QCOMPARE(m_fixture->simulator->counters().writes, 1);
}

void TestSettingFaults::writeIsDoneAndTheConnectionEnds_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("closed") << u"write-done-then-close"_s;
    QTest::newRow("reset") << u"write-done-then-reset"_s;
}

void TestSettingFaults::writeIsDoneAndTheConnectionEnds()
{
    QFETCH(const QString, fault);
    QVERIFY(signInWith({fault}));
    m_client->sendJson(m_fixture->setRequest(true, SimulatorFixture::modbusPort));
    QVERIFY(m_client->waitForEnd());
    QVERIFY(m_client->received.isEmpty());
    QVERIFY(m_fixture->simulator->isEnabled());
    m_client = m_fixture->signedInClient();
    QVERIFY(m_client);
    QCOMPARE(enabledIn(read()), 1);
}

void TestSettingFaults::gatewayRestartsAfterTheWrite()
{
    QVERIFY(signInWith({u"write-done-then-restart"_s}));
    QElapsedTimer clock;
    clock.start();
    m_client->sendJson(m_fixture->setRequest(true, SimulatorFixture::modbusPort));
    QVERIFY(m_client->waitForEnd());
    QVERIFY(m_fixture->simulator->isEnabled());
    QVERIFY(!m_fixture->simulator->isModbusListening());
    auto refused = m_fixture->webSocketClient();
    QTRY_COMPARE(refused->socket.error(), QAbstractSocket::ConnectionRefusedError);
    QTRY_VERIFY(m_fixture->simulator->isModbusListening());
    QVERIFY(clock.elapsed() >= 1900);
    m_client = m_fixture->signedInClient();
    QVERIFY(m_client);
    QCOMPARE(enabledIn(read()), 1);
}

void TestSettingFaults::readBackFailsOnlyAfterAWrite()
{
    QVERIFY(signInWith({u"read-back-refused"_s}));
    QCOMPARE(codeOf(read()), 0);
    QCOMPARE(codeOf(switchOn()), 0);
    QVERIFY(codeOf(read()) > 0);
    m_client = m_fixture->signedInClient(); // nor on another connection
    QVERIFY(m_client);
    QVERIFY(codeOf(read()) > 0);
}

void TestSettingFaults::readBackClosesOnce()
{
    QVERIFY(signInWith({u"read-back-close-once"_s}));
    QCOMPARE(codeOf(switchOn()), 0);
    m_client->sendJson(m_fixture->readRequest());
    QVERIFY(m_client->waitForEnd());
    m_client = m_fixture->signedInClient();
    QVERIFY(m_client);
    QCOMPARE(enabledIn(read()), 1);
}

void TestSettingFaults::previousReplyComesLate()
{
    QVERIFY(signInWith({u"read-back-late-previous"_s}));
    QCOMPARE(enabledIn(read()), 0);
    QCOMPARE(codeOf(switchOn()), 0);
    QCOMPARE(enabledIn(read()), 0); // the old answer
    QCOMPARE(enabledIn(m_client->nextMessage()), 1); // the one that was asked for
    QCOMPARE(enabledIn(read()), 1);
}

void TestSettingFaults::faultsAreCombined()
{
    QVERIFY(signInWith({u"write-refused-but-done"_s, u"replies-twice"_s, u"port-never-opens"_s}));
    m_client->sendJson(m_fixture->setRequest(true, SimulatorFixture::modbusPort));
    QTRY_VERIFY(m_fixture->simulator->isEnabled());
    QVERIFY(!m_fixture->simulator->isModbusListening());
    int refusals = 0;
    const auto bothCame = [this, &refusals] {
        while (const auto frame = takeServerFrame(m_client->received))
            refusals += codeOf(QJsonDocument::fromJson(frame->payload).object()) > 0 ? 1 : 0;
        return refusals == 2;
    };
    QTRY_VERIFY(bothCame());
}

QTEST_GUILESS_MAIN(TestSettingFaults)
#include "tst_settingfaults.moc"
