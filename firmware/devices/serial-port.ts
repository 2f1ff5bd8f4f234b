/**
 * A serial line over the serialport package: a UART, a USB receiver or a pseudo-terminal, eight data bits, no parity.
 *
 * Promises the port's obligations: the line is closed when the iteration ends, however it ends; a port that can not be
 * opened or that vanishes is Fault `gps.missing`. Refuses nothing else: a wrong baud rate shows as bytes without meaning.
 */
import { once } from 'node:events';
import { SerialPort } from 'serialport';
import { Fault } from '../domain/fault.ts';
import type { SerialLine } from '../ports/serial-line.ts';

export function serialPort(options: { readonly path: string; readonly baudRate: number }): SerialLine {
  const { path, baudRate } = options;
  return {
    path,
    async *bytes(signal, opened) {
      if (signal.aborted) return;
      // No lock: a pseudo-terminal's is advisory and would outlive a crash; systemd runs one unit a device.
      const port = new SerialPort({ path, baudRate, autoOpen: false, endOnClose: true, lock: false });
      const close = () => {
        if (port.isOpen) port.close();
      };
      try {
        await new Promise<void>((resolve, reject) => port.open((error) => (error ? reject(error) : resolve())));
      } catch (cause) {
        throw new Fault('gps.missing', `${path} can not be opened.`, cause);
      }
      signal.addEventListener('abort', close, { once: true });
      if (signal.aborted) close();
      try {
        opened?.();
        for await (const chunk of port) yield chunk as Buffer;
      } catch (cause) {
        if (!signal.aborted) throw new Fault('gps.missing', `${path} failed.`, cause);
      } finally {
        signal.removeEventListener('abort', close);
        if (port.isOpen) {
          const closed = once(port, 'close');
          port.close();
          await closed;
        }
      }
      if (!signal.aborted) throw new Fault('gps.missing', `${path} vanished.`);
    },
  };
}
