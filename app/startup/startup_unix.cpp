#include "startup/startup.h"

#include <array>
#include <csignal>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace Sigen {

static void forbidMemoryImages()
{
    // 0 still lets Linux pipe an image to a collector; 1 byte is refused there, and too small for a file.
    rlimit limit{1, 1};
    setrlimit(RLIMIT_CORE, &limit);
}

static void occupyClosedStreams()
{
    // Each takes the lowest free number. Output gets something that can't be written, so that its loss is
    // noticed.
    constexpr std::array modes{O_RDONLY, O_RDONLY, O_WRONLY};
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
        if (fcntl(descriptor, F_GETFD) == -1)
            open("/dev/null", modes.at(static_cast<std::size_t>(descriptor)));
    }
}

void prepareProcess()
{
    forbidMemoryImages();
    occupyClosedStreams();
    for (const int number : {SIGPIPE, SIGXFSZ})
        std::signal(number, SIG_IGN);
}

} // namespace Sigen
