import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aesVault } from '../../../firmware/devices/aes-vault.ts';
import { sealedFiles } from '../../../firmware/devices/sealed-files.ts';
import { parseStatement, statementText } from '../../../firmware/services/hot-list/statement.ts';
import { csvOf, delivery, libraryRig, MADE_MS, newFolder, platesOf, signed, statementOf } from './rig.ts';

const plates = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `ZQ${10_000 + from + index}`);

describe('a list that is taken', () => {
  test('is there whole, each entry by its ref, however its bytes were cut', async () => {
    const { library } = await libraryRig();
    for (const chunkBytes of [1, 7, 65_536]) {
      await library.take(delivery(csvOf(plates(600)), { chunkBytes }), 'unit');
      expect(await platesOf(library)).toEqual(plates(600));
    }
    const opened = library.open('ncic');
    expect(opened.entries.entry(599)).toEqual({
      list: 'ncic',
      entryId: 'line 601',
      text: 'ZQ10599',
      region: 'us-il',
      alertClass: 'stolen-vehicle',
      note: 'as the test has it',
    });
    expect(opened.head).toMatchObject({ source: 'NCIC', limitHours: 24, madeAt: { epochMs: MADE_MS } });
  });

  test('H2 replaces the one of its name as a whole, while a reader of the old one still has the old one', async () => {
    const { library } = await libraryRig();
    await library.take(delivery(csvOf(plates(300))), 'unit');
    const old = library.open('ncic');
    await library.take(delivery(csvOf(plates(2, 500)), { madeAtMs: MADE_MS + 1 }), 'unit');
    expect(await platesOf(library)).toEqual(plates(2, 500));
    expect(old.entries.entry(299).text).toBe('ZQ10299');
    expect(library.lists()).toEqual(['ncic']);
  });

  test('is on record, with who signed it and what was left out', async () => {
    const { library, records } = await libraryRig();
    const text = `plate,class,purpose\n0,amber,\nAB1,amber,towing\nAB2,amber,\n`;
    await library.take(delivery(text), 'unit');
    expect(records).toMatchObject([
      {
        action: 'hot-list.imported',
        by: 'unit',
        subject: 'ncic',
        detail: { records: 3, kept: 1, barred: 1, falsePlates: 1, signedBy: 'lists' },
      },
    ]);
  });

  test('lies sealed: nothing of it can be found in any byte of the folder', async () => {
    const { library, path } = await libraryRig();
    const listed = ['ZQXJ7731', 'KWV88204'];
    await library.take(
      delivery(`plate,class,note\n${listed[0]},amber,the canary note\n${listed[1]},silver,\n`),
      'unit',
    );
    const bytes = readdirSync(path).map((name) => readFileSync(join(path, name)));
    expect(bytes.length).toBeGreaterThan(0);
    for (const word of [...listed, 'canary', 'amber'])
      for (const each of bytes)
        for (const encoding of ['utf8', 'utf16le', 'base64', 'hex'] as const)
          expect(
            each.includes(
              encoding === 'utf8' || encoding === 'utf16le'
                ? Buffer.from(word, encoding)
                : Buffer.from(word).toString(encoding).slice(0, -2),
            ),
          ).toBe(false);
  });

  test('opens under its own key and name alone, and not when a byte or a block was changed', async () => {
    const { library, path, folder } = await libraryRig();
    await library.take(delivery(csvOf(plates(600))), 'unit');
    const file = join(path, readdirSync(path)[0]!);
    const whole = readFileSync(file);
    expect(() => sealedFiles(path, aesVault(new Uint8Array(32))).open('ncic')).toThrow(/vault|opened|sealed/i);
    writeFileSync(join(path, 'other.list'), whole);
    expect(() => folder.open('other')).toThrow();
    for (const at of [20, whole.length - 40]) {
      const changed = Buffer.from(whole);
      changed[at]! ^= 1;
      writeFileSync(file, changed);
      await expect(platesOf(library)).rejects.toThrow();
    }
    writeFileSync(file, whole.subarray(0, whole.length - 1));
    await expect(platesOf(library)).rejects.toThrow();
  });
});

describe('H9 barred records', () => {
  test('are dropped, counted, and never matched: no index is given them, and nothing of them is kept', async () => {
    const { library } = await libraryRig();
    const text = ['V1,O,20260101,AB1,IL,,,,,,', 'N2,O,20260101,AB2,IL,,,,,,', 'V3,O,20260101,AB3,IL,,,,,,'].join('\n');
    const taken = await library.take(delivery(text, { layout: 'ncic-csv' }), 'unit');
    expect(taken.counts).toMatchObject({ records: 3, kept: 2, barred: 1 });
    expect(await platesOf(library)).toEqual(['AB1', 'AB3']);
  });

  test.each(['immigration', 'traffic-fines', 'towing', 'health-care'])(
    'that serve %s are dropped under every profile',
    async (purpose) => {
      for (const profile of ['bloomington', 'isp', 'leroy', 'oakpark', 'schaumburg']) {
        const { library } = await libraryRig({ profile });
        const taken = await library.take(delivery(`plate,class,purpose\nAB1,amber,${purpose}\n`), 'unit');
        expect(taken.counts).toMatchObject({ kept: 0, barred: 1 });
      }
    },
  );

  test('of a list that was taken before its profile barred them are given to no index', async () => {
    const rig = await libraryRig();
    const lenient = {
      ...rig.profile,
      hot_list: { ...rig.profile.hot_list, barred_purposes: ['immigration' as const] },
    };
    const before = await libraryRig({ profile: lenient, path: rig.path });
    await before.library.take(delivery('plate,class,purpose\nAB1,amber,towing\nAB2,amber,\n'), 'unit');
    expect(await platesOf(before.library)).toEqual(['AB1', 'AB2']);
    expect(await platesOf(rig.library)).toEqual(['AB2']);
  });
});

describe('a list that is refused leaves the old one', () => {
  const bad = (text: string) => text.replace('us-il', 'nowhere');

  test.each([
    [
      'too many bad lines',
      () => delivery(bad(csvOf(plates(10)))),
      /1 of 10 lines are bad \(line 2: the region is none of/,
    ],
    [
      'another signature',
      () => delivery(csvOf(plates(10)), { key: generateKeyPairSync('ed25519').privateKey }),
      /no key of this unit/,
    ],
    [
      'no signature',
      () => ({ ...delivery(csvOf(plates(10))), statement: statementOf(csvOf(plates(10))) }),
      /not signed/,
    ],
    [
      'other bytes than were signed',
      () => ({ ...delivery(csvOf(plates(10))), chunks: delivery(csvOf(plates(11))).chunks }),
      /not the one that is stated/,
    ],
    [
      'an older list, signed as it is',
      () => delivery(csvOf(plates(10)), { madeAtMs: MADE_MS - 1 }),
      /older than the one/,
    ],
    ['the name of the local entries', () => delivery(csvOf(plates(10)), { list: 'local-entries' }), /unit's own/],
    ['a header that is not ours', () => delivery('plates\nAB1\n'), /header must name plate/],
    ['a source that breaks off', () => ({ ...delivery(csvOf(plates(10))), chunks: breaking() }), /cable/],
  ])('%s', async (_name, offered, message) => {
    const { library, records, path } = await libraryRig();
    await library.take(delivery(csvOf(plates(5))), 'unit');
    await expect(library.take(offered(), 'unit')).rejects.toThrow(message);
    expect(await platesOf(library)).toEqual(plates(5));
    expect(records.at(-1)).toMatchObject({ action: 'hot-list.refused', by: 'unit' });
    expect(JSON.stringify(records)).not.toContain('ZQ1');
    expect(readdirSync(path)).toEqual(['ncic.list']);
  });

  async function* breaking(): AsyncIterable<Uint8Array> {
    yield Buffer.from(csvOf(plates(3)));
    throw new Error('cable pulled');
  }

  test('bad lines below the share are named by number and reason, and the good ones are kept', async () => {
    const { library } = await libraryRig({ badLinesShareMax: 0.1 });
    const taken = await library.take(delivery(bad(csvOf(plates(10)))), 'unit');
    expect(taken).toMatchObject({
      counts: { kept: 9, bad: 1 },
      badLines: [{ line: 2, reason: expect.stringMatching(/^the region/) }],
    });
    expect(await platesOf(library)).toEqual(plates(9, 1));
  });

  test('a person at the unit may vouch for a list that is not signed, which is on record', async () => {
    const { library, records } = await libraryRig();
    const by = { name: 'd.jones', role: 'administrator' } as const;
    await library.take({ ...delivery(csvOf(plates(3))), statement: statementOf(csvOf(plates(3))), vouched: true }, by);
    expect(records).toMatchObject([{ action: 'hot-list.imported', by, detail: { signedBy: 'nobody' } }]);
  });
});

describe('what lists a unit may hold', () => {
  test('U7 a motor-carrier unit takes motor-carrier lists and nothing else; no other unit takes those', async () => {
    const carrier = await libraryRig({ unitKind: 'motor-carrier' });
    const patrol = await libraryRig({ unitKind: 'mobile' });
    const safety = () => delivery(csvOf(plates(1)), { list: 'dot', source: 'motor-carrier' });
    await carrier.library.take(safety(), 'unit');
    await expect(patrol.library.take(safety(), 'unit')).rejects.toThrow(/does not take lists of motor-carrier/);
    for (const source of ['NCIC', 'LEADS', 'SOS', 'AMBER', 'local'] as const)
      await expect(carrier.library.take(delivery(csvOf(plates(1)), { source }), 'unit')).rejects.toThrow(
        `does not take lists of ${source}`,
      );
  });

  test.each(['NCIC', 'LEADS', 'SOS', 'AMBER', 'local'] as const)(
    'H1 %s is a source of every profile',
    async (source) => {
      for (const profile of ['bloomington', 'isp', 'leroy', 'oakpark', 'schaumburg']) {
        const { library } = await libraryRig({ profile });
        expect(library.mayUse({ source })).toBe(true);
      }
    },
  );

  const local = (more = {}) =>
    JSON.stringify({
      plate: 'AB1',
      class: 'local-bolo',
      entered_by: 'a',
      approved_by: 'b',
      case_number: '1',
      synopsis: 's',
      expires_at: '2026-01-20T00:00:00Z',
      ...more,
    });
  const offered = (text: string) => delivery(text, { list: 'agency', source: 'local', layout: 'json' });

  test.each([
    ['H3 without who stands behind it', JSON.stringify({ plate: 'AB1', class: 'amber' }), /says who entered/],
    ['H5 that stands longer than 30 days', local({ expires_at: '2026-02-14T12:00:01Z' }), /stands longer/],
    ['H4 for a partial plate', local({ plate: 'AB1?' }), /partial plates are not taken/],
  ])('%s: an entry of a local list is a bad line', async (_name, line, message) => {
    const { library } = await libraryRig({ profile: 'bloomington' });
    await library.take(offered(local({ expires_at: '2026-02-14T12:00:00Z' })), 'unit');
    await expect(library.take(offered(line), 'unit')).rejects.toThrow(message);
  });

  test('H4 a partial plate is watched for where the profile says so', async () => {
    for (const profile of ['leroy', 'schaumburg']) {
      const { library } = await libraryRig({ profile });
      await library.take(offered(local({ plate: 'AB1*' })), 'unit');
      expect(await platesOf(library, 'agency')).toEqual(['AB1*']);
    }
  });
});

test('records = kept + bad + barred + false plates, for any mixture of lines', async () => {
  const { library } = await libraryRig({ badLinesShareMax: 1 });
  const line = fc.constantFrom(
    'AB1,amber,',
    'AB2,amber,towing',
    '0,amber,',
    '???,amber,',
    'AB3,nothing,',
    '',
    'AB4,amber,wanted-person',
  );
  let madeAtMs = MADE_MS;
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 600 }), async (lines) => {
      const { counts } = await library.take(
        delivery(`plate,class,purpose\n${lines.join('\n')}`, { madeAtMs: madeAtMs++ }),
        'unit',
      );
      expect(counts.kept + counts.bad + counts.barred + counts.falsePlates).toBe(counts.records);
      expect(counts.records).toBe(lines.filter((each) => each !== '').length);
      expect(await platesOf(library)).toHaveLength(counts.kept);
    }),
    { numRuns: 30 },
  );
});

describe('a statement', () => {
  test('is read back as it was written', () => {
    const { signed: parts, ...statement } = signed(statementOf('x', { source: 'AMBER' }));
    const text = statementText(Buffer.from(parts.body).toString(), parts.signature);
    expect(parseStatement(text, 'a file')).toEqual({
      ...statement,
      signed: { ...parts, body: Buffer.from(parts.body) },
    });
  });

  test('with any of its bytes changed is refused, or another statement that its signature does not hold for', async () => {
    const { library } = await libraryRig();
    const text = csvOf(plates(2));
    const whole = signed(statementOf(text));
    const written = statementText(Buffer.from(whole.signed.body).toString(), whole.signed.signature);
    const signatureEnds = written.length - 1; // without the line's end
    await fc.assert(
      fc.asyncProperty(fc.nat(signatureEnds - 1), fc.integer({ min: 32, max: 126 }), async (at, code) => {
        fc.pre(written.charCodeAt(at) !== code);
        const changed = written.slice(0, at) + String.fromCharCode(code) + written.slice(at + 1);
        const take = async () =>
          library.take({ ...delivery(text), statement: parseStatement(changed, 'a file') }, 'unit');
        await expect(take()).rejects.toThrow();
      }),
    );
    expect(library.lists()).toEqual([]);
    expect(() => parseStatement(written.replace('==\n', '\n'), 'a file')).toThrow(/not base64/);
  });
});

test('a library of a folder that another program uses leaves its unfinished list alone', async () => {
  const path = newFolder();
  const { folder } = await libraryRig({ path });
  await using writer = await folder.replace('ncic');
  await writer.add(['1 AB1,amber']);
  await libraryRig({ path });
  await writer.commit('{}');
  expect(folder.lists()).toEqual(['ncic']);
});
