/** Keys and keyrings for tests: files as a fleet's operator makes them. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Keyring, loadKeyring } from '../../firmware/governance/keyring.ts';

export interface TestKey {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicPem: string;
}

export function newKey(id: string): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { id, privateKey, publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

export interface Listed {
  readonly key: TestKey;
  readonly signs?: string;
  readonly person?: string;
  readonly role?: string;
}

export function keyringText(listed: readonly Listed[]): string {
  return listed
    .map(({ key, signs = 'commands', person, role }) =>
      [
        '[[key]]',
        `id = "${key.id}"`,
        `public_key = """\n${key.publicPem}"""`,
        `signs = "${signs}"`,
        ...(person === undefined ? [] : [`person = "${person}"`]),
        ...(role === undefined ? [] : [`role = "${role}"`]),
      ].join('\n'),
    )
    .join('\n\n');
}

/** The keyring in a file of that text. */
export async function keyringIn(text: string): Promise<Keyring> {
  const folder = mkdtempSync(join(tmpdir(), 'keyring-'));
  try {
    writeFileSync(join(folder, 'keys.toml'), text);
    return await loadKeyring(join(folder, 'keys.toml'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function keyringOf(listed: readonly Listed[]): Promise<Keyring> {
  return keyringIn(keyringText(listed));
}
