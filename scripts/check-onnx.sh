#!/usr/bin/env bash
# Compares what Meridian gives for VGG16 and ResNet-50 in ONNX with ONNX Runtime: the same random
# weights, the same pictures, 32-bit floats. Takes two minutes on two cores and 1.5 GB in
# .deps/check-onnx.
#   check-onnx.sh
#   PICTURES=folder   your own pictures instead of the sample photographs
source "$(dirname "$0")/common.sh"
cd "$root"

pictures=${PICTURES:-$deps/sample-photos}
[ -d "$pictures" ] || fail "$pictures is no folder of pictures."

run_python() {
  PYTHONPATH=$deps/check-onnx/python PYTHONDONTWRITEBYTECODE=1 "$python" "scripts/onnx/$1" "${@:2}"
}

install_comparison check-onnx "ONNX Runtime"
work=$deps/check-onnx/work
rm -rf "$work"
mkdir "$work"
trap 'rm -rf "$work" "${workspace:-$work}"' EXIT
say "Writing networks and pictures"
run_python prepare.py "$work" "$pictures" || fail "the lines above say why."
say "Running them through Meridian"
swift build --build-tests --quiet
MERIDIAN_CHECK_ONNX=$work swift test --skip-build --disable-xctest --filter ONNXCheck \
  >"$work/meridian.log" 2>&1 || {
  cat "$work/meridian.log" >&2
  fail "Meridian could not run a network; the lines above say why."
}
say "Running them through ONNX Runtime"
run_python compare.py "$work"
