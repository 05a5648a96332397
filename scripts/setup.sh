#!/usr/bin/env bash
# Everything that building and running need. Quick, and quiet but for one line, when done.
#   setup.sh [--sample] [--tests]
#     --sample   the photographs of the sample trip as well
#     --tests    a browser and what drives it as well, what checks the site's scripts, and the photographs
source "$(dirname "$0")/common.sh"

[ "$(uname -m)" = x86_64 ] || fail "Meridian's networks run on x86-64 processors only, so far."
command -v swift >/dev/null ||
  fail "the Swift toolchain is missing; install Swift 6.3 from swift.org and put it on the PATH."
steps=(install-debian-packages install-openvino install-models install-gazetteer install-web-assets)
for option in "$@"; do
  case $option in
    --sample) steps+=(install-sample-photos) ;;
    --tests) steps+=(install-sample-photos install-browser-tests install-site-tools) ;;
    *) fail "setup.sh does not know $option." ;;
  esac
done
marker=$(mktemp)
trap 'rm -f "$marker"' EXIT
for step in "${steps[@]}"; do
  "$root/scripts/$step.sh" | while IFS= read -r line; do
    say "$line"
    echo installed >"$marker"
  done
done
[ -s "$marker" ] || say "Nothing to install."
