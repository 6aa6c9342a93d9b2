#!/bin/bash
# Signs and notarises. Who signs comes from the environment; nothing of it is ever in a file or an argument of ours.
#
#   installer/macos/sign.sh bundle BUNDLE.app     signs it with everything in it (cpack calls this)
#   installer/macos/sign.sh image IMAGE.dmg       signs the disk image, has Apple notarise it, and staples the answer
#
#   SIGEN_SIGN_IDENTITY      "Developer ID Application: …" in a keychain of this computer. Without it a bundle is
#                            signed for nobody (which Apple's processors demand) and an image is left as it is.
#   SIGEN_NOTARY_PROFILE     a profile that `xcrun notarytool store-credentials` made. Without it nothing is notarised.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
identity=${SIGEN_SIGN_IDENTITY:-}

sign() {
    if [[ -n $identity ]]; then
        codesign --force --timestamp --options runtime --sign "$identity" "$@"
    else
        codesign --force --sign - "$@"
    fi
}

sign_bundle() {
    local bundle=$1 file
    # From the inside out: a signature covers those within.
    while IFS= read -r -d '' file; do
        sign "$file"
    done < <(find "$bundle/Contents/PlugIns" -type f -name '*.dylib' -print0 2>/dev/null)
    while IFS= read -r -d '' file; do
        sign "$file"
    done < <(find "$bundle/Contents/Frameworks" -maxdepth 1 \( -name '*.framework' -o -name '*.dylib' \) -print0 2>/dev/null)
    sign --entitlements "$here/entitlements.plist" "$bundle/Contents/MacOS/sigen-modbus-cli"
    sign --entitlements "$here/entitlements.plist" "$bundle"
    codesign --verify --deep --strict --verbose=2 "$bundle"
}

sign_image() {
    if [[ -z $identity ]]; then
        echo "No SIGEN_SIGN_IDENTITY: $1 is neither signed nor notarised; Gatekeeper will ask." >&2
        return
    fi
    codesign --force --timestamp --sign "$identity" "$1"
    if [[ -z ${SIGEN_NOTARY_PROFILE:-} ]]; then
        echo "No SIGEN_NOTARY_PROFILE: $1 is signed, not notarised." >&2
        return
    fi
    xcrun notarytool submit "$1" --keychain-profile "$SIGEN_NOTARY_PROFILE" --wait
    xcrun stapler staple "$1"
    spctl --assess --type open --context context:primary-signature --verbose "$1"
}

case ${1:-} in
    bundle) sign_bundle "$2" ;;
    image) sign_image "$2" ;;
    *)
        sed -n '2,10s/^# \{0,1\}//p' "$0" >&2
        exit 2
        ;;
esac
