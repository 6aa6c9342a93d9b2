#!/usr/bin/env bash
# Unpacks the self-contained archive in a bare system without Qt, starts it and uses it.
#
#   tests/packaging/portable.sh ARCHIVE.tar.xz [SUITE...]       by default bookworm and trixie
#
# Needs root and debootstrap; see chroot.sh for the mirror. The first failure ends it, exit code 1.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
archive=$(realpath "$1")
shift
# shellcheck source=tests/packaging/chroot.sh
source "$here/chroot.sh"

suites=("$@")
[[ ${#suites[@]} -gt 0 ]] || suites=(bookworm trixie)
name=$(basename "$archive" .tar.xz)
version=${name#sigen-modbus-}
version=${version%%-linux*}

no_qt_here() { ! find "$root/usr" "$root/opt" -name 'libQt6*' | grep .; }

size=$(stat -c %s "$archive")
say "        ${archive##*/}: $((size / 1024)) KiB"
check "smaller than 45 MB" test "$size" -lt 45000000
for suite in "${suites[@]}"; do
    say "$suite"
    make_root "$suite"
    # A bare system has no xz; the archive is opened from outside.
    check "it unpacks" tar -C "$root/home/user" -xJf "$archive"
    check "there is no Qt on this system" no_qt_here
    check "it tells the version $version" says_version "/home/user/$name/sigen-modbus-cli" "$version"
    check "the demonstration works" demo_works "/home/user/$name/sigen-modbus-cli"
    check "it works through a link, too" inside ln -s "/home/user/$name/sigen-modbus-cli" /usr/local/bin/sigen-modbus-cli
    check "and does the same" demo_works sigen-modbus-cli
    if [[ -x $root/home/user/$name/sigen-modbus ]]; then
        check "it starts without a screen" window_stays "/home/user/$name/sigen-modbus" offscreen
        check "a display for it" install_inside xvfb x11-utils fonts-dejavu-core
        check "the display starts" start_display
        check "it shows a window" window_stays "/home/user/$name/sigen-modbus" xcb
        stop_display
        check "there still is no Qt on this system" no_qt_here
    fi
    check "the licences are there" test -s "$root/home/user/$name/licenses/LGPL-3.0.txt"
done
[[ -x $root/home/user/$name/sigen-modbus ]] || say "The window was not tested: the archive has none."
say "$steps passed, 0 failed"
