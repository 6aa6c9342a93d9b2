// A job that failed names the cause that a diagnosis would name, and what is no matter of the way to a plant
// names none.

#include "diagnosis/jobevidence.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

struct Row
{
    ErrorCode error;
    const char *cause; ///< of the command-line contract; null: none
};

// clang-format off
static constexpr Row rows[] = {
    {ErrorCode::None,                  nullptr},
    {ErrorCode::Internal,              nullptr},
    {ErrorCode::Io,                    nullptr},
    {ErrorCode::Usage,                 nullptr},
    {ErrorCode::HostNotFound,          "name-unknown"},
    {ErrorCode::Unreachable,           "no-route"},
    {ErrorCode::ConnectionRefused,     "web-socket-closed"},
    {ErrorCode::ConnectTimeout,        "web-socket-filtered"},
    {ErrorCode::SignInRefused,         "sign-in-refused"},
    {ErrorCode::SessionRefused,        "session-taken"},
    {ErrorCode::SessionTaken,          "session-taken"},
    {ErrorCode::NoRights,              "no-rights"},
    {ErrorCode::Refused,               "no-rights"},
    {ErrorCode::NoEffect,              nullptr},
    {ErrorCode::NotAGateway,           "not-a-web-socket"},
    {ErrorCode::HandshakeTimeout,      "not-a-web-socket"},
    {ErrorCode::NoReply,               "other-dialect"},
    {ErrorCode::MalformedReply,        "other-dialect"},
    {ErrorCode::UnexpectedReply,       "other-dialect"},
    {ErrorCode::MissingToken,          "other-dialect"},
    {ErrorCode::MessageTooLarge,       "other-dialect"},
    {ErrorCode::CertificateNotTrusted, "tls-only"},
    {ErrorCode::TlsOnly,               "tls-only"},
    {ErrorCode::ProfileIncomplete,     nullptr},
    {ErrorCode::WrongGateway,          "address-conflict"},
    {ErrorCode::ConnectionLost,        nullptr},
    {ErrorCode::PortClosed,            "server-off"},
    {ErrorCode::PortFiltered,          "port-filtered"},
    {ErrorCode::PortOpen,              nullptr},
    {ErrorCode::ModbusSilent,          "modbus-silent"},
    {ErrorCode::ModbusLate,            "modbus-late"},
    {ErrorCode::ModbusBusy,            "modbus-busy"},
    {ErrorCode::ModbusOdd,             "modbus-odd"},
    {ErrorCode::ModbusGarbage,         "modbus-garbage"},
    {ErrorCode::ModbusCloses,          "modbus-closes"},
    {ErrorCode::ModbusException,       "modbus-exception"},
    {ErrorCode::NotSigenergy,          "not-sigenergy"},
    {ErrorCode::OutcomeUnknown,        nullptr},
    {ErrorCode::Cancelled,             nullptr},
};
// clang-format on

class JobEvidenceTest : public QObject
{
    Q_OBJECT

    static QString causeOf(const Error &error, const JobResult &result = {})
    {
        const std::optional<Cause> cause = firstCause(evidenceOf(error, result));
        return cause ? QString(causeName(cause->code)) : QString();
    }

    static Error errorAtPort(ErrorCode code) { return {code, u"192.168.1.150:502"_s, {}}; }

private Q_SLOTS:
    void everyErrorHasItsCauseOrNone_data()
    {
        QTest::addColumn<ErrorCode>("error");
        QTest::addColumn<QString>("cause");
        QCOMPARE(std::size(rows), std::size_t(ErrorCode::Cancelled) + 1);
        for (const Row &row : rows)
            QTest::addRow("%d %s", int(row.error), errorName(row.error).data())
                << row.error << QString::fromLatin1(row.cause);
    }

    void everyErrorHasItsCauseOrNone()
    {
        QFETCH(const ErrorCode, error);
        QTEST(causeOf({error, u"192.168.1.150:8080"_s, u"detail"_s}), "cause");
    }

    void whatIsKnownOfTheSettingTellsClosedPortsApart()
    {
        const Error closed = errorAtPort(ErrorCode::PortClosed);
        JobResult result;
        result.current = ReportedSetting{true, quint16(502)};
        QCOMPARE(causeOf(closed, result), u"port-closed-though-on"_s);
        result.current->enabled = false;
        QCOMPARE(causeOf(closed, result), u"server-off"_s);
    }

    void afterATurnOffAPortThatIsFilteredIsNoMatterOfTheSetting()
    {
        JobResult result;
        result.outcome = Outcome::Disabled;
        result.current = ReportedSetting{false, quint16(502)};
        QCOMPARE(causeOf(errorAtPort(ErrorCode::PortFiltered), result), u"port-filtered"_s);
    }

    void whereNoPortIsNamedNothingAnswered()
    {
        QCOMPARE(causeOf({ErrorCode::ConnectTimeout, u"192.168.1.150"_s, {}}), u"host-silent"_s);
    }

    void aProxysExceptionIsAProxys()
    {
        Error error = errorAtPort(ErrorCode::ModbusException);
        error.detail = u"exception 0B to function 04, unit 247"_s;
        QCOMPARE(causeOf(error), u"modbus-proxy"_s);
    }

    void theEndpointIsTakenApart_data()
    {
        QTest::addColumn<QString>("context");
        QTest::addColumn<QString>("host");
        QTest::addColumn<quint16>("port");
        QTest::newRow("IPv4") << u"192.168.1.150:8080"_s << u"192.168.1.150"_s << quint16(8080);
        QTest::newRow("name") << u"gateway.local:502"_s << u"gateway.local"_s << quint16(502);
        QTest::newRow("IPv6") << u"[fe80::1%eth0]:502"_s << u"fe80::1%eth0"_s << quint16(502);
        QTest::newRow("IPv6 without a port") << u"fe80::1"_s << u"fe80::1"_s << quint16(0);
        QTest::newRow("no port") << u"gateway"_s << u"gateway"_s << quint16(0);
        QTest::newRow("nothing") << QString() << QString() << quint16(0);
    }

    void theEndpointIsTakenApart()
    {
        QFETCH(const QString, context);
        const DiagnosisEvidence seen = evidenceOf({ErrorCode::Unreachable, context, {}});
        QTEST(seen.host, "host");
        QTEST(seen.webSocketPort, "port");
    }
};

QTEST_GUILESS_MAIN(JobEvidenceTest)
#include "tst_jobevidence.moc"
