#!/usr/bin/env bash
# The site's scripts: types, lint, format and unit tests, without a browser and without the network.
#   check-site.sh [api-types|check|lint|format-check|test|format]...    all but format where nothing is named
source "$(dirname "$0")/common.sh"
cd "$root/Site"

"$root/scripts/install-site-tools.sh"
export DENO_DIR=$deps/site-tools/cache DENO_NO_UPDATE_CHECK=1 DENO_NO_PROMPT=1
deno=$deps/site-tools/deno

run() {
  case $1 in
    # Whether the types of the API's answers are those of its document.
    api-types) "$python" "$root/scripts/write_api_types.py" --check ;;
    # Apart: what tests import from node: would give timers of the assets another type.
    check) "$deno" check --quiet --no-remote assets && "$deno" check --quiet --no-remote tests ;;
    lint) "$deno" lint --quiet ;;
    format-check) "$deno" fmt --quiet --check ;;
    # Far from UTC, so that a local time where there should be none is found; a test that hangs is ended.
    test) TZ=Pacific/Auckland timeout 120 "$deno" test --quiet --no-remote --no-check --allow-read=assets,tests,types tests ;;
    format) "$deno" fmt --quiet ;;
    *) fail "check-site.sh does not know $1." ;;
  esac
}

[ $# -gt 0 ] || set -- api-types check lint format-check test
for step in "$@"; do
  run "$step" || fail "the site: $step failed; the lines above say where."
done
