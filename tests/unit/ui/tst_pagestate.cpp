// A page as a value: what it says follows from the gateway, the session and the job, and from nothing else.

#include "ui/controllers/pagestate.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class PageStateTest : public QObject
{
    Q_OBJECT

    const QDateTime m_now{QDate(2026, 11, 22), QTime(14, 2, 31), Qt::UTC};

    static Gateway gatewayAt(const QString &address)
    {
        Gateway gateway;
        gateway.id = u"1"_s;
        Place place;
        place.address = address;
        place.seen = true;
        place.webSocket = {8080, ServiceState::Handshake, {}};
        place.modbus = {502, ServiceState::NotTested, {}};
        gateway.places = {place};
        return gateway;
    }

    PageSession signedIn(bool on) const
    {
        PageSession session;
        session.signIn = SignInState::SignedIn;
        session.way = GatewayTarget{};
        session.way->host = u"192.168.1.150"_s;
        session.way->profile = builtInProfile(u"documented"_s);
        session.form.username = u"admin"_s;
        session.serial = u"110A1234567890"_s;
        session.setting = ReportedSetting{on, quint16(502)};
        session.readAt = m_now;
        return session;
    }

    PageState pageOf(const PageSession &session) const
    {
        return pageState(gatewayAt(u"192.168.1.150"_s), session, {0ms, QLocale::c(), std::nullopt});
    }

    JobResult failedTest(PortState port, ErrorCode code) const
    {
        JobResult result;
        result.outcome = Outcome::NotVerified;
        result.port = port;
        result.error = {code, u"192.168.1.150:502"_s, u"no answer"_s};
        return result;
    }

private Q_SLOTS:
    void agesDoNotFollowAClockThatIsSet()
    {
        PageSession session = signedIn(false);
        session.readUptime = 100s;
        const auto detail = [&session, this](std::chrono::milliseconds uptime) {
            return pageState(gatewayAt(u"192.168.1.150"_s), session, {uptime, QLocale::c(), std::nullopt})
                .server.detail;
        };
        for (const int hours : {-26, 0, 26}) { // by which the clock is wrong while it reads
            session.readAt = m_now.addSecs(3600 * hours);
            QVERIFY2(detail(131s).endsWith(u"read 31 s ago"_s), qPrintable(detail(131s)));
            QVERIFY2(detail(400s).endsWith(u"read 5 min ago"_s), qPrintable(detail(400s)));
        }
    }

    void nothingIsClaimedOfAGatewayThatWasOnlySeen()
    {
        const PageState page = pageOf({});
        QCOMPARE(page.title, u"Possible gateway"_s);
        QVERIFY(!page.isSignedIn);
        QCOMPARE(page.server.state, ServerState::Unknown);
        QVERIFY(!page.hasModbus);
        QVERIFY(page.verification.steps.isEmpty());
        QVERIFY(page.verification.canTest);
        QVERIFY(!page.server.canSwitch && !page.server.canRead);
    }

    void onIsVerifiedOnlyOnThePortThatTheServerHas()
    {
        PageSession session = signedIn(true);
        session.proof.port = 1502;
        session.proof.state = ServiceState::Answers;
        QCOMPARE(pageOf(session).server.qualifier, u", not verified"_s);
        session.proof.port = 502;
        QVERIFY(pageOf(session).server.qualifier.isEmpty());
        QVERIFY(pageOf(session).server.detail.startsWith(u"Listening on port 502"_s));
    }

    void aPortThatIsNotReportedIsTheTestedOne()
    {
        PageSession session = signedIn(true);
        session.setting->port.reset();
        session.proof.port = 1502;
        session.proof.state = ServiceState::Answers;
        const PageState page = pageOf(session);
        QVERIFY2(page.server.detail.startsWith(u"Listening on port 1502"_s), qPrintable(page.server.detail));
        QCOMPARE(page.server.port, quint16(1502));
        QCOMPARE(page.verification.testedPort, quint16(1502));
    }

    void aGatewayThatIsGoneIsNoMatterOfOnePort()
    {
        PageSession session = signedIn(true);
        session.proof.port = 502;
        session.proof.state = ServiceState::Filtered;
        session.proof.isGone = true;
        session.failed = FailedJob{failedTest(PortState::Filtered, ErrorCode::PortFiltered), 502, {}};
        const PageState page = pageOf(session);
        QCOMPARE(page.server.qualifier, u" when it last answered"_s);
        QVERIFY(page.signInChip->tone != Tone::Good);
        const Failure failure = *page.verification.failure;
        QVERIFY2(failure.title.startsWith(u"Nothing answers at 192.168.1.150:"_s), qPrintable(failure.title));
        QVERIFY2(!failure.title.contains(u"502"_s), qPrintable(failure.title));
        QVERIFY(failure.causes.size() >= 2);
    }

    void whatIsKeptGoesWithTheSession()
    {
        PageSession session = signedIn(true);
        session.hasAnswered = true;
        session.warnings = {Sentence::RefusedButDone};
        session.steps.begin(StepRun::Kind::SignIn, 8080, 502, false);
        QVERIFY(pageOf(session).hasModbus);
        session = {};
        QCOMPARE(pageOf(session), pageOf({}));
    }

    void whatCannotBeKeptIsSaidAfterTheSignIn()
    {
        PageSession session = signedIn(false);
        const AccountProblem locked{
            AccountProblem::Kind::CannotKeep, u"admin"_s, u"192.168.1.150"_s, SecretProblem::Locked, {}};
        const PageContext context{0ms, QLocale::c(), locked};
        const Gateway gateway = gatewayAt(u"192.168.1.150"_s);
        QVERIFY(pageState(gateway, session, context).notice.isEmpty()); // nobody wanted it
        session.form.remember = true;
        QVERIFY(pageState(gateway, session, context).notice.contains(u"stayed locked"_s));
    }

    void theKeychainsPromptIsMentionedWhileItIsOpen()
    {
        PageSession session;
        session.job.kind = PageJob::Kind::SignIn;
        session.job.fetchesPassword = true;
        QCOMPARE(pageOf(session).verification.when, u"Asking the keychain…"_s);
        session.job.waitsForKeychain = true;
        QVERIFY(pageOf(session).verification.when.contains(u"unlocked"_s));
    }

    void everyReasonOfAnUnusableFormHasASentence()
    {
        using Kind = FormProblem::Kind;
        QStringList said;
        for (const Kind kind : {Kind::NoUser, Kind::NoPassword, Kind::LongPassword, Kind::Path,
                                Kind::Fingerprint, Kind::ProfileToChoose, Kind::Profile}) {
            PageSession session;
            session.signInProblem = FormProblem{kind, u"x"_s};
            const PageState page = pageOf(session);
            QCOMPARE(page.signIn.failure->tone, Tone::Caution);
            said += page.signIn.failure->title;
        }
        QCOMPARE(said.removeDuplicates(), 0);
        QVERIFY(!said.contains(QString()));
    }
};

QTEST_GUILESS_MAIN(PageStateTest)
#include "tst_pagestate.moc"
