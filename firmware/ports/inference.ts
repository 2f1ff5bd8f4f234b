/** Inference: a loaded network. Adapters: tfjs backends. Tensors are float32, NHWC, dense. */

export const backendNames = ['native', 'tfjs-node', 'wasm'] as const;
export type BackendName = (typeof backendNames)[number];
/** `auto`: the first of them that can be had. */
export type BackendChoice = BackendName | 'auto';

export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

export interface Answers {
  /** In the order that the model's card names them. The arrays are the network's own, good until it answers again: copy what you keep. */
  readonly outputs: readonly Tensor[];
  /** CPU milliseconds of the run on another thread than the caller's; 0 where it was the caller's. */
  readonly besideMs: number;
}

export interface Network {
  readonly name: string;
  /** Runs over a batch: shape [pictures, ...]. The input is the caller's again when this has returned. */
  run(input: Tensor): Promise<Answers>;
  dispose(): void;
}
