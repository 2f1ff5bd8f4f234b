/**
 * Kills the whole unit at random instants (SIGKILL) and starts it again in the same folder, as `run` starts it, at a Mosquitto
 * with TLS; after each kill its folder is looked into (look.ts). After the last it is left to run until all is published, and a consumer
 * then has every message once.
 *
 * What it shows: whatever moment the kill met (decoding, vision, a transaction, a publish, or opening), no sequence is missing and none names
 * two messages, and the audit log holds.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { bigintOf, v1 } from '../../firmware/devices/alpr-codec.ts';
import { FramePool } from '../../native/index.ts';
import { Dice } from '../../sim/dice.ts';
import { readScenario } from '../../sim/scenario.ts';
import { bytesPerFrame, openStreet } from '../../sim/street.ts';
import { startMosquitto } from '../broker/mosquitto.ts';
import { type Received, subscribe } from '../broker/subscriber.ts';
import { unitFile } from '../commands/unit-file.ts';
import { Consumer } from './consumer.ts';
import { keyOf } from './kept.ts';
import { lookInto, ofKind } from './look.ts';

const MAIN = fileURLToPath(new URL('../../firmware/main.ts', import.meta.url));
/** One kill in so many comes while the unit is starting, the others after it has opened. */
const EARLY_ONE_IN = 4;
const STARTING_MS_MAX = 1500;
const WORKING_MS_MAX = 2000;
/** Often, so that a kill comes soon after health has said what is stored. */
const HEALTH_MS = 200;
const PICTURES = 40;
/** Frames of the street between two pictures: other vehicles. */
const FRAMES_APART = 25;

export interface Killed {
  readonly kills: number;
  /** Messages that a consumer keeps, and repeats that it dropped. */
  readonly messages: number;
  readonly repeats: number;
  /** Boots that stored something. */
  readonly boots: number;
  /** What does not hold; empty: all does. */
  readonly wrong: readonly string[];
}

/** @param folder empty; everything stays in it. */
export async function killed({
  folder,
  kills,
  seed,
}: {
  folder: string;
  kills: number;
  seed: number;
}): Promise<Killed> {
  await using mosquitto = await startMosquitto(folder);
  await using consumer = await subscribe(mosquitto, 'alpr/v1/test-pd/killed/+', 'consumer');
  const pictures = join(folder, 'pictures');
  await mkdir(pictures);
  await drawPictures(pictures, seed);
  const configWith = (name: string, repeat: boolean) =>
    unitFile({
      folder,
      name,
      mosquitto,
      tables: {
        unit: { id: 'killed' },
        camera: { folder: 'pictures', rate_hz: 0, repeat },
        health: { interval_ms: HEALTH_MS },
      },
    });
  const dice = new Dice(`killed/${seed}`);
  const forever = await configWith('forever.toml', true);
  const wrong: string[] = [];
  let opened = 0;
  for (let each = 0; each < kills; each += 1) {
    const unit = spawn(process.execPath, [MAIN, 'run', '--config', forever], { stdio: ['ignore', 'ignore', 'pipe'] });
    const ended = once(unit, 'exit');
    if (dice.integer(EARLY_ONE_IN) === 0) await pause(dice.uniform(0, STARTING_MS_MAX));
    else {
      await said(unit.stderr, '"unit.open"');
      opened += 1;
      await pause(dice.uniform(0, WORKING_MS_MAX));
    }
    unit.kill('SIGKILL');
    const [, signal] = await ended;
    if (signal !== 'SIGKILL') throw new Error('the unit ended by itself');
    const flaws = await lookInto(forever, join(folder, 'look'), { received: consumer.messages, opened });
    wrong.push(...flaws.map((flaw) => `after kill ${each + 1}: ${flaw}`));
  }
  const last = spawn(process.execPath, [MAIN, 'run', '--config', await configWith('once.toml', false)], {
    stdio: 'ignore',
  });
  const [status] = await once(last, 'exit');
  if (status !== 0) throw new Error(`the last run ended with status ${status}`);
  const { wrong: published, ...rest } = judged(consumer.messages);
  return { kills, ...rest, wrong: [...wrong, ...published] };
}

/** Pictures of the simulated street, with other vehicles in each. */
async function drawPictures(folder: string, seed: number): Promise<void> {
  const scenario = readScenario('rush-hour');
  const pool = FramePool.create({ slots: 2, bytesPerSlot: bytesPerFrame(scenario) });
  const { width, height } = scenario.camera;
  await using street = openStreet({ scenario, seed, pool });
  let drawn = 0;
  let index = 0;
  for await (const { lease } of street.camera.frames(new AbortController().signal)) {
    if (index++ % FRAMES_APART === 0) {
      const luma = pool.bytesOf(lease).subarray(0, width * height);
      await sharp(luma, { raw: { width, height, channels: 1 } }).toFile(
        join(folder, `${String(drawn++).padStart(3, '0')}.png`),
      );
    }
    pool.release(lease);
    if (drawn === PICTURES) return;
  }
}

/** Resolves when the stream has said it; reads on afterwards, so that the pipe never fills. */
function said(stream: Readable, words: string): Promise<void> {
  return new Promise((resolve) => {
    let text = '';
    stream.setEncoding('utf8').on('data', (more: string) => {
      text = (text + more).slice(-10_000);
      if (text.includes(words)) resolve();
    });
  });
}

function judged(received: readonly Received[]): Omit<Killed, 'kills'> {
  const wrong: string[] = [];
  const consumer = new Consumer();
  const boots = new Set<string>();
  let taken = 0;
  for (const kind of ['detection', 'alert'] as const) {
    let last = 0n;
    for (const { payload } of ofKind(received, kind)) {
      const known = consumer.messages;
      const flaw = consumer.take(keyOf({ kind, payload }));
      if (flaw !== undefined) wrong.push(flaw);
      taken += 1;
      if (consumer.messages === known) continue;
      const { bootId, sequence } = (kind === 'detection' ? v1.Detection : v1.Alert).decode(payload).origin!;
      boots.add(bootId!);
      if (bigintOf(sequence) !== last + 1n) wrong.push(`${kind}: ${last} is followed by ${sequence}`);
      last = bigintOf(sequence);
    }
  }
  return { messages: consumer.messages, repeats: taken - consumer.messages, boots: boots.size, wrong };
}
