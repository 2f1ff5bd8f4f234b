/**
 * Writes what a GPS receiver says each second: RMC, GGA and GSA, NMEA 0183 with checksums. Pure; the other half is
 * firmware/services/gps/nmea.ts, and what one writes the other must read.
 */
import type { Position } from '../../firmware/domain/fix.ts';

export interface Epoch {
  /** Milliseconds since 1970 UTC. */
  readonly epochMs: number;
  /** Absent: no fix. */
  readonly position?: Position | undefined;
  readonly speedMps: number;
  readonly courseDeg: number;
  readonly satellites: number;
  readonly hdop: number;
}

const knotsPerMps = 3600 / 1852;

/** The epoch's sentences, each ended by CR LF. */
export function writeEpoch(epoch: Epoch): string {
  const when = new Date(epoch.epochMs).toISOString();
  const time = `${when.slice(11, 13)}${when.slice(14, 16)}${when.slice(17, 19)}.${when.slice(20, 22)}`;
  const date = `${when.slice(8, 10)}${when.slice(5, 7)}${when.slice(2, 4)}`;
  const { position } = epoch;
  const place = position
    ? `${angle(position.latitude, 2)},${position.latitude < 0 ? 'S' : 'N'},${angle(position.longitude, 3)},${position.longitude < 0 ? 'W' : 'E'}`
    : ',,,';
  const speed = position ? `${(epoch.speedMps * knotsPerMps).toFixed(3)},${epoch.courseDeg.toFixed(2)}` : ',';
  const satellites = position ? epoch.satellites : 0;
  const altitude = position ? `${(position.altitudeM ?? 0).toFixed(1)},M,-33.0,M` : ',M,,M';
  const hdop = position ? epoch.hdop.toFixed(2) : '99.99';
  const used = Array.from({ length: 12 }, (_, i) => (i < satellites ? String(2 + i * 2).padStart(2, '0') : '')).join(
    ',',
  );
  return [
    `GPRMC,${time},${position ? 'A' : 'V'},${place},${speed},${date},,,${position ? 'A' : 'N'}`,
    `GPGGA,${time},${place},${position ? 1 : 0},${String(satellites).padStart(2, '0')},${hdop},${altitude},,`,
    `GPGSA,A,${position ? 3 : 1},${used},${position ? (epoch.hdop * 1.6).toFixed(2) : '99.99'},${hdop},${position ? (epoch.hdop * 1.25).toFixed(2) : '99.99'}`,
  ]
    .map(withChecksum)
    .join('');
}

/** `$body*hh` CR LF, hh the exclusive or of the body's bytes. */
export function withChecksum(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++) sum ^= body.charCodeAt(i);
  return `$${body}*${sum.toString(16).toUpperCase().padStart(2, '0')}\r\n`;
}

/** Degrees as (d)ddmm.mmmmm. */
function angle(degrees: number, wholeDigits: number): string {
  const units = Math.round(Math.abs(degrees) * 60 * 1e5);
  const whole = Math.floor(units / (60 * 1e5));
  return String(whole).padStart(wholeDigits, '0') + ((units - whole * 60 * 1e5) / 1e5).toFixed(5).padStart(8, '0');
}
