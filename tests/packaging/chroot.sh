# shellcheck shell=bash
# Bare Debian systems for the scripts beside this one, which source it. Needs root and debootstrap.
#
#   SIGEN_MIRROR      where packages come from; by default where this computer's do
#   SIGEN_DEB_CACHE   an existing folder that keeps the packages of bare systems for the next run
#
# Everything stands in one temporary folder, which is unmounted and removed however the script ends.

steps=0
say() { printf '%s\n' "$*"; }
die() { printf 'FAILED  %s\n' "$*" >&2; exit 1; }

# check WHAT COMMAND...    one line a check; the first that fails ends the script
check() {
    local what=$1
    shift
    if "$@" >"$work/output" 2>&1 </dev/null; then
        steps=$((steps + 1))
        say "ok      $what"
    else
        sed 's/^/        /' "$work/output" >&2
        die "$what"
    fi
}

work=$(mktemp -d "${TMPDIR:-/var/tmp}/sigen-packaging.XXXXXX")
root=
display=
display_pid=
release() {
    local mounted
    stop_display
    while read -r mounted; do
        umount "$mounted"
    done < <(awk -v under="$work/" "index(\$2, under) == 1 { print \$2 }" /proc/mounts | sort -r)
    # Never across a mount that would not go.
    if ! grep -q " $work/" /proc/mounts; then rm -rf --one-file-system "$work"; fi
}
trap release EXIT
trap 'exit 130' INT TERM

default_mirror() {
    apt-get indextargets --format "\$(SITE)" 'Created-By: Packages' 2>/dev/null | grep '/debian/*$' | head -n 1
}

# make_root SUITE    a bare system in $root: what debootstrap calls minbase, and nothing else
make_root() {
    local mirror=${SIGEN_MIRROR:-$(default_mirror)} options=(--variant=minbase)
    [[ $(id -u) -eq 0 ]] || die "root rights are needed"
    command -v debootstrap >/dev/null || die "debootstrap is needed"
    if [[ -n ${SIGEN_DEB_CACHE:-} ]]; then options+=("--cache-dir=$SIGEN_DEB_CACHE"); fi
    root=$work/$1
    debootstrap "${options[@]}" "$1" "$root" ${mirror:+"$mirror"} >"$work/debootstrap.log" 2>&1 \
        || { tail -n 5 "$work/debootstrap.log" >&2; die "$1 could not be made"; }
    mount -t proc proc "$root/proc"
    mount --bind /dev "$root/dev"
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    inside apt-get update -qq >/dev/null
    inside useradd --create-home user
    inside install -d -o user -g user -m 700 /run/user/session
}

inside() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        chroot "$root" "$@" </dev/null
}

# as_user COMMAND...    without root's rights, with nothing in the environment but what a login sets. A command in the
# background is started with the words of user_command, so that its process id is the one to end.
user_command() {
    user=(env -i PATH=/usr/local/bin:/usr/bin:/bin HOME=/home/user LC_ALL=C.UTF-8 XDG_RUNTIME_DIR=/run/user/session
        ${display:+"DISPLAY=$display"}
        "$(command -v chroot)" --userspec=user:user "$root")
}
as_user() {
    local user
    user_command
    "${user[@]}" "$@" </dev/null
}

install_inside() { inside apt-get install -y -qq --no-install-recommends "$@"; }

# The whole job against the simulated gateway that is built in, five ticks and all.
demo_works() {
    local program=$1 output
    output=$(as_user "$program" demo --json) || return 1
    tail -n 1 <<<"$output" | grep '"event":"result"' | grep -q '"outcome":"enabled"' || { echo "$output"; return 1; }
    tail -n 1 <<<"$output" | grep -q '"modbus":"answers"'
}

says_version() { [[ $(as_user "$1" --version) == *" $2" ]]; }

# window_stays PROGRAM PLATFORM    starts it with the demo gateway; it is still there after five seconds, has said
# nothing, and goes when told to
window_stays() {
    local pid status=0 user
    user_command
    "${user[@]}" env "QT_QPA_PLATFORM=$2" "$1" --demo --no-scan --settings /tmp/window.ini \
        >"$work/window.log" 2>&1 </dev/null &
    pid=$!
    sleep 5
    if [[ $2 == xcb ]]; then has_window || status=1; fi
    kill -TERM "$pid" 2>/dev/null || { echo "it ended by itself"; status=1; }
    wait "$pid" 2>/dev/null || true
    # Qt's offscreen platform says that it knows no size hints; that is all that may be said.
    if grep -v propagateSizeHints "$work/window.log"; then status=1; fi
    return "$status"
}

# start_display, has_window, stop_display    a display without a screen, inside the bare system
start_display() {
    local user
    user_command
    : >"$work/display" # an earlier display's number would be taken for this one's
    "${user[@]}" Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$work/display" >"$work/display.log" 2>&1 </dev/null &
    display_pid=$!
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        if [[ -s $work/display ]]; then
            display=:$(<"$work/display")
            return 0
        fi
        sleep 1
    done
    cat "$work/display.log"
    return 1
}
has_window() {
    as_user xwininfo -root -tree | grep -q '"[^"]*Sigen Modbus[^"]*"' || { echo "there is no window"; return 1; }
}
stop_display() {
    if [[ -n $display_pid ]]; then
        kill -TERM "$display_pid" 2>/dev/null || true
        wait "$display_pid" 2>/dev/null || true
    fi
    display=
    display_pid=
}
