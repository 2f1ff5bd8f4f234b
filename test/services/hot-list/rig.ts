/** A library in a folder of its own, with an agency that signs, and an audit that remembers. */
import { createHash, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadProfile, type Profile } from '../../../firmware/config/profile.ts';
import { aesVault } from '../../../firmware/devices/aes-vault.ts';
import { sealedFiles } from '../../../firmware/devices/sealed-files.ts';
import type { UnitKind } from '../../../firmware/domain/detection.ts';
import type { AuditEntry } from '../../../firmware/ports/audit.ts';
import { type Delivery, Library } from '../../../firmware/services/hot-list/library.ts';
import { bodyOf, type ListStatement, type SignedStatement } from '../../../firmware/services/hot-list/statement.ts';

export const agency = generateKeyPairSync('ed25519');
export const unitKey = createHash('sha256').update('a unit').digest();

/** Noon of a day without meaning. */
export const MADE_MS = Date.UTC(2026, 0, 15, 12);

export interface RigOptions {
  readonly profile?: string | Profile;
  readonly unitKind?: UnitKind;
  readonly badLinesShareMax?: number;
  readonly path?: string;
}

export async function libraryRig({
  profile = 'isp',
  unitKind = 'stationary',
  badLinesShareMax = 0.02,
  path = newFolder(),
}: RigOptions = {}) {
  const records: AuditEntry[] = [];
  const rules = typeof profile === 'string' ? await loadProfile(profile) : profile;
  const folder = sealedFiles(path, aesVault(unitKey));
  const library = new Library({
    folder,
    profile: rules,
    unitKind,
    audit: { record: (entry) => void records.push(entry) },
    signedList: ({ body, signature, keyId }) => keyId === 'lists' && verify(null, body, agency.publicKey, signature),
    badLinesShareMax,
  });
  return { library, folder, path, records, profile: rules };
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'hot-lists-'));
}

export interface DeliveryOptions extends Partial<ListStatement> {
  readonly key?: KeyObject;
  readonly chunkBytes?: number;
}

/** A signed delivery of a file that holds this text. */
export function delivery(
  text: string,
  { key = agency.privateKey, chunkBytes = 1000, ...about }: DeliveryOptions = {},
): Delivery {
  return { statement: signed(statementOf(text, about), key), chunks: chunksOf(text, chunkBytes) };
}

export function statementOf(text: string, about: Partial<ListStatement> = {}): ListStatement {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { list: 'ncic', layout: 'csv', source: 'NCIC', madeAtMs: MADE_MS, sha256, ...about };
}

export function signed(statement: ListStatement, key: KeyObject = agency.privateKey): SignedStatement {
  const body = Buffer.from(bodyOf(statement, 'lists'));
  return { ...statement, signed: { body, signature: sign(null, body, key), keyId: 'lists' } };
}

export async function* chunksOf(text: string, bytes: number): AsyncIterable<Uint8Array> {
  const all = Buffer.from(text);
  for (let at = 0; at < all.length; at += bytes) yield all.subarray(at, at + bytes);
}

/** A file of our own layout that lists these plates. */
export function csvOf(plates: readonly string[]): string {
  return `plate,region,class,note\n${plates.map((plate) => `${plate},us-il,stolen-vehicle,as the test has it\n`).join('')}`;
}

/** The plates that a library has under a name. */
export async function platesOf(library: Library, list = 'ncic'): Promise<string[]> {
  const opened = library.open(list);
  const plates: string[] = [];
  for await (const entries of opened.indexed()) plates.push(...entries.map(({ text }) => text));
  opened.close();
  return plates;
}
