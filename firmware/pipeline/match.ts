/**
 * Stage `match`: detections in, detections with their hits out, with no network needed (POLICY.md U3). Drops nothing.
 */
import type { Detection } from '../domain/detection.ts';
import type { HotLists, MatchedDetection } from '../domain/matched.ts';
import type { Tally } from '../domain/tally.ts';

export interface MatchTools {
  readonly hotLists: HotLists;
  readonly tally: Tally;
}

export async function* match(
  source: AsyncIterable<Detection>,
  { hotLists, tally }: MatchTools,
): AsyncIterable<MatchedDetection> {
  for await (const detection of source) {
    tally.in();
    const hits = hotLists.hitsOf(detection);
    tally.out();
    yield { detection, hits };
  }
}
