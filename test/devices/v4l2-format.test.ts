import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cheapestFirst, chosenFormat } from '../../firmware/devices/v4l2-format.ts';
import { pixelFormats } from '../../firmware/domain/frame.ts';
import type { CameraOffer } from '../../native/index.ts';

const size = { width: 1280, height: 720 };
const offer = (format: CameraOffer['format'], at = size): CameraOffer => ({ code: format ?? 'MJPG', format, ...at });

const anyOffer = fc.record({
  format: fc.option(fc.constantFrom(...pixelFormats), { nil: undefined }),
  size: fc.constantFrom(size, { width: 640, height: 480 }),
});
const anyWish = fc.uniqueArray(fc.constantFrom(...pixelFormats), { minLength: 1 });

describe('the format of a V4L2 camera', () => {
  test('every format that the engine reads has its place in the order of cost', () => {
    expect([...cheapestFirst].sort()).toEqual([...pixelFormats].sort());
  });

  test.each([
    [['yuyv', 'nv12', 'grey'], 'grey'],
    [['yuyv', 'nv12', 'bayer-rggb8'], 'nv12'],
    [['rgb', 'yuyv', undefined], 'yuyv'],
    [['bayer-gbrg10', 'bayer-grbg8'], 'bayer-grbg8'],
  ] as const)('of %j the cheapest is %s', (offered, cheapest) => {
    const offers = offered.map((each) => offer(each));
    expect(chosenFormat(offers, { formats: cheapestFirst, ...size })).toBe(cheapest);
  });

  test('what is taken is offered at that size, and nothing that was asked for sooner is', () => {
    fc.assert(
      fc.property(fc.array(anyOffer), anyWish, (offered, formats) => {
        const offers = offered.map((each) => offer(each.format, each.size));
        const fitting = formats.filter((format) =>
          offered.some((each) => each.format === format && each.size === size),
        );
        if (fitting.length > 0) expect(chosenFormat(offers, { formats, ...size })).toBe(fitting[0]);
        else
          expect(() => chosenFormat(offers, { formats, ...size })).toThrow(
            expect.objectContaining({ code: 'camera.unsuitable' }),
          );
      }),
    );
  });

  test('a camera that has none of them is refused with what it offers, once each', () => {
    const offers = [offer('yuyv', { width: 640, height: 480 }), offer(undefined), offer(undefined)];
    expect(() => chosenFormat(offers, { formats: ['grey', 'yuyv'], ...size })).toThrow(
      /1280x720 as grey or yuyv is not among its yuyv 640x480, MJPG 1280x720\.$/,
    );
    expect(() => chosenFormat([], { formats: ['grey'], ...size })).toThrow(/formats: it has none/);
  });
});
