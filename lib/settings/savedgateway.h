// What of a Gateway is kept between runs and in exported files, and what its fields may hold. Never a secret;
// passwords are the keychain's.
#pragma once

#include "registry/gateway.h"

#include <QList>
#include <QString>

#include <optional>

namespace Sigen {

/// Of the Modbus TCP server: "on", "off", or "unknown" for nothing.
QString knownStateName(std::optional<bool> on);
bool isKnownStateName(const QString &name);

/// One text of a saved gateway, the same for the settings file, for imported files, and for what the program
/// saves. An empty text is always fine.
struct SavedText
{
    QString key;
    QString &(*of)(Gateway &gateway);
    bool (*accepts)(const QString &text);
    QString rule; ///< untranslated: "must be …"
    /// From the network: dropped, where another text that is not accepted forbids to save the gateway.
    bool isTold = false;
};
const QList<SavedText> &savedTexts();

/// Longest text of each field; an address: a DNS name with its final dot, or an IPv6 address with a zone.
inline constexpr qsizetype maximumAddressLength = 255;
inline constexpr qsizetype maximumSavedTextLength = 256;

bool isText(const QString &text); ///< no control characters; must still be made safe before it is shown
/// Never empty; no white space, no control characters.
bool isSavedAddress(const QString &text);

/// "address" of an entry, and back; it may be a name. What was read belongs to it.
QString savedAddress(const Gateway &gateway);
Gateway entryAt(const QString &address);
/// As last read, in this run or before, or as a Modbus answer has shown since; without a time it says
/// nothing.
std::optional<SettingEvidence> savedState(const Gateway &gateway);

/// Unit ids that were found, as one text, and back; what is not understood is left out. A plant has few: of
/// one that answers on every id the first are kept.
inline constexpr qsizetype maximumSavedUnits = 64;
QString unitsText(const QList<FoundUnit> &units);
QList<FoundUnit> unitsFrom(const QString &text);

/// Brings it into the spelling that is saved; false when it can't be.
bool normalize(Gateway &gateway);

} // namespace Sigen
