#!/usr/bin/env bash
# Measures the web app: memory when idle, answers with 100,000 invented photos, many clients at once,
# and Explore in a browser with 1,000,000.
#   bench-web.sh [COUNT_FOR_ANSWERS] [COUNT_FOR_THE_PAGE]
source "$(dirname "$0")/common.sh"
cd "$root"

answers=${1:-100000}
page=${2:-1000000}
scripts/setup.sh --tests
for product in meridian sample-trip search-bench; do
  MERIDIAN_BENCHMARKS=1 swift build -c release --product $product 2>&1 | grep -E 'error:' || true
done
export MERIDIAN_BUILD=$root/.build/release
export PYTHONPATH=$deps/browser:$root/Tests/Browser PYTHONDONTWRITEBYTECODE=1
folder=$deps/bench-web
mkdir -p "$folder"

# Thumbnails for the invented photos come from the sample trip.
if [ ! -d "$folder/trip-library" ]; then
  .build/release/sample-trip "$deps/sample-photos" "$deps/sample-trip"
  .build/release/meridian add "$deps/sample-trip" --library "$folder/trip-library" >/dev/null
fi
recipe=$(recipe_of Benchmarks/SearchBench/Synthetic*.swift Sources/Catalog/Bulk/*.swift "$deps/gazetteer/recipe" \
  "$deps/models/recipe" scripts/bench/invent_thumbnails.py)
for count in "$answers" "$page"; do
  library=$folder/$count
  has_recipe "$library" "$recipe" && continue
  say "Inventing a library of $count photos"
  rm -rf "$library"
  mkdir "$library"
  .build/release/search-bench make "$library/catalogue.sqlite" --photos "$count" \
    --models "$deps/models" --gazetteer "$deps/gazetteer/gazetteer.bin"
  "$python" scripts/bench/invent_thumbnails.py "$library" "$folder/trip-library"
  # What is still on its way to the disk would slow the reading down.
  sync
  echo "$recipe" >"$library/recipe"
done

"$python" scripts/bench/web_idle.py
"$python" scripts/bench/web_answers.py "$folder/$answers"
"$python" scripts/bench/web_load.py "$folder/$answers"
"$python" scripts/bench/web_page.py "$folder/$page"
