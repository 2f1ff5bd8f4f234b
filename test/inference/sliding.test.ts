/** Windows over pictures as tfjs computes them, without tfjs. */
import { backend_util } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takes, windowOf } from '../../firmware/inference/native-convolution.ts';
import { windowOver } from '../../firmware/inference/sliding.ts';

const few = fc.integer({ min: 1, max: 5 });
const pair = fc.tuple(few, few);
const pads = fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 }));

test('a window over a picture is the one of tfjs, or none where the engine takes none', () => {
  const drawn = fc.record({
    picture: fc.tuple(fc.constant(1), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), few),
    window: pair,
    strides: pair,
    dilations: pair,
    padding: fc.oneof(fc.constantFrom('same' as const, 'valid' as const), fc.tuple(pads, pads)),
  });
  fc.assert(
    fc.property(drawn, ({ picture, window, strides, dilations, padding }) => {
      fc.pre(strides.every((each) => each === 1) || dilations.every((each) => each === 1));
      const info = backend_util.computeConv2DInfo(
        picture,
        [...window, picture[3], 3],
        strides,
        dilations,
        // tfjs's types leave out the form with explicit numbers, which it takes.
        (typeof padding === 'string' ? padding : [[0, 0], ...padding, [0, 0]]) as 'same',
      );
      expect(windowOver({ picture, window, strides, dilations, padding })).toEqual(
        takes(info) ? windowOf(info) : undefined,
      );
    }),
    { numRuns: 2000 },
  );
});
