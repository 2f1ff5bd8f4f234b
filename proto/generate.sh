#!/bin/sh
# Writes proto/generated/alpr.js and alpr.d.ts from proto/alpr/v1/*.proto. Run it from anywhere; give another folder as
# the first argument to write there instead (the test does, and compares).
set -eu
proto=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
modules=$proto/../node_modules
out=${1:-$proto/generated}
mkdir -p "$out"
"$modules/.bin/node" "$modules/protobufjs-cli/bin/pbjs" --target static-module --wrap esm --root alpr.v1 --path "$proto" \
  --force-long --null-semantics --no-create --no-verify --no-convert --no-delimited --no-typeurl --dts \
  --out "$out/alpr.js" "$proto"/alpr/v1/*.proto

# 64-bit numbers travel as their two halves (firmware/devices/alpr-codec.ts makes bigints of them), whatever package
# named "long" an installation happens to hold.
types=$out/alpr.d.ts
sed 's|^import Long = require("long");$|type Long = { readonly low: number; readonly high: number; readonly unsigned: boolean };|' \
  "$types" > "$types.new"
mv "$types.new" "$types"
