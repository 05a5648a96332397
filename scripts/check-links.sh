#!/usr/bin/env bash
# Every relative link of the documentation must lead to a file.
source "$(dirname "$0")/common.sh"
cd "$root"

broken=0
while IFS=: read -r file link; do
  target=${link#*](}
  target=${target%%)*}
  target=${target%%#*}
  case $target in "" | http*) continue ;; esac
  if [ ! -e "$(dirname "$file")/$target" ]; then
    say "$file: $target does not exist"
    broken=1
  fi
done < <(grep -oHE '\]\([^)]+\)' README.md CHANGELOG.md THIRD_PARTY.md docs/*.md docs/decisions/*.md)
[ $broken -eq 0 ] && say "All links of the documentation lead somewhere."
exit $broken
