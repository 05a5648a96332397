#!/usr/bin/env bash
# Installs the Debian packages that building, running and testing need; asks for sudo only then.
#   install-debian-packages.sh [--browser | --lint | --spelling]
#     --browser   only Chromium without its window and curl, for the tests in a browser
#     --lint      only what `make lint` checks shell scripts and C with
#     --spelling  only hunspell and its British dictionary
source "$(dirname "$0")/common.sh"

packages=(
  # what the Swift toolchain needs on a bare system
  binutils ca-certificates g++ gcc git libc6-dev libcurl4 libedit2 libncurses6 libstdc++-12-dev
  libxml2 libz3-4 tzdata zlib1g-dev pkg-config
  # libraries that Meridian is built on
  libdnnl-dev libjpeg-dev libsodium-dev libsqlite3-dev libturbojpeg0-dev libvips-dev libxlsxwriter-dev
  # fetching networks that people choose
  curl
  # the names on exported pictures
  fonts-dejavu-core
  # converting the networks, once; never needed to run
  python3 python3-numpy python3-pip unzip
)
case ${1:-} in
  --browser) packages=(chromium-headless-shell curl) ;;
  --lint) packages=(cppcheck shellcheck) ;;
  --spelling) packages=(hunspell hunspell-en-gb) ;;
esac

missing=()
for package in "${packages[@]}"; do
  state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

say "Installing Debian packages: ${missing[*]}"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null ||
    fail "these packages are missing and there is no sudo; as root: apt-get install ${missing[*]}"
  as_root=(sudo)
fi
"${as_root[@]}" apt-get update -qq || fail "the package lists could not be fetched; check the network."
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
  fail "Debian packages could not be installed; the lines above say why."
