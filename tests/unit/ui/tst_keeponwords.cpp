// What is said of a gateway that is kept on: its card, its history in rows and as a strip, what is told, and
// the check box for the background service. Values in, words out.

#include "ui/controllers/keepon.h"
#include "ui/controllers/keeponhistory.h"
#include "ui/controllers/servicebox.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using State = KeepOn::State;

class KeepOnWordsTest : public QObject
{
    Q_OBJECT

    const QDateTime m_now = QDateTime(QDate(2026, 11, 28), QTime(14, 2, 31)).toUTC();

    HistoryContext context() const
    {
        return {m_now, m_now, QLocale(QLocale::English, QLocale::UnitedKingdom), u"192.168.1.150"_s,
                false, 30};
    }

    QDateTime ago(int minutes) const { return m_now.addSecs(-60 * minutes); }

    WatchEvent event(int minutes, WatchState state, WatchAction action = WatchAction::None,
                     const QString &firmware = u"V1SPC115"_s, const QString &error = {}) const
    {
        return {ago(minutes), state, action, firmware, error, action == WatchAction::Enabled};
    }

    static QStringList told(const QList<KeepOnRow> &rows)
    {
        QStringList lines;
        for (const KeepOnRow &row : rows)
            lines += row.when + u" | "_s + row.what + u" | "_s + row.more;
        return lines;
    }

    static KeepOn running(WatchState state, const Messages &detail = {Sentence::WatchAnswers})
    {
        KeepOn keepOn;
        keepOn.state = State::Running;
        keepOn.isWanted = keepOn.hasSpoken = true;
        keepOn.untilLook = 21s;
        keepOn.last.state = state;
        keepOn.last.detail = detail;
        return keepOn;
    }

    static KeepOnCard card(const KeepOn &keepOn) { return keepOnCard(keepOn, QLocale::c()); }

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void eventsThatBelongTogetherAreOneRow()
    {
        const WatchHistory history{
            event(962, WatchState::On),
            event(592, WatchState::Unreachable),
            event(580, WatchState::Unreachable), // at another address
            event(571, WatchState::On),
            event(289, WatchState::Off),
            event(288, WatchState::On, WatchAction::Enabled),
            event(287, WatchState::On, WatchAction::None, u"V1SPC116"_s),
        };
        QCOMPARE(
            told(historyRows(history, context())),
            (QStringList{
                u"today 09:14:31 | It was off: switched on again, verified | firmware V1SPC115 → SPC116"_s,
                u"today 04:10–04:31 | Not reachable, 21 min | came back by itself, still on"_s,
                u"yesterday 22:00 | Keeping on since | checked every 30 s"_s}));
    }

    void eachEndIsTold_data()
    {
        QTest::addColumn<WatchHistory>("history");
        QTest::addColumn<QString>("what");
        const WatchEvent on = event(9, WatchState::On);
        QTest::newRow("by the user") << WatchHistory{on, event(5, WatchState::On, WatchAction::Stopped)}
                                     << u"Not kept on any more"_s;
        QTest::newRow("turned off here") << WatchHistory{on, event(5, WatchState::Off, WatchAction::Stopped)}
                                         << u"Turned off: not kept on any more"_s;
        QTest::newRow("somebody") << WatchHistory{on, event(5, WatchState::Off),
                                                  event(5, WatchState::Off, WatchAction::Stopped)}
                                  << u"Switched off once more: not kept on any more"_s;
        QTest::newRow("refused") << WatchHistory{on,
                                                 event(5, WatchState::Refused, WatchAction::Stopped, {},
                                                       u"sign-in-refused"_s)}
                                 << u"Not kept on any more"_s;
        QTest::newRow("still off") << WatchHistory{on, event(5, WatchState::Off),
                                                   event(5, WatchState::Off, WatchAction::Waiting, {},
                                                         u"no-effect"_s)}
                                   << u"Off, and not switched on"_s;
        QTest::newRow("gone") << WatchHistory{on, event(5, WatchState::Unreachable)}
                              << u"Not reachable since then"_s;
        QTest::newRow("slept") << WatchHistory{on, event(5, WatchState::Unknown)}
                               << u"Nobody has looked since then"_s;
        QTest::newRow("taken") << WatchHistory{on,
                                               event(5, WatchState::Unknown, WatchAction::Waiting, {},
                                                     u"session-taken"_s)}
                               << u"Not known since then"_s;
        QTest::newRow("not proved") << WatchHistory{event(5, WatchState::On, WatchAction::Waiting, {},
                                                          u"modbus-silent"_s)}
                                    << u"The gateway says on, not proved"_s;
    }

    void eachEndIsTold()
    {
        QFETCH(const WatchHistory, history);
        QFETCH(const QString, what);
        QCOMPARE(historyRows(history, context()).value(0).what, what);
    }

    void aWindowThatWasOpenedAgainIsNoNews()
    {
        const WatchHistory history{event(60, WatchState::On), event(30, WatchState::On, WatchAction::Stopped),
                                   event(29, WatchState::On)};
        QCOMPARE(historyRows(history, context()).size(), 1);
    }

    void aLongHistoryIsCutAtItsOldEnd()
    {
        WatchHistory history;
        for (int i = 2000; i > 0; --i)
            history.append(event(i, i % 2 ? WatchState::Unreachable : WatchState::On));
        const QList<KeepOnRow> rows = historyRows(history, context());
        QCOMPARE(rows.size(), mostHistoryRows);
        QVERIFY(rows.constFirst().when.startsWith(u"today"_s));
    }

    void theStripCoversWhatIsAskedFor()
    {
        const WatchHistory history{event(600, WatchState::On), event(300, WatchState::Off),
                                   event(285, WatchState::On)};
        const KeepOnStrip all = historyStrip(history, 24, context());
        QCOMPARE(all.parts.size(), 3);
        QCOMPARE(all.parts.at(1).begin, 0.5);
        QCOMPARE(all.parts.at(1).tone, Tone::Bad);
        QCOMPARE(all.summary, u"on 97.5 % of the time"_s);
        QCOMPARE(all.from, u"today 04:02:31"_s);
        QCOMPARE(historyStrip(history, 1, context()).parts.size(), 1);
        QVERIFY(historyStrip({}, 24, context()).parts.isEmpty());
    }

    void aMomentOffIsNotRoundedAway()
    {
        const WatchHistory history{event(40000, WatchState::On), event(2, WatchState::Off),
                                   event(1, WatchState::On)};
        QCOMPARE(historyStrip(history, 30 * 24, context()).summary, u"on 99.9 % of the time"_s);
        QCOMPARE(historyStrip({event(60, WatchState::On)}, 24, context()).summary, u"on 100 % of the time"_s);
    }

    void whatNobodyProvedIsNotKnown()
    {
        HistoryContext killed = context();
        killed.provedUntil = ago(30);
        const KeepOnStrip strip = historyStrip({event(60, WatchState::On)}, 24, killed);
        QCOMPARE(strip.parts.size(), 2);
        QCOMPARE(strip.parts.at(1).tone, Tone::Plain);
    }

    void theCardSaysWhatIsTheCase()
    {
        QCOMPARE(card(running(WatchState::On)).text,
                 u"Next look in 21 s. If it was switched off, it is switched on again and verified, at most "
                 u"6 times "
                 "an hour."_s);
        KeepOn off;
        QVERIFY(card(off).text.startsWith(u"Looks at port 502 every 30 s."_s));
        QVERIFY(!card(off).isOn && card(off).canSwitch);
        const KeepOnCard waiting = card(running(WatchState::Unreachable, {Sentence::WatchStranger}));
        QCOMPARE(waiting.tone, Tone::Caution);
        QVERIFY(waiting.text.startsWith(u"Another device"_s)
                && waiting.text.endsWith(u"Next look in 21 s."_s));
        KeepOn needs;
        needs.state = State::NeedsSignIn;
        QVERIFY(card(needs).isUndecided && card(needs).offersSignIn && !card(needs).isOn);
        KeepOn service;
        service.state = State::Elsewhere;
        service.isService = true;
        QVERIFY(card(service).text.contains(u"removes the service"_s) && card(service).canSwitch);
        KeepOn other;
        other.state = State::Elsewhere;
        other.process = 4711;
        QVERIFY(card(other).text.contains(u"4711"_s) && !card(other).canSwitch);
        KeepOn demo;
        demo.isDemo = true;
        QVERIFY(!card(demo).canSwitch);
    }

    void onlyAChangeOfStateIsNews()
    {
        const auto notice = [](WatchState state, WatchAction action = WatchAction::None) {
            return WatchNotice{{}, state, action, {Sentence::WatchAnswers}, {}, false};
        };
        const std::optional<WatchNotice> none;
        const std::optional<WatchNotice> on = notice(WatchState::On);
        QVERIFY(keepOnNews(notice(WatchState::On), none).isEmpty());
        QVERIFY(keepOnNews(notice(WatchState::On), on).isEmpty()); // another firmware, another address
        QVERIFY(keepOnNews(notice(WatchState::Off), on).isEmpty()); // what is done about it follows
        QVERIFY(!keepOnNews(notice(WatchState::On, WatchAction::Enabled), on).isEmpty());
        QVERIFY(!keepOnNews(notice(WatchState::Unreachable), on).isEmpty());
        QVERIFY(!keepOnNews(notice(WatchState::Unreachable), none).isEmpty());
        QVERIFY(
            !keepOnNews(notice(WatchState::Off, WatchAction::Stopped), notice(WatchState::Off)).isEmpty());
    }

    void theBoxSaysWhyItIsOff_data()
    {
        QTest::addColumn<ServiceFacts>("facts");
        QTest::addColumn<QString>("note");
        using Obstacle = ServiceEnvironment::Obstacle;
        const auto with = [](Obstacle obstacle) {
            ServiceFacts facts;
            facts.obstacle = obstacle;
            return facts;
        };
        QTest::newRow("flatpak") << with(Obstacle::Sandbox) << u"Flatpak"_s;
        QTest::newRow("no program") << with(Obstacle::NoProgram) << u"sigen-modbus-cli"_s;
        QTest::newRow("no system") << with(Obstacle::NoSystem) << u"service manager"_s;
        QTest::newRow("own settings") << with(Obstacle::OwnSettings) << u"settings file"_s;
        ServiceFacts noPassword;
        noPassword.hasPassword = false;
        QTest::newRow("no password") << noPassword << u"keychain"_s;
    }

    void theBoxSaysWhyItIsOff()
    {
        QFETCH(const ServiceFacts, facts);
        QFETCH(const QString, note);
        const ServiceBox box = serviceBox(running(WatchState::On), facts);
        QVERIFY(!box.canToggle && !box.isChecked);
        QVERIFY2(box.note.contains(note), qPrintable(box.note));
    }

    void theBoxFollowsTheService()
    {
        ServiceFacts facts;
        QVERIFY(serviceBox(running(WatchState::On), facts).canToggle);
        QVERIFY(!serviceBox(KeepOn(), facts).canToggle); // first it is kept on here
        facts.state = u"running"_s;
        QVERIFY(serviceBox(KeepOn(), facts).isChecked && serviceBox(KeepOn(), facts).canToggle);
        QVERIFY(serviceBox(KeepOn(), facts).note.contains(u"enable-linger"_s));
        facts.state = u"failed"_s;
        QVERIFY(serviceBox(KeepOn(), facts).note.contains(u"does not run"_s));
        facts.isBusy = true;
        QVERIFY(!serviceBox(KeepOn(), facts).canToggle);
        const Question question = serviceQuestion(u"Home"_s, running(WatchState::On), ServiceSystem::Systemd);
        QVERIFY(question.text.startsWith(u"Home"_s) && question.sent.contains(u"systemd"_s)
                && question.sent.contains(u"enable-linger"_s));
    }
};

QTEST_GUILESS_MAIN(KeepOnWordsTest)
#include "tst_keeponwords.moc"
