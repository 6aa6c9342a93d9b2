// The exit codes of the command-line contract, row by row.

#include "cli/exitcode.h"

#include <QTest>

using namespace Sigen;

class ExitCodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorOfAFailedJobHasItsCode_data()
    {
        QTest::addColumn<ErrorCode>("error");
        QTest::addColumn<int>("code");
        const QList<std::pair<int, QList<ErrorCode>>> table{
            {1, {ErrorCode::Internal, ErrorCode::Io}},
            {2, {ErrorCode::Usage}},
            {3,
             {ErrorCode::HostNotFound, ErrorCode::Unreachable, ErrorCode::ConnectionRefused,
              ErrorCode::ConnectTimeout}},
            {4, {ErrorCode::SignInRefused, ErrorCode::SessionRefused}},
            {5, {ErrorCode::Refused, ErrorCode::NoEffect}},
            {6,
             {ErrorCode::NotAGateway, ErrorCode::HandshakeTimeout, ErrorCode::NoReply,
              ErrorCode::MalformedReply, ErrorCode::UnexpectedReply, ErrorCode::MissingToken,
              ErrorCode::MessageTooLarge, ErrorCode::CertificateNotTrusted, ErrorCode::TlsOnly,
              ErrorCode::WrongGateway, ErrorCode::ConnectionLost}},
            {7,
             {ErrorCode::PortClosed, ErrorCode::PortFiltered, ErrorCode::PortOpen, ErrorCode::ModbusSilent,
              ErrorCode::ModbusLate, ErrorCode::ModbusBusy, ErrorCode::ModbusOdd, ErrorCode::ModbusGarbage,
              ErrorCode::ModbusCloses, ErrorCode::ModbusException, ErrorCode::NotSigenergy}},
            {8, {ErrorCode::OutcomeUnknown}},
            {130, {ErrorCode::Cancelled}},
        };
        for (const auto &[code, errors] : table) {
            for (const ErrorCode error : errors)
                QTest::newRow(errorName(error).data()) << error << code;
        }
    }

    void everyErrorOfAFailedJobHasItsCode()
    {
        QFETCH(const ErrorCode, error);
        QFETCH(const int, code);
        QCOMPARE(exitCodeOf(error), code);
        QCOMPARE(exitCodeOf(Outcome::Failed, error), code);
    }

    void outcomesDecide_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<ErrorCode>("error");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, Outcome outcome, ErrorCode error, int code) {
            QTest::newRow(name) << outcome << error << code;
        };
        row("enabled", Outcome::Enabled, ErrorCode::None, 0);
        row("already enabled", Outcome::AlreadyEnabled, ErrorCode::None, 0);
        row("disabled", Outcome::Disabled, ErrorCode::None, 0);
        row("already disabled", Outcome::AlreadyDisabled, ErrorCode::None, 0);
        row("port changed", Outcome::PortChanged, ErrorCode::None, 0);
        row("unchanged", Outcome::Unchanged, ErrorCode::None, 0);
        row("verified", Outcome::Verified, ErrorCode::None, 0);
        row("read", Outcome::Read, ErrorCode::None, 0);
        row("dry run", Outcome::DryRun, ErrorCode::None, 0);
        row("on, not proved: closed", Outcome::EnabledUnverified, ErrorCode::PortClosed, 7);
        row("on, not proved: not Sigenergy", Outcome::EnabledUnverified, ErrorCode::NotSigenergy, 7);
        row("on, not proved: interrupted", Outcome::EnabledUnverified, ErrorCode::Cancelled, 7);
        row("port changed, not proved", Outcome::PortChanged, ErrorCode::PortFiltered, 7);
        row("port changed, interrupted", Outcome::PortChanged, ErrorCode::Cancelled, 7);
        row("off, still open", Outcome::Disabled, ErrorCode::PortOpen, 7);
        row("off already, still open", Outcome::AlreadyDisabled, ErrorCode::PortOpen, 7);
        row("verify: closed", Outcome::NotVerified, ErrorCode::PortClosed, 7);
        row("verify: silent", Outcome::NotVerified, ErrorCode::ModbusSilent, 7);
        row("verify: no host", Outcome::NotVerified, ErrorCode::HostNotFound, 3);
        row("verify: no route", Outcome::NotVerified, ErrorCode::Unreachable, 3);
        row("refused", Outcome::Refused, ErrorCode::Refused, 5);
        row("no effect", Outcome::NoEffect, ErrorCode::NoEffect, 5);
        row("unknown", Outcome::Unknown, ErrorCode::OutcomeUnknown, 8);
        row("cancelled", Outcome::Cancelled, ErrorCode::Cancelled, 130);
        row("failed without a reason", Outcome::Failed, ErrorCode::None, 1);
    }

    void outcomesDecide()
    {
        QFETCH(const Outcome, outcome);
        QFETCH(const ErrorCode, error);
        QFETCH(const int, code);
        QCOMPARE(exitCodeOf(outcome, error), code);
    }
};

QTEST_APPLESS_MAIN(ExitCodeTest)
#include "tst_exitcode.moc"
