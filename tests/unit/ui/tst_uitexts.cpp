// The longer texts: guidance, the message to the installer, words for states and alarms.

#include "core/displaytext.h"
#include "ui/controllers/gatewaytexts.h"
#include "ui/controllers/guidance.h"
#include "ui/models/clocktext.h"
#include "words/plantwords.h"

#include <QTest>
#include <QTimeZone>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class UiTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWordOfTheRegisterTableCanBeTranslated()
    {
        const QStringList words = translatableWords();
        for (const RegisterDefinition &definition : RegisterTable::builtIn().definitions()) {
            for (const QString &word : definition.states)
                QVERIFY2(words.contains(word), qPrintable(word));
            for (const QString &word : definition.bits)
                QVERIFY2(words.contains(word), qPrintable(word));
        }
        QCOMPARE(QSet<QString>(words.cbegin(), words.cend()).size(), words.size());
    }

    void alarmsNameTheirPartOfThePlant()
    {
        RegisterValue value;
        value.definition = *RegisterTable::builtIn().find(u"alarmsBattery"_s);
        value.value = 0b100;
        QCOMPARE(plantAlarms({value}), QStringList{u"Battery: over-temperature"_s});
        value.value = 1 << 12; // no text for this one
        QCOMPARE(plantAlarms({value}), QStringList{u"Battery: bit 12"_s});
    }

    void anUnknownStateIsANumber()
    {
        RegisterValue value;
        value.definition = *RegisterTable::builtIn().find(u"runningState"_s);
        value.value = 4;
        QCOMPARE(plantWord({value}, "runningState"_L1), u"state 4"_s);
        QCOMPARE(plantWord({}, "runningState"_L1), QString());
    }

    void aLetterNamesThePlantAndNothingHostile_data()
    {
        QTest::addColumn<Recipient>("recipient");
        QTest::addColumn<QString>("says");
        QTest::newRow("installer") << Recipient::Installer << u"Communication → Modbus TCP Server"_s;
        QTest::newRow("support") << Recipient::Support << u"can't be reached any more"_s;
    }

    void aLetterNamesThePlantAndNothingHostile()
    {
        QFETCH(Recipient, recipient);
        QFETCH(QString, says);
        LetterFacts facts;
        facts.model = u"SigenStor EC 10.0 TP"_s;
        facts.serial = u"110A\u202E\n<b>"_s;
        facts.host = u"192.168.1.150"_s;
        const QString message = letterBody(recipient, facts);
        QVERIFY(message.contains(u"SigenStor EC 10.0 TP"_s));
        QVERIFY(message.contains(u"192.168.1.150"_s));
        QVERIFY(message.contains(u"502"_s));
        QVERIFY(message.contains(says));
        QVERIFY(!message.contains(u"\n\n\n"_s));
        QVERIFY(!message.contains(QChar(0x202E)));
        QVERIFY(!letterBody(recipient, {}).contains(u"Serial number"_s));
        QVERIFY(!letterSubject(recipient).isEmpty());
    }

    void theGuidanceHasBothPaths()
    {
        const SwitchGuidance guidance = switchGuidance();
        QCOMPARE(guidance.paths.size(), 2);
        QCOMPARE(guidance.paths.at(0).steps.constLast(), u"Modbus TCP Server Settings"_s);
        QCOMPARE(guidance.paths.at(1).steps.constLast(), u"Save"_s);
        QVERIFY(switchGuidanceText().contains(u"Settings → System Settings → General"_s));
    }

    void questionsNameTheGatewayAndWhatIsSent()
    {
        GatewayFacts gateway;
        gateway.title = u"SigenStor"_s;
        gateway.host = u"192.168.1.150"_s;
        gateway.serial = u"110A1"_s;
        for (const Question &question : {turnOnQuestion(gateway, quint16(502)), turnOffQuestion(gateway),
                                         setPortQuestion(gateway, 1502)}) {
            QVERIFY(question.text.contains(u"SigenStor at 192.168.1.150, serial number 110A1"_s));
            QVERIFY(question.sent.startsWith(u"Sent to the gateway: "_s));
            QVERIFY(!question.acceptText.isEmpty());
            QVERIFY(!question.rejectText.isEmpty());
        }
    }

    void aChangeWithAnOwnProfileSaysSo()
    {
        GatewayFacts gateway;
        const Question plain = turnOnQuestion(gateway, quint16(502));
        QVERIFY(withProfile(plain, gateway) == plain);
        gateway.ownProfile = u"mine"_s;
        gateway.requests = uR"(write: {"on":"{enabled}"})"_s;
        const QString text = withProfile(plain, gateway).text;
        QVERIFY(text.startsWith(plain.text));
        QVERIFY(text.contains(u"“mine” says, which is not built in"_s));
        QVERIFY(text.contains(gateway.requests));
    }

    void aFailureOfThePortNamesThisComputersAddress()
    {
        JobResult result;
        result.outcome = Outcome::EnabledUnverified;
        result.current = ReportedSetting{true, quint16(502)};
        result.error = {ErrorCode::PortClosed, u"192.168.1.150:502"_s, u"connection refused"_s};
        GatewayFacts gateway;
        gateway.ownAddress = u"192.168.1.10"_s;
        const Failure failure = jobFailure(result, 502, gateway);
        QCOMPARE(failure.title,
                 u"The gateway reports the server as on, but 192.168.1.150:502 refuses connections."_s);
        QVERIFY(failure.causes.join(u' ').contains(u"192.168.1.10"_s));
        QVERIFY(failure.details.contains(u"port-closed"_s));
        QVERIFY(failure.details.contains(u"connection refused"_s));
        QVERIFY(failure.button == PageAction::TestAgain);
        for (const PageAction action : failure.more)
            QVERIFY(!actionText(action).isEmpty());
    }

    void everyErrorMakesAFailureWithWords()
    {
        for (int code = 1; code <= static_cast<int>(ErrorCode::Cancelled); ++code) {
            JobResult result;
            result.outcome = Outcome::Failed;
            result.error = {static_cast<ErrorCode>(code), u"10.0.0.1:8080"_s, u"detail"_s};
            QVERIFY2(!jobFailure(result, 502, {}).title.isEmpty(), qPrintable(QString::number(code)));
            QVERIFY2(!signInFailure(result).title.isEmpty(), qPrintable(QString::number(code)));
            const QString advice = jobFailure(result, 502, {}).causes.join(u' ');
            QVERIFY2(!advice.contains(u"command line"_s) && !advice.contains(u"--"_s), qPrintable(advice));
        }
    }

    void theClockHasSecondsAndNoTimeZone()
    {
        const QDateTime at(QDate(2026, 11, 22), QTime(14, 2, 31));
        QCOMPARE(clockText(at, QLocale(QLocale::German)), u"14:02:31"_s);
        QVERIFY(clockText(at, QLocale(QLocale::English, QLocale::UnitedStates)).contains(u"2:02:31"_s));
        QVERIFY(clockText(at, QLocale(u"zh_CN"_s)).contains(u"14:02:31"_s));
    }
};

QTEST_GUILESS_MAIN(UiTextsTest)
#include "tst_uitexts.moc"
