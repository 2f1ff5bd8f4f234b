/**
 * Stage `detect`: prepared frame in, the same with its candidates out. All views of a frame are one batch, and what was found in them is
 * agreed on in pixels of the frame. A frame without a candidate goes on too (tracks end by what is not seen), so nothing is dropped; a still
 * one passes by and is not counted.
 */
import type { Candidate } from '../domain/candidate.ts';
import type { Tally } from '../domain/tally.ts';
import type { Image } from '../ports/engine.ts';
import type { Network, Tensor } from '../ports/inference.ts';
import { candidatesOf, type PeakOptions } from './peaks.ts';
import type { PreparedFrame, Shown } from './prepare.ts';
import { agreed, SCORE_OF_SILENCE } from './search.ts';
import type { Stillness } from './stillness.ts';
import { Stint } from './stint.ts';

export interface SearchedFrame extends Omit<PreparedFrame, 'shown'> {
  readonly candidates: readonly Candidate[];
}

export interface DetectTools extends PeakOptions {
  readonly detector: Network;
  /** Is told what was found; the one of `prepare`. */
  readonly stillness: Stillness | undefined;
  readonly cpuMs: () => number;
  readonly tally: Tally;
}

export async function* detect(source: AsyncIterable<PreparedFrame>, tools: DetectTools): AsyncIterable<SearchedFrame> {
  for await (const { shown, ...prepared } of source) {
    if (shown === undefined) {
      yield { ...prepared, candidates: [] };
      continue;
    }
    tools.tally.in();
    const stint = new Stint(tools.cpuMs);
    const { outputs } = await stint.answer(tools.detector.run(shown.tensor));
    const candidates = candidatesIn(outputs[0]!, { ...shown, image: prepared.image }, tools);
    tools.stillness?.looked(prepared.frame, candidates.length);
    const spentMs = stint.spentMs();
    tools.tally.spent(spentMs);
    tools.tally.out();
    yield { ...prepared, candidates, spentMs: prepared.spentMs + spentMs };
  }
}

/** @param maps of every view. */
function candidatesIn(
  maps: Tensor,
  { views, letterboxes, image }: Shown & { readonly image: Image },
  tools: DetectTools,
): Candidate[] {
  if (views.length === 1) return candidatesOf(maps, letterboxes[0]!, tools);
  const looks = views.map((view, index) => {
    const letterbox = letterboxes[index]!;
    const found = candidatesOf(pictureOf(maps, index), letterbox, { ...tools, scoreMin: SCORE_OF_SILENCE });
    return { view, scale: letterbox.scale, found };
  });
  return agreed(looks, image, tools);
}

function pictureOf({ shape, data }: Tensor, index: number): Tensor {
  const [pictures, ...picture] = shape;
  const size = data.length / pictures!;
  return { shape: [1, ...picture], data: data.subarray(index * size, (index + 1) * size) };
}
