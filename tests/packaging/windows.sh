#!/usr/bin/env bash
# Tries the Windows installer under Wine, with two small programs in place of ours: they are made with the same
# toolchain file, resources and manifest, and the installer of the same script.
#
#   tests/packaging/windows.sh [MAKEICONS]       MAKEICONS: sigen-makeicons of a build; by default the one of build/run
#
# With NSISDIR naming a copy of /usr/share/nsis that lacks Stubs/*amd64* it tries the 32-bit installer, as it is made on
# Windows; that needs wine32.
# Needs cmake, ninja, g++-mingw-w64-x86-64-posix, nsis, wine, wine64, icoutils. The first failure ends it, exit code 1.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
makeicons=$(realpath "${1:-$top/build/run/installer/icons/sigen-makeicons}")
version=$(sed -n 's/^ *VERSION \([0-9.]*\)$/\1/p' "$top/CMakeLists.txt")
work=$(mktemp -d)
# Wine links its desktop and menus with those of the home folder.
export HOME=$work/home WINEPREFIX=$work/wine WINEARCH=win64 WINEDEBUG=-all
mkdir "$HOME"
trap 'wineserver_stop; rm -rf "$work"' EXIT
steps=0

die() { echo "FAILED  $*" >&2; exit 1; }
check() {
    local what=$1
    shift
    if "$@" >"$work/output" 2>&1 </dev/null; then
        steps=$((steps + 1))
        echo "ok      $what"
    else
        sed 's/^/        /' "$work/output" >&2
        die "$what"
    fi
}
windows() { timeout 120 wine "$@"; }
wineserver_stop() { WINEPREFIX=$work/wine /usr/lib/wine/wineserver64 -k 2>/dev/null || true; }

# Stands in for both programs: waits when it is told to, else prints the code page that its manifest asks for.
cat >"$work/program.cpp" <<'SOURCE'
#include <windows.h>
#include <cstdio>
int main(int count, char **)
{
    if (count > 1)
        Sleep(60000);
    std::printf("%u\n", GetACP());
}
SOURCE
cat >"$work/CMakeLists.txt" <<PROJECT
cmake_minimum_required(VERSION 3.25)
project(SigenModbus VERSION $version LANGUAGES CXX)
set(PROJECT_SOURCE_DIR $top)
set(SIGEN_HOMEPAGE https://sigen-modbus.invalid)
set(SIGEN_LICENSES $top/resources/licenses/licenses.txt)
add_executable(sigen-modbus-cli program.cpp)
add_executable(sigen-modbus program.cpp)
add_subdirectory($top/installer/icons icons)
include($top/installer/windows/windows.cmake)
PROJECT

build=$work/build
check "it configures" cmake -S "$work" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release \
    "-DCMAKE_TOOLCHAIN_FILE=$top/installer/windows/mingw-w64.cmake" "-DSIGEN_MAKEICONS=$makeicons" -DSIGEN_WERROR=ON
check "it builds" cmake --build "$build"
check "makensis makes the installer, without a warning" cmake --build "$build" --target windows-installer
installer=$build/SigenModbus-$version-windows-x64.exe

symbols() { x86_64-w64-mingw32-objdump -t "$build/payload/sigen-modbus-cli.exe"; }
check "the programs in it are stripped" grep -q "^no symbols" <(symbols)

resources() { wrestool -l "$build/sigen-modbus.exe"; }
for kind in "icon:3" "icon group:14" "version:16" "manifest:24"; do
    check "the program has its ${kind%:*}" grep -q -- "--type=${kind#*:} " <(resources)
done
check "Wine starts" windows winecfg -v win10
check "the code page is UTF-8" test "$(windows "$build/sigen-modbus.exe" | tr -d '\r')" = 65001

disk=$WINEPREFIX/drive_c
uninstall_key='Software\Microsoft\Windows\CurrentVersion\Uninstall\SigenModbus'
registered() { windows reg query "$1\\$uninstall_key" /reg:64 | grep -q "DisplayVersion.*$version"; }
gone() {
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
        if [[ ! -e $1 ]]; then return 0; fi
        sleep 1
    done
    ls "$1"
    return 1
}

# refuses WHAT FOLDER ARGUMENT...    while the program in FOLDER runs
refuses() {
    local what=$1 folder=$2 status=0
    shift 2
    wine "$folder/sigen-modbus-cli.exe" wait >/dev/null 2>&1 &
    sleep 3
    windows "$installer" /S "$@" || status=$?
    check "$what" test "$status" -eq 2
    check "$what: its uninstaller stays" test -f "$folder/uninstall.exe"
    wineserver_stop
    wait
}

# try MODE HIVE FOLDER MENU DESKTOP
try() {
    local mode=$1 hive=$2 folder=$3 menu=$4 desktop=$5
    check "$mode: installs" windows "$installer" /S "/$mode"
    check "$mode: the command line is there" test -f "$folder/sigen-modbus-cli.exe"
    check "$mode: the licence is there" test -f "$folder/licenses/licenses.txt"
    check "$mode: the start menu has it" test -e "$menu/Sigen Modbus.lnk"
    check "$mode: the desktop is left alone" test ! -e "$desktop/Sigen Modbus.lnk"
    check "$mode: Windows lists it" registered "$hive"
    touch "$folder/old.dll.kept"
    check "$mode: upgrades where it is, with an icon on the desktop" windows "$installer" /S "/$mode" /DESKTOP=1
    check "$mode: the desktop has it" test -e "$desktop/Sigen Modbus.lnk"
    check "$mode: upgrades again" windows "$installer" /S "/$mode"
    check "$mode: the icon stays" test -e "$desktop/Sigen Modbus.lnk"
    check "$mode: what is the user's stays" test -f "$folder/old.dll.kept"
    rm "$folder/old.dll.kept"

    refuses "$mode: a running program is not replaced" "$folder" "/$mode"

    check "$mode: uninstalls" windows "$folder/uninstall.exe" /S "/$mode"
    check "$mode: nothing is left" gone "$folder"
    check "$mode: nothing in the menu" test ! -e "$menu/Sigen Modbus.lnk"
    check "$mode: nothing on the desktop" test ! -e "$desktop/Sigen Modbus.lnk"
    if registered "$hive"; then die "$mode: Windows still lists it"; fi
}
user=$disk/users/$(id -un)
try AllUsers HKLM "$disk/Program Files/Sigen Modbus" \
    "$disk/ProgramData/Microsoft/Windows/Start Menu/Programs" "$disk/users/Public/Desktop"
try CurrentUser HKCU "$user/AppData/Local/Programs/Sigen Modbus" \
    "$user/AppData/Roaming/Microsoft/Windows/Start Menu/Programs" "$user/Desktop"

first=$disk/First
second=$disk/Second
check "/D=: installs" windows "$installer" /S /CurrentUser '/D=C:\First'
check "/D=: the program is there" test -f "$first/sigen-modbus-cli.exe"
refuses "/D=: another folder does not help while the older version runs" "$first" /CurrentUser '/D=C:\Second'
check "/D=: nothing is in the other folder" test ! -e "$second/sigen-modbus-cli.exe"
check "/D=: moves" windows "$installer" /S /CurrentUser '/D=C:\Second'
check "/D=: the program is in the other folder" test -f "$second/sigen-modbus-cli.exe"
check "/D=: the older version is gone" test ! -e "$first"
check "/D=: uninstalls" windows "$second/uninstall.exe" /S /CurrentUser
check "/D=: nothing is left" gone "$second"
echo "$steps passed, 0 failed"
