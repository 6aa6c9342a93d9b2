// What became of the registry's gateways by one call. A value.
#pragma once

#include "registry/gateway.h"

#include <QHash>
#include <QList>
#include <QMetaType>
#include <QStringList>

namespace Sigen {

enum class Aspect {
    Identity = 1 << 0, ///< serial numbers, MAC address, model, firmware, the user's name
    Place = 1 << 1, ///< where it is, and whether it is there
    Ports = 1 << 2, ///< what the ports did, and how fast
    Setting = 1 << 3, ///< as read, doubted, or known from before
    Units = 1 << 4,
    Way = 1 << 5,
    Keeping = 1 << 6, ///< saved or forgotten, last seen
};
Q_DECLARE_FLAGS(Aspects, Aspect)
Q_DECLARE_OPERATORS_FOR_FLAGS(Aspects)

/// What became of the gateways by one call, by their ids.
struct Changes
{
    struct Merge
    {
        QString from; ///< is gone
        QString into;
        bool operator==(const Merge &) const = default;
    };
    struct Displacement
    {
        QString gateway; ///< is not there any more
        QString by; ///< who is
        bool operator==(const Displacement &) const = default;
    };
    QStringList added;
    QHash<QString, Aspects> changed;
    QList<Merge> merged;
    QList<Displacement> displaced;
    QStringList removed;

    bool isEmpty() const;
    bool operator==(const Changes &) const = default;
};

/// What of a gateway is not as it was.
Aspects differences(const Gateway &one, const Gateway &other);

} // namespace Sigen

Q_DECLARE_METATYPE(Sigen::Changes)
