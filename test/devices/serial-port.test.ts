import { closeSync, writeSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { serialPort } from '../../firmware/devices/serial-port.ts';
import { Fault } from '../../firmware/domain/fault.ts';
import { openPseudoTerminal } from '../../native/index.ts';

/** A line at a pseudo-terminal, opened and being read. */
async function openLine() {
  const terminal = openPseudoTerminal();
  const stop = new AbortController();
  const opened = Promise.withResolvers<void>();
  const line = serialPort({ path: terminal.path, baudRate: 9600 });
  const iterator = line.bytes(stop.signal, opened.resolve)[Symbol.asyncIterator]();
  const first = iterator.next();
  await opened.promise;
  return { ...terminal, stop, line, iterator, first };
}

describe('serial port', () => {
  test('delivers every byte as it was written, control characters too', async () => {
    const { fd, stop, iterator, first } = await openLine();
    const sent = Uint8Array.from({ length: 256 }, (_, i) => i);
    writeSync(fd, sent);
    const got: number[] = [];
    for (let next = await first; !next.done; next = await iterator.next()) {
      got.push(...next.value);
      if (got.length >= sent.length) break;
    }
    expect(got).toEqual([...sent]);
    stop.abort();
    await iterator.return?.();
    closeSync(fd);
  });

  test('ends without a fault when it is told to', async () => {
    const { fd, stop, first } = await openLine();
    stop.abort();
    await expect(first).resolves.toMatchObject({ done: true });
    closeSync(fd);
  });

  test('a device that hangs up is a fault', async () => {
    const { fd, first } = await openLine();
    closeSync(fd);
    await expect(first).rejects.toMatchObject({ code: 'gps.missing' });
  });

  test('a device that hangs up in the midst of talking is a fault, at whatever moment', async () => {
    for (let round = 0; round < 20; round++) {
      const { fd, iterator, first } = await openLine();
      for (let i = 0; i < round; i++) writeSync(fd, '$GPRMC,123456.00,V,,,,,,,010126,,,N*7D\r\n');
      if (round % 2 === 1) await first;
      closeSync(fd);
      const drain = async () => {
        for (let next = await first; !next.done; ) next = await iterator.next();
      };
      await expect(drain()).rejects.toMatchObject({ code: 'gps.missing' });
    }
  });

  test('can be opened anew after it was closed', async () => {
    const { fd, stop, first, line } = await openLine();
    stop.abort();
    await first;
    const again = new AbortController();
    const opened = Promise.withResolvers<void>();
    const next = line.bytes(again.signal, opened.resolve)[Symbol.asyncIterator]().next();
    await opened.promise;
    writeSync(fd, 'hello');
    const { value } = await next;
    expect(Buffer.from(value!).toString()).toMatch(/^h/);
    again.abort();
    closeSync(fd);
  });

  test('a port that is not there is a fault that names it', async () => {
    const bytes = serialPort({ path: '/dev/no-such-gps', baudRate: 9600 }).bytes(new AbortController().signal);
    const error = await bytes[Symbol.asyncIterator]()
      .next()
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Fault);
    expect((error as Fault).code).toBe('gps.missing');
    expect((error as Fault).detail).toContain('/dev/no-such-gps');
  });
});
