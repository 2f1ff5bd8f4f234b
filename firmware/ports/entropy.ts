/** Random bytes for identifiers. Adapters: the system's generator, and the simulator's seeded one. */

export interface Entropy {
  bytes(count: number): Uint8Array;
}
