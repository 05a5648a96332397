#!/usr/bin/env bash
# The C of the project: its form, the compiler's warnings, and cppcheck.
#   lint-c.sh [--fix]    --fix: puts it into its form, and checks nothing
source "$(dirname "$0")/common.sh"
cd "$root"

mapfile -t sources < <(git ls-files 'Sources/*.c' 'Sources/*.h')
clang_format=$deps/lint/python/bin/clang-format
export PYTHONPATH=$deps/lint/python
if [ "${1:-}" = --fix ]; then
  exec "$python" "$clang_format" -i "${sources[@]}"
fi
"$python" "$clang_format" --dry-run --Werror "${sources[@]}"

read -ra libraries < <(pkg-config --cflags-only-I vips libsodium)
# As headers of the system: warnings in other people's headers are not ours.
includes=("${libraries[@]/#-I/-isystem}" "-isystem$deps/openvino/include")
for folder in Sources/C*/include; do includes+=("-I$folder"); done
for source in "${sources[@]}"; do
  [[ $source == *.c ]] || continue
  # The toolchain's clang, so that the build and this agree; GNU's C, as SwiftPM compiles it.
  clang -std=gnu17 -fsyntax-only -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
    -Werror "${includes[@]}" "$source"
done

own=()
for folder in Sources/C*/include; do own+=("-I$folder"); done
# Headers of the system are not ours to check, and cppcheck guesses without them as well.
cppcheck --quiet --error-exitcode=1 --inline-suppr --std=c11 --suppress=missingIncludeSystem \
  --enable=warning,style,performance,portability "${own[@]}" Sources/C*/
