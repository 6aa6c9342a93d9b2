#include "core/descriptors.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <unistd.h>

#include <dirent.h>

#include <array>
#include <vector>
#endif

namespace Sigen {

#ifdef Q_OS_UNIX

long long descriptorLimit()
{
    rlimit limit{};
    // macOS gives programs that are started from its desktop 256; so do we where the system does not tell.
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 256;
    return limit.rlim_cur == RLIM_INFINITY ? -1 : static_cast<long long>(limit.rlim_cur);
}

int descriptorsInUse()
{
    constexpr int usual = 64;
    DIR *const directory = ::opendir("/dev/fd"); // Linux, macOS and the BSDs
    if (!directory)
        return usual;
    int entries = 0;
    while (::readdir(directory))
        ++entries;
    ::closedir(directory);
    constexpr int noDescriptors = 3; // ".", ".." and the one that is reading
    return entries > noDescriptors ? entries - noDescriptors : usual;
}

bool canOpenDescriptors(int count)
{
    std::vector<int> opened;
    bool isPossible = true;
    while (isPossible && static_cast<int>(opened.size()) < count) {
        std::array<int, 2> ends{};
        isPossible = ::pipe(ends.data()) == 0;
        if (isPossible)
            opened.insert(opened.end(), ends.begin(), ends.end());
    }
    for (const int descriptor : opened)
        ::close(descriptor);
    return isPossible;
}

#else

long long descriptorLimit()
{
    return -1;
}

int descriptorsInUse()
{
    return 0;
}

bool canOpenDescriptors(int)
{
    return true;
}

#endif

} // namespace Sigen
