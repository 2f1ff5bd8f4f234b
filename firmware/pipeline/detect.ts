/**
 * Stage `detect`: prepared frame in, the same with its candidates out. A frame without a candidate goes on too (tracks
 * end by what is not seen), so nothing is dropped; how many frames were empty is counted by `read`.
 *
 * The network knows plates up to about half the frame's width. Where told so, a frame in which it found nothing is looked
 * at once more at half the scale, for a photograph that a plate fills; that costs as much again, so a camera on a road
 * does without it.
 */
import type { Candidate } from '../domain/candidate.ts';
import type { Tally } from '../domain/tally.ts';
import type { Engine } from '../ports/engine.ts';
import type { Network } from '../ports/inference.ts';
import type { PeakOptions } from './peaks.ts';
import { candidatesOf } from './peaks.ts';
import { detectorInput, type PreparedFrame } from './prepare.ts';

export interface SearchedFrame extends PreparedFrame {
  readonly candidates: readonly Candidate[];
}

export interface DetectTools extends PeakOptions {
  readonly detector: Network;
  readonly engine: Engine;
  /** Whether a frame in which nothing was found is looked at again at half the scale. */
  readonly lookCloser: boolean;
  readonly cpuMs: () => number;
  readonly tally: Tally;
}

export async function* detect(source: AsyncIterable<PreparedFrame>, tools: DetectTools): AsyncIterable<SearchedFrame> {
  for await (const prepared of source) {
    tools.tally.in();
    const started = tools.cpuMs();
    const [maps] = await tools.detector.run(prepared.tensor);
    let candidates = candidatesOf(maps!, prepared.letterbox, tools);
    if (candidates.length === 0 && tools.lookCloser) candidates = await atHalfScale(prepared, tools);
    tools.tally.spent(tools.cpuMs() - started);
    tools.tally.out();
    yield { ...prepared, candidates };
  }
}

async function atHalfScale({ image, tensor }: PreparedFrame, tools: DetectTools): Promise<Candidate[]> {
  const { mean, deviation, pad } = detectorInput;
  const width = detectorInput.width / 2;
  const height = detectorInput.height / 2;
  const small = new Float32Array(width * height);
  const letterbox = tools.engine.letterbox(image, { width, height, mean, deviation, pad }, small);
  const data = new Float32Array(tensor.data.length).fill((pad - mean) / deviation);
  for (let row = 0; row < height; row++)
    data.set(small.subarray(row * width, (row + 1) * width), row * detectorInput.width);
  const [maps] = await tools.detector.run({ shape: tensor.shape, data });
  return candidatesOf(maps!, letterbox, tools);
}
