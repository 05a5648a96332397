#!/usr/bin/env bash
# Installs what `make lint` needs besides the Swift toolchain. Quick when done.
# Debian's shellcheck and cppcheck; ruff and clang-format pinned, since another version formats differently.
source "$(dirname "$0")/common.sh"

# The headers that the C of the project includes, then the tools.
"$root/scripts/install-debian-packages.sh"
"$root/scripts/install-openvino.sh"
"$root/scripts/install-debian-packages.sh" --lint
install_comparison lint "ruff and clang-format (about 13 MB)"
