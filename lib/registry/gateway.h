// One gateway as everybody sees it: who it is, where it was reached, how it is spoken to, and what was seen
// of it. A value; Registry keeps one for each device. Texts that came from the network are untrusted.
#pragma once

#include "registry/servicestate.h"

#include <QDateTime>
#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Sigen {

enum class SerialSource {
    None,
    Saved, ///< from an earlier run or an imported file
    Modbus, ///< as a device behind the Modbus port reported it
    SignIn, ///< as the gateway itself reported it, in this run
};

struct PortEvidence
{
    quint16 port = 0; ///< 0: not known
    ServiceState state = ServiceState::NotTested;
    QDateTime at; ///< UTC; invalid: not tested
    bool operator==(const PortEvidence &) const = default;
};

/// Where a gateway is, or was, reached. At least one of address and name is given.
struct Place
{
    QString address; ///< numeric, as QHostAddress writes it; empty: the name was not resolved in this run
    QString name; ///< under which the user or a file gave it; empty: known by its address
    QString hostname; ///< what the network calls it; says nothing about who it is
    QString mac; ///< "0c:47:a9:91:22:33"; known only for hosts in a network of this computer
    QString serial; ///< as seen here in this run, whoever gave it
    PortEvidence webSocket;
    PortEvidence modbus;
    std::optional<double> rttMs;
    QList<quint16> refusedPorts; ///< by the last look, when nothing else was found
    bool nameUnknown = false; ///< by the last look
    bool silent = false; ///< by the last look: asked by itself, nothing answered at all
    bool noDevice = false; ///< silent, and nobody on this computer's network has the address
    bool typed = false; ///< by the user in this run
    bool saved = false; ///< known from an earlier run or a file
    bool seen = false; ///< in this run, and the last look found it again
    bool settled = false; ///< that look has ended: whatever can be known of this host is known
    bool used = false; ///< somebody signed in here in this run
    bool recommended = false; ///< of several addresses of a plant the one that discovery prefers
    bool vendorMac = false;
    bool ownMac =
        false; ///< the last scan saw its MAC address here only; a repeater's is seen in several places
    bool displaced = false; ///< another device answers here now
    bool operator==(const Place &) const = default;

    QString host() const; ///< to connect to: the address that was seen, else the name
    bool isAt(const QString &addressOrName) const;
    bool sharesHostWith(const Place &other) const;
};

/// \a host is an address or a name.
Place placeAt(const QString &host);

/// In front of the file that somebody else's list names as a profile. It is never opened by that: it could be
/// a share, and is not the user's choice. Whoever signs in is asked for it.
inline constexpr QLatin1StringView profileToChoose{"choose:"};

/// How a gateway is spoken to. Empty and 0: as the profile has it.
struct Way
{
    quint16 webSocketPort = 0;
    QString path;
    QString profile; ///< name or file; empty: the default one; behind profileToChoose: still to be chosen
    bool tls = false;
    QString fingerprint; ///< SHA-256 of the pinned certificate, 64 hexadecimal digits in lower case
    QString username; ///< empty: nobody ever signed in
    bool operator==(const Way &) const = default;
};

/// The Modbus TCP server's setting, as read from the gateway after a sign-in.
struct SettingEvidence
{
    bool on = false;
    std::optional<quint16> port; ///< empty: the gateway reports none
    QString firmware; ///< at that time; empty: not known
    QDateTime at; ///< UTC
    bool operator==(const SettingEvidence &) const = default;
};

struct FoundUnit
{
    int id = 0; ///< 1–246
    QString model;
    QString serial;
    QString firmware;
    bool hasDcCharger = false;
    bool isAcCharger = false;
    bool operator==(const FoundUnit &) const = default;
};

struct Gateway
{
    QString id; ///< stable, also between runs; unique

    QString serial; ///< the gateway's own; empty: not known
    SerialSource serialFrom = SerialSource::None;
    QString modbusSerial; ///< of what answers on its Modbus port, where that is another
    QString name; ///< the user's own
    QString model;
    QString firmware;
    bool demo = false;

    QList<Place> places; ///< never empty; the first is the one to use
    Way way;

    std::optional<SettingEvidence> setting; ///< as last read in this run
    bool doubtful = false; ///< a change was sent since, and what it did could not be read back
    /// The last state that an earlier run knew. Gone when this run has seen the setting change.
    std::optional<SettingEvidence> before;
    QList<FoundUnit> units; ///< ascending; stay known until a complete sweep does not find them
    QStringList remembered; ///< "user@host" of the passwords that this computer's keychain was given
    QDateTime lastSeen; ///< UTC; invalid: never
    bool saved = false; ///< kept between runs
    bool forgotten = false; ///< by the user in this run: saved again only by a sign-in or an import

    bool operator==(const Gateway &) const = default;

    const Place &place() const { return places.constFirst(); }
    QString host() const { return place().host(); }
    const Place *placeAt(const QString &addressOrName) const; ///< null when it is not there (any more)
    QString mac() const { return place().mac; }
    bool isSeen() const { return place().seen; }
    bool isTyped() const;
    bool isDisplaced() const { return place().displaced; }
    /// A MAC block, a Modbus answer or a reading after a sign-in says that it is a gateway.
    bool isConfirmed() const;
    quint16 webSocketPort() const; ///< 0: the profile's
    quint16 modbusPort() const; ///< as read, seen or known from before; 0: the profile's
    /// Of modbusPort(): what was seen of another port says nothing of this one.
    ServiceState modbus() const;
};

/// At this place, with nothing else said of it.
Gateway withPlace(const Place &place);

/// What is known when \a seen is added to \a known: \a seen prevails where it says something. Keeps the id.
Gateway merged(const Gateway &known, const Gateway &seen);
/// The clock was set back where something was seen after \a now: it was seen now at the latest, or what is
/// seen next would pass for older.
void ageUntil(Gateway &known, const QDateTime &now);

/// The best place first: seen, used in this run, with the gateway's own serial number, saved, recommended.
void sortPlaces(Gateway &gateway);

} // namespace Sigen
