// What owners of a gateway that does not speak the local protocol need: where the switch is in the vendor's
// app, and a message to the installer, ready to copy. Pure text, translated.
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
struct InstallerFacts
{
    QString model;
    QString serial;
    QString host;
    quint16 port = 502;
};

/// Subject line and body of the message to the installer; the facts pass displayText().
QString installerSubject();
QString installerMessage(const InstallerFacts &facts);

} // namespace Sigen
