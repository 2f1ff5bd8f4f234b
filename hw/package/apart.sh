#!/usr/bin/env bash
# Runs a command as root in namespaces of its own (mounts, processes, accounts), in which programs of an architecture run: where this machine
# can not, by qemu-user, which is registered in there alone (Linux 6.7 and later; before, where the machine itself has it registered).
# What is mounted in there is gone with the command, and no device can be made.
#
#   apart.sh ARCHITECTURE COMMAND…        as root
set -euo pipefail
architecture=$1
shift
if [ -z "${MAPPED:-}" ]; then
  [ "$(id -u)" -eq 0 ] || { echo 'package: namespaces need root' >&2; exit 1; }
  # The accounts' numbers are given by this side, as soon as the other has its namespace.
  pipes=$(mktemp -d)
  mkfifo "$pipes/entered" "$pipes/mapped"
  exec {entered}<>"$pipes/entered" {mapped}<>"$pipes/mapped"
  rm -r "$pipes"
  ENTERED=$entered MAPPED=$mapped unshare --user --mount --propagation private --pid --fork --kill-child "$0" "$architecture" "$@" &
  read -r _ <&"$entered"
  echo '0 0 65536' >"/proc/$!/uid_map"
  echo '0 0 65536' >"/proc/$!/gid_map"
  echo >&"$mapped"
  wait $!
  exit
fi
echo >&"$ENTERED"
read -r _ <&"$MAPPED"
exec {ENTERED}>&- {MAPPED}>&-
unset ENTERED MAPPED
kernel=/proc/sys/fs/binfmt_misc
if [ "$architecture" = arm64 ] && [ "$(uname -m)" != aarch64 ] && [ ! -e "$kernel/qemu-aarch64" ]; then
  mount -t binfmt_misc binfmt_misc "$kernel" || { echo 'package: needs Linux 6.7, or qemu-aarch64 registered (binfmt-support)' >&2; exit 1; }
  # 64-bit ELF for machine 183 (elf.h); F: the program is opened now, so that it needs not lie in the root.
  magic='\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\xb7\x00'
  mask='\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff\xff'
  printf '%s' ":qemu-aarch64:M::$magic:$mask:$(command -v qemu-aarch64-static):OCF" >"$kernel/register"
fi
exec "$@"
