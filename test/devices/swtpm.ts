/** A TPM 2.0 in software (swtpm). */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** How tpm2-tools reach it, as TPM2TOOLS_TCTI has it. */
export interface Tpm extends Disposable {
  readonly reach: string;
}

/** With a seed of its own. Others may take the ports between the asking and the taking: then it begins with others. */
export async function startTpm(): Promise<Tpm> {
  const state = mkdtempSync(join(tmpdir(), 'swtpm-'));
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const { child, reach } = await spawned(state);
    if (await answers(child, reach)) {
      return {
        reach,
        [Symbol.dispose]() {
          child.kill('SIGKILL');
          rmSync(state, { recursive: true, force: true });
        },
      };
    }
    child.kill('SIGKILL');
  }
  throw new Error('swtpm does not answer');
}

async function spawned(state: string): Promise<{ readonly child: ChildProcess; readonly reach: string }> {
  const port = await freePort();
  const args = ['socket', '--tpm2', '--tpmstate', `dir=${state}`, '--flags', 'not-need-init,startup-clear'];
  const control = `type=tcp,port=${port + 1}`;
  const child = spawn('swtpm', [...args, '--server', `type=tcp,port=${port}`, '--ctrl', control], { stdio: 'ignore' });
  return { child, reach: `swtpm:host=127.0.0.1,port=${port}` };
}

async function answers(child: ChildProcess, reach: string): Promise<boolean> {
  for (let attempt = 0; attempt < 50 && child.exitCode === null; attempt += 1) {
    if (spawnSync('tpm2_getrandom', ['4', '-o', '/dev/null', '-T', reach]).status === 0) return true;
    await delay(100);
  }
  return false;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
