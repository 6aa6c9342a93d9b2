#include "discovery/socketbudget.h"

#include <QDir>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace Sigen {

// For handshakes, Modbus checks, resolver threads, files and libraries.
static constexpr long long reserve = 96;
// A whole /24 at once takes 508; more would only fill the neighbour tables of this computer and of the
// switches.
static constexpr long long most = 640;
static constexpr long long least = 8;
// Where the system does not tell.
static constexpr int usuallyOpen = 64;

int affordableSockets(long long limit, int open)
{
    if (limit < 0)
        return int(most);
    // A small limit (macOS: 256) must not be eaten up by the reserve.
    const long long left = limit - open;
    return int(std::clamp(left - std::min(reserve, left / 3), least, most));
}

int affordableSockets()
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return affordableSockets(256, usuallyOpen);
    const QDir descriptors(QStringLiteral("/proc/self/fd"));
    const int open = descriptors.exists()
        ? int(descriptors.entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System).size())
        : usuallyOpen;
    return affordableSockets(limit.rlim_cur == RLIM_INFINITY ? -1 : static_cast<long long>(limit.rlim_cur),
                             open);
#else
    return affordableSockets(-1, 0);
#endif
}

} // namespace Sigen
