#!/usr/bin/env bash
# The newest version of the changelog must be the one that `meridian --version` says, and sections must be
# in order: Unreleased, then versions that fall, each with its date.
source "$(dirname "$0")/common.sh"
cd "$root"
fail() {
  printf 'lint: %s\n' "$*" >&2
  exit 1
}

program=$(sed -n '/^enum Version {/,/^}/s/.*"\([0-9.]*\)".*/\1/p' Sources/meridian/Meridian.swift)
mapfile -t headings < <(grep '^## ' CHANGELOG.md)
[ "${headings[0]}" = "## Unreleased" ] || fail "CHANGELOG.md must begin with the section Unreleased."

versions=()
for heading in "${headings[@]:1}"; do
  [[ $heading =~ ^##\ ([0-9]+\.[0-9]+\.[0-9]+)\ \([0-9]{4}-[0-9]{2}-[0-9]{2}\)$ ]] ||
    fail "CHANGELOG.md: '$heading' is not of the form ## 1.2.3 (2026-01-31)."
  versions+=("${BASH_REMATCH[1]}")
done
[ "${versions[0]}" = "$program" ] ||
  fail "CHANGELOG.md's newest version is ${versions[0]}, but Sources/meridian/Meridian.swift says $program. See docs/releasing.md."
printf '%s\n' "${versions[@]}" | sort --check --version-sort --reverse --unique ||
  fail "CHANGELOG.md: the versions are not in order, newest first."
