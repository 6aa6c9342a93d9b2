#!/usr/bin/env bash
# Installs, starts, uses and removes the Debian packages in bare systems, after lintian and appstreamcli have had a look.
#
#   tests/packaging/debian.sh FOLDER [SUITE...]       FOLDER holds the .deb files; by default bookworm and trixie
#
# Needs root and debootstrap; see chroot.sh for the mirror. Takes some minutes. The first failure ends it, exit code 1.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(cd "$1" && pwd)
shift
# shellcheck source=tests/packaging/chroot.sh
source "$here/chroot.sh"

suites=("$@")
[[ ${#suites[@]} -gt 0 ]] || suites=(bookworm trixie)
cli=$(find "$folder" -maxdepth 1 -name 'sigen-modbus-cli_*.deb')
window=$(find "$folder" -maxdepth 1 -name 'sigen-modbus_*.deb')
[[ -f $cli ]] || die "there is not one sigen-modbus-cli_*.deb in the folder"
version=$(dpkg-deb -f "$cli" Version)

check_files() {
    local package=$1 size
    size=$(stat -c %s "$package")
    say "        ${package##*/}: $((size / 1024)) KiB"
    check "smaller than 3 MB" test "$size" -lt 3000000
    if command -v lintian >/dev/null; then
        check "lintian has no error and no warning" env "TMPDIR=$work" lintian --fail-on error,warning "$package"
    else
        say "skipped lintian: not installed"
    fi
}

check_metainfo() {
    if ! command -v appstreamcli >/dev/null; then
        say "skipped appstreamcli: not installed"
        return
    fi
    dpkg-deb -x "$window" "$work/window"
    check "the description for software centres is valid" appstreamcli validate-tree --no-net "$work/window"
}

# What is installed under paths that belong to packages, without caches and logs.
installed_files() { (cd "$root" && find usr etc opt var/lib/sigen* -xdev ! -name '*.pyc' 2>/dev/null | sort); }
ours_left() { ! installed_files | grep -i 'sigen.\?modbus'; }
no_package_left() {
    ! inside dpkg-query -W -f "\${Package} \${db:Status-Status}\n" 'sigen-modbus*' 2>/dev/null | grep -v not-installed
}
no_display_library() { ! inside dpkg-query -W -f "\${Package}\n" | grep -iE '^(libqt6(gui|widgets)|libx11-|libgl1|libegl)'; }

try_cli() {
    cp "$cli" "$root/tmp/"
    check "the command line installs" install_inside "/tmp/${cli##*/}"
    check "no display library came along" no_display_library
    check "it tells the version $version" says_version sigen-modbus-cli "$version"
    check "the demonstration works" demo_works sigen-modbus-cli
    check "it finds the simulated gateway's tools" as_user sigen-modbus-cli handover --list
    check "its manual page is there" test -s "$root/usr/share/man/man1/sigen-modbus-cli.1.gz"
    check "its completion is bash" as_user bash -n /usr/share/bash-completion/completions/sigen-modbus-cli
}

try_window() {
    cp "$window" "$root/tmp/"
    check "the window installs" install_inside "/tmp/${window##*/}"
    check "it tells the version" says_version sigen-modbus "$version"
    check "it starts without a screen" window_stays sigen-modbus offscreen
    check "a display for it" install_inside xvfb x11-utils fonts-dejavu-core
    check "the display starts" start_display
    check "it shows a window" window_stays sigen-modbus xcb
    stop_display
    check "its icon is there" test -s "$root/usr/share/icons/hicolor/48x48/apps/sigen-modbus.png"
}

say "Packages of $version"
check_files "$cli"
if [[ -f $window ]]; then
    check_files "$window"
    check_metainfo
fi
for suite in "${suites[@]}"; do
    say "$suite"
    make_root "$suite"
    try_cli
    packages=(sigen-modbus-cli)
    if [[ -f $window ]]; then
        try_window
        packages+=(sigen-modbus)
    fi
    check "they are removed" inside apt-get purge -y -qq "${packages[@]}"
    check "nothing of theirs is left" ours_left
    check "Debian knows nothing of them any more" no_package_left
done
[[ -f $window ]] || say "The window was not tested: there is no package of it."
say "$steps passed, 0 failed"
