#!/usr/bin/env bash
# Installs what is missing, builds, and starts the program.
#
#   ./run.sh [ARGUMENT...]              the window; without a display as with --headless
#   ./run.sh --headless                 the demonstration: the whole job against a simulated gateway, on loopback
#   ./run.sh --headless ARGUMENT...     sigen-modbus-cli with these arguments
set -euo pipefail
start_folder=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=installer/dependencies.sh
source installer/dependencies.sh

has_display() {
    [[ $(uname -s) == Darwin || -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]]
}

headless=false
arguments=()
for argument in "$@"; do
    if [[ $argument == --headless ]]; then headless=true; else arguments+=("$argument"); fi
done

build_in build/run build -- -DCMAKE_BUILD_TYPE=Release -DSIGEN_BUILD_TESTS=OFF

program=$PWD/build/run/app/desktop/sigen-modbus
if [[ $(uname -s) == Darwin ]]; then program="$PWD/build/run/app/desktop/Sigen Modbus.app/Contents/MacOS/Sigen Modbus"; fi
if [[ $headless == true ]] || ! has_display; then
    program=$PWD/build/run/app/cli/sigen-modbus-cli
    [[ ${#arguments[@]} -gt 0 ]] || arguments=(demo)
fi
# Relative file names among the arguments are meant from where the user stands.
cd "$start_folder"
exec "$program" ${arguments[@]+"${arguments[@]}"}
