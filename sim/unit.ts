/** What a unit on the simulated street is made of: its configuration and its devices, for `simulate`, for tests and for measurements. */
import { join } from 'node:path';
import { loadConfig } from '../firmware/config/load.ts';
import type { Config } from '../firmware/config/schema.ts';
import { serialPort } from '../firmware/devices/serial-port.ts';
import { sharpCodec } from '../firmware/devices/sharp-codec.ts';
import type { Engine } from '../firmware/ports/engine.ts';
import type { Entropy } from '../firmware/ports/entropy.ts';
import type { Log } from '../firmware/ports/log.ts';
import type { UnitDevices } from '../firmware/unit.ts';
import type { FramePool } from '../native/index.ts';
import type { Dice } from './dice.ts';
import type { Street } from './street.ts';

/** `folder`: for its store and keys; `slots`: of its frame pool. Frames wait for vision where `queueFrames` is 0, as they can where the street's time waits too. */
export async function configOn(
  street: Street,
  {
    folder,
    slots,
    queueFrames = 0,
  }: { readonly folder: string; readonly slots: number; readonly queueFrames?: number },
): Promise<Config> {
  const config = await loadConfig(undefined);
  const { latitude = 0, longitude = 0 } = street.surveyedPosition ?? {};
  return {
    ...config,
    profile: 'bloomington',
    unit: {
      agency: 'simulated',
      id: 'street-1',
      kind: street.unitKind,
      surveyed: { ...config.unit.surveyed, latitude, longitude },
    },
    // A line that is closed to try another rate loses what is said meanwhile, and the street waits for every byte.
    gps: { ...config.gps, baud_rate: 9600 },
    pool: { ...config.pool, slots },
    capture: { queue_frames: queueFrames },
    store: { ...config.store, folder: join(folder, 'store') },
    vault: { key: 'file', folder: join(folder, 'keys') },
  };
}

export interface UnitOnStreet {
  readonly pool: FramePool;
  readonly engine: Engine;
  readonly entropy: Entropy;
  readonly log: Log;
}

/** All that it has of the street; nothing is published. */
export function devicesOn(street: Street, { pool, engine, entropy, log }: UnitOnStreet): UnitDevices {
  return {
    ...{ clock: street.clock, entropy, log, pool, engine },
    codec: sharpCodec(engine.lumaOf),
    camera: street.camera,
    gpsLine: serialPort({ path: street.gpsPath }),
    broker: undefined,
    board: { gpio: street.gpio, lines: street.lines, pwm: undefined },
  };
}

/** Bytes as the dice fall. */
export function entropyOf(dice: Dice): Entropy {
  return { bytes: (count) => Uint8Array.from({ length: count }, () => dice.integer(256)) };
}
