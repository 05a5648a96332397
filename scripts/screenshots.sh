#!/usr/bin/env bash
# Takes a picture of every page with the sample trip, wide and narrow, light and dark.
source "$(dirname "$0")/common.sh"
cd "$root"

scripts/setup.sh --tests
swift build -c release --product sample-trip 2>&1 | grep -E 'error:' || true
export MERIDIAN_BUILD=$root/.build/release
export PYTHONPATH=$deps/browser:$root/Tests/Browser PYTHONDONTWRITEBYTECODE=1
rm -rf "$deps/screenshots"
mkdir -p "$deps/screenshots" docs/images
"$python" scripts/screenshots.py "$deps/screenshots" docs/images
say "The screenshots are in $deps/screenshots; three of them, reduced, in docs/images."
