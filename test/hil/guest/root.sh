#!/bin/busybox sh
# The guest's first program: makes the host's files its root, with an overlay in memory, and runs the script that the
# kernel's command line names behind `--`.
b=/bin/busybox
$b mount -t proc proc /proc
$b mount -t sysfs sys /sys
$b mount -t devtmpfs dev /dev
for module in /modules/*; do $b insmod "$module" || echo "insmod $module failed"; done
$b mount -t 9p -o trans=virtio,version=9p2000.L,msize=512000,cache=loose,ro root /lower
$b mount -t tmpfs tmpfs /over
$b mkdir /over/upper /over/work
$b mount -t overlay -o lowerdir=/lower,upperdir=/over/upper,workdir=/over/work overlay /new
for kernel in proc sys dev; do $b mount --move /$kernel /new/$kernel; done
exec $b switch_root /new /bin/bash "$@"
