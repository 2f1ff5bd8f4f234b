#!/bin/sh
# Builds the addon: native/gyp.sh DIRECTORY MACHINE [gyp options]. The others here call it.
#
# DIRECTORY gets links to binding.gyp and src and node-gyp's own build folder below it, so that builds with other flags or for
# another machine live side by side. Only what has changed is built again. The headers are those of the pinned Node for MACHINE
# (x86_64, aarch64), or where NODE_HEADERS says.
set -eu
cd "$(dirname "$0")/.."
directory=$1 machine=$2
shift 2

case "$machine" in
  x86_64) arch=x64 ;;
  aarch64) arch=arm64 ;;
  *) echo "native: no pinned Node for $machine" >&2; exit 1 ;;
esac
headers=${NODE_HEADERS:-$PWD/node_modules/node-linux-$arch}
[ -d "$headers/include/node" ] || { echo "native: $headers is missing; run: make setup" >&2; exit 1; }

mkdir -p "$directory"
if [ "$directory" != native ]; then
  ln -sfn "$PWD/native/binding.gyp" "$directory/binding.gyp"
  ln -sfn "$PWD/native/src" "$directory/src"
fi
export npm_config_nodedir="$headers" PATH="$PWD/node_modules/.bin:$PATH"
gyp="node node_modules/node-gyp/bin/node-gyp.js --loglevel=error --arch=$arch -C $directory"
# Configuring rewrites the build files and so rebuilds everything: only when their source has changed.
if [ ! -f "$directory/build/Makefile" ] || [ native/binding.gyp -nt "$directory/build/Makefile" ]; then
  $gyp configure --release -- "$@"
fi
$gyp build --release --jobs="$(nproc)" >"$directory/build/build.log" 2>&1 || { cat "$directory/build/build.log" >&2; exit 1; }
