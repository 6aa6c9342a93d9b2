#include "words/outcomes.h"

#include "words/titles.h"

#include <QCoreApplication>

namespace Sigen {

namespace {

class Outcomes
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::Outcomes)
};

} // namespace

QString outcomeSentence(const JobResult &result, std::optional<quint16> port)
{
    const QString portText = port ? QString::number(*port) : Outcomes::tr("unknown");
    const QString testedText = QString::number((result.testPort ? result.testPort : port).value_or(0));
    switch (result.outcome) {
    case Outcome::Enabled:
        return Outcomes::tr("The Modbus TCP server is on, port %1, and it answers.").arg(portText);
    case Outcome::AlreadyEnabled:
        return Outcomes::tr(
                   "The Modbus TCP server was already on, port %1, and it answers; nothing was changed.")
            .arg(portText);
    case Outcome::Disabled:
        return Outcomes::tr("The Modbus TCP server is off.");
    case Outcome::AlreadyDisabled:
        return Outcomes::tr("The Modbus TCP server was already off; nothing was changed.");
    case Outcome::PortChanged:
        return result.current && !result.current->enabled
            ? Outcomes::tr("The Modbus TCP port is now %1; the server stays off.").arg(portText)
            : Outcomes::tr("The Modbus TCP port is now %1.").arg(portText);
    case Outcome::Unchanged:
        return Outcomes::tr("The Modbus TCP port was already %1; nothing was changed.").arg(portText);
    case Outcome::EnabledUnverified:
        return Outcomes::tr("The Modbus TCP server is on, but this computer could not verify it.");
    case Outcome::Refused:
        return result.writeSent
            ? Outcomes::tr("The gateway refused the change.")
            : Outcomes::tr("The gateway refused to report its setting; nothing was changed.");
    case Outcome::NoEffect:
        return Outcomes::tr("The change had no effect.");
    case Outcome::Unknown:
        return Outcomes::tr("It is not known whether the change took effect.");
    case Outcome::Verified:
        return Outcomes::tr("Modbus answers on port %1.").arg(testedText);
    case Outcome::NotVerified:
        return Outcomes::tr("Modbus on port %1 could not be verified.").arg(testedText);
    case Outcome::Read:
        return result.current ? Outcomes::tr("The Modbus TCP server is %1.").arg(settingText(*result.current))
                              : QString();
    case Outcome::DryRun:
        return Outcomes::tr("This was a dry run: nothing was changed.");
    case Outcome::Repaired:
        return Outcomes::tr("The Modbus TCP server was switched off and on again, port %1, and it answers.")
            .arg(portText);
    case Outcome::TimedOut:
        return Outcomes::tr("No Modbus server appeared in the time given.");
    case Outcome::Failed:
    case Outcome::Cancelled:
        break;
    }
    return {};
}

} // namespace Sigen
