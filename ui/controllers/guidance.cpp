#include "ui/controllers/guidance.h"

#include "core/displaytext.h"

#include <QCoreApplication>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class Guidance
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::Guidance)
};

} // namespace

SwitchGuidance switchGuidance()
{
    SwitchGuidance guidance;
    guidance.introduction = Guidance::tr("The Modbus TCP server can also be switched on in the vendor's app. "
                                         "Where the entry is depends on the "
                                         "app's version, the region and the account's role.");
    // One public source, June 2026, on iOS.
    guidance.paths.append(
        {Guidance::tr("Owner's account"),
         {Guidance::tr("Settings"), Guidance::tr("System Settings"), Guidance::tr("General"),
          Guidance::tr("Modbus TCP Server Settings")},
         Guidance::tr(
             "Seen in one place only. If the entry is missing, the account needs installer rights: ask your "
             "installer.")});
    // Two or more independent sources.
    guidance.paths.append({Guidance::tr("Installer's account"),
                           {Guidance::tr("Device"), Guidance::tr("Settings"), Guidance::tr("Communication"),
                            Guidance::tr("Modbus TCP Server"), Guidance::tr("Save")},
                           Guidance::tr("Nothing is stored before Save is pressed.")});
    guidance.hints = {
        Guidance::tr("The IP address that the app shows is often not the one on your network: use the "
                     "router's list of "
                     "devices, or a scan."),
        Guidance::tr("A firmware update can switch the server off again."),
        Guidance::tr("Some firmware only lets listed clients in: have the address of the computer that reads "
                     "the plant "
                     "added to the list."),
        Guidance::tr("Modbus TCP has no password: anyone on the network can read and control the plant."),
        Guidance::tr("Afterwards, test the port here; that works without signing in."),
    };
    return guidance;
}

QString switchGuidanceText()
{
    const SwitchGuidance guidance = switchGuidance();
    QString text = guidance.introduction + u"\n\n"_s;
    for (const SwitchPath &path : guidance.paths)
        text += path.who + u":\n"_s + path.steps.join(u" → "_s) + u'\n' + path.remark + u"\n\n"_s;
    for (const QString &hint : guidance.hints)
        text += u"• "_s + hint + u'\n';
    return text;
}

QString letterSubject(Recipient recipient)
{
    return recipient == Recipient::Installer
        ? Guidance::tr("Please switch on the Modbus TCP server of my SigenEnergy system")
        : Guidance::tr("My installer can't be reached: please switch on the Modbus TCP server of my system");
}

static QString factLines(const LetterFacts &facts)
{
    const auto shown = [](const QString &text) { return displayText(text, 60); };
    QStringList about;
    if (!facts.model.isEmpty())
        about += Guidance::tr("Model: %1").arg(shown(facts.model));
    if (!facts.serial.isEmpty())
        about += Guidance::tr("Serial number: %1").arg(shown(facts.serial));
    if (!facts.host.isEmpty())
        about += Guidance::tr("Address on my network: %1").arg(shown(facts.host));
    return about.join(u'\n');
}

static QStringList toInstaller(const LetterFacts &facts)
{
    return {
        Guidance::tr("Hello,"),
        Guidance::tr("I would like to read my SigenEnergy system from my own network through Modbus "
                     "TCP. Could you please switch its Modbus TCP server on, on port %1?")
            .arg(facts.port),
        factLines(facts),
        Guidance::tr(
            "In the installer's app: Device → Settings → Communication → Modbus TCP Server, then Save. If "
            "the firmware has a list of permitted clients, please leave it open for my network or tell me "
            "which address you need. Please leave protections against a loss of communication as they "
            "are."),
        Guidance::tr("I know that Modbus TCP has no password and that a firmware update may switch the "
                     "server off again."),
        Guidance::tr("Thank you!")};
}

static QStringList toSupport(const LetterFacts &facts)
{
    return {Guidance::tr("Hello,"),
            Guidance::tr("The company that installed my SigenEnergy system can't be reached any more, and my "
                         "owner's account does not let me switch on the system's Modbus TCP server. I would "
                         "like to read the system from my own network through it."),
            Guidance::tr("Could you please do one of these?\n"
                         "• switch the Modbus TCP server on, on port %1,\n"
                         "• give my account the right to do so, or\n"
                         "• name a company that can take over the system.")
                .arg(facts.port),
            factLines(facts),
            Guidance::tr("I can send proof that the system is mine. Please tell me what you need."),
            Guidance::tr("I know that Modbus TCP has no password and that a firmware update may switch the "
                         "server off again."),
            Guidance::tr("Thank you!")};
}

QString letterBody(Recipient recipient, const LetterFacts &facts)
{
    QStringList paragraphs = recipient == Recipient::Installer ? toInstaller(facts) : toSupport(facts);
    paragraphs.removeAll(QString()); // nothing is known of the system
    return paragraphs.join(u"\n\n"_s) + u'\n';
}

} // namespace Sigen
