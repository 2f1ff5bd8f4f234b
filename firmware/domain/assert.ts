/** A broken invariant: the process ends and its supervisor starts it again. Never for what the world may do. */
export function assert(condition: boolean, invariant: string): asserts condition {
  if (!condition) throw new Error(`broken invariant: ${invariant}`);
}
