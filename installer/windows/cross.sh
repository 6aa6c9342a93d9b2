#!/usr/bin/env bash
# Builds for Windows what can be built for it on a Debian computer alone, and tests it under Wine.
#
#   installer/windows/cross.sh FOLDER [STEP...]     all steps, or only these; `fetch` and `qt` once a FOLDER
#
# fetch  Debian's own source package of qtbase, in the version that is installed
# qt     qtbase from it, static, without any patch, as far as it is needed here
# ours   every target of ours that needs no other Qt module: core, protocol, network, modbus, settings, with their tests
# test   those tests under Wine, on the same program files that Windows would run
#
# WebSockets, Svg and QtKeychain have no Debian source that was tried here, so the whole program is built on Windows
# itself (.github/workflows/release.yml), or against any Qt for MinGW with mingw-w64.cmake.
#
# Needs: dpkg-dev cmake ninja-build qt6-base-dev qt6-tools-dev-tools g++-mingw-w64-x86-64-posix
# binutils-mingw-w64-x86-64 wine wine64. SIGEN_JOBS is the number of compilers at a time.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "$1"
work=$(cd "$1" && pwd)
jobs=${SIGEN_JOBS:-$(getconf _NPROCESSORS_ONLN)}
host=$(dpkg-architecture -q DEB_HOST_MULTIARCH)
host_packages=/usr/lib/$host/cmake
prefix=$work/qt

die() { echo "cross.sh: $*" >&2; exit 1; }
for tool in cmake ninja dpkg-source x86_64-w64-mingw32-g++-posix x86_64-w64-mingw32-windres; do
    command -v "$tool" >/dev/null || die "$tool is missing; the packages stand at the top of this file."
done

# The source of the very version that is installed: its tools (moc, rcc) take part in the build.
fetch_source() {
    local state=$work/apt options version
    # shellcheck disable=SC2016 # dpkg-query expands it
    version=$(dpkg-query -W -f '${source:Version}' qt6-base-dev)
    mkdir -p "$state/lists/partial"
    apt-get indextargets --format "deb-src \$(SITE) \$(RELEASE) \$(COMPONENT)" 'Created-By: Packages' \
        | grep '/debian ' | sort -u >"$state/sources.list"
    options=(-o "Dir::Etc::SourceList=$state/sources.list" -o Dir::Etc::SourceParts=/dev/null
        -o "Dir::State::Lists=$state/lists" -o "Dir::Cache::srcpkgcache=$state/src.bin"
        -o "Dir::Cache::pkgcache=$state/pkg.bin")
    apt-get "${options[@]}" update -qq
    (cd "$work" && apt-get "${options[@]}" source --only-source "qt6-base=$version")
    mv "$work"/qt6-base-*/ "$work/qtbase"
}

build_qtbase() {
    local options=(-DBUILD_SHARED_LIBS=OFF -DQT_QMAKE_TARGET_MKSPEC=win32-g++
        -DQT_HOST_PATH=/usr "-DQT_HOST_PATH_CMAKE_DIR=$host_packages"
        -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF -DQT_BUILD_TOOLS_BY_DEFAULT=OFF
        -DFEATURE_pkg_config=OFF -DFEATURE_static_runtime=ON -DINPUT_opengl=no -DINPUT_openssl=no
        -DFEATURE_schannel=ON) feature
    # Gui and Widgets: nothing that is built here needs them, and they are most of the work.
    for feature in gui widgets dbus sql printsupport androiddeployqt icu glib vulkan tabletevent zstd brotli gssapi \
        system_zlib system_png system_jpeg system_pcre2 system_freetype system_harfbuzz system_doubleconversion \
        system_libb2; do
        options+=("-DFEATURE_$feature=OFF")
    done
    cmake -S "$work/qtbase" -B "$work/qtbase-build" -G Ninja -DCMAKE_BUILD_TYPE=Release \
        "-DCMAKE_INSTALL_PREFIX=$prefix" "-DCMAKE_TOOLCHAIN_FILE=$here/mingw-w64.cmake" "${options[@]}"
    cmake --build "$work/qtbase-build" --parallel "$jobs"
    cmake --install "$work/qtbase-build"
    cp "$here/mingw-w64.cmake" "$prefix/" # Qt's own toolchain file goes on from there
}

build_ours() {
    cmake -S "$here/qtbase-only" -B "$work/ours" -G Ninja -DCMAKE_BUILD_TYPE=Release \
        "-DCMAKE_TOOLCHAIN_FILE=$prefix/lib/cmake/Qt6/qt.toolchain.cmake" \
        -DQT_HOST_PATH=/usr "-DQT_HOST_PATH_CMAKE_DIR=$host_packages"
    cmake --build "$work/ours" --parallel "$jobs"
}

# Under Wine the output of a program for consoles is not to be had; QtTest writes it into a file.
test_ours() {
    local wine program name failed=0 passed=0
    wine=$(command -v wine || true)
    [[ -n $wine ]] || die "wine is missing; what was built was not tested."
    # HOME: Wine links its desktop and documents there.
    export WINEPREFIX=$work/wine WINEARCH=win64 WINEDEBUG=-all HOME=$work
    if [[ ! -d $WINEPREFIX ]]; then "$wine" winecfg -v win10 >/dev/null 2>&1; fi
    while read -r program; do
        name=$(basename "$program" .exe)
        if (cd "$work/ours" && timeout 120 "$wine" "$program" -o "$name.txt,txt" </dev/null >/dev/null 2>&1); then
            passed=$((passed + 1))
            echo "ok      $name: $(grep '^Totals' "$work/ours/$name.txt")"
        else
            failed=$((failed + 1))
            echo "FAILED  $name"
            grep -A 3 -E '^(FAIL|XPASS|QFATAL)' "$work/ours/$name.txt" || true
        fi
    done < <(find "$work/ours" -name 'tst_*.exe' | sort)
    echo "$passed passed, $failed failed"
    [[ $failed -eq 0 && $passed -gt 0 ]]
}

shift
[[ $# -gt 0 ]] || set -- fetch qt ours test
for step in "$@"; do
    case $step in
        fetch) [[ -d $work/qtbase ]] || fetch_source ;;
        qt) [[ -f $prefix/mingw-w64.cmake ]] || build_qtbase ;;
        ours) build_ours ;;
        test) test_ours ;;
        *) die "there is no step $step" ;;
    esac
done
