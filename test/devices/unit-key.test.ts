/** The unit's key: in a file, under a TPM (swtpm), and while it is changed. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tpmGuard } from '../../firmware/devices/tpm.ts';
import { fileGuard, openUnitKey } from '../../firmware/devices/unit-key.ts';
import { faultOf } from '../../firmware/domain/fault.ts';
import { startTpm } from './swtpm.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unit-key-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const open = (needed = false) => openUnitKey({ folder, guards: [fileGuard], needed });
const path = () => join(folder, 'unit.key');

test('U9 the key is made once, is its owner’s alone, and is the same ever after', () => {
  const { key } = open();
  expect(key).toHaveLength(32);
  expect(statSync(path()).mode & 0o777).toBe(0o400);
  expect(open().key).toEqual(key);
});

test('U9 a key that others may read is refused', () => {
  open();
  chmodSync(path(), 0o440);
  expect(codeOf(() => open())).toBe('key.exposed');
});

test('U9 where something is sealed already no new key is made', () => {
  expect(codeOf(() => open(true))).toBe('key.missing');
  expect(existsSync(path())).toBe(false);
});

test('U9 a file that is no key is refused and left as it is', () => {
  open();
  chmodSync(path(), 0o600);
  truncateSync(path(), 20);
  expect(codeOf(() => open())).toBe('key.unavailable');
  expect(readFileSync(path())).toHaveLength(20);
});

test('U9 a change of the key, cut off anywhere, ends with the old one or the next, and the old one is destroyed', () => {
  const { key: first } = open();
  copyFileSync(path(), join(folder, 'copy'));
  const rotating = open();
  const next = rotating.rotate();
  expect(next).not.toEqual(first);
  // Cut before all is wrapped anew: both are there.
  expect(open()).toMatchObject({ key: first, next });
  // Cut while the old one was being destroyed.
  chmodSync(path(), 0o600);
  truncateSync(path(), 0);
  expect(open()).toMatchObject({ key: next, next: undefined });
  // Not cut at all.
  const again = open();
  const last = again.rotate();
  again.settle();
  expect(again).toMatchObject({ key: last, next: undefined });
  expect(open().key).toEqual(last);
  expect(existsSync(join(folder, 'unit.key.next'))).toBe(false);
});

describe('with a TPM', () => {
  let tpm: Awaited<ReturnType<typeof startTpm>>;
  beforeEach(async () => {
    tpm = await startTpm();
  });
  afterEach(() => {
    tpm[Symbol.dispose]();
  });

  test('U9 the key is had from the TPM again, does not lie on the disk, and opens on its own machine alone', async () => {
    const guards = [tpmGuard(tpm.reach), fileGuard];
    const made = openUnitKey({ folder, guards, needed: false });
    expect(made.guard).toBe('tpm');
    const bytes = readFileSync(path());
    for (const form of ['hex', 'base64', 'latin1'] as const)
      expect(bytes.includes(Buffer.from(made.key).toString(form))).toBe(false);
    expect(openUnitKey({ folder, guards, needed: true }).key).toEqual(made.key);
    using other = await startTpm();
    expect(codeOf(() => openUnitKey({ folder, guards: [tpmGuard(other.reach)], needed: true }))).toBe(
      'key.unavailable',
    );
  });

  test('U9 a unit that gets a TPM moves its key there by changing it', () => {
    const inFile = open();
    const rotating = openUnitKey({ folder, guards: [tpmGuard(tpm.reach), fileGuard], needed: true });
    expect(rotating.key).toEqual(inFile.key);
    const next = rotating.rotate();
    rotating.settle();
    expect(openUnitKey({ folder, guards: [tpmGuard(tpm.reach)], needed: true })).toMatchObject({
      key: next,
      guard: 'tpm',
    });
  });

  test('U9 a TPM that does not answer is a fault, and no key', () => {
    tpm[Symbol.dispose]();
    expect(codeOf(() => openUnitKey({ folder, guards: [tpmGuard(tpm.reach)], needed: false }))).toBe('key.unavailable');
    expect(existsSync(path())).toBe(false);
  });
});

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    return faultOf(error)?.code;
  }
  return undefined;
}
