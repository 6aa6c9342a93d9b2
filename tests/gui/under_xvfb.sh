#!/usr/bin/env bash
# under_xvfb.sh PROGRAM [ARGUMENT...]    runs a program in an X server of its own with a window manager, and ends
# both afterwards. Exit code: the program's; 77 (skipped) when a tool is missing, 1 instead when CI=true.
set -euo pipefail

missing() {
    echo "$1" >&2
    if [[ ${CI:-} == true ]]; then exit 1; fi
    exit 77
}
command -v Xvfb >/dev/null || missing "Xvfb is not installed"
command -v openbox >/dev/null || missing "openbox is not installed"

folder=$(mktemp -d)
server=''
manager=''
# shellcheck disable=SC2317,SC2329 # called by the trap
finish() {
    local process
    for process in $manager $server; do
        kill "$process" 2>/dev/null || true
        wait "$process" 2>/dev/null || true
    done
    rm -rf "$folder"
}
trap finish EXIT
trap 'exit 143' INT TERM

# Each says when it is ready: the server by the number of the display that it found free, the manager by what it
# starts first.
patience=20
mkfifo "$folder/server" "$folder/manager"
exec 3<>"$folder/server" 4<>"$folder/manager"
Xvfb -displayfd 5 -screen 0 1440x1000x24 -nolisten tcp -noreset 5>"$folder/server" 3>&- 4>&- >"$folder/server.log" 2>&1 &
server=$!
read -r -t "$patience" -u 3 display || missing "Xvfb does not start: $(tail -n 1 "$folder/server.log")"
export DISPLAY=:$display
# Neither the person's session nor their settings.
unset WAYLAND_DISPLAY SESSION_MANAGER DBUS_SESSION_BUS_ADDRESS
export XDG_CONFIG_HOME=$folder XDG_CACHE_HOME=$folder
printf '#!/bin/sh\necho up >%q\n' "$folder/manager" >"$folder/ready"
chmod +x "$folder/ready"
openbox --sm-disable --startup "$folder/ready" 3>&- 4>&- >"$folder/manager.log" 2>&1 &
manager=$!
read -r -t "$patience" -u 4 _ || missing "openbox does not start: $(tail -n 1 "$folder/manager.log")"
exec 3>&- 4>&-

export QT_QPA_PLATFORM=xcb
status=0
"$@" || status=$?
exit "$status"
