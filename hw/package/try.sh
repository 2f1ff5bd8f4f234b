#!/usr/bin/env bash
# Tries a package in a clean Debian root, as a person would use it: installs it, reads a photograph, runs the service's command on the unit's
# account, upgrades over a changed configuration, removes and purges. The root is made once a day in out/package; one of another
# machine's architecture runs by qemu-user.
#
#   try.sh PACKAGE.deb        as root
set -euo pipefail
cd "$(dirname "$0")/../.."
package=$(realpath "$1")
architecture=$(dpkg-deb -f "$package" Architecture)

# This side makes the root and a few device nodes in it; what runs in it runs apart, where nothing of this machine is mounted but a proc of its own.
if [ -z "${TRY_ROOT:-}" ]; then
  scripts/need.sh dpkg-deb chroot perl
  [ "$(id -u)" -eq 0 ] || { echo 'package: trying needs root (chroot)' >&2; exit 1; }
  clean=out/package/clean-$architecture.tar
  mkdir -p out/package
  [ -n "$(find "$clean" -mtime -1 2>/dev/null)" ] || hw/package/debian.sh "$architecture" "$clean"
  TRY_ROOT=$(realpath "$(mktemp -d out/package/try.XXXXXX)")
  export TRY_ROOT
  trap 'rm -rf --one-file-system "$TRY_ROOT"' EXIT
  tar -xf "$clean" -C "$TRY_ROOT" --exclude='./dev'
  mkdir "$TRY_ROOT/dev"
  mknod -m 666 "$TRY_ROOT/dev/null" c 1 3
  mknod -m 666 "$TRY_ROOT/dev/zero" c 1 5
  mknod -m 666 "$TRY_ROOT/dev/random" c 1 8
  mknod -m 666 "$TRY_ROOT/dev/urandom" c 1 9
  ln -s /proc/self/fd "$TRY_ROOT/dev/fd"
  mkdir -m 1777 "$TRY_ROOT/dev/shm"
  hw/package/apart.sh "$architecture" "$0" "$package"
  exit
fi
root=$TRY_ROOT
mount -t proc proc "$root/proc"
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 "$@"; }
as_unit() { inside setpriv --reuid=platekeeper --regid=platekeeper --init-groups "$@"; }
step() { echo "package: $architecture $*"; }
fail() { echo "package: $*" >&2; exit 1; }
# Not what the account tools keep beside their files, nor what dpkg says of itself.
files() { inside find / -xdev \( -path /proc -o -path /dev -o -path /var/lib/dpkg -o -path /var/log -o -path /var/cache/apt -o -path /tmp -o -path /root -o -path '/etc/*shadow-' -o -path /etc/passwd- -o -path /etc/group- \) -prune -o -print | sort; }
accounts() { inside sort /etc/passwd /etc/group; }

before=$(files)
accounts_before=$(accounts)
cp "$package" "$root/tmp/new.deb"
cp docs/street.jpg "$root/tmp"

step 'installs, and starts nothing'
inside dpkg -i /tmp/new.deb | tail -1
[ ! -e "$root/etc/systemd/system/multi-user.target.wants/platekeeper.service" ] || fail 'the service is enabled'
version=$(inside platekeeper --version)
[[ $(dpkg-deb -f "$package" Version) == "$version"* ]] || fail "the package is not of version $version"

step 'reads a photograph'
inside platekeeper read /tmp/street.jpg >"$root/tmp/read"
grep -q UFJ4423 "$root/tmp/read" || fail 'docs/street.jpg is not read'

step "finds addon and models good, on the unit's account"
as_unit platekeeper doctor --config /etc/platekeeper/unit.toml >"$root/tmp/doctor" || true # No clock is kept in there.
grep -q '^good *models.* on native$' "$root/tmp/doctor" || fail "$(cat "$root/tmp/doctor")"

step "runs the service's command, which says to systemd that it is ready and stores what it saw"
mkdir "$root/tmp/pictures" && cp docs/street.jpg "$root/tmp/pictures"
# Photographs, one after the other.
sed -i 's#^folder = ""#rate_hz = 0\nfolder = "/tmp/pictures"#; s#^profile = ""#profile = "leroy"#; s#^agency = .*#agency = "somewhere"#' "$root/etc/platekeeper/unit.toml"
command=$(sed -n 's/^ExecStart=//p' "$root/lib/systemd/system/platekeeper.service")
# In systemd's place: sd_notify(3).
exec {said}< <(perl -MSocket -e '$| = 1; umask 0; socket my $s, AF_UNIX, SOCK_DGRAM, 0; bind $s, pack_sockaddr_un shift or die; print "bound\n"; print "$_\n" while defined recv $s, $_, 99, 0' "$root/tmp/notify")
supervisor=$!
read -r _ <&"$said"
# shellcheck disable=SC2086
as_unit env NOTIFY_SOCKET=/tmp/notify WATCHDOG_USEC=30000000 $command 2>"$root/tmp/log" || fail "it ended with status $?: $(cat "$root/tmp/log")"
kill "$supervisor"
told=$(grep -v WATCHDOG=1 <&"$said" | tr '\n' ' ')
[ "$told" = 'READY=1 STOPPING=1 ' ] || fail "it said to systemd: $told"
stored() { as_unit /usr/lib/platekeeper/node/bin/node -p 'new (require("node:sqlite").DatabaseSync)("/var/lib/platekeeper/store.sqlite").prepare("SELECT count(*) AS n FROM message").get().n'; }
[ "$(stored)" -ge 1 ] || fail 'nothing is stored'
[ -n "$(find "$root/var/cache/platekeeper" -type f -print -quit)" ] || fail 'the compiler kept nothing'

step 'upgrades, and keeps configuration and store'
dpkg-deb -R "$package" "$root/tmp/next"
sed -i 's/^Version: .*/&+next/' "$root/tmp/next/DEBIAN/control"
sed -i '1i # another comment' "$root/tmp/next/etc/platekeeper/unit.toml"
dpkg-deb --root-owner-group -Znone --build "$root/tmp/next" "$root/tmp/next.deb" >/dev/null
inside dpkg -i --force-confdef --force-confold /tmp/next.deb >/dev/null 2>&1
[[ $(inside dpkg-query -W -f '${Version}' platekeeper) == *+next ]] || fail 'it is still the old version'
grep -q somewhere "$root/etc/platekeeper/unit.toml" || fail 'the configuration was replaced'
[ "$(stored)" -ge 1 ] || fail 'the store is gone'

step 'removes the program and leaves configuration and store; purging leaves nothing'
inside dpkg -r platekeeper >/dev/null
[ ! -e "$root/usr/lib/platekeeper" ] || fail "left: $(find "$root/usr/lib/platekeeper")"
[ -e "$root/etc/platekeeper/unit.toml" ] && [ -e "$root/var/lib/platekeeper/store.sqlite" ] || fail 'more than the program went'
inside dpkg -P platekeeper >/dev/null
left=$(comm -13 <(echo "$before") <(files))
[ -z "$left" ] || fail "left after the purge: $left"
[ "$accounts_before" = "$(accounts)" ] || fail 'an account or a group is left'
echo "package: $(basename "$package") is good"
