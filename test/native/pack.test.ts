import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesPerImage, bytesPerRow, type Image } from '../../native/index.ts';
import { addon } from '../../native/load.ts';
import { type FrameSpec, frameOf, frameSpec, guarded } from './frames.ts';

/** The image's rows without what lies between them, plane by plane: the plain way. */
function rowsOf({ format, width, height, strideBytes, data }: Image): Uint8Array {
  const row = bytesPerRow(format, width);
  const chromaRows = Math.ceil(height / 2);
  const half = { row: Math.ceil(row / 2), stride: Math.ceil(strideBytes / 2), rows: chromaRows };
  const planes = [{ row, stride: strideBytes, rows: height }];
  if (format === 'nv12') planes.push({ row, stride: strideBytes, rows: chromaRows });
  if (format === 'yuv420p') planes.push(half, half);
  const rows: Uint8Array[] = [];
  let at = 0;
  for (const plane of planes) {
    for (let y = 0; y < plane.rows; y++, at += plane.stride) rows.push(data.subarray(at, at + plane.row));
  }
  return Buffer.concat(rows);
}

function packed(spec: FrameSpec) {
  const image = frameOf(spec);
  const { format, width, height, strideBytes, data } = image;
  const out = guarded(bytesPerImage(format, width, height));
  addon().v4l2.pack(format, width, height, strideBytes, data, out.bytes);
  return { image, out };
}

test('a packed image is its rows one behind the other, in every plane, and nothing around it is written', () => {
  fc.assert(
    fc.property(frameSpec(90), (spec) => {
      const { image, out } = packed(spec);
      expect(Buffer.compare(out.bytes, rowsOf(image))).toBe(0);
      expect(out.intact()).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('an image of fewer bytes than it says, or another place than it needs, is refused', () => {
  const { pack } = addon().v4l2;
  expect(() => pack('nv12', 4, 4, 8, new Uint8Array(47), new Uint8Array(24))).toThrow(/fewer bytes/);
  expect(() => pack('nv12', 4, 4, 8, new Uint8Array(48), new Uint8Array(25))).toThrow(/wrong length/);
});
