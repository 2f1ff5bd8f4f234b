/**
 * A model's weights: what they must be before any backend sees them (as many bytes as the tensors say, and no NaN or infinity among them,
 * which would make every answer one; the fault names the tensor), and their values for the backend that runs without tfjs.
 */
import { Fault } from '../domain/fault.ts';

/** A tensor in weights.bin, in the order in which they stand there (source: the weights manifest of tfjs). */
export interface WeightSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly quantization?: { readonly dtype: string } | undefined;
}

const bytesPerValue: Readonly<Record<string, number>> = {
  float32: 4,
  int32: 4,
  float16: 2,
  uint16: 2,
  uint8: 1,
  bool: 1,
};

/** Throws Fault `model.damaged`. `path` is for the message. */
export function checkWeights(specs: readonly WeightSpec[], bytes: Uint8Array, path: string): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = 0;
  for (const { name, shape, dtype, quantization } of specs) {
    const stored = quantization?.dtype ?? dtype;
    const size = bytesPerValue[stored];
    if (size === undefined) throw new Fault('model.damaged', `${path}: tensor ${name} is of type ${stored}.`);
    const end = offset + size * shape.reduce((product, side) => product * side, 1);
    if (!(end <= bytes.length)) {
      const left = Math.max(0, bytes.length - offset);
      throw new Fault('model.damaged', `${path}: tensor ${name} needs ${end - offset} bytes and has ${left}.`);
    }
    const broken = stored === 'float32' ? single : stored === 'float16' ? half : undefined;
    for (; broken !== undefined && offset < end; offset += size) {
      if (broken(view, offset)) throw new Fault('model.damaged', `${path}: tensor ${name} holds NaN or infinity.`);
    }
    offset = end;
  }
  if (offset < bytes.length) {
    throw new Fault('model.damaged', `${path}: ${bytes.length - offset} bytes are left over behind the last tensor.`);
  }
}

export interface Weight {
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}

/** The values of weights that were checked, by name; of a type that is not looked at here there are none, and tfjs is to decode them. */
export function decodedWeights(specs: readonly WeightSpec[], bytes: Uint8Array): ReadonlyMap<string, Weight> {
  const weights = new Map<string, Weight>();
  let offset = 0;
  for (const { name, shape, dtype, quantization } of specs) {
    const stored = quantization?.dtype ?? dtype;
    const size = bytesPerValue[stored]! * shape.reduce((product, side) => product * side, 1);
    // A copy, since the values need not lie at a multiple of their size.
    const { buffer } = new Uint8Array(bytes.subarray(offset, offset + size));
    if (dtype === 'float32' && stored === 'float32') weights.set(name, { shape, values: new Float32Array(buffer) });
    else if (dtype === 'float32' && stored === 'float16')
      weights.set(name, { shape, values: new Float32Array(new Float16Array(buffer)) });
    else if (dtype === 'int32' && stored === 'int32') weights.set(name, { shape, values: new Int32Array(buffer) });
    offset += size;
  }
  return weights;
}

function single(view: DataView, offset: number): boolean {
  return !Number.isFinite(view.getFloat32(offset, true));
}

/** All bits of the exponent set. */
function half(view: DataView, offset: number): boolean {
  return (view.getUint16(offset, true) & 0x7c00) === 0x7c00;
}
