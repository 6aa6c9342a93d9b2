// What owners of a gateway that does not speak the local protocol need: where the switch is in the vendor's
// app, and letters to those who can flip it, ready to copy. Pure text, translated.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Sigen {

struct SwitchPath
{
    QString who; ///< "Owner, in the mySigen app"
    QStringList steps; ///< the menu entries one after another
    QString remark; ///< how sure it is, and what to do when an entry is missing
};

struct SwitchGuidance
{
    QString introduction;
    QList<SwitchPath> paths;
    QStringList hints; ///< address in the app, firmware updates, and the like
};

SwitchGuidance switchGuidance();
/// The same as plain text for the clipboard.
QString switchGuidanceText();

/// Unknown values are left out.
struct LetterFacts
{
    QString model;
    QString serial;
    QString host;
    quint16 port = 502;
};

/// Who can switch the server on where the owner can't.
enum class Recipient {
    Installer,
    Support, ///< of the vendor, for owners whose installer is gone
};

/// Subject line and body of a letter; the facts pass displayText().
QString letterSubject(Recipient recipient);
QString letterBody(Recipient recipient, const LetterFacts &facts);

} // namespace Sigen
