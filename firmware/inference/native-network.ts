/**
 * A network that the engine runs as one program: one crossing a batch, into arrays that grow to the largest batch and are then used
 * again. On the caller's thread, or beside it.
 */
import { NativeArgumentError, type Program } from '../../native/index.ts';
import type { Network, Tensor } from '../ports/inference.ts';
import type { CompiledGraph } from './native-plan.ts';

export interface NativeNetworkOptions {
  readonly name: string;
  /** Height, width and channels. */
  readonly picture: readonly number[];
  /** Whether runs go to another thread. */
  readonly beside: boolean;
}

/** For functions of the engine that run the program themselves. */
export interface NativeNetwork extends Network {
  readonly program: Program;
  readonly beside: boolean;
}

export function isNative(network: Network): network is NativeNetwork {
  return 'program' in network;
}

export function nativeNetwork({ program, outputShapes }: CompiledGraph, options: NativeNetworkOptions): NativeNetwork {
  const { name, picture, beside } = options;
  const outputs = program.outputFloats.map((floats) => new Batches(floats));
  return {
    name,
    program,
    beside,
    async run({ shape, data }: Tensor) {
      const [pictures = 0, ...rest] = shape;
      if (rest.join() !== picture.join()) {
        throw new NativeArgumentError('input.shape', `[${shape}] is not of pictures [${picture}]`);
      }
      const arrays = outputs.map((each) => each.of(pictures));
      const besideMs = beside ? await program.runBeside(pictures, data, arrays) : program.run(pictures, data, arrays);
      return {
        outputs: arrays.map((answer, index) => ({ shape: [pictures, ...outputShapes[index]!], data: answer })),
        besideMs: besideMs ?? 0,
      };
    },
    dispose: () => {},
  };
}

/** One output's memory: of as many pictures as were ever asked for at once. */
class Batches {
  readonly #floats: number;
  #last: Float32Array<ArrayBuffer>;

  constructor(floats: number) {
    this.#floats = floats;
    this.#last = new Float32Array(floats);
  }

  of(pictures: number): Float32Array {
    const length = pictures * this.#floats;
    if (this.#last.length !== length) {
      const { buffer } = this.#last;
      const isEnough = length * Float32Array.BYTES_PER_ELEMENT <= buffer.byteLength;
      this.#last = isEnough ? new Float32Array(buffer, 0, length) : new Float32Array(length);
    }
    return this.#last;
  }
}
