/** The audit log's files in memory, with a supply that can be cut: what was not synced is then there in part, or as noise. */
import type { AuditFiles } from '../../firmware/ports/audit.ts';

export interface MemoryFiles extends AuditFiles {
  readonly files: Map<string, Uint8Array>;
  /** The next write is cut off after that many of its bytes, and throws; the machine is to be started again. */
  cutNext(bytes: number): void;
}

export class SupplyCut extends Error {}

export function memoryFiles(): MemoryFiles {
  const files = new Map<string, Uint8Array>();
  const read = (file: string) => files.get(file) ?? new Uint8Array();
  let cutAfter: number | undefined;
  const put = (file: string, kept: Uint8Array, added: Uint8Array) => {
    const whole = cutAfter === undefined || cutAfter >= added.length;
    // What was not written yet is as it was.
    const rest = read(file).subarray(kept.length + (cutAfter ?? 0));
    files.set(file, Buffer.concat([kept, whole ? added : Buffer.concat([added.subarray(0, cutAfter), rest])]));
    if (cutAfter === undefined) return;
    cutAfter = undefined;
    throw new SupplyCut();
  };
  return {
    files,
    cutNext(bytes) {
      cutAfter = bytes;
    },
    exclusively: (work) => work(),
    list: () =>
      [...files.keys()]
        .filter((name) => name.endsWith('.log'))
        .sort()
        .map((name) => ({ name, bytes: read(name).length })),
    read: (file, from) => read(file).subarray(from),
    append: (file, bytes) => put(file, read(file), bytes),
    mend(file, from, bytes) {
      files.set(`${file}.aside-${files.size}`, read(file).subarray(from));
      put(file, read(file).subarray(0, from), bytes);
    },
    remove: (file) => void files.delete(file),
  };
}
