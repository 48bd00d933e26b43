#!/bin/sh
# Installs what is missing, builds, and draws the network of articles/. Can be run again.
# Usage: sh examples/demo.sh
set -eu
cd "$(dirname "$0")/.."

sh examples/need.sh examples/packages
cmake -S . -B build
cmake --build build --target entente --parallel "$(nproc)"

mkdir -p out
build/entente graph articles -o out/network.dot -o out/network.svg -o out/network.png -o out/evidence.jsonl

cat <<END

The network of articles/ is drawn.
  out/network.svg      the picture; open it in a browser
  out/network.png      the same as pixels
  out/network.dot      the network for Graphviz tools
  out/evidence.jsonl   the $(wc -l <out/evidence.jsonl) pieces of evidence behind it
Next: build/entente why putin erdogan articles
END
