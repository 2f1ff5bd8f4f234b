// The backend suite as properties: an operation on a backend gives what tfjs's CPU backend gives.
// Plain functions, so that they run under vitest, with sanitizers, and cross-built under an emulator that vitest does not know.

import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { answerOf, type Content, channels, contents, same, seeds, side, tensorOf } from './tensors.ts';

/** A backend, by its name in tfjs, answers as the CPU backend does over a family of operations. */
export interface BackendParity {
  readonly name: string;
  /** Throws where the two differ. */
  check(backend: string, runs: number): void;
  /** It is about NaN and infinities, which wasm does not keep. */
  readonly broken?: true;
}

type Pad = 'same' | 'valid' | number | tf.backend_util.ExplicitPadding;
type Activation = 'linear' | 'relu' | 'relu6' | 'leakyrelu' | 'prelu' | 'elu' | 'sigmoid';

/** A window over a picture that it fits in. */
interface Slide {
  readonly picture: readonly [batch: number, height: number, width: number];
  readonly kernel: readonly [height: number, width: number];
  readonly strides: [number, number];
  readonly dilations: [number, number];
  readonly pad: Pad;
}

const pads: fc.Arbitrary<Pad> = fc.oneof(
  fc.constantFrom<Pad>('same', 'valid'),
  fc.integer({ min: 0, max: 3 }),
  fc.tuple(side(3), side(3), side(3), side(3)).map(
    ([a, b, c, d]): Pad => [
      [0, 0],
      [a - 1, b - 1],
      [c - 1, d - 1],
      [0, 0],
    ],
  ),
);

/** Draws another case where a backend that is not ours, for the reason that stands at the place, answers otherwise. */
function except(backend: 'tensorflow' | 'wasm', otherwise: boolean): void {
  fc.pre(!otherwise || tf.getBackend() !== backend);
}

/** tfjs reads a number as if windows were square, and pooling by the others knows names only; neither is in any graph model. */
function paddingOf({ pad, kernel, strides }: Slide, names = false): 'same' {
  const unheardOf = typeof pad === 'number' || (names && typeof pad !== 'string');
  except('tensorflow', unheardOf);
  // It answers zeros where a window is narrower than its step.
  except('wasm', unheardOf || (pad === 'same' && kernel.some((side, axis) => side < strides[axis]!)));
  return pad as 'same';
}

const slides: fc.Arbitrary<Slide> = fc
  .record({
    picture: fc.tuple(fc.integer({ min: 1, max: 3 }), side(14), side(14)),
    kernel: fc.tuple(side(5), side(5)),
    steps: fc.tuple(side(3), side(3)),
    dilated: fc.boolean(),
    pad: pads,
  })
  .map(({ steps, dilated, ...rest }): Slide => {
    const [y, x] = steps;
    return { ...rest, strides: dilated ? [1, 1] : [y, x], dilations: dilated ? [y, x] : [1, 1] };
  })
  .filter(({ picture, kernel, strides, dilations, pad }) => {
    const info = tf.backend_util.computeConv2DInfo([...picture, 1], [...kernel, 1, 1], strides, dilations, pad);
    return info.outHeight > 0 && info.outWidth > 0;
  });

const activations = fc.constantFrom<Activation>('linear', 'relu', 'relu6', 'leakyrelu', 'prelu', 'elu', 'sigmoid');

/** More than one block of filters wide on every instruction set, the last one paired or not. */
const wide = fc.constantFrom(56, 72, 104, 112, 128);

const convolutions = fc.record({
  slide: slides,
  inputs: channels,
  outputs: fc.oneof({ arbitrary: channels, weight: 4 }, { arbitrary: wide, weight: 1 }),
  /** Filters a channel, by channel. */
  multiplier: fc.constantFrom(1, 1, 2, 3),
  activation: activations,
  biased: fc.boolean(),
  seed: seeds,
  content: contents,
});

type Convolution = typeof convolutions extends fc.Arbitrary<infer C> ? C : never;

/** A convolution of these values or, to know how large an error may be, of their absolute values with no activation. */
function convolve(spec: Convolution, byChannel: boolean, absolute: boolean): tf.Tensor {
  const { slide, inputs, outputs, multiplier, seed, content } = spec;
  // TensorFlow's elu is e^x - 1 of floats, wrong by 1e-7; wasm has none here.
  except('tensorflow', spec.activation === 'elu');
  except('wasm', spec.activation === 'elu');
  const filled = (shape: number[], offset: number, what: Content = 'even') => {
    const tensor = tensorOf({ shape, seed: seed + offset, content: what });
    return absolute ? tf.abs(tensor) : tensor;
  };
  const filters = byChannel ? inputs * multiplier : outputs;
  const options = {
    x: filled([...slide.picture, inputs], 0, content) as tf.Tensor4D,
    filter: filled([...slide.kernel, inputs, byChannel ? multiplier : outputs], 1) as tf.Tensor4D,
    strides: slide.strides,
    dilations: slide.dilations,
    pad: paddingOf(slide),
    activation: absolute ? ('linear' as const) : spec.activation,
    ...(spec.biased ? { bias: filled([filters], 2) } : {}),
    ...(spec.activation === 'prelu' ? { preluActivationWeights: filled([filters], 3) } : {}),
    leakyreluAlpha: 0.3,
  };
  return byChannel ? tf.fused.depthwiseConv2d(options) : tf.fused.conv2d(options);
}

function convolution(byChannel: boolean): BackendParity['check'] {
  return (backend, runs) =>
    each(runs, convolutions, (spec) => {
      const terms = answerOf('cpu', () => convolve(spec, byChannel, true)).values;
      const operation = () => convolve(spec, byChannel, false);
      const expected = answerOf('cpu', operation);
      // An activation's slope is at most 2 here. CPU's elu is e^x - 1 as it stands and loses what lies below 1e-16.
      const scale = terms.map((sum) => 2 * sum + (spec.activation === 'elu' ? 1e-10 : 0));
      same(answerOf(backend, operation), expected, scale);
    });
}

function each<T>(runs: number, cases: fc.Arbitrary<T>, check: (spec: T) => void): void {
  fc.assert(fc.property(cases, check), { numRuns: runs });
}

/** Both backends answer the same, to the tolerance of values of about this size. */
function agree<T>(cases: fc.Arbitrary<T>, operation: (spec: T) => tf.Tensor, scale: number): BackendParity['check'] {
  return (backend, runs) =>
    each(runs, cases, (spec) => {
      same(
        answerOf(backend, () => operation(spec)),
        answerOf('cpu', () => operation(spec)),
        scale,
      );
    });
}

const curves = { linear: tf.relu, relu: tf.relu, relu6: tf.relu6, elu: tf.elu, sigmoid: tf.sigmoid };

const shapes = fc.tuple(side(3), side(8), side(8), channels);

export const networkParities: readonly BackendParity[] = [
  { name: 'convolution with bias and activation', check: convolution(false) },
  { name: 'convolution by channel with bias and activation', check: convolution(true) },
  {
    name: 'convolution of NaN and infinities, which stay what they are',
    broken: true,
    check: (backend, runs) =>
      each(runs, fc.tuple(convolutions, fc.boolean()), ([{ activation, ...rest }, byChannel]) => {
        const broken = { ...rest, activation: activation === 'relu6' ? activation : ('linear' as const) };
        const operation = () => convolve({ ...broken, content: 'broken' as Content }, byChannel, false);
        same(answerOf(backend, operation), answerOf('cpu', operation), 1e3);
      }),
  },
  {
    name: 'convolution with a weight that is not finite',
    broken: true,
    check: agree(
      fc.tuple(slides, channels, fc.boolean(), seeds),
      ([slide, count, byChannel, seed]) => {
        const x = tensorOf({ shape: [...slide.picture, count], seed, content: 'even' }) as tf.Tensor4D;
        const filter = tensorOf({
          shape: [...slide.kernel, count, 1],
          seed: seed + 1,
          content: 'broken',
        }) as tf.Tensor4D;
        const { strides, dilations } = slide;
        const pad = paddingOf(slide);
        // It multiplies the weights with what lies around the picture. The loader refuses such models.
        except('tensorflow', slide.pad !== 'valid');
        return byChannel
          ? tf.depthwiseConv2d(x, filter, strides, pad, 'NHWC', dilations)
          : tf.conv2d(x, filter, strides, pad, 'NHWC', dilations);
      },
      1e3,
    ),
  },
  {
    name: 'product of matrices, turned or not, one or a batch',
    check: agree(
      fc.record({
        batch: side(3),
        shared: fc.boolean(),
        rows: side(30),
        depth: channels,
        outputs: channels,
        turnedA: fc.boolean(),
        turnedB: fc.boolean(),
        seed: seeds,
        activation: activations.filter((name) => name !== 'prelu'),
      }),
      ({ batch, shared, rows, depth, outputs, turnedA, turnedB, seed, activation }) => {
        // From the second row on it adds something else than the bias.
        except('wasm', activation !== 'linear' && (batch > 1 || turnedA || turnedB));
        const matrix = (count: number, y: number, x: number, turned: boolean, offset: number) =>
          tensorOf({ shape: [count, ...(turned ? [x, y] : [y, x])], seed: seed + offset, content: 'even' });
        const a = matrix(batch, rows, depth, turnedA, 0);
        const b = matrix(shared ? 1 : batch, depth, outputs, turnedB, 1);
        if (activation === 'linear') return tf.matMul(a, b, turnedA, turnedB);
        const bias = tensorOf({ shape: [outputs], seed: seed + 2, content: 'even' });
        return tf.fused.matMul({ a, b, transposeA: turnedA, transposeB: turnedB, bias, activation });
      },
      300,
    ),
  },
  {
    name: 'pooling',
    check: agree(
      fc.tuple(slides, channels, fc.constantFrom<Content>('even', 'extreme', 'broken'), fc.boolean(), seeds),
      ([slide, count, content, mean, seed]) => {
        const { picture, kernel, strides, dilations } = slide;
        // The maximum of NaN alone is the least float there is.
        except('tensorflow', content === 'broken' && !mean);
        except('wasm', content === 'broken');
        const x = tensorOf({ shape: [...picture, count], seed, content }) as tf.Tensor4D;
        const plain = dilations[0] === 1 && dilations[1] === 1;
        const kind = mean ? tf.avgPool : tf.maxPool;
        return kind(x, [...kernel], plain ? strides : [1, 1], paddingOf(slide, true));
      },
      1e13,
    ),
  },
  {
    name: 'resizing',
    check: agree(
      fc.record({
        shape: shapes,
        height: side(20),
        width: side(20),
        corners: fc.boolean(),
        centres: fc.boolean(),
        bilinear: fc.boolean(),
        seed: seeds,
      }),
      ({ shape, height, width, corners, centres, bilinear, seed }) => {
        const x = tensorOf({ shape, seed, content: 'even' }) as tf.Tensor4D;
        const resize = bilinear ? tf.image.resizeBilinear : tf.image.resizeNearestNeighbor;
        return resize(x, [height, width], corners, centres && !corners);
      },
      4,
    ),
  },
  {
    name: 'addition, of one shape or broadcast',
    check: agree(
      fc.tuple(
        shapes,
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        fc.nat({ max: 3 }),
        contents,
        seeds,
        fc.boolean(),
      ),
      ([shape, ones, cut, content, seed, swapped]) => {
        const a = tensorOf({ shape, seed, content });
        const other = shape.map((each, i) => (ones[i] ? 1 : each)).slice(cut);
        const b = tensorOf({ shape: other, seed: seed + 1, content });
        return swapped ? tf.add(b, a) : tf.add(a, b);
      },
      0,
    ),
  },
  {
    name: 'activations, NaN and infinities among the values',
    check: agree(
      fc.tuple(
        shapes,
        activations,
        fc.constantFrom<Content>('even', 'extreme', 'broken'),
        seeds,
        fc.double({ min: 0, max: 200, noNaN: true }),
      ),
      ([shape, name, content, seed, gain]) => {
        // Floats below 1e-38 are zeros to it, and infinities times zero NaN.
        except('tensorflow', content !== 'even' || gain < 1e-30 || name === 'elu');
        except('wasm', content === 'broken');
        const x = tf.mul(tensorOf({ shape, seed, content }), gain);
        if (name === 'prelu') return tf.prelu(x, tensorOf({ shape: shape.slice(1), seed: seed + 1, content: 'even' }));
        if (name === 'leakyrelu') return tf.leakyRelu(x, 0.1);
        return curves[name](x);
      },
      1e-10,
    ),
  },
  {
    name: 'concatenation, padding and transposition, exactly',
    check: agree(
      fc.record({
        shape: shapes,
        kind: fc.constantFrom('concat', 'pad', 'transpose'),
        axis: fc.nat({ max: 3 }),
        more: side(5),
        order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        seed: seeds,
      }),
      ({ shape, kind, axis, more, order, seed }) => {
        const x = tensorOf({ shape, seed, content: 'broken' });
        if (kind === 'transpose') return tf.transpose(x, order);
        if (kind === 'pad')
          return tf.pad(
            x,
            shape.map((_, i) => [(i + axis) % 3, i === axis ? more : 0]),
            7,
          );
        const other = shape.map((each, i) => (i === axis ? more : each));
        return tf.concat([x, tensorOf({ shape: other, seed: seed + 1, content: 'even' }), x], axis);
      },
      0,
    ),
  },
];
