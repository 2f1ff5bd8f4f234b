/**
 * What must hold of a whole unit's folder at any moment that a kill may leave: it opens; each detection that came to the consumer is there,
 * the same to the byte, and as many of the last boot as health had said; no number is missing; what waits comes as nothing that the consumer
 * has under another number; and the audit log is whole, from its first record to the newest checkpoint that the broker has and on.
 *
 * It looks into a copy: to open a store mends it, and that is for the unit's next start to do.
 */
import { createPublicKey } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { auditFolder, openAuditLog } from '../../firmware/audit-services.ts';
import { loadConfig } from '../../firmware/config/load.ts';
import { loadProfile } from '../../firmware/config/profile.ts';
import type { Config } from '../../firmware/config/schema.ts';
import { bigintOf, v1 } from '../../firmware/devices/alpr-codec.ts';
import { publishedCheckpointOf } from '../../firmware/devices/audit-codec.ts';
import type { SealedStore } from '../../firmware/devices/sqlite-store.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import { verifyLog } from '../../firmware/governance/audit-chain.ts';
import { openUnitStore } from '../../firmware/unit-store.ts';
import type { Received } from '../broker/subscriber.ts';
import { Consumer } from './consumer.ts';
import { keyOf } from './kept.ts';

export interface Said {
  /** What the broker has passed on, of all kinds. */
  readonly received: readonly Received[];
  /** How many times the unit has said that it is open. */
  readonly opened: number;
}

/** What does not hold. @param path of the unit's configuration. @param scratch a folder for the copy, which goes again. */
export async function lookInto(path: string, scratch: string, { received, opened }: Said): Promise<string[]> {
  const config = copied(await loadConfig(path), scratch);
  const profile = await loadProfile(config.profile);
  try {
    using unit = openUnitStore({ config, profile, clock: systemClock() });
    return [...storeFlaws(unit.store, received), ...auditFlaws(config, received, opened)];
  } catch (error) {
    return [`it does not open: ${error}`];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Messages of a kind as they came. */
export function ofKind(received: readonly Received[], kind: string): readonly Received[] {
  return received.filter(({ topic }) => topic.endsWith(`/${kind}`));
}

function copied(config: Config, scratch: string): Config {
  const copy = (name: 'store' | 'vault') => {
    const { folder } = config[name];
    const to = join(scratch, name);
    if (existsSync(folder)) cpSync(folder, to, { recursive: true });
    return to;
  };
  return {
    ...config,
    store: { ...config.store, folder: copy('store') },
    vault: { ...config.vault, folder: copy('vault') },
  };
}

function storeFlaws(store: SealedStore, received: readonly Received[]): string[] {
  const flaws: string[] = [];
  const consumer = new Consumer();
  const take = (message: Parameters<typeof keyOf>[0]) => {
    const flaw = consumer.take(keyOf(message));
    if (flaw !== undefined) flaws.push(flaw);
  };
  for (const { payload } of ofKind(received, 'detection')) {
    take({ kind: 'detection', payload });
    const sequence = sequenceOf(payload);
    const stored = store.search.message(sequence);
    if (stored === undefined) flaws.push(`detection ${sequence} came and is not stored`);
    else if (!Buffer.from(stored).equals(payload)) flaws.push(`detection ${sequence} is stored as another`);
  }
  const sequences = store.search.find({}, Number.MAX_SAFE_INTEGER).found.map(({ sequence }) => sequence);
  for (const [index, sequence] of sequences.toReversed().entries())
    if (sequence !== BigInt(index + 1)) return [...flaws, `detection ${index + 1} is missing, ${sequence} is there`];
  for (let rows = store.outbox('detection', 64); rows.length > 0; rows = store.outbox('detection', 64)) {
    for (const row of rows) take(row);
    store.acknowledge('detection', rows.at(-1)!.sequence);
  }
  const told = toldOf(ofKind(received, 'health').at(-1));
  const bootOf = (sequence: bigint) => v1.Detection.decode(store.search.message(sequence)!).origin?.bootId;
  const stored = told === undefined ? 0 : sequences.filter((sequence) => bootOf(sequence) === told.bootId).length;
  if (told !== undefined && stored < told.stored) flaws.push(`health said ${told.stored} stored, and ${stored} are`);
  return flaws;
}

/** What health last said of the stage `store`: of a boot, how many it stored. */
function toldOf(health: Received | undefined): { readonly bootId: string; readonly stored: number } | undefined {
  if (health === undefined) return undefined;
  const { origin, stages } = v1.Health.decode(health.payload);
  const stored = stages!.find(({ stage }) => stage === 'store')?.itemsOut;
  return { bootId: origin!.bootId!, stored: Number(bigintOf(stored!)) };
}

function auditFlaws(config: Config, received: readonly Received[], opened: number): string[] {
  const { agency, id, kind } = config.unit;
  const now = () => systemClock().wall();
  const { files, key, log } = openAuditLog({ config, unit: { agency, unit: id, kind, bootId: 'looked-into' }, now });
  // What a cut line left is put aside, as at a start.
  log.checkpoint();
  files[Symbol.dispose]();
  const folder = auditFolder(config);
  const names = readdirSync(folder).filter((name) => name.endsWith('.log'));
  const bytes = Buffer.concat(names.sort().map((name) => readFileSync(join(folder, name))));
  const newest = ofKind(received, 'audit').at(-1);
  const checkpoint = newest && publishedCheckpointOf(newest.payload);
  const { flaw } = verifyLog(bytes, { key: createPublicKey(key), ...(checkpoint && { checkpoint }) });
  const count = (action: string) => bytes.toString('latin1').split(`"action":"${action}"`).length - 1;
  return [
    ...(flaw ? [`the audit log, line ${flaw.line}: ${flaw.what}`] : []),
    ...(count('log.damaged') > 0 ? ['the audit log says that it was damaged'] : []),
    ...(count('unit.started') < opened ? [`${opened} times open, and ${count('unit.started')} starts on record`] : []),
  ];
}

function sequenceOf(payload: Uint8Array): bigint {
  return bigintOf(v1.Detection.decode(payload).origin!.sequence);
}
