/**
 * What was trained is what runs: the models in `models/` answer on every tfjs backend as they answered in PyTorch when they
 * were exported, within 1e-3 of an output's scale. The input is a drawn pattern, by the formula of models/train/export.py;
 * on real pictures, which can not be committed, the exporter asks tfjs itself and refuses what differs (models/train/parity.py).
 */
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { loadModel } from '../../firmware/inference/graph-network.ts';
import { subjects } from '../inference/subjects.ts';

const TOLERANCE = 1e-3;

interface Fixture {
  readonly input: { readonly pattern: readonly [count: number, height: number, width: number] };
  readonly outputs: readonly {
    readonly name: string;
    readonly shape: readonly number[];
    readonly step: number;
    readonly float32: string;
  }[];
}

const models = fileURLToPath(new URL('../../models', import.meta.url));
const names = readdirSync(models).filter((name) => existsSync(`${models}/${name}/parity.json`));

test('detector and reader are among the models asked', () => {
  expect(names).toEqual(expect.arrayContaining(['detector', 'reader']));
});

describe.each(names)('the %s', (name) => {
  const folder = `${models}/${name}`;

  test.for(subjects)('answers on $title as it answered in PyTorch', async ({ backend, away }, { skip }) => {
    if (backend === undefined) return skip(away);
    tf.setBackend(backend);
    const fixture = JSON.parse(await readFile(`${folder}/parity.json`, 'utf8')) as Fixture;
    const { card, network } = await loadModel(folder, { backend: 'wasm' });
    const [count, height, width] = fixture.input.pattern;
    const { outputs } = await network.run({ shape: [count, height, width, 1], data: pattern(count, height, width) });
    network.dispose();
    expect(card.outputs.map((output) => output.name)).toEqual(fixture.outputs.map((output) => output.name));
    fixture.outputs.forEach((expected, index) => {
      const answer = outputs[index]!;
      expect(answer.shape).toEqual(expected.shape);
      expect(largestDifference(answer.data, floatsOf(expected.float32), expected.step)).toBeLessThan(TOLERANCE);
    });
  });
});

test.each(names)('the card of the %s says that tfjs answered on real pictures too', async (name) => {
  const { parity } = JSON.parse(await readFile(`${models}/${name}/card.json`, 'utf8')) as {
    readonly parity: { readonly pictures: number; readonly largest_difference: number };
  };
  expect(parity.pictures).toBeGreaterThanOrEqual(64);
  expect(parity.largest_difference).toBeLessThan(TOLERANCE);
});

/** The largest absolute difference over the largest absolute value; `expected` holds every `step`-th value. */
function largestDifference(actual: Float32Array, expected: Float32Array, step: number): number {
  expect(expected.length).toBe(Math.ceil(actual.length / step));
  let scale = 0;
  let difference = 0;
  expected.forEach((value, index) => {
    scale = Math.max(scale, Math.abs(value));
    difference = Math.max(difference, Math.abs(value - actual[index * step]!));
  });
  return difference / scale;
}

function floatsOf(base64: string): Float32Array {
  const bytes = Buffer.from(base64, 'base64');
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

/** Soft light, a grain of noise, and three plates of bars: `pattern` in models/train/export.py, value for value. */
function pattern(count: number, height: number, width: number): Float32Array {
  const image = new Float32Array(count * height * width);
  let state = 12345;
  for (let n = 0; n < count; n++) {
    const at = n * height * width;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        image[at + y * width + x] = 0.8 * Math.sin((y + 9 * n) / 17) * Math.cos(x / 29) + 0.4 * (state / 2 ** 32 - 0.5);
      }
    }
    const thirtySecond = Math.floor(height / 32);
    const bar = Math.max(2, Math.floor(width / 160));
    const plates = [
      [0.15, 1.6],
      [0.45, -1.2],
      [0.7, 1.1],
    ] as const;
    for (const [part, ground] of plates) {
      const top = Math.floor(part * height);
      const left = Math.floor((0.9 - part) * width * 0.8);
      for (let y = top; y < Math.min(height, top + Math.floor(height / 8)); y++) {
        const lettered = top + thirtySecond < y && y < top + Math.floor(height / 10);
        for (let x = left; x < Math.min(width, left + Math.floor(width / 6)); x++) {
          image[at + y * width + x] = ground * (Math.floor(x / bar) % 3 === 0 && lettered ? -0.7 : 1);
        }
      }
    }
  }
  return image;
}
