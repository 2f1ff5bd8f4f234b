/** The disk under the store, asked before each write and once a second. Adapters: the system's, and the simulated one. */
export interface Disk {
  /** Throws Fault `store.full` or `store.unwritable` where it would take nothing now. Writes nothing itself. */
  check(): void;
}
