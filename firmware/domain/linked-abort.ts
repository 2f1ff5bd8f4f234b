/**
 * An AbortController whose signal aborts with its parent's too; from its own abort on it holds nothing of the parent, nor the parent of it.
 * For what is begun again and again beneath a signal that lives as long as the unit: each `AbortSignal.any` leaves weak
 * references with that in Node 24, which outlive what they were made for (https://github.com/nodejs/node/issues/64476).
 */
export function linkedAbort(parent: AbortSignal): AbortController {
  const own = new AbortController();
  const end = () => own.abort(parent.reason);
  if (parent.aborted) end();
  else {
    parent.addEventListener('abort', end, { once: true });
    own.signal.addEventListener('abort', () => parent.removeEventListener('abort', end), { once: true });
  }
  return own;
}
