/**
 * A checkpoint: the unit's signed word on how far its audit log went and what its hash was then. Who keeps one elsewhere can
 * prove any record up to it, and that none was cut off before it. The statement is a text that a person can read and openssl
 * can verify (Ed25519, RFC 8032, over its bytes as they stand).
 */
import { type KeyObject, sign, verify } from 'node:crypto';
import type { UnitIdentity } from '../domain/detection.ts';
import type { WallInstant } from '../domain/instant.ts';

export interface Checkpoint {
  readonly statement: string;
  /** 64 bytes. */
  readonly signature: Uint8Array;
}

/** What a statement says. */
export interface Claim {
  /** `agency/unit`. */
  readonly unit: string;
  /** The oldest record that the unit keeps, and the newest. */
  readonly first: number;
  readonly last: number;
  /** Of the newest record, 64 hexadecimal digits. */
  readonly hash: string;
}

export type NamedUnit = Pick<UnitIdentity, 'agency' | 'unit'>;

export function unitName({ agency, unit }: NamedUnit): string {
  return `${agency}/${unit}`;
}

export function signCheckpoint(claim: Claim, at: WallInstant, key: KeyObject): Checkpoint {
  const { source, uncertaintyMs } = at.quality;
  const bound = uncertaintyMs === undefined ? 'no bound' : `at most ${uncertaintyMs} ms off`;
  const statement = [
    'platekeeper audit checkpoint 1',
    `unit: ${claim.unit}`,
    `records: ${claim.first} to ${claim.last}`,
    `hash: ${claim.hash}`,
    `time: ${new Date(at.epochMs).toISOString()}, ${source}, ${bound}`,
    '',
  ].join('\n');
  return { statement, signature: sign(null, Buffer.from(statement), key) };
}

const form =
  /^platekeeper audit checkpoint 1\nunit: ([^\s/]+\/[^\s/]+)\nrecords: (\d{1,15}) to (\d{1,15})\nhash: ([0-9a-f]{64})\ntime: [^\n]+\n$/;

/** Undefined when the text is no statement. */
export function claimOf(statement: string): Claim | undefined {
  const [, unit, first, last, hash] = form.exec(statement) ?? [];
  if (unit === undefined || hash === undefined) return undefined;
  return { unit, first: Number(first), last: Number(last), hash };
}

export function signedBy(key: KeyObject, { statement, signature }: Checkpoint): boolean {
  return signature.length === 64 && verify(null, Buffer.from(statement), key, signature);
}
