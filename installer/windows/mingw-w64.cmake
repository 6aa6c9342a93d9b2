# CMake toolchain: programs for 64-bit Windows, made on Linux with MinGW-w64.
#
#   cmake -S . -B build -DCMAKE_TOOLCHAIN_FILE=installer/windows/mingw-w64.cmake -DCMAKE_PREFIX_PATH=QT
#         -DQT_HOST_PATH=/usr [-DQT_HOST_PATH_CMAKE_DIR=…] -DSIGEN_MAKEICONS=…
#
# QT is any Qt 6 for MinGW of the host's version, with its modules and QtKeychain. A Qt that was built with this file
# names it in its own lib/cmake/Qt6/qt.toolchain.cmake, which is then the one to pass.
# Needs the packages g++-mingw-w64-x86-64-posix and binutils-mingw-w64-x86-64 (Debian's names).
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)

set(triplet x86_64-w64-mingw32)
# "posix" has std::thread and std::mutex; "win32", the default, lacks them.
find_program(CMAKE_C_COMPILER NAMES ${triplet}-gcc-posix ${triplet}-gcc REQUIRED)
find_program(CMAKE_CXX_COMPILER NAMES ${triplet}-g++-posix ${triplet}-g++ REQUIRED)
find_program(CMAKE_RC_COMPILER NAMES ${triplet}-windres REQUIRED)

# The compiler's own libraries go inside: no DLLs of MinGW beside the programs.
set(CMAKE_EXE_LINKER_FLAGS_INIT "-static -static-libgcc -static-libstdc++")
set(CMAKE_SHARED_LINKER_FLAGS_INIT "-static-libgcc -static-libstdc++")

# Programs that run during the build are the host's; libraries, headers and packages never are.
list(APPEND CMAKE_FIND_ROOT_PATH /usr/${triplet} ${CMAKE_PREFIX_PATH})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# Windows' own programs among the tests.
find_program(SIGEN_WINE NAMES wine)
if(SIGEN_WINE)
    set(CMAKE_CROSSCOMPILING_EMULATOR ${SIGEN_WINE})
endif()
