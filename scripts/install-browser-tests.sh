#!/usr/bin/env bash
# Installs what the tests in a real browser need: Debian's Chromium, and Python packages to drive it.
source "$(dirname "$0")/common.sh"

"$root/scripts/install-debian-packages.sh" --browser
browser=$deps/browser
recipe=$(recipe_of "$root/scripts/pins/browser-tests.txt")
has_recipe "$browser" "$recipe" && exit 0

say "Installing Playwright, axe, pytest and the OpenAPI validator (about 60 MB)"
make_workspace
download_wheels "$root/scripts/pins/browser-tests.txt" "$workspace" 311
"$python" -m pip install --quiet --root-user-action ignore --disable-pip-version-check --no-deps \
  --no-index --target "$workspace/browser" "$workspace"/*.whl ||
  fail "the packages for the browser tests could not be installed."
echo "$recipe" >"$workspace/browser/recipe"
rm -rf "$browser"
mv "$workspace/browser" "$browser"
