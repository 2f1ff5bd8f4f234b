/**
 * A serial line over the serialport package: a UART, a USB receiver or a pseudo-terminal, eight data bits, no parity.
 *
 * Promises the port's obligations; a port that can not be opened or that vanishes is Fault `gps.missing`. Refuses nothing
 * else: a wrong baud rate shows as bytes without meaning.
 *
 * The package opens, sets up and polls the port; the bytes are read here, because its own reading (serialport 13.0.0,
 * bindings-cpp `unixRead`) asks again for ever when a line that has hung up gives none.
 */
import { readSync, writeSync } from 'node:fs';
import { SerialPort } from 'serialport';
import { Fault } from '../domain/fault.ts';
import type { SerialLine } from '../ports/serial-line.ts';

type OpenPort = Awaited<ReturnType<typeof SerialPort.binding.open>>;
type PolledPort = Extract<OpenPort, { readonly poller: unknown }>;

export function serialPort({ path }: { readonly path: string }): SerialLine {
  return {
    path,
    async open(baudRate) {
      const port = await openPort(path, baudRate);
      return {
        async *bytes(signal) {
          const close = () => {
            if (port.isOpen) void port.close();
          };
          if (signal.aborted) return;
          signal.addEventListener('abort', close, { once: true });
          try {
            yield* chunksOf(port, signal);
          } catch (cause) {
            if (!signal.aborted) throw new Fault('gps.missing', `${path} vanished.`, cause);
          } finally {
            signal.removeEventListener('abort', close);
          }
        },
        write(bytes) {
          try {
            if (port.fd !== null) writeSync(port.fd, bytes);
          } catch {
            // A full buffer, or a line that has just vanished: the reader learns of that.
          }
        },
        async [Symbol.asyncDispose]() {
          if (port.isOpen) await port.close();
        },
      };
    },
  };
}

async function openPort(path: string, baudRate: number): Promise<PolledPort> {
  let port: OpenPort;
  try {
    // No lock: a pseudo-terminal's is advisory and would outlive a crash; one unit runs a device.
    port = await SerialPort.binding.open({ path, baudRate, lock: false });
  } catch (cause) {
    throw new Fault('gps.missing', `${path} can not be opened.`, cause);
  }
  if ('poller' in port) return port;
  await port.close();
  throw new Fault('gps.missing', `${path}: serial ports are read on Linux and macOS only.`);
}

async function* chunksOf(port: PolledPort, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(4096);
  while (!signal.aborted && port.fd !== null) {
    await readable(port);
    if (signal.aborted) return;
    const count = readNow(port.fd, buffer);
    if (count === 0) throw new Error('the line hung up');
    if (count !== undefined) yield buffer.slice(0, count);
  }
}

/** Resolves when there is something to read; rejects when the port fails or is closed. */
function readable({ poller }: PolledPort): Promise<void> {
  return new Promise((resolve, reject) => {
    poller.once('readable', (error) => (error ? reject(error) : resolve()));
  });
}

/** How many bytes were there; undefined where there were none after all. The port does not block. */
function readNow(fd: number, buffer: Uint8Array): number | undefined {
  try {
    return readSync(fd, buffer);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EAGAIN' || error.code === 'EINTR'))
      return undefined;
    throw error;
  }
}
