/**
 * A machine of its own for tests that need devices which this one lacks: a Debian kernel under QEMU (plain emulation, no
 * KVM) whose root is the host's own files, so that the same Node, packages and addon run in it. A boot takes some
 * seconds; what the guest writes is gone with it. Nothing of the host is changed.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const folder = fileURLToPath(new URL('../../out/hil', import.meta.url));

export interface GuestOptions {
  /** Run in the project's folder, as root. */
  readonly command: readonly string[];
  /** A Debian system of its own (machine.sh), started by its own systemd, instead of the host's files. */
  readonly machine?: boolean;
  /** More of the machine: arguments of QEMU. */
  readonly devices?: readonly string[];
  /** One processor that counts instructions instead of time: slow, but a figure of time is the same in every run. */
  readonly counted?: boolean;
  readonly limitMs?: number;
  /** Each line of the console, as it comes. */
  readonly line?: (line: string) => void;
  /** What the guest asks its host for (host.ts). */
  readonly asked?: (wish: string) => void;
}

export interface GuestRun {
  /** The command's exit status; undefined when the machine ended before the command did. */
  readonly status: number | undefined;
  /** What the command wrote. */
  readonly lines: readonly string[];
  /** More than one when a device reset the machine: the command began anew each time. */
  readonly boots: number;
}

/** Fetches the kernel, and makes the system of a machine's own, where that has not been done. */
export function prepareGuest({ machine = false } = {}): void {
  for (const script of ['kernel.sh', ...(machine ? ['machine.sh'] : [])])
    execFileSync(fileURLToPath(new URL(script, import.meta.url)), [folder], { stdio: 'inherit' });
}

export async function runInGuest(options: GuestOptions): Promise<GuestRun> {
  const { command, machine: whole = false, devices = [], counted = false, limitMs = 120_000 } = options;
  const { line: seen = () => {}, asked } = options;
  const script = fileURLToPath(new URL(whole ? 'guest/serve.sh' : 'guest/run.sh', import.meta.url));
  // A login's prompt and the first boot's questions have no place on a console that is read.
  const system = [
    ...[`hil.project=${project}`, 'systemd.wants=hil.service', 'systemd.condition-first-boot=false'],
    ...['systemd.mask=serial-getty@ttyS0.service', 'systemd.show_status=false'],
  ];
  const args = [
    // One processor: with two, QEMU 7.2 now and then runs what the kernel is just rewriting (an "Oops: int3").
    ...['-M', 'q35', '-accel', 'tcg', '-cpu', 'max', '-smp', '1', '-m', whole ? '2048' : '1024'],
    ...['-nodefaults', '-nographic', '-no-user-config'],
    // Ends where it would begin again; a host whose device resets the machine says otherwise behind this.
    ...['-action', 'reboot=shutdown'],
    ...(counted ? ['-icount', 'shift=0,sleep=off'] : []),
    ...['-kernel', `${folder}/vmlinuz`, '-initrd', `${folder}/initramfs`],
    ...[
      '-append',
      [...'console=ttyS0 quiet panic=-1 mitigations=off'.split(' '), ...(whole ? system : [])]
        .concat('--', script, folder, project, ...command)
        .join(' '),
    ],
    ...(whole ? [...shared('root', `${folder}/machine`), ...shared('project', project)] : shared('root', '/')),
    ...['-serial', 'stdio', ...devices],
  ];
  const machine = spawn('qemu-system-x86_64', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const limit = setTimeout(() => machine.kill('SIGKILL'), limitMs);
  const closed = once(machine, 'close');
  const lines: string[] = [];
  let status: number | undefined;
  let boots = 0;
  for await (const raw of createInterface({ input: machine.stdout })) {
    const line = raw.replaceAll('\r', '');
    const ended = /^hil: ended (\d+)/.exec(line);
    const wish = /hil: asks (.+)$/.exec(line);
    if (line.endsWith('hil: began')) boots += 1;
    else if (ended !== null) status = Number(ended[1]);
    else if (wish !== null) asked?.(wish[1]!);
    else if (boots > 0) {
      lines.push(line);
      seen(line);
    }
  }
  await closed;
  clearTimeout(limit);
  return { status, lines, boots };
}

/** A folder of the host in the guest, which only reads it. */
function shared(tag: string, path: string): string[] {
  return ['-virtfs', `local,path=${path},mount_tag=${tag},security_model=none,readonly=on,multidevs=remap`];
}
