/** What every serial adapter owes (firmware/ports/serial-line.ts), as one suite. At the line's other end is an echo. */
import { describe, expect, test } from 'vitest';
import type { OpenLine, SerialLine } from '../../firmware/ports/serial-line.ts';

export function serialLineObligations(name: string, line: () => Promise<SerialLine>): void {
  describe(`serial line: ${name}`, () => {
    test('every byte goes out and comes in as it is, control characters too', async () => {
      await using open = await (await line()).open(115_200);
      const all = Uint8Array.from({ length: 256 }, (_, i) => i);
      expect(await echoed(open, all)).toEqual([...all]);
    });

    test('the bytes end without a fault when they are told to, and the line can be opened anew at another rate', async () => {
      const same = await line();
      for (const baudRate of [4800, 38_400, 9600]) {
        await using open = await same.open(baudRate);
        expect(await echoed(open, Buffer.from('$GPRMC'))).toHaveLength(6);
        const stop = new AbortController();
        const next = open.bytes(stop.signal)[Symbol.asyncIterator]().next();
        stop.abort();
        await expect(next).resolves.toMatchObject({ done: true });
      }
    });

    test('a line that was closed swallows what is written', async () => {
      const open = await (await line()).open(9600);
      await open[Symbol.asyncDispose]();
      open.write(Buffer.from('nobody'));
    });
  });
}

/** What comes back, in pieces that every buffer takes. */
async function echoed(open: OpenLine, all: Uint8Array): Promise<number[]> {
  const back: number[] = [];
  const piece = 32;
  open.write(all.subarray(0, piece));
  let sent = Math.min(piece, all.length);
  for await (const chunk of open.bytes(AbortSignal.timeout(20_000))) {
    back.push(...chunk);
    if (back.length >= all.length) break;
    if (back.length < sent) continue;
    open.write(all.subarray(sent, sent + piece));
    sent = Math.min(sent + piece, all.length);
  }
  return back;
}
