// What the engine makes of a row of seeded frames, of changing sizes and formats: the same in every thread, or state is shared.

import { letterbox, lumaStatistics, rectify } from '../../native/index.ts';
import { formats, frameOf } from './frames.ts';

export function drawings(rounds: number): Float32Array[] {
  return Array.from({ length: rounds }, (_, seed) => {
    const width = 40 + ((seed * 37) % 200);
    const height = 30 + ((seed * 53) % 150);
    const format = formats[seed % formats.length] ?? 'grey';
    const image = frameOf({ format, width, height, paddingBytes: seed % 7, content: 'noise', seed });
    const tensor = new Float32Array(64 * 48);
    letterbox(image, { width: 64, height: 48, mean: 127, deviation: 60, pad: 114 }, tensor);
    const plate = new Float32Array(64 * 16);
    const quad = new Float32Array([3, 4, width - 5, 6, width - 2, height - 3, 5, height - 7]);
    rectify(image, quad, { width: 64, height: 16, marginX: 0.05, marginY: 0.1, deviationFloor: 8 }, plate);
    return Float32Array.of(...tensor, ...plate, lumaStatistics(image, 3).mean);
  });
}
