/** For a machine with the package: the package of this tree, a broker behind the one network card, a watchdog and a second serial port. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startMosquitto } from '../broker/mosquitto.ts';
import type { Reached } from '../broker/subscriber.ts';
import type { Host } from './host.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const folder = 'out/hil/package';
/** Where the guest finds out which port and certificates the broker has: a `Reached`. */
export const brokerFile = `${project}/out/hil/installed.json`;

/** From the project's folder. Throws where there is none. */
export function packageFile(): string {
  const [file] = globSync(`${folder}/*_amd64.deb`, { cwd: project });
  assert.ok(file !== undefined, `no package in ${folder}`);
  return file;
}

export async function openHost(): Promise<Host> {
  // Not compressed: an emulated processor would be minutes at it.
  const env = { ...process.env, COMPRESSION: 'none' };
  if (!isCurrent()) execFileSync('hw/package/build.sh', ['amd64', folder], { cwd: project, env, stdio: 'inherit' });
  await using opened = new AsyncDisposableStack();
  const { port, certificates } = opened.use(await startMosquitto(`${project}/out/hil`));
  const reached: Reached = { host: '10.0.2.2', port, certificates };
  await writeFile(brokerFile, JSON.stringify(reached));
  opened.defer(() => rm(brokerFile));
  const open = opened.move();
  return {
    devices: [
      ...['-netdev', 'user,id=net', '-device', 'virtio-net-pci,netdev=net,romfile='],
      ...['-device', 'i6300esb', '-serial', 'null'],
    ],
    asked() {},
    judge({ lines, boots }) {
      assert.equal(boots, 1);
      assert.ok(
        lines.some((line) => line.includes('reboot: Power down')),
        'the machine was not halted',
      );
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

/** Whether the package is younger than all that goes into it. */
function isCurrent(): boolean {
  const [file] = globSync(`${folder}/*_amd64.deb`, { cwd: project });
  if (file === undefined) return false;
  const made = statSync(`${project}/${file}`).mtimeMs;
  const inside = ['firmware', 'native', 'models', 'hw', 'proto', 'package.json', 'package-lock.json'];
  const files = execFileSync('git', ['ls-files', '-z', ...inside], { cwd: project, encoding: 'utf8' }).split('\0');
  return files.filter(Boolean).every((each) => statSync(`${project}/${each}`).mtimeMs < made);
}
