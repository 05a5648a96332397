#!/usr/bin/env bash
# Measures the import against decoding alone and inference alone, in one run on the same files, networks
# beside OpenVINO alone, and the training of labels beside the products of its convolutions alone.
#   bench.sh [FOLDER]   without a folder: copies of the sample photographs, at 12 and 24 megapixels
#   MODELS="id id"      networks to measure, beside the usual two and those with random weights
source "$(dirname "$0")/common.sh"
cd "$root"

# What needs no photos, or whichever there are.
bench_the_rest() {
  say ""
  .build/release/meridian bench learning
  say ""
  scripts/bench-models.sh "$1"
}

if [ -n "${1:-}" ]; then
  .build/release/meridian bench "$1"
  bench_the_rest "$1"
  exit
fi
scripts/install-sample-photos.sh
swift build -c release --product sample-trip 2>&1 | grep -E 'error:' || true
for megapixels in 12 24; do
  folder=$deps/bench-$megapixels
  [ -d "$folder" ] ||
    .build/release/sample-trip "$deps/sample-photos" "$folder" --bench --megapixels "$megapixels"
  say "" "JPEGs of $megapixels megapixels"
  .build/release/meridian bench "$folder"
done
bench_the_rest "$deps/sample-photos"
