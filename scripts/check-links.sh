#!/usr/bin/env bash
# Every relative link of the project's Markdown must lead to a file and, behind a #, to one of its headings.
source "$(dirname "$0")/common.sh"
cd "$root"

mapfile -t pages < <(git ls-files --cached --others --exclude-standard '*.md')
for page in README.md CHANGELOG.md CONTRIBUTING.md SECURITY.md docs/recipes.md; do
  [ -e "$page" ] || fail "$page is missing."
done
exec "$python" scripts/check_links.py "$root" "${pages[@]}"
