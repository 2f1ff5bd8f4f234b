/**
 * `read`: photographs in, what stands on their plates out, through the same stages as the camera. One JSON line a
 * photograph in the order given, or a table for people. A file that is no picture is said and skipped.
 */
import { parseArgs } from 'node:util';
import { FramePool } from '../../native/index.ts';
import { nativeEngine } from '../devices/native-engine.ts';
import { replayCamera } from '../devices/replay-camera.ts';
import { sharpCodec } from '../devices/sharp-codec.ts';
import { systemClock } from '../devices/system-clock.ts';
import { openVisionThread } from '../devices/vision-thread.ts';
import { type Search, searches } from '../domain/candidate.ts';
import { Fault, faultOf } from '../domain/fault.ts';
import { noFix } from '../domain/fix.ts';
import { exactConfidence, type FrameReadings, type Reading, shownText } from '../domain/reading.ts';
import type { RegionShare } from '../domain/region.ts';
import { Tally } from '../domain/tally.ts';
import { capture } from '../pipeline/capture.ts';
import { type BackendChoice, backendNames } from '../ports/inference.ts';
import { shippedModels } from '../unit.ts';
import { annotate } from './annotate.ts';
import type { Console } from './console.ts';

/** Frames that are under way at once, and one being decoded. */
const SLOTS = 4;
const BYTES_PER_PIXEL = 3;

const options = {
  json: { type: 'boolean', default: false },
  backend: { type: 'string', default: 'auto' },
  annotate: { type: 'string' },
  models: { type: 'string', default: shippedModels },
  search: { type: 'string', default: 'thorough' },
  scores: { type: 'boolean', default: false },
} as const;

/** @returns 0, or 1 when a file was no picture. */
export async function readCommand(args: readonly string[], { out, error }: Console): Promise<number> {
  const { values, positionals: paths } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (paths.length === 0) throw new Fault('usage', 'read: name at least one photograph.');
  let failed = 0;
  for await (const result of readPhotographs(paths, {
    backend: backendFrom(values.backend),
    modelsFolder: values.models,
    search: searchFrom(values.search),
    glances: !values.scores,
  })) {
    if (result.kind === 'failed') failed += 1;
    if (values.json) out(JSON.stringify(jsonOf(result, values.scores)));
    else if (result.kind === 'failed') error(`${result.path}: ${result.fault.message}`);
    else for (const line of tableOf(result)) out(line);
    if (values.annotate !== undefined && result.kind === 'read') {
      await annotate(result.path, result.seen.readings, values.annotate);
    }
  }
  return failed === 0 ? 0 : 1;
}

export type ReadResult =
  | { readonly kind: 'read'; readonly path: string; readonly seen: FrameReadings }
  | { readonly kind: 'failed'; readonly path: string; readonly fault: Fault };

/** Reads photographs in order. Throws a fault only when nothing can be read at all (no engine, no models). */
export async function* readPhotographs(
  paths: readonly string[],
  vision: {
    readonly backend: BackendChoice;
    readonly modelsFolder: string;
    readonly search: Search;
    readonly glances: boolean;
  },
): AsyncIterable<ReadResult> {
  const clock = systemClock();
  const engine = nativeEngine();
  const codec = sharpCodec(engine.lumaOf);
  const pool = FramePool.create({ slots: SLOTS, bytesPerSlot: BYTES_PER_PIXEL * (await largest(paths, codec)) });
  const failures = new Map<number, Fault>();
  const camera = replayCamera(() => Promise.resolve(paths), {
    name: 'photographs',
    pool,
    codec,
    clock,
    rateHz: undefined,
    repeat: false,
    skipped: (sequence, fault) => failures.set(sequence, fault),
  });
  await using thread = await openVisionThread(pool, { ...vision, threads: 1, stillness: undefined, known: undefined });
  const frames = capture(camera, {
    pool,
    clock,
    tally: new Tally('capture'),
    log: { event: () => {} },
    queueFrames: 0,
    reopenMs: 0,
    signal: new AbortController().signal,
    fix: () => noFix,
    time: (frame) => frame.wall,
  });
  let next = 0;
  for await (const seen of thread.look(frames)) {
    yield* failedUntil(seen.frame.sequence);
    pool.release(seen.frame.lease);
    yield { kind: 'read', path: paths[seen.frame.sequence]!, seen };
    next = seen.frame.sequence + 1;
  }
  yield* failedUntil(paths.length);

  function* failedUntil(sequence: number): Iterable<ReadResult> {
    for (; next < sequence; next++) yield { kind: 'failed', path: paths[next]!, fault: failures.get(next)! };
  }
}

/** Pixels of the largest photograph that can be inspected; the others fail when it is their turn. */
async function largest(paths: readonly string[], codec: ReturnType<typeof sharpCodec>): Promise<number> {
  const sizes = await Promise.all(
    paths.map((path) =>
      codec.inspect(path).then(
        ({ width, height }) => width * height,
        (error) => (faultOf(error) === undefined ? Promise.reject(error) : 0),
      ),
    ),
  );
  return Math.max(1, ...sizes);
}

function searchFrom(name: string): Search {
  const search = searches.find((each) => each === name);
  if (search === undefined) throw new Fault('usage', `--search: one of ${searches.join(', ')}, not "${name}".`);
  return search;
}

export function backendFrom(name: string): BackendChoice {
  const choices: readonly string[] = ['auto', ...backendNames];
  if (!choices.includes(name)) throw new Fault('usage', `--backend: one of ${choices.join(', ')}, not "${name}".`);
  return name as BackendChoice;
}

/** The line that outside tools read: DESIGN, "read --json". @param scores puts `scoresOf` into each detection. */
function jsonOf(result: ReadResult, scores: boolean): object {
  if (result.kind === 'failed') {
    return { image: result.path, error: { code: result.fault.code, message: result.fault.message } };
  }
  const { frame, readings, cpuMs } = result.seen;
  return {
    image: result.path,
    width: frame.geometry.width,
    height: frame.geometry.height,
    detections: readings.map((reading) => ({
      plate: reading.plate.reveal(),
      confidence: rounded(exactConfidence(reading), 4),
      box: reading.candidate.box.map((value) => rounded(value, 1)),
      ...(scores ? scoresOf(reading) : {}),
      quad: reading.candidate.quad.map((point) => point.map((value) => rounded(value, 1))),
      region: { ...regionOf(reading.region), others: reading.region.others.map(regionOf) },
      characters: reading.characters.map(({ character, confidence, settled, unknown }) => ({
        character,
        confidence: rounded(confidence, 4),
        ...(settled ? { settled } : {}),
        ...(unknown ? { unknown } : {}),
      })),
      candidates: reading.candidates.map(({ plate, confidence, rank, series }) => ({
        plate: plate.reveal(),
        confidence: rounded(confidence, 6),
        rank: rounded(rank, 6),
        series,
      })),
      settled_by: reading.settledBy,
    })),
    milliseconds: rounded(cpuMs, 2),
  };
}

function regionOf({ code, confidence }: RegionShare) {
  return { code, confidence: rounded(confidence, 4) };
}

/** What the gate went by, which is one glance, and what it made of it: for fitting it anew. */
function scoresOf({ candidate, confidence }: Reading): object {
  const { score, looksLogOdds = 0, plateLogOdds = 0 } = candidate;
  return {
    score: rounded(score, 4),
    confidence: rounded(confidence, 4),
    looks_log_odds: rounded(looksLogOdds, 4),
    plate_log_odds: rounded(plateLogOdds, 4),
  };
}

function rounded(value: number, places: number): number {
  return Number(value.toFixed(places));
}

function tableOf({ path, seen }: Extract<ReadResult, { kind: 'read' }>): string[] {
  const size = `${seen.frame.geometry.width}x${seen.frame.geometry.height}`;
  const head = `${path}  ${size}  ${seen.cpuMs.toFixed(1)} ms`;
  if (seen.readings.length === 0) return [head, '  no plate'];
  return [head, ...seen.readings.map(lineOf)];
}

function lineOf(reading: Reading): string {
  const [x, y, width, height] = reading.candidate.box.map(Math.round);
  const weakest = reading.characters.reduce((a, b) => (b.confidence < a.confidence ? b : a));
  return [
    `  ${shownText(reading.characters).padEnd(10)}`,
    `${(100 * exactConfidence(reading)).toFixed(1).padStart(5)} %`,
    `weakest ${weakest.character} ${(100 * weakest.confidence).toFixed(0)} %`.padEnd(17),
    `${reading.region.code} ${(100 * reading.region.confidence).toFixed(0)} %`.padEnd(12),
    `at ${x},${y} ${width}x${height}`.padEnd(22),
    reading.candidates[0]!.series[0] ?? 'no known series',
  ].join('  ');
}
