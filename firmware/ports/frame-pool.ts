/** The frame pool: a fixed number of slots of raw memory, shared by threads without copying. */
import type { Lease } from '../domain/frame.ts';

export interface FramePool {
  readonly slots: number;
  readonly free: number;
  readonly bytesPerSlot: number;
  /** A lease with one holder, or undefined when every slot is held. */
  acquire(): Lease | undefined;
  /** The slot's memory, valid until the lease's last holder releases it. Throws on a lease that has ended. */
  bytesOf(lease: Lease): Uint8Array;
  /** Adds a holder; each holder releases once. */
  retain(lease: Lease): void;
  release(lease: Lease): void;
}
