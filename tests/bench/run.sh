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
    build/tests/bench_corpus entities.yaml "$bench/$kilobytes" "$megabytes" "$kilobytes"
done
build/tests/bench_corpus entities.yaml "$bench/tenth" "$((megabytes / 10))" 4

# Usage: measure LABEL CORPUS COMMAND OPTION...
measure () {
    label=$1 corpus=$bench/$2
    shift 2
    build/tests/bench_measure "$label" "$corpus" build/entente "$@" "$corpus"
}
# Usage: graph LABEL CORPUS THREADS
graph () {
    measure "$1" "$2" graph -j "$3" -o "$bench/evidence.jsonl" -o "$bench/network.dot"
}

echo "$(nproc) cores, $(date +%F), $megabytes MB, $(build/entente check | sed 's/.*: //')"
graph    'graph, 4 KB files, 1 thread'    4     1
graph    'graph, 4 KB files, all cores'   4     0
graph    'graph, 4 MB files, 1 thread'    4000  1
graph    'graph, 4 MB files, all cores'   4000  0
graph    'graph, a tenth, 1 thread'       tenth 1
measure  'mentions, 4 KB files, 1 thread' 4     mentions -j 1
measure  'graph from evidence'            4     graph -o "$bench/again.dot" "$bench/evidence.jsonl"
echo
echo 'Stage by stage, 4 KB files, one thread:'
build/tests/bench_stages entities.yaml "$bench"/4/*.txt
