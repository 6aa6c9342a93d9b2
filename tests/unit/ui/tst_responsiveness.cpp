// The event loop is never held for long: a thousand hosts in the list, a thousand addresses scanned, a
// flooded log.

#include "uitesting.h"

#include "ui/controllers/hostrows.h"
#include "ui/models/protocollogmodel.h"

#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

/// The window's promise is 50 ms; build machines that do other things at the same time get some slack.
static constexpr qint64 longestTurnMs = 250;

class ResponsivenessTest : public QObject
{
    Q_OBJECT

    static Sighting host(quint32 number, const QString &serial)
    {
        Sighting found;
        found.place.address = QHostAddress((10U << 24) + number).toString();
        found.place.webSocket = {8080, ServiceState::Handshake, {}};
        found.place.modbus.port = 502;
        found.place.settled = true;
        found.serial = serial;
        return found;
    }

private Q_SLOTS:
    void aThousandHostsGoIntoTheListOneByOne_data()
    {
        QTest::addColumn<bool>("onePlant");
        QTest::addColumn<int>("saved");
        QTest::newRow("plants of their own") << false << 0;
        QTest::newRow("all claim one serial") << true << 0;
        QTest::newRow("with as many saved ones") << false << 1000;
    }

    void aThousandHostsGoIntoTheListOneByOne()
    {
        QFETCH(bool, onePlant);
        QFETCH(int, saved);
        Registry registry;
        const HostRows rows(registry, [](const Gateway &) { return false; });
        for (int i = 0; i < saved; ++i) {
            Gateway each;
            each.places = {placeAt(u"10.9.%1.%2"_s.arg(i / 250).arg(i % 250 + 1))};
            each.serial = u"old%1"_s.arg(i);
            each.serialFrom = SerialSource::Saved;
            registry.absorb(each);
        }
        QElapsedTimer clock;
        qint64 longest = 0;
        for (quint32 i = 1; i <= 1000; ++i) {
            Sighting found = host(i, onePlant ? u"110A1"_s : u"110A%1"_s.arg(i));
            clock.start();
            registry.absorb(found);
            longest = std::max(longest, clock.elapsed());
            found.place.rttMs = 3;
            clock.start();
            registry.absorb(found);
            longest = std::max(longest, clock.elapsed());
        }
        clock.start();
        registry.absorb(ScanEnd());
        longest = std::max(longest, clock.elapsed());
        QCOMPARE(rows.model()->rowCount(), (onePlant ? 1 : 1000) + saved);
        QVERIFY2(longest < longestTurnMs, qPrintable(QString::number(longest)));
    }

    void aScanOfAThousandAddressesLeavesTheEventLoopFree()
    {
        const std::unique_ptr<GatewaySimulator> gateway = startGateway(true);
        LocalInterface large = interfaceAround(gateway->address());
        large.network.prefix = 22;
        Registry registry;
        DiscoveryController discovery(registry, discoveryAround(*gateway, {large}));
        EventLoopWatch watch;
        discovery.scan();
        QVERIFY(discovery.isScanning());
        QTRY_VERIFY_WITH_TIMEOUT(!discovery.isScanning(), 40000);
        QVERIFY(discovery.done() >= 1000);
        QVERIFY2(watch.longestMs() < longestTurnMs, qPrintable(QString::number(watch.longestMs())));
    }

    void aFloodedLogStaysShortAndQuick()
    {
        ProtocolLogModel log;
        ProtocolLogFilter filter;
        filter.setLog(&log);
        filter.setText(u"7"_s);
        EventLoopWatch watch;
        int sent = 0;
        QTimer flood;
        connect(&flood, &QTimer::timeout, &log, [&] {
            for (int i = 0; i < 100; ++i) {
                log.append({QDateTime::currentDateTimeUtc(), TraceEntry::Direction::Received,
                            TraceEntry::Channel::WebSocket, QString::number(sent++) + QString(4000, u'x')});
            }
        });
        flood.start(1);
        QTRY_VERIFY_WITH_TIMEOUT(sent > 20000, 40000);
        flood.stop();
        QVERIFY(log.rowCount() <= ProtocolLogModel::maximumLines);
        QVERIFY2(watch.longestMs() < longestTurnMs, qPrintable(QString::number(watch.longestMs())));
    }
};

QTEST_GUILESS_MAIN(ResponsivenessTest)
#include "tst_responsiveness.moc"
