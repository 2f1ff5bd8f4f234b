/** A recording of recorder.c, read: every change that a program made to its files, in order. */

export type Change =
  | { readonly kind: 'sync' | 'sync-folder'; readonly path: string }
  | { readonly kind: 'create' | 'unlink' | 'make-folder'; readonly path: string }
  | { readonly kind: 'write'; readonly path: string; readonly offset: number; readonly data: Uint8Array }
  | { readonly kind: 'truncate'; readonly path: string; readonly size: number }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string };

const HEAD_BYTES = 15;

/** @param bytes of a whole recording; paths begin with a slash, which is the recorded folder. */
export function readRecording(bytes: Buffer): Change[] {
  const changes: Change[] = [];
  for (let at = 0; at < bytes.length; ) {
    const kind = bytes.readUInt8(at);
    const nameBytes = bytes.readUInt16LE(at + 1);
    const dataBytes = bytes.readUInt32LE(at + 3);
    const number = Number(bytes.readBigUInt64LE(at + 7));
    const name = at + HEAD_BYTES;
    const path = bytes.toString('utf8', name, name + nameBytes);
    const data = bytes.subarray(name + nameBytes, name + nameBytes + dataBytes);
    changes.push(changeOf(kind, { path, number, data }));
    at = name + nameBytes + dataBytes;
  }
  return changes;
}

function changeOf(kind: number, { path, number, data }: { path: string; number: number; data: Buffer }): Change {
  switch (kind) {
    case 1:
      return { kind: 'create', path };
    case 2:
      return { kind: 'write', path, offset: number, data };
    case 3:
      return { kind: 'truncate', path, size: number };
    case 4:
      return { kind: 'sync', path };
    case 5:
      return { kind: 'sync-folder', path };
    case 6:
      return { kind: 'rename', path, to: data.toString() };
    case 7:
      return { kind: 'unlink', path };
    case 8:
      return { kind: 'make-folder', path };
    default:
      throw new RangeError(`no change has kind ${kind}`);
  }
}
