#include "discovery/socketbudget.h"

#include "core/descriptors.h"

#include <algorithm>

namespace Sigen {

// A whole /24 at once takes 508; more would only fill the neighbour tables of this computer and of the
// switches.
static constexpr long long mostSockets = 640;
static constexpr long long leastSockets = 2; // one for each port
static constexpr long long mostProbes = 48;
static constexpr long long mostNameLookups = 4;
// The neighbour table, the list of interfaces, libraries that are loaded late.
static constexpr long long reserve = 4;
// The handshake's connection and the Modbus one, and what the first of them makes the libraries open.
static constexpr long long probeCost = 3;
// A resolver's thread: its event loop, the files it reads, its sockets.
static constexpr long long nameLookupCost = 8;

ScanBudget scanBudget(long long limit, int open)
{
    if (limit < 0)
        return {int(mostSockets), int(mostProbes), int(mostNameLookups)};
    const long long left = std::max(limit - open - reserve, 0LL);
    const long long names = std::min(left / (nameLookupCost * 4), mostNameLookups);
    const long long probes = std::clamp(left / (probeCost * 4), 1LL, mostProbes);
    const long long sockets = left - names * nameLookupCost - probes * probeCost;
    return {int(std::clamp(sockets, leastSockets, mostSockets)), int(probes), int(names)};
}

ScanBudget scanBudget()
{
    return scanBudget(descriptorLimit(), descriptorsInUse());
}

} // namespace Sigen
