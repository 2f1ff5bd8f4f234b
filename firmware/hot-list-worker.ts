/**
 * The index of one sealed list, built on a thread of its own: a list of millions takes nothing from the unit's main thread but the moment
 * in which it is taken into use.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { Profile } from './config/profile.ts';
import type { Config } from './config/schema.ts';
import { sealedFiles } from './devices/sealed-files.ts';
import { assert } from './domain/assert.ts';
import { type FaultCode, faultOf } from './domain/fault.ts';
import { type Indexed, indexOf } from './services/hot-list/indexing.ts';
import { openList } from './services/hot-list/library.ts';
import type { PlateIndexParts } from './services/hot-list/plate-index.ts';
import { hotListFolder, unitVault } from './unit-vault.ts';

export interface IndexOrder {
  readonly config: Config;
  readonly profile: Profile;
  readonly list: string;
}

export type IndexAnswer =
  | (Omit<Indexed, 'index'> & { readonly kind: 'built'; readonly parts: PlateIndexParts })
  | { readonly kind: 'failed'; readonly code: FaultCode; readonly detail: string };

async function work({ config, profile, list }: IndexOrder): Promise<void> {
  assert(parentPort !== null, 'this runs on a thread of its own');
  const opened = openList(list, { folder: sealedFiles(hotListFolder(config), unitVault(config)), profile });
  try {
    const { index, ...rest } = await indexOf(opened);
    parentPort.postMessage({ kind: 'built', ...rest, parts: index.parts } satisfies IndexAnswer, index.buffers);
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    parentPort.postMessage({ kind: 'failed', code: fault.code, detail: fault.detail } satisfies IndexAnswer);
  } finally {
    opened.close();
  }
}

await work(workerData as IndexOrder);
