/**
 * A bad network between unit and broker: a TCP relay on a loopback port that reads MQTT's packets (MQTT 5, section 2.1) and, by
 * seeded dice, holds one back, cuts the connection in the middle of one, takes a connection only to drop it, or sends a PUBLISH
 * (with its DUP flag) or PUBACK twice. Without TLS, for nothing else could repeat a packet.
 */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Dice } from '../../sim/dice.ts';

/** How often, of packets (of connections: refuse): one in so many; 0: never. */
export interface Badness {
  readonly holdOneIn: number;
  readonly cutOneIn: number;
  readonly repeatOneIn: number;
  readonly refuseOneIn: number;
}

export const good: Badness = { holdOneIn: 0, cutOneIn: 0, repeatOneIn: 0, refuseOneIn: 0 };

export interface BadNetwork {
  readonly port: number;
  badness: Badness;
  /** Nothing comes through, and every connection is refused. */
  away: boolean;
  /** How often each thing happened. */
  readonly counts: Record<'held' | 'cut' | 'repeated' | 'refused', number>;
  [Symbol.asyncDispose](): Promise<void>;
}

const HOLD_MS_MAX = 40;
const PUBLISH = 3;
const PUBACK = 4;
const DUP = 0x08;

export async function openBadNetwork(brokerPort: number, dice: Dice): Promise<BadNetwork> {
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    const happens = (oneIn: number) => oneIn > 0 && dice.integer(oneIn) === 0;
    if (network.away || happens(network.badness.refuseOneIn)) {
      network.counts.refused += 1;
      near.destroy();
      return;
    }
    const far = connect({ port: brokerPort, host: '127.0.0.1', noDelay: true });
    near.setNoDelay(true);
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end);
      end.on('error', () => {});
      end.once('close', () => {
        ends.delete(end);
        other.destroy();
      });
      void relay(end, other);
    }

    async function relay(from: Socket, to: Socket): Promise<void> {
      for await (const packet of packetsOf(from)) {
        const { holdOneIn, cutOneIn, repeatOneIn } = network.badness;
        if (network.away || happens(cutOneIn)) {
          network.counts.cut += 1;
          to.write(packet.subarray(0, dice.integer(packet.length)), () => to.destroy());
          return;
        }
        if (happens(holdOneIn)) {
          network.counts.held += 1;
          await pause(dice.uniform(0, HOLD_MS_MAX));
        }
        to.write(packet);
        const kind = packet[0]! >> 4;
        if ((kind === PUBLISH || kind === PUBACK) && happens(repeatOneIn)) {
          network.counts.repeated += 1;
          const again = Buffer.from(packet);
          if (kind === PUBLISH) again[0]! |= DUP;
          to.write(again);
        }
      }
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const network: BadNetwork = {
    port: (server.address() as AddressInfo).port,
    badness: good,
    away: false,
    counts: { held: 0, cut: 0, repeated: 0, refused: 0 },
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      for (const end of ends) end.destroy();
      await closed;
    },
  };
  return network;
}

/** Whole packets of a connection, until it ends. */
async function* packetsOf(socket: Socket): AsyncIterable<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of socket) {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      for (let length = packetBytes(held); length <= held.length; length = packetBytes(held)) {
        yield held.subarray(0, length);
        held = held.subarray(length);
      }
    }
  } catch {
    // The connection was cut; its other end is told by 'close'.
  }
}

/** Bytes of the packet at the front; infinity while its head is not whole. */
function packetBytes(bytes: Buffer): number {
  let length = 0;
  for (let at = 1; at < bytes.length && at <= 4; at += 1) {
    length += (bytes[at]! & 0x7f) * 128 ** (at - 1);
    if ((bytes[at]! & 0x80) === 0) return 1 + at + length;
  }
  return Number.POSITIVE_INFINITY;
}
