import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from '../../../firmware/config/load.ts';
import { loadProfile } from '../../../firmware/config/profile.ts';
import type { Config } from '../../../firmware/config/schema.ts';
import { Keyring } from '../../../firmware/governance/keyring.ts';
import { openHotLists } from '../../../firmware/hot-list-services.ts';
import { indexElsewhere } from '../../../firmware/hot-list-thread.ts';
import { keyInto, plateKey } from '../../../firmware/services/hot-list/plate-key.ts';
import { hotListFolder, unitVault } from '../../../firmware/unit-vault.ts';
import { csvOf, delivery, newFolder, statementOf } from './rig.ts';

test('a large list is indexed on another thread, to the same answers; damage comes back as its fault', async () => {
  const defaults = await loadConfig(undefined);
  const config: Config = {
    ...defaults,
    store: { ...defaults.store, folder: newFolder() },
    vault: { key: 'file', folder: newFolder() },
  };
  const profile = await loadProfile('isp');
  const { library } = openHotLists({
    ...{ config, profile, unitKind: 'stationary', vault: unitVault(config) },
    audit: { record: () => {} },
    entropy: { bytes: (count) => new Uint8Array(count) },
    keyring: new Keyring(new Map()),
  });
  const { signal } = new AbortController();
  const plates = Array.from({ length: 20_500 }, (_, index) => `ZQ${10_000 + index}`);
  await library.take({ ...delivery(csvOf(plates)), statement: statementOf(csvOf(plates)), vouched: true }, 'unit');
  const opened = library.open('ncic');
  const { index, leftOut } = await indexElsewhere({ config, profile, signal })('ncic', opened);
  expect([index.entries, leftOut]).toEqual([20_500, 0]);
  const key = plateKey();
  for (const ref of [0, 1, 20_499]) {
    keyInto(key, plates[ref]!);
    expect(index.entriesOf(key)).toMatchObject([{ ref }]);
    expect(opened.entries.entry(ref).text).toBe(plates[ref]);
  }
  const file = join(hotListFolder(config), readdirSync(hotListFolder(config))[0]!);
  writeFileSync(file, readFileSync(file).fill(0, 100, 110));
  await expect(indexElsewhere({ config, profile, signal })('ncic', opened)).rejects.toMatchObject({
    code: 'vault.damaged',
  });
  const ending = indexElsewhere({ config, profile, signal: AbortSignal.timeout(1) })('ncic', opened);
  await expect(ending).rejects.toMatchObject({ code: 'hotlist.busy' });
});
