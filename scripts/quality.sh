#!/usr/bin/env bash
# Measures the default networks on annotated pictures and writes the figures into docs/recognition.md, between
# the two comments that say so.
#   COCO=instances.json IMAGES=folder SCENES=folder [LABELS=file] quality.sh
source "$(dirname "$0")/common.sh"
cd "$root"

[ -f "${COCO:-}" ] || fail "COCO must name a file of annotations in COCO's form."
[ -d "${IMAGES:-}" ] || fail "IMAGES must name the folder of its pictures."
[ -d "${SCENES:-}" ] || fail "SCENES must name a folder of pictures called after classes of ImageNet."

meridian=${MERIDIAN:-.build/release/meridian}
make_workspace
detections() {
  "$meridian" evaluate detections --annotations "$COCO" --images "$IMAGES" --json "${@:2}" \
    >"$workspace/$1.json" || fail "the detector could not be measured; the line above says why."
}
scenes() {
  "$meridian" evaluate scenes --images "$SCENES" ${LABELS:+--labels "$LABELS"} --json "${@:2}" \
    >"$workspace/$1.json" || fail "the classifier could not be measured; the line above says why."
}
say "Measuring objects"
detections f32 --precision f32
detections bf16 --precision bf16
detections thorough-f32 --precision f32 --thorough
detections thorough-bf16 --precision bf16 --thorough
say "Measuring scenes"
scenes scenes-f32 --precision f32
scenes scenes-bf16 --precision bf16
"$python" scripts/evaluation/quality_page.py "$workspace" docs/recognition.md
say "docs/recognition.md has the figures."
