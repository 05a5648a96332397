#!/usr/bin/env bash
# Measures networks through Meridian beside the same networks in OpenVINO alone: the usual two, those of other
# presets with random weights, which are as fast as trained ones, and those that MODELS names.
# Takes 1.2 GB in .deps for the networks with random weights.
#   MODELS="id id" bench-models.sh PICTURES
source "$(dirname "$0")/common.sh"
cd "$root"

pictures=$1
meridian=$(realpath "${MERIDIAN:-.build/release/meridian}")
library=$deps/bench-models
ids=(ssd-mobilenet-v2 efficientnet-lite2)

# A network with random weights becomes a model once.
#   add NAME KIND FILES OPTIONS   KIND: darknet or onnx
add() {
  ids+=("random-$1")
  [ -f "$library/models/random-$1/record.json" ] && return
  make_workspace
  PYTHONPATH=$deps/check-$2/python:scripts/$2 PYTHONDONTWRITEBYTECODE=1 \
    "$python" scripts/bench/random_network.py "$1" "$workspace" || fail "$1 could not be made."
  local file files=()
  for file in $3; do files+=("$workspace/$file"); done
  # shellcheck disable=SC2086 # several options
  "$meridian" models add "${files[@]}" $4 --id "random-$1" --library "$library" >/dev/null ||
    fail "the network $1 could not be added; the line above says why."
  rm -rf "$workspace"
}

install_comparison check-darknet OpenCV
install_comparison check-onnx "ONNX Runtime"
mkdir -p "$library"
add yolov3-tiny darknet "net.cfg net.weights" "--preset yolov3"
add yolov3 darknet "net.cfg net.weights" "--preset yolov3"
add resnet50 onnx net.onnx "--preset torchvision"
add vgg16 onnx net.onnx "--preset vgg16"
arguments=()
# shellcheck disable=SC2086 # several ids
for id in "${ids[@]}" ${MODELS:-}; do arguments+=(--model "$id"); done
"$meridian" bench models --pictures "$pictures" --library "$library" "${arguments[@]}"
