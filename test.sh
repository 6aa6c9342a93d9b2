#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test. The summary is the last line; any failure is a non-zero exit.
#
#   ./test.sh                       all tests
#   ./test.sh --asan                the same, built with the address and undefined-behaviour sanitizers
#   ./test.sh -R NAME, -L LABEL …   any other argument is ctest's
#
# CI=true turns warnings into errors, and a missing partner program into a failure instead of a skipped test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=installer/dependencies.sh
source installer/dependencies.sh

folder=build/test
# Assertions stay in; -O1 is what the compiler needs to see uninitialised values, and keeps the build short.
options=(-DCMAKE_BUILD_TYPE=Debug "-DCMAKE_CXX_FLAGS_DEBUG=-O1 -g1" -DSIGEN_PRECOMPILE=ON)
selection=()
for argument in "$@"; do
    if [[ $argument == --asan ]]; then
        folder=build/asan
        options+=("-DSIGEN_SANITIZE=address,undefined")
    else
        selection+=("$argument")
    fi
done
if [[ ${CI:-} == true ]]; then options+=(-DSIGEN_WERROR=ON); fi

build_in "$folder" build test -- "${options[@]}"

export QT_QPA_PLATFORM=offscreen
export UBSAN_OPTIONS=print_stacktrace=1
export LSAN_OPTIONS=suppressions=$PWD/tests/support/leaks.supp:print_suppressions=0
report=$PWD/$folder/test-report.xml
rm -f "$report"
status=0
# Three a core: the tests mostly wait, for gateways that are late or silent.
ctest --test-dir "$folder" --output-on-failure --no-tests=error --output-junit "$report" \
    --parallel "$((3 * $(getconf _NPROCESSORS_ONLN)))" ${selection[@]+"${selection[@]}"} </dev/null || status=$?

# count NAME    one of the totals that ctest wrote into its report
count() {
    local number=
    if [[ -f $report ]]; then
        number=$(sed -n "s/^.*[[:space:]]$1=\"\([0-9][0-9]*\)\".*/\1/p" "$report" | head -n 1)
    fi
    echo "${number:-0}"
}
total=$(count tests)
failed=$(count failures)
skipped=$(($(count skipped) + $(count disabled)))
passed=$((total - failed - skipped))
if [[ $passed -eq 0 && $status -eq 0 ]]; then
    say "No test was run."
    status=1
fi
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
