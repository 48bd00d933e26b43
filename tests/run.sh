#!/bin/sh
# Installs what is missing and runs every test: the house style, then the tests of a build in which a warning is
# an error, then the same tests under the address and undefined-behaviour sanitizers. Can be run again.
# Usage: sh tests/run.sh
set -eu
cd "$(dirname "$0")/.."

sh examples/need.sh examples/packages tests/packages

echo "== style"
find include src tests examples -name '*.[ch]' | xargs clang-format-14 --dry-run -Werror

# Usage: build_and_test DIRECTORY CMAKE-OPTION...
build_and_test () {
    echo "== $1"
    cmake -S . -B "$@" >/dev/null
    cmake --build "$1" --parallel "$(nproc)"
    (cd "$1" && ctest --output-on-failure --parallel "$(nproc)" --timeout 300)
}

build_and_test build-test -DENTENTE_WERROR=ON
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
build_and_test build-sanitize -DENTENTE_WERROR=ON -DENTENTE_SANITIZE=address,undefined

echo "All tests passed: style, build-test, build-sanitize."
