/**
 * The kernel's simulated GPIO chips (gpio-sim, through configfs): real chips to every program, with a back door for what is
 * at the other end of each line. Needs root and a kernel that has the module: the guest of guest.ts.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';

const devices = '/sys/kernel/config/gpio-sim';

export interface SimulatedChip {
  readonly label: string;
  /** Drives a line from outside, where it is an input. */
  drive(line: string, high: boolean): void;
  /** The level of a line that the kernel drives. */
  level(line: string): boolean;
  /** Drives a line as `drive` does, up and down in turn, so many edges so far apart, from a process of its own. */
  toggle(line: string, edges: number, apartMs: number): Disposable;
  /** Joins an output to an input: a process that copies the one's level to the other as fast as it can. */
  wire(output: string, input: string): Disposable;
  /** Takes the chip away, as an unplugged expander is; `plugIn` brings it back. */
  unplug(): void;
  plugIn(): void;
  remove(): void;
}

/** @param lines their names, by their place on the chip. @param held those that the kernel itself holds. */
export function simulatedChip(label: string, lines: readonly string[], held: readonly string[] = []): SimulatedChip {
  loadModule('gpio-sim');
  const device = `${devices}/${label}`;
  const bank = `${device}/bank0`;
  const folders = [device, bank, ...lines.map((_, at) => `${bank}/line${at}`)];
  for (const each of folders) mkdirSync(each);
  writeFileSync(`${bank}/label`, label);
  writeFileSync(`${bank}/num_lines`, String(lines.length));
  lines.forEach((name, at) => {
    writeFileSync(`${bank}/line${at}/name`, name);
    if (!held.includes(name)) return;
    folders.push(`${bank}/line${at}/hog`);
    mkdirSync(`${bank}/line${at}/hog`);
    writeFileSync(`${bank}/line${at}/hog/name`, 'somebody');
    writeFileSync(`${bank}/line${at}/hog/direction`, 'input');
  });
  const plug = (live: boolean) => writeFileSync(`${device}/live`, live ? '1' : '0');
  plug(true);
  const entry = (line: string, file: string) => {
    const name = readFileSync(`${device}/dev_name`, 'utf8').trim();
    const chip = readFileSync(`${bank}/chip_name`, 'utf8').trim();
    return `/sys/devices/platform/${name}/${chip}/sim_gpio${lines.indexOf(line)}/${file}`;
  };
  return {
    label,
    drive: (line, high) => writeFileSync(entry(line, 'pull'), high ? 'pull-up' : 'pull-down'),
    level: (line) => readFileSync(entry(line, 'value'), 'utf8').trim() === '1',
    toggle(line, edges, apartMs) {
      return besides(`const { openSync, writeSync } = require('node:fs');
        const pull = openSync('${entry(line, 'pull')}', 'w');
        let left = ${edges};
        const timer = setInterval(() => {
          writeSync(pull, left % 2 === 0 ? 'pull-up' : 'pull-down');
          if (--left === 0) clearInterval(timer);
        }, ${apartMs});`);
    },
    wire(output, input) {
      return besides(`const { openSync, readSync, writeSync } = require('node:fs');
        const [value, pull] = [openSync('${entry(output, 'value')}'), openSync('${entry(input, 'pull')}', 'w')];
        for (let level = Buffer.alloc(1), last; ; last = level[0]) {
          readSync(value, level, 0, 1, 0);
          if (level[0] !== last) writeSync(pull, level[0] === 49 ? 'pull-up' : 'pull-down');
        }`);
    },
    unplug: () => plug(false),
    plugIn: () => plug(true),
    remove() {
      plug(false);
      for (const each of folders.toReversed()) rmdirSync(each);
    },
  };
}

/** A script in a process of its own, until disposed of. */
function besides(script: string): Disposable {
  const running = spawn(process.execPath, ['-e', script], { stdio: 'inherit' });
  return { [Symbol.dispose]: () => void running.kill('SIGKILL') };
}

export function loadModule(name: string, ...parameters: readonly string[]): void {
  execFileSync('modprobe', ['-d', process.env.HIL_MODULES!, name, ...parameters]);
}
