#!/usr/bin/env bash
# Renders the window's pictures in a network namespace that looks like a home's network; as root.
#
#   render.sh PROGRAM FOLDER [NAME…]       PROGRAM: build folder's tests/gui/pictures/render_pictures
set -euo pipefail
program=$1
folder=$2
shift 2
# shellcheck disable=SC2016  # the inner shell expands them
unshare --net bash -euc '
    ip link set lo up
    ip link add lan0 type veth peer name nobody
    ip address add 192.168.1.10/24 dev lan0
    for host in 150 62 20; do ip address add "192.168.1.$host/32" dev lo; done
    ip link set lan0 up
    ip link set nobody up
    export QT_QPA_PLATFORM=offscreen:configfile=$1 LC_ALL=C.UTF-8
    program=$2; folder=$3; shift 3
    "$program" "$folder" "$@"
    if [[ $# -eq 0 ]]; then
        QT_SCALE_FACTOR=2 "$program" "$folder/scaled-200" verified signed-out failed-port-never-opens
    fi
' render "$(dirname "$(realpath "$0")")/../screen.json" "$program" "$folder" "$@"
