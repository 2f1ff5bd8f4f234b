/**
 * A network as one object of the engine: compiled once from steps over memory that was laid out before, run in one crossing.
 *
 * Promises: weights are packed and owned by the program; a steady stream of runs allocates nothing but what it hands over; every step
 * is checked when it is compiled, every array when it is run. Refuses with a TypeError a step that reaches outside its memory and
 * an array of the wrong length. A program is for one picture, a batch is run picture by picture.
 */
import { NativeArgumentError } from './arguments.ts';
import { type Isa, programsOf, type RawBuilder, type RawProgram, type RawPrograms } from './load.ts';
import { type Clamp, fill, type Window } from './network.ts';

/** Where a tensor of one picture begins: `memory` is 0 for the input, 1 for the arena, 2 and on for the outputs; floats. */
export interface TensorPlace {
  readonly memory: number;
  readonly offset: number;
}

export const inputMemory = 0;
export const arenaMemory = 1;
export const firstOutputMemory = 2;

/** One operation, as NetworkKernels has it; tensors by their places, windows with a batch of one. */
export type ProgramStep =
  | {
      readonly kind: 'convolve';
      readonly window: Window;
      readonly channels: number;
      /** [window row][window column][input channel][channel] */
      readonly weights: Float32Array;
      readonly bias: Float32Array;
      readonly clamp: Clamp;
      readonly from: TensorPlace;
      readonly plus: TensorPlace | undefined;
      readonly to: TensorPlace;
    }
  | {
      readonly kind: 'convolve-channels';
      readonly window: Window;
      /** [window row][window column][channel] */
      readonly weights: Float32Array;
      readonly bias: Float32Array;
      readonly clamp: Clamp;
      readonly from: TensorPlace;
      readonly to: TensorPlace;
    }
  | {
      readonly kind: 'pool-maximum' | 'pool-mean';
      readonly window: Window;
      readonly from: TensorPlace;
      readonly to: TensorPlace;
    }
  | {
      readonly kind: 'add';
      readonly floats: number;
      readonly clamp: Clamp;
      readonly from: TensorPlace;
      readonly plus: TensorPlace;
      readonly to: TensorPlace;
    }
  | {
      readonly kind: 'hold';
      readonly floats: number;
      readonly clamp: Clamp;
      readonly from: TensorPlace;
      readonly to: TensorPlace;
    }
  | {
      readonly kind: 'resize-nearest';
      readonly height: number;
      readonly width: number;
      readonly channels: number;
      /** For each row and column of the result the input's. */
      readonly rows: Int32Array;
      readonly columns: Int32Array;
      readonly from: TensorPlace;
      readonly to: TensorPlace;
    };

/** Sizes are floats of one picture. */
export interface ProgramPlan {
  readonly inputFloats: number;
  readonly arenaFloats: number;
  readonly outputFloats: readonly number[];
  readonly steps: readonly ProgramStep[];
}

export interface Program {
  readonly inputFloats: number;
  readonly outputFloats: readonly number[];
  /** For functions of the engine that run it themselves. */
  readonly handle: RawProgram;
  /** Runs `pictures` of them, end to end in `input`; each output takes their answers end to end. */
  run(pictures: number, input: Float32Array, outputs: readonly Float32Array[]): void;
  /**
   * The same on another thread; resolves with its CPU time in milliseconds. `input` may change as soon as this returns; `outputs` are
   * written when it resolves. Runs that are under way at once each have memory of their own.
   */
  runBeside(pictures: number, input: Float32Array, outputs: readonly Float32Array[]): Promise<number>;
}

/** Undefined where a weight is not finite. Throws a TypeError for a plan that reaches outside its memories. */
export function compile(plan: ProgramPlan, isa?: Isa): Program | undefined {
  const raw = programsOf(isa);
  const builder = raw.begin(plan.inputFloats, plan.arenaFloats, Int32Array.from(plan.outputFloats));
  const windowFields = new Int32Array(14);
  for (const step of plan.steps) if (!added(raw, builder, windowFields, step)) return undefined;
  const handle = raw.finish(builder);
  const { inputFloats, outputFloats } = plan;
  const checked = (pictures: number, input: Float32Array, outputs: readonly Float32Array[]) => {
    exactly('input', input, pictures * inputFloats);
    if (outputs.length !== outputFloats.length) {
      throw new NativeArgumentError('outputs', `has ${outputs.length} arrays, needs ${outputFloats.length}`);
    }
    for (const [index, output] of outputs.entries())
      exactly(`outputs[${index}]`, output, pictures * outputFloats[index]!);
  };
  return {
    inputFloats,
    outputFloats,
    handle,
    run(pictures, input, outputs) {
      checked(pictures, input, outputs);
      raw.run(handle, pictures, input, ...outputs);
    },
    runBeside(pictures, input, outputs) {
      checked(pictures, input, outputs);
      return raw.runBeside(handle, pictures, input, ...outputs);
    },
  };
}

/** False where a weight is not finite. */
function added(raw: RawPrograms, builder: RawBuilder, fields: Int32Array, step: ProgramStep): boolean {
  const places = (...all: readonly TensorPlace[]) => all.flatMap(({ memory, offset }) => [memory, offset]);
  switch (step.kind) {
    case 'convolve': {
      const { window, channels, weights, bias, clamp, from, plus, to } = step;
      const ends = places(from, to, ...(plus === undefined ? [] : [plus]));
      return raw.convolve(builder, fill(fields, window), channels, weights, bias, clamp.low, clamp.high, ...ends);
    }
    case 'convolve-channels': {
      const { window, weights, bias, clamp, from, to } = step;
      return raw.convolveChannels(
        builder,
        fill(fields, window),
        weights,
        bias,
        clamp.low,
        clamp.high,
        ...places(from, to),
      );
    }
    case 'pool-maximum':
      raw.poolMaximum(builder, fill(fields, step.window), ...places(step.from, step.to));
      return true;
    case 'pool-mean':
      raw.poolMean(builder, fill(fields, step.window), ...places(step.from, step.to));
      return true;
    case 'add':
      raw.add(builder, step.floats, step.clamp.low, step.clamp.high, ...places(step.from, step.plus, step.to));
      return true;
    case 'hold':
      raw.hold(builder, step.floats, step.clamp.low, step.clamp.high, ...places(step.from, step.to));
      return true;
    case 'resize-nearest': {
      const { height, width, channels, rows, columns, from, to } = step;
      raw.resizeNearest(builder, height, width, channels, rows, columns, ...places(from, to));
      return true;
    }
  }
}

function exactly(argument: string, array: Float32Array, length: number): void {
  if (!(array instanceof Float32Array)) throw new NativeArgumentError(argument, 'is not a Float32Array');
  if (array.length !== length) throw new NativeArgumentError(argument, `has ${array.length} floats, needs ${length}`);
}
