import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawPlateArt } from '../../sim/art/plate-art.ts';
import { Dice } from '../../sim/dice.ts';
import { designsOf, drawPlate, type PlateMix, readDesigns } from '../../sim/plates.ts';
import { readScenario } from '../../sim/scenario.ts';

const designs = readDesigns();
const mix: PlateMix = { regions: ['us', 'br', 'de'], home: 'us-il', homeShare: 0.3, heldBack: 'with' };

describe('plates', () => {
  test('every text fits its design’s pattern', () => {
    const allowed = designsOf(mix, designs);
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const plate = drawPlate(mix, allowed, new Dice(seed));
        const { pattern, letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' } = plate.design;
        expect(plate.pressed).toHaveLength(pattern.length);
        [...pattern].forEach((mark, i) => {
          if (mark === 'A') expect(letters).toContain(plate.pressed[i]);
          else if (mark === '9') expect(plate.pressed[i]).toMatch(/\d/);
          else expect(plate.pressed[i]).toBe(mark);
        });
        expect(plate.text).toBe(plate.pressed.replace(/[ ·-]/g, ''));
      }),
    );
  });

  test('held-back designs are left out, mixed in, or alone, as the mix says', () => {
    const held = (heldBack: PlateMix['heldBack']) =>
      new Set(designsOf({ ...mix, heldBack }, designs).map((design) => design.held_back));
    expect(held('without')).toEqual(new Set([false]));
    expect(held('only')).toEqual(new Set([true]));
    expect(held('with')).toEqual(new Set([false, true]));
  });

  test('a region does not let in another that begins with the same letters', () => {
    for (const design of designsOf({ ...mix, regions: ['us-i', 'us-il'] }, designs))
      expect(design.region).toBe('us-il');
  });

  test('a mix that nothing fits is refused', () => {
    expect(() => designsOf({ ...mix, regions: ['moon'] }, designs)).toThrow(RangeError);
  });

  test('the busy and the dark scenario show held-back designs, in fonts that training never sees, and the others none', () => {
    const seen = new Set(designs.filter((design) => !design.held_back).map((design) => design.font));
    for (const [name, expected] of [
      ['rush-hour', true],
      ['night-ir', true],
      ['quiet-day', false],
      ['patrol', false],
    ] as const) {
      const { regions, home, home_share: homeShare, held_back: heldBack } = readScenario(name).plates;
      const street = { regions, home, homeShare, heldBack };
      const allowed = designsOf(street, designs);
      const dice = new Dice(name);
      const drawn = Array.from({ length: 300 }, () => drawPlate(street, allowed, dice).design);
      const unseen = drawn.filter((design) => design.held_back);
      expect(unseen.length > 9, name).toBe(expected);
      expect(
        unseen.some((design) => !seen.has(design.font)),
        name,
      ).toBe(expected);
    }
  });

  test('a field that the street does not know is refused, so that no design is drawn without what it asks for', () => {
    const folder = mkdtempSync(join(tmpdir(), 'designs-'));
    const path = join(folder, 'designs.json');
    writeFileSync(path, JSON.stringify([{ ...designs[0], hologram: true }]));
    expect(() => readDesigns(path)).toThrow(/hologram/);
    rmSync(folder, { recursive: true });
  });

  test('every design can be drawn, and its characters stand out from the ground by day and under infrared', () => {
    for (const design of designsOf({ ...mix, regions: [...new Set(designs.map((each) => each.region))] }, designs)) {
      const plate = drawPlate(mix, [design], new Dice(design.name));
      const art = drawPlateArt(plate, new Dice(design.name));
      for (const { data, width, height } of [art.day, art.infrared]) {
        const middle = [
          ...data.subarray(Math.floor(height * 0.5) * width, Math.floor(height * 0.5) * width + width),
        ].sort((a, b) => a - b);
        const spread = middle[Math.floor(width * 0.92)]! - middle[Math.floor(width * 0.08)]!;
        expect(spread, `${design.name}`).toBeGreaterThan(35);
      }
    }
  });
});
