#!/usr/bin/env bash
# Builds for Windows what can be built for it on a Debian computer alone, and tests it under Wine.
#
#   installer/windows/cross.sh FOLDER [STEP...]     all steps, or only these; `fetch` and `qt` once a FOLDER
#
# fetch  Debian's own source package of qtbase, in the version that is installed
# qt     qtbase from it, static, without any patch
# ours   every target of ours that needs no other Qt module: core, protocol, network, modbus, settings, with their tests
# test   those tests under Wine, on the same program files that Windows would run
# whole  every file of the whole program and all its tests, through the compiler and no further: headers are alike
#        for all systems, so Debian's own serve for the modules that are missing
#
# WebSockets, Svg and QtKeychain are not built here, so the whole program is linked on Windows itself
# (.github/workflows/release.yml), or against any Qt for MinGW with mingw-w64.cmake.
#
# Needs: what ../dependencies.sh calls build and test, and dpkg-dev g++-mingw-w64-x86-64-posix
# binutils-mingw-w64-x86-64 wine wine64. SIGEN_JOBS is the number of compilers at a time.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$here/../.." && pwd)
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
    for feature in dbus sql printsupport androiddeployqt icu glib vulkan tabletevent zstd brotli gssapi \
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

# A package with nothing but the headers of a module that Debian has for this computer.
borrow() { # <package> <target> <what it stands on> <folder of headers>
    local headers=$work/borrowed/include config=$work/borrowed/lib/cmake/$1
    mkdir -p "$headers" "$config"
    cp -r "$4" "$headers/"
    {
        echo "add_library($2 INTERFACE IMPORTED)"
        echo "target_include_directories($2 INTERFACE \"$headers\" \"$headers/$(basename "$4")\")"
        echo "target_link_libraries($2 INTERFACE $3)"
    } >"$config/$1Config.cmake"
    any_version "$config/$1ConfigVersion.cmake"
}

any_version() { echo 'set(PACKAGE_VERSION_COMPATIBLE TRUE)' >"$1"; }

compile_whole() {
    local headers=/usr/include/$host/qt6 translator=$work/borrowed/lib/cmake/Qt6LinguistTools
    borrow Qt6WebSockets Qt6::WebSockets Qt6::Network "$headers/QtWebSockets"
    borrow Qt6Svg Qt6::Svg Qt6::Gui "$headers/QtSvg"
    borrow Qt6Keychain Qt6Keychain::Qt6Keychain Qt6::Core /usr/include/qt6keychain
    mkdir -p "$translator" # programs of this computer, to be found among the packages for Windows
    echo "include(\"$host_packages/Qt6LinguistTools/Qt6LinguistToolsConfig.cmake\")" \
        >"$translator/Qt6LinguistToolsConfig.cmake"
    any_version "$translator/Qt6LinguistToolsConfigVersion.cmake"
    # Only after project(), which sets it itself.
    echo 'set(CMAKE_CXX_LINK_EXECUTABLE "<CMAKE_COMMAND> -E touch <TARGET>")' >"$work/borrowed/no-linking.cmake"
    cmake -S "$top" -B "$work/native" -G Ninja -DCMAKE_BUILD_TYPE=Release -DSIGEN_BUILD_TESTS=OFF
    cmake --build "$work/native" --target sigen-makeicons
    cmake -S "$top" -B "$work/whole" -G Ninja -DCMAKE_BUILD_TYPE=Release -DSIGEN_WERROR=ON \
        "-DCMAKE_TOOLCHAIN_FILE=$prefix/lib/cmake/Qt6/qt.toolchain.cmake" \
        -DQT_HOST_PATH=/usr "-DQT_HOST_PATH_CMAKE_DIR=$host_packages" \
        "-DQT_ADDITIONAL_PACKAGES_PREFIX_PATH=$work/borrowed" \
        "-DSIGEN_MAKEICONS=$work/native/installer/icons/sigen-makeicons" \
        "-DCMAKE_PROJECT_SigenModbus_INCLUDE=$work/borrowed/no-linking.cmake"
    cmake --build "$work/whole" --parallel "$jobs"
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
[[ $# -gt 0 ]] || set -- fetch qt ours test whole
for step in "$@"; do
    case $step in
        fetch) [[ -d $work/qtbase ]] || fetch_source ;;
        qt) [[ -f $prefix/mingw-w64.cmake ]] || build_qtbase ;;
        ours) build_ours ;;
        test) test_ours ;;
        whole) compile_whole ;;
        *) die "there is no step $step" ;;
    esac
done
