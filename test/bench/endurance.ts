/**
 * The long run: a unit exactly as `run` starts it, a 1080p camera at 30 frames a second with one to four plates in every
 * frame, a Mosquitto with TLS, for minutes; watched from outside by what its health says and what the kernel counts.
 *
 *   node test/bench/endurance.ts [--minutes 10]
 *
 * Prints a line for each health message, then each bar with what was seen; the exit status is 1 when one is not met. The
 * camera replays ten seconds of the simulated street over and over (1 GB beside the temporary files), so the street is
 * simulated and the load is not.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { v1 } from '../../firmware/devices/alpr-codec.ts';
import { FramePool } from '../../native/index.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { readScenario, type Scenario } from '../../sim/scenario.ts';
import { bytesPerFrame, openStreet } from '../../sim/street.ts';
import { startMosquitto } from '../broker/mosquitto.ts';
import { subscribe } from '../broker/subscriber.ts';
import { unitFile } from '../commands/unit-file.ts';

const CLIP_FRAMES = 300;
const HEALTH_MS = 5000;
/** While the unit warms up (compiler, caches), its memory is not held against it. */
const WARM_MS = 60_000;
const bars = { residentMiB: 220, lagP99Ms: 20, growth: 0.02 } as const;

interface Sample {
  readonly atMs: number;
  readonly residentMiB: number;
  readonly framesIn: number;
  readonly dropped: number;
  readonly lagP99Ms: number;
  readonly cpuSeconds: number;
  readonly detections: number;
}

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
process.exitCode = await endure(Number(values.minutes) * 60_000);

async function endure(durationMs: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'endurance-'));
  try {
    const scenario = sharper(readScenario('rush-hour'));
    const clip = join(folder, 'clip.nv12');
    await writeClip(scenario, clip);
    const samples = await watch({ scenario, clip, folder, durationMs });
    return verdict(samples) ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The same street at 1920x1080, NV12. */
function sharper(scenario: Scenario): Scenario {
  const { camera } = scenario;
  const focal_px = (camera.focal_px * 1920) / camera.width;
  return { ...scenario, camera: { ...camera, focal_px, width: 1920, height: 1080, format: 'nv12', rate_hz: 30 } };
}

/** Frames of the street in which one to four plates can be read. */
async function writeClip(scenario: Scenario, path: string): Promise<void> {
  const bytes = bytesPerFrame(scenario);
  const pool = FramePool.create({ slots: 2, bytesPerSlot: bytes });
  await using street = openStreet({ scenario, seed: 1, pool });
  await using file = await open(path, 'w');
  const perFrame = new Map<number, number>();
  let written = 0;
  for await (const { lease, wall } of street.camera.frames(new AbortController().signal)) {
    const inView = street.truth().filter(({ left_ms, visible }) => visible && left_ms >= wall.epochMs - 1).length;
    if (inView >= 1 && inView <= 4) {
      await file.write(pool.bytesOf(lease), 0, bytes);
      perFrame.set(inView, (perFrame.get(inView) ?? 0) + 1);
      written += 1;
    }
    pool.release(lease);
    if (written === CLIP_FRAMES) break;
  }
  const counts = [...perFrame].sort(([a], [b]) => a - b).map(([plates, frames]) => `${plates} plates ${frames}`);
  console.log(`${written} frames of ${scenario.camera.width}x${scenario.camera.height}: ${counts.join(', ')}`);
}

interface Watch {
  readonly scenario: Scenario;
  readonly clip: string;
  readonly folder: string;
  readonly durationMs: number;
}

async function watch({ scenario, clip, folder, durationMs }: Watch): Promise<Sample[]> {
  await using mosquitto = await startMosquitto();
  await using health = await subscribe(mosquitto, 'alpr/v1/bench/endurance/health', 'endurance');
  const { width, height, format, rate_hz } = scenario.camera;
  const config = await unitFile({
    folder,
    mosquitto,
    tables: {
      unit: { agency: 'bench', id: 'endurance' },
      camera: { kind: 'replay', clip, repeat: true, width, height, format, rate_hz },
      health: { interval_ms: HEALTH_MS },
    },
  });
  // As `npm run platekeeper` starts it, but for npm.
  const [, ...start] = packageJson.scripts.platekeeper.split(' ');
  const unit = spawn(process.execPath, [...start, 'run', '--config', config], {
    stdio: ['ignore', 'ignore', 'inherit'],
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
  });
  const samples: Sample[] = [];
  const began = performance.now();
  while (performance.now() - began < durationMs) {
    await health.until((messages) => messages.length > samples.length);
    const sample = sampleOf(health.messages[samples.length]!.payload, unit.pid!, performance.now() - began);
    samples.push(sample);
    console.log(lineOf(sample));
  }
  await ended(unit);
  return samples;
}

async function ended(unit: ChildProcess): Promise<void> {
  const exit = once(unit, 'exit');
  unit.kill('SIGTERM');
  await exit;
}

function sampleOf(payload: Uint8Array, pid: number, atMs: number): Sample {
  const health = v1.Health.decode(payload);
  const stage = (name: string) => health.stages!.find((each) => each.stage === name);
  const count = (items: { low: number } | null | undefined) => items?.low ?? 0;
  const capture = stage('capture');
  const dropped = (capture?.drops ?? []).reduce((sum, { items }) => sum + count(items), 0);
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  // Fields 14 and 15 of proc(5), counted behind the name in brackets, in ticks of 10 ms.
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ').slice(11, 13).map(Number);
  return {
    atMs,
    residentMiB: Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024,
    framesIn: count(capture?.itemsIn),
    dropped,
    lagP99Ms: health.mainThread?.lagP99Ms ?? 0,
    cpuSeconds: (user! + system!) / 100,
    detections: count(stage('store')?.itemsOut),
  };
}

function lineOf({ atMs, residentMiB, framesIn, dropped, lagP99Ms, cpuSeconds, detections }: Sample): string {
  const seconds = (atMs / 1000).toFixed(0).padStart(4);
  const frames = `${framesIn} frames, ${dropped} dropped, ${detections} detections`;
  return `${seconds} s  ${frames}, ${residentMiB.toFixed(0)} MiB, lag p99 ${lagP99Ms.toFixed(1)} ms, CPU ${cpuSeconds.toFixed(0)} s`;
}

/** Prints each bar and whether it was met. */
function verdict(samples: readonly Sample[]): boolean {
  const last = samples.at(-1)!;
  const warm = samples.filter(({ atMs }) => atMs > WARM_MS);
  const measured = warm.length > 0 ? warm : samples;
  const resident = measured.map(({ residentMiB }) => residentMiB);
  const third = Math.ceil(resident.length / 3);
  const median = (each: readonly number[]) => each.toSorted((a, b) => a - b)[Math.floor(each.length / 2)]!;
  const growth = median(resident.slice(-third)) / median(resident.slice(0, third)) - 1;
  const lag = Math.max(...measured.map(({ lagP99Ms }) => lagP99Ms));
  const rate = (last.framesIn - samples[0]!.framesIn) / ((last.atMs - samples[0]!.atMs) / 1000);
  const results: [string, boolean][] = [
    [`${rate.toFixed(2)} frames a second (30)`, rate > 29.9],
    [`${last.dropped} of ${last.framesIn} frames dropped (0)`, last.dropped === 0],
    [`main thread's lag, worst p99 of 5 s ${lag.toFixed(1)} ms (${bars.lagP99Ms})`, lag <= bars.lagP99Ms],
    [
      `resident at most ${Math.max(...resident).toFixed(0)} MiB (${bars.residentMiB})`,
      Math.max(...resident) <= bars.residentMiB,
    ],
    [`resident, last third over first ${(100 * growth).toFixed(1)} % (${100 * bars.growth} %)`, growth <= bars.growth],
  ];
  for (const [what, met] of results) console.log(`${met ? 'met    ' : 'NOT MET'} ${what}`);
  return results.every(([, met]) => met);
}
