/**
 * The sealed folder: what the unit keeps of hot lists, of which nothing can be read without its key. A list is a file of lines, any of
 * which can be had by itself; a document is a small file that is read and written whole. Both are replaced as a whole: after a loss of
 * power at any point the old one is there, or the new one. Adapter: files on the disk.
 */

/** A list as it was when it was opened; one that replaces it leaves it as it is until it is closed. */
export interface SealedLines {
  /** What `commit` was given. */
  readonly about: string;
  readonly count: number;
  /** @param index from 0. Throws Fault `vault.damaged`. */
  line(index: number): string;
  /** All lines in order, some at a time. Rejects with Fault `vault.damaged`. */
  parts(): AsyncIterable<readonly string[]>;
  close(): void;
}

/** A list in the making: nobody sees it before `commit` has resolved. */
export interface SealedWriter {
  /** Lines without line breaks. */
  add(lines: readonly string[]): Promise<void>;
  /** Puts it in the place of the list of its name, durably. */
  commit(about: string): Promise<void>;
  /** Gives it up, if it was not committed. */
  [Symbol.asyncDispose](): Promise<void>;
}

export interface SealedFolder {
  /** Names of the lists, sorted. */
  lists(): readonly string[];
  /** Another text when the list or document of that name was replaced since; undefined: it is not there. */
  version(name: string): string | undefined;
  open(name: string): SealedLines;
  /** Rejects with Fault `store.full` or `store.unwritable`, as do the writer's own. */
  replace(name: string): Promise<SealedWriter>;
  remove(name: string): void;
  /** Undefined: there is none. Throws Fault `vault.damaged`. */
  document(name: string): Uint8Array | undefined;
  /** Reads and replaces a document, with no other program between; undefined, or what `change` throws, leaves it as it is. */
  update(name: string, change: (document: Uint8Array | undefined) => Uint8Array | undefined): void;
}
