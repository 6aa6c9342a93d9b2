// The page leads with the situation: one row here for each row of its table and for each border between them,
// with the sentence that the first card begins with and the one thing to press.

#include "ui/controllers/pagestate.h"

#include <QTest>

#include <functional>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime now{QDate(2026, 11, 28), QTime(14, 2, 31), Qt::UTC};

/// What was seen, as a scan and the page would have it.
struct Case
{
    Gateway gateway;
    PageSession session;

    Place &place() { return gateway.places.first(); }

    /// Found by a scan, with both ports looked at.
    Case &seen(ServiceState webSocket, ServiceState modbus)
    {
        place().seen = place().settled = true;
        place().webSocket = {8080, webSocket, now};
        place().modbus = {502, modbus, now};
        return *this;
    }
    Case &vendorMac()
    {
        place().mac = u"0c:47:a9:90:12:41"_s;
        place().vendorMac = true;
        return *this;
    }
    Case &typed()
    {
        place().typed = true;
        return *this;
    }
    Case &silent()
    {
        place().silent = true;
        return *this;
    }
    Case &refuses()
    {
        place().refusedPorts = {8080, 502};
        return *this;
    }
    /// As an earlier run has kept it.
    Case &saved(bool wasOn)
    {
        gateway.saved = place().saved = true;
        gateway.before = SettingEvidence{wasOn, quint16(502), {}, now.addDays(-4)};
        return *this;
    }
    Case &signedIn(std::optional<bool> on)
    {
        session.signIn = SignInState::SignedIn;
        session.way = GatewayTarget{};
        session.way->profile = builtInProfile(u"documented"_s);
        session.form.username = u"admin"_s;
        session.readAt = now;
        if (on) {
            session.setting = ReportedSetting{*on, quint16(502)};
            gateway.setting = SettingEvidence{*on, quint16(502), {}, now};
        }
        return *this;
    }
    Case &tested(ServiceState modbus, const QDateTime &at = now)
    {
        session.proof.port = 502;
        session.proof.state = modbus;
        session.proof.at = at;
        return *this;
    }
    Case &failed(ErrorCode code, Outcome outcome)
    {
        JobResult result;
        result.outcome = outcome;
        result.error = {code, u"192.168.1.150"_s, {}};
        session.failed = FailedJob{result, 502, {}};
        return *this;
    }
    Case &signInFailed(ErrorCode code)
    {
        JobResult result;
        result.error = {code, u"192.168.1.150"_s, {}};
        session.signInProblem = result;
        if (code == ErrorCode::SignInRefused)
            session.signIn = SignInState::Refused;
        return *this;
    }
    Case &runs(PageJob::Kind kind)
    {
        session.job.kind = kind;
        return *this;
    }
    Case &with(const std::function<void(Case &)> &more)
    {
        more(*this);
        return *this;
    }
};

Case host()
{
    Case all;
    all.gateway.id = u"1"_s;
    Place place;
    place.address = u"192.168.1.150"_s;
    place.webSocket.port = 8080;
    place.modbus.port = 502;
    all.gateway.places = {place};
    return all;
}

/// What the page wants to be pressed next.
QString primaryOf(const PageState &page)
{
    if (page.isBusy)
        return u"Cancel"_s;
    if (page.showsForm)
        return u"Sign in"_s;
    if (page.card)
        return page.card->buttons.isEmpty() ? QString() : actionText(page.card->buttons.constFirst());
    if (page.server.emphasizeRead)
        return actionText(PageAction::ReadState);
    if (page.verification.failure && page.verification.failure->button)
        return actionText(*page.verification.failure->button);
    if (page.verification.emphasizeTest)
        return page.verification.testText;
    if (page.verification.offersConnect)
        return actionText(PageAction::ConnectYourSystem);
    return page.isSignedIn && page.server.canSwitch ? u"the switch"_s : QString();
}

QString leadOf(const PageState &page)
{
    if (page.card)
        return page.card->headline;
    if (page.appWay)
        return page.appWay->why;
    if (page.showsForm)
        return u"form"_s;
    return page.isSignedIn ? page.server.headline : QString();
}

PageState pageOf(const Case &seen)
{
    return pageState(seen.gateway, seen.session, {0ms, QLocale(u"en_GB"_s), std::nullopt});
}

using S = Situation;
using M = ServiceState;

} // namespace

Q_DECLARE_METATYPE(Case)

class SituationTest : public QObject
{
    Q_OBJECT

    static void row(const char *name, const Case &seen, S situation, const QString &lead,
                    const QString &primary)
    {
        QTest::newRow(name) << seen << static_cast<int>(situation) << lead << primary;
    }

    static void underWay()
    {
        row("turning on", host().seen(M::Handshake, M::Closed).signedIn(false).runs(PageJob::Kind::TurnOn),
            S::UnderWay, u"Turning on…"_s, u"Cancel"_s);
        row("turning on again what was on",
            host().saved(true).seen(M::Handshake, M::Closed).signedIn(false).runs(PageJob::Kind::TurnOn),
            S::UnderWay, u"Turning on…"_s, u"Cancel"_s);
        row("a test, what the page led with stays",
            host().seen(M::Handshake, M::Answers).runs(PageJob::Kind::Test), S::UnderWay,
            u"Modbus TCP is already on."_s, u"Cancel"_s);
        row("a test beside the form", host().seen(M::Handshake, M::Closed).runs(PageJob::Kind::Test),
            S::UnderWay, u"form"_s, u"Cancel"_s);
        row("reading is no change",
            host().seen(M::Handshake, M::Closed).signedIn(false).runs(PageJob::Kind::Read), S::Off,
            u"Modbus TCP server is off"_s, u"Cancel"_s);
    }

    static void outcomeUnknown()
    {
        const auto doubt = [](Case &seen) { seen.session.isDoubtful = true; };
        const QString unknown = u"It is not known whether the Modbus TCP server is on"_s;
        row("sent, and not read back", host().seen(M::Handshake, M::NotTested).signedIn(false).with(doubt),
            S::OutcomeUnknown, unknown, u"Read the state"_s);
        row("also where it was on before",
            host().saved(true).seen(M::Handshake, M::NotTested).signedIn(false).with(doubt),
            S::OutcomeUnknown, unknown, u"Read the state"_s);
        row("with the failure that says so",
            host()
                .seen(M::Handshake, M::NotTested)
                .signedIn(false)
                .failed(ErrorCode::OutcomeUnknown, Outcome::Unknown)
                .with(doubt),
            S::OutcomeUnknown, unknown, u"Read the state"_s);
        row("and signed out since",
            host().seen(M::Handshake, M::NotTested).with([](Case &seen) { seen.gateway.doubtful = true; }),
            S::OutcomeUnknown, unknown + u'.', u"Sign in…"_s);
        row("and a plant answers since",
            host().seen(M::Handshake, M::Answers).with([](Case &seen) { seen.gateway.doubtful = true; }),
            S::AlreadyOn, u"Modbus TCP is already on."_s, u"Connect your system"_s);
    }

    static void signedInRows()
    {
        row("was on, read as off", host().saved(true).seen(M::Handshake, M::Closed).signedIn(false), S::WasOn,
            u"Modbus TCP was on when last seen, and is off now."_s, u"Turn on again"_s);
        row("was off, read as off", host().saved(false).seen(M::Handshake, M::Closed).signedIn(false), S::Off,
            u"Modbus TCP server is off"_s, u"the switch"_s);
        row("was on, and not read yet", host().saved(true).seen(M::Handshake, M::Closed), S::SignIn,
            u"form"_s, u"Sign in"_s);
        row("on and proved", host().seen(M::Handshake, M::Answers).signedIn(true).tested(M::Answers),
            S::Proved, u"Modbus TCP server is on"_s, u"Connect your system"_s);
        row("on, and not tested", host().seen(M::Handshake, M::NotTested).signedIn(true), S::NotProved,
            u"Modbus TCP server is on"_s, u"Test port 502"_s);
        row("on, and the port is closed",
            host()
                .seen(M::Handshake, M::Closed)
                .signedIn(true)
                .tested(M::Closed)
                .failed(ErrorCode::PortClosed, Outcome::EnabledUnverified),
            S::NotProved, u"Modbus TCP server is on"_s, u"Test again"_s);
        row("proved on another port than it has now",
            host().seen(M::Handshake, M::NotTested).signedIn(true).with([](Case &seen) {
                seen.tested(M::Answers).session.proof.port = 1502;
            }),
            S::NotProved, u"Modbus TCP server is on"_s, u"Test port 502"_s);
        row("off", host().seen(M::Handshake, M::Closed).signedIn(false), S::Off,
            u"Modbus TCP server is off"_s, u"the switch"_s);
        row("not read",
            host().seen(M::Handshake, M::Closed).signedIn({}).failed(ErrorCode::NoReply, Outcome::Failed),
            S::Unread, u"Modbus TCP server: not read yet"_s, u"Read the state"_s);
        row("the session was taken",
            host()
                .seen(M::Handshake, M::Closed)
                .signedIn({})
                .failed(ErrorCode::SessionRefused, Outcome::Refused),
            S::Refused, u"Modbus TCP server: not read yet"_s, u"Read the state"_s);
        row("no rights to read",
            host().seen(M::Handshake, M::Closed).signedIn({}).failed(ErrorCode::Refused, Outcome::Refused),
            S::Refused, u"Modbus TCP server: not read yet"_s, u"Read the state"_s);
    }

    static void answering()
    {
        const QString already = u"Modbus TCP is already on."_s;
        const QString connect = u"Connect your system"_s;
        row("Modbus answers a scan", host().seen(M::Handshake, M::Answers), S::AlreadyOn, already, connect);
        row("Modbus answers, and there is no sign-in", host().seen(M::Closed, M::Answers), S::AlreadyOn,
            already, connect);
        row("Modbus answers oddly", host().seen(M::Handshake, M::OddPlant), S::AlreadyOn, already, connect);
        row("Modbus answers the page's own test", host().seen(M::Handshake, M::NotTested).tested(M::Answers),
            S::AlreadyOn, already, connect);
        row("Modbus answers at an address that was typed", host().typed().seen(M::Closed, M::Answers),
            S::AlreadyOn, already, connect);
        row("refused before, but Modbus answers",
            host().seen(M::Handshake, M::Answers).signInFailed(ErrorCode::SignInRefused), S::AlreadyOn,
            already, connect);
        row("turned on in this run, then signed out",
            host().seen(M::Handshake, M::Answers).tested(M::Answers).with([](Case &seen) {
                seen.session.lastChange = {now, true, false, false};
            }),
            S::AlreadyOn, u"Modbus TCP is on."_s, connect);
        row("a scan has seen it closed since the test",
            host().seen(M::Handshake, M::Closed).tested(M::Answers, now.addSecs(-60)), S::SignIn, u"form"_s,
            u"Sign in"_s);
        row("a scan has seen it answer since the test",
            host().seen(M::Handshake, M::Answers).tested(M::Closed, now.addSecs(-60)), S::AlreadyOn, already,
            connect);
        row("the test is newer than the scan",
            host().seen(M::Handshake, M::Answers).tested(M::Closed, now.addSecs(60)), S::SignIn, u"form"_s,
            u"Sign in"_s);
    }

    static void notProved()
    {
        const QString again = u"Test again"_s;
        const QString silent = u"192.168.1.150:502 accepts connections, but does not answer Modbus."_s;
        row("Modbus accepts and is silent", host().seen(M::Handshake, M::Silent), S::NotProved, silent,
            again);
        row("silent, and no sign-in", host().vendorMac().seen(M::Closed, M::Silent), S::NotProved, silent,
            again);
        row("silent, and nothing says that it is ours", host().seen(M::Closed, M::Silent), S::NoGateway,
            u"192.168.1.150 answers, but nothing says that it is a gateway."_s, u"Scan the network"_s);
        row("silent, and the user says that it is ours",
            host().seen(M::Closed, M::Silent).with([](Case &seen) { seen.session.isMine = true; }),
            S::NotProved, silent, again);
        row("the port of our host was not asked who it is",
            host().seen(M::Closed, M::Open).with([](Case &seen) { seen.session.isMine = true; }),
            S::NotProved, u"Port 502 accepts connections."_s, again);
        row("the port is still being asked",
            host().vendorMac().seen(M::Handshake, M::Open).with([](Case &seen) {
                seen.place().settled = false;
            }),
            S::SignIn, u"form"_s, u"Sign in"_s);
        row("a stranger answers at our network card", host().vendorMac().seen(M::Closed, M::NotSigenergy),
            S::NotProved,
            u"192.168.1.150:502 speaks Modbus, but does not give a plant's values: it is probably still "
            "starting."_s,
            again);
        row("exceptions only", host().seen(M::Handshake, M::Exception), S::NotProved,
            u"192.168.1.150:502 answers with a Modbus exception."_s, again);
    }

    static void signingIn()
    {
        row("a sign-in is possible", host().vendorMac().seen(M::Handshake, M::Closed), S::SignIn, u"form"_s,
            u"Sign in"_s);
        row("only possibly a gateway", host().seen(M::Handshake, M::NotTested), S::SignIn, u"form"_s,
            u"Sign in"_s);
        row("a stranger at the Modbus port of a possible gateway", host().seen(M::Handshake, M::NotSigenergy),
            S::SignIn, u"form"_s, u"Sign in"_s);
        row("nobody was asked yet", host().typed(), S::SignIn, u"form"_s, u"Sign in"_s);
        row("the demo",
            host().seen(M::Handshake, M::Closed).with([](Case &seen) { seen.gateway.demo = true; }),
            S::SignIn, u"form"_s, u"Sign in"_s);
        row("signing in", host().vendorMac().seen(M::Closed, M::Closed).with([](Case &seen) {
            seen.runs(PageJob::Kind::SignIn).session.signIn = SignInState::SigningIn;
        }),
            S::SignIn, u"form"_s, u"Cancel"_s);
        row("the sign-in was refused",
            host().seen(M::Handshake, M::Closed).signInFailed(ErrorCode::SignInRefused), S::Refused,
            u"form"_s, u"Sign in"_s);
        row("the gateway was too slow",
            host().vendorMac().seen(M::Handshake, M::Closed).signInFailed(ErrorCode::NoReply), S::SignIn,
            u"form"_s, u"Sign in"_s);
        row("refused, and the way through the app is wanted",
            host().seen(M::Handshake, M::Closed).signInFailed(ErrorCode::SignInRefused).with([](Case &seen) {
                seen.session.wantsAppWay = true;
            }),
            S::AppOnly, u"The switch has to be flipped in the vendor's app, once."_s, QString());
        row("no rights, and the way through the app is wanted",
            host()
                .seen(M::Handshake, M::Closed)
                .signedIn({})
                .failed(ErrorCode::Refused, Outcome::Refused)
                .with([](Case &seen) { seen.session.wantsAppWay = true; }),
            S::AppOnly, u"The switch has to be flipped in the vendor's app, once."_s, u"Read the state"_s);
        row("wanted, but Modbus answers",
            host().seen(M::Handshake, M::Answers).with([](Case &seen) { seen.session.wantsAppWay = true; }),
            S::AlreadyOn, u"Modbus TCP is already on."_s, u"Connect your system"_s);
    }

    static void appOnly()
    {
        const QString once = u" The switch has to be flipped in the vendor's app, once."_s;
        const QString closed =
            u"192.168.1.150:8080 refuses connections, so there is no local sign-in."_s + once;
        const QString noWebSocket =
            u"192.168.1.150:8080 accepts connections, but no WebSocket connection could be made."_s + once;
        const QString dialect =
            u"The gateway's reply could not be understood. It probably speaks another dialect than the one "
            "that was tried."_s
            + once;
        row("the vendor's network card, and 8080 is closed", host().vendorMac().seen(M::Closed, M::Closed),
            S::AppOnly, closed, QString());
        row("filtered", host().vendorMac().seen(M::Filtered, M::Closed), S::AppOnly,
            u"192.168.1.150:8080 does not answer, so there is no local sign-in from here."_s + once,
            QString());
        row("no WebSocket there", host().vendorMac().seen(M::Open, M::Closed), S::AppOnly, noWebSocket,
            QString());
        row("another dialect",
            host().vendorMac().seen(M::Handshake, M::Closed).signInFailed(ErrorCode::MalformedReply),
            S::AppOnly, dialect, QString());
        row("another dialect, of a host that shows nothing else",
            host().seen(M::Handshake, M::Closed).signInFailed(ErrorCode::MalformedReply), S::SignIn,
            u"form"_s, u"Sign in"_s);
        row("Modbus seen before, off then", host().saved(false).seen(M::Closed, M::Closed), S::AppOnly,
            closed, QString());
        row("Modbus seen before, on then", host().saved(true).seen(M::Closed, M::Closed), S::AppOnly,
            u"Modbus TCP was on when last seen; port 502 is closed now."_s, QString());
        row("on then, and it refuses both ports", host().saved(true).refuses(), S::AppOnly,
            u"Modbus TCP was on when last seen; port 502 is closed now."_s, QString());
        row("units seen in this run", host().seen(M::Closed, M::Closed).with([](Case &seen) {
            seen.gateway.units = {FoundUnit{1, u"SigenStor"_s, {}, {}, false, false}};
        }),
            S::AppOnly, closed, QString());
        row("the user says that it is the gateway",
            host().typed().refuses().with([](Case &seen) { seen.session.isMine = true; }), S::AppOnly, closed,
            QString());
        row("a sign-in is wanted all the same",
            host().vendorMac().seen(M::Closed, M::Closed).with([](Case &seen) {
                seen.session.wantsForm = true;
            }),
            S::SignIn, u"form"_s, u"Sign in"_s);
    }

    static void strangers()
    {
        const QString scan = u"Scan the network"_s;
        const QString stranger = u"192.168.1.150 answers, but nothing says that it is a gateway."_s;
        const QString silence =
            u"Nothing answers at 192.168.1.150: probably no device has this address, or the "
            "way there is blocked."_s;
        row("added by address is no word that it is one", host().typed().seen(M::Closed, M::Closed),
            S::NoGateway, stranger, scan);
        row("added by address, and refuses", host().typed().refuses(), S::NoGateway, stranger, scan);
        row("a web page on 8080", host().seen(M::Open, M::Closed), S::NoGateway, stranger, scan);
        row("another maker's plant", host().seen(M::Closed, M::NotSigenergy), S::NoGateway, stranger, scan);
        row("another device at the address",
            host().saved(true).seen(M::Handshake, M::Answers).with([](Case &seen) {
                seen.place().displaced = true;
            }),
            S::NoGateway, u"Another device has the address 192.168.1.150 now."_s, scan);
        row("nothing answers", host().typed().silent(), S::NoAnswer, silence, scan);
        row("nothing answers at a saved one", host().saved(true).silent(), S::NoAnswer, silence, scan);
        row("nothing answers the test", host().with([](Case &seen) { seen.session.proof.isGone = true; }),
            S::NoAnswer, silence, scan);
        row("answers again since",
            host().seen(M::Handshake, M::Closed).with([](Case &seen) { seen.session.proof.isGone = true; }),
            S::SignIn, u"form"_s, u"Sign in"_s);
        row("the last scan did not find it",
            host().seen(M::Handshake, M::Closed).with([](Case &seen) { seen.place().seen = false; }),
            S::NoAnswer, u"The last scan did not find 192.168.1.150."_s, scan);
        row("the name is unknown", host().typed().with([](Case &seen) {
            seen.place().address.clear();
            seen.place().name = u"sigen.fritz.box"_s;
            seen.place().nameUnknown = true;
        }),
            S::NameUnknown, u"The name sigen.fritz.box is not known on this network."_s, scan);
    }

private Q_SLOTS:
    void theFirstThatFits_data()
    {
        QTest::addColumn<Case>("seen");
        QTest::addColumn<int>("situation");
        QTest::addColumn<QString>("lead");
        QTest::addColumn<QString>("primary");
        underWay();
        outcomeUnknown();
        signedInRows();
        answering();
        notProved();
        signingIn();
        appOnly();
        strangers();
    }
    void theFirstThatFits()
    {
        QFETCH(const Case, seen);
        QFETCH(const int, situation);
        QFETCH(const QString, lead);
        QFETCH(const QString, primary);
        QCOMPARE(static_cast<int>(situationOf(seen.gateway, seen.session)), situation);
        const PageState page = pageOf(seen);
        QCOMPARE(page.situation, static_cast<S>(situation));
        QCOMPARE(leadOf(page), lead);
        QCOMPARE(primaryOf(page), primary);
    }

    void aSilentHostShowsWhatWasSeenOnTheWay()
    {
        const PageState page = pageOf(host().typed().silent());
        QCOMPARE(page.layers.size(), 2);
        QCOMPARE(page.layers.at(0).text, u"Port 8080 does not answer"_s);
        QCOMPARE(page.layers.at(1).text, u"Port 502 does not answer"_s);
        QVERIFY(page.card->text.startsWith(u"Check that the address is the gateway's"_s));
    }

    void anAddressThatNobodyHasSaysSo()
    {
        Case seen = host().typed().silent();
        seen.place().noDevice = true;
        PageContext context;
        context.route = Route{Route::Way::OwnNetwork, u"eth0"_s, {}, u"192.168.1.10"_s, {}, {}};
        const PageState page = pageState(seen.gateway, seen.session, context);
        QCOMPARE(page.card->headline,
                 u"Nothing answers at 192.168.1.150: no device on this network has this address."_s);
        QCOMPARE(page.layers.size(), 3);
        QCOMPARE(page.layers.at(0).state, StepRow::State::Ok);
        QVERIFY(page.layers.at(0).text.contains(u"eth0, 192.168.1.10"_s));
        QCOMPARE(page.layers.at(1).state, StepRow::State::Failed);
        QCOMPARE(page.layers.at(2).title, u"Port 8080, Port 502"_s);
        QCOMPARE(page.layers.at(2).state, StepRow::State::Skipped);
    }

    void whatAScanOnlyDidNotFindShowsNoLayers()
    {
        Case seen = host().seen(M::Handshake, M::Closed);
        seen.place().seen = false;
        QCOMPARE(pageOf(seen).situation, S::NoAnswer);
        QVERIFY(pageOf(seen).layers.isEmpty());
    }

    /// The user's own wish goes before it: then the card stays above the form.
    void aFormThatIsWantedShowsBelowTheCard()
    {
        Case seen = host().seen(M::Handshake, M::Answers);
        QVERIFY(!pageOf(seen).showsForm);
        QCOMPARE(pageOf(seen).signInOffer, u"Sign in to change it…"_s);
        seen.session.wantsForm = true;
        const PageState page = pageOf(seen);
        QVERIFY(page.showsForm);
        QVERIFY(page.signInOffer.isEmpty());
        QCOMPARE(page.card->headline, u"Modbus TCP is already on."_s);
    }

    void theFormIsNotOfferedWhereItShowsOrNobodyCouldUseIt()
    {
        QVERIFY(pageOf(host().seen(M::Handshake, M::Closed)).signInOffer.isEmpty());
        QVERIFY(pageOf(host().seen(M::Closed, M::Answers)).signInOffer.isEmpty());
        QVERIFY(pageOf(host().seen(M::Handshake, M::Answers).signedIn(true)).signInOffer.isEmpty());
        QCOMPARE(pageOf(host().vendorMac().seen(M::Closed, M::Closed)).signInOffer, u"Try to sign in…"_s);
        QCOMPARE(pageOf(host().typed().silent()).signInOffer, u"Sign in all the same…"_s);
    }

    void theOtherWayIsNamedBelowWhateverWasRefused()
    {
        QVERIFY(pageOf(host().seen(M::Handshake, M::Closed)).otherWay.isEmpty());
        QVERIFY(!pageOf(host().seen(M::Handshake, M::Closed).signInFailed(ErrorCode::SignInRefused))
                     .otherWay.isEmpty());
        QVERIFY(!pageOf(host()
                            .seen(M::Handshake, M::Closed)
                            .signedIn({})
                            .failed(ErrorCode::SessionRefused, Outcome::Refused))
                     .otherWay.isEmpty());
        QVERIFY(!pageOf(host()
                            .seen(M::Handshake, M::Closed)
                            .signedIn(false)
                            .failed(ErrorCode::Refused, Outcome::Refused))
                     .otherWay.isEmpty());
        QVERIFY(pageOf(host()
                           .seen(M::Handshake, M::Closed)
                           .signInFailed(ErrorCode::SignInRefused)
                           .with([](Case &seen) { seen.gateway.demo = true; }))
                    .otherWay.isEmpty());
    }

    void theBannerSaysSinceWhen()
    {
        const PageState page = pageOf(host().saved(true).seen(M::Handshake, M::Closed).signedIn(false));
        const QString then =
            QLocale(u"en_GB"_s).toString(now.addDays(-4).toLocalTime().time(), QLocale::ShortFormat);
        QCOMPARE(page.card->text,
                 u"Last seen on 24 Nov, %1. A firmware update can switch the server off."_s.arg(then));
    }

    void whatAScanSawCountsAsATest()
    {
        Case seen = host().seen(M::Handshake, M::Answers);
        seen.gateway.model = u"SigenStor EC 10.0 TP"_s;
        const VerificationCard card = pageOf(seen).verification;
        QCOMPARE(card.foldedTitle, u"3 of 3 steps"_s);
        QCOMPARE(card.foldedText, u"reachable · port 502 open · Modbus answers"_s);
        QVERIFY(card.steps.constLast().sentence.contains(u"SigenStor EC 10.0 TP"_s));
        QVERIFY(card.note.isEmpty());
        QVERIFY(card.when.startsWith(u"seen at"_s));
        QVERIFY(pageOf(host().seen(M::Handshake, M::Closed)).verification.foldedTitle.isEmpty());
        QVERIFY(pageOf(host().seen(M::Handshake, M::NotTested)).verification.steps.isEmpty());
    }

    void aCardThatSaysItAllStandsAlone()
    {
        QVERIFY(!pageOf(host().typed().silent()).verification.isShown);
        QVERIFY(pageOf(host().typed().silent().runs(PageJob::Kind::Test)).verification.isShown);
        Case refused = host().seen(M::Handshake, M::Closed).signInFailed(ErrorCode::SignInRefused);
        QVERIFY(!pageOf(refused).verification.isShown);
        refused.session.stepsTestedAt = now; // by the user
        QVERIFY(pageOf(refused).verification.isShown);
    }
};

QTEST_GUILESS_MAIN(SituationTest)
#include "tst_situation.moc"
