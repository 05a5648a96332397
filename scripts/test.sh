#!/usr/bin/env bash
# All tests: those in Swift, the site's without a browser, then those in a real browser. One part failing hides no other.
#   test.sh [ARGUMENT...]    arguments for `swift test`, such as --filter QueryTests
#   CONFIGURATION=debug      tests an unoptimized build: built faster after a change, run much slower
source "$(dirname "$0")/common.sh"
cd "$root"

# Numbers and learnt labels are the same on every processor, but for rounding.
export MERIDIAN_PRECISION=${MERIDIAN_PRECISION:-f32}
# Tests provoke damage of every kind; what libvips says of each is not what a reader of the log wants.
export VIPS_WARNING=0

configuration=${CONFIGURATION:-release}
if [ "$configuration" = debug ]; then
  build=(--configuration debug)
else
  # A folder of its own, since what tests reach into is built with other flags than what people run.
  build=(--configuration release --scratch-path .build-tests -Xswiftc -enable-testing)
fi
build_folder=$(swift build "${build[@]}" --show-bin-path)
export MERIDIAN_BUILD=$build_folder

"$root/scripts/processor.sh"
say "Networks compute in $MERIDIAN_PRECISION (MERIDIAN_PRECISION). The tests' build: $configuration."
swift build "${build[@]}" --build-tests

swift_tests=0
swift test "${build[@]}" --skip-build --disable-xctest "$@" || swift_tests=$?
site_tests=0
"$root/scripts/check-site.sh" test || site_tests=$?
browser_tests=0
if [ "${BROWSER:-yes}" = no ]; then
  say "The tests in a browser are left out, since BROWSER=no."
else
  "$root/scripts/browser-tests.sh" || browser_tests=$?
fi

verdict() { [ "$1" = 0 ] && echo passed || echo FAILED; }
say "" "In Swift: $(verdict $swift_tests). The site's: $(verdict $site_tests). In a browser: $(verdict $browser_tests)."
[ $swift_tests = 0 ] && [ $site_tests = 0 ] && [ $browser_tests = 0 ]
