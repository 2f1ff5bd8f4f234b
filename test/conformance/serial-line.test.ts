import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { afterAll } from 'vitest';
import { serialPort } from '../../firmware/devices/serial-port.ts';
import { openPseudoTerminal } from '../../native/index.ts';
import { serialLineObligations } from './serial-line-obligations.ts';

const terminal = openPseudoTerminal();
// While nobody has the line open its far end reads an error, so it is held.
const held = openSync(terminal.path, constants.O_RDWR | constants.O_NOCTTY);
const far = new ReadStream(terminal.fd);
far.on('data', (chunk) => writeSync(terminal.fd, chunk));
afterAll(() => {
  far.destroy();
  closeSync(held);
});

serialLineObligations('serialport at a pseudo-terminal', async () => serialPort({ path: terminal.path }));
