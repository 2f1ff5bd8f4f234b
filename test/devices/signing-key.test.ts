/** The unit's signing key: made once, its owner's alone, in the vault where there is one. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { aesVault } from '../../firmware/devices/aes-vault.ts';
import { openSigningKey, publicPem } from '../../firmware/devices/signing-key.ts';

const root = mkdtempSync(join(tmpdir(), 'signing-'));
afterAll(() => rmSync(root, { recursive: true }));
const vault = aesVault(new Uint8Array(32).fill(7));

test('it is made at the first start and is the same ever after, in a file of its owner alone', () => {
  const folder = join(root, 'plain');
  const first = publicPem(openSigningKey(folder));
  expect(publicPem(openSigningKey(folder))).toBe(first);
  expect(statSync(join(folder, 'signing.pem')).mode & 0o777).toBe(0o400);
  chmodSync(join(folder, 'signing.pem'), 0o440);
  expect(() => openSigningKey(folder)).toThrow(/mode 440/);
});

test('with a vault it lies sealed, also one that was made without, and another unit’s vault does not open it', () => {
  const folder = join(root, 'sealed');
  const first = publicPem(openSigningKey(folder));
  expect(publicPem(openSigningKey(folder, vault))).toBe(first);
  expect(existsSync(join(folder, 'signing.pem'))).toBe(false);
  expect(readFileSync(join(folder, 'signing.sealed')).includes('PRIVATE KEY')).toBe(false);
  expect(publicPem(openSigningKey(folder, vault))).toBe(first);
  expect(() => openSigningKey(folder, aesVault(new Uint8Array(32).fill(8)))).toThrow(/do not open/);
});

test('without the vault that it was sealed in, no other is made in its place', () => {
  const folder = join(root, 'sealed-only');
  openSigningKey(folder, vault);
  expect(() => openSigningKey(folder)).toThrow(expect.objectContaining({ code: 'vault.damaged' }));
});
