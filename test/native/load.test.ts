import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { isa, limits } from '../../native/index.ts';

const door = fileURLToPath(new URL('../../native/index.ts', import.meta.url));

// What a fresh process says of its engine, or the error it meets.
async function asked(
  environment: Record<string, string>,
): Promise<{ selected?: string; name?: string; message?: string; argument?: string }> {
  const script = `const native = await import(${JSON.stringify(door)});
    try { console.log(JSON.stringify(native.isa())); }
    catch ({ name, message, argument }) { console.log(JSON.stringify({ name, message, argument })); }`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, ...environment },
  });
  return JSON.parse(stdout);
}

describe('loading the engine', () => {
  it('takes the best set unless told another', async () => {
    expect((await asked({ PLATEKEEPER_ISA: '' })).selected).toBe(isa().available[0]);
    for (const set of isa().available) expect((await asked({ PLATEKEEPER_ISA: set })).selected).toBe(set);
  });

  it('refuses by name a set that is not there, and says which are', async () => {
    const lacking = process.arch === 'x64' ? 'neon' : 'avx2';
    const answer = await asked({ PLATEKEEPER_ISA: lacking });
    expect(answer).toMatchObject({ name: 'NativeArgumentError', argument: 'PLATEKEEPER_ISA' });
    expect(answer.message).toContain(`'${lacking}'`);
    expect(answer.message).toContain('scalar');
  });

  it('says what was tried and what mends it when the addon does not load', async () => {
    const answer = await asked({ PLATEKEEPER_ADDON: '/nowhere/platekeeper.node' });
    expect(answer.name).toBe('NativeLoadError');
    expect(answer.message).toContain('/nowhere/platekeeper.node');
    expect(answer.message).toContain('make setup');
    expect(answer.message).toContain(process.version);
  });

  it('measures limits of this machine that are above nothing', () => {
    const { copyGbS, macGS } = limits();
    expect(copyGbS).toBeGreaterThan(0.1);
    expect(macGS).toBeGreaterThan(0.1);
  });
});
