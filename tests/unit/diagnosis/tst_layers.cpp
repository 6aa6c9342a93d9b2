// What the layers are by what was seen: when each can be told, and when what is missing is only a warning.

#include "evidencetesting.h"

#include "words/causewords.h"
#include "words/messages.h"

#include <QSet>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class LayersTest : public QObject
{
    Q_OBJECT

    static StepState state(LayerId id, const DiagnosisEvidence &seen) { return judgeLayer(id, seen).state; }

private Q_SLOTS:
    void allOfThemHaveNamesTitlesAndAWord()
    {
        const DiagnosisEvidence seen = healthyEvidence();
        QSet<QString> names;
        for (const LayerId id : allLayers) {
            names.insert(layerName(id));
            QVERIFY(!layerTitle(id, seen).isEmpty());
            QCOMPARE(state(id, seen), StepState::Ok);
            QVERIFY(!messageText(judgeLayer(id, seen).detail).isEmpty());
        }
        QCOMPARE(names.size(), 12);
        QCOMPARE(layerTitle(LayerId::ModbusPort, seen), u"Port 502"_s);
    }

    void whatWasNotReachedIsSkipped()
    {
        DiagnosisEvidence seen;
        seen.ended = true;
        for (const LayerId id : allLayers)
            QCOMPARE(state(id, seen), StepState::Skipped);
        seen.nameError = {ErrorCode::HostNotFound, {}, {}};
        QCOMPARE(state(LayerId::Name, seen), StepState::Failed);
        QCOMPARE(state(LayerId::Route, seen), StepState::Skipped);
    }

    void whatIsMissingOnTheWebSocketPortDependsOnTheModbusPort_data()
    {
        QTest::addColumn<bool>("tried");
        QTest::addColumn<PortState>("modbus");
        QTest::addColumn<bool>("ended");
        QTest::addColumn<StepState>("expected");
        QTest::newRow("not tried yet") << false << PortState::Open << false << StepState::Running;
        QTest::newRow("never tried") << false << PortState::Open << true << StepState::Failed;
        QTest::newRow("accepts") << true << PortState::Open << false << StepState::Warning;
        QTest::newRow("refuses") << true << PortState::Closed << false << StepState::Warning;
        QTest::newRow("does not answer") << true << PortState::Filtered << false << StepState::Failed;
        QTest::newRow("no way there") << true << PortState::Unreachable << false << StepState::Failed;
    }

    void whatIsMissingOnTheWebSocketPortDependsOnTheModbusPort()
    {
        QFETCH(const bool, tried);
        QFETCH(const PortState, modbus);
        QFETCH(const bool, ended);
        QFETCH(const StepState, expected);
        DiagnosisEvidence seen = healthyEvidence();
        dropModbus(seen, modbus);
        if (!tried)
            seen.modbus.reset();
        seen.ended = ended;
        for (const PortState state : {PortState::Closed, PortState::Filtered}) {
            DiagnosisEvidence shut = seen;
            dropWebSocket(shut, state);
            QCOMPARE(judgeLayer(LayerId::WebSocketPort, shut).state, expected);
        }
        seen.handshake = Error{ErrorCode::NotAGateway, {}, {}};
        QCOMPARE(state(LayerId::Handshake, seen), expected);
        seen.handshake = Error{};
        seen.signIn = Error{ErrorCode::NoReply, {}, {}};
        QCOMPARE(state(LayerId::SignIn, seen), expected);
    }

    void aRefusedSignInFailsUnlessTheServerIsProbablyOff()
    {
        DiagnosisEvidence seen = healthyEvidence();
        failSignIn(seen, ErrorCode::SignInRefused);
        QCOMPARE(state(LayerId::SignIn, seen), StepState::Failed);
        dropModbus(seen, PortState::Closed);
        QCOMPARE(state(LayerId::SignIn, seen), StepState::Warning);
        QCOMPARE(state(LayerId::ModbusPort, seen), StepState::Failed);
    }

    void timesAreToldOfWhatTookTime()
    {
        DiagnosisEvidence seen = healthyEvidence();
        seen.elapsed.insert(LayerId::ModbusPort, std::chrono::milliseconds(3));
        QCOMPARE(judgeLayer(LayerId::ModbusPort, seen).elapsed, std::optional(std::chrono::milliseconds(3)));
        QVERIFY(!judgeLayer(LayerId::Units, seen).elapsed);
    }

    void serialNumbersThatCanNotBeComparedAreAWarning()
    {
        DiagnosisEvidence seen = healthyEvidence();
        seen.reportedSerial.clear();
        QCOMPARE(state(LayerId::Identity, seen), StepState::Warning);
        seen.reportedSerial = u"110A0000009999"_s;
        QCOMPARE(state(LayerId::Identity, seen), StepState::Warning);
        QCOMPARE(findCauses(seen), QList<Cause>()); // the gateway's may differ from its inverter's
    }

    void hostileTextsAreShownHarmlessly()
    {
        DiagnosisEvidence seen = healthyEvidence();
        seen.identity->devices[0].model = u"\x1b[31m<img src=x>\n"_s;
        seen.path = u"/\u202ews"_s;
        for (const LayerId id : allLayers) {
            for (const QChar character : messageText(judgeLayer(id, seen).detail))
                QVERIFY(character.category() != QChar::Other_Control
                        && character.category() != QChar::Other_Format);
        }
    }

    void theLinksFiguresLeaveOutWhatWasLost()
    {
        using End = LinkRead::End;
        const LinkFinding link{{{End::Answered, 30},
                                {End::Lost, 0},
                                {End::Answered, 10},
                                {End::Late, 1500},
                                {End::Answered, 20}},
                               1,
                               0};
        QCOMPARE(link.lost(), 1);
        QCOMPARE(link.late(), 1);
        QCOMPARE(link.minimum(), 10);
        QCOMPARE(link.median(), 25);
        QCOMPARE(link.maximum(), 1500);
        QCOMPARE(LinkFinding{}.median(), 0);
        QCOMPARE(LinkFinding{}.maximum(), 0);
    }
};

QTEST_GUILESS_MAIN(LayersTest)
#include "tst_layers.moc"
