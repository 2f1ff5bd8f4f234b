/**
 * Whether frames leave garbage that stays: what JavaScript holds (heap, and memory outside it) after 1,000 frames and after 10,000, half of
 * them a street with a plate and half noise. Rubbish is collected before each reading, so what is told is what is held.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { FramePool } from '../../native/index.ts';
import { nativeEngine } from '../devices/native-engine.ts';
import { sharpCodec } from '../devices/sharp-codec.ts';
import { systemClock } from '../devices/system-clock.ts';
import { noFix } from '../domain/fix.ts';
import type { Geometry, Lease, PlacedFrame } from '../domain/frame.ts';
import { shippedModels } from '../unit.ts';
import { openVision } from '../vision.ts';

export interface Steadiness {
  readonly frames: readonly [early: number, late: number];
  readonly heldMiB: readonly [early: number, late: number];
  /** Of the later to the earlier. */
  readonly ratio: number;
}

export interface SteadyOptions {
  /** A picture with a plate in it. */
  readonly picture: string;
  readonly frames?: readonly [early: number, late: number];
  /** Frames under way at once. */
  readonly threads?: number;
}

const BYTES_PER_PIXEL = 3;

export async function measureSteadiness({
  picture,
  frames: [early, late] = [1000, 10_000],
  threads = 1,
}: SteadyOptions): Promise<Steadiness> {
  const engine = nativeEngine();
  const codec = sharpCodec(engine.lumaOf);
  const { width, height } = await codec.inspect(picture);
  const pool = FramePool.create({ slots: 2, bytesPerSlot: BYTES_PER_PIXEL * width * height });
  const [street, noise] = [pool.acquire()!, pool.acquire()!];
  const geometry = await codec.decode(picture, pool.bytesOf(street));
  fillWithNoise(pool.bytesOf(noise));
  const vision = await openVision({ pool, engine, modelsFolder: shippedModels, backend: 'auto', threads });
  const held: number[] = [];
  let seen = 0;
  for await (const _ of vision.look(looks({ street, noise, geometry, count: late }))) {
    seen += 1;
    if (seen === early || seen === late) held.push(heldMiB());
  }
  pool.release(street);
  pool.release(noise);
  const [before, after] = held as [number, number];
  return { frames: [early, late], heldMiB: [before, after], ratio: after / before };
}

export function steadyLine({ frames, heldMiB: [before, after], ratio }: Steadiness): string {
  const [early, late] = frames;
  return `held after ${early} frames ${before.toFixed(2)} MiB, after ${late} ${after.toFixed(2)} MiB: ratio ${ratio.toFixed(4)}`;
}

/** Heap and what lies outside it, array buffers with it, when nothing is left to collect. */
function heldMiB(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // The second finds what the first one's finalizers let go.
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

interface Views {
  readonly street: Lease;
  readonly noise: Lease;
  readonly geometry: Geometry;
  readonly count: number;
}

async function* looks({ street, noise, geometry, count }: Views): AsyncIterable<PlacedFrame> {
  const clock = systemClock();
  for (let sequence = 0; sequence < count; sequence++) {
    yield {
      camera: 'bench',
      sequence,
      geometry,
      lease: sequence % 2 === 0 ? street : noise,
      wall: clock.wall(),
      monotonic: clock.monotonic(),
      exposure: {},
      fix: noFix,
    };
  }
}

/** The same for every run: a linear congruence (Numerical Recipes' constants), its upper bytes. */
function fillWithNoise(bytes: Uint8Array): void {
  let state = 1;
  for (let i = 0; i < bytes.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = state >>> 24;
  }
}
