// From what a scan knows about an address to what the registry takes in. Pure.
#pragma once

#include "discovery/discoveredhost.h"
#include "registry/evidence.h"

namespace Sigen {

/// \a name: under which the host was asked; empty: by its address.
Sighting sightingOf(const DiscoveredHost &host, const QDateTime &at, const QString &name = {});

} // namespace Sigen
