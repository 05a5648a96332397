#!/usr/bin/env bash
# A tour of Meridian's API with curl: upload a photo, wait for it, find it, mark it, fetch a table.
#
#   api-tour.sh http://127.0.0.1:8080 TOKEN photo.jpg
#
# Create token under “Your account” (scope: edit). Needs curl, sha256sum and python3.
set -euo pipefail

server=$1 token=$2 photo=$3
# What goes wrong is told in a sentence: problem+json.
api() {
  local body
  body=$(curl --silent --show-error --fail-with-body --header "Authorization: Bearer $token" "$@" \
    2>/dev/null) || {
    echo "${body:-{\"detail\": \"No answer from $server.\"\}}" | json '["detail"]' >&2
    exit 1
  }
  printf '%s\n' "$body"
}
json() { python3 -c "import json, sys; text = sys.stdin.read(); text and print(json.loads(text)$1)"; }

count=$(api "$server/api/v1/search" | json '["count"]')
echo "The library has $count photos."

# A file is known by its SHA-256: ask first, send what is missing, in one piece or several.
hash=$(sha256sum "$photo" | cut -d' ' -f1)
size=$(wc -c <"$photo")
state() { api "$server/api/v1/uploads/$hash" | json '["state"]'; }
before=$(state)
if [ "$before" = none ]; then
  api --request PUT --header 'Content-Type: application/octet-stream' --data-binary @"$photo" \
    "$server/api/v1/uploads/$hash?size=$size&name=$(basename "$photo")" >/dev/null
fi
# The import starts by itself; this starts it at once.
api --request POST "$server/api/v1/uploads/import" >/dev/null
for _ in $(seq 120); do
  [ "$(state)" != stored ] && break
  sleep 1
done
end=$(state)
echo "The upload is $end."
id=$(api "$server/api/v1/uploads/$hash" | json '["photo"]')

# Everything about a photo, and why a query finds it.
api "$server/api/v1/photos/$id" | json '["path"]'
api --get --data-urlencode 'q=has:time and not light:night' "$server/api/v1/photos" | json '["count"]'

# Changes are JSON bodies.
api --request PUT --header 'Content-Type: application/json' --data '{"stars":5}' \
  "$server/api/v1/photos/$id/rating" | json '["rating"]'
api --request PUT --header 'Content-Type: application/json' --data '{"query":"rating >= 4"}' \
  "$server/api/v1/searches/The%20best" >/dev/null

# Documents of a query: csv, jsonl, geojson, xlsx or report.
api --get --data-urlencode 'q=rating >= 4' --data form=csv "$server/api/v1/export" | head -n 2
