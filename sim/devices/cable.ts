/**
 * The cable between unit and broker: a TCP relay on a loopback port. It can be cut, and its back door makes it fail. `off`: every
 * connection is cut and none lasts; `stuck`: connections stand and nothing passes; `garbage`: other bytes arrive; `slow`: a kilobyte
 * passes a second; `delayed`: all passes, three seconds late; `intermittent`: off for a second of two. What was held back passes when
 * the fault ends.
 */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import type { MonotonicMs } from '../../firmware/domain/instant.ts';
import type { Clock } from '../../firmware/ports/clock.ts';
import { Dice } from '../dice.ts';
import { FaultSwitch, type SimulatedFault } from '../faults.ts';

export interface CableOptions {
  readonly clock: Clock;
  /** What garbage is made of. */
  readonly dice: Dice;
}

const DELAY_MS = 3000;
const SLOW_BYTES = 1024;
const TURN_MS = 1000;
/** A message and its answer take no turn of the event loop without a byte on the cable, but for the broker's own few. */
const QUIET_TURNS = 8;

/** Opens it. By the system's clock unless told otherwise. */
export async function openCable(
  brokerPort: number,
  { clock = systemClock(), dice = new Dice('cable') }: Partial<CableOptions> = {},
): Promise<SimCable> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return new SimCable(server, brokerPort, { clock, dice });
}

export class SimCable {
  readonly port: number;
  readonly #server: Server;
  readonly #options: CableOptions;
  readonly #ends = new Set<Socket>();
  readonly #fault = new FaultSwitch('cable', ['off', 'stuck', 'garbage', 'slow', 'delayed', 'intermittent'], {
    wrong: 'another broker has no certificate that the unit takes, as test/devices/mqtt-broker.test.ts shows',
  });
  #changed = new AbortController();
  #isCut = false;
  #movements = 0;

  constructor(server: Server, brokerPort: number, options: CableOptions) {
    this.#server = server;
    this.#options = options;
    this.port = (server.address() as AddressInfo).port;
    server.on('connection', (near) => {
      this.#movements++;
      if (this.#isCut) near.destroy();
      else this.#join(near, connect(brokerPort, '127.0.0.1'));
    });
  }

  /** Back door. */
  set fault(fault: SimulatedFault | undefined) {
    this.#fault.set(fault);
    this.#changed.abort();
    this.#changed = new AbortController();
    this.#isCut = fault === 'off';
    if (this.#isCut) this.cut();
    if (fault === 'intermittent') void this.#flicker(this.#changed.signal);
  }

  /** Cuts every connection now; new ones are taken as before. */
  cut(): void {
    for (const end of this.#ends) end.destroy();
  }

  /** Resolves when nothing moves on it, held back bytes apart. */
  async quiet(): Promise<void> {
    for (let still = 0; still < QUIET_TURNS; still++) {
      const before = this.#movements;
      await turn();
      if (this.#movements !== before) still = 0;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#changed.abort();
    this.#server.close();
    this.cut();
    await closed;
  }

  #join(near: Socket, far: Socket): void {
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#ends.add(end);
      end.on('error', () => {});
      end.once('close', () => {
        this.#movements++;
        this.#ends.delete(end);
        other.destroy();
      });
      this.#relay(end, other);
    }
  }

  /** One way, in order. */
  #relay(from: Socket, to: Socket): void {
    let before: Promise<void> = Promise.resolve();
    from.on('data', (arrived: Buffer) => {
      this.#movements++;
      const { clock, dice } = this.#options;
      const garbled = this.#fault.present === 'garbage';
      const bytes = garbled ? Buffer.from(arrived.map(() => dice.integer(256))) : arrived;
      const cameAt = clock.monotonic();
      before = before.then(() => this.#pass(bytes, cameAt, to));
    });
  }

  async #pass(bytes: Buffer, cameAt: MonotonicMs, to: Socket): Promise<void> {
    let passed = 0;
    while (passed < bytes.length && !to.destroyed) {
      const { waitMs, count } = this.#due(cameAt);
      if (waitMs > 0 && (await this.#heldFor(waitMs))) continue;
      to.write(bytes.subarray(passed, passed + count));
      this.#movements++;
      passed += count;
    }
  }

  /** How long what came then has to wait, and how many bytes pass after that. */
  #due(cameAt: MonotonicMs): { readonly waitMs: number; readonly count: number } {
    const all = Number.POSITIVE_INFINITY;
    switch (this.#fault.present) {
      case 'stuck':
        return { waitMs: all, count: 0 };
      case 'slow':
        return { waitMs: 1000, count: SLOW_BYTES };
      case 'delayed':
        return { waitMs: cameAt + DELAY_MS - this.#options.clock.monotonic(), count: all };
      default:
        return { waitMs: 0, count: all };
    }
  }

  /** True when the fault has changed before. */
  async #heldFor(waitMs: number): Promise<boolean> {
    const { signal } = this.#changed;
    const { clock } = this.#options;
    const waited = Number.isFinite(waitMs)
      ? clock.sleep(waitMs, signal)
      : new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    return waited.then(
      () => false,
      () => true,
    );
  }

  async #flicker(over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      this.#isCut = !this.#isCut;
      if (this.#isCut) this.cut();
      await this.#options.clock.sleep(TURN_MS, over).catch(() => undefined);
    }
  }
}
