import { describe, expect, test } from 'vitest';
import { Dice } from '../../sim/dice.ts';
import { readScenario, scenarioNames } from '../../sim/scenario.ts';
import { hides, TruthKeeper } from '../../sim/truth.ts';
import { type Placed, World } from '../../sim/world.ts';

const worldOf = (name: string, seed = '1') => new World(readScenario(name), new Dice(seed));

describe('traffic', () => {
  test.each(scenarioNames())('in %s no two vehicles of a lane are in the same place', (name) => {
    const world = worldOf(name);
    for (let timeMs = 0; timeMs < 60_000; timeMs += 100) {
      const placed = world.vehiclesAt(timeMs);
      for (const each of placed) {
        const ahead = placed.filter((other) => other.vehicle.lane === each.vehicle.lane && other.zM > each.zM);
        for (const other of ahead) expect(other.zM - each.zM, `${name} at ${timeMs}`).toBeGreaterThan(5);
      }
    }
  });

  test('asking for a moment changes nothing, in whatever order moments are asked for', () => {
    const [straight, jumping] = [worldOf('rush-hour'), worldOf('rush-hour')];
    const places = (placed: readonly Placed[]) =>
      placed.map(({ vehicle, zM }) => [vehicle.id, vehicle.plate?.text, zM]);
    const times = Array.from({ length: 40 }, (_, i) => i * 500);
    const expected = new Map(times.map((timeMs) => [timeMs, places(straight.vehiclesAt(timeMs))]));
    for (const timeMs of [...times].reverse()) expect(places(jumping.vehiclesAt(timeMs))).toEqual(expected.get(timeMs));
  });

  test.each([
    ['quiet-day', 22],
    ['rush-hour', 72],
    ['night-ir', 20],
  ])('in %s about %i vehicles come a minute', (name, rate) => {
    const world = worldOf(name);
    const seen = new Set<string>();
    for (let timeMs = 0; timeMs < 600_000; timeMs += 500)
      for (const { vehicle } of world.vehiclesAt(timeMs)) seen.add(vehicle.id);
    expect(seen.size / 10).toBeGreaterThan(rate * 0.6);
    expect(seen.size / 10).toBeLessThan(rate * 1.3);
  });
});

describe('truth', () => {
  const truthOf = (name: string, exposures: number) => {
    const world = worldOf(name);
    const keeper = new TruthKeeper(world, 0);
    const { rate_hz } = world.scenario.camera;
    for (let sequence = 0; sequence < exposures; sequence++) keeper.expose(sequence, (sequence * 1000) / rate_hz);
    return keeper.truth();
  };

  test.each(scenarioNames())('in %s most of what passes can be read, each once', (name) => {
    const truth = truthOf(name, 900);
    expect(truth.length).toBeGreaterThan(8);
    expect(truth.filter((each) => each.visible).length).toBeGreaterThan(truth.length * 0.5);
    for (const each of truth) expect(each.left_ms).toBeGreaterThanOrEqual(each.entered_ms);
  });

  test('a vehicle right behind another hides the plate of the one before it, one beside it does not', () => {
    const world = worldOf('patrol');
    const [some] = world.vehiclesAt(5000).filter((each) => each.vehicle.plate);
    const at = (xM: number, zM: number): Placed => ({ ...some!, xM, zM });
    expect(hides(at(0, 6), at(0, 14), world)).toBe(true);
    expect(hides(at(3.3, 6), at(0, 14), world)).toBe(false);
    expect(hides(at(0, 14), at(0, 6), world)).toBe(false);
  });
});
