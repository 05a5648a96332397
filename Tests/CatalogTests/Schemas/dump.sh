#!/usr/bin/env bash
# dump.sh CATALOGUE > vN.sql: a catalogue as text for git. Left out, since they only take space: classes that
# nothing refers to, and all but the first 16 bytes of each vector. Replaced: the key that sessions are signed with.
set -euo pipefail
copy=$(mktemp -d)
trap 'rm -r "$copy"' EXIT
sqlite3 "$1" "VACUUM INTO '$copy/catalogue.sqlite'"
has() { [ -n "$(sqlite3 "$copy/catalogue.sqlite" "SELECT 1 FROM sqlite_master WHERE name = '$1'")" ]; }
edit() { sqlite3 "$copy/catalogue.sqlite" "$1"; }
edit "DELETE FROM label_class WHERE id NOT IN (SELECT class_id FROM object UNION SELECT class_id FROM scene)"
edit "UPDATE embedding SET vector = substr(vector, 1, 16)"
if has setting; then
  edit "UPDATE setting SET value = replace(hex(zeroblob(32)), '0', 'a') WHERE name = 'web.signing_key'"
fi
if has box_embedding; then edit "UPDATE box_embedding SET vector = substr(vector, 1, 16)"; fi
echo "PRAGMA application_id = $(edit 'PRAGMA application_id');"
echo "PRAGMA user_version = $(edit 'PRAGMA user_version');"
edit .dump
