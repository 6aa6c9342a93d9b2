// How many connections a scan may have in the making.
#pragma once

namespace Sigen {

/// What this process's descriptor limit leaves, after what is open now and a reserve for everything else; at
/// least 8.
int affordableSockets();

/// The same for given numbers; pure. \a limit < 0: unlimited.
int affordableSockets(long long limit, int open);

} // namespace Sigen
