/** The vision thread: frames in order whatever is read beside it, and no lease left over however a look ends. */
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nativeEngine } from '../../firmware/devices/native-engine.ts';
import { sharpCodec } from '../../firmware/devices/sharp-codec.ts';
import { openVisionThread, type VisionThread } from '../../firmware/devices/vision-thread.ts';
import { noFix } from '../../firmware/domain/fix.ts';
import type { Geometry, PlacedFrame } from '../../firmware/domain/frame.ts';
import { monotonicMs } from '../../firmware/domain/instant.ts';
import { shippedModels } from '../../firmware/unit.ts';
import { FramePool } from '../../native/index.ts';

const STREET = fileURLToPath(new URL('../../docs/street.jpg', import.meta.url));
const [width, height] = [1280, 720];
const codec = sharpCodec(nativeEngine().lumaOf);

let pool: FramePool;
let thread: VisionThread;
let street: { readonly geometry: Geometry; readonly pixels: Uint8Array };

async function opened(threads: number): Promise<void> {
  pool = FramePool.create({ slots: 6, bytesPerSlot: 3 * width * height });
  const lease = pool.acquire()!;
  const pixels = pool.bytesOf(lease);
  const geometry = await codec.decode(STREET, pixels);
  street = { geometry, pixels: pixels.slice() };
  pool.release(lease);
  const options = {
    modelsFolder: shippedModels,
    backend: 'native',
    search: 'whole',
    glances: false,
    stillness: undefined,
    known: undefined,
  } as const;
  thread = await openVisionThread(pool, { ...options, threads });
}

/** `plate` or nothing at all, by turns. */
function frame(sequence: number): PlacedFrame {
  const lease = pool.acquire()!;
  if (sequence % 3 === 2) pool.bytesOf(lease).fill(90);
  else pool.bytesOf(lease).set(street.pixels);
  const { geometry } = street;
  const wall = { epochMs: 0, quality: { source: 'simulated' as const } };
  return { camera: 'c', sequence, geometry, lease, wall, monotonic: monotonicMs(sequence), exposure: {}, fix: noFix };
}

async function* frames(count: number): AsyncIterable<PlacedFrame> {
  for (let sequence = 0; sequence < count; sequence++) yield frame(sequence);
}

describe.each([1, 2, 3])('with %i frames under way', (threads) => {
  beforeEach(() => opened(threads));
  afterEach(() => thread[Symbol.asyncDispose]());

  test('gives every frame in order with what it shows, and counts the CPU time of every thread', async () => {
    const texts: string[] = [];
    let cpuMs = 0;
    for await (const seen of thread.look(frames(9))) {
      expect(seen.frame.sequence).toBe(texts.length);
      texts.push(seen.readings.map(({ plate }) => plate.reveal()).join());
      cpuMs += seen.cpuMs;
      pool.release(seen.frame.lease);
    }
    const [shown] = texts;
    expect(shown).not.toBe('');
    expect(texts).toEqual(Array.from({ length: 9 }, (_, sequence) => (sequence % 3 === 2 ? '' : shown)));
    const tallies = thread.tallies();
    expect(tallies.reduce((sum, tally) => sum + tally.cpuMs, 0)).toBeCloseTo(cpuMs, 6);
    for (const tally of tallies) expect(tally).toMatchObject({ held: 0, cpuMs: expect.any(Number) });
    expect(pool.free).toBe(pool.slots);
  });

  test('holds no lease when the consumer leaves, and looks again afterwards', async () => {
    for await (const seen of thread.look(frames(9))) {
      pool.release(seen.frame.lease);
      break;
    }
    expect(pool.free).toBe(pool.slots);
    for await (const seen of thread.look(frames(2))) pool.release(seen.frame.lease);
    expect(pool.free).toBe(pool.slots);
  });

  test('holds no lease when the source fails', async () => {
    async function* failing() {
      yield* frames(4);
      throw new Error('dark');
    }
    const look = async () => {
      for await (const seen of thread.look(failing())) pool.release(seen.frame.lease);
    };
    await expect(look()).rejects.toThrow('dark');
    expect(pool.free).toBe(pool.slots);
  });

  test('holds no lease when the thread fails while frames are under way', async () => {
    async function* broken() {
      yield* frames(2);
      const last = frame(2);
      yield { ...last, geometry: { ...last.geometry, strideBytes: 1 } };
      yield frame(3);
    }
    const look = async () => {
      for await (const seen of thread.look(broken())) pool.release(seen.frame.lease);
    };
    await expect(look()).rejects.toMatchObject({ code: 'vision.ended' });
    expect(pool.free).toBe(pool.slots);
  });
});
