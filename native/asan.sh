#!/bin/sh
# Builds the addon with AddressSanitizer and UndefinedBehaviorSanitizer into build/native-asan and runs test/native with it.
# Arguments go to vitest, as in `native/asan.sh -t letterbox`.
set -eu
cd "$(dirname "$0")/.."

for tool in g++ make python3; do
  command -v "$tool" >/dev/null || { echo "native-asan: $tool is missing; on Debian: apt-get install g++ make python3" >&2; exit 1; }
done
asan=$(g++ -print-file-name=libasan.so)
ubsan=$(g++ -print-file-name=libubsan.so)
[ -e "$asan" ] && [ -e "$ubsan" ] || { echo "native-asan: the sanitizer libraries are missing; on Debian: apt-get install libgcc-12-dev" >&2; exit 1; }

PATH="$PWD/node_modules/.bin:$PATH" native/gyp.sh build/native-asan "$(uname -m)" -Dsanitize=1

# Leaks are not looked for: Node itself leaves memory to the process's end. V8 reserves address space that ASan must not refuse.
exec env PLATEKEEPER_ADDON="$PWD/build/native-asan/build/Release/platekeeper.node" \
  LD_PRELOAD="$asan $ubsan" ASAN_OPTIONS=detect_leaks=0:abort_on_error=1 UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1 \
  node_modules/.bin/node node_modules/vitest/vitest.mjs run test/native "$@"
