#!/bin/bash
# What a whole machine (root.sh) runs as a service: one command, and how it ended on the console. Turns the machine off, but where that is
# on its way down already.
#
#   serve.sh KERNEL_FOLDER WORKING_FOLDER COMMAND…
export HOME=/root NO_COLOR=1 HIL_MODULES=$1/modules
cd "$2" || exit 1
shift 2
echo 'hil: began'
"$@" < /dev/null 2>&1 | cat
echo "hil: ended ${PIPESTATUS[0]}"
[ "$(systemctl is-system-running)" = stopping ] || systemctl poweroff --force --force
