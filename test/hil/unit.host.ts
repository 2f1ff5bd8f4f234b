/** A broker on this machine for a unit in the guest, which has a network card with nothing but this machine at its other end. */
import { rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startMosquitto } from '../broker/mosquitto.ts';
import type { Reached } from '../broker/subscriber.ts';
import type { Host } from './host.ts';

const folder = fileURLToPath(new URL('../../out/hil', import.meta.url));
/** Where the guest, whose root is this machine's, finds out which port and certificates it has: a `Reached`. */
export const brokerFile = `${folder}/broker.json`;

export async function openHost(): Promise<Host> {
  const { port, certificates, [Symbol.asyncDispose]: end } = await startMosquitto(folder);
  const reached: Reached = { host: '10.0.2.2', port, certificates };
  await writeFile(brokerFile, JSON.stringify(reached));
  return {
    devices: ['-netdev', 'user,id=net', '-device', 'virtio-net-pci,netdev=net,romfile='],
    asked() {},
    async [Symbol.asyncDispose]() {
      await end();
      await rm(brokerFile);
    },
  };
}
