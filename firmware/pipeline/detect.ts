/**
 * Stage `detect`: prepared frame in, the same with its candidates out. A frame without a candidate goes on too (tracks
 * end by what is not seen), so nothing is dropped; how many frames were empty is counted by `read`.
 *
 * The whole frame comes prepared; where the search asks for further views, each is one more run of the network, and what
 * all of them found is merged in pixels of the frame.
 */
import type { Candidate, Search } from '../domain/candidate.ts';
import type { Tally } from '../domain/tally.ts';
import type { Engine, Image, Letterbox } from '../ports/engine.ts';
import type { Network, Tensor } from '../ports/inference.ts';
import type { PeakOptions } from './peaks.ts';
import { candidatesOf, withoutRepeats } from './peaks.ts';
import { detectorInput, type PreparedFrame } from './prepare.ts';
import { believed, type View, viewsOf } from './search.ts';
import { Stint } from './stint.ts';

export interface SearchedFrame extends PreparedFrame {
  readonly candidates: readonly Candidate[];
}

export interface DetectTools extends PeakOptions {
  readonly detector: Network;
  readonly engine: Engine;
  readonly search: Search;
  readonly cpuMs: () => number;
  readonly tally: Tally;
}

export async function* detect(source: AsyncIterable<PreparedFrame>, tools: DetectTools): AsyncIterable<SearchedFrame> {
  for await (const prepared of source) {
    tools.tally.in();
    const stint = new Stint(tools.cpuMs);
    const candidates = await candidatesIn(prepared, tools, stint);
    const spentMs = stint.spentMs();
    tools.tally.spent(spentMs);
    tools.tally.out();
    yield { ...prepared, candidates, spentMs: prepared.spentMs + spentMs };
  }
}

async function candidatesIn(
  { image, tensor, letterbox }: PreparedFrame,
  tools: DetectTools,
  stint: Stint,
): Promise<Candidate[]> {
  const [, ...views] = viewsOf(image, detectorInput, tools.search);
  const { outputs } = await stint.answer(tools.detector.run(tensor));
  const [maps] = outputs;
  const found = candidatesOf(maps!, letterbox, tools);
  for (const view of views) {
    const { letterbox: placed, tensor: shown } = show(image, view, tools.engine);
    const [more] = (await stint.answer(tools.detector.run(shown))).outputs;
    found.push(...believed(candidatesOf(more!, placed, tools), view, image, placed.scale));
  }
  return views.length === 0 ? found : withoutRepeats(found, tools);
}

/** The network's input with one view of the frame in its top left corner. */
function show(image: Image, { crop, within }: View, engine: Engine): { tensor: Tensor; letterbox: Letterbox } {
  const { width, height, mean, deviation, pad } = detectorInput;
  const shape = [1, height, width, 1];
  const data = new Float32Array(width * height);
  if (within.width === width && within.height === height) {
    return { letterbox: engine.letterbox(image, { ...detectorInput, crop }, data), tensor: { shape, data } };
  }
  const small = new Float32Array(within.width * within.height);
  const letterbox = engine.letterbox(image, { ...within, mean, deviation, pad, crop }, small);
  data.fill((pad - mean) / deviation);
  for (let row = 0; row < within.height; row++) {
    data.set(small.subarray(row * within.width, (row + 1) * within.width), row * width);
  }
  return { letterbox, tensor: { shape, data } };
}
