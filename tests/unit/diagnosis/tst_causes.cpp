// The table of causes: each situation finds its cause first, none is found where all is well, and whatever
// was seen, nothing fails without a cause.

#include "evidencetesting.h"

#include "words/causewords.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

using Change = void (*)(DiagnosisEvidence &);

struct Situation
{
    const char *name;
    Change change;
    CauseCode first;
    Certainty certainty;
    bool isWarning;
};

static HostFinding hostWith(const QString &serial)
{
    DeviceIdentity device;
    device.unit = 1;
    device.serial = serial;
    return {u"192.168.1.62"_s, u"0c:47:a9:91:22:44"_s, serial, {device}};
}

// clang-format off
static const Situation situations[] = {
    {"the name is not known",
     [](DiagnosisEvidence &seen) { seen = {}; seen.host = u"gateway.test"_s; seen.ended = true;
                                   seen.nameError = {ErrorCode::HostNotFound, seen.host, {}}; },
     CauseCode::NameUnknown, Certainty::Seen, false},
    {"no route",
     [](DiagnosisEvidence &seen) { seen.route = Route{}; seen.neighbour.reset();
                                   dropWebSocket(seen, PortState::Unreachable); seen.webSocket.reset();
                                   dropModbus(seen, PortState::Unreachable); seen.modbus.reset(); },
     CauseCode::NoRoute, Certainty::Seen, false},
    {"nobody has the address",
     [](DiagnosisEvidence &seen) { dropWebSocket(seen, PortState::Unreachable); dropModbus(seen, PortState::Open);
                                   seen.modbus.reset(); seen.neighbour->macs.clear(); },
     CauseCode::NoDevice, Certainty::Seen, false},
    {"nobody has the address on the interface that the system has chosen",
     [](DiagnosisEvidence &seen) { dropWebSocket(seen, PortState::Filtered); dropModbus(seen, PortState::Open);
                                   seen.modbus.reset(); seen.neighbour->macs.clear();
                                   seen.route->alsoOn = {u"wlan0"_s}; },
     CauseCode::NoDevice, Certainty::Seen, false},
    {"a device is there, and silent",
     [](DiagnosisEvidence &seen) { dropWebSocket(seen, PortState::Filtered); dropModbus(seen, PortState::Filtered); },
     CauseCode::HostSilent, Certainty::Seen, false},
    {"nothing comes back from behind a router",
     [](DiagnosisEvidence &seen) { dropWebSocket(seen, PortState::Filtered); dropModbus(seen, PortState::Filtered);
                                   seen.route->way = Route::Way::Router; seen.neighbour->macs.clear(); },
     CauseCode::HostSilent, Certainty::Likely, false},
    {"nothing comes back through a tunnel",
     [](DiagnosisEvidence &seen) { dropWebSocket(seen, PortState::Filtered); dropModbus(seen, PortState::Unreachable);
                                   seen.route->way = Route::Way::Tunnel; seen.neighbour->macs.clear(); },
     CauseCode::HostSilent, Certainty::Likely, false},
    {"8080 refuses, 502 is fine",
     [](DiagnosisEvidence &seen) { dropWebSocket(seen, PortState::Closed); },
     CauseCode::WebSocketClosed, Certainty::Seen, true},
    {"8080 refuses, 502 is filtered",
     [](DiagnosisEvidence &seen) { dropWebSocket(seen, PortState::Closed); dropModbus(seen, PortState::Filtered); },
     CauseCode::WebSocketClosed, Certainty::Seen, false},
    {"8080 is filtered, 502 is fine",
     [](DiagnosisEvidence &seen) { dropWebSocket(seen, PortState::Filtered); },
     CauseCode::WebSocketFiltered, Certainty::Seen, true},
    {"TLS only, 502 is fine",
     [](DiagnosisEvidence &seen) { dropWebSocket(seen, PortState::Open);
                                   seen.handshake = Error{ErrorCode::TlsOnly, {}, {}}; },
     CauseCode::TlsOnly, Certainty::Seen, true},
    {"TLS only, 502 is filtered",
     [](DiagnosisEvidence &seen) { dropWebSocket(seen, PortState::Open); dropModbus(seen, PortState::Filtered);
                                   seen.handshake = Error{ErrorCode::TlsOnly, {}, {}}; },
     CauseCode::TlsOnly, Certainty::Seen, false},
    {"a certificate that is not trusted",
     [](DiagnosisEvidence &seen) { dropWebSocket(seen, PortState::Open);
                                   seen.handshake = Error{ErrorCode::CertificateNotTrusted, {}, {}}; },
     CauseCode::TlsOnly, Certainty::Seen, true},
    {"a web server",
     [](DiagnosisEvidence &seen) { dropWebSocket(seen, PortState::Open);
                                   seen.handshake = Error{ErrorCode::NotAGateway, {}, {}}; },
     CauseCode::NotAWebSocket, Certainty::Seen, true},
    {"a sign-in without an answer",
     [](DiagnosisEvidence &seen) { failSignIn(seen, ErrorCode::NoReply); },
     CauseCode::OtherDialect, Certainty::Likely, true},
    {"a reading that is not understood",
     [](DiagnosisEvidence &seen) { failSignIn(seen, ErrorCode::UnexpectedReply, true); },
     CauseCode::OtherDialect, Certainty::Likely, true},
    {"the password is wrong",
     [](DiagnosisEvidence &seen) { failSignIn(seen, ErrorCode::SignInRefused); },
     CauseCode::SignInRefused, Certainty::Seen, false},
    {"another gateway has the address",
     [](DiagnosisEvidence &seen) { failSignIn(seen, ErrorCode::WrongGateway); },
     CauseCode::AddressConflict, Certainty::Seen, false},
    {"the reading is refused",
     [](DiagnosisEvidence &seen) { failSignIn(seen, ErrorCode::Refused, true); },
     CauseCode::NoRights, Certainty::Likely, false},
    {"the gateway names missing rights",
     [](DiagnosisEvidence &seen) { failSignIn(seen, ErrorCode::NoRights, true); },
     CauseCode::NoRights, Certainty::Seen, false},
    {"the gateway names another client",
     [](DiagnosisEvidence &seen) { failSignIn(seen, ErrorCode::SessionTaken); },
     CauseCode::SessionTaken, Certainty::Seen, false},
    {"the session is refused",
     [](DiagnosisEvidence &seen) { failSignIn(seen, ErrorCode::SessionRefused, true); },
     CauseCode::SessionTaken, Certainty::Likely, false},
    {"off",
     [](DiagnosisEvidence &seen) { seen.setting->enabled = false; dropModbus(seen, PortState::Closed); },
     CauseCode::ServerOff, Certainty::Seen, false},
    {"off, and the port is filtered",
     [](DiagnosisEvidence &seen) { seen.setting->enabled = false; dropModbus(seen, PortState::Filtered); },
     CauseCode::ServerOff, Certainty::Seen, false},
    {"502 refuses, the setting was not read",
     [](DiagnosisEvidence &seen) { seen.signInAsked = false; seen.signIn.reset(); seen.settingRead.reset();
                                   seen.setting.reset(); dropModbus(seen, PortState::Closed); },
     CauseCode::ServerOff, Certainty::Likely, false},
    {"both ports refuse",
     [](DiagnosisEvidence &seen) { dropWebSocket(seen, PortState::Closed); dropModbus(seen, PortState::Closed); },
     CauseCode::ServerOff, Certainty::Likely, false},
    {"the password is wrong and 502 refuses",
     [](DiagnosisEvidence &seen) { failSignIn(seen, ErrorCode::SignInRefused); dropModbus(seen, PortState::Closed); },
     CauseCode::ServerOff, Certainty::Likely, false},
    {"on, and 502 refuses",
     [](DiagnosisEvidence &seen) { dropModbus(seen, PortState::Closed); },
     CauseCode::PortClosedThoughOn, Certainty::Seen, false},
    {"on, and 502 does not answer",
     [](DiagnosisEvidence &seen) { dropModbus(seen, PortState::Filtered); },
     CauseCode::PortFiltered, Certainty::Seen, false},
    {"on, and a firewall says no",
     [](DiagnosisEvidence &seen) { dropModbus(seen, PortState::Unreachable); },
     CauseCode::PortFiltered, Certainty::Seen, false},
    {"on, and it answers at its other address",
     [](DiagnosisEvidence &seen) { dropModbus(seen, PortState::Closed); seen.others = {hostWith(seen.reportedSerial)}; },
     CauseCode::FoundElsewhere, Certainty::Seen, false},
    {"silence",
     [](DiagnosisEvidence &seen) { answerAs(seen, ModbusVerdict::Silent); },
     CauseCode::ModbusSilent, Certainty::Seen, false},
    {"late",
     [](DiagnosisEvidence &seen) { answerAs(seen, ModbusVerdict::Late); },
     CauseCode::ModbusLate, Certainty::Seen, false},
    {"busy",
     [](DiagnosisEvidence &seen) { answerAs(seen, ModbusVerdict::Busy, 6); },
     CauseCode::ModbusBusy, Certainty::Seen, false},
    {"odd",
     [](DiagnosisEvidence &seen) { answerAs(seen, ModbusVerdict::Odd); },
     CauseCode::ModbusOdd, Certainty::Seen, false},
    {"odd, but usable",
     [](DiagnosisEvidence &seen) { seen.identity->verdict = ModbusVerdict::Odd; seen.identity->usable = true;
                                   seen.identity->oddFrames = ReplyOddity::ForeignUnit; },
     CauseCode::ModbusOdd, Certainty::Seen, true},
    {"closes",
     [](DiagnosisEvidence &seen) { answerAs(seen, ModbusVerdict::Closes); },
     CauseCode::ModbusCloses, Certainty::Seen, false},
    {"garbage",
     [](DiagnosisEvidence &seen) { answerAs(seen, ModbusVerdict::Garbage); },
     CauseCode::ModbusGarbage, Certainty::Seen, false},
    {"exception 04",
     [](DiagnosisEvidence &seen) { answerAs(seen, ModbusVerdict::Exception, 4); },
     CauseCode::ModbusException, Certainty::Seen, false},
    {"exception 0B",
     [](DiagnosisEvidence &seen) { answerAs(seen, ModbusVerdict::Exception, 0x0B); },
     CauseCode::ModbusProxy, Certainty::Seen, false},
    {"somebody else",
     [](DiagnosisEvidence &seen) { dropWebSocket(seen, PortState::Closed);
                                   seen.neighbour->macs = {u"02:00:00:00:00:01"_s};
                                   answerAs(seen, ModbusVerdict::NotSigenergy); },
     CauseCode::NotSigenergy, Certainty::Seen, false},
    {"no plant's values at the vendor's network card",
     [](DiagnosisEvidence &seen) { dropWebSocket(seen, PortState::Closed);
                                   answerAs(seen, ModbusVerdict::NotSigenergy); },
     CauseCode::NotSigenergy, Certainty::Likely, false},
    {"no plant's values where a sign-in was accepted",
     [](DiagnosisEvidence &seen) { answerAs(seen, ModbusVerdict::NotSigenergy); },
     CauseCode::NotSigenergy, Certainty::Likely, false},
    {"one device on several units",
     [](DiagnosisEvidence &seen) { seen.identity->sameDevice = {2, 3}; },
     CauseCode::UnitsAlike, Certainty::Seen, true},
    {"a unit that somebody has named",
     [](DiagnosisEvidence &seen) { seen.wishedUnits = {1, 5}; },
     CauseCode::UnitMissing, Certainty::Seen, true},
    {"a clock that is an hour behind",
     [](DiagnosisEvidence &seen) { seen.clockBehind = 3600; },
     CauseCode::ClockWrong, Certainty::Seen, true},
    {"a clock that is ahead",
     [](DiagnosisEvidence &seen) { seen.clockBehind = -86400; },
     CauseCode::ClockWrong, Certainty::Seen, true},
    {"a lost read",
     [](DiagnosisEvidence &seen) { seen.link->reads.append({LinkRead::End::Lost, 0}); },
     CauseCode::LinkLossy, Certainty::Seen, true},
    {"a late read",
     [](DiagnosisEvidence &seen) { seen.link->reads.append({LinkRead::End::Late, 1400}); },
     CauseCode::LinkLossy, Certainty::Seen, true},
    {"one serial number at two hosts",
     [](DiagnosisEvidence &seen) { seen.others = {hostWith(seen.identity->serial())}; },
     CauseCode::SerialTwice, Certainty::Seen, true},
    {"two MAC addresses",
     [](DiagnosisEvidence &seen) { seen.neighbour->macs += u"02:00:00:00:00:01"_s; },
     CauseCode::AddressConflict, Certainty::Seen, true},
    {"another MAC address than before",
     [](DiagnosisEvidence &seen) { seen.neighbour->knownMac = u"02:00:00:00:00:01"_s; },
     CauseCode::AddressConflict, Certainty::Likely, true},
    {"another serial number the second time",
     [](DiagnosisEvidence &seen) { seen.otherSerial = u"110A0000000042"_s; },
     CauseCode::AddressConflict, Certainty::Seen, true},
};
// clang-format on

class CausesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsFoundWhereAllIsWell()
    {
        QCOMPARE(findCauses(healthyEvidence()), QList<Cause>());
        QVERIFY(!wellSentence(healthyEvidence()).isEmpty());
        QVERIFY(wellParameters(healthyEvidence()).size() >= 4);
        QCOMPARE(findCauses({}), QList<Cause>());
    }

    void eachSituationFindsItsCauseFirst_data()
    {
        QTest::addColumn<int>("index");
        for (int index = 0; index < int(std::size(situations)); ++index)
            QTest::newRow(situations[index].name) << index;
    }

    void eachSituationFindsItsCauseFirst()
    {
        QFETCH(const int, index);
        const Situation &situation = situations[index];
        DiagnosisEvidence seen = healthyEvidence();
        situation.change(seen);
        const QList<Cause> causes = findCauses(seen);
        QVERIFY(!causes.isEmpty());
        const Cause &first = causes.constFirst();
        QCOMPARE(causeName(first.code), causeName(situation.first));
        QCOMPARE(first.certainty, situation.certainty);
        QCOMPARE(first.isWarning, situation.isWarning);
        // Where it is a failure its layer is the first that failed.
        for (const LayerId id : allLayers) {
            if (!first.isWarning && id < first.layer)
                QVERIFY(judgeLayer(id, seen).state != StepState::Failed);
        }
        QVERIFY(first.isWarning || causeError(first.code) != ErrorCode::None);
    }

    void allCodesAreFoundAndHaveWords()
    {
        QSet<QString> missing;
        for (int code = 0; code <= int(CauseCode::AddressConflict); ++code)
            missing.insert(causeName(CauseCode(code)));
        QCOMPARE(missing.size(), 32);
        for (const Situation &situation : situations) {
            DiagnosisEvidence seen = healthyEvidence();
            situation.change(seen);
            for (const Cause &cause : findCauses(seen)) {
                missing.remove(causeName(cause.code));
                const QString sentence = causeSentence(cause, seen);
                QVERIFY2(sentence.endsWith(u'.') && !sentence.contains(u'%'), qPrintable(sentence));
                const QStringList advice = causeAdvice(cause, seen);
                QVERIFY(!advice.isEmpty() && advice.size() <= 3);
                for (const QString &each : advice)
                    QVERIFY2(each.endsWith(u'.') && !each.contains(u"%1"_s), qPrintable(each));
            }
        }
        // Beside another cause only.
        DiagnosisEvidence listed = healthyEvidence();
        dropModbus(listed, PortState::Closed);
        listed.allowedClient = u"192.168.1.9"_s;
        QCOMPARE(findCauses(listed).value(1).code, CauseCode::ClientNotListed);
        QCOMPARE(findCauses(listed).value(1).certainty, Certainty::Likely);
        missing.remove(causeName(CauseCode::ClientNotListed));
        QCOMPARE(missing, QSet<QString>());
    }

    void anAddressThatIsThisComputersOrTheGatewaysIsNoList_data()
    {
        QTest::addColumn<QString>("named");
        QTest::newRow("none") << QString();
        QTest::newRow("this computer's") << u"192.168.1.7"_s;
        QTest::newRow("the gateway's") << u"192.168.1.150"_s;
    }

    void anAddressThatIsThisComputersOrTheGatewaysIsNoList()
    {
        DiagnosisEvidence seen = healthyEvidence();
        dropModbus(seen, PortState::Closed);
        QFETCH(QString, named);
        seen.allowedClient = named;
        QCOMPARE(findCauses(seen).size(), 1);
    }

    void unitsThatNobodyHasNamedMayBeMissing()
    {
        DiagnosisEvidence seen = healthyEvidence();
        seen.identity->devices.clear();
        QCOMPARE(findCauses(seen), QList<Cause>());
        seen.wishedUnits = {1};
        seen.identity->notAsked = {1}; // the connection was lost before
        QCOMPARE(findCauses(seen), QList<Cause>());
    }

    /// Two situations at once, one after the other: what is seen of both is judged as in a diagnosis, where
    /// the lower layer may hide the higher one.
    void whateverWasSeenNothingFailsWithoutACause()
    {
        QRandomGenerator random(20261128);
        for (int round = 0; round < 20000; ++round) {
            DiagnosisEvidence seen = healthyEvidence();
            for (int change = random.bounded(3); change >= 0; --change) {
                const auto index = std::size_t(random.bounded(int(std::size(situations))));
                if (seen.identity && seen.neighbour && seen.route && seen.setting && seen.link)
                    situations[index].change(seen);
            }
            const QList<Cause> causes = findCauses(seen);
            QSet<CauseCode> codes;
            for (const Cause &cause : causes) {
                QVERIFY(!codes.contains(cause.code));
                codes.insert(cause.code);
                QVERIFY(!causeSentence(cause, seen).isEmpty());
                causeAdvice(cause, seen);
            }
            bool hasFailed = false;
            for (const LayerId id : allLayers) {
                if (judgeLayer(id, seen).state != StepState::Failed)
                    continue;
                // A silent host explains both of its ports.
                const bool explained = std::any_of(causes.cbegin(), causes.cend(), [id](const Cause &cause) {
                    return !cause.isWarning && (cause.layer == id || cause.code == CauseCode::HostSilent);
                });
                QVERIFY2(explained, layerName(id).data());
                if (!std::exchange(hasFailed, true))
                    QCOMPARE(causes.constFirst().layer, id);
            }
        }
    }
};

QTEST_GUILESS_MAIN(CausesTest)
#include "tst_causes.moc"
