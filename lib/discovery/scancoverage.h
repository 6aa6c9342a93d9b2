// What a scan could not ask, and why, as a value. Pure.
#pragma once

#include "core/error.h"

#include <QString>
#include <QStringList>

namespace Sigen {

struct ScanCoverage
{
    enum class Obstacle {
        None,
        NoRoute, ///< this computer has no way to those addresses, or not any more
        NoSockets, ///< the system gave no more connections to this program
    };

    QStringList notAsked; ///< networks of the plan, as CIDR; empty: everything was asked
    bool askedNothing = false; ///< nobody at all was asked
    Obstacle obstacle = Obstacle::None;

    bool isComplete() const { return notAsked.isEmpty(); }
    /// None when everything was asked, else Unreachable.
    Error error() const;
    /// One translated sentence about what is missing; empty when everything was asked.
    QString text() const;
    bool operator==(const ScanCoverage &) const = default;
};

} // namespace Sigen
