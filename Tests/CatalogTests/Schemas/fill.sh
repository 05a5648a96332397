#!/usr/bin/env bash
# fill.sh VERSION PROGRAM: fills /library with a few photos of /photos, through all that the commands of that
# version of the schema reach. Runs in a mount namespace of its own, where both folders are neutral: see README.md.
set -euo pipefail
version=$1 program=$2
here=$(cd "$(dirname "$0")" && pwd)
export MERIDIAN_LIBRARY=/library TZ=UTC

has() { [ "$version" -ge "$1" ]; }
m() { echo "+ $*"; "$program" "$@"; }

# Version 1: photos with and without dates and positions, a copy, damage, other files, a copied photo.
m add /photos/trip
m import /photos/card

if has 2; then
  m favourite file:DSCN0001
  m rate 4 file:DSCN0002
  m find cat --save cats --count
  m time --camera "Sample Phone" --shift +1h --from 2014-06-04 --to 2014-06-04 --apply
  m geotag /photos/track.gpx --utc-offset=-04:00 --max-gap 10m --apply
fi

if has 3; then python3 "$here/fill_web.py" "$program"; fi

if has 5; then
  m analyze-again file:DSCN0001 --model ssd-mobilenet-v2 --thorough
  # A training needs eight examples of each answer.
  m add /photos/more
  m label make "my cat"
  m label mark "my cat" --yes "file:DSCN or file:flower or file:motorcycle or file:free or file:aitz or file:life"
  m label mark "my cat" --no "file:astronaut or file:grass or file:gravel or file:coins or file:coffee or file:picos or file:IMG or file:transfer or file:ROCKET"
  m label mark "my cat" --no file:DSCN0001
  m label undo "my cat"
  m label train "my cat" --learner transfer
  m label make pet --of cat
  m label mark pet --yes file:DSCN0001 --largest
fi
