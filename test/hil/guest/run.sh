#!/bin/bash
# What a guest runs as its first program on the host's files: prepares the kernel's file systems, runs one command, says
# how it ended on the console, and turns the machine off.
#
#   run.sh KERNEL_FOLDER WORKING_FOLDER COMMAND…
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root NO_COLOR=1
export HIL_MODULES=$1/modules
cd "$2" || exit 1
shift 2
# Not over the project itself, where that lies under /tmp; the root is an overlay in memory anyway.
[[ $PWD == /tmp/* ]] || mount -t tmpfs tmpfs /tmp
mount -t tmpfs tmpfs /run
mkdir -p /dev/pts /dev/shm
mount -t devpts devpts /dev/pts
mount -t tmpfs tmpfs /dev/shm
modprobe -d "$HIL_MODULES" configfs
mount -t configfs configfs /sys/kernel/config
ip link set lo up
echo 'hil: began'
"$@" < /dev/null 2>&1 | cat
echo "hil: ended ${PIPESTATUS[0]}"
sync
busybox poweroff -f
