/**
 * Logs of real receivers (../shared/data/nmea). They are not part of the project, and where they are not there nothing of them is tested:
 * that is said aloud, once for each source. What the tests of other parsers say of single sentences is there always (nmea-vectors).
 */
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const receiverLogs = new URL('../../../shared/data/nmea/', import.meta.url);

/** Files of a source that are logs, by their path below the folder of all. */
export function logsOf(source: string): string[] {
  const folder = new URL(`${source}/`, receiverLogs);
  if (!existsSync(folder)) {
    console.warn(`NOT RUN: receivers' logs of "${source}": ${fileURLToPath(folder)} is not there.`);
    return [];
  }
  const logs = readdirSync(folder).filter((name) => /\.(log|nmea|txt)$/i.test(name) && !/licen/i.test(name));
  return logs.map((name) => `${source}/${name}`);
}
