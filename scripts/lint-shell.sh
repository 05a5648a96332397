#!/usr/bin/env bash
# Every shell script of the project through shellcheck, which follows what they source.
source "$(dirname "$0")/common.sh"
cd "$root"

mapfile -t scripts < <(git ls-files --cached --others --exclude-standard '*.sh' .ci/run)
shellcheck --external-sources --source-path=SCRIPTDIR "${scripts[@]}"
