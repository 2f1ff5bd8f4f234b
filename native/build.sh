#!/bin/sh
# Builds the addon into native/build/Release/platekeeper.node with the pinned Node's own headers; only what has changed.
set -eu
cd "$(dirname "$0")/.."

for tool in g++ make python3; do
  command -v "$tool" >/dev/null || { echo "native: $tool is missing; on Debian or Raspberry Pi OS: apt-get install g++ make python3" >&2; exit 1; }
done
exec native/gyp.sh native "$(uname -m)"
