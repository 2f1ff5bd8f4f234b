import { describe, expect, test } from 'vitest';
import { nativeEngine } from '../../firmware/devices/native-engine.ts';
import { shippedModels } from '../../firmware/unit.ts';
import { openVision } from '../../firmware/vision.ts';
import { FramePool } from '../../native/index.ts';
import { Dice } from '../../sim/dice.ts';
import { type Look, looksOf } from '../../sim/looks.ts';
import { readScenario } from '../../sim/scenario.ts';
import { bytesPerFrame } from '../../sim/street.ts';
import { compared, comparisons, lookCounts, outcomesOf, type SeenVehicle, tableOf } from '../../sim/voting.ts';
import { readingOf } from '../pipeline/readings.ts';

/** A vehicle whose looks read as given, each with its certainty a character. */
function vehicle(
  id: string,
  plate: string,
  looks: readonly (readonly [text: string, certainty: number])[],
): SeenVehicle {
  return {
    id,
    plate,
    light: 'day',
    looks: looks.map(([text, certainty]) => ({ reading: readingOf({ text, certainty }), widthPx: 60, speedMps: 5 })),
  };
}

const times = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);

describe('the measure of voting', () => {
  test('sees the gain where the most confident look is wrong and the others outvote it', () => {
    const loud = [['KV528L9', 0.9] as const, ...times(4, ['KV52819', 0.89] as const)];
    const { single, gains, vehicles } = compared(
      'all',
      outcomesOf(times(20, vehicle('1', 'KV52819', loud)), new Dice('test')),
    );
    expect(vehicles).toBe(20);
    expect(single).toBeCloseTo(0.8, 9);
    const five = gains.find(({ looks }) => looks === 5)!;
    expect(five).toMatchObject({ best: 0, vote: 1, gain: 1, within: 0 });
  });

  test('sees the loss where the most confident look is right and the others agree on another text', () => {
    const looks = [['KV52819', 0.95] as const, ...times(4, ['KV52879', 0.9] as const)];
    const { gains } = compared('all', outcomesOf([vehicle('1', 'KV52819', looks)], new Dice('test')));
    expect(gains.at(-1)!.gain).toBe(-1);
  });

  test('leaves out vehicles with too few looks, and is the same for one seed', () => {
    const few = vehicle('few', 'KV52819', times(4, ['KV52819', 0.9] as const));
    const mixed = vehicle('mixed', 'KV52819', [
      ...times(4, ['KV52819', 0.8] as const),
      ...times(4, ['KV52879', 0.7] as const),
    ]);
    const once = comparisons([few, mixed], new Dice('test'));
    expect(once.map(({ group, vehicles }) => [group, vehicles])).toContainEqual(['50 px and more', 1]);
    expect(once[0]).toMatchObject({ group: 'all', vehicles: 1 });
    expect(comparisons([few, mixed], new Dice('test'))).toEqual(once);
    const [, , row] = tableOf(once);
    expect(row!.split('|')).toHaveLength(2 + 3 + 3 * lookCounts.length);
  });
});

describe('looks at the street', () => {
  test('are of the vehicle whose plate they lie on, and the same for one seed', async () => {
    const scenario = readScenario('quiet-day');
    const pool = FramePool.create({ slots: 2, bytesPerSlot: bytesPerFrame(scenario) });
    const vision = await openVision({ pool, engine: nativeEngine(), modelsFolder: shippedModels, backend: 'auto' });
    const run = async () => {
      const looks: Look[] = [];
      for await (const frame of looksOf({ scenario, seed: 1, seconds: 2, vision, pool })) looks.push(...frame);
      return looks.map(({ reading, of }) => [reading.plate.reveal(), of?.vehicle.plate?.text, of?.widthPx] as const);
    };
    const first = await run();
    const wide = first.filter(([, , widthPx]) => widthPx !== undefined && widthPx > 60);
    expect(wide.length).toBeGreaterThan(5);
    expect(wide.filter(([text, truth]) => text === truth).length).toBeGreaterThan(0.8 * wide.length);
    expect(pool.free).toBe(pool.slots);
    expect(await run()).toEqual(first);
  });
});
