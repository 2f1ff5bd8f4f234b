/** Input that was once right, and is no more: seeded changes of bytes, as lines, disks and strangers make them. */
import type { Dice } from '../../sim/dice.ts';

/** Bytes at which parsers turn. */
const turning = Buffer.from('\0\t\n\r ",$*,-.:;=?[]{}09AZaz\x7f\x80\xff');
const CHANGES_MAX = 6;
const INSERTED_MAX = 24;

/** A new input out of the samples; short ones stay short, so that no run is about size. */
export function mutated(samples: readonly Buffer[], dice: Dice): Buffer {
  let bytes: Buffer = Buffer.from(samples[dice.integer(samples.length)]!);
  for (let changes = 1 + dice.integer(CHANGES_MAX); changes > 0; changes -= 1) bytes = changed(bytes, samples, dice);
  return bytes;
}

function changed(bytes: Buffer, samples: readonly Buffer[], dice: Dice): Buffer {
  const at = dice.integer(bytes.length + 1);
  switch (dice.integer(bytes.length === 0 ? 1 : 7)) {
    case 0: {
      const inserted = Buffer.from(
        Uint8Array.from({ length: 1 + dice.integer(INSERTED_MAX) }, () => dice.integer(256)),
      );
      return Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at)]);
    }
    case 1:
      bytes[at % bytes.length]! ^= 1 << dice.integer(8);
      return bytes;
    case 2:
      bytes[at % bytes.length] = turning[dice.integer(turning.length)]!;
      return bytes;
    case 3:
      return bytes.subarray(0, at);
    case 4: {
      const to = Math.min(bytes.length, at + 1 + dice.integer(INSERTED_MAX));
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]);
    }
    case 5: {
      const to = Math.min(bytes.length, at + 1 + dice.integer(INSERTED_MAX));
      return Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)]);
    }
    default: {
      const other = samples[dice.integer(samples.length)]!;
      return Buffer.concat([bytes.subarray(0, at), other.subarray(dice.integer(other.length + 1))]);
    }
  }
}
