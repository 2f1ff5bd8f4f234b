// Whom the backend suite is asked of: the native backend on every instruction set, wasm, and tfjs-node where it loads. One that can
// not be had is skipped, and the reason told; `make tfjs-node` names it in NEED_BACKEND, and then the suite fails.

import * as tf from '@tensorflow/tfjs-core';
import { startBackend } from '../../firmware/inference/backends.ts';
import { isa } from '../../native/index.ts';
import { nativeOn } from '../native/tensors.ts';

export interface Subject {
  readonly title: string;
  /** By its name in tfjs. */
  readonly backend?: string;
  /** Why it can not be had, where it can not. */
  readonly away?: string;
}

async function subject(name: 'wasm' | 'tfjs-node'): Promise<Subject> {
  try {
    await startBackend(name);
    return { title: name, backend: tf.getBackend() };
  } catch (error) {
    if (process.env.NEED_BACKEND === name) throw error;
    return { title: name, away: error instanceof Error ? error.message : String(error) };
  }
}

/** The backends that are not ours. */
export const others: readonly Subject[] = [await subject('wasm'), await subject('tfjs-node')];

export const subjects: readonly Subject[] = [
  ...isa().available.map((set) => ({ title: `native on ${set}`, backend: nativeOn(set) })),
  ...others,
];
