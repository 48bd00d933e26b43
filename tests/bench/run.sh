#!/bin/sh
# Measures how fast entente is and how much memory it takes, beside other tools that search for names, over MEGABYTES
# (default 200) of invented text. All that is written lies in build/bench and is removed at the end, but for
# build/bench.json. Takes about an hour; single parts take less: match, mentions, graph, stages, instructions.
# Usage: sh tests/bench/run.sh [MEGABYTES [PART...]]
set -eu
cd "$(dirname "$0")/../.."
megabytes=${1:-200}
[ $# -eq 0 ] || shift

sh examples/need.sh examples/packages tests/bench/packages
cmake -S . -B build >/dev/null
cmake --build build --parallel "$(nproc)" \
    --target entente bench_names bench_corpus bench_measure bench_match bench_stages >/dev/null
make=build/tests/bench bench=build/bench
trap 'rm -rf "$bench"' EXIT
trap 'exit 130' INT TERM HUP
rm -rf "$bench"
mkdir "$bench"
for names in 20 1000 100000 1000000; do
    $make/bench_names $names "$bench/$names.list" "$bench/$names.yaml"
done
for kilobytes in 4000 4; do
    $make/bench_corpus "$bench/1000000.list" "$bench/$kilobytes" "$megabytes" $kilobytes
done
echo Nothing. >"$bench/empty.txt"

echo "$(nproc) cores, $(date +%F), $megabytes MB of text; medians of 3 runs, the tools in turn"
python3 tests/bench/compare.py build "$bench" "$@"
mv "$bench/bench.json" build/bench.json
echo
echo "All figures, of every run: build/bench.json"
