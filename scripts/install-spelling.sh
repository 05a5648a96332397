#!/usr/bin/env bash
# Installs what `make lint-spelling` needs: Debian's hunspell with the British dictionary.
source "$(dirname "$0")/common.sh"

"$root/scripts/install-debian-packages.sh" --spelling
