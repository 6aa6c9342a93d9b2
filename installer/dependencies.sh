# shellcheck shell=bash
# What a computer needs to build, to test and to package the program, and how the top level's run.sh and test.sh get it.
#
# Sourced, from the top of the source tree; defines functions only. Everything is said on standard error, so that
# standard output belongs to the program. Written for bash 3.2 and later (macOS has nothing newer).
# Debian 12 and 13 are tried; the columns of Ubuntu (same names as Debian), Fedora, Arch and macOS were never run.

# need | Debian, Ubuntu | Fedora | Arch | Homebrew | what for            (- : part of another package, or not to be had)
dependency_table() {
    cat <<'TABLE'
build | g++                  | gcc-c++                | gcc            | -          | C++20 compiler
build | cmake                | cmake                  | cmake          | cmake      | configures the build
build | ninja-build          | ninja-build            | ninja          | ninja      | runs the build
build | qt6-base-dev         | qt6-qtbase-devel       | qt6-base       | qt         | Qt 6
build | qt6-websockets-dev   | qt6-qtwebsockets-devel | qt6-websockets | -          | Qt WebSockets, the gateway's own interface
build | qt6-svg-dev          | qt6-qtsvg-devel        | qt6-svg        | -          | Qt Svg, the window's icons
build | qt6-tools-dev        | qt6-qttools-devel      | qt6-tools      | -          | Qt Linguist, translations
build | qt6-tools-dev-tools  | -                      | -              | -          | Qt Linguist, its programs
build | qt6-l10n-tools       | qt6-linguist           | -              | -          | Qt Linguist, lupdate and lrelease
build | qt6-qpa-plugins      | qt6-qtbase-gui         | -              | -          | shows windows under X11
build | qtkeychain-qt6-dev   | qtkeychain-qt6-devel   | qtkeychain-qt6 | qtkeychain | QtKeychain, saved passwords
test  | python3              | python3                | python         | python     | runs the tests of other programs
test  | python3-aiohttp      | python3-aiohttp        | python-aiohttp | -          | an independent gateway and client
test  | python3-websockets   | python3-websockets     | python-websockets | -       | another independent client
test  | python3-pymodbus     | python3-pymodbus       | python-pymodbus | -         | an independent Modbus server and client
test  | python3-serial-asyncio | python3-pyserial-asyncio | python-pyserial-asyncio | - | what pymodbus 3.0 imports without depending on it
test  | python3-yaml         | python3-pyyaml         | python-yaml    | -          | reads the snippets for other tools
test  | mbpoll               | mbpoll                 | -              | -          | another independent Modbus client
test  | iproute2             | iproute                | iproute2       | -          | network namespaces, for tests of whole networks
test  | nmap                 | nmap                   | nmap           | nmap       | the scanner to compare with
test  | dbus                 | dbus-daemon            | dbus           | -          | a session bus for the password store
test  | gnome-keyring        | gnome-keyring          | gnome-keyring  | -          | a real password store
test  | xvfb                 | xorg-x11-server-Xvfb   | xorg-server-xvfb | -        | a display without a screen, for the window
test  | openbox              | openbox                | openbox        | -          | a window manager on it
test  | poppler-utils      | poppler-utils          | poppler        | poppler    | reads the text of PDF reports
test  | openssl              | openssl                | openssl        | openssl    | certificates made for one test
test  | man-db               | man-db                 | man-db         | -          | checks the manual page
test  | tidy                 | tidy                   | tidy           | -          | checks the reports' HTML
test  | shellcheck           | ShellCheck             | shellcheck     | shellcheck | checks the shell scripts
package | dpkg-dev           | -                      | -              | -          | what Debian packages depend on
package | file               | -                      | -              | -          | which files are programs, for the same
package | patchelf           | -                      | -              | -          | where the self-contained archive finds its libraries
package | xz-utils           | -                      | -              | -          | packs it
package | qt6-wayland        | -                      | -              | -          | its way to show windows under Wayland
package | qt6-translations-l10n | -                   | -              | -          | its translations of Qt
package | lintian            | -                      | -              | -          | checks the Debian packages
package | appstream          | -                      | -              | -          | checks the description for software centres
package | desktop-file-utils | -                      | -              | -          | checks the menu entry
package | debootstrap        | -                      | -              | -          | bare systems to try the packages in
package | zsh                | -                      | -              | -          | to try its completion
package | fish               | -                      | -              | -          | to try its completion
TABLE
}

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# apt, dnf, pacman, brew, or nothing.
package_manager() {
    if [[ $(uname -s) == Darwin ]]; then
        command -v brew >/dev/null && echo brew
        return 0
    fi
    if command -v apt-get >/dev/null; then echo apt
    elif command -v dnf >/dev/null; then echo dnf
    elif command -v pacman >/dev/null; then echo pacman
    fi
}

# packages_for MANAGER NEED...    prints "package<TAB>what for", one a line
packages_for() {
    local manager=$1 need apt dnf pacman brew what package
    shift
    while IFS=' |' read -r need apt dnf pacman brew what; do
        [[ " $* " == *" $need "* ]] || continue
        case $manager in
            apt) package=$apt ;;
            dnf) package=$dnf ;;
            pacman) package=$pacman ;;
            *) package=$brew ;;
        esac
        [[ $package == - ]] || printf '%s\t%s\n' "$package" "$what"
    done < <(dependency_table)
}

is_installed() {
    case $1 in
        apt) [[ $(dpkg-query -W -f '${db:Status-Status} ' "$2" 2>/dev/null) == installed* ]] ;;
        dnf) rpm -q --quiet --whatprovides "$2" ;;
        pacman) pacman -T "$2" >/dev/null ;;
        brew) brew list --formula "$2" >/dev/null 2>&1 ;;
    esac
}

as_root() {
    if [[ $(id -u) -eq 0 ]]; then "$@"; else sudo "$@"; fi
}

# Before packages are installed: an index that knows them. A bare system has none.
refresh_index() {
    if [[ $1 == apt ]]; then
        as_root apt-get update -qq </dev/null >&2
    fi
}

is_available() {
    [[ $1 != apt ]] || apt-cache show "$2" >/dev/null 2>&1
}

install_packages() {
    local manager=$1
    shift
    case $manager in
        apt) as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" ;;
        dnf) as_root dnf install -y "$@" ;;
        pacman) as_root pacman -S --needed --noconfirm "$@" ;;
        brew) brew install "$@" ;;
    esac </dev/null >&2
}

# ensure_packages NEED...    installs what is missing; says what and why. Only `build` packages are indispensable:
# a test whose partner program is not to be had says so itself.
ensure_packages() {
    local manager package what need missing=() available=() indispensable=' '
    manager=$(package_manager)
    if [[ -z $manager ]]; then
        say "No package manager known here (apt, dnf, pacman, brew); going on with what is installed."
        say "Needed are a C++20 compiler, CMake 3.25, Ninja, Qt 6.4 (base, WebSockets, Svg, Linguist) and QtKeychain."
        return 0
    fi
    for need in "$@"; do
        while IFS=$'\t' read -r package what; do
            if is_installed "$manager" "$package"; then continue; fi
            if [[ ${#missing[@]} -eq 0 ]]; then say "Missing here:"; fi
            say "  $package ($what)"
            missing+=("$package")
            if [[ $need == build ]]; then indispensable+="$package "; fi
        done < <(packages_for "$manager" "$need")
    done
    if [[ ${#missing[@]} -eq 0 ]]; then return 0; fi
    if [[ $manager != brew && $(id -u) -ne 0 ]] && ! command -v sudo >/dev/null; then
        die "Installing needs root rights, and there is no sudo here. As root, install: ${missing[*]}"
    fi

    refresh_index "$manager"
    for package in "${missing[@]}"; do
        if is_available "$manager" "$package"; then
            available+=("$package")
        elif [[ $indispensable == *" $package "* ]]; then
            die "The package index of this system has no $package; the program cannot be built without it."
        else
            say "The package index of this system has no $package; going on without it."
        fi
    done
    if [[ ${#available[@]} -eq 0 ]]; then return 0; fi
    say "Installing with $manager: ${available[*]}"
    install_packages "$manager" "${available[@]}" || die "They could not be installed; the reason stands above."
}

# build_in FOLDER NEED... -- CMAKE-ARGUMENT...    makes FOLDER hold an up-to-date build.
# What was checked and configured is remembered in FOLDER, so that a second start costs one look by ninja. A build
# that fails forgets it: the next start looks at everything again.
build_in() {
    local folder=$1 needs=() stamp remembered
    shift
    while [[ $1 != -- ]]; do needs+=("$1"); shift; done
    shift
    remembered=$folder/prepared
    stamp="$(cksum <installer/dependencies.sh) $PWD ${needs[*]} $*"
    if [[ ! -f $remembered || $(<"$remembered") != "$stamp" ]]; then
        ensure_packages "${needs[@]}"
        if command -v ccache >/dev/null; then set -- "$@" -DCMAKE_CXX_COMPILER_LAUNCHER=ccache; fi
        cmake --fresh -S . -B "$folder" -G Ninja "$@" </dev/null >&2 || die "The build could not be configured."
    elif [[ $(ninja -C "$folder" -n 2>/dev/null) == *"no work to do"* ]]; then
        return 0
    fi
    # Without that ccache takes no file that was compiled with precompiled headers.
    if ! CCACHE_SLOPPINESS=pch_defines,time_macros cmake --build "$folder" </dev/null >&2; then
        rm -f "$remembered"
        die "The build failed; the reason stands above."
    fi
    printf '%s\n' "$stamp" >"$remembered"
}
