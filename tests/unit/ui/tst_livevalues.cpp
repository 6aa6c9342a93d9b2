// Live values against the simulated plant: started by the user, paused out of sight, failures counted.

#include "uitesting.h"

#include "ui/controllers/livevaluescontroller.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class LiveValuesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<GatewaySimulator> m_gateway;
    std::unique_ptr<LiveValuesController> m_live;

    void start(const QStringList &faults = {})
    {
        m_gateway = startGateway(true, faults);
        QVERIFY(m_gateway);
        m_live = std::make_unique<LiveValuesController>();
        m_live->setLocale(QLocale::c());
        m_live->setEndpoint(m_gateway->address().toString(), m_gateway->modbusPort(), Timeouts::all(500ms));
        m_live->setInterval(50ms);
        m_live->setVisible(true);
    }

private Q_SLOTS:
    void cleanup()
    {
        m_live.reset();
        m_gateway.reset();
    }

    void nothingIsReadBeforeTheUserStartsIt()
    {
        start();
        QTest::qWait(150);
        QCOMPARE(m_gateway->counters().modbusConnections, 0);
        QCOMPARE(m_live->battery().value, u"–"_s);
        QVERIFY(m_live->statusText().startsWith(u"Not started"_s));
    }

    void valuesComeWithUnitsAndAHistory()
    {
        start();
        m_live->start();
        QTRY_VERIFY(m_live->polls() >= 3);
        QVERIFY2(QRegularExpression(u"^\\d+\\.\\d\u00a0%$"_s).match(m_live->battery().value).hasMatch(),
                 qPrintable(m_live->battery().value));
        QVERIFY2(QRegularExpression(u"^(\\d+\\.\\d\\d\u00a0kW|\\d+\u00a0W)$"_s)
                     .match(m_live->solar().value)
                     .hasMatch(),
                 qPrintable(m_live->solar().value));
        QVERIFY(m_live->grid().title == u"Grid"_s);
        QCOMPARE(m_live->plant().state, u"Running"_s);
        QVERIFY(m_live->plant().note.startsWith(u"On grid · "_s));
        QVERIFY(m_live->plant().alarms.isEmpty());
        QVERIFY(!m_live->plant().isFault);
        QCOMPARE(m_live->battery().history.points().size(), m_live->polls());
        QVERIFY(m_live->problem().isEmpty());
        QVERIFY(m_live->linkText().isEmpty());
        QVERIFY(m_live->statusText().startsWith(u"Updated "_s));
    }

    void theConnectionIsClosedBetweenPolls()
    {
        start();
        m_live->setInterval(60s);
        m_live->start();
        QTRY_COMPARE(m_live->polls(), 1);
        QTRY_COMPARE(m_gateway->openConnections(), 0);
        QCOMPARE(m_gateway->counters().modbusConnections, 1);
    }

    void outOfSightItPausesAndGoesOnWhenSeenAgain()
    {
        start();
        m_live->start();
        QTRY_VERIFY(m_live->polls() >= 1);
        m_live->setVisible(false);
        QVERIFY(m_live->isPaused());
        QTRY_COMPARE(m_gateway->openConnections(), 0);
        const int connections = m_gateway->counters().modbusConnections;
        QTest::qWait(300);
        QCOMPARE(m_gateway->counters().modbusConnections, connections);
        m_live->setVisible(true);
        QTRY_VERIFY(m_gateway->counters().modbusConnections > connections);
    }

    void whileADiagnosisRunsItPauses()
    {
        start();
        m_live->start();
        QTRY_VERIFY(m_live->polls() >= 1);
        m_live->setHeld(true);
        QVERIFY(m_live->isPaused());
        QVERIFY(m_live->statusText().contains(u"diagnosis"_s));
        QTRY_COMPARE(m_gateway->openConnections(), 0);
        const int connections = m_gateway->counters().modbusConnections;
        QTest::qWait(300);
        QCOMPARE(m_gateway->counters().modbusConnections, connections);
        m_live->setHeld(false);
        QTRY_VERIFY(m_gateway->counters().modbusConnections > connections);
    }

    void stoppingStopsAtOnce()
    {
        start();
        m_live->start();
        m_live->stop();
        QVERIFY(!m_live->isRunning());
        QTest::qWait(200);
        QCOMPARE(m_live->polls(), 0);
    }

    void whatIsNotReadAnyMoreIsStaleAndOfAnotherDeviceGone()
    {
        start();
        m_live->start();
        QTRY_VERIFY(m_live->hasValues());
        QVERIFY(!m_live->isStale());
        m_live->stop();
        QVERIFY(m_live->isStale());
        QVERIFY(m_live->hasValues());
        QVERIFY(m_live->problem().isEmpty());
        m_live->start();
        m_live->reset();
        QVERIFY(!m_live->isRunning());
        QVERIFY(!m_live->hasValues());
        QVERIFY(m_live->battery().history.points().isEmpty());
        QCOMPARE(m_live->polls(), 0);
        const int connections = m_gateway->counters().modbusConnections;
        QTest::qWait(300); // six intervals
        QCOMPARE(m_gateway->counters().modbusConnections, connections);
    }

    void aStrangersRegistersAreNoValues_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *fault :
             {"lookalike-huawei", "lookalike-shelly", "lookalike-foxess", "lookalike-goodwe", "plc-zeros"})
            QTest::newRow(fault) << QString::fromLatin1(fault);
    }

    void aStrangersRegistersAreNoValues()
    {
        QFETCH(QString, fault);
        start({fault});
        m_live->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_live->lostPolls() >= 2, 20000);
        QVERIFY(!m_live->hasValues());
        QCOMPARE(m_live->battery().value, u"–"_s);
        QVERIFY2(m_live->problem().contains(u"is not a Sigenergy system"_s),
                 qPrintable(m_live->problem()));
    }

    void aSilentPlantIsAGapASentenceAndALoss()
    {
        start({u"modbus-silent"_s});
        m_live->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_live->lostPolls() >= 1, 20000);
        QVERIFY(!m_live->problem().isEmpty());
        QVERIFY(m_live->isRunning());
        QVERIFY(!m_live->battery().history.points().constFirst().has_value());
        QVERIFY(m_live->linkText().contains(u"1"_s));
    }

    void lateRepliesAreCounted()
    {
        start({u"modbus-stale-first"_s});
        m_live->start();
        QTRY_VERIFY(m_live->latePolls() >= 1);
        QVERIFY(!m_live->linkText().isEmpty());
        QCOMPARE(m_live->lostPolls(), 0);
    }

    void alarmsAreToldInWords()
    {
        start({u"plant-alarms"_s});
        m_live->start();
        QTRY_VERIFY(m_live->hasValues());
        QVERIFY(!m_live->plant().alarms.isEmpty());
        QVERIFY(m_live->plant().isFault);
        for (const QString &alarm : m_live->plant().alarms)
            QVERIFY2(alarm.contains(u": "_s), qPrintable(alarm));
        QVERIFY(m_live->plant().accessibleText.contains(m_live->plant().alarms.constFirst()));
    }

    void withoutAGridSensorTheGridIsNotKnown()
    {
        start({u"no-grid-sensor"_s});
        m_live->start();
        QTRY_VERIFY(m_live->hasValues());
        QCOMPARE(m_live->grid().value, u"–"_s);
        QCOMPARE(m_live->grid().note, u"no grid sensor connected"_s);
    }

    void theHistoryIsBounded()
    {
        History history;
        for (int i = 0; i < 500; ++i)
            history.append(i);
        QCOMPARE(history.points().size(), History::maximumPoints);
        QCOMPARE(history.points().constLast(), std::optional<double>(499));
    }
};

QTEST_GUILESS_MAIN(LiveValuesTest)
#include "tst_livevalues.moc"
