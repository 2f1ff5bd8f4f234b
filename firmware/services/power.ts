/**
 * A vehicle's power: when the ignition goes off the unit works on for a while (a stop for fuel is no end of duty), then stops in
 * order (camera, tracks, store, broker) and asks for the machine to be halted; when the supply runs low it does so at once. A
 * cover that is opened is a fault for as long as it is open.
 */
import { Fault } from '../domain/fault.ts';
import { linkedAbort } from '../domain/linked-abort.ts';
import { type LineTools, watchLine } from './line-watch.ts';

export interface PowerTools extends Omit<LineTools, 'onFault'> {
  /** Lines that the board has, among these. */
  readonly lines: { readonly ignition: boolean; readonly supplyLow: boolean; readonly tamper: boolean };
  /** A level must stand so long before it counts. */
  readonly debounceMs: number;
  /** From ignition off to the end. */
  readonly holdOffMs: number;
  readonly onFault: (source: 'tamper' | 'supply' | `line ${PowerLine}`, fault: Fault | undefined) => void;
}

type PowerLine = 'ignition' | 'supply-low' | 'tamper';

export type EndReason = 'ignition-off' | 'supply-low';

/** Resolves with the reason when the unit is to stop and halt; never, but for the signal, where the board has no such line. */
export async function powerEnds(tools: PowerTools): Promise<EndReason | undefined> {
  const { lines, signal } = tools;
  const stop = linkedAbort(signal);
  const asked = new Promise<undefined>((resolve) =>
    signal.addEventListener('abort', () => resolve(undefined), { once: true }),
  );
  const inner = { ...tools, signal: stop.signal };
  const waits: Promise<EndReason | undefined>[] = [asked];
  if (lines.ignition) waits.push(ignitionOff(inner));
  if (lines.supplyLow) waits.push(supplyLow(inner));
  if (lines.tamper) void watchCover(inner);
  const reason = signal.aborted ? undefined : await Promise.race(waits);
  stop.abort();
  return reason;
}

/** Resolves once the ignition has been off for the hold-off time, uninterrupted. */
async function ignitionOff(tools: PowerTools): Promise<EndReason | undefined> {
  const { clock, log, holdOffMs } = tools;
  let holding: AbortController | undefined;
  return new Promise((resolve) => {
    void settled(tools, 'ignition', (on) => {
      holding?.abort();
      if (on) {
        if (holding !== undefined) log.event('info', 'ignition.on', {});
        holding = undefined;
        return;
      }
      holding = linkedAbort(tools.signal);
      log.event('info', 'ignition.off', { hold_off_ms: holdOffMs });
      clock.sleep(holdOffMs, holding.signal).then(
        () => resolve('ignition-off'),
        () => undefined,
      );
    });
    tools.signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}

async function supplyLow(tools: PowerTools): Promise<EndReason | undefined> {
  return new Promise((resolve) => {
    void settled(tools, 'supply-low', (low) => {
      tools.onFault('supply', low ? new Fault('power.low', 'The board says so.') : undefined);
      if (low) resolve('supply-low');
    });
    tools.signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}

function watchCover(tools: PowerTools): Promise<void> {
  return settled(tools, 'tamper', (open) => {
    if (open) tools.log.event('error', 'unit.tampered', {});
    tools.onFault('tamper', open ? new Fault('unit.tampered', 'The cover is open.') : undefined);
  });
}

/** Tells of each level of a line that stood for the debounce time, the first one too. */
async function settled(tools: PowerTools, line: PowerLine, told: (active: boolean) => void): Promise<void> {
  const { clock, signal, debounceMs } = tools;
  let last: boolean | undefined;
  let settling: AbortController | undefined;
  const settle = (active: boolean) => {
    settling?.abort();
    settling = linkedAbort(signal);
    clock.sleep(debounceMs, settling.signal).then(
      () => {
        if (active === last) return;
        last = active;
        told(active);
      },
      () => undefined,
    );
  };
  await watchLine(
    line,
    { ...tools, onFault: (fault) => tools.onFault(`line ${line}`, fault) },
    { had: settle, edge: ({ rising }) => settle(rising), lost: () => settling?.abort() },
  );
}
