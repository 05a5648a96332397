#!/usr/bin/env bash
# Measures finding on invented photos: the index, plain SQLite and pandas asked the same questions.
#   bench-search.sh [COUNT...]   how many photos; 10000 100000 1000000 without arguments
source "$(dirname "$0")/common.sh"
cd "$root"

counts=("$@")
[ ${#counts[@]} -gt 0 ] || counts=(10000 100000 1000000)
folder=$deps/bench-search
mkdir -p "$folder"

install_pandas() {
  local recipe
  recipe=$(recipe_of "$root/scripts/pins/pandas.txt")
  has_recipe "$deps/pandas" "$recipe" && return
  say "Installing pandas, to compare with"
  make_workspace
  download_wheels "$root/scripts/pins/pandas.txt" "$workspace" 311
  "$python" -m pip install --quiet --root-user-action ignore --disable-pip-version-check --no-deps --no-index \
    --target "$workspace/pandas" "$workspace"/*.whl || fail "pandas could not be installed."
  echo "$recipe" >"$workspace/pandas/recipe"
  rm -rf "$deps/pandas"
  mv "$workspace/pandas" "$deps/pandas"
}

install_pandas
MERIDIAN_BENCHMARKS=1 swift build -c release --product search-bench 2>&1 | grep -E 'error:' || true
bench() {
  .build/release/search-bench "$1" "$folder/$2.sqlite" --models "$deps/models" \
    --gazetteer "$deps/gazetteer/gazetteer.bin" "${@:3}"
}
mapfile -t schema < <(find Sources/Catalog -path '*Schema*' -name '*.swift' | sort)
recipe=$(recipe_of Benchmarks/SearchBench/Synthetic*.swift Sources/Catalog/Bulk/*.swift "${schema[@]}" \
  "$deps/gazetteer/recipe" "$deps/models/recipe")
for count in "${counts[@]}"; do
  if [ "$(cat "$folder/$count.recipe" 2>/dev/null || true)" != "$recipe" ]; then
    say "Inventing $count photos"
    rm -f "$folder/$count".*
    bench make "$count" --photos "$count"
    # What is still on its way to the disk would slow the reading down.
    sync
    echo "$recipe" >"$folder/$count.recipe"
  fi
  say "Asking about $count photos"
  bench index "$count" >"$folder/$count.index.json"
  # SQLite takes seconds for each answer at a million.
  bench sql "$count" --queries 20 >"$folder/$count.sql.json"
done
PYTHONPATH=$deps/pandas PYTHONDONTWRITEBYTECODE=1 "$python" scripts/bench/ask_pandas.py \
  "$folder" "${counts[@]}"
