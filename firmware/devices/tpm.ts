/**
 * A TPM 2.0 as the guard of the unit's key, by the programs of tpm2-tools: the key is sealed under a primary key that the chip derives
 * from its own seed, so that what lies on the disk opens on this machine alone. No policy of boot measurements is bound to it: an update
 * of the kernel would lock the unit out, and a unit starts with nobody there to type a word.
 *
 * The key passes by pipes alone. Sealed and public parts lie for a moment in a folder of the memory file system; both may be known.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '../domain/fault.ts';
import type { KeyGuard } from '../ports/unit-key.ts';

const DEVICE = '/dev/tpmrm0';
const LIMIT_MS = 30_000;

/** Whether this machine has one. */
export function tpmPresent(): boolean {
  return existsSync(DEVICE);
}

/** @param reach how the tools reach it, as their option -T takes it; absent: as the environment tells them (tpm2-tools-tcti(7)), or the kernel's. */
export function tpmGuard(reach = process.env.TPM2TOOLS_TCTI ?? `device:${DEVICE}`): KeyGuard {
  const within = <Result>(work: (folder: string, tool: Tool) => Result): Result => {
    const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'platekeeper-tpm-'));
    const tool: Tool = (name, args, input) => {
      const said = run(name, [...args, '-T', reach], { folder, input });
      // The chip has room for three objects, and without the kernel's manager each program leaves its own behind.
      run('tpm2_flushcontext', ['-t', '-T', reach], { folder, input: undefined });
      return said;
    };
    try {
      // The same template gives the same key each time: it needs no place in the chip.
      tool('tpm2_createprimary', ['-Q', '-C', 'o', '-g', 'sha256', '-G', 'ecc', '-c', 'primary']);
      return work(folder, tool);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  return {
    kind: 'tpm',
    guard: (key) =>
      within((folder, tool) => {
        const attributes = 'fixedtpm|fixedparent|noda|adminwithpolicy|userwithauth';
        tool('tpm2_create', ['-Q', '-C', 'primary', '-a', attributes, '-u', 'public', '-r', 'private', '-i', '-'], key);
        const [open, sealed] = ['public', 'private'].map((name) => readFileSync(join(folder, name)));
        const head = Buffer.alloc(2);
        head.writeUInt16BE(open!.length);
        return Buffer.concat([head, open!, sealed!]);
      }),
    release: (guarded) =>
      within((folder, tool) => {
        const length = Buffer.from(guarded).readUInt16BE(0);
        writeFileSync(join(folder, 'public'), guarded.subarray(2, 2 + length));
        writeFileSync(join(folder, 'private'), guarded.subarray(2 + length));
        tool('tpm2_load', ['-Q', '-C', 'primary', '-u', 'public', '-r', 'private', '-c', 'key']);
        return new Uint8Array(tool('tpm2_unseal', ['-Q', '-c', 'key']));
      }),
  };
}

type Tool = (name: string, args: readonly string[], input?: Uint8Array) => Buffer;

function run(
  name: string,
  args: readonly string[],
  { folder, input }: { readonly folder: string; readonly input: Uint8Array | undefined },
): Buffer {
  const { status, stdout, stderr, error } = spawnSync(name, args, {
    cwd: folder,
    input: input ?? '',
    timeout: LIMIT_MS,
  });
  if (error !== undefined)
    throw new Fault('key.unavailable', `${name}: ${(error as NodeJS.ErrnoException).code}.`, error);
  if (status !== 0) throw new Fault('key.unavailable', `${name} ended with ${status}: ${lastLine(stderr)}`);
  return stdout;
}

/** The tools say on it what the chip answered; the key is never there. */
function lastLine(stderr: Buffer): string {
  return stderr.toString('utf8').trim().split('\n').at(-1) ?? '';
}
