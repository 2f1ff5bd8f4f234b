/**
 * Stage `detect`: prepared frame in, the same with its candidates out. A frame without a candidate goes on too (tracks
 * end by what is not seen), so nothing is dropped; how many frames were empty is counted by `read`.
 */
import type { Candidate } from '../domain/candidate.ts';
import type { Tally } from '../domain/tally.ts';
import type { Network } from '../ports/inference.ts';
import type { PeakOptions } from './peaks.ts';
import { candidatesOf } from './peaks.ts';
import type { PreparedFrame } from './prepare.ts';

export interface SearchedFrame extends PreparedFrame {
  readonly candidates: readonly Candidate[];
}

export interface DetectTools extends PeakOptions {
  readonly detector: Network;
  readonly cpuMs: () => number;
  readonly tally: Tally;
}

export async function* detect(source: AsyncIterable<PreparedFrame>, tools: DetectTools): AsyncIterable<SearchedFrame> {
  for await (const prepared of source) {
    tools.tally.in();
    const started = tools.cpuMs();
    const [maps] = await tools.detector.run(prepared.tensor);
    const candidates = candidatesOf(maps!, prepared.letterbox, tools);
    tools.tally.spent(tools.cpuMs() - started);
    tools.tally.out();
    yield { ...prepared, candidates };
  }
}
