/**
 * The stage `store`. In: matched detections; out: the same with the sequence under which they are durable. Drops:
 * `store.full`, `store.unwritable`, when the disk takes nothing; the unit goes on, and what is stored stays. The fault
 * is logged when it begins and when it has passed, not for every detection.
 */
import { type Fault, faultOf } from '../domain/fault.ts';
import type { MatchedDetection } from '../domain/matched.ts';
import type { Tally } from '../domain/tally.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';

export interface StoredDetection {
  readonly sequence: bigint;
  readonly matched: MatchedDetection;
}

export interface StoreStage {
  readonly store: Store;
  readonly tally: Tally;
  readonly log: Log;
  /** Told when a fault of the disk begins, and with undefined when it has passed. */
  readonly onFault?: (fault: Fault | undefined) => void;
}

export async function* store(
  source: AsyncIterable<MatchedDetection>,
  stage: StoreStage,
): AsyncIterable<StoredDetection> {
  let failing: { readonly code: string; dropped: number } | undefined;
  for await (const matched of source) {
    stage.tally.in();
    const sequence = append(matched);
    if (sequence === undefined) continue;
    stage.tally.out();
    yield { sequence, matched };
  }

  function append(matched: MatchedDetection): bigint | undefined {
    try {
      const sequence = stage.store.append(matched);
      if (failing) {
        stage.log.event('info', 'store.recovered', { dropped: failing.dropped });
        failing = undefined;
        stage.onFault?.(undefined);
      }
      return sequence;
    } catch (error) {
      const fault = faultOf(error);
      if (!fault?.passes) throw error;
      if (fault.code !== failing?.code) {
        stage.log.event('error', fault.code, { detail: fault.detail, remedy: fault.remedy });
        failing = { code: fault.code, dropped: failing?.dropped ?? 0 };
        stage.onFault?.(fault);
      }
      failing.dropped += 1;
      stage.tally.drop(fault.code);
      return undefined;
    }
  }
}
