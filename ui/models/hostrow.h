// One row of the discovery view as a value: a gateway of the registry, and the words for it. Pure. All text
// from the network passes displayText() on its way out of here.
#pragma once

#include "registry/gateway.h"
#include "ui/models/chip.h"

#include <QDateTime>
#include <QList>
#include <QLocale>
#include <QString>

namespace Sigen {

/// In the order of the list.
enum class HostSection {
    Gateways, ///< found ones first, then saved ones that were not seen
    Added, ///< by address, and nothing says yet what it is
    Likely, ///< the MAC address is the vendor's
    Others,
};

/// The user's name, the model, "Sigenergy gateway", "Possible gateway" or the address. Safe to show.
QString gatewayTitle(const Gateway &gateway);
/// The same where it stands alone: with the address, where the title is not a name of its own.
QString gatewayNamed(const Gateway &gateway);

struct HostRow
{
    Gateway gateway;
    bool probing = false; ///< it is being asked right now
    bool keptOn = false; ///< by this computer
    bool operator==(const HostRow &) const = default;

    const QString &key() const { return gateway.id; }
    HostSection section() const;

    QString title() const { return gatewayTitle(gateway); }
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
