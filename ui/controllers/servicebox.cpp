#include "ui/controllers/servicebox.h"

#include "words/advice.h"

#include <QCoreApplication>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;
using Obstacle = ServiceEnvironment::Obstacle;

namespace {

class ServiceText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::ServiceBox)
};

QString whyNot(const ServiceFacts &facts)
{
    switch (facts.obstacle) {
    case Obstacle::NoSystem:
        return ServiceText::tr("Not on this system: it has no service manager that this program knows.");
    case Obstacle::Sandbox:
        return ServiceText::tr("Not in a Flatpak, which can't install a service. The other packages of this "
                               "program can.");
    case Obstacle::NoProgram:
        return ServiceText::tr(
            "The service runs the program sigen-modbus-cli, which is not installed on this "
            "computer.");
    case Obstacle::OwnSettings:
        return ServiceText::tr("Not with a settings file of one's own, with which this window was started: a "
                               "service does not know it.");
    case Obstacle::None:
        break;
    }
    return facts.hasPassword ? QString()
                             : ServiceText::tr("The service takes the password from the keychain, which does "
                                               "not have it: sign in once more and have it remembered.");
}

QString whenItRuns(ServiceSystem system)
{
    switch (system) {
    case ServiceSystem::Systemd:
        return ServiceText::tr("It runs while you are logged in. Lingering lets it run from the computer's "
                               "start on: loginctl enable-linger.");
    case ServiceSystem::Launchd:
    case ServiceSystem::TaskScheduler:
        break;
    }
    return ServiceText::tr("It runs while you are logged in.");
}

QString whatIsInstalled(ServiceSystem system)
{
    switch (system) {
    case ServiceSystem::Systemd:
        return ServiceText::tr("Installed: a systemd unit of your account.");
    case ServiceSystem::Launchd:
        return ServiceText::tr("Installed: a launch agent of your account.");
    case ServiceSystem::TaskScheduler:
        return ServiceText::tr("Installed: a scheduled task of your account.");
    }
    return {};
}

QString noteOf(const ServiceFacts &facts)
{
    if (facts.problem)
        return ServiceText::tr("That did not work: %1", "a sentence").arg(errorMessage(facts.problem));
    if (facts.state.isEmpty())
        return ServiceText::tr("A background service of your account does it then.");
    if (facts.state != "running"_L1)
        return ServiceText::tr("The service is installed, but does not run at the moment.");
    return facts.isPlain
        ? ServiceText::tr(
              "%1 This system does not let a user close a service in, so it has all the rights of "
              "your account.",
              "a sentence before it")
              .arg(whenItRuns(facts.system))
        : whenItRuns(facts.system);
}

} // namespace

ServiceBox serviceBox(const KeepOn &keepOn, const ServiceFacts &facts)
{
    const QString obstacle = whyNot(facts);
    ServiceBox box;
    box.isChecked = !facts.state.isEmpty();
    const bool canInstall = obstacle.isEmpty() && keepOn.state == KeepOn::State::Running;
    box.canToggle = !facts.isBusy && (box.isChecked || canInstall);
    box.note = box.isChecked || obstacle.isEmpty() ? noteOf(facts) : obstacle;
    if (facts.isBusy)
        box.note = ServiceText::tr("Asking the system…");
    return box;
}

Question serviceQuestion(const QString &title, const KeepOn &keepOn, ServiceSystem system)
{
    Question question;
    question.title = ServiceText::tr("Keep it on with this window closed?");
    const QString about = keepOn.isPassive
        ? ServiceText::tr("%1.\n\nA background service of your account looks every %2, from now on and after "
                          "each log-on. It needs no password. It is removed when you take this tick away.",
                          "a gateway, 30 s")
        : ServiceText::tr(
            "%1.\n\nA background service of your account keeps it on, from now on and after each "
            "log-on: it looks every %2, and takes the password from the keychain. It is removed "
            "when you take this tick away.",
            "a gateway, 30 s");
    question.text = about.arg(title, intervalText(keepOn.interval));
    question.sent =
        ServiceText::tr("%1 %2", "two sentences").arg(whatIsInstalled(system), whenItRuns(system));
    question.acceptText = ServiceText::tr("&Install");
    question.rejectText = ServiceText::tr("&Cancel");
    return question;
}

} // namespace Sigen
