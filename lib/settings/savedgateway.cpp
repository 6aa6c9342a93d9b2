#include "settings/savedgateway.h"

#include <QRegularExpression>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

QString knownStateName(KnownState state)
{
    switch (state) {
    case KnownState::Unknown:
        return u"unknown"_s;
    case KnownState::On:
        return u"on"_s;
    case KnownState::Off:
        return u"off"_s;
    }
    return {};
}

std::optional<KnownState> knownState(const QString &name)
{
    for (const KnownState state : {KnownState::Unknown, KnownState::On, KnownState::Off}) {
        if (knownStateName(state) == name)
            return state;
    }
    return std::nullopt;
}

static bool isControl(QChar character)
{
    return character.category() == QChar::Other_Control;
}

static bool matches(const QString &text, const QString &pattern)
{
    return text.isEmpty() || QRegularExpression(pattern).match(text).hasMatch();
}

bool isSavedAddress(const QString &text)
{
    return !text.isEmpty() && text.size() <= maximumAddressLength
        && std::none_of(text.begin(), text.end(),
                        [](QChar each) { return isControl(each) || each.isSpace(); });
}

bool isSavedText(const QString &text)
{
    return text.size() <= maximumSavedTextLength && std::none_of(text.begin(), text.end(), isControl);
}

bool isSavedMac(const QString &text)
{
    return matches(text, u"\\A[0-9a-f]{2}(?::[0-9a-f]{2}){5}\\z"_s);
}

bool isSavedPath(const QString &text)
{
    return text.size() <= maximumSavedTextLength && matches(text, u"\\A/[!-~]*\\z"_s);
}

bool isSavedFingerprint(const QString &text)
{
    return matches(text, u"\\A[0-9a-f]{64}\\z"_s);
}

bool normalize(SavedGateway &gateway)
{
    gateway.address = gateway.address.trimmed();
    gateway.mac = gateway.mac.toLower().replace(u'-', u':');
    gateway.fingerprint = gateway.fingerprint.toLower().remove(u':');
    gateway.lastSeen = gateway.lastSeen.toUTC();
    gateway.lastKnownStateAt = gateway.lastKnownStateAt.toUTC();
    if (gateway.lastKnownState == KnownState::Unknown)
        gateway.lastKnownStateAt = {};
    else if (!gateway.lastKnownStateAt.isValid())
        gateway.lastKnownState = KnownState::Unknown; // a state without its time says nothing
    if (gateway.lastKnownModbusPort == quint16(0))
        gateway.lastKnownModbusPort.reset();
    if (!isSavedText(gateway.serial))
        gateway.serial.clear();
    return isSavedAddress(gateway.address) && isSavedText(gateway.name) && isSavedMac(gateway.mac)
        && isSavedPath(gateway.path) && isSavedText(gateway.profile)
        && isSavedFingerprint(gateway.fingerprint) && isSavedText(gateway.username);
}

bool isSameGateway(const SavedGateway &one, const SavedGateway &other)
{
    if (!one.serial.isEmpty() && !other.serial.isEmpty())
        return one.serial == other.serial;
    if (!one.mac.isEmpty() && !other.mac.isEmpty())
        return one.mac == other.mac;
    return one.address.compare(other.address, Qt::CaseInsensitive) == 0;
}

SavedGateway mergedGateway(const SavedGateway &known, const SavedGateway &seen)
{
    const auto kept = [](const QString &old, const QString &now) { return now.isEmpty() ? old : now; };
    SavedGateway merged = seen;
    merged.name = kept(known.name, seen.name);
    merged.serial = kept(known.serial, seen.serial);
    merged.mac = kept(known.mac, seen.mac);
    merged.path = kept(known.path, seen.path);
    const bool wasChosen = !known.profile.isEmpty() && seen.profile == profileToChoose + known.profile;
    merged.profile = wasChosen ? known.profile : kept(known.profile, seen.profile);
    merged.fingerprint = kept(known.fingerprint, seen.fingerprint);
    merged.username = kept(known.username, seen.username);
    merged.tls = known.tls || seen.tls; // not back to clear text by a mere sighting
    if (merged.webSocketPort == 0)
        merged.webSocketPort = known.webSocketPort;
    if (!merged.lastSeen.isValid() || (known.lastSeen.isValid() && known.lastSeen > merged.lastSeen))
        merged.lastSeen = known.lastSeen;
    const bool knownIsNewer = known.lastKnownState != KnownState::Unknown
        && (seen.lastKnownState == KnownState::Unknown || known.lastKnownStateAt > seen.lastKnownStateAt);
    if (knownIsNewer) {
        merged.lastKnownState = known.lastKnownState;
        merged.lastKnownStateAt = known.lastKnownStateAt;
    }
    if (!seen.lastKnownModbusPort || (knownIsNewer && known.lastKnownModbusPort))
        merged.lastKnownModbusPort = known.lastKnownModbusPort;
    return merged;
}

} // namespace Sigen
