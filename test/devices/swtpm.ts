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

/** With a seed of its own. */
export async function startTpm(): Promise<Tpm> {
  const state = mkdtempSync(join(tmpdir(), 'swtpm-'));
  const port = await freePort();
  const args = ['socket', '--tpm2', '--tpmstate', `dir=${state}`, '--flags', 'not-need-init,startup-clear'];
  const control = `type=tcp,port=${port + 1}`;
  const child: ChildProcess = spawn('swtpm', [...args, '--server', `type=tcp,port=${port}`, '--ctrl', control], {
    stdio: 'ignore',
  });
  const reach = `swtpm:host=127.0.0.1,port=${port}`;
  for (let attempt = 0; ; attempt += 1) {
    const { status } = spawnSync('tpm2_getrandom', ['4', '-o', '/dev/null', '-T', reach]);
    if (status === 0) break;
    if (attempt === 50) throw new Error('swtpm does not answer');
    await delay(100);
  }
  return {
    reach,
    [Symbol.dispose]() {
      child.kill('SIGKILL');
      rmSync(state, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
