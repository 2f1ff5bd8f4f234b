#!/usr/bin/env bash
# Builds an installable Debian package with Node, the addon and the production dependencies inside: build.sh amd64|arm64 [FOLDER]
#
# For the other machine it is cross-built, as native/neon.sh does. The same source gives the same bytes: times are those of the last commit
# (SOURCE_DATE_EPOCH), owners are root, paths and umask do not enter. Left out: simulator, tests, training, what only development needs,
# tfjs-node. COMPRESSION=none is quick to make and to install.
set -euo pipefail
cd "$(dirname "$0")/../.."
architecture=$1 folder=${2:-out/package}
case "$architecture" in
  amd64) node=x64 machine=x86_64 prefix=x86_64-linux-gnu- ;;
  arm64) node=arm64 machine=aarch64 prefix=aarch64-linux-gnu- ;;
  *) echo "package: no architecture $architecture, but amd64 and arm64" >&2; exit 2 ;;
esac
scripts/need.sh dpkg-deb npm "${prefix}g++" "${prefix}strip" "${prefix}objdump"
version=${VERSION:-$(node_modules/.bin/node -p 'require("./package.json").version')}
: "${SOURCE_DATE_EPOCH:=$(git log -1 --format=%ct)}"
export SOURCE_DATE_EPOCH
umask 022

work=$PWD/build/package/$architecture
root=$work/root
program=$root/usr/lib/platekeeper
rm -rf "$root"
mkdir -p "$work/npm" "$program/node" "$root/DEBIAN"

# Dependencies, for that machine, by the lock file's hashes; then without what only builds or trains.
cp package.json package-lock.json "$work/npm"
quiet=(--ignore-scripts --no-audit --no-fund --loglevel=error --omit=dev --os=linux --libc=glibc "--cpu=$node")
(
  cd "$work/npm"
  npm ci "${quiet[@]}" >/dev/null
  npm pkg delete devDependencies dependencies.node-gyp optionalDependencies.@tensorflow/tfjs-node
  npm prune --offline "${quiet[@]}" >/dev/null
)
packages=$work/npm/node_modules
headers=$packages/node-linux-$node

# The addons, by that machine's compiler.
export CC="${prefix}gcc" CXX="${prefix}g++" AR="${prefix}ar" LINK="${prefix}g++"
NODE_HEADERS=$headers native/gyp.sh "build/package/$architecture/native" "$machine"
npm_config_nodedir=$headers node_modules/.bin/node node_modules/node-gyp/bin/node-gyp.js --silent --arch="$node" -C "$packages/epoll" rebuild
built=$work/native/build/Release

# The program.
cp package.json LICENSE "$program"
git ls-files -z firmware 'native/*.ts' proto/generated models hw/boards hw/cameras hw/systemd/allow-broker.ts ':!models/train' ':!*.md' |
  grep -zv '^proto/generated/.*\.d\.ts$' | xargs -0 cp --parents -t "$program"
install -D -m 0644 "$built/platekeeper.node" "$program/native/build/Release/platekeeper.node"
install -m 0755 "$built/strobe-guard" "$program/native/build/Release/strobe-guard"
install -D -m 0755 "$headers/bin/node" "$program/node/bin/node"
cp "$headers/LICENSE" "$program/node"
# What the compiler makes is kept where the unit's account may write.
ln -s /var/cache/platekeeper "$program/build"

# Of the packages what runs: no types and sources (Node strips no types there), maps, tests, other machines' binaries, tfjs's browser bundles.
rm -rf "$packages"/{node-linux-$node,@types,undici-types,nan,node-addon-api,.bin,.package-lock.json}
cp -r "$packages" "$program/node_modules"
(
  cd "$program/node_modules"
  find . \( -name '*.ts' -o -name '*.mts' -o -name '*.cts' -o -name '*.map' -o -name '*.md' -o -name '*.markdown' \) -type f -delete
  find . -type d \( -name test -o -name tests -o -name example -o -name examples \) -prune -exec rm -rf {} +
  find @tensorflow/*/dist -type f ! -name '*.node.js' ! -name '*.wasm' -delete
  find @tensorflow -type d -name wasm-out -prune -exec rm -rf {} +
  find @serialport/bindings-cpp/prebuilds -mindepth 1 -maxdepth 1 ! -name "linux-$node" -exec rm -rf {} +
  find @serialport/bindings-cpp/prebuilds -name '*musl*' -delete
  mkdir -p kept && mv epoll/build/Release/epoll.node kept && rm -rf epoll/build epoll/src && mkdir -p epoll/build/Release && mv kept/epoll.node epoll/build/Release && rmdir kept
  find . -type d -empty -delete
)
"${prefix}strip" --strip-unneeded "$program/native/build/Release/"* "$program/node_modules/epoll/build/Release/epoll.node"

# The command, by the very line of package.json. Only the unit's own account runs what that account compiled.
line=$(node_modules/.bin/node -p 'require("./package.json").scripts.platekeeper' |
  sed -E 's#\bnode #/usr/lib/platekeeper/node/bin/node #; s#(\./)?firmware/#/usr/lib/platekeeper/firmware/#g')
install -d "$root/usr/bin"
cat >"$root/usr/bin/platekeeper" <<END
#!/bin/sh
[ "\$(id -un)" = platekeeper ] || export NODE_DISABLE_COMPILE_CACHE=1
exec env $line "\$@"
END
cat >"$root/usr/bin/platekeeper-allow-broker" <<'END'
#!/bin/sh
exec /usr/lib/platekeeper/node/bin/node /usr/lib/platekeeper/hw/systemd/allow-broker.ts "$@"
END
chmod 0755 "$root"/usr/bin/*
install -D -m 0644 -t "$root/lib/systemd/system" hw/systemd/platekeeper*.{service,path}
install -D -m 0644 hw/udev/60-platekeeper.rules "$root/lib/udev/rules.d/60-platekeeper.rules"
install -D -m 0640 hw/package/unit.toml "$root/etc/platekeeper/unit.toml"
install -d "$root/usr/share/doc/platekeeper"
cp README.md hw/wiring.md docs/hardware.md docs/faults.md "$root/usr/share/doc/platekeeper"
# Readable to the unit, whatever the umask of who checked the files out.
chmod -R u=rwX,go=rX "$program" "$root/usr/share"
{ cat LICENSE; printf '\nPackages inside, with their licences:\n'; node_modules/.bin/node hw/package/licences.ts "$program"; } >"$root/usr/share/doc/platekeeper/copyright"

# What it needs of the system is what its binaries say.
newest() { find "$program" \( -name '*.node' -o -name '*.so*' -o -name strobe-guard -o -path '*/node/bin/node' \) -type f -exec "${prefix}objdump" -T {} + 2>/dev/null |
  grep -o "$1_[0-9.]*" | sed "s/$1_//" | sort -Vu | tail -1; }
# libstdc++'s release by its newest symbol (gcc.gnu.org, "ABI Policy and Guidelines").
release_of() { case "$1" in 3.4.2[0-8]) echo 9 ;; 3.4.29) echo 11 ;; 3.4.30) echo 12 ;; *) echo 13 ;; esac; }
size=$(du -sk --apparent-size "$root" | cut -f1)
cat >"$root/DEBIAN/control" <<END
Package: platekeeper
Version: $version
Architecture: $architecture
Maintainer: Platekeeper maintainers <maintainers@platekeeper.invalid>
Installed-Size: $size
Depends: libc6 (>= $(newest GLIBC)), libstdc++6 (>= $(release_of "$(newest GLIBCXX)")), passwd
Recommends: systemd, udev, chrony | systemd-timesyncd
Suggests: tpm2-tools
Section: misc
Priority: optional
Description: licence-plate camera unit
 An open runtime for licence-plate camera units that keeps the rules by itself, with its own Node.
END
echo /etc/platekeeper/unit.toml >"$root/DEBIAN/conffiles"
install -m 0755 hw/package/{postinst,prerm,postrm} "$root/DEBIAN"
find "$root" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
mkdir -p "$folder"
package=$folder/platekeeper_${version}_$architecture.deb
dpkg-deb --root-owner-group -Z"${COMPRESSION:-xz}" --build "$root" "$package" >/dev/null
echo "$package: $(du -m "$package" | cut -f1) MB, installed $((size / 1024)) MB"
