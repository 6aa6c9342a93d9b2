// A gateway that the user wants to find again: where it is, how it is spoken to, and what was last seen of
// it. Holds no secret; passwords are the keychain's.
#pragma once

#include <QDateTime>
#include <QLatin1StringView>
#include <QMetaType>
#include <QString>

#include <optional>

namespace Sigen {

enum class KnownState { Unknown, On, Off };

/// "unknown", "on", "off".
QString knownStateName(KnownState state);
std::optional<KnownState> knownState(const QString &name);

struct SavedGateway
{
    QString address; ///< as the user or the scan gave it; the only field that is never empty
    QString name; ///< the user's own; empty: none
    QString serial; ///< from the network, untrusted text; may be empty
    QString mac; ///< "0c:47:a9:91:22:33", lower case; may be empty
    quint16 webSocketPort = 0; ///< 0: the profile's
    QString path; ///< empty: the profile's
    QString profile; ///< name or file; empty: the default one; behind profileToChoose: still to be chosen
    bool tls = false;
    QString fingerprint; ///< SHA-256 of the pinned certificate, 64 hexadecimal digits in lower case, or empty
    QString username; ///< empty: never signed in
    QDateTime lastSeen; ///< UTC; invalid: never
    KnownState lastKnownState = KnownState::Unknown; ///< of the Modbus TCP server
    QDateTime lastKnownStateAt; ///< UTC; valid unless the state is Unknown
    std::optional<quint16> lastKnownModbusPort;

    bool operator==(const SavedGateway &) const = default;
};

/// In front of the file that somebody else's list names as a profile. It is never opened by that: it could be
/// a share, and is not the user's choice. Whoever signs in is asked for it.
inline constexpr QLatin1StringView profileToChoose{"choose:"};

/// Longest text of each field; an address: a DNS name with its final dot, or an IPv6 address with a zone.
inline constexpr qsizetype maximumAddressLength = 255;
inline constexpr qsizetype maximumSavedTextLength = 256;

// What a field may hold; the same for the settings file, for imported files, and for what the program saves.
// An empty text is fine everywhere but in the address.
bool isSavedAddress(const QString &text); ///< no white space, no control characters
bool isSavedText(const QString &text); ///< no control characters; must still be made safe before it is shown
bool isSavedMac(const QString &text);
bool isSavedPath(const QString &text); ///< begins with "/"; printable ASCII
bool isSavedFingerprint(const QString &text);

/// Brings it into the spelling that is saved. A serial number that no device should have is dropped; false
/// when anything else can't be saved.
bool normalize(SavedGateway &gateway);

/// The same device? By serial number where both have one, else by MAC address, else by address.
bool isSameGateway(const SavedGateway &one, const SavedGateway &other);

/// What is known when \a seen is added to \a known: fields that \a seen does not know stay.
SavedGateway mergedGateway(const SavedGateway &known, const SavedGateway &seen);

} // namespace Sigen

Q_DECLARE_METATYPE(Sigen::SavedGateway)
