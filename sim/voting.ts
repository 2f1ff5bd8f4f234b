/**
 * What voting gains: of the same few looks at one vehicle, is their vote right more often than the most confident of them?
 * Right is the whole text but for 0/O and 1/I, as a confidence counts it. Pure and seeded. Each vehicle counts once, by
 * the mean over several draws of its looks, and the gain is paired by vehicle, so that easy and hard vehicles do not blur
 * it; its interval is of 95 %.
 */
import type { Plate } from '../firmware/domain/plate.ts';
import type { Reading } from '../firmware/domain/reading.ts';
import { foldedText } from '../firmware/pipeline/ranking.ts';
import { vote } from '../firmware/pipeline/vote.ts';
import type { Dice } from './dice.ts';

export interface SeenVehicle {
  readonly id: string;
  readonly plate: string;
  readonly light: string;
  readonly looks: readonly { readonly reading: Reading; readonly widthPx: number; readonly speedMps: number }[];
}

/** How many looks vote. */
export const lookCounts = [2, 3, 5] as const;
const LOOKS_MIN = Math.max(...lookCounts);
const DRAWS = 4;

export interface Gain {
  readonly looks: number;
  /** Shares right, 0 to 1: of the most confident of the looks, and of their vote. */
  readonly best: number;
  readonly vote: number;
  /** Vote less best, and half of its 95 % interval. */
  readonly gain: number;
  readonly within: number;
}

export interface Comparison {
  readonly group: string;
  readonly vehicles: number;
  /** Share right of a look by chance. */
  readonly single: number;
  readonly gains: readonly Gain[];
}

/** One vehicle's shares right over the draws, by `lookCounts`. */
export interface Outcome {
  readonly light: string;
  readonly single: number;
  readonly best: readonly number[];
  readonly vote: readonly number[];
}

/** Vehicles with fewer looks than the largest vote asks for are left out, so that all columns are of the same ones. */
export function outcomesOf(seen: readonly SeenVehicle[], dice: Dice): Outcome[] {
  return seen.filter(({ looks }) => looks.length >= LOOKS_MIN).map((each) => outcomeOf(each, dice.fork(each.id)));
}

export function compared(group: string, outcomes: readonly Outcome[]): Comparison {
  return {
    group,
    vehicles: outcomes.length,
    single: mean(outcomes.map(({ single }) => single)),
    gains: lookCounts.map((looks, index) => {
      const best = outcomes.map((each) => each.best[index]!);
      const voted = outcomes.map((each) => each.vote[index]!);
      const gains = voted.map((share, vehicle) => share - best[vehicle]!);
      const gain = mean(gains);
      const deviation = Math.sqrt(mean(gains.map((each) => (each - gain) ** 2)));
      return { looks, best: mean(best), vote: mean(voted), gain, within: (1.96 * deviation) / Math.sqrt(gains.length) };
    }),
  };
}

function outcomeOf({ plate, light, looks }: SeenVehicle, dice: Dice): Outcome {
  const isRight = (text: { plate: Plate }) => (foldedText(text.plate.reveal()) === foldedText(plate) ? 1 : 0);
  const draws = Array.from({ length: DRAWS }, () => drawn(looks, LOOKS_MIN, dice).map(({ reading }) => reading));
  const shares = (choose: (readings: readonly Reading[]) => { plate: Plate }) =>
    lookCounts.map((count) => mean(draws.map((readings) => isRight(choose(readings.slice(0, count))))));
  return {
    light,
    single: mean(looks.map(({ reading }) => isRight(reading))),
    best: shares((readings) => readings.reduce((a, b) => (b.confidence > a.confidence ? b : a))),
    vote: shares((readings) => vote(readings)),
  };
}

/** `count` of the items without repetition, in a random order. */
function drawn<T>(items: readonly T[], count: number, dice: Dice): T[] {
  const left = [...items];
  return Array.from({ length: count }, () => left.splice(dice.integer(left.length), 1)[0]!);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

type SeenLook = SeenVehicle['looks'][number];

const widths = [20, 30, 40, 50, 1000];
const speeds = [0, 4, 8, 12, 100];

/** All together, then by light, by the plate's width and by speed. */
export function comparisons(seen: readonly SeenVehicle[], dice: Dice): Comparison[] {
  const whole = outcomesOf(seen, dice.fork('whole'));
  const lights = [...new Set(seen.map(({ light }) => light))];
  const bands = (limits: readonly number[], unit: string, of: (look: SeenLook) => number) =>
    limits.slice(1).map((to, index) => {
      const from = limits[index]!;
      const name = index === limits.length - 2 ? `${from} ${unit} and more` : `${from} to ${to} ${unit}`;
      const within = (look: SeenLook) => of(look) >= from && of(look) < to;
      const part = seen.map((each) => ({ ...each, looks: each.looks.filter(within) }));
      return compared(name, outcomesOf(part, dice.fork(name)));
    });
  return [
    compared('all', whole),
    ...lights.map((light) =>
      compared(
        light,
        whole.filter((each) => each.light === light),
      ),
    ),
    ...bands(widths, 'px', ({ widthPx }) => widthPx),
    ...bands(speeds, 'm/s', ({ speedMps }) => speedMps),
  ];
}

/** The comparisons as a table for docs/measured.md. */
export function tableOf(rows: readonly Comparison[]): string[] {
  const percent = (share: number) => (100 * share).toFixed(1);
  const heads = lookCounts.map((count) => `best of ${count} | vote of ${count} | gain`);
  return [
    `| | vehicles | one look | ${heads.join(' | ')} |`,
    `|---|${'---|'.repeat(2 + 3 * lookCounts.length)}`,
    ...rows
      .filter(({ vehicles }) => vehicles > 0)
      .map(({ group, vehicles, single, gains }) => {
        const cells = gains.map(
          (each) =>
            `${percent(each.best)} | ${percent(each.vote)} | ${each.gain < 0 ? '−' : '+'}${percent(Math.abs(each.gain))} ± ${percent(each.within)}`,
        );
        return `| ${group} | ${vehicles} | ${percent(single)} | ${cells.join(' | ')} |`;
      }),
  ];
}
