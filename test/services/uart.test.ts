import fc from 'fast-check';
import { expect, test } from 'vitest';
import { garbledAt } from './uart.ts';

test('a UART reads at the sender’s own rate what was sent', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.constantFrom(4800, 9600, 115_200), (bytes, rate) => {
      expect(garbledAt(bytes, { sent: rate, read: rate })).toEqual(bytes);
    }),
  );
});

test('a rate that is out by two in a hundred is read too, and by a tenth is not', () => {
  const bytes = Buffer.from('$GPRMC,120000.00,A');
  expect(Buffer.from(garbledAt(bytes, { sent: 9600, read: 9790 })).toString()).toBe(bytes.toString());
  expect(Buffer.from(garbledAt(bytes, { sent: 9600, read: 10_560 })).toString()).not.toBe(bytes.toString());
});
