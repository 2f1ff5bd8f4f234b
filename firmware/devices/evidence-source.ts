/** Where evidence is taken from: the messages of the unit's store, as they were stored. It only reads. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Fault } from '../domain/fault.ts';

export interface EvidenceSource extends Disposable {
  /** The stored message of a detection; undefined: there is none of that id. */
  detection(id: string): Uint8Array | undefined;
  /** Those that are held for a case. */
  held(caseNumber: string): readonly Uint8Array[];
}

export function openEvidenceSource(folder: string): EvidenceSource {
  const file = join(folder, 'store.sqlite');
  if (!existsSync(file)) throw new Fault('store.unwritable', `${file} is not there.`);
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  const find = database.prepare("SELECT payload FROM message WHERE kind = 'detection' AND detection_id = ?");
  return {
    detection: (id) => find.get(id)?.payload as Uint8Array | undefined,
    held: () => [],
    [Symbol.dispose]: () => database.close(),
  };
}
