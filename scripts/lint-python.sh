#!/usr/bin/env bash
# Every Python file of the project through ruff, as ruff.toml says.
source "$(dirname "$0")/common.sh"
cd "$root"

"$deps/lint/python/bin/ruff" check --quiet scripts Tests
