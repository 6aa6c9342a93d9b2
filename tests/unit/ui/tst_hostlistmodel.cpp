// The rows of the discovery view and their order, without a network.

#include "ui/models/hostlistmodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

namespace {

DiscoveredHost host(const QString &address, HostKind kind)
{
    DiscoveredHost found;
    found.address = QHostAddress(address);
    found.kind = kind;
    found.webSocketPort = 8080;
    found.modbusPort = 502;
    found.webSocket = kind == HostKind::Gateway ? ServiceState::Handshake : ServiceState::Open;
    found.settled = true;
    return found;
}

HostRow row(const DiscoveredHost &found)
{
    HostRow made;
    made.key = found.address.toString();
    made.seen = found;
    return made;
}

HostRow saved(const QString &id, const QString &address, std::optional<bool> wasOn)
{
    HostRow made;
    made.key = u"saved:"_s + id;
    made.remembered = RememberedHost{};
    made.remembered->id = id;
    made.remembered->host = address;
    made.remembered->wasOn = wasOn;
    return made;
}

QStringList keys(const HostListModel &model)
{
    QStringList all;
    for (const HostRow &each : model.rows())
        all += each.key;
    return all;
}

QStringList chipTexts(const HostRow &each)
{
    QStringList texts;
    const QList<Chip> chips = each.chips();
    for (const Chip &chip : chips)
        texts += chip.text;
    return texts;
}

} // namespace

class HostListModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gatewaysComeFirstThenSavedOnesThenLikelyThenOthers()
    {
        HostListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.put(row(host(u"10.0.0.4"_s, HostKind::Other)));
        model.put(row(host(u"10.0.0.3"_s, HostKind::Likely)));
        model.put(saved(u"1"_s, u"10.0.0.9"_s, true));
        model.put(row(host(u"10.0.0.2"_s, HostKind::Gateway)));
        QCOMPARE(keys(model), QStringList({u"10.0.0.2"_s, u"saved:1"_s, u"10.0.0.3"_s, u"10.0.0.4"_s}));
    }

    void aRowThatBecomesAGatewayMovesAndKeepsItsPersistentIndex()
    {
        HostListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int i = 1; i <= 5; ++i)
            model.put(row(host(u"10.0.0.%1"_s.arg(i), HostKind::Other)));
        const QPersistentModelIndex last(model.index(4));
        QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.put(row(host(u"10.0.0.5"_s, HostKind::Gateway)));
        QCOMPARE(last.row(), 0);
        QCOMPARE(last.data(HostListModel::KeyRole).toString(), u"10.0.0.5"_s);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(reset.size(), 0);
    }

    void anUnchangedRowTellsNobody()
    {
        HostListModel model;
        model.put(row(host(u"10.0.0.1"_s, HostKind::Gateway)));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.put(row(host(u"10.0.0.1"_s, HostKind::Gateway)));
        QCOMPARE(changed.size(), 0);
        DiscoveredHost slower = host(u"10.0.0.1"_s, HostKind::Gateway);
        slower.rttMs = 12.0;
        model.put(row(slower));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.index(0).data(HostListModel::TimeRole).toString(), u"12 ms"_s);
    }

    void theFirstRowOfASectionCarriesItsTitle()
    {
        HostListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.put(row(host(u"10.0.0.1"_s, HostKind::Other)));
        model.put(row(host(u"10.0.0.2"_s, HostKind::Other)));
        const auto first = [&](int at) {
            return model.index(at).data(HostListModel::FirstInSectionRole).toBool();
        };
        QVERIFY(first(0));
        QVERIFY(!first(1));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.put(row(host(u"10.0.0.1"_s, HostKind::Gateway)));
        QVERIFY(first(0));
        QVERIFY(first(1));
        QVERIFY(changed.size() >= 2); // the row itself, and the one that became the first of its section
        QCOMPARE(model.index(0).data(HostListModel::SectionTitleRole).toString(), u"Gateways"_s);
        QCOMPARE(model.index(1).data(HostListModel::SectionTitleRole).toString(), u"Other devices"_s);
    }

    void addressesOfOnePlantStandTogetherTheRecommendedOneFirst()
    {
        HostListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        DiscoveredHost wifi = host(u"10.0.0.1"_s, HostKind::Gateway);
        wifi.serial = u"110A1"_s;
        DiscoveredHost cable = host(u"10.0.0.7"_s, HostKind::Gateway);
        cable.serial = u"110A1"_s;
        cable.recommended = true;
        model.put(row(wifi));
        model.put(row(host(u"10.0.0.5"_s, HostKind::Gateway)));
        model.put(row(cable));
        QCOMPARE(keys(model), QStringList({u"10.0.0.7"_s, u"10.0.0.1"_s, u"10.0.0.5"_s}));
    }

    void aHandshakeAloneIsAPossibleGateway()
    {
        HostRow possible = row(host(u"10.0.0.1"_s, HostKind::Gateway));
        QCOMPARE(possible.title(), u"Possible gateway"_s);
        QVERIFY(!possible.isConfirmed());
        possible.seen->mac = u"0c:47:a9:91:22:33"_s; // a block of the vendor's
        QCOMPARE(possible.title(), u"Sigenergy gateway"_s);
        QCOMPARE(possible.subtitle(), u"10.0.0.1 · 0c:47:a9:91:22:33"_s);
        possible.seen->model = u"SigenStor EC 10.0 TP"_s;
        QCOMPARE(possible.title(), u"SigenStor EC 10.0 TP"_s);
    }

    void aClosedPortIsCalledClosedAndOffOnlyAfterARead()
    {
        HostRow gateway = row(host(u"10.0.0.1"_s, HostKind::Gateway));
        gateway.seen->modbus = ServiceState::Closed;
        QCOMPARE(chipTexts(gateway), QStringList({u"Sign-in 8080"_s, u"502 closed"_s}));
        gateway.readOn = false;
        QCOMPARE(chipTexts(gateway), QStringList({u"Sign-in 8080"_s, u"Modbus off"_s}));
        gateway.remembered = RememberedHost{};
        gateway.remembered->wasOn = true;
        QCOMPARE(chipTexts(gateway), QStringList({u"Sign-in 8080"_s, u"Was on, is off now"_s}));
        gateway.readOn.reset();
        QCOMPARE(chipTexts(gateway),
                 QStringList({u"Sign-in 8080"_s, u"502 closed"_s, u"Was on when last seen"_s}));
    }

    void anAddressThatWasNeverReachedDoesNotAnswer()
    {
        HostRow added;
        added.addedAs = u"10.0.0.1"_s;
        QCOMPARE(added.subtitle(), u"Does not answer"_s);
        QCOMPARE(chipTexts(added), QStringList({u"No answer"_s}));
        added.refusedPorts = {8080, 502};
        QCOMPARE(added.subtitle(), u"Refuses connections"_s);
        QCOMPARE(chipTexts(added), QStringList({u"8080 closed"_s, u"502 closed"_s}));
        added.probing = true;
        QCOMPARE(added.subtitle(), u"Being asked…"_s);
    }

    void aDoubtTakesTheClaimButNotTheGateway()
    {
        HostRow gateway = row(host(u"10.0.0.1"_s, HostKind::Gateway));
        gateway.seen->modbus = ServiceState::NotTested;
        gateway.readOn = false;
        gateway.doubtful = true;
        QCOMPARE(chipTexts(gateway), QStringList({u"Sign-in 8080"_s, u"State unknown"_s}));
        QCOMPARE(gateway.title(), u"Sigenergy gateway"_s);
    }

    void aSavedGatewaySaysWhenItWasSeenLast()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        HostListModel model;
        HostRow old = saved(u"1"_s, u"10.0.0.1"_s, true);
        old.remembered->lastSeen = now.addDays(-3).addSecs(-60);
        model.setNow(now);
        model.put(old);
        QCOMPARE(model.index(0).data(HostListModel::TimeRole).toString(), u"last seen 3 d"_s);
        QCOMPARE(chipTexts(old), QStringList({u"Was on when last seen"_s}));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setNow(now.addSecs(1));
        QCOMPARE(changed.size(), 0);
        model.setNow(now.addDays(1));
        QCOMPARE(changed.size(), 1);
    }

    void textFromTheNetworkStaysTextOnOneLine()
    {
        HostRow hostile = row(host(u"10.0.0.1"_s, HostKind::Gateway));
        hostile.seen->model = u"<img src=x>\u202Egnp\n"_s + QString(1 << 20, u'A');
        const QString title = hostile.title();
        QVERIFY(title.startsWith(u"<img src=x>"_s));
        QVERIFY(title.size() <= 40);
        QVERIFY(!title.contains(QChar(0x202E)));
        QVERIFY(!title.contains(u'\n'));
        QVERIFY(hostile.toolTip().size() < 4096);
        QVERIFY(!hostile.toolTip().contains(QChar(0x202E)));
    }

    void everyChipHasAnAccessibleSentence()
    {
        for (const ServiceState state :
             {ServiceState::Closed, ServiceState::Filtered, ServiceState::Open, ServiceState::Handshake,
              ServiceState::Answers, ServiceState::Silent}) {
            HostRow each = row(host(u"10.0.0.1"_s, HostKind::Gateway));
            each.seen->webSocket = state;
            each.seen->modbus = state;
            each.demo = true;
            each.probing = true;
            const QList<Chip> chips = each.chips();
            QVERIFY(chips.size() >= 4);
            for (const Chip &chip : chips) {
                QVERIFY(!chip.text.isEmpty());
                QVERIFY2(chip.accessibleText.size() > chip.text.size(), qPrintable(chip.text));
            }
        }
    }

    void removingARowTakesItsSelectionOnly()
    {
        HostListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.put(row(host(u"10.0.0.1"_s, HostKind::Other)));
        model.put(row(host(u"10.0.0.2"_s, HostKind::Other)));
        const QPersistentModelIndex second(model.index(1));
        model.remove(u"10.0.0.1"_s);
        QCOMPARE(second.row(), 0);
        model.remove(u"10.0.0.2"_s);
        QVERIFY(!second.isValid());
        model.remove(u"nobody"_s);
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(HostListModelTest)
#include "tst_hostlistmodel.moc"
