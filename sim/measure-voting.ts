/**
 * `voting`: measures on the simulated street, with the real models, what voting over two to five looks gains over the
 * best single one. Three lights, each on its scenario's own street with more traffic, so that a frame shows more vehicles.
 */
import { parseArgs } from 'node:util';
import type { Console } from '../firmware/commands/console.ts';
import { nativeEngine } from '../firmware/devices/native-engine.ts';
import { Fault } from '../firmware/domain/fault.ts';
import type { Vision } from '../firmware/ports/vision.ts';
import { shippedModels } from '../firmware/unit.ts';
import { openVision } from '../firmware/vision.ts';
import { FramePool } from '../native/index.ts';
import { Dice } from './dice.ts';
import { looksOf } from './looks.ts';
import { readScenario, type Scenario } from './scenario.ts';
import { bytesPerFrame } from './street.ts';
import { comparisons, type SeenVehicle, tableOf } from './voting.ts';

const options = {
  vehicles: { type: 'string', default: '150' },
  seed: { type: 'string', default: '100' },
  models: { type: 'string', default: shippedModels },
} as const;

/** Frames a second, at which a plate of each street gives some ten looks or more. */
const streets = [
  { light: 'day', scenario: 'quiet-day', rateHz: 12 },
  { light: 'night, infrared', scenario: 'night-ir', rateHz: 15 },
  { light: 'dusk, rush hour', scenario: 'rush-hour', rateHz: 5 },
] as const;
const PER_MINUTE_MIN = 24;
const SECONDS = 20;
const SLOTS = 2;

export async function votingCommand(args: readonly string[], { out, error }: Console): Promise<number> {
  const { values } = parseArgs({ args: [...args], options });
  const wanted = wholeNumber('--vehicles', values.vehicles);
  const seed = wholeNumber('--seed', values.seed);
  const seen: SeenVehicle[] = [];
  for (const { light, scenario: name, rateHz } of streets) {
    const scenario = fuller(readScenario(name), rateHz);
    const pool = FramePool.create({ slots: SLOTS, bytesPerSlot: bytesPerFrame(scenario) });
    const vision = await openVision({ pool, engine: nativeEngine(), modelsFolder: values.models, backend: 'auto' });
    const here: SeenVehicle[] = [];
    for (let run = seed; here.length < wanted; run++) {
      here.push(...(await vehiclesOf(scenario, { light, seed: run, vision, pool })));
      error(`${light}: ${here.length} of ${wanted} vehicles after ${run - seed + 1} runs of ${SECONDS} s`);
    }
    seen.push(...here);
  }
  out(
    `Simulated; seeds from ${seed} on, at least ${wanted} vehicles a light. Right: the whole text but for 0/O and 1/I. Shares in %, intervals of 95 %.`,
  );
  for (const line of tableOf(comparisons(seen, new Dice(`voting/${seed}`)))) out(line);
  return 0;
}

function fuller(scenario: Scenario, rateHz: number): Scenario {
  const lane = scenario.lane.map((each) => ({ ...each, per_minute: Math.max(PER_MINUTE_MIN, each.per_minute) }));
  return { ...scenario, camera: { ...scenario.camera, rate_hz: rateHz }, lane };
}

interface Run {
  readonly light: string;
  readonly seed: number;
  readonly vision: Vision;
  readonly pool: FramePool;
}

async function vehiclesOf(scenario: Scenario, { light, ...run }: Run): Promise<SeenVehicle[]> {
  const vehicles = new Map<string, SeenVehicle & { looks: SeenVehicle['looks'][number][] }>();
  for await (const looks of looksOf({ scenario, seconds: SECONDS, ...run })) {
    for (const { reading, of } of looks) {
      if (of === undefined) continue;
      const id = `${light}/${run.seed}/${of.vehicle.id}`;
      const known = vehicles.get(id) ?? { id, light, plate: of.vehicle.plate!.text, looks: [] };
      vehicles.set(id, known);
      known.looks.push({ reading, widthPx: of.widthPx, speedMps: of.speedMps });
    }
  }
  return [...vehicles.values()];
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Fault('usage', `${name}: a whole number from 1, not "${text}".`);
  return value;
}
