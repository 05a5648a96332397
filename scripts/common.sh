# shellcheck shell=bash
# Sourced by the install scripts: where things go, and how they fail.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
deps=$root/.deps
# Debian's Python, whatever else is first on the PATH: the pinned wheels are for its version.
python=/usr/bin/python3

say() { printf '%s\n' "$@"; }

fail() {
  printf 'install: %s\n' "$*" >&2
  exit 1
}

# Downloads pinned wheels into a folder; pip refuses any file whose hash differs.
#   download_wheels PINS FOLDER PYTHON_VERSION
download_wheels() {
  local platforms=()
  for glibc in manylinux_2_28 manylinux_2_27 manylinux_2_17 manylinux2014; do
    platforms+=(--platform "${glibc}_x86_64")
  done
  "$python" -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes \
    --only-binary=:all: "${platforms[@]}" --python-version "$3" --implementation cp \
    --dest "$2" --requirement "$1" ||
    fail "the packages of $1 could not be downloaded; check the network and run make again."
}

# What an installed part is made from, as one hash: another hash rebuilds it.
#   recipe_of FILE...
recipe_of() { cat "$@" | sha256sum | cut -d' ' -f1; }

# Whether a folder holds what a recipe makes.
#   has_recipe FOLDER RECIPE
has_recipe() { [ "$(cat "$1/recipe" 2>/dev/null || true)" = "$2" ]; }

# Python packages that a check compares with, as scripts/pins/NAME.txt says, into .deps/NAME/python.
#   install_comparison NAME WHAT
install_comparison() {
  local recipe
  recipe=$(recipe_of "$root/scripts/pins/$1.txt")
  has_recipe "$deps/$1/python" "$recipe" && return
  say "Installing $2"
  make_workspace
  download_wheels "$root/scripts/pins/$1.txt" "$workspace" 311
  "$python" -m pip install --quiet --root-user-action ignore --disable-pip-version-check --no-deps --no-index \
    --target "$workspace/python" "$workspace"/*.whl || fail "$2 could not be installed."
  echo "$recipe" >"$workspace/python/recipe"
  mkdir -p "$deps/$1"
  rm -rf "$deps/$1/python"
  mv "$workspace/python" "$deps/$1/python"
}

# A folder beside .deps for work in progress, removed at the end whatever happens.
make_workspace() {
  mkdir -p "$deps"
  workspace=$(mktemp -d "$deps/incomplete.XXXXXX")
  trap 'rm -rf "$workspace"' EXIT
}
