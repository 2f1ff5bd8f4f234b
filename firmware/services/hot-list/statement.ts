/**
 * A list's statement: what its agency says of a file, and signs. It travels beside the file as `FILE.sig`, a text of named lines:
 *
 *     platekeeper hot list 1
 *     list: ncic
 *     layout: ncic-csv
 *     source: NCIC
 *     made_at: 2026-11-22T06:00:00Z
 *     sha256: …
 *     key: lists-2026
 *     signature: …
 *
 * The signature is Ed25519 over all lines before its own, with their ends: it binds the file's bytes to a name and a time, so that nobody
 * can pass off an old list as today's, and a file of millions is checked while it streams.
 */

import { Fault } from '../../domain/fault.ts';
import { type ListLayout, type ListSource, listLayouts, listSources } from '../../domain/hot-list.ts';
import { sourceOf } from './layouts.ts';

export interface ListStatement {
  /** Lower-case letters, digits and hyphens, at most 64. */
  readonly list: string;
  readonly layout: ListLayout;
  readonly source: ListSource;
  readonly madeAtMs: number;
  /** Of the file's bytes, hexadecimal. */
  readonly sha256: string;
  /** Hours after which the list is stale, where the agency wants it sooner than the profile. */
  readonly limitHours?: number;
}

export interface SignedStatement extends ListStatement {
  readonly signed: { readonly body: Uint8Array; readonly signature: Uint8Array; readonly keyId: string };
}

const TITLE = 'platekeeper hot list 1';

/** Half a kilobyte is what one has. */
export const STATEMENT_BYTES_MAX = 4096;

/** The lines that are signed. */
export function bodyOf({ list, layout, source, madeAtMs, sha256 }: ListStatement, keyId: string): string {
  const madeAt = new Date(madeAtMs).toISOString();
  return `${TITLE}\nlist: ${list}\nlayout: ${layout}\nsource: ${source}\nmade_at: ${madeAt}\nsha256: ${sha256}\nkey: ${keyId}\n`;
}

/** The whole text. @param signature 64 bytes over the body. */
export function statementText(body: string, signature: Uint8Array): string {
  return `${body}signature: ${Buffer.from(signature).toString('base64')}\n`;
}

/** @param from what it is called in messages. Throws Fault `hotlist.refused`. */
export function parseStatement(text: string, from: string): SignedStatement {
  const wrong = (what: string) => new Fault('hotlist.refused', `${from}: ${what}.`);
  const at = text.indexOf('signature: ');
  const lines = text.slice(0, Math.max(0, at)).split('\n');
  if (lines[0] !== TITLE) throw wrong(`the first line is not "${TITLE}", or nothing is signed`);
  const value = (name: string) => {
    const found = lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2));
    if (found.length !== 1) throw wrong(`${name} stands there ${found.length} times`);
    return found[0]!;
  };
  const statement = { list: value('list'), layout: value('layout'), source: value('source'), sha256: value('sha256') };
  const madeAtMs = Date.parse(value('made_at'));
  const written = text.slice(at + 'signature: '.length).trim();
  const signature = Buffer.from(written, 'base64');
  // Node reads more texts than one as the same bytes.
  if (signature.toString('base64') !== written) throw wrong('the signature is not base64');
  return {
    ...checkedStatement({ ...statement, madeAtMs }, wrong),
    signed: {
      body: Buffer.from(text.slice(0, at)),
      signature,
      keyId: value('key'),
    },
  };
}

/** What is wrong with a statement is thrown as `wrong` makes it. */
export function checkedStatement(
  {
    list,
    layout,
    source,
    madeAtMs,
    sha256,
  }: Readonly<Record<'list' | 'layout' | 'source' | 'sha256', string>> & { readonly madeAtMs: number },
  wrong: (what: string) => Error,
): ListStatement {
  const known = listLayouts.find((each) => each === layout);
  const from = listSources.find((each) => each === source);
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(list))
    throw wrong('list is not lower-case letters, digits and hyphens, at most 64');
  if (known === undefined) throw wrong(`layout is none of ${listLayouts.join(', ')}`);
  if (from === undefined) throw wrong(`source is none of ${listSources.join(', ')}`);
  if ((sourceOf[known] ?? from) !== from) throw wrong(`the layout ${known} is that of ${sourceOf[known]}`);
  if (Number.isNaN(madeAtMs)) throw wrong('made_at is no time');
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw wrong('sha256 is not 64 hexadecimal digits');
  return { list, layout: known, source: from, madeAtMs, sha256 };
}
