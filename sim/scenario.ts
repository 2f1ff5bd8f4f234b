/**
 * Scenarios: what street, light, weather, traffic and camera a run has. One TOML file each in sim/scenarios; every key
 * is checked, an unknown one or a value out of range is a fault that says where and what is allowed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { z } from 'zod';
import { unitKinds } from '../firmware/domain/detection.ts';
import { Fault } from '../firmware/domain/fault.ts';

const degrees = z.number().min(-180).max(180);
const position = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: degrees,
  altitude_m: z.number().default(0),
});

const laneSchema = z.strictObject({
  /** Middle of the lane to the right of the road's zero. */
  x_m: z.number().min(-30).max(30),
  width_m: z.number().min(2).max(5).default(3.3),
  /** `away` shows rears, `toward` fronts, `parked` rears that stand. */
  direction: z.enum(['away', 'toward', 'parked']),
  per_minute: z.number().min(0).max(120),
  speed_mps: z.number().min(0).max(70),
  /** Standard deviation of the speed between vehicles; 0 where traffic flows as one. */
  speed_spread_mps: z.number().min(0).max(10).default(0),
  /** Stop-and-go: the share of the speed that comes and goes, and how often. */
  wave_share: z.number().min(0).max(1).default(0),
  wave_period_s: z.number().min(5).max(600).default(40),
  /** Only before a moving unit: how near it is let come before the lane is changed. */
  moves_over_at_m: z.number().min(3).max(60).optional(),
});

const schema = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  summary: z.string(),
  start: z.iso.datetime(),
  unit_kind: z.enum(unitKinds),
  place: position.extend({ heading_deg: z.number().min(0).max(360) }),
  light: z.strictObject({
    kind: z.enum(['day', 'dusk', 'night']),
    /** Light on a surface, with shutter and gain: 1 = a white sheet nearly saturates. */
    ambient: z.number().min(0).max(3),
    lamps: z.boolean(),
  }),
  weather: z.strictObject({ rain: z.number().min(0).max(1), haze: z.number().min(0).max(0.6) }),
  camera: z.strictObject({
    width: z.int().min(320).max(4096),
    height: z.int().min(240).max(3072),
    format: z.enum(['grey', 'nv12']),
    rate_hz: z.number().min(0.5).max(120),
    height_m: z.number().min(0.3).max(12),
    offset_m: z.number().min(-20).max(20),
    tilt_deg: z.number().min(-10).max(60),
    yaw_deg: z.number().min(-60).max(60),
    focal_px: z.number().min(200).max(20000),
    shutter_us: z.number().min(10).max(20000),
    gain: z.number().min(1).max(64),
    read_noise: z.number().min(0).max(20),
    shot_noise: z.number().min(0).max(2),
  }),
  /** Every `every`-th exposure is lit by the strobe; the others see only what shines by itself. */
  strobe: z
    .strictObject({
      pulse_us: z.number().min(10).max(5000),
      every: z.int().min(1).max(10),
      /** Light at `reference_m` on a diffuse white surface; a plate's sheet sends back `retro_gain` times that. */
      power: z.number().min(0).max(5),
      reference_m: z.number().min(1).max(100),
      retro_gain: z.number().min(1).max(200),
    })
    .optional(),
  plates: z.strictObject({
    regions: z.array(z.string()).min(1),
    home: z.string().optional(),
    home_share: z.number().min(0).max(1).default(0),
    held_back: z.enum(['without', 'with', 'only']),
    /** Share of vehicles without a plate on the end that the camera sees. */
    missing_share: z.number().min(0).max(1).default(0),
  }),
  lane: z.array(laneSchema).min(1).max(8),
  /** The unit's own vehicle, where it has one. */
  own: z
    .strictObject({ speed_mps: z.number().min(0).max(60), course: z.array(z.tuple([z.number(), z.number()])).min(2) })
    .optional(),
  gps: z.strictObject({ error_m: z.number().min(0).max(100), satellites: z.int().min(0).max(32) }),
});

export type Scenario = z.infer<typeof schema>;
export type Lane = Scenario['lane'][number];

const folder = new URL('./scenarios/', import.meta.url);

export function scenarioNames(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.toml'))
    .map((file) => file.slice(0, -'.toml'.length))
    .sort();
}

/** Reads a scenario by name. Throws Fault `config.unreadable`, `config.unknown-key` or `config.invalid-value`. */
export function readScenario(name: string): Scenario {
  if (!scenarioNames().includes(name)) {
    throw new Fault('config.invalid-value', `There is no scenario "${name}"; there are ${scenarioNames().join(', ')}.`);
  }
  return parseScenario(readFileSync(new URL(`${name}.toml`, folder), 'utf8'), `sim/scenarios/${name}.toml`);
}

export function parseScenario(text: string, where: string): Scenario {
  let raw: unknown;
  try {
    raw = parse(text);
  } catch (error) {
    throw new Fault(
      'config.unreadable',
      `${where}: ${error instanceof Error ? error.message.split('\n')[0] : ''}`,
      error,
    );
  }
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  // A misspelt key is two issues, an unknown one and a missing one: the unknown one tells more.
  const { issues } = result.error;
  const issue = issues.find((each) => each.code === 'unrecognized_keys') ?? issues[0]!;
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => (path ? `${path}.${key}` : key)).join(', ');
    throw new Fault('config.unknown-key', `${where}: ${keys}`, result.error);
  }
  throw new Fault('config.invalid-value', `${where}: ${path || 'the file'}: ${issue.message}`, result.error);
}
