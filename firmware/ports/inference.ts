/** Inference: a loaded network. Adapters: tfjs backends. Tensors are float32, NHWC, dense. */

export const backendNames = ['native', 'tfjs-node', 'wasm'] as const;
export type BackendName = (typeof backendNames)[number];
/** `auto`: the first of them that can be had. */
export type BackendChoice = BackendName | 'auto';

export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

export interface Network {
  readonly name: string;
  /** Runs once over one input; outputs in the order that the model's card names them. The arrays are the caller's. */
  run(input: Tensor): Promise<readonly Tensor[]>;
  dispose(): void;
}
