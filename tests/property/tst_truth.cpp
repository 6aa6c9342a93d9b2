// The judge itself: what it lets pass and what it does not.

#include "property/secretfinder.h"
#include "property/truth.h"

#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class TruthTest : public QObject
{
    Q_OBJECT

    Scenario m_scenario;
    Evidence m_evidence;
    JobResult m_result;

    QString untrue() const { return untruths(m_scenario, m_evidence, m_result).join(u"; "_s); }

private Q_SLOTS:
    /// An `enable` that went well, on a gateway that is not quite calm.
    void init()
    {
        m_scenario = {};
        m_scenario.job = JobKind::Enable;
        m_scenario.port = 502;
        m_scenario.behaviour.effectDelay = std::chrono::milliseconds(1);
        m_evidence = {};
        m_evidence.history = {{0, false, 502}, {100, true, 502}};
        m_evidence.lastReadAt = 150;
        m_evidence.firstReadBackAt = 120;
        m_evidence.endedAt = 300;
        m_evidence.setRequests = 1;
        m_evidence.isListening = m_evidence.wasListening = true;
        m_evidence.modbusReplies = 2;
        m_result = {};
        m_result.outcome = Outcome::Enabled;
        m_result.before = ReportedSetting{false, 502};
        m_result.current = ReportedSetting{true, 502};
        m_result.port = PortState::Open;
        m_result.verifiedAt = QDateTime::currentDateTimeUtc();
        m_result.writeSent = true;
    }

    void aTrueClaimPasses() { QCOMPARE(untrue(), QString()); }

    void aSecondSetRequestDoesNot()
    {
        m_evidence.setRequests = 2;
        QVERIFY(untrue().contains("2 set requests"_L1));
    }

    void aStateThatWasOverBeforeTheLastLookIsUntrue()
    {
        m_evidence.history = {{0, false, 502}, {10, true, 502}, {60, false, 502}};
        QVERIFY(untrue().contains("the server was off"_L1));
    }

    void aStateThatCameTrueAfterTheLastLookMayBeMissed()
    {
        m_evidence.history = {{0, false, 502}, {800, true, 502}};
        m_evidence.endedAt = 810;
        m_evidence.lastReadAt = 790;
        m_result.outcome = Outcome::NoEffect;
        m_result.error = {ErrorCode::NoEffect, {}, {}};
        m_result.current = ReportedSetting{false, 502};
        QCOMPARE(untrue(), QString());
    }

    void noEffectBeforeTheWaitIsOverIsUntrue()
    {
        m_evidence.history = {{0, false, 502}};
        m_result.outcome = Outcome::NoEffect;
        m_result.error = {ErrorCode::NoEffect, {}, {}};
        m_result.current = ReportedSetting{false, 502};
        QVERIFY(untrue().contains("no-effect after only 180 ms"_L1));
    }

    void unknownIsAllowedOnlyAfterASetRequest()
    {
        m_result.outcome = Outcome::Unknown;
        m_result.error = {ErrorCode::OutcomeUnknown, {}, {}};
        m_result.current.reset();
        QCOMPARE(untrue(), QString());
        m_result.writeSent = false;
        QVERIFY(!untrue().isEmpty());
    }

    void failedOrCancelledMeansThatNothingWasSent()
    {
        for (const Outcome outcome : {Outcome::Failed, Outcome::Cancelled}) {
            m_result.outcome = outcome;
            m_result.error = {ErrorCode::NoReply, {}, {}};
            QVERIFY(untrue().contains("a set request was sent"_L1));
        }
    }

    void proofNeedsAnAnswer()
    {
        m_evidence.modbusReplies = 0;
        QVERIFY(untrue().contains("nobody gave a right Modbus answer"_L1));
    }

    void aPortThatWasOpenAllTheTimeIsNotClosed()
    {
        m_result.outcome = Outcome::EnabledUnverified;
        m_result.error = {ErrorCode::PortClosed, {}, {}};
        QVERIFY(untrue().contains("open all the time"_L1));
    }

    void aCalmGatewayGetsWhatWasAskedFor()
    {
        m_scenario.behaviour = {};
        QCOMPARE(untrue(), QString());
        m_result.outcome = Outcome::Unknown;
        m_result.error = {ErrorCode::OutcomeUnknown, {}, {}};
        QVERIFY(untrue().contains("nothing is wrong with the gateway"_L1));
    }

    void aSecretIsFoundInEverySpelling_data()
    {
        QTest::addColumn<QString>("output");
        QTest::addColumn<QString>("spelling");
        const QString secret = u"Zt7\"geheim/Ω\\pass"_s;
        QTest::newRow("plain") << u"the password Zt7\"geheim/Ω\\pass is wrong"_s << u"plain"_s;
        QTest::newRow("broken off") << u"the password Zt7\"geheim/Ω"_s << u"plain"_s;
        QTest::newRow("escaped") << u"{\"msg\":\"Zt7\\\"geheim\\/Ω\\\\pass\"}"_s << u"plain"_s;
        QTest::newRow("all escaped") << spelled(secret, Spelling::JsonEscaped) << u"JSON-escaped"_s;
        QTest::newRow("non-ASCII escaped") << u"Zt7\\\"geheim/\\u03a9\\\\pass"_s << u"JSON-escaped"_s;
        QTest::newRow("hex") << spelled(secret, Spelling::Hex).toUpper() << u"hex"_s;
        QTest::newRow("hex with blanks")
            << QString::fromLatin1(secret.toUtf8().toHex(' ')).toUpper() << u"hex"_s;
        QTest::newRow("base64") << spelled(secret, Spelling::Base64) << u"base64"_s;
        QTest::newRow("percent") << spelled(secret, Spelling::Percent).toLower() << u"percent-encoded"_s;
        QTest::newRow("absent") << u"the password was refused"_s << QString();
    }

    void aSecretIsFoundInEverySpelling()
    {
        QFETCH(QString, output);
        QTEST(SecretFinder(output).spellingOf(u"Zt7\"geheim/Ω\\pass"_s), "spelling");
    }

    void theSameSeedIsTheSameScenario()
    {
        for (quint32 seed = 1; seed < 200; ++seed) {
            QCOMPARE(description(scenarioOf(seed)), description(scenarioOf(seed)));
            QVERIFY(scenarioOf(seed).behaviour == scenarioOf(seed).behaviour);
        }
    }
};

QTEST_GUILESS_MAIN(TruthTest)
#include "tst_truth.moc"
