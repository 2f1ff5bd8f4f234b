#!/usr/bin/env bash
# Makes a clean Debian 12 of either architecture, as a folder or a .tar: debian.sh amd64|arm64 TARGET [PACKAGE,…]        as root
# Its own scripts run apart, with a proc of their own and nothing of this machine mounted.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
architecture=$1 target=$2 packages=${3:-}
"$here/../../scripts/need.sh" mmdebstrap
[ "$architecture" = amd64 ] || "$here/../../scripts/need.sh" qemu-aarch64-static
"$here/apart.sh" "$architecture" mmdebstrap --quiet --mode=root --variant=minbase --skip=check/qemu,chroot/mount/dev,chroot/mount/sys,output/dev \
  --architectures="$architecture" ${packages:+--include="$packages"} bookworm "$target"
