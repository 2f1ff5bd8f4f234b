#!/usr/bin/env bash
# Tries a package in a clean Debian root, as a person would use it: installs it, reads a photograph, runs the service's command on the unit's
# account, upgrades over a changed configuration, removes and purges. The root is made once a day in out/package (mmdebstrap).
#
#   try.sh PACKAGE.deb        as root
set -euo pipefail
cd "$(dirname "$0")/../.."
package=$(realpath "$1")
scripts/need.sh mmdebstrap dpkg-deb chroot
[ "$(id -u)" -eq 0 ] || { echo 'package: trying needs root (chroot)' >&2; exit 1; }
architecture=$(dpkg-deb -f "$package" Architecture)
clean=out/package/clean-$architecture.tar
[ -n "$(find "$clean" -mtime -1 2>/dev/null)" ] ||
  mmdebstrap --quiet --variant=minbase --architectures="$architecture" bookworm "$clean"

# The one mount, proc, is in a mount namespace of its own, and nothing of this machine is mounted into the root: a few device nodes are made there.
[ "${TRYING:-}" = apart ] || TRYING=apart exec unshare --mount --propagation private "$0" "$package"
root=$(realpath "$(mktemp -d out/package/try.XXXXXX)")
tidy() { umount "$root/proc"; rm -rf --one-file-system "$root"; }
trap tidy EXIT
tar -xf "$clean" -C "$root" --exclude='./dev/*'
mount -t proc proc "$root/proc"
mknod -m 666 "$root/dev/null" c 1 3
mknod -m 666 "$root/dev/zero" c 1 5
mknod -m 666 "$root/dev/random" c 1 8
mknod -m 666 "$root/dev/urandom" c 1 9
ln -s /proc/self/fd "$root/dev/fd"
mkdir -m 1777 "$root/dev/shm"
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 "$@"; }
as_unit() { inside setpriv --reuid=platekeeper --regid=platekeeper --init-groups "$@"; }
step() { echo "package: $*"; }
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

step 'reads a photograph'
inside platekeeper read /tmp/street.jpg >"$root/tmp/read"
grep -q UFJ4423 "$root/tmp/read" || fail 'docs/street.jpg is not read'

step "finds addon and models good, on the unit's account"
as_unit platekeeper doctor --config /etc/platekeeper/unit.toml >"$root/tmp/doctor" || true # No clock is kept in there.
grep -q '^good *models' "$root/tmp/doctor" || fail "$(cat "$root/tmp/doctor")"

step "runs the service's command, which stores what it saw"
mkdir "$root/tmp/pictures" && cp docs/street.jpg "$root/tmp/pictures"
# Photographs, one after the other.
sed -i 's#^folder = ""#rate_hz = 0\nfolder = "/tmp/pictures"#; s#^profile = ""#profile = "leroy"#; s#^agency = .*#agency = "somewhere"#' "$root/etc/platekeeper/unit.toml"
command=$(sed -n 's/^ExecStart=//p' "$root/lib/systemd/system/platekeeper.service")
# shellcheck disable=SC2086
as_unit $command 2>"$root/tmp/log" || fail "it ended with status $?: $(cat "$root/tmp/log")"
stored() { as_unit /usr/lib/platekeeper/node/bin/node -p 'new (require("node:sqlite").DatabaseSync)("/var/lib/platekeeper/store.sqlite").prepare("SELECT count(*) AS n FROM message").get().n'; }
[ "$(stored)" -ge 1 ] || fail 'nothing is stored'
[ -n "$(find "$root/var/cache/platekeeper" -type f -print -quit)" ] || fail 'the compiler kept nothing'

step 'upgrades, and keeps configuration and store'
dpkg-deb -R "$package" "$root/tmp/next"
sed -i 's/^Version: .*/&+next/' "$root/tmp/next/DEBIAN/control"
sed -i '1i # another comment' "$root/tmp/next/etc/platekeeper/unit.toml"
dpkg-deb --root-owner-group -Znone --build "$root/tmp/next" "$root/tmp/next.deb" >/dev/null
inside dpkg -i --force-confdef --force-confold /tmp/next.deb >/dev/null
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
