#!/bin/sh
# Starts the program of this file's name with the libraries of this folder.
here=$(dirname "$(readlink -f "$0")")
program=$here/bin/$(basename "$(readlink -f "$0")")

# What the computer has of its own is preferred, except Qt: only what is missing is added. A library for other
# programs, of 32 bits, is none.
case $(uname -m) in
    x86_64) kind=x86-64 ;;
    aarch64) kind=AArch64 ;;
    *) kind= ;;
esac
known=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null | grep -F "$kind")
missing=
for folder in "$here"/fallback/*; do
    case $known in
        *"${folder##*/} "*) ;;
        *) missing=$missing:$folder ;;
    esac
done
LD_LIBRARY_PATH=${LD_LIBRARY_PATH-}$missing
LD_LIBRARY_PATH=${LD_LIBRARY_PATH#:}
export LD_LIBRARY_PATH
if [ ! -e "${FONTCONFIG_FILE:-/etc/fonts/fonts.conf}" ]; then
    export FONTCONFIG_FILE="$here/share/fonts.conf"
fi
# Another Qt's plugins would not load.
unset QT_PLUGIN_PATH QT_QPA_PLATFORM_PLUGIN_PATH
exec "$program" "$@"
