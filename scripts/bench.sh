#!/usr/bin/env bash
# Measures the import against decoding alone and inference alone, in one run on the same files, and networks
# beside OpenVINO alone.
#   bench.sh [FOLDER]   without a folder: copies of the sample photographs, at 12 and 24 megapixels
#   MODELS="id id"      networks to measure, beside the usual two and those with random weights
source "$(dirname "$0")/common.sh"
cd "$root"

if [ -n "${1:-}" ]; then
  .build/release/meridian bench "$1"
  say ""
  exec scripts/bench-models.sh "$1"
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
say ""
scripts/bench-models.sh "$deps/sample-photos"
