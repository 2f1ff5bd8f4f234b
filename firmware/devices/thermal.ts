/**
 * How warm the machine is and whether it goes slower for that, from the kernel's files: a thermal zone, and the Raspberry Pi
 * firmware's word (get_throttled) or the state of cooling devices.
 */
import { globSync, readFileSync } from 'node:fs';
import type { Board } from '../config/board.ts';
import type { Warmth } from '../domain/health.ts';

export type ThermalPlace = NonNullable<Board['thermal']>;

/** Where a board's throttling is told. */
export const throttlingSources: Readonly<Record<ThermalPlace['throttling'], string | undefined>> = {
  none: undefined,
  'raspberry-pi': '/sys/devices/platform/soc*/soc*:firmware/get_throttled',
  'cooling-devices': '/sys/class/thermal/cooling_device*',
};

/** Bits of get_throttled that say "now": frequency capped, throttled, soft limit of temperature (Raspberry Pi documentation, vcgencmd). */
const SLOWED_NOW = 0b1110;

/** @param root before every path; empty: the machine's own. Undefined where the zone can not be read. */
export function warmth({ zone, throttling }: ThermalPlace, root = ''): Warmth | undefined {
  try {
    const zones = globSync(`${root}/sys/class/thermal/thermal_zone*`);
    const found = zones.find((path) => text(`${path}/type`) === zone);
    if (found === undefined) return undefined;
    return { celsius: Number(text(`${found}/temp`)) / 1000, throttled: isThrottled(throttling, root) };
  } catch {
    return undefined;
  }
}

function isThrottled(throttling: ThermalPlace['throttling'], root: string): boolean {
  const source = throttlingSources[throttling];
  const paths = source === undefined ? [] : globSync(root + source);
  return paths.some((path) =>
    throttling === 'raspberry-pi'
      ? (Number.parseInt(text(path), 16) & SLOWED_NOW) !== 0
      : Number(text(`${path}/cur_state`)) > 0,
  );
}

function text(path: string): string {
  return readFileSync(path, 'utf8').trim();
}
