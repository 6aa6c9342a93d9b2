#!/usr/bin/env bash
# Makes the self-contained archive for any Linux: the programs, their own Qt, and what Qt stands on.
#
#   installer/linux/portable.sh BUILD-FOLDER OUTPUT-FOLDER
#
# Qt and QtKeychain in it are used in any case; every other library only where the computer has none of that name (the
# launcher looks), so that what the computer loads on top, its own keychain for example, gets the versions that it was
# made for. Only glibc, at least as new as here, must be there. No OpenGL plugins go along: the window is painted
# without, and graphics drivers are where such archives break.
#
# Needs patchelf, xz, and qmake6 (or QMAKE). The licences of the libraries are those that Debian's packages name.
set -euo pipefail
build=$(cd "$1" && pwd)
output=$(cd "$2" && pwd)
sources=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
version=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$build/CMakeCache.txt")
qmake=${QMAKE:-qmake6}
name=sigen-modbus-$version-linux-$(uname -m)

die() { echo "portable.sh: $*" >&2; exit 1; }
for tool in patchelf xz "$qmake"; do command -v "$tool" >/dev/null || die "$tool is missing."; done
[[ -n $version ]] || die "$build is not a build folder."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tree=$work/$name
mkdir -p "$tree"/{bin,lib,fallback,plugins,licenses,share}

# The programs, as they are installed everywhere.
for component in cli window; do
    DESTDIR=$work/installed cmake --install "$build" --prefix /usr --component $component --strip >/dev/null
done
cp "$work"/installed/usr/bin/* "$tree/bin/"
cp -r "$work"/installed/usr/share/{man,bash-completion,zsh,fish} "$tree/share/"
for folder in applications icons metainfo; do
    if [[ -d $work/installed/usr/share/$folder ]]; then cp -r "$work/installed/usr/share/$folder" "$tree/share/"; fi
done

# Qt's plugins, and the few of its translations that match ours.
plugins=$("$qmake" -query QT_INSTALL_PLUGINS)
translations=$("$qmake" -query QT_INSTALL_TRANSLATIONS)
wished=(tls/libqopensslbackend.so tls/libqcertonlybackend.so)
if [[ -x $tree/bin/sigen-modbus ]]; then
    wished+=(platforms/libqxcb.so platforms/libqoffscreen.so platforms/libqwayland-generic.so
        wayland-shell-integration/libxdg-shell.so wayland-decoration-client/libbradient.so
        platforminputcontexts/libcomposeplatforminputcontextplugin.so
        platforminputcontexts/libibusplatforminputcontextplugin.so
        platformthemes/libqxdgdesktopportal.so
        imageformats/libqsvg.so iconengines/libqsvgicon.so)
fi
for plugin in "${wished[@]}"; do
    if [[ -f $plugins/$plugin ]]; then
        install -D -m 644 "$plugins/$plugin" "$tree/plugins/$plugin"
    else
        echo "without $plugin, which is not installed here"
    fi
done
[[ ! -x $tree/bin/sigen-modbus || -f $tree/plugins/platforms/libqxcb.so ]] || die "Qt's xcb plugin is missing."
for ours in "$sources"/resources/i18n/sigen-modbus_*.ts; do
    language=${ours##*/sigen-modbus_}
    language=${language%.ts}
    if [[ -f $translations/qtbase_$language.qm ]]; then
        install -D -m 644 -t "$tree/translations" "$translations/qtbase_$language.qm"
    fi
done

# Their libraries. What glibc brings stays out; OpenSSL is loaded by name, so nothing links it.
libraries() {
    find "$tree/bin" "$tree/plugins" -type f -exec ldd {} + 2>/dev/null | awk '$2 == "=>" && $3 ~ "^/" { print $1, $3 }'
    /sbin/ldconfig -p | awk '/lib(ssl|crypto)\.so\.3 / { print $1, $NF }'
}
# Debian's database knows a file of the merged /usr by either name.
package_of() {
    local path
    path=$(realpath "$1")
    { dpkg -S "$path" || dpkg -S "${path#/usr}" || dpkg -S "/usr$path"; } 2>/dev/null | head -n 1 | cut -d : -f 1
}
glibc='^(ld-linux.*|lib(c|m|dl|rt|pthread|resolv|util|nsl|anl|BrokenLocale|mvec))\.so'
packages=()
while read -r soname path; do
    [[ ! $soname =~ $glibc ]] || continue
    if [[ $soname == libQt6* || $soname == libqt6keychain* ]]; then
        install -m 644 "$path" "$tree/lib/$soname"
    else
        # A folder each: the launcher adds those whose library is missing.
        install -D -m 644 "$path" "$tree/fallback/$soname/$soname"
    fi
    packages+=("$(package_of "$path")")
done < <(libraries | sort -u -k 1,1)
# Screen readers: on X11 the bridge to AT-SPI is a part of Qt's Gui library, where that was built with it.
[[ ! -x $tree/bin/sigen-modbus ]] || grep -q org.a11y.atspi "$tree/lib/libQt6Gui.so.6" ||
    die "This Qt was built without its accessibility bridge."
find "$tree/lib" "$tree/fallback" "$tree/plugins" -type f -exec strip --strip-unneeded {} +

# RPATH, not RUNPATH: before the computer's own Qt, whatever LD_LIBRARY_PATH says.
for file in "$tree"/bin/*; do patchelf --force-rpath --set-rpath "\$ORIGIN/../lib" "$file"; done
for file in "$tree"/lib/*; do patchelf --force-rpath --set-rpath "\$ORIGIN" "$file"; done
find "$tree/plugins" -type f -exec patchelf --force-rpath --set-rpath "\$ORIGIN/../../lib" {} +
printf '[Paths]\nPrefix = ..\nPlugins = plugins\nTranslations = translations\n' >"$tree/bin/qt.conf"
for program in "$tree"/bin/sigen-modbus*; do
    install -m 755 "$sources/installer/linux/launcher.sh" "$tree/${program##*/}"
done

cp "$sources/installer/linux/fonts.conf" "$tree/share/"

# Licences: ours, the overview, and what each library's package says.
cp "$sources/LICENSE" "$tree/"
cp "$sources"/resources/licenses/*.txt "$tree/licenses/"
for package in $(printf '%s\n' "${packages[@]}" | sort -u); do
    cp "/usr/share/doc/$package/copyright" "$tree/licenses/$package.txt"
    # shellcheck disable=SC2016 # dpkg-query expands them
    dpkg-query -W -f '${Package} ${Version}\n' "$package" | head -n 1
done >"$tree/licenses/packages.list"
cp "$tree/licenses/packages.list" "$output/$name.packages.list"
find "$tree" -type d -exec chmod 755 {} +

archive=$output/$name.tar.xz
tar -C "$work" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@${SOURCE_DATE_EPOCH:-$(date +%s)}" \
    -cf - "$name" | xz -6 -T1 >"$archive"
echo "$archive: $(du -k "$archive" | cut -f 1) KiB, unpacked $(du -sm "$tree" | cut -f 1) MiB"
