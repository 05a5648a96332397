#!/usr/bin/env bash
# Compares `meridian evaluate detections` with pycocotools on the same boxes: sets invented from a seed, with
# crowds, things of all sizes, equal confidences and boxes of no thing. Takes a minute.
#   check-evaluation.sh
#   ANNOTATIONS=file BOXES=file   your own set instead, in the forms of COCO
source "$(dirname "$0")/common.sh"
cd "$root"

if [ -n "${ANNOTATIONS:-}${BOXES:-}" ]; then
  for file in "${ANNOTATIONS:-}" "${BOXES:-}"; do
    [ -f "$file" ] || fail "ANNOTATIONS and BOXES must both name a file."
  done
fi

run_python() {
  PYTHONPATH=$deps/check-evaluation/python PYTHONDONTWRITEBYTECODE=1 \
    "$python" "scripts/evaluation/$1" "${@:2}"
}

install_comparison check-evaluation pycocotools
work=$deps/check-evaluation/work
rm -rf "$work"
mkdir "$work"
trap 'rm -rf "$work" "${workspace:-$work}"' EXIT
if [ -n "${ANNOTATIONS:-}" ]; then
  mkdir "$work/own"
  cp "$ANNOTATIONS" "$work/own/instances.json"
  cp "$BOXES" "$work/own/results.json"
else
  run_python invent.py "$work"
fi
for set in "$work"/*/; do
  "${MERIDIAN:-.build/release/meridian}" evaluate detections --annotations "$set/instances.json" \
    --boxes "$set/results.json" --images "$set" --json >"$set/meridian.json" ||
    fail "Meridian could not measure a set; the line above says why."
done
run_python compare.py "$work"
