/**
 * Data that is not in the cache from the last time, as no frame from a camera is: copies that take turns. Only for work that
 * moving binds; what computes finds its data in the cache in a network too, where the layer before has just written it.
 */
import type { Isa } from '../../native/index.ts';
import type { Stopwatch } from './stopwatch.ts';
import type { Work } from './work.ts';

/** Of all copies together: many times a core's own cache. */
const BYTES = 64 * 2 ** 20;
const COPIES_MOST = 4096;

/** A call on one copy after the other; `make` draws the data of one and gives its call. */
function onFreshData(stopwatch: Stopwatch, { work, isa, make }: { work: Work; isa: Isa; make: () => () => void }) {
  const copies = stopwatch.isBoundByBytes(work, isa) ? Math.ceil(BYTES / work.bytes) : 1;
  const calls = Array.from({ length: Math.min(COPIES_MOST, copies) }, make);
  // Memory that was never touched is not there yet.
  for (const call of calls) call();
  let next = 0;
  return () => calls[next++ % calls.length]!();
}

/** Times a kernel of the engine on every instruction set in turn. @param make the call on new data, on a set. */
export async function timeOnEverySet(
  stopwatch: Stopwatch,
  { name, work, make }: { readonly name: string; readonly work: Work; readonly make: (isa: Isa) => () => void },
): Promise<void> {
  if (!stopwatch.wants(name, 'kernel')) return;
  await stopwatch.inTurn(
    stopwatch.sets.map((isa) => ({
      name,
      kind: 'kernel' as const,
      backend: 'native' as const,
      isa,
      work,
      run: onFreshData(stopwatch, { work, isa, make: () => make(isa) }),
    })),
  );
}

/** Bytes without an order, the same in each run. */
export function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += pattern.length) bytes.set(pattern.subarray(0, length - at), at);
  return bytes;
}

/** Values between -1 and 1, the same in each run. */
export function drawn(length: number): Float32Array {
  const values = new Float32Array(length);
  for (let at = 0; at < length; at += evenValues.length) values.set(evenValues.subarray(0, length - at), at);
  return values;
}

const pattern = new Uint8Array(2 ** 20 - 1);
let state = 1;
for (let i = 0; i < pattern.length; i++) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  pattern[i] = state >>> 24;
}
const evenValues = Float32Array.from(pattern, (byte) => byte / 128 - 1);
