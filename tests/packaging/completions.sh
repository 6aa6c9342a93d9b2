#!/usr/bin/env bash
# Holds the shell completions, and the window's manual page, against what the programs say of themselves.
#
#   tests/packaging/completions.sh BUILD-FOLDER       exit code 1 when one offers something else
#
# bash is needed; zsh and fish are tested where they are installed.
set -euo pipefail
build=$(cd "$1" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failures=0

# expect WHAT WISHED OFFERED    compares two lists of words, in any order
expect() {
    local wished offered
    wished=$(tr ' ' '\n' <<<"$2" | sed '/^$/d' | sort -u)
    offered=$(tr ' ' '\n' <<<"$3" | sed '/^$/d' | sort -u)
    if [[ -n $wished && $wished == "$offered" ]]; then
        echo "ok      $1"
    else
        echo "FAILED  $1"
        diff <(echo "$wished") <(echo "$offered") | sed 's/^/        /' || true
        failures=$((failures + 1))
    fi
}

# A way to read the help that has nothing in common with the completions' own.
options_of() { "$@" --help | grep -oE '^  (-h, )?--[a-z-]+' | grep -oE -- '--[a-z-]+'; }
commands_of() { "$1" --help | sed -n '2,/^Options:/p' | grep -oE '^  [a-z][a-z-]*' | tr -d ' '; }

# Each prints what is offered after the words.
offers_bash() {
    bash --norc -c '
        source "$1"; shift
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _sigen_modbus "$1" "${@: -1}" "${COMP_WORDS[COMP_CWORD - 1]}"
        printf "%s\n" "${COMPREPLY[@]}"' - "$folder/bash" "$@"
}
offers_zsh() {
    zsh -f -c '
        script=$1; shift
        _describe() { [[ $1 == -o ]] && shift; print -l -- ${${(P)2}%%:*}; }
        _files() { print FILES; }
        _hosts() { print HOSTS; }
        _message() { }
        compadd() { shift; print -l -- $@; }
        words=("$@") CURRENT=$#
        source $script' - "$folder/zsh" "$@"
}
offers_fish() {
    # shellcheck disable=SC2016 # fish expands them
    fish --no-config -c 'source $argv[1]; complete -C "$argv[2]"' "$folder/fish" "$*" | cut -f 1
}

check_shell() {
    local shell=$1 program=$2 command offered
    offers() { "offers_$shell" "$@"; }
    if [[ $program == *-cli ]]; then
        # Options are offered beside the commands by some shells, and once a hyphen is typed by all.
        offered=$(offers "$program" "")
        expect "$shell: the commands" "$(commands_of "$program")" "$(grep -v '^-' <<<"$offered")"
        for command in $(commands_of "$program"); do
            if [[ $shell == zsh ]]; then offered=$(offers "$program" "$command" ""); else offered=$(offers "$program" "$command" --); fi
            expect "$shell: the options of $command" "$(options_of "$program" "$command")" "$(grep '^-' <<<"$offered")"
        done
        expect "$shell: the words of service" "install remove status" "$(offers "$program" service "" | grep -v '^-')"
        expect "$shell: the words of profile" "check import show" "$(offers "$program" profile "" | grep -v '^-')"
        for command in watch "service status"; do
            # shellcheck disable=SC2086 # two words
            expect "$shell: no words after $command" "none" "none$(offers "$program" $command "" | grep -v '^-' || true)"
        done
        expect "$shell: the tools of --for" "$("$program" handover --list | awk '{ print $1 }')" \
            "$(offers "$program" handover --for "")"
        expect "$shell: the faults" "$("$program" simulate --list-faults | awk '/^[a-z]/ { print $1 }')" \
            "$(offers "$program" simulate --fault "")"
        expect "$shell: a count has no words" "none" "none$(offers "$program" values --count "")"
        mkdir -p "$folder/empty"
        offered=$(cd "$folder/empty" && offers "$program" enable --profile "")
        expect "$shell: the profiles" "documented early-draft" "${offered//FILES/}"
    else
        if [[ $shell == zsh ]]; then offered=$(offers "$program" ""); else offered=$(offers "$program" --); fi
        expect "$shell: the options of the window" "$(options_of "$program")" "$offered"
        expect "$shell: the themes" "system light dark" "$(offers "$program" --theme "")"
    fi
}

for program in "$build/app/cli/sigen-modbus-cli" "$build/app/desktop/sigen-modbus"; do
    [[ -x $program ]] || continue
    name=${program##*/}
    export PATH=${program%/*}:$PATH
    echo "$name"
    if [[ $name == sigen-modbus ]]; then
        page=$(dirname "${BASH_SOURCE[0]}")/../../resources/man/$name.1
        expect "the manual page" "$(options_of "$program")" "$(grep -oE '^\.It Fl -[a-z-]+' "$page" | sed 's/.*Fl -/--/')"
    fi
    for shell in bash zsh fish; do
        if ! command -v "$shell" >/dev/null; then
            echo "skipped $shell: not installed"
            continue
        fi
        cp "$build/installer/completions/$name.$shell" "$folder/$shell"
        check_shell "$shell" "$program"
    done
done
[[ $failures -eq 0 ]]
