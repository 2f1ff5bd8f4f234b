/** Keys of the store on a disk that is cut off at any moment. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DayKeys, STEPS_A_DAY } from '../../../firmware/devices/store/day-keys.ts';
import {
  type KeyChange,
  type KeySlots,
  newKey,
  openKeySlots,
  slotFiles,
} from '../../../firmware/devices/store/key-slots.ts';
import { faultOf } from '../../../firmware/domain/fault.ts';

const unitKey = new Uint8Array(32).fill(7);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slots-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const names = ['a/1', 'a/2', 'b/1', 'hold/7'];
const change: fc.Arbitrary<KeyChange & { readonly name: string }> = fc
  .record({ name: fc.constantFrom(...names), by: fc.option(fc.nat({ max: 5 })) })
  .map(({ name, by }) => (by === null ? { name } : { name, kept: { position: by, key: newKey() } }));

test('R1 U9 a cut in any write to the slots leaves each key as it was or as it was to be, and the next opening mends both copies', () => {
  const torn = fc.record({
    file: fc.constantFrom(0, 1),
    // Bytes of this write that reached the disk; the rest is as before.
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    backwards: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 12 }),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      torn,
      (done, last, cut) => {
        const own = mkdtempSync(join(folder, 'law-'));
        const positions = new Map<string, number>();
        // A key's position only grows.
        const grown = (each: KeyChange): KeyChange => {
          if (each.kept === undefined) return each;
          const position = (positions.get(each.name) ?? 0) + each.kept.position;
          positions.set(each.name, position);
          return { name: each.name, kept: { position, key: each.kept.key.slice() } };
        };
        let before: Map<string, string>;
        let after: Map<string, string>;
        {
          using slots = openKeySlots(own, [unitKey]);
          for (const each of done) slots.change([grown(each)]);
          before = contentsOf(slots);
          cpSync(own, `${own}-before`, { recursive: true });
          slots.change(last.map(grown));
          after = contentsOf(slots);
        }
        const cutFolder = `${own}-cut`;
        mkdirSync(cutFolder);
        for (const [at, name] of slotFiles.entries()) {
          const [old, next] = [`${own}-before`, own].map((each) => readFileSync(join(each, name)));
          const bytes = at < cut.file ? next! : at > cut.file ? old! : tornOf(old!, next!, cut);
          writeFileSync(join(cutFolder, name), bytes);
        }
        using reopened = openKeySlots(cutFolder, [unitKey]);
        const found = contentsOf(reopened);
        for (const name of names) expect([before.get(name), after.get(name)]).toContain(found.get(name));
        const [one, other] = slotFiles.map((name) => readFileSync(join(cutFolder, name)));
        const length = Math.max(one!.length, other!.length);
        expect(padded(one!, length).equals(padded(other!, length))).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

test('R1 a key that was destroyed or moved on is nowhere in the files, wrapped or not', () => {
  using slots = openKeySlots(folder, [unitKey]);
  const key = newKey();
  slots.change([{ name: 'a/1', kept: { position: 1, key: key.slice() } }]);
  const wrapped = readFileSync(join(folder, slotFiles[0])).subarray(46, 107);
  slots.change([{ name: 'a/1', kept: { position: 2, key: newKey() } }]);
  for (const name of slotFiles) {
    const bytes = readFileSync(join(folder, name));
    expect(bytes.includes(wrapped)).toBe(false);
    expect(bytes.includes(Buffer.from(key))).toBe(false);
  }
});

test('U9 keys open under their unit key alone, and under either while it is changed', () => {
  const next = new Uint8Array(32).fill(9);
  const key = newKey();
  {
    using slots = openKeySlots(folder, [unitKey]);
    slots.change([{ name: 'a/1', kept: { position: 0, key: key.slice() } }]);
  }
  expect(codeOf(() => openKeySlots(folder, [next]))).toBe('vault.damaged');
  {
    using slots = openKeySlots(folder, [unitKey, next]);
    slots.rewrap(next);
  }
  using slots = openKeySlots(folder, [next]);
  expect(contentsOf(slots).get('a/1')).toBe(`0 ${Buffer.from(key).toString('hex')}`);
  expect(codeOf(() => openKeySlots(folder, [unitKey]))).toBe('vault.damaged');
});

test('R1 what a step sealed opens until it is forgotten, and never after, whatever was copied of the keys since', () => {
  const steps = fc.uniqueArray(fc.nat({ max: 3 * STEPS_A_DAY }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(steps, fc.nat({ max: 3 * STEPS_A_DAY + 1 }), (all, before) => {
      const own = mkdtempSync(join(folder, 'law-'));
      const sealed = new Map<number, Uint8Array>();
      {
        using slots = openKeySlots(own, [unitKey]);
        const keys = new DayKeys(slots, 'detections');
        // Life only goes on.
        for (const step of all.toSorted((a, b) => a - b))
          sealed.set(step, keys.seal(step, Buffer.from(`piece of ${step}`), 'bound'));
        keys.forget(before);
      }
      using slots = openKeySlots(own, [unitKey]);
      const keys = new DayKeys(slots, 'detections');
      for (const [step, piece] of sealed) {
        const opened = keys.open(step, piece, 'bound');
        expect(opened && Buffer.from(opened).toString()).toBe(step < before ? undefined : `piece of ${step}`);
      }
    }),
    { numRuns: 60 },
  );
});

function contentsOf(slots: KeySlots): Map<string, string> {
  return new Map(
    slots.names('').map((name) => {
      const { position, key } = slots.get(name)!;
      return [name, `${position} ${Buffer.from(key).toString('hex')}`];
    }),
  );
}

function tornOf(old: Buffer, next: Buffer, cut: { share: number; backwards: boolean }): Buffer {
  const at = Math.floor(next.length * cut.share);
  const was = padded(old, next.length);
  return cut.backwards
    ? Buffer.concat([was.subarray(0, at), next.subarray(at)])
    : Buffer.concat([next.subarray(0, at), was.subarray(at)]);
}

function padded(bytes: Buffer, length: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(Math.max(0, length - bytes.length))]);
}

function codeOf(work: () => Disposable): string | undefined {
  try {
    work()[Symbol.dispose]();
  } catch (error) {
    return faultOf(error)?.code;
  }
  return undefined;
}
