/**
 * Stage `raise`: matched detections in, the same with the alert that is put before a person for them out. Whether there is one
 * is decided elsewhere (POLICY.md U4 to U6); here it joins the detection before both are stored as one. Drops nothing.
 */
import type { Alert } from '../domain/alert.ts';
import type { MatchedDetection } from '../domain/matched.ts';
import type { Tally } from '../domain/tally.ts';

export interface RaiseTools {
  /** Undefined: none. */
  readonly alert: (matched: MatchedDetection) => Alert | undefined;
  readonly tally: Tally;
}

export async function* raise(
  source: AsyncIterable<MatchedDetection>,
  { alert, tally }: RaiseTools,
): AsyncIterable<MatchedDetection> {
  for await (const matched of source) {
    tally.in();
    const raised = alert(matched);
    tally.out();
    yield raised === undefined ? matched : { ...matched, alert: raised };
  }
}
