#!/usr/bin/env bash
# Builds Meridian and does the main job, from a folder of photos to the web app.
#   PHOTOS   the folder; empty for the sample trip
#   PORT     where the web app listens; default 8080
#   LIBRARY  Meridian's library
#   SERVE    no: stop before the web app
source "$(dirname "$0")/common.sh"
cd "$root"

photos=${PHOTOS:-}
[ -z "$photos" ] || [ -d "$photos" ] ||
  fail "PHOTOS=$photos is not a folder. Give the folder with your photos."
if [ -n "$photos" ]; then scripts/setup.sh; else scripts/setup.sh --sample; fi
say "Building Meridian (takes a few minutes the first time)"
swift build -c release --product meridian 2>&1 | grep -E 'error:|Compiling|Build' | tail -n 1
if [ -z "$photos" ]; then
  swift build -c release --product sample-trip 2>&1 | grep -E 'error:' || true
  photos=$deps/sample-trip
  .build/release/sample-trip "$deps/sample-photos" "$photos"
fi
meridian() { .build/release/meridian "$@" --library "$LIBRARY"; }
meridian add "$photos"
say "" "For a better detector (needs internet access): $root/.build/release/meridian models install yolox-s --library $LIBRARY"
report=$LIBRARY/report.html
for query in "person" "cat or dog or bird" "mountain and has:gps" "food or drink" "sunset or sunrise" 'near:"Cusco",50km'; do
  say "" "Find: $query"
  meridian find "$query" --limit 5
done
meridian report "" -o "$report" --overwrite --title "Your photos" >/dev/null
say "" "Report of all photos: $report" "Search more with: $root/.build/release/meridian find \"…\" --library $LIBRARY"
[ "${SERVE:-yes}" = no ] && exit 0
say "" "Starting the web app; press Ctrl-C to stop it."
exec .build/release/meridian serve --library "$LIBRARY" ${PORT:+--port "$PORT"}
