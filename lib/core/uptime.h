// A clock for ages: nobody sets it, and it goes on while the computer sleeps, which QElapsedTimer does not.
#pragma once

#include <chrono>

namespace Sigen {

/// Since some moment before the program began.
std::chrono::milliseconds uptime();

} // namespace Sigen
