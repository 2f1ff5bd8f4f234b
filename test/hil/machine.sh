#!/usr/bin/env bash
# Makes a whole Debian system for a guest (guest.ts), as a unit's may be: systemd, udev and D-Bus, and what the suites need beside the project.
# Done once; a second call finds it there.
#
#   test/hil/machine.sh FOLDER        ->  FOLDER/machine        as root
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
machine=$(cd "$1" && pwd)/machine
[ -f "$machine/etc/debian_version" ] && [ "$machine/usr" -nt "$here/machine.sh" ] && exit 0
rm -rf --one-file-system "$machine"
"$here/../../hw/package/debian.sh" amd64 "$machine" systemd-sysv,udev,dbus,kmod,iproute2,mosquitto-clients
touch "$machine/usr"
