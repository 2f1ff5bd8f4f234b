/**
 * The hot list in memory: how long a plate takes to be found or not, exactly and by confusable characters, and what the index weighs, from
 * a thousand entries to ten million. Each call is timed by itself, as it is the slow ones that count; half the plates asked for are listed.
 * Worst cases: every plate of the list is of one form (AA99999), so that neighbours are often listed too, and no character is sure.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../devices/system-clock.ts';
import type { ReadPlate } from '../domain/matched.ts';
import { Plate } from '../domain/plate.ts';
import { isPrintedBy } from '../pipeline/known-series.ts';
import { type LoadedList, Matcher } from '../services/hot-list/matcher.ts';
import type { PlateIndex } from '../services/hot-list/plate-index.ts';
import { PlateIndexBuilder } from '../services/hot-list/plate-index-builder.ts';
import { keyInto, plateKey } from '../services/hot-list/plate-key.ts';
import { WATCHES_MAX } from '../services/hot-list/watch.ts';
import { type Chart, svgOf } from './chart.ts';
import { measuredOn } from './machine.ts';
import type { Stopwatch, Times } from './stopwatch.ts';

/** Entries of the largest list that a unit is to hold. */
const WANTED = 5_000_000;
const SIZES = [1e3, 1e4, 1e5, 1e6, WANTED, 1e7];
const CALLS = 50_000;
const ROUNDS = 3;
/** Not counted. */
const WARM_UPS = 10_000;

export async function timeHotLists(
  stopwatch: Stopwatch,
  { draw }: { readonly draw: string | undefined },
): Promise<void> {
  const sizes = SIZES.filter((entries) => ways.some((way) => stopwatch.wants(named(way, entries), 'index')));
  for (const entries of sizes) timeSize(stopwatch, entries);
  if (stopwatch.wants(watching, 'index')) timeWatches(stopwatch);
  if (draw === undefined || sizes.length < SIZES.length) return;
  await mkdir(draw, { recursive: true });
  await writeFile(join(draw, 'hot-list.svg'), svgOf(chartOf(stopwatch)));
}

const ways = ['exact', 'fuzzy'] as const;
type Way = (typeof ways)[number];

const watching = `match, ${WATCHES_MAX} partial plates`;

function named(way: Way, entries: number): string {
  return `${way}, ${entries.toLocaleString('en')} entries`;
}

function timeSize(stopwatch: Stopwatch, entries: number): void {
  const index = indexOf(entries);
  const plates = Array.from({ length: CALLS }, (_, call) => plateOf(call % 2 === 0 ? call % entries : entries + call));
  const reads = plates.map(unsureRead);
  const key = plateKey();
  const matcher = matcherOf(index);
  const asked: Record<Way, (call: number) => unknown> = {
    exact: (call) => {
      keyInto(key, plates[call]!);
      return index.entriesOf(key);
    },
    fuzzy: (call) => matcher.hitsOf(reads[call]!),
  };
  for (const way of ways) {
    const name = named(way, entries);
    if (stopwatch.wants(name, 'index')) stopwatch.add({ name, kind: 'index', holds: index.bytes }, timesOf(asked[way]));
  }
}

function timeWatches(stopwatch: Stopwatch): void {
  const builder = new PlateIndexBuilder();
  for (let ref = 0; ref < WATCHES_MAX; ref++) {
    const text = plateOf(ref);
    builder.add({ text: `*${text.slice(1, 3)}?${text.slice(4)}`, region: 'us-il', alertClass: 'local-bolo', ref });
  }
  const matcher = matcherOf(builder.build());
  const reads = Array.from({ length: CALLS }, (_, call) => unsureRead(plateOf(call)));
  stopwatch.add(
    { name: watching, kind: 'index' },
    timesOf((call) => matcher.hitsOf(reads[call]!)),
  );
}

/** The round that was least disturbed by what else the machine does. */
function timesOf(run: (call: number) => unknown): Times {
  for (let call = 0; call < WARM_UPS; call++) run(call);
  const rounds = Array.from({ length: ROUNDS }, () => roundOf(run));
  return rounds.reduce((best, round) => (round.cpuMs < best.cpuMs ? round : best));
}

function roundOf(run: (call: number) => unknown): Times {
  const wall = new Array<number>(CALLS).fill(0);
  const before = process.cpuUsage();
  for (let call = 0; call < CALLS; call++) {
    const began = performance.now();
    run(call);
    wall[call] = performance.now() - began;
  }
  const { user, system } = process.cpuUsage(before);
  return { wall, cpuMs: (user + system) / 1000 / CALLS };
}

function indexOf(entries: number): PlateIndex {
  const builder = new PlateIndexBuilder();
  for (let ref = 0; ref < entries; ref++)
    builder.add({ text: plateOf(ref), region: 'us-il', alertClass: 'stolen-vehicle', ref });
  return builder.build();
}

function matcherOf(index: PlateIndex): Matcher {
  const clock = systemClock();
  const list: LoadedList = {
    head: { list: 'bench', source: 'LEADS', madeAt: clock.wall(), limitHours: 24 },
    index,
    entries: {
      entry: (ref) => ({ list: 'bench', entryId: '', text: plateOf(ref), alertClass: 'stolen-vehicle', note: '' }),
    },
  };
  const matcher = new Matcher({ now: () => clock.wall(), log: { event: () => {} }, isPrintedBy });
  matcher.replace([list]);
  return matcher;
}

function unsureRead(text: string): ReadPlate {
  const distribution = new Float32Array(0);
  const characters = Array.from(text, (character) => ({ character, confidence: 0.5, distribution }));
  return { plate: new Plate(text), characters, region: { code: 'us-il', confidence: 0.95, others: [] } };
}

/** Another plate for each number, as drawn by chance: a number is multiplied by what has no factor in common with how many there are. */
function plateOf(number: number): string {
  const mixed = Number((BigInt(number) * 40_503_001n) % 67_600_000n);
  const letters = Math.floor(mixed / 100_000);
  return (
    String.fromCharCode(65 + Math.floor(letters / 26), 65 + (letters % 26)) + String(mixed % 100_000).padStart(5, '0')
  );
}

function chartOf(stopwatch: Stopwatch): Chart {
  const rows = new Map(stopwatch.rows().map((row) => [row.name, row]));
  const series = ways.flatMap((way) =>
    (['median', 'p99'] as const).map((which) => ({
      name: `${way}, ${which === 'median' ? 'median' : '99th percentile'}`,
      points: SIZES.map(
        (entries) => [Math.log10(entries), 1000 * rows.get(named(way, entries))![`${which}_ms`]] as const,
      ),
    })),
  );
  return {
    title: 'Time to hold a plate against a hot list by its entries',
    x: { name: 'entries', unit: 'as a power of ten' },
    y: { name: 'time', unit: 'µs' },
    series,
    note: measuredOn(),
  };
}
