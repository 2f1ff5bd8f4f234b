/** Programs behind their door: what no plan and no caller may ask, and that runs beside each other do not meet. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, it, test } from 'vitest';
import {
  arenaMemory,
  compile,
  firstOutputMemory,
  inputMemory,
  isa,
  type Program,
  type ProgramPlan,
  unclamped,
} from '../../native/index.ts';
import { programsOf } from '../../native/load.ts';
import { guardedFloats } from './frames.ts';

const input = { memory: inputMemory, offset: 0 };
const arena = { memory: arenaMemory, offset: 0 };
const output = { memory: firstOutputMemory, offset: 0 };

const window = {
  batch: 1,
  inHeight: 16,
  inWidth: 16,
  channels: 8,
  outHeight: 16,
  outWidth: 16,
  height: 3,
  width: 3,
  strideY: 1,
  strideX: 1,
  dilationY: 1,
  dilationX: 1,
  padTop: 1,
  padLeft: 1,
};
const floats = 16 * 16 * 8;

/** A convolution that sums its window, then the input added to it. */
const plan: ProgramPlan = {
  inputFloats: floats,
  arenaFloats: floats,
  outputFloats: [floats],
  steps: [
    {
      kind: 'convolve',
      window,
      channels: 8,
      weights: new Float32Array(9 * 8 * 8).fill(1),
      bias: new Float32Array(8).fill(0.5),
      clamp: unclamped,
      from: input,
      plus: undefined,
      to: arena,
    },
    { kind: 'add', floats, clamp: unclamped, from: arena, plus: input, to: output },
  ],
};

/** Of an input that is `value` everywhere, in the middle of the picture. */
const answer = (value: number) => 9 * 8 * value + 0.5 + value;
const middle = (8 * 16 + 8) * 8;
const filled = (value: number, pictures = 1) => new Float32Array(pictures * floats).fill(value);
const programOn = (set = isa().selected): Program => compile(plan, set)!;

describe.each(isa().available)('a program on %s', (set) => {
  it('answers picture by picture and writes nothing but its answers', () => {
    const program = programOn(set);
    const pictures = 3;
    const all = new Float32Array(pictures * floats);
    for (let i = 0; i < pictures; i++) all.fill(i + 1, i * floats, (i + 1) * floats);
    const out = guardedFloats(pictures * floats);
    program.run(pictures, all, [out.floats]);
    expect(out.intact()).toBe(true);
    for (let i = 0; i < pictures; i++) expect(out.floats[i * floats + middle]).toBe(answer(i + 1));
  });

  it('answers beside this thread as on it, many runs at once', async () => {
    const program = programOn(set);
    const outs = Array.from({ length: 16 }, () => new Float32Array(2 * floats));
    const runs = outs.map((out, i) => {
      const all = filled(i, 2);
      const run = program.runBeside(2, all, [out]);
      all.fill(Number.NaN); // the caller's again
      return run;
    });
    for (const cpuMs of await Promise.all(runs)) expect(cpuMs).toBeGreaterThan(0);
    outs.forEach((out, i) => {
      const expected = new Float32Array(2 * floats);
      program.run(2, filled(i, 2), [expected]);
      expect(out).toEqual(expected);
    });
  });
});

test('an output that is gone when its run ends fails that run alone', async () => {
  const program = programOn();
  const gone = new Float32Array(floats);
  const run = program.runBeside(1, filled(1), [gone]);
  structuredClone(gone, { transfer: [gone.buffer] });
  await expect(run).rejects.toThrow(TypeError);
  const out = new Float32Array(floats);
  await program.runBeside(1, filled(1), [out]);
  expect(out[middle]).toBe(answer(1));
});

test('a thread that ends with runs under way ends, and others go on', async () => {
  for (let i = 0; i < 4; i++) {
    const worker = new Worker(new URL('program-worker.ts', import.meta.url));
    await once(worker, 'message');
    expect(await worker.terminate()).toBe(1);
  }
  const out = new Float32Array(floats);
  await programOn().runBeside(1, filled(1), [out]);
  expect(out[middle]).toBe(answer(1));
});

test('a weight that is not finite makes no program', () => {
  const [convolution, addition] = plan.steps as [
    ProgramPlan['steps'][0] & { kind: 'convolve' },
    ProgramPlan['steps'][1],
  ];
  const weights = convolution.weights.slice();
  weights[17] = Number.NaN;
  expect(compile({ ...plan, steps: [{ ...convolution, weights }, addition] })).toBeUndefined();
});

describe('refused, by a TypeError:', () => {
  const [convolution] = plan.steps as [ProgramPlan['steps'][0] & { kind: 'convolve' }];
  const hold = { kind: 'hold', floats, clamp: unclamped, from: input, to: output } as const;

  test.each<[string, ProgramPlan['steps'][0]]>([
    ['reads behind the input', { ...hold, from: { memory: inputMemory, offset: 1 } }],
    ['writes the input', { ...hold, to: input }],
    ['writes behind an output', { ...hold, to: { memory: firstOutputMemory, offset: 4 } }],
    ['writes an output that is not there', { ...hold, to: { memory: 3, offset: 0 } }],
    ['adds from behind the arena', { ...convolution, plus: { memory: arenaMemory, offset: 2 ** 31 } }],
    ['has a window of no size', { ...convolution, window: { ...window, height: 0 } }],
    ['has too few weights', { ...convolution, weights: new Float32Array(71) }],
    ['has a bias of another length', { ...convolution, bias: new Float32Array(7) }],
    [
      'looks at a row outside the picture',
      {
        kind: 'resize-nearest',
        height: 16,
        width: 16,
        channels: 8,
        rows: Int32Array.of(0, 16),
        columns: Int32Array.of(0),
        from: input,
        to: output,
      },
    ],
  ])('a step that %s', (_, step) => {
    expect(() => compile({ ...plan, steps: [step] })).toThrow(TypeError);
  });

  test('arrays of the wrong length or number', async () => {
    const program = programOn();
    const out = new Float32Array(floats);
    for (const run of [program.run, program.runBeside]) {
      expect(() => run(1, filled(1).subarray(1), [out])).toThrow(TypeError);
      expect(() => run(2, filled(1), [out])).toThrow(TypeError);
      expect(() => run(1, filled(1), [out.subarray(1)])).toThrow(TypeError);
      expect(() => run(1, filled(1), [])).toThrow(TypeError);
      expect(() => run(0, new Float32Array(0), [new Float32Array(0)])).toThrow(TypeError);
    }
  });

  test('what is no handle, or another kind’s', () => {
    const raw = programsOf();
    const builder = raw.begin(4, 0, Int32Array.of(4));
    const four = new Float32Array(4);
    for (const strange of [builder, {}, undefined, 7]) {
      expect(() => raw.run(strange as never, 1, four, four)).toThrow(TypeError);
      expect(() => raw.runBeside(strange as never, 1, four, four)).toThrow(TypeError);
    }
    const program = raw.finish(builder);
    expect(() => raw.finish(program as never)).toThrow(TypeError);
    expect(() => raw.run(program, 1, four, four.subarray(1))).toThrow(TypeError);
    expect(() => raw.run(program, 1, four)).toThrow(TypeError);
  });
});
