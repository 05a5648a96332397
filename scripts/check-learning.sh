#!/usr/bin/env bash
# Trains both learners on scikit-learn's 1,797 handwritten digits ("is it a 3"), five-fold, and cnn3 on drawn
# shapes at full size; prints the figures and fails below the limits. Takes two to six minutes on two cores.
source "$(dirname "$0")/common.sh"
cd "$root"

digits=$deps/check-learning
pins=$root/scripts/pins/check-learning.txt
recipe=$(recipe_of "$pins")
if ! has_recipe "$digits" "$recipe"; then
  say "Fetching scikit-learn, for its digits"
  make_workspace
  download_wheels "$pins" "$workspace" 311
  mkdir "$workspace/digits"
  unzip -q -p "$workspace"/*.whl sklearn/datasets/data/digits.csv.gz | gunzip >"$workspace/digits/digits.csv" ||
    fail "the package carries no digits."
  echo "$recipe" >"$workspace/digits/recipe"
  rm -rf "$digits"
  mv "$workspace/digits" "$digits"
fi
swift build --build-tests --quiet
MERIDIAN_CHECK_LEARNING=$digits/digits.csv swift test --skip-build --disable-xctest --filter LearningCheck |
  grep --line-buffered -E '^(cnn3|transfer|shapes|speed|✘|.*Test run)' ||
  fail "the digits were not told apart as well as they should be; the lines above say how well."
