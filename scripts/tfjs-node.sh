#!/usr/bin/env bash
# Makes @tensorflow/tfjs-node loadable where its own installer can not fetch. Where it loads already, nothing is done.
#
# Its package files come from npm, as the lock file pins them and without its install script. The TensorFlow library and its C headers
# come out of TensorFlow's Python package, whose hash is below; that is 200 MB to fetch and 620 MB kept in build/, once. The binding is
# compiled from the package's own sources against both. `npm ci` takes package and binding away again, what lies in build/ stays.
# On arm64 the Python package holds the same files; building there has not been tried.
set -euo pipefail
cd "$(dirname "$0")/.."

tensorflow=2.15.1
case "$(uname -m)" in
  x86_64)
    arch=x64 wheel=tensorflow-cpu
    hash=54660c074d7241a503e81edfd9f5ef5af88f64051b72e2945f26318c790f2d26
    ;;
  aarch64)
    arch=arm64 wheel=tensorflow-cpu-aws
    hash=d4c3a3a9363bf42999adedbbd514e3a133be2d62f61fee9cfa46aaefb087c09e
    ;;
  *) echo "tfjs-node: no TensorFlow for $(uname -m)" >&2; exit 1 ;;
esac
package=node_modules/@tensorflow/tfjs-node
library=build/tensorflow-$tensorflow
node=$PWD/node_modules/.bin/node

loads() { TF_CPP_MIN_LOG_LEVEL=1 "$node" -e 'import("./firmware/inference/backends.ts").then(({ startBackend }) => startBackend("tfjs-node"))'; }
if loads 2>/dev/null; then exit 0; fi
scripts/need.sh npm python3 pip3 g++ make

echo 'tfjs-node: installing its package without its install script …'
npm install --ignore-scripts --no-save --no-audit --no-fund --loglevel=error

if [ ! -d "$library" ]; then
  echo "tfjs-node: fetching the library of $wheel $tensorflow (200 MB) …"
  rm -rf "$library.part"
  mkdir -p "$library.part/lib"
  # Any Python's wheel will do: the library in it knows nothing of Python.
  pip3 download --quiet --disable-pip-version-check --no-cache-dir --no-deps --only-binary=:all: --implementation cp --python-version 3.11 \
    --platform "manylinux_2_17_$(uname -m)" --dest "$library.part" --require-hashes --requirement /dev/stdin <<<"$wheel==$tensorflow --hash=sha256:$hash"
  python3 - "$library.part" <<'PYTHON'
import glob, os, shutil, sys, zipfile

target = sys.argv[1]
(wheel,) = glob.glob(f"{target}/*.whl")
headers = ("tensorflow/c/", "tensorflow/core/platform/ctstring", "tsl/c/", "tsl/platform/ctstring")
wanted = tuple(f"tensorflow/include/{each}" for each in headers) + ("tensorflow/libtensorflow_cc.so.2", "tensorflow/libtensorflow_framework.so.2")
with zipfile.ZipFile(wheel) as archive:
    archive.extractall(target, [name for name in archive.namelist() if name.startswith(wanted)])
os.rename(f"{target}/tensorflow/include", f"{target}/include")
for name in ("cc", "framework"):
    os.rename(f"{target}/tensorflow/libtensorflow_{name}.so.2", f"{target}/lib/libtensorflow_{name}.so.2")
os.rmdir(f"{target}/tensorflow")
os.remove(wheel)
PYTHON
  # The binding asks the linker for libtensorflow; the C functions are in the library that the wheel calls _cc.
  ln -s libtensorflow_cc.so.2 "$library.part/lib/libtensorflow.so"
  ln -s libtensorflow_framework.so.2 "$library.part/lib/libtensorflow_framework.so"
  mv "$library.part" "$library"
fi

echo 'tfjs-node: compiling its binding …'
rm -rf "$package/deps"
ln -s "../../../$library" "$package/deps"
napi=$("$node" -p 'Math.max(...require("./'"$package"'/package.json").binary.napi_versions)')
export npm_config_nodedir="$PWD/node_modules/node-linux-$arch" PATH="$PWD/node_modules/.bin:$PATH"
node node_modules/node-gyp/bin/node-gyp.js --loglevel=error -C "$package" rebuild --release -- \
  -Dmodule_name=tfjs_binding -Dmodule_path="$PWD/$package/lib/napi-v$napi" -Dnapi_build_version="$napi" >"$package/build.log" 2>&1 ||
  { cat "$package/build.log" >&2; exit 1; }
loads
