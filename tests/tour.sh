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

# Beside `entente watch ... &`, a command is over when its save is drawn.
drawings=0
run () {
    printf '%s\n' "$1" | sed '1s/^/$ /; 2,$s/^/> /'
    eval "$1" 2>&1 || true
    case $1 in
    'kill '*) wait || true; drawings=0 ;;
    *' &') drawings=1 ;;
    *) [ $drawings = 0 ] || drawings=$((drawings + 1)) ;;
    esac
    tries=0
    until [ "$(grep -c '  drawn, ' "$work/said")" -ge $drawings ] || [ $((tries += 1)) -gt 600 ]; do sleep 0.1; done
}
mkdir -p "$work/project/out/tour"
cd "$(dirname "$readme")"
cp -r articles entities.yaml "$work/project"
cp examples/tour/* "$work/project/out/tour"
(cd "$work/project/out/tour" && . "$work/commands") >"$work/said"
# Times of day, and how long something took, are told by the clock.
sed -E 's/^[0-9:]{8}  (.*) [0-9.]+ s$/12:00:00  \1 0.010 s/' "$work/said" >"$work/actual"
if [ "${2:-}" = --print ]; then
    cat "$work/actual"
else
    diff -u "$work/expected" "$work/actual" && echo "The tour of README.md is true."
fi
