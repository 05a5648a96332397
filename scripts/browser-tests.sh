#!/usr/bin/env bash
# The tests in a real browser, with the program that MERIDIAN_BUILD's folder holds.
#   browser-tests.sh [ARGUMENT...]    arguments for pytest, such as -k axe
#   PROCESSES=number                  how many run side by side; one more than there are cores, 4 at most
source "$(dirname "$0")/common.sh"
cd "$root"

cores=$(nproc)
export MERIDIAN_PRECISION=${MERIDIAN_PRECISION:-f32}
export PYTHONPATH=$deps/browser:$root/Tests/Browser PYTHONDONTWRITEBYTECODE=1
# Plug-ins of the system's Python are none of ours.
export PYTEST_DISABLE_PLUGIN_AUTOLOAD=1
# Tests of one file share servers, so they stay in one process. One process more than cores, since tests wait for
# pages as well. Files keep their order: the long ones come early, so that no process is left alone at the end.
exec "$python" -m pytest -p no:cacheprovider -p xdist --numprocesses "${PROCESSES:-$((cores < 3 ? cores + 1 : 4))}" \
  --dist loadfile --no-loadscope-reorder --durations 15 --rootdir Tests/Browser -q Tests/Browser "$@"
