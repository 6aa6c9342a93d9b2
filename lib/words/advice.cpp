#include "words/advice.h"

#include "core/displaytext.h"
#include "network/hostlookup.h"
#include "words/causewords.h"

#include <QCoreApplication>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Translation context of everything in this file.
class Advice
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::Advice)
};

bool wasTurnedOff(const JobResult &result)
{
    return result.outcome == Outcome::Disabled || result.outcome == Outcome::AlreadyDisabled;
}

/// A repair was asked for, and there is nothing to switch off: no gateway has refused anything.
bool wasOffAlready(const JobResult &result)
{
    return result.outcome == Outcome::Refused && !result.writeSent && result.before
        && !result.before->enabled;
}

/// What is no matter of the way to a plant.
QString otherMessage(const Error &error)
{
    // What was touched should always be known; where it is not, a sentence must not have a hole.
    const bool unnamed = error.context.isEmpty();
    const QString context = displayText(error.context);
    const QString detail = displayText(error.detail);
    switch (error.code) {
    case ErrorCode::Internal:
        return Advice::tr("Something went wrong inside the program: %1").arg(detail);
    case ErrorCode::Io:
        return unnamed ? Advice::tr("Reading or writing failed: %1").arg(detail)
                       : Advice::tr("%1 can't be read or written: %2").arg(context, detail);
    case ErrorCode::Usage:
        return detail;
    case ErrorCode::HostNotFound:
        return Advice::tr("%1 has only IPv6 addresses, and scans use IPv4.").arg(context);
    case ErrorCode::NoEffect:
        return Advice::tr("The change had no effect: the gateway does not report what was requested.");
    case ErrorCode::ProfileIncomplete:
        return Advice::tr("The profile leaves something open, so nothing was sent: %1").arg(detail);
    case ErrorCode::ConnectionLost:
        return Advice::tr("The connection to the gateway was lost.");
    case ErrorCode::PortOpen:
        return unnamed
            ? Advice::tr("The server is reported as off, but its port still accepts connections.")
            : Advice::tr("The server is reported as off, but %1 still accepts connections.").arg(context);
    case ErrorCode::OutcomeUnknown:
        return Advice::tr("The change was sent, but it is not known whether it took effect.");
    case ErrorCode::Cancelled:
        return Advice::tr("Interrupted.");
    default:
        return {};
    }
}

QString messageOf(const Error &error, const DiagnosisEvidence &seen)
{
    const std::optional<Cause> cause = firstCause(seen);
    return cause ? causeSentence(*cause, seen) : otherMessage(error);
}

QString testNeedsNoSignIn(Reader reader)
{
    return byCommand(Advice::tr("Testing the Modbus port needs no sign-in."), reader, u"verify"_s);
}

QStringList switchOnAdvice(const DiagnosisEvidence &seen, Reader reader)
{
    return QStringList{reader == Reader::CommandLine
                           ? Advice::tr("Read the state first (status), and turn the server on if it is off "
                                        "(enable).")
                           : Advice::tr("Read the state first, and turn the server on if it is off.")}
    + nextSteps({NextStep::UseTheApp}, seen, reader);
}

QStringList causeAdvice(const Cause &cause, const Error &error, const DiagnosisEvidence &seen, Reader reader)
{
    QStringList advice = causeAdvice(cause, seen, reader);
    const bool isOfSignIn = cause.layer >= LayerId::WebSocketPort && cause.layer <= LayerId::Setting;
    if (isOfSignIn && !seen.modbus)
        advice += testNeedsNoSignIn(reader);
    const bool isCommandLine = reader == Reader::CommandLine; // the window tests the gateway's own port only
    if (isCommandLine && cause.layer == LayerId::ModbusPort)
        advice +=
            Advice::tr("Does a router forward another port to the gateway? Test that one (--test-port), "
                       "and leave the gateway's own port as it is.");
    if (isCommandLine && error.code == ErrorCode::WrongGateway)
        advice += byCommand(Advice::tr("If this is the right one, correct the serial number."), reader,
                            u"--serial"_s);
    return advice;
}

/// As otherMessage().
QStringList otherAdvice(const Error &error, const JobResult &result, const DiagnosisEvidence &seen,
                        Reader reader)
{
    const bool isCommandLine = reader == Reader::CommandLine;
    switch (error.code) {
    case ErrorCode::Internal:
        return {isCommandLine ? Advice::tr("Please report this, with the output of --verbose.")
                              : Advice::tr("Please report this, with the protocol log.")};
    case ErrorCode::HostNotFound:
        return {isCommandLine ? Advice::tr("Test this one host instead, with verify --host.")
                              : Advice::tr("Test this one host instead: add it by its address.")};
    case ErrorCode::NoEffect:
        return nextSteps({NextStep::AskForRights, NextStep::UseTheApp}, seen, reader)
            + QStringList{Advice::tr("Read the state again in a minute before trying again.")};
    case ErrorCode::ProfileIncomplete:
        return {byCommand(Advice::tr("Complete the profile's file; what is missing stands in it."), reader,
                          u"profile check"_s)};
    case ErrorCode::ConnectionLost:
        return QStringList{Advice::tr("Nothing was changed: try again.")}
        + nextSteps({NextStep::UseCable}, seen, reader);
    case ErrorCode::PortOpen:
        return {Advice::tr("Wait a minute and test the port again: the server may take a while to stop."),
                Advice::tr("Another device may have this address: compare the serial numbers.")};
    case ErrorCode::OutcomeUnknown:
        return {byCommand(Advice::tr("Do not send it again yet: read the state first."), reader, u"status"_s),
                testNeedsNoSignIn(reader)};
    case ErrorCode::Cancelled:
        return {result.writeSent ? byCommand(Advice::tr("The change was already sent: read the state first."),
                                             reader, u"status"_s)
                                 : Advice::tr("Nothing was changed.")};
    default:
        return {};
    }
}

} // namespace

QString errorMessage(const Error &error)
{
    return messageOf(error, evidenceOf(error));
}

QString jobMessage(const JobResult &result, const DiagnosisEvidence &seen)
{
    if (wasOffAlready(result))
        return Advice::tr("The Modbus server was already off, so it can't be switched off and on again; "
                          "nothing was changed.");
    const QString message = messageOf(result.error, seen);
    if (!result.mayBeOff)
        return message;
    const bool isOff = result.current && !result.current->enabled;
    const QString state = isOff
        ? Advice::tr("The Modbus server is off now: it was switched off, and could not be switched on again.")
        : Advice::tr("The Modbus server may be off now: it was switched off, and it is not known whether it "
                     "is on again.");
    // That it is not known is said by then.
    return result.error.code == ErrorCode::OutcomeUnknown ? state : state + u' ' + message;
}

QString jobMessage(const JobResult &result)
{
    return jobMessage(result, evidenceOf(result.error, result));
}

QStringList errorAdvice(const Error &error, const JobResult &result, const DiagnosisEvidence &seen,
                        Reader reader)
{
    if (result.mayBeOff)
        return switchOnAdvice(seen, reader);
    if (wasOffAlready(result))
        return {byCommand(Advice::tr("Turn it on instead."), reader, u"enable"_s)};
    if (error.code == ErrorCode::PortFiltered && wasTurnedOff(result))
        return {Advice::tr(
            "Test the port again in a minute: only a refused connection proves that it is closed.")};
    const std::optional<Cause> cause = firstCause(seen);
    return cause ? causeAdvice(*cause, error, seen, reader) : otherAdvice(error, result, seen, reader);
}

QStringList errorAdvice(const Error &error, const JobResult &result, Reader reader)
{
    return errorAdvice(error, result, evidenceOf(error, result), reader);
}

} // namespace Sigen
