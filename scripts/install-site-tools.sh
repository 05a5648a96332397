#!/usr/bin/env bash
# Installs what checks the site's scripts (types, lint, format, unit tests): Deno, one program. Not needed to run Meridian.
source "$(dirname "$0")/common.sh"

tools=$deps/site-tools
recipe=$(recipe_of "$root/scripts/install-site-tools.sh" "$root/scripts/pins/site-tools.txt")
has_recipe "$tools" "$recipe" && exit 0

say "Installing Deno, which checks the site's scripts (about 100 MB)"
make_workspace
download_wheels "$root/scripts/pins/site-tools.txt" "$workspace" 311
unzip -q "$workspace"/deno-*.whl -d "$workspace/files"
mkdir -p "$workspace/tools"
mv "$workspace"/files/deno-*.data/scripts/deno "$workspace/tools/deno"
chmod +x "$workspace/tools/deno"
cp "$workspace"/files/deno-*.dist-info/licenses/* "$workspace/tools/"
"$workspace/tools/deno" --version >/dev/null || fail "Deno does not start on this machine."
echo "$recipe" >"$workspace/tools/recipe"
rm -rf "$tools"
mv "$workspace/tools" "$tools"
