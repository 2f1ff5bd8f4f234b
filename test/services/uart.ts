/**
 * What a UART makes of bytes that were sent at another rate: the line's levels, eight data bits between a start and a stop bit,
 * sampled in the middle of the reader's own bits. A frame whose stop bit is not there is lost, as a driver loses it that is told to
 * ignore framing errors. At the same rate nothing changes, which is a law (uart.test.ts).
 */
export function garbledAt(bytes: Uint8Array, rates: { readonly sent: number; readonly read: number }): Uint8Array {
  const { sent, read } = rates;
  const levels = [...bytes].flatMap((byte) => [0, ...Array.from({ length: 8 }, (_, bit) => (byte >> bit) & 1), 1]);
  /** The line rests high before and after. Time in bits of the reader. */
  const at = (bit: number): number => levels[Math.floor((bit * sent) / read)] ?? 1;
  const end = (levels.length * read) / sent;
  const heard: number[] = [];
  const step = Math.min(1, read / sent) / 16;
  for (let time = 0; time < end; time += step) {
    if (at(time) === 1) continue;
    let byte = 0;
    for (let bit = 0; bit < 8; bit++) byte |= at(time + 1.5 + bit) << bit;
    if (at(time + 0.5) === 0 && at(time + 9.5) === 1) heard.push(byte);
    time += 9.5;
    while (time < end && at(time) === 0) time += step;
    time -= step;
  }
  return Uint8Array.from(heard);
}
