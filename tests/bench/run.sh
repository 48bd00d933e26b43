#!/bin/sh
# Measures how fast entente reads, over an invented corpus of MEGABYTES (default 50) in build/bench.
# Usage: sh tests/bench/run.sh [MEGABYTES]
set -eu
cd "$(dirname "$0")/../.."
megabytes=${1:-50}

sh examples/need.sh examples/packages
cmake -S . -B build >/dev/null
cmake --build build --target entente bench_corpus bench_measure bench_stages --parallel "$(nproc)" >/dev/null
bench=build/bench
rm -rf "$bench"
for kilobytes in 4 4000; do
    build/tests/bench/bench_corpus entities.yaml "$bench/$kilobytes" "$megabytes" "$kilobytes"
done
build/tests/bench/bench_corpus entities.yaml "$bench/fifth" "$((megabytes / 5))" 4

# Usage: graph LABEL CORPUS COMMAND...
graph () {
    label=$1 corpus=$bench/$2
    shift 2
    rm -f "$bench"/evidence.jsonl "$bench"/network.dot
    build/tests/bench/bench_measure "$label" "$corpus" "$@" graph -o "$bench/evidence.jsonl" -o "$bench/network.dot" "$corpus"
}
one_core='taskset -c 0 build/entente'

echo "$(nproc) cores, $(date +%F), $megabytes MB, $(build/entente check | sed 's/.*: //')"
graph 'graph, 4 KB files, one core'  4     $one_core
graph 'graph, 4 KB files, all cores' 4     build/entente
graph 'graph, 4 MB files, one core'  4000  $one_core
graph 'graph, 4 MB files, all cores' 4000  build/entente
graph 'graph, a fifth, one core'     fifth $one_core
build/tests/bench/bench_measure 'mentions, one core' "$bench/4" $one_core mentions "$bench/4"

echo
echo 'Stage by stage, a fifth, one core:'
taskset -c 0 build/tests/bench/bench_stages entities.yaml "$bench"/fifth/*.txt
