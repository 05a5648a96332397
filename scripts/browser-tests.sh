#!/usr/bin/env bash
# The tests in a real browser, with the debug build of the program.
#   browser-tests.sh [ARGUMENT...]    arguments for pytest, such as -k axe
source "$(dirname "$0")/common.sh"
cd "$root"

export PYTHONPATH=$deps/browser:$root/Tests/Browser PYTHONDONTWRITEBYTECODE=1
# Plug-ins of the system's Python are none of ours.
export PYTEST_DISABLE_PLUGIN_AUTOLOAD=1
exec "$python" -m pytest -p no:cacheprovider --rootdir Tests/Browser -q Tests/Browser "$@"
