/**
 * GPS counts its weeks in ten bits, so a receiver whose program has grown old says a date 1024 weeks (19.6 years) back. A
 * date before this program was made is such a one. Pure.
 */
const rolloverMs = 1024 * 7 * 86_400_000;

/** The first date, whole counts of 1024 weeks after the one said, that is not before the program was made. */
export function mended(dateMs: number, madeMs: number): number {
  return dateMs >= madeMs ? dateMs : dateMs + Math.ceil((madeMs - dateMs) / rolloverMs) * rolloverMs;
}
