/** A GPS receiver that stands still and knows the time, for a unit that `run` starts. */
import { closeSync, writeSync } from 'node:fs';
import { openPseudoTerminal } from '../../native/index.ts';
import { writeEpoch } from '../../sim/devices/nmea-writer.ts';

export interface Receiver extends Disposable {
  /** The serial port. */
  readonly port: string;
}

export function openReceiver(): Receiver {
  const { fd, path: port } = openPseudoTerminal();
  const position = { latitude: 40.48, longitude: -88.99 };
  const speaking = setInterval(() => {
    const epochMs = Math.floor(Date.now() / 1000) * 1000;
    try {
      writeSync(fd, writeEpoch({ epochMs, position, speedMps: 0, courseDeg: 0, satellites: 9, hdop: 0.9 }));
    } catch (error) {
      // Nobody reads yet.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }, 1000);
  return {
    port,
    [Symbol.dispose]() {
      clearInterval(speaking);
      closeSync(fd);
    },
  };
}
