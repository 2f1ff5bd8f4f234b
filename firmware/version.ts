/** The program's version, as package.json names it, and its age. */
import { readFileSync } from 'node:fs';

export const version: string = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;

/** When this version was begun: no clock that is right says an earlier date. Moved on with each release. */
export const madeMs: number = Date.UTC(2026, 0, 1);
