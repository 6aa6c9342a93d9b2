// The rows of the discovery view and their order, without a network.

#include "ui/models/hostlistmodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

namespace {

enum class Kind { Gateway, Likely, Other };

HostRow row(const QString &address, Kind kind)
{
    Place place = placeAt(address);
    place.seen = place.settled = true;
    place.webSocket = {8080, kind == Kind::Gateway ? ServiceState::Handshake : ServiceState::Open, {}};
    place.modbus.port = 502;
    place.vendorMac = kind == Kind::Likely;
    HostRow made;
    made.gateway.id = address;
    made.gateway.places = {place};
    return made;
}

Place &placeOf(HostRow &row)
{
    return row.gateway.places.first();
}

HostRow saved(const QString &id, const QString &address, std::optional<bool> wasOn)
{
    HostRow made;
    made.gateway.id = id;
    made.gateway.places = {placeAt(address)};
    made.gateway.saved = true;
    if (wasOn)
        made.gateway.before = SettingEvidence{*wasOn, {}, {}, QDateTime::currentDateTimeUtc()};
    return made;
}

SettingEvidence read(bool on, int secondsAgo)
{
    return {on, quint16(502), {}, QDateTime::currentDateTimeUtc().addSecs(-secondsAgo)};
}

PortEvidence tested(ServiceState state, int secondsAgo)
{
    return {502, state, QDateTime::currentDateTimeUtc().addSecs(-secondsAgo)};
}

QStringList keys(const HostListModel &model)
{
    QStringList all;
    for (const HostRow &each : model.rows())
        all += each.key();
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
        model.put(row(u"10.0.0.4"_s, Kind::Other));
        model.put(row(u"10.0.0.3"_s, Kind::Likely));
        model.put(saved(u"1"_s, u"10.0.0.9"_s, true));
        model.put(row(u"10.0.0.2"_s, Kind::Gateway));
        QCOMPARE(keys(model), QStringList({u"10.0.0.2"_s, u"1"_s, u"10.0.0.3"_s, u"10.0.0.4"_s}));
    }

    void aRowThatBecomesAGatewayMovesAndKeepsItsPersistentIndex()
    {
        HostListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int i = 1; i <= 5; ++i)
            model.put(row(u"10.0.0.%1"_s.arg(i), Kind::Other));
        const QPersistentModelIndex last(model.index(4));
        QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.put(row(u"10.0.0.5"_s, Kind::Gateway));
        QCOMPARE(last.row(), 0);
        QCOMPARE(last.data(HostListModel::KeyRole).toString(), u"10.0.0.5"_s);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(reset.size(), 0);
    }

    void anUnchangedRowTellsNobody()
    {
        HostListModel model;
        model.put(row(u"10.0.0.1"_s, Kind::Gateway));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.put(row(u"10.0.0.1"_s, Kind::Gateway));
        QCOMPARE(changed.size(), 0);
        HostRow slower = row(u"10.0.0.1"_s, Kind::Gateway);
        placeOf(slower).rttMs = 12.0;
        model.put(slower);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.index(0).data(HostListModel::TimeRole).toString(), u"12 ms"_s);
    }

    void theFirstRowOfASectionCarriesItsTitle()
    {
        HostListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.put(row(u"10.0.0.1"_s, Kind::Other));
        model.put(row(u"10.0.0.2"_s, Kind::Other));
        const auto first = [&](int at) {
            return model.index(at).data(HostListModel::FirstInSectionRole).toBool();
        };
        QVERIFY(first(0));
        QVERIFY(!first(1));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.put(row(u"10.0.0.1"_s, Kind::Gateway));
        QVERIFY(first(0));
        QVERIFY(first(1));
        QVERIFY(changed.size() >= 2); // the row itself, and the one that became the first of its section
        QCOMPARE(model.index(0).data(HostListModel::SectionTitleRole).toString(), u"Gateways"_s);
        QCOMPARE(model.index(1).data(HostListModel::SectionTitleRole).toString(), u"Other devices"_s);
    }

    void aGatewayWithSeveralAddressesSaysSo()
    {
        HostRow gateway = row(u"10.0.0.1"_s, Kind::Gateway);
        Place other = placeAt(u"10.0.0.7"_s);
        gateway.gateway.places.append(other);
        QCOMPARE(chipTexts(gateway), QStringList({u"Sign-in 8080"_s}));
        gateway.gateway.places[1].seen = true;
        QCOMPARE(chipTexts(gateway), QStringList({u"Sign-in 8080"_s, u"2 addresses"_s}));
        QVERIFY(gateway.toolTip().contains(u"10.0.0.7"_s));
    }

    void aHandshakeAloneIsAPossibleGateway()
    {
        HostRow possible = row(u"10.0.0.1"_s, Kind::Gateway);
        QCOMPARE(possible.title(), u"Possible gateway"_s);
        QVERIFY(!possible.gateway.isConfirmed());
        placeOf(possible).mac = u"0c:47:a9:91:22:33"_s;
        placeOf(possible).vendorMac = true;
        QCOMPARE(possible.title(), u"Sigenergy gateway"_s);
        QCOMPARE(possible.subtitle(), u"10.0.0.1 · 0c:47:a9:91:22:33"_s);
        possible.gateway.model = u"SigenStor EC 10.0 TP"_s;
        QCOMPARE(possible.title(), u"SigenStor EC 10.0 TP"_s);
    }

    void aClosedPortIsCalledClosedAndOffOnlyAfterARead()
    {
        HostRow gateway = row(u"10.0.0.1"_s, Kind::Gateway);
        placeOf(gateway).modbus = tested(ServiceState::Closed, 10);
        QCOMPARE(chipTexts(gateway), QStringList({u"Sign-in 8080"_s, u"502 closed"_s}));
        gateway.gateway.setting = read(false, 20);
        QCOMPARE(chipTexts(gateway), QStringList({u"Sign-in 8080"_s, u"Modbus off"_s}));
        gateway.gateway.before = read(true, 9999);
        QCOMPARE(chipTexts(gateway), QStringList({u"Sign-in 8080"_s, u"Was on, is off now"_s}));
        gateway.gateway.setting.reset();
        QCOMPARE(chipTexts(gateway),
                 QStringList({u"Sign-in 8080"_s, u"502 closed"_s, u"Was on when last seen"_s}));
    }

    void theChipFollowsTheNewestEvidence_data()
    {
        QTest::addColumn<bool>("on");
        QTest::addColumn<int>("readSecondsAgo");
        QTest::addColumn<ServiceState>("state");
        QTest::addColumn<int>("testedSecondsAgo");
        QTest::addColumn<QString>("expected");
        QTest::newRow("closed, then on") << true << 1 << ServiceState::Closed << 5 << u"Modbus on"_s;
        QTest::newRow("on, then closed") << true << 5 << ServiceState::Closed << 1 << u"502 closed"_s;
        QTest::newRow("on, then answers") << true << 5 << ServiceState::Answers << 1 << u"Modbus 502"_s;
        QTest::newRow("answers, then on") << true << 1 << ServiceState::Answers << 5 << u"Modbus 502"_s;
        QTest::newRow("answers, then off") << false << 1 << ServiceState::Answers << 5 << u"Modbus off"_s;
        QTest::newRow("off, then answers") << false << 5 << ServiceState::Answers << 1 << u"Modbus 502"_s;
        QTest::newRow("off, then closed") << false << 5 << ServiceState::Closed << 1 << u"Modbus off"_s;
        QTest::newRow("off, then open") << false << 5 << ServiceState::Open << 1 << u"502 open"_s;
        QTest::newRow("open, then off") << false << 1 << ServiceState::Open << 5 << u"Modbus off"_s;
    }

    void theChipFollowsTheNewestEvidence()
    {
        QFETCH(const bool, on);
        QFETCH(const int, readSecondsAgo);
        QFETCH(const ServiceState, state);
        QFETCH(const int, testedSecondsAgo);
        HostRow gateway = row(u"10.0.0.1"_s, Kind::Gateway);
        gateway.gateway.setting = read(on, readSecondsAgo);
        placeOf(gateway).modbus = tested(state, testedSecondsAgo);
        QTEST(chipTexts(gateway).value(1), "expected");
    }

    void anAddressThatWasNeverReachedDoesNotAnswer()
    {
        HostRow added;
        added.gateway.places = {placeAt(u"10.0.0.1"_s)};
        placeOf(added).typed = true;
        QCOMPARE(added.subtitle(), u"Does not answer"_s);
        QCOMPARE(chipTexts(added), QStringList({u"No answer"_s}));
        placeOf(added).refusedPorts = {8080, 502};
        QCOMPARE(added.subtitle(), u"Refuses connections"_s);
        QCOMPARE(chipTexts(added), QStringList({u"8080 closed"_s, u"502 closed"_s}));
        added.probing = true;
        QCOMPARE(added.subtitle(), u"Being asked…"_s);
    }

    void aDoubtTakesTheClaimButNotTheGateway()
    {
        HostRow gateway = row(u"10.0.0.1"_s, Kind::Gateway);
        gateway.gateway.setting = read(false, 1);
        gateway.gateway.doubtful = true;
        QCOMPARE(chipTexts(gateway), QStringList({u"Sign-in 8080"_s, u"State unknown"_s}));
        QCOMPARE(gateway.title(), u"Sigenergy gateway"_s);
    }

    void aSavedGatewaySaysWhenItWasSeenLast()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        HostListModel model;
        HostRow old = saved(u"1"_s, u"10.0.0.1"_s, true);
        old.gateway.lastSeen = now.addDays(-3).addSecs(-60);
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

    void nothingWasSeenInTheFuture()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        HostListModel model;
        HostRow ahead = saved(u"1"_s, u"10.0.0.1"_s, true);
        ahead.gateway.lastSeen = now.addDays(2); // and then the clock was set back
        model.setNow(now);
        model.put(ahead);
        QCOMPARE(model.index(0).data(HostListModel::TimeRole).toString(), u"seen before"_s);
    }

    void textFromTheNetworkStaysTextOnOneLine()
    {
        HostRow hostile = row(u"10.0.0.1"_s, Kind::Gateway);
        hostile.gateway.model = u"<img src=x>\u202Egnp\n"_s + QString(1 << 20, u'A');
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
              ServiceState::Answers, ServiceState::Silent, ServiceState::Late, ServiceState::Busy,
              ServiceState::Odd, ServiceState::OddPlant, ServiceState::Garbage, ServiceState::Closes,
              ServiceState::Exception, ServiceState::NotSigenergy}) {
            HostRow each = row(u"10.0.0.1"_s, Kind::Gateway);
            placeOf(each).webSocket.state = state;
            placeOf(each).modbus.state = state;
            placeOf(each).vendorMac = true; // a closed port of anybody else is nobody's business
            each.gateway.demo = true;
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
        model.put(row(u"10.0.0.1"_s, Kind::Other));
        model.put(row(u"10.0.0.2"_s, Kind::Other));
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
