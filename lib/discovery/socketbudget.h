// What a scan may open at a time: its connections in the making are not all that it needs.
#pragma once

namespace Sigen {

struct ScanBudget
{
    int sweepSockets = 0; ///< connections in the making
    int probes = 0; ///< hosts that are looked into, with a few descriptors each
    int nameLookups = 0; ///< each has a thread of the resolver, with an event loop, files and sockets
    bool operator==(const ScanBudget &) const = default;
};

/// What this process's descriptor limit leaves, after what is open now and a reserve for everything else. Few
/// descriptors make a scan slower; without any it still tries one host at a time.
ScanBudget scanBudget();

/// The same for given numbers; pure. \a limit < 0: unlimited.
ScanBudget scanBudget(long long limit, int open);

} // namespace Sigen
