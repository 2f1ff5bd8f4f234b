/** A unit's own file for tests: what a test sets is what it is about. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mosquitto } from '../broker/mosquitto.ts';

type Table = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export interface UnitFile {
  readonly folder: string;
  /** Of the file, in the folder. */
  readonly name?: string;
  /** Where it publishes, as the unit that this broker knows. */
  readonly mosquitto: Pick<Mosquitto, 'url' | 'certificates'>;
  readonly profile?: string;
  readonly tables: Readonly<Record<string, Table>>;
}

/** Writes it and gives its path. The unit is `test-pd`'s `unit-1`, and keeps in `kept`, where the tables say nothing else. */
export async function unitFile({
  folder,
  name = 'unit.toml',
  mosquitto,
  profile = 'bloomington',
  tables,
}: UnitFile): Promise<string> {
  const path = join(folder, name);
  const { ca, certificate, key } = mosquitto.certificates.unit;
  const all: Readonly<Record<string, Table>> = {
    store: { folder: 'kept' },
    broker: { url: mosquitto.url, ca, certificate, key },
    ...tables,
    unit: { agency: 'test-pd', id: 'unit-1', ...tables.unit },
  };
  const lines = Object.entries(all).flatMap(([table, keys]) => [
    `[${table}]`,
    // What JSON says of these, TOML says alike.
    ...Object.entries(keys).map(([each, value]) => `${each} = ${JSON.stringify(value)}`),
  ]);
  await writeFile(path, [`profile = ${JSON.stringify(profile)}`, ...lines, ''].join('\n'));
  return path;
}
