#!/usr/bin/env bash
# Compares Meridian's Darknet reader with OpenCV's: the same weights, the same pictures, 32-bit floats.
# Takes five to eight minutes on two cores and 1.5 GB in .deps/check-darknet.
#   check-darknet.sh
#   CFG=file WEIGHTS=file   your own network instead of the standard ones with random weights
#   PICTURES=folder         your own pictures instead of the sample photographs
source "$(dirname "$0")/common.sh"
cd "$root"

pictures=${PICTURES:-$deps/sample-photos}
own=()
if [ -n "${CFG:-}${WEIGHTS:-}" ]; then
  for file in "${CFG:-}" "${WEIGHTS:-}"; do
    [ -f "$file" ] || fail "CFG and WEIGHTS must both name a file."
  done
  own=("$CFG" "$WEIGHTS")
fi
[ -d "$pictures" ] || fail "$pictures is no folder of pictures."

run_python() {
  PYTHONPATH=$deps/check-darknet/python PYTHONDONTWRITEBYTECODE=1 "$python" "scripts/darknet/$1" "${@:2}"
}

install_comparison check-darknet OpenCV
work=$deps/check-darknet/work
rm -rf "$work"
mkdir "$work"
trap 'rm -rf "$work" "${workspace:-$work}"' EXIT
say "Writing networks and pictures"
run_python prepare.py "$work" "$pictures" "${own[@]}" || fail "the lines above say why."
say "Running them through Meridian"
swift build --build-tests --quiet
MERIDIAN_CHECK_DARKNET=$work swift test --skip-build --disable-xctest --filter DarknetCheck \
  >"$work/meridian.log" 2>&1 || {
  cat "$work/meridian.log" >&2
  fail "Meridian could not run a network; the lines above say why."
}
say "Running them through OpenCV"
run_python compare.py "$work"
