/**
 * What a frame of each format costs before the detector: the copy into its slot, and the letterbox that takes luma from it.
 * Decides the order in firmware/devices/v4l2-format.ts.
 *
 *   node test/measure/camera-formats.ts
 */
import { cheapestFirst } from '../../firmware/devices/v4l2-format.ts';
import { bytesPerImage, bytesPerRow, letterbox } from '../../native/index.ts';
import { addon } from '../../native/load.ts';

const [width, height] = [1280, 720];
const INPUT = { width: 640, height: 384, mean: 110, deviation: 60, pad: 114 };
const RUNS = 61;
const FRAMES = 10;
const tensor = new Float32Array(INPUT.width * INPUT.height);

/** CPU milliseconds a frame, the median of the runs. */
function costOf(act: (frame: number) => void): number {
  const runs = Array.from({ length: RUNS }, () => {
    const began = process.cpuUsage();
    for (let frame = 0; frame < FRAMES; frame++) act(frame);
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000 / FRAMES;
  });
  return runs.sort((a, b) => a - b)[(RUNS - 1) / 2]!;
}

console.log('CPU ms a frame of 1280x720'.padEnd(30), 'copy  letterbox  together');
for (const format of cheapestFirst) {
  const bytes = bytesPerImage(format, width, height);
  const strideBytes = bytesPerRow(format, width);
  // Ten-bit words hold nothing above their tenth bit.
  const value = (i: number) => (format.endsWith('10') && i % 2 === 1 ? i % 4 : (i * 7) % 251);
  // Several of each in turn, so that none is found in a cache.
  const buffers = Array.from({ length: 4 }, () => Uint8Array.from({ length: bytes }, (_, i) => value(i)));
  const slots = Array.from({ length: 6 }, () => new Uint8Array(bytes));
  const copy = costOf((n) => addon().v4l2.pack(format, width, height, strideBytes, buffers[n % 4]!, slots[n % 6]!));
  const boxed = costOf((n) => {
    letterbox({ format, width, height, strideBytes, data: slots[n % 6]! }, INPUT, tensor);
  });
  const columns = [copy, boxed, copy + boxed].map((each) => each.toFixed(3).padStart(9));
  console.log(format.padEnd(24), columns.join(''));
}
