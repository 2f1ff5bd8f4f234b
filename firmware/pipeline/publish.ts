/**
 * Publishing: what waits in an outbox, one of the store's for example, goes to the broker, in order, at QoS 1, at least once; each outbox has
 * a publishing of its own, so that alerts and detections wait for their own kind only. It reads by cursor and
 * moves the cursor only past messages that the broker has acknowledged, so a broker or a unit that was away loses
 * nothing; a few messages are in flight together, and after a failure the first that was not acknowledged goes first
 * again. Drops nothing. Runs until the signal aborts and then ends without an error.
 */
import type { UnitIdentity } from '../domain/detection.ts';
import { type Fault, faultOf } from '../domain/fault.ts';
import type { Tally } from '../domain/tally.ts';
import { topicOf } from '../domain/topic.ts';
import type { Broker } from '../ports/broker.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { NoticeKind, Outbox, OutboxKind, OutboxRow } from '../ports/store.ts';

export interface Publishing<Kind extends OutboxKind | NoticeKind = OutboxKind | NoticeKind> {
  readonly store: Outbox<Kind>;
  readonly kind: Kind;
  readonly broker: Broker;
  readonly unit: UnitIdentity;
  readonly clock: Clock;
  readonly tally: Tally;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Messages in flight together; brokers allow 20 by default. */
  readonly window?: number;
  /** Told each time that the cursor has moved. */
  readonly moved?: () => void;
}

const PAUSE_MIN_MS = 250;
const PAUSE_MAX_MS = 30_000;

export async function publish<Kind extends OutboxKind | NoticeKind>(publishing: Publishing<Kind>): Promise<void> {
  const { store, kind, broker, clock, tally, log, signal, window = 16 } = publishing;
  let highest = 0n;
  let pauseMs = PAUSE_MIN_MS;
  let failing: Fault | undefined;
  let resent = 0;

  while (!signal.aborted) {
    try {
      await store.waiting(kind, signal);
      await broker.connected(signal);
      const rows = store.outbox(kind, window);
      for (const { sequence } of rows) {
        if (sequence > highest) tally.in();
        else resent += 1;
        if (sequence > highest) highest = sequence;
      }
      const outcomes = await Promise.allSettled(rows.map((row) => send(publishing, row)));
      const failed = outcomes.findIndex((each) => each.status === 'rejected');
      const done = rows.slice(0, failed < 0 ? rows.length : failed);
      if (done.length > 0) tally.out(done.length);
      const newest = done.at(-1);
      if (newest) store.acknowledge(kind, newest.sequence);
      publishing.moved?.();
      const rejected = outcomes[failed];
      if (rejected?.status === 'rejected') throw rejected.reason;
      if (failing) log.event('info', 'publish.recovered', { kind, resent });
      failing = undefined;
      resent = 0;
      pauseMs = PAUSE_MIN_MS;
    } catch (error) {
      if (signal.aborted) return;
      const fault = faultOf(error);
      if (!fault?.passes) throw error;
      if (fault.code !== failing?.code) log.event('warning', 'publish.waiting', { kind, fault: fault.code });
      failing = fault;
      if (!(await slept(clock, pauseMs, signal))) return;
      pauseMs = Math.min(pauseMs * 2, PAUSE_MAX_MS);
    }
  }
}

function send(
  { broker, unit, signal }: Pick<Publishing, 'broker' | 'unit' | 'signal'>,
  { kind, payload }: OutboxRow<OutboxKind | NoticeKind>,
): Promise<void> {
  return broker.publish({ topic: topicOf(unit, kind), payload, retain: false }, signal);
}

/** False when the signal ended the sleep. */
async function slept(clock: Clock, durationMs: number, signal: AbortSignal): Promise<boolean> {
  try {
    await clock.sleep(durationMs, signal);
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}
