#!/usr/bin/env bash
# Makes what a guest boots: Debian's newest backported kernel, which has gpio-sim, with its modules, and a small root in
# memory that goes over to the host's own files (read-only, with an overlay). Nothing is installed; all lies in the folder
# given. Done once; a second call finds everything there.
#
#   test/hil/kernel.sh FOLDER    ->  FOLDER/vmlinuz, FOLDER/initramfs, FOLDER/modules/lib/modules/RELEASE
set -euo pipefail
export PATH=$PATH:/usr/sbin:/sbin
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
folder=$(cd "$1" && pwd)
[ -f "$folder/initramfs" ] && [ "$folder/initramfs" -nt "$here/guest/root.sh" ] && exit 0
"$here/../../scripts/need.sh" qemu-system-x86_64 busybox cpio modprobe

# An apt of its own: the mirror that this machine uses, another suite.
apt=$folder/apt
mkdir -p "$apt"/{state/lists/partial,cache/archives/partial}
touch "$apt/status"
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' | head -n 1)
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie-backports main" > "$apt/sources.list"
cat > "$apt/apt.conf" <<CONF
Dir::State "$apt/state";
Dir::State::status "$apt/status";
Dir::Cache "$apt/cache";
Dir::Etc::SourceList "$apt/sources.list";
Dir::Etc::SourceParts "/dev/null";
APT::Sandbox::User "root";
CONF
export APT_CONFIG=$apt/apt.conf
apt-get -qq update
release=$(apt-cache depends linux-image-amd64 | sed -n 's/.*Depends: linux-image-\(.*-amd64\)$/\1/p' | head -n 1)
(cd "$apt" && apt-get -qq download "linux-binary-$release" "linux-modules-$release" "linux-base-$release")
for package in "$apt"/*.deb; do dpkg-deb -x "$package" "$apt/tree"; done
cp "$apt/tree/usr/lib/modules/$release/vmlinuz" "$folder/vmlinuz"
rm -rf "$folder/modules"
mkdir -p "$folder/modules/lib"
mv "$apt/tree/usr/lib/modules" "$folder/modules/lib/"
depmod -b "$folder/modules" "$release"
rm -rf "$apt"

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
mkdir -p "$root"/{bin,modules,proc,sys,dev,lower,over,new}
cp "$(command -v busybox)" "$root/bin/busybox"
cp "$here/guest/root.sh" "$root/init"
chmod +x "$root/init"
number=10
for module in 9pnet_virtio 9p overlay; do
  modprobe -d "$folder/modules" -S "$release" --show-depends "$module" | awk '$1 == "insmod" { print $2 }'
done | awk '!seen[$0]++' | while read -r file; do
  number=$((number + 1))
  xz -dc "$file" > "$root/modules/$number-$(basename "$file" .xz)"
done
(cd "$root" && find . | cpio --quiet -o -H newc) > "$folder/initramfs"
