/**
 * A list at an HTTPS address, with its statement at the same address and `.sig`. The statement is asked for conditionally (RFC 9110, section
 * 13: `If-None-Match`, `If-Modified-Since`), so that a list that has not changed costs one small answer. It speaks to a server whose
 * certificate the given authority signed, follows no redirection, and takes no more bytes than it is told.
 */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { get } from 'node:https';
import { Fault } from '../domain/fault.ts';
import type { ListCarrier, OfferedList } from '../ports/list-carrier.ts';

export interface HttpsListOptions {
  readonly url: string;
  /** PEM files: who signed the server's certificate; empty: the system's authorities. */
  readonly ca: string;
  /** This unit's own certificate and key, where the server asks for them; else empty. */
  readonly certificate: string;
  readonly key: string;
  readonly bytesMax: number;
  readonly statementBytesMax: number;
  /** Silence for longer than this ends it. */
  readonly silentMs: number;
}

/** What a server said of the statement that was settled last. */
interface Seen {
  readonly etag: string | undefined;
  readonly modified: string | undefined;
}

/** Throws Fault `config.invalid-value` where the address is none of https. */
export function httpsList(options: HttpsListOptions): ListCarrier {
  const { url, bytesMax, statementBytesMax } = options;
  const address = addressOf(url);
  let seen: Seen = { etag: undefined, modified: undefined };
  return {
    name: address.host,
    async offers(signal) {
      const conditions = {
        ...(seen.etag && { 'if-none-match': seen.etag }),
        ...(seen.modified && { 'if-modified-since': seen.modified }),
      };
      const answer = await asked(withMark(address), options, { signal, headers: conditions });
      if (answer.statusCode === 304) return [];
      const chunks: Uint8Array[] = [];
      for await (const chunk of bounded(answer, address, statementBytesMax)) chunks.push(chunk);
      const { etag, 'last-modified': modified } = answer.headers;
      const offered: OfferedList = {
        name: address.host,
        statement: Buffer.concat(chunks).toString('latin1'),
        async *chunks() {
          yield* bounded(await asked(address, options, { signal, headers: {} }), address, bytesMax);
        },
        async settle() {
          seen = { etag, modified };
        },
      };
      return [offered];
    },
  };
}

function addressOf(url: string): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address?.protocol !== 'https:' || address.username !== '' || address.password !== '')
    throw new Fault(
      'config.invalid-value',
      'hot_list.pull: url: an address https://host/path without a password in it.',
    );
  return address;
}

function withMark(address: URL): URL {
  const marked = new URL(address);
  marked.pathname += '.sig';
  return marked;
}

async function asked(
  address: URL,
  { ca, certificate, key, silentMs }: HttpsListOptions,
  { signal, headers }: { readonly signal: AbortSignal; readonly headers: Readonly<Record<string, string>> },
): Promise<IncomingMessage> {
  const tls = {
    ...(ca !== '' && { ca: await readFile(ca) }),
    ...(certificate !== '' && { cert: await readFile(certificate), key: await readFile(key) }),
  };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = get(
      address,
      { ...tls, headers, signal, timeout: silentMs, agent: false, minVersion: 'TLSv1.2' },
      resolve,
    );
    request.on('error', reject);
    request.on('timeout', () => request.destroy(new Error(`silent for ${silentMs} ms`)));
  }).catch((cause) => Promise.reject(signal.aborted ? signal.reason : unreachable(address, cause)));
  const { statusCode = 0 } = answer;
  if (statusCode === 200 || statusCode === 304) return answer;
  answer.destroy();
  throw unreachable(address, new Error(`status ${statusCode}`));
}

async function* bounded(answer: IncomingMessage, address: URL, bytesMax: number): AsyncIterable<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > bytesMax) throw new Fault('hotlist.refused', `${address.host}: more than ${bytesMax} bytes.`);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof Fault ? error : unreachable(address, error);
  } finally {
    answer.destroy();
  }
}

function unreachable({ host }: URL, cause: unknown): Fault {
  return new Fault('hotlist.unreachable', `${host}: ${cause instanceof Error ? cause.message : 'no answer'}.`, cause);
}
