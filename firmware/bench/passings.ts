/**
 * What follows vision: a vehicle's looks made into a detection with its pictures. The looks are those at the photograph's first plate, as
 * far apart as the frames of a camera.
 */
import { randomBytes } from 'node:crypto';
import { FramePool } from '../../native/index.ts';
import { loadConfig } from '../config/load.ts';
import { nativeEngine } from '../devices/native-engine.ts';
import { sharpCodec } from '../devices/sharp-codec.ts';
import { systemClock } from '../devices/system-clock.ts';
import { monotonicMs } from '../domain/instant.ts';
import type { FrameReadings } from '../domain/reading.ts';
import { Tally } from '../domain/tally.ts';
import { track } from '../pipeline/track.ts';
import { openLooker } from './looks.ts';
import type { Stopwatch } from './stopwatch.ts';

const LOOKS = 5;
const LOOKS_APART_MS = 33;

export async function timePassings(stopwatch: Stopwatch, picture: string): Promise<void> {
  const tracking = `stage track, a vehicle of ${LOOKS} looks`;
  if (!stopwatch.wants(tracking, 'stage')) return;
  await stopwatch.time({ name: tracking, kind: 'stage', run: await trackingOf(picture) });
}

/** A run of the stage over one vehicle, from its looks to its detection. */
async function trackingOf(picture: string): Promise<() => Promise<void>> {
  const engine = nativeEngine();
  const codec = sharpCodec(engine.lumaOf);
  const { width, height } = await codec.inspect(picture);
  const pool = FramePool.create({ slots: 1, bytesPerSlot: 3 * width * height });
  const lease = pool.acquire()!;
  const geometry = await codec.decode(picture, pool.bytesOf(lease));
  const looker = await openLooker(3 * width * height);
  const { frame, readings } = (await looker.look({ geometry, data: pool.bytesOf(lease) }, 1)).last;
  const config = await loadConfig(undefined);
  const tools = {
    pool,
    engine,
    codec,
    entropy: { bytes: (count: number) => new Uint8Array(randomBytes(count)) },
    clock: systemClock(),
    unit: { agency: 'bench', unit: 'bench', kind: 'stationary' as const, bootId: '00' },
    tally: new Tally('track'),
    looksMin: config.track.looks_min,
    // Every vehicle is to become a detection, whose pictures are what costs.
    confidenceMin: 0,
    plateMin: 0,
    gapMs: config.track.gap_ms,
    lastsMsMax: config.track.lasts_ms_max,
    soughtConfidenceMin: config.track.sought_confidence_min,
    sought: () => false,
    heldMax: 1,
    contextWidthMax: config.evidence.context_width_max,
    jpegQuality: config.evidence.jpeg_quality,
  };
  const [reading] = readings;
  async function* looks(): AsyncIterable<FrameReadings> {
    for (let sequence = 0; sequence < LOOKS; sequence++) {
      pool.retain(lease);
      const monotonic = monotonicMs(frame.monotonic + sequence * LOOKS_APART_MS);
      const look = { ...reading!, frameSequence: sequence, monotonic };
      yield {
        frame: { ...frame, sequence, monotonic, lease },
        candidates: [look.candidate],
        readings: [look],
        known: [],
        cpuMs: 0,
      };
    }
  }
  return async () => {
    let count = 0;
    for await (const detection of track(looks(), tools)) count += detection.looks.length;
    if (count !== LOOKS) throw new Error(`${count} of ${LOOKS} looks became a detection.`);
  };
}
