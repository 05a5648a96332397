#!/usr/bin/env bash
# Says what this machine's processor can do that changes how fast or how precisely networks run.
set -euo pipefail

model=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
flags=" $(sed -n 's/^flags[^:]*: //p' /proc/cpuinfo | head -n 1) "
found=()
for feature in avx2 avx512f avx512_vnni avx512_bf16 amx_bf16; do
  [[ $flags == *" $feature "* ]] && found+=("$feature")
done
echo "Processor: ${model:-unknown}, $(nproc) cores; of the features that matter here: ${found[*]:-none}."
