// One host's handshake where packets get lost, and where they do not.

#include "scannet.h"

#include "discovery/hostprobe.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class HostProbeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_net = std::make_unique<ScanNet>();
        m_address = m_net->newAddress();
        m_options = std::make_shared<HostProbeOptions>();
        m_options->profile = m_net->options().profile;
        m_options->webSocketPort = m_net->webSocketPort();
        m_options->modbusPort = m_net->modbusPort();
        m_options->timeouts = Timeouts::all(5s);
    }

    void aConnectionWithoutAnAnswerIsTriedAgainBeforeTheHandshakesTimeIsUp()
    {
        const FilteredPort filtered(m_address, m_net->webSocketPort());
        m_options->timeouts.connect = 50ms;
        HostProbe probe(m_address, m_options);
        QSignalSpy late(&probe, &HostProbe::wasLate);
        run(probe);
        QCOMPARE(probe.webSocket(), ServiceState::Open);
        QCOMPARE(late.size(), 5);
        QVERIFY2(probe.elapsed() < 2s, qPrintable(QString::number(probe.elapsed().count())));
    }

    void whoSaysNothingGetsOneHandshake()
    {
        const Listener silent(m_address, m_net->webSocketPort());
        m_options->timeouts.handshake = 100ms;
        m_options->packetsGetLost = [] { return false; };
        HostProbe probe(m_address, m_options);
        QSignalSpy late(&probe, &HostProbe::wasLate);
        run(probe);
        QCOMPARE(probe.webSocket(), ServiceState::Silent);
        QCOMPARE(silent.received().count("GET "), 1);
        QVERIFY(late.isEmpty());
    }

    void andAnotherWherePacketsGetLost()
    {
        const Listener silent(m_address, m_net->webSocketPort());
        m_options->timeouts.handshake = 100ms;
        m_options->packetsGetLost = [] { return true; };
        HostProbe probe(m_address, m_options);
        run(probe);
        QCOMPARE(probe.webSocket(), ServiceState::Silent);
        QCOMPARE(silent.received().count("GET "), 2);
    }

    void aPromptGatewayIsNotLate()
    {
        ScanNet net;
        const GatewaySimulator *gateway = net.addGateway(false);
        m_options->webSocketPort = net.webSocketPort();
        HostProbe probe(gateway->address(), m_options);
        QSignalSpy late(&probe, &HostProbe::wasLate);
        run(probe);
        QCOMPARE(probe.webSocket(), ServiceState::Handshake);
        QVERIFY(late.isEmpty());
    }

private:
    static void run(HostProbe &probe)
    {
        QSignalSpy finished(&probe, &Operation::finished);
        probe.webSocketOpened();
        probe.portsDone();
        probe.start();
        QVERIFY(finished.wait(10000));
    }

    std::unique_ptr<ScanNet> m_net;
    QHostAddress m_address;
    std::shared_ptr<HostProbeOptions> m_options;
};

QTEST_GUILESS_MAIN(HostProbeTest)
#include "tst_hostprobe.moc"
