// The rows of a table of layers: what was seen in words, and one row for what was not reached.

#include "ui/models/layerrows.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class LayerRowsTest : public QObject
{
    Q_OBJECT

    static constexpr LayerId way[] = {LayerId::Route, LayerId::Neighbour, LayerId::WebSocketPort,
                                      LayerId::ModbusPort};

    /// On this computer's own network nobody has the address.
    static DiagnosisEvidence nobodyThere()
    {
        DiagnosisEvidence seen;
        seen.host = u"192.168.1.199"_s;
        seen.webSocketPort = 8080;
        seen.modbusPort = 502;
        seen.address = QHostAddress(seen.host);
        seen.addresses = {seen.address};
        seen.route = Route();
        seen.route->way = Route::Way::OwnNetwork;
        seen.route->interfaceName = u"eth0"_s;
        seen.route->ownAddress = u"192.168.1.10"_s;
        seen.neighbour = NeighbourFinding{true, {}, {}};
        seen.webSocket = PortFinding{PortState::Unreachable, {}};
        seen.ended = true;
        return seen;
    }

private Q_SLOTS:
    void whatWasNotReachedSharesARow()
    {
        const QList<LayerRow> rows = layerRows(nobodyThere(), QLocale::c(), way);
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.at(0).state, StepRow::State::Ok);
        QVERIFY2(rows.at(0).text.contains("eth0"_L1), qPrintable(rows.at(0).text));
        QCOMPARE(rows.at(1).state, StepRow::State::Failed);
        QCOMPARE(rows.at(1).text, u"No device on this network has the address"_s);
        QCOMPARE(rows.at(2).state, StepRow::State::Skipped);
        QCOMPARE(rows.at(2).title, u"Port 8080, Port 502"_s);
        QCOMPARE(rows.at(2).text, u"Not tried"_s);
    }

    void whatWasSeenHasARowOfItsOwnWithItsTime()
    {
        DiagnosisEvidence seen = nobodyThere();
        seen.neighbour->macs = {u"0c:47:a9:91:22:33"_s};
        seen.webSocket = PortFinding{PortState::Closed, {}};
        seen.modbus = PortFinding{PortState::Open, {}};
        seen.elapsed[LayerId::ModbusPort] = std::chrono::milliseconds(4);
        const QList<LayerRow> rows = layerRows(seen, QLocale::c(), way);
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows.at(2).state, StepRow::State::Warning);
        QCOMPARE(rows.at(2).text, u"Port 8080 refuses connections"_s);
        QCOMPARE(rows.at(2).time, QString());
        QCOMPARE(rows.at(3).state, StepRow::State::Ok);
        QCOMPARE(rows.at(3).time, u"4 ms"_s);
    }
};

QTEST_GUILESS_MAIN(LayerRowsTest)
#include "tst_layerrows.moc"
