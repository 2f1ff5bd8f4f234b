#!/bin/busybox sh
# The guest's first program: makes the host's files its root, with an overlay in memory, and runs the script that the
# kernel's command line names behind `--`. Where that line says hil.project=FOLDER, the root is a whole Debian system (machine.sh)
# whose own first program is started; FOLDER, the project, is put in its place there, and the script is one of its services.
b=/bin/busybox
$b mount -t proc proc /proc
$b mount -t sysfs sys /sys
$b mount -t devtmpfs dev /dev
for module in /modules/*; do $b insmod "$module" || echo "insmod $module failed"; done
$b mount -t tmpfs tmpfs /over

# The host's folder with that tag, under an overlay.
lay() {
  $b mkdir -p "/lower/$1" "/over/$1/upper" "/over/$1/work" "$2"
  $b mount -t 9p -o trans=virtio,version=9p2000.L,msize=512000,cache=loose,ro "$1" "/lower/$1"
  $b mount -t overlay -o "lowerdir=/lower/$1,upperdir=/over/$1/upper,workdir=/over/$1/work" overlay "$2"
}

lay root /new
project=$($b sed -n 's/.* hil\.project=\([^ ]*\) .*/\1/p' /proc/cmdline)
if [ -n "$project" ]; then
  lay project "/new$project"
  # Drivers come by udev, as on any machine.
  $b ln -s "$project/out/hil/modules/lib/modules" /new/usr/lib/modules
  # Not ended by the machine's end, which may be what it tests.
  unit="ExecStart=/bin/bash $*\nStandardOutput=tty\nTTYPath=/dev/console\nKillSignal=SIGCONT\nTimeoutStopSec=60"
  printf '[Unit]\nAfter=multi-user.target\n[Service]\n%b\n' "$unit" >/new/etc/systemd/system/hil.service
fi
for kernel in proc sys dev; do $b mount --move /$kernel /new/$kernel; done
[ -n "$project" ] && exec $b switch_root /new /sbin/init
exec $b switch_root /new /bin/bash "$@"
