/**
 * The unit's key on the disk: 32 random bytes, made at the first start, under a guard. It wraps the keys of the store and lies in a
 * folder of its own, so that whoever has the data folder alone has nothing.
 *
 * Promises: a key is on the disk before it is given out; a rotation that was cut off is finished at the next opening (the next key lies
 * beside the old one until all is wrapped anew, and the old one is then overwritten). Refuses a key that others than its owner may read
 * (`key.exposed`), and to make a new one where what it wraps is already there (`key.missing`): that would end all that was kept.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../domain/fault.ts';
import type { KeyGuard } from '../ports/unit-key.ts';
import { destroyFile, removeUnfinished, renameDurably, writeDurably } from './durable-file.ts';

const KEY_BYTES = 32;
const MODE = 0o400;

export interface UnitKeyOptions {
  /** Made when it is not there. */
  readonly folder: string;
  /** What keys lie there may be under; a new one is put under the first. */
  readonly guards: readonly KeyGuard[];
  /** Whether something is wrapped already, so that a key must be there. */
  readonly needed: boolean;
}

export interface UnitKey {
  /** 32 bytes. */
  readonly key: Uint8Array;
  readonly guard: KeyGuard['kind'];
  /** A rotation is under way: what is wrapped by either key is to be wrapped by this one, then `settle`. */
  readonly next: Uint8Array | undefined;
  /** Lays the key of a rotation beside the present one. */
  rotate(): Uint8Array;
  /** Puts the next key in the present one's place, which is destroyed. All must be wrapped by the next one. */
  settle(): void;
}

export function openUnitKey({ folder, guards, needed }: UnitKeyOptions): UnitKey {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  removeUnfinished(folder);
  const path = join(folder, 'unit.key');
  const nextPath = join(folder, 'unit.key.next');
  const [first] = guards;
  if (first === undefined) throw new RangeError('a unit key needs a guard');
  let next = existsSync(nextPath) ? read(nextPath, guards) : undefined;
  let present = existsSync(path) ? readUnlessDestroyed(path, guards, next !== undefined) : undefined;
  if (present === undefined && next !== undefined) {
    renameDurably(nextPath, path);
    present = next;
    next = undefined;
  }
  if (present === undefined) {
    if (needed) throw new Fault('key.missing', `${path} is not there, and the store is.`);
    present = make(path, first);
  }
  let { key, guard } = present;
  return {
    get key() {
      return key;
    },
    get guard() {
      return guard;
    },
    get next() {
      return next?.key;
    },
    rotate() {
      next ??= make(nextPath, first);
      return next.key;
    },
    settle() {
      if (next === undefined) return;
      destroyFile(path);
      renameDurably(nextPath, path);
      ({ key, guard } = next);
      next = undefined;
    },
  };
}

interface Kept {
  readonly key: Uint8Array;
  readonly guard: KeyGuard['kind'];
}

function make(path: string, guard: KeyGuard): Kept {
  const key = new Uint8Array(randomBytes(KEY_BYTES));
  const guarded = Buffer.from(guard.guard(key)).toString('base64');
  writeDurably(path, Buffer.from(`platekeeper unit key 1 ${guard.kind} ${guarded}\n`), MODE);
  return { key, guard: guard.kind };
}

function read(path: string, guards: readonly KeyGuard[]): Kept {
  const mode = statSync(path).mode & 0o777;
  if ((mode & 0o077) !== 0)
    throw new Fault('key.exposed', `${path} has the mode ${mode.toString(8)}; its owner alone may read it.`);
  const [, kind, text] = /^platekeeper unit key 1 (\w+) ([A-Za-z0-9+/=]+)\n$/.exec(readFileSync(path, 'latin1')) ?? [];
  if (kind === undefined || text === undefined) throw new Fault('key.unavailable', `${path} is no unit key.`);
  const guard = guards.find((each) => each.kind === kind);
  if (guard === undefined)
    throw new Fault('key.unavailable', `${path} is guarded by a ${kind}, which is not in use here.`);
  const key = guard.release(new Uint8Array(Buffer.from(text, 'base64')));
  if (key.length !== KEY_BYTES) throw new Fault('key.unavailable', `${path} does not hold ${KEY_BYTES} bytes.`);
  return { key, guard: guard.kind };
}

/** A key that a rotation was destroying when it was cut off reads as anything. */
function readUnlessDestroyed(path: string, guards: readonly KeyGuard[], rotating: boolean): Kept | undefined {
  try {
    return read(path, guards);
  } catch (error) {
    if (rotating && error instanceof Fault && error.code === 'key.unavailable') return undefined;
    throw error;
  }
}

/** A file alone: the key lies in it as it is, and the mode of the file is all that guards it. */
export const fileGuard: KeyGuard = { kind: 'file', guard: (key) => key, release: (guarded) => guarded };
