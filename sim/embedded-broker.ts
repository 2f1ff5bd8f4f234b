/**
 * A broker inside the process, for the demo: aedes on a loopback port that the system chooses. It speaks MQTT 3.1.1 (the
 * unit is told `protocolVersion: 4`), keeps nothing, and knows no users: never a broker for a real unit.
 */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { Aedes } from 'aedes';

export interface EmbeddedBroker {
  /** `mqtt://127.0.0.1:port`. */
  readonly url: string;
  [Symbol.asyncDispose](): Promise<void>;
}

/** `onMessage` sees every message that a client published, after the broker took it. */
export async function openEmbeddedBroker(
  onMessage: (topic: string, payload: Uint8Array) => void = () => {},
): Promise<EmbeddedBroker> {
  const broker = await Aedes.createBroker();
  broker.on('publish', (packet, client) => {
    if (client)
      onMessage(packet.topic, typeof packet.payload === 'string' ? Buffer.from(packet.payload) : packet.payload);
  });
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    broker.handle(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `mqtt://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      await new Promise<void>((resolve) => broker.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
