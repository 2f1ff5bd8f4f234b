/** What a figure was measured on, for the foot of a chart. */
import { cpus } from 'node:os';

export function measuredOn(): string {
  return `One thread of ${cpus()[0]?.model.trim() ?? process.arch}, Node ${process.versions.node}`;
}
