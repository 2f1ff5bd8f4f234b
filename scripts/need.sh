#!/usr/bin/env bash
# need.sh PROGRAM…: says which of the programs are missing and how Debian and Raspberry Pi OS install them.
set -euo pipefail
declare -A package=([g++]=g++ [pip3]=python3-pip [openssl]=openssl [protoc]=protobuf-compiler [mosquitto_sub]=mosquitto-clients [aarch64-linux-gnu-g++]=g++-aarch64-linux-gnu
  [qemu-aarch64-static]=qemu-user-static [systemd-analyze]=systemd [dpkg-deb]=dpkg [chroot]=coreutils
  [aarch64-linux-gnu-strip]=binutils-aarch64-linux-gnu [aarch64-linux-gnu-objdump]=binutils-aarch64-linux-gnu
  [x86_64-linux-gnu-g++]=g++-x86-64-linux-gnu [qemu-system-x86_64]=qemu-system-x86 [busybox]=busybox-static [modprobe]=kmod [tpm2_create]=tpm2-tools)
missing=()
for program in "$@"; do
  # Debian keeps some servers in /usr/sbin, which a user's PATH may lack.
  PATH="$PATH:/usr/sbin" command -v "$program" >/dev/null || missing+=("$program")
done
[ ${#missing[@]} -eq 0 ] && exit 0
packages=()
for program in "${missing[@]}"; do packages+=("${package[$program]:-$program}"); done
echo "Missing: ${missing[*]}" >&2
echo "  Debian, Raspberry Pi OS: sudo apt-get install --no-install-recommends ${packages[*]}" >&2
exit 1
