/**
 * Delivery: asks a carrier again and again for lists and gives them to the library. It promises that a list which is there already costs
 * nothing, that one which was refused is refused once, and that what may pass by itself (a network, a full disk) is tried again.
 */
import { Fault, faultOf } from '../../domain/fault.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ListCarrier, OfferedList } from '../../ports/list-carrier.ts';
import type { Log } from '../../ports/log.ts';
import type { Library } from './library.ts';
import { parseStatement } from './statement.ts';

export interface DeliveryTools {
  readonly carrier: ListCarrier;
  readonly library: Library;
  readonly clock: Clock;
  readonly log: Log;
  readonly everyMs: number;
  readonly signal: AbortSignal;
  /** A list was replaced. */
  readonly taken: (list: string) => void;
  /** What keeps lists from coming now; undefined: nothing. */
  readonly onFault: (fault: Fault | undefined) => void;
}

/** Resolves when the signal aborts. */
export async function receiveLists(tools: DeliveryTools): Promise<void> {
  const { clock, everyMs, signal, onFault } = tools;
  while (!signal.aborted) {
    try {
      await receiveOnce(tools);
      onFault(undefined);
    } catch (error) {
      const fault = faultOf(error);
      if (fault === undefined && !signal.aborted) throw error;
      onFault(fault);
    }
    await clock.sleep(everyMs, signal).catch(() => undefined);
  }
}

/** All that is offered now. Rejects with a fault that may pass. */
export async function receiveOnce({
  carrier,
  library,
  log,
  signal,
  taken,
}: Omit<DeliveryTools, 'clock' | 'everyMs' | 'onFault'>): Promise<void> {
  const unsettled: unknown[] = [];
  const settle = (offered: OfferedList, refusal: string | undefined) =>
    offered.settle(refusal).catch((error) => void unsettled.push(error));
  for (const offered of await carrier.offers(signal)) {
    try {
      const list = await takenBy(library, offered, log);
      if (list !== undefined) taken(list);
      await settle(offered, undefined);
    } catch (error) {
      if (!(error instanceof Fault) || error.passes) throw error;
      log.event('warning', 'hotlist.refused', { from: carrier.name, code: error.code, detail: error.detail });
      await settle(offered, `${error.message} ${error.remedy}`);
    }
  }
  if (unsettled.length > 0) throw unsettled[0];
}

/** The list's name; undefined: it was there already. */
async function takenBy(library: Library, offered: OfferedList, log: Log): Promise<string | undefined> {
  const statement = parseStatement(offered.statement, offered.name);
  const old = library.about(statement.list);
  if (old?.sha256 === statement.sha256 && old.madeAtMs === statement.madeAtMs) return undefined;
  const { list, counts, badLines } = await library.take({ statement, chunks: offered.chunks() }, 'unit');
  log.event('info', 'hotlist.taken', { list, ...counts });
  for (const { line, reason } of badLines) log.event('warning', 'hotlist.bad-line', { list, line, reason });
  return list;
}
