import { closeSync, readSync, writeSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { serialPort } from '../../firmware/devices/serial-port.ts';
import { Fault } from '../../firmware/domain/fault.ts';
import { openPseudoTerminal } from '../../native/index.ts';

/** A line at a pseudo-terminal, opened and being read. */
async function openLine() {
  const terminal = openPseudoTerminal();
  const stop = new AbortController();
  const line = serialPort({ path: terminal.path });
  const open = await line.open(9600);
  const iterator = open.bytes(stop.signal)[Symbol.asyncIterator]();
  return { ...terminal, stop, line, open, iterator, first: iterator.next() };
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

  test('can be opened anew, at another rate, after it was closed', async () => {
    const { fd, stop, first, line, open } = await openLine();
    stop.abort();
    await first;
    await open[Symbol.asyncDispose]();
    await using again = await line.open(115_200);
    const next = again.bytes(AbortSignal.timeout(10_000))[Symbol.asyncIterator]().next();
    writeSync(fd, 'hello');
    const { value } = await next;
    expect(Buffer.from(value!).toString()).toMatch(/^h/);
    closeSync(fd);
  });

  test('says what it is told to say', async () => {
    const { fd, stop, open } = await openLine();
    open.write(Buffer.from('$PUBX,41\r\n'));
    const heard = Buffer.alloc(64);
    expect(heard.subarray(0, readSync(fd, heard)).toString()).toBe('$PUBX,41\r\n');
    stop.abort();
    closeSync(fd);
  });

  test('a port that is not there is a fault that names it', async () => {
    const error = await serialPort({ path: '/dev/no-such-gps' })
      .open(9600)
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Fault);
    expect((error as Fault).code).toBe('gps.missing');
    expect((error as Fault).detail).toContain('/dev/no-such-gps');
  });
});
