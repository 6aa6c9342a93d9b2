// One row of the discovery view as a value: what was seen, what is remembered, and the words that follow from
// both. Pure. All text from the network passes displayText() on its way out of here.
#pragma once

#include "discovery/discoveredhost.h"
#include "ui/models/chip.h"

#include <QDateTime>
#include <QList>
#include <QLocale>
#include <QString>

#include <optional>

namespace Sigen {

/// In the order of the list.
enum class HostSection {
    Gateways, ///< found ones first, then saved ones that were not seen
    Added, ///< by address, and nothing says yet what it is
    Likely, ///< the MAC address is the vendor's
    Others,
};

/// What is remembered of a gateway; unknown fields are empty.
struct RememberedHost
{
    QString id; ///< of the saved gateway
    QString host; ///< address or name under which it was reached
    QString name; ///< the user's own, may be empty
    QString serial; ///< untrusted text, as are model and name (files can be imported)
    QString mac;
    QString model;
    QDateTime lastSeen; ///< UTC
    std::optional<bool> wasOn; ///< when it was last read
    std::optional<quint16> port; ///< of its Modbus server, as last read
    bool operator==(const RememberedHost &) const = default;
};

struct HostRow
{
    QString key; ///< stable for the life of the row; unique in the list
    std::optional<DiscoveredHost> seen; ///< in this run
    std::optional<RememberedHost> remembered;
    QString addedAs; ///< as the user typed it; empty: not added by hand
    quint16 webSocketPort = 0; ///< known without having been seen, as the demo's are; 0: not known
    quint16 modbusPort = 0;
    bool probing = false; ///< it is being asked right now
    bool demo = false;
    bool sharesPlant = false; ///< another row has the same serial: say which address to use
    std::optional<bool> readOn; ///< the server's state as read in this run, after a sign-in
    bool doubtful = false; ///< a change was sent since, and nobody knows what it did
    QString signInSerial; ///< as told at a sign-in in this run
    bool displaced = false; ///< another device was seen at its address
    QList<quint16> refusedPorts; ///< when it was asked last and nothing else was found
    bool nameNotFound = false; ///< when it was asked last
    bool operator==(const HostRow &) const = default;

    HostSection section() const;
    bool isConfirmed() const;
    QString host() const; ///< where to connect to: an address, or a name

    QString
    title() const; ///< the user's name, the model, "Sigenergy gateway", "Possible gateway" or the address
    QString subtitle() const; ///< "192.168.1.150 · 110A1234567890"
    /// "4 ms", or "last seen 3 d"; empty when there is nothing to say.
    QString timeText(const QDateTime &now, const QLocale &locale) const;
    QList<Chip> chips() const;
    QString toolTip() const; ///< plain text with everything known, one fact a line
    QString accessibleText() const; ///< title, subtitle, section and chips in one sentence
};

QString sectionTitle(HostSection section);

/// "5 min", "2 h", "3 d": how long ago, for narrow places.
QString shortAge(const QDateTime &then, const QDateTime &now);

} // namespace Sigen
