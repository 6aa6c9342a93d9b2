#include "desktop/crashprivacy.h"

#include <sys/resource.h>

namespace Sigen {

void forbidMemoryImages()
{
    // 0 still lets Linux pipe an image to a collector; 1 byte is refused there, and too small for a file.
    rlimit limit{1, 1};
    setrlimit(RLIMIT_CORE, &limit);
}

} // namespace Sigen
