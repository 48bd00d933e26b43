#!/bin/sh
# Runs the tour of README.md, its ```console blocks, and compares what is said there with what comes.
# Usage: sh tests/tour.sh DIRECTORY-OF-THE-PROGRAM [--print]    (--print: the blocks as they should be)
set -eu
PATH=$(cd "$1" && pwd):$PATH
readme=$(cd "$(dirname "$0")/.." && pwd)/README.md
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

awk '/^```console$/ { inside = 1; next } /^```$/ { inside = 0 } inside' "$readme" >"$work/expected"
# A command and its output: "$ command", "> next line of it", output.
awk '
    function flush () { if (command != "") { gsub (/\047/, "\047\\\047\047", command); print "run \047" command "\047" } command = "" }
    /^\$ / { flush (); command = substr ($0, 3); next }
    /^> / && command != "" { command = command "\n" substr ($0, 3); next }
    { flush () }
    END { flush () }' "$work/expected" >"$work/commands"

run () {
    printf '%s\n' "$1" | sed '1s/^/$ /; 2,$s/^/> /'
    eval "$1" 2>&1 || true
}
mkdir "$work/tour"
cp "$(dirname "$readme")"/examples/tour/* "$work/tour"
(cd "$work/tour" && . "$work/commands") >"$work/actual"
if [ "${2:-}" = --print ]; then
    cat "$work/actual"
else
    diff -u "$work/expected" "$work/actual" && echo "The tour of README.md is true."
fi
