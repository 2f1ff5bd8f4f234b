/**
 * u-blox receivers that say nothing one can read: some come up with NMEA turned off and speak their own binary, UBX, or
 * nothing at all, and some sleep until a byte arrives. Pure.
 *
 * Frames and messages as in u-blox's interface descriptions (u-blox 8 UBX-13003221, F9 UBX-22008968): B5 62, class, number,
 * length, payload, and Fletcher's checksum over all but the first two.
 */
import { checksumOf } from './nmea.ts';

const longestPayload = 1024;

/** Whether a stream of bytes holds a whole frame of UBX, whatever the chunks. */
export class UbxFinder {
  #pending: number[] = [];

  found(chunk: Uint8Array): boolean {
    this.#pending.push(...chunk);
    for (let at = this.#pending.indexOf(0xb5); at >= 0; at = this.#pending.indexOf(0xb5, at + 1)) {
      const frame = this.#pending.slice(at);
      const length = frame[4]! + 256 * frame[5]!;
      const unfinished = frame.length < 8 || frame.length < length + 8;
      if (unfinished && (frame.length < 2 || frame[1] === 0x62) && !(length > longestPayload)) {
        this.#pending = frame;
        return false;
      }
      if (frame[1] !== 0x62 || length > longestPayload) continue;
      const [a, b] = fletcher(frame.slice(2, length + 6));
      if (a === frame[length + 6] && b === frame[length + 7]) return true;
    }
    this.#pending = [];
    return false;
  }
}

/** Wakes a sleeping receiver and turns its NMEA on, in the words of generation 5 to 8 and in those of 9 and later. */
export function nmeaWanted(baudRate: number): Uint8Array {
  // Port 1, in: UBX, NMEA, RTCM; out: UBX, NMEA; no search for another rate.
  const config = `PUBX,41,1,0007,0003,${baudRate},0`;
  const sum = checksumOf(config).toString(16).toUpperCase().padStart(2, '0');
  const outNmea = [0x10_74_00_02, 0x10_78_00_02]; // CFG-UART1OUTPROT-NMEA, CFG-USBOUTPROT-NMEA
  const values = outNmea.flatMap((key) => [key & 255, (key >> 8) & 255, (key >> 16) & 255, key >> 24, 1]);
  const valset = ubx(0x06, 0x8a, [0, 1, 0, 0, ...values]); // UBX-CFG-VALSET, into memory only
  return Uint8Array.from([0xff, 0xff, ...Buffer.from(`\r\n$${config}*${sum}\r\n`, 'latin1'), ...valset]);
}

export function ubx(group: number, number: number, payload: readonly number[]): readonly number[] {
  const body = [group, number, payload.length & 255, payload.length >> 8, ...payload];
  return [0xb5, 0x62, ...body, ...fletcher(body)];
}

function fletcher(bytes: readonly number[]): readonly [number, number] {
  let [a, b] = [0, 0];
  for (const byte of bytes) {
    a = (a + byte) & 255;
    b = (b + a) & 255;
  }
  return [a, b];
}
