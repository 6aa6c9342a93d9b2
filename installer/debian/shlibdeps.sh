#!/bin/sh
# dpkg-shlibdeps, without Debian 12's `qt6-websockets-abi (= 6.4.2)`.
#
# That entry binds every user of libqt6websockets6 to one version, also those of its public functions, which Qt keeps
# compatible throughout Qt 6; Debian 13 asks it of users of private ones only. Without it one package serves both;
# tests/packaging/debian.sh installs and uses it on both.
answer=$(dpkg-shlibdeps "$@") || exit
printf '%s\n' "$answer" | sed -E 's/(, )?qt6-websockets-abi \([^)]*\)//'
