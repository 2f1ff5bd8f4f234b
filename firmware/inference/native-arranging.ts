/** What the backend `native` moves without computing: Concat, PadV2 and Transpose of float32, up to six axes. */
import { backend_util, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { FastKernel } from './native-backend.ts';

const axesMost = 6;

export const concat: FastKernel = ({ inputs, backend, attrs }) => {
  const tensors = Object.values(inputs) as TensorInfo[];
  const [axis] = util.parseAxisParam(attrs.axis as number, tensors[0]!.shape) as [number];
  const shapes = tensors.map(({ shape }) => shape);
  backend_util.assertParamsConsistent(shapes, axis);
  const parts = tensors.map((tensor) => backend.floatsOf(tensor));
  if (tensors.length < 2 || parts.includes(undefined)) return undefined;
  const result = backend.output(backend_util.computeOutShape(shapes, axis));
  const rowOf = (shape: readonly number[]) => shape.slice(axis).reduce((product, side) => product * side, 1);
  const toStep = rowOf(result.info.shape);
  const rows = result.out.length / toStep;
  let toOffset = 0;
  tensors.forEach(({ shape }, index) => {
    const row = rowOf(shape);
    const arrangement = { axes: [[rows, row, toStep] as const, [row, 1, 1] as const], fromOffset: 0, toOffset };
    backend.kernels.arrange(arrangement, parts[index]!, result.out);
    toOffset += row;
  });
  return result.info;
};

export const pad: FastKernel = ({ inputs, backend, attrs }) => {
  const x = inputs.x!;
  const from = backend.floatsOf(x);
  const paddings = attrs.paddings as readonly (readonly [before: number, after: number])[];
  if (from === undefined || x.shape.length > axesMost || paddings.some(([a, b]) => a < 0 || b < 0)) return undefined;
  const result = backend.output(x.shape.map((side, i) => side + paddings[i]![0] + paddings[i]![1]));
  const steps = stepsOf(x.shape);
  const toSteps = stepsOf(result.info.shape);
  result.out.fill(attrs.constantValue as number);
  const toOffset = paddings.reduce((sum, [before], i) => sum + before * toSteps[i]!, 0);
  const axes = x.shape.map((side, i) => [side, steps[i]!, toSteps[i]!] as const);
  backend.kernels.arrange({ axes, fromOffset: 0, toOffset }, from, result.out);
  return result.info;
};

export const transpose: FastKernel = ({ inputs, backend, attrs }) => {
  const x = inputs.x!;
  const from = backend.floatsOf(x);
  const order = attrs.perm as readonly number[];
  if (from === undefined || x.shape.length > axesMost) return undefined;
  const result = backend.output(order.map((axis) => x.shape[axis]!));
  const steps = stepsOf(x.shape);
  const toSteps = stepsOf(result.info.shape);
  const axes = order.map((axis, i) => [x.shape[axis]!, steps[axis]!, toSteps[i]!] as const);
  backend.kernels.arrange({ axes, fromOffset: 0, toOffset: 0 }, from, result.out);
  return result.info;
};

/** Floats from one index of each axis to the next. */
function stepsOf(shape: readonly number[]): number[] {
  return shape.map((_, axis) => shape.slice(axis + 1).reduce((product, side) => product * side, 1));
}
