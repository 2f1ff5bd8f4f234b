/** Storing a detection durably: encode, one transaction, one flush to the disk that holds the temporary folder. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alprEncoder } from '../devices/message-encoder.ts';
import { openSqliteStore } from '../devices/sqlite-store.ts';
import { newKey } from '../devices/store/key-slots.ts';
import { systemClock } from '../devices/system-clock.ts';
import type { Detection, Picture } from '../domain/detection.ts';
import { noFix } from '../domain/fix.ts';
import { uuidV7 } from '../domain/identifier.ts';
import { Plate } from '../domain/plate.ts';
import type { Stopwatch } from './stopwatch.ts';
import { movingWork } from './work.ts';

/** As large as the pictures of a 1280x720 frame at the default quality. */
const CONTEXT_BYTES = 120_000;
const PLATE_BYTES = 8_000;

export async function timeStore(stopwatch: Stopwatch): Promise<void> {
  if (!stopwatch.wants('store append', 'store')) return;
  const folder = await mkdtemp(join(tmpdir(), 'platekeeper-bench-'));
  try {
    const clock = systemClock();
    using store = openSqliteStore({ folder, encode: alprEncoder, clock, unitKeys: [newKey()] });
    let count = 0;
    const run = () => store.append({ detection: detectionOf(count++), hits: [] });
    await stopwatch.time({
      name: 'store append',
      kind: 'store',
      work: movingWork(2 * (CONTEXT_BYTES + PLATE_BYTES)),
      run,
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A detection of the usual size; `count` tells it from others. */
export function detectionOf(count: number): Detection {
  const plate = new Plate('BENCH01');
  const wall = { epochMs: 1_700_000_000_000 + count, quality: { source: 'simulated' as const } };
  const random = new Uint8Array(10);
  new DataView(random.buffer).setUint32(4, count);
  return {
    id: uuidV7(wall.epochMs, random),
    unit: { agency: 'bench', unit: 'bench', kind: 'stationary', bootId: '00' },
    camera: 'bench',
    plate,
    confidence: 0.9,
    characters: [],
    candidates: [{ plate, confidence: 0.9, rank: 0.9, series: [] }],
    settledBy: [],
    region: { code: 'us', confidence: 0.5, others: [] },
    wall,
    firstSeen: wall,
    lastSeen: wall,
    fix: noFix,
    frameSequence: count,
    frameWidth: 1280,
    frameHeight: 720,
    exposure: {},
    box: [0, 0, 100, 40],
    quad: [
      [0, 0],
      [100, 0],
      [100, 40],
      [0, 40],
    ],
    looks: [],
    plateImage: picture(PLATE_BYTES),
    contextImage: picture(CONTEXT_BYTES),
  };
}

function picture(byteCount: number): Picture {
  return {
    mediaType: 'image/jpeg',
    width: 1280,
    height: 720,
    bytes: new Uint8Array(byteCount).map((_, i) => (i * 2_654_435_761) >>> 24),
  };
}
