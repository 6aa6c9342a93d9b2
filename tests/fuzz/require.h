// What must hold for every input. Not assert(): that is gone in a release build.
#pragma once

#include <cstdio>
#include <cstdlib>

inline void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}
