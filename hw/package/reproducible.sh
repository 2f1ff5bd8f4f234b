#!/usr/bin/env bash
# Builds the last commit's package twice, from clean copies in folders of different names, in different time zones, languages and umasks, and
# compares the bytes. Fails where they differ, and says which files do: reproducible.sh amd64|arm64
set -euo pipefail
cd "$(dirname "$0")/../.."
architecture=$1
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build() {
  git clone --quiet --no-hardlinks . "$work/$1"
  ln -s "$here/node_modules" "$work/$1/node_modules"
  (cd "$work/$1" && hw/package/build.sh "$architecture" "$work/$1.out" >/dev/null)
}
(umask 022; export TZ=UTC LC_ALL=C; build one)
(umask 077; export TZ=Pacific/Chatham LC_ALL=C.UTF-8; build another/copy/of-it)
one=$(echo "$work"/one.out/*.deb)
other=$(echo "$work"/another/copy/of-it.out/*.deb)
if cmp "$one" "$other"; then
  echo "package: two builds of $(basename "$one") are the same: sha256 $(sha256sum <"$one" | cut -d' ' -f1)"
  exit
fi
for each in one other; do
  mkdir "$work/$each.files"
  dpkg-deb -R "${!each}" "$work/$each.files"
  dpkg-deb -c "${!each}" >"$work/$each.list"
done
echo "package: two builds of $(basename "$one") differ:" >&2
{ diff -rq --no-dereference "$work"/{one,other}.files; diff "$work"/{one,other}.list; } | head -40 >&2 || true
exit 1
