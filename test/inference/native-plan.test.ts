/** A graph as a program of the engine answers as tfjs's executor does, whatever the graph; and the arena never gives one place to two tensors. */
import { GraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodedWeights, type Weight } from '../../firmware/inference/model-weights.ts';
import { ArenaPlan, type Place } from '../../firmware/inference/native-arena.ts';
import { nativeNetwork } from '../../firmware/inference/native-network.ts';
import { compiledGraph } from '../../firmware/inference/native-plan.ts';
import { same, valuesOf } from '../native/tensors.ts';

const channels = 6;
const kinds = ['convolution', 'by channel', 'add', 'relu', 'relu6', 'identity'] as const;

/** One step of a drawn graph: what it does, and which of the earlier tensors it takes, counted from the last. */
interface Drawn {
  readonly kind: (typeof kinds)[number];
  readonly first: number;
  readonly second: number;
  readonly clamped: boolean;
}

const graphs = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    // Mostly the last one, so that there are chains to be joined.
    first: fc.oneof(fc.constant(0), fc.nat({ max: 4 })),
    second: fc.nat({ max: 4 }),
    clamped: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);

const base64 = (text: string) => ({ s: Buffer.from(text).toString('base64') });
const texts = (list: readonly string[]) => ({ list: { s: list.map((text) => Buffer.from(text).toString('base64')) } });
const ones = { list: { i: ['1', '1', '1', '1'] } };

interface Made {
  readonly topology: { readonly node: object[]; readonly versions: object };
  readonly specs: { readonly name: string; readonly shape: number[]; readonly dtype: 'float32' }[];
  readonly weights: Float32Array;
  readonly names: readonly string[];
  /** The tensor that each is, where it is no more than another name. */
  readonly roots: ReadonlyMap<string, string>;
}

/** The drawn graph as a tfjs graph model whose tensors all have one shape. */
function made(drawn: readonly Drawn[]): Made {
  const node: object[] = [{ name: 'in', op: 'Placeholder', attr: { dtype: { type: 'DT_FLOAT' } } }];
  const specs: Made['specs'] = [];
  const constant = (name: string, shape: number[]) => {
    node.push({ name, op: 'Const', attr: { dtype: { type: 'DT_FLOAT' } } });
    specs.push({ name, shape, dtype: 'float32' });
    return name;
  };
  const names = ['in'];
  const roots = new Map([['in', 'in']]);
  drawn.forEach(({ kind, first, second, clamped }, index) => {
    const name = `n${index}`;
    const a = names[Math.max(0, names.length - 1 - first)]!;
    const b = names[Math.max(0, names.length - 1 - second)]!;
    if (kind === 'convolution' || kind === 'by channel') {
      const whole = kind === 'convolution';
      const kernel = constant(`${name}/k`, [3, 3, channels, whole ? channels : 1]);
      const bias = constant(`${name}/b`, [channels]);
      const fused_ops = texts(clamped ? ['BiasAdd', 'Relu6'] : ['BiasAdd']);
      const attr = { strides: ones, dilations: ones, data_format: base64('NHWC'), padding: base64('SAME'), fused_ops };
      const op = whole ? '_FusedConv2D' : 'FusedDepthwiseConv2dNative';
      node.push({ name, op, input: [a, kernel, bias], attr: { ...attr, num_args: { i: '1' } } });
    } else {
      const op = { add: 'AddV2', relu: 'Relu', relu6: 'Relu6', identity: 'Identity' }[kind];
      node.push({ name, op, input: kind === 'add' ? [a, b] : [a], attr: {} });
    }
    names.push(name);
    roots.set(name, kind === 'identity' ? roots.get(a)! : name);
  });
  const count = specs.reduce((sum, { shape }) => sum + tf.util.sizeFromShape(shape), 0);
  const weights = valuesOf({ shape: [count], seed: count, content: 'even' }).map((value) => value / 8);
  return { topology: { node, versions: { producer: 1 } }, specs, weights, names, roots };
}

describe('a graph as a program', () => {
  test("answers as tfjs's executor on the CPU backend", async () => {
    await fc.assert(
      fc.asyncProperty(graphs, fc.nat({ max: 3 }), async (drawn, back) => {
        const { topology, specs, weights, names, roots } = made(drawn);
        const outputs = [...new Set([names.at(-1)!, names.at(-1 - back) ?? names[1]!])].filter((name) => name !== 'in');
        const shape = [2, 5, 7, channels];
        const data = valuesOf({ shape, seed: drawn.length, content: 'even' });
        const artifacts = { modelTopology: topology, weightSpecs: specs, weightData: weights.buffer as ArrayBuffer };
        tf.setBackend('cpu');
        const model = new GraphModel({ load: async () => ({ ...artifacts, format: 'graph-model' }) });
        await model.load();
        const answers = [model.execute({ in: tf.tensor(data, shape) }, outputs)].flat() as tf.Tensor[];
        const expected = answers.map((each) => each.dataSync().slice() as Float32Array);

        model.dispose();

        const values = decodedWeights(specs, new Uint8Array(weights.buffer as ArrayBuffer));
        const [, ...picture] = shape;
        const graph = compiledGraph({ topology, input: 'in', picture, outputs, weights: (name) => values.get(name) });
        // Only a graph whose answers are the input, or one another, is left to tfjs.
        const own = new Set(outputs.map((name) => roots.get(name)));
        expect(graph !== undefined).toBe(own.size === outputs.length && !own.has('in'));
        if (graph === undefined) return;
        const before = data.slice();
        const scale = expected.reduce((most, each) => each.reduce((a, b) => Math.max(a, Math.abs(b)), most), 1);
        for (const beside of [false, true]) {
          const answer = await nativeNetwork(graph, { name: 'drawn', picture, beside }).run({ shape, data });
          answer.outputs.forEach((output, i) => {
            same({ shape: output.shape, values: output.data }, { shape, values: expected[i]! }, 30 * scale);
          });
        }
        expect(data).toEqual(before);
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  const none = new Map<string, Weight>([['shape', { shape: [2], values: Int32Array.of(1, -1) }]]);
  test.each([
    ['an operation that is not known', { name: 'out', op: 'Softplus', input: ['in'], attr: {} }],
    ['an addition of two shapes', { name: 'out', op: 'AddV2', input: ['in', 'wide'], attr: {} }],
    ['an answer that is the input', { name: 'out', op: 'Identity', input: ['in'], attr: {} }],
    ['a shape that mixes the pictures of a batch', { name: 'out', op: 'Reshape', input: ['relu', 'shape'], attr: {} }],
    ['what it lacks', { name: 'out', op: 'Relu', input: ['nowhere'] }],
  ])('is none for %s', (_, node) => {
    const relu = { name: 'relu', op: 'Relu', input: ['in'] };
    const constants = ['wide', 'shape'].map((name) => ({ name, op: 'Const' }));
    const topology = { node: [{ name: 'in', op: 'Placeholder' }, ...constants, relu, node] };
    const drawn = { topology, input: 'in', picture: [2, 2, 1], weights: (name: string) => none.get(name) };
    expect(compiledGraph({ ...drawn, outputs: ['out'] })).toBeUndefined();
    expect(compiledGraph({ ...drawn, outputs: ['relu'] })).toBeDefined();
  });
});

test('places of the arena that are held do not overlap, and what was given back is used again', () => {
  const moves = fc.array(fc.record({ length: fc.integer({ min: 1, max: 500 }), gives: fc.nat({ max: 3 }) }));
  fc.assert(
    fc.property(moves, (drawn) => {
      const arena = new ArenaPlan();
      const held: Place[] = [];
      let most = 0;
      let total = 0;
      for (const { length, gives } of drawn) {
        const place = arena.take(length);
        expect(place.length).toBeGreaterThanOrEqual(length);
        expect(place.offset + place.length).toBeLessThanOrEqual(arena.length);
        for (const other of held) {
          expect(place.offset + place.length <= other.offset || other.offset + other.length <= place.offset).toBe(true);
        }
        held.push(place);
        total += place.length;
        most = Math.max(
          most,
          held.reduce((sum, each) => sum + each.length, 0),
        );
        for (const gone of held.splice(0, Math.min(gives, held.length))) arena.give(gone);
      }
      expect(arena.length).toBeGreaterThanOrEqual(most);
      expect(arena.length).toBeLessThanOrEqual(total);
      for (const place of held) arena.give(place);
      if (arena.length > 0) expect(arena.take(arena.length).offset).toBe(0);
    }),
  );
});
