#!/usr/bin/env bash
# Measures networks through Meridian beside the same networks in OpenVINO alone: the usual two, YOLOv3 and its
# tiny sister with random weights, which are as fast as trained ones, VGG16 and ResNet-50 where
# `make check-onnx` made them, and those that MODELS names.
#   MODELS="id id" bench-models.sh PICTURES
source "$(dirname "$0")/common.sh"
cd "$root"

pictures=$1
meridian=${MERIDIAN:-.build/release/meridian}
library=$deps/bench-models
ids=(ssd-mobilenet-v2 efficientnet-lite2)

# A network with random weights becomes a model once.
#   add ID FILE... OPTIONS
add() {
  ids+=("$1")
  [ -f "$library/models/$1/record.json" ] && return
  "$meridian" models add "${@:2}" --id "$1" --library "$library" >/dev/null ||
    fail "the network $1 could not be added; the line above says why."
}

install_comparison check-darknet OpenCV
mkdir -p "$library"
for name in yolov3 yolov3-tiny; do
  if [ ! -f "$library/models/random-$name/record.json" ]; then
    make_workspace
    PYTHONPATH=$deps/check-darknet/python:scripts/darknet PYTHONDONTWRITEBYTECODE=1 "$python" - "$name" "$workspace" <<'PYTHON'
import pathlib
import sys

import architectures

build, _ = architectures.NETWORKS[sys.argv[1]]
build().write(pathlib.Path(sys.argv[2]))
PYTHON
  fi
  add "random-$name" "${workspace:-}/net.cfg" "${workspace:-}/net.weights" --preset yolov3
  rm -rf "${workspace:-}"
done
for name in vgg16 resnet50; do
  file=$deps/check-onnx/$name.onnx
  preset=torchvision
  [ $name = vgg16 ] && preset=vgg16
  if [ -f "$file" ]; then add "random-$name" "$file" --preset $preset --size 224x224; fi
done
arguments=()
for id in "${ids[@]}" ${MODELS:-}; do arguments+=(--model "$id"); done
"$meridian" bench models --pictures "$pictures" --library "$library" "${arguments[@]}"
