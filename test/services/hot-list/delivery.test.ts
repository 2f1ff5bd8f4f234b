import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { httpsList } from '../../../firmware/devices/https-list.ts';
import { incomingFolder } from '../../../firmware/devices/incoming-folder.ts';
import { systemClock } from '../../../firmware/devices/system-clock.ts';
import type { Fault } from '../../../firmware/domain/fault.ts';
import type { ListCarrier } from '../../../firmware/ports/list-carrier.ts';
import { receiveLists, receiveOnce } from '../../../firmware/services/hot-list/delivery.ts';
import {
  type ListStatement,
  STATEMENT_BYTES_MAX,
  statementText,
} from '../../../firmware/services/hot-list/statement.ts';
import { makeCertificates } from '../../broker/certificates.ts';
import { recordingLog } from '../../broker/recording-log.ts';
import { csvOf, libraryRig, MADE_MS, newFolder, platesOf, signed, statementOf } from './rig.ts';

const statementFor = (text: string, about: Partial<ListStatement> = {}) => {
  const { body, signature } = signed(statementOf(text, about)).signed;
  return statementText(Buffer.from(body).toString(), signature);
};

async function rigged(carrierOf: (folder: string) => ListCarrier) {
  const rig = await libraryRig();
  const folder = newFolder();
  const log = recordingLog();
  const taken: string[] = [];
  const carrier = carrierOf(folder);
  const signal = new AbortController().signal;
  const tools = { carrier, library: rig.library, log, signal, taken: (list: string) => void taken.push(list) };
  return { ...rig, incoming: folder, log, taken, tools, receive: () => receiveOnce(tools) };
}

describe('a list by file', () => {
  const folder = (path: string) => incomingFolder(path, { statementBytesMax: STATEMENT_BYTES_MAX, bytesMax: 10_000 });
  const put = (path: string, name: string, text: string, statement = statementFor(text)) => {
    writeFileSync(join(path, name), text);
    writeFileSync(join(path, `${name}.sig`), statement);
  };

  test('is taken when its statement is there, and removed, as it lay there unsealed', async () => {
    const { incoming, receive, library, taken } = await rigged(folder);
    writeFileSync(join(incoming, 'ncic.csv'), csvOf(['AB1']));
    await receive();
    expect(library.lists()).toEqual([]);
    put(incoming, 'ncic.csv', csvOf(['AB1']));
    await receive();
    expect([await platesOf(library), taken, readdirSync(incoming)]).toEqual([['AB1'], ['ncic'], []]);
  });

  test('that is refused is removed, and why is left beside for who brought it, and logged, without a plate', async () => {
    const { incoming, receive, library, log } = await rigged(folder);
    put(incoming, 'ncic.csv', csvOf(['ZQ90210', 'ZQ9.0210']));
    await receive();
    expect([library.lists(), readdirSync(incoming)]).toEqual([[], ['ncic.csv.refused']]);
    const why = readFileSync(join(incoming, 'ncic.csv.refused'), 'utf8');
    expect(why).toMatch(/1 of 2 lines are bad \(line 3: the plate is not/);
    expect(log.events).toMatchObject([
      { level: 'warning', name: 'hotlist.refused', fields: { code: 'hotlist.refused' } },
    ]);
    expect(why + JSON.stringify(log.events)).not.toContain('0210');
  });

  test('beside which stands no statement, or one without end, or that is no plain file, is not taken', async () => {
    const { incoming, receive, library } = await rigged(folder);
    const secret = join(newFolder(), 'elsewhere');
    writeFileSync(secret, csvOf(['AB1']));
    symlinkSync(secret, join(incoming, 'link.csv'));
    writeFileSync(join(incoming, 'link.csv.sig'), statementFor(csvOf(['AB1'])));
    mkdirSync(join(incoming, 'folder.csv'));
    writeFileSync(join(incoming, 'folder.csv.sig'), statementFor(csvOf(['AB1'])));
    put(incoming, 'long.csv', csvOf(['AB1']), statementFor(csvOf(['AB1'])).padEnd(STATEMENT_BYTES_MAX + 1));
    await receive();
    expect(library.lists()).toEqual([]);
    expect(readFileSync(secret, 'utf8')).toBe(csvOf(['AB1']));
  });

  test('that is refused overwrites nothing that a link laid in its way points to', async () => {
    const { incoming, receive } = await rigged(folder);
    const key = join(newFolder(), 'unit.key');
    writeFileSync(key, 'what it would be the end of');
    put(incoming, 'a.csv', csvOf(['AB1']), 'no statement');
    symlinkSync(key, join(incoming, 'a.csv.refused'));
    await receive();
    expect(readFileSync(key, 'utf8')).toBe('what it would be the end of');
    expect(readFileSync(join(incoming, 'a.csv.refused'), 'utf8')).toContain('the first line is not');
  });

  test('that can not be settled is a fault, refused once, and holds none of the others', async () => {
    const { incoming, receive, taken, log } = await rigged(folder);
    mkdirSync(join(incoming, 'a.csv.refused'));
    put(incoming, 'a.csv', csvOf(['AB1']), 'no statement');
    put(incoming, 'b.csv', csvOf(['AB2']), statementFor(csvOf(['AB2']), { list: 'b' }));
    await expect(receive()).rejects.toMatchObject({ code: 'hotlist.unreachable', passes: true });
    await receive();
    expect(log.events.map(({ name }) => name)).toEqual(['hotlist.refused', 'hotlist.taken']);
    expect(taken).toEqual(['b']);
  });

  test('several come in the order of their names, and one that is refused holds none of the others', async () => {
    const { incoming, receive, library, taken } = await rigged(folder);
    put(incoming, 'a.csv', csvOf(['AB1']), statementFor(csvOf(['AB1']), { list: 'a' }));
    put(incoming, 'b.csv', csvOf(['AB2']), 'no statement');
    put(incoming, 'c.csv', csvOf(['AB3']), statementFor(csvOf(['AB3']), { list: 'c' }));
    await receive();
    expect([taken, library.lists()]).toEqual([
      ['a', 'c'],
      ['a', 'c'],
    ]);
  });
});

describe('a list by HTTPS', () => {
  const folder = newFolder();
  const certificates = makeCertificates(folder);
  const closing: (() => void)[] = [];
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });

  interface Offer {
    text: string;
    statement: string;
    etag: string;
    /** Statuses other than 200, by path. */
    status?: number;
    cut?: boolean;
    location?: string;
  }

  async function served(offer: Offer, { clients = false } = {}) {
    const asked: string[] = [];
    const server = createServer(
      {
        cert: readFileSync(certificates.broker.certificate),
        key: readFileSync(certificates.broker.key),
        ...(clients && { requestCert: true, rejectUnauthorized: true, ca: readFileSync(certificates.broker.ca) }),
      },
      (request, response) => {
        const isStatement = request.url === '/lists/ncic.csv.sig';
        asked.push(`${request.url} ${request.headers['if-none-match'] ?? '-'}`);
        if (offer.status !== undefined) response.writeHead(offer.status, { location: offer.location ?? '' }).end();
        else if (isStatement && request.headers['if-none-match'] === offer.etag) response.writeHead(304).end();
        else if (offer.cut && !isStatement) {
          response.writeHead(200, { 'content-length': offer.text.length });
          response.write(offer.text.slice(0, offer.text.length / 2), () => response.destroy());
        } else response.writeHead(200, { etag: offer.etag }).end(isStatement ? offer.statement : offer.text);
      },
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    closing.push(
      () => void server.closeAllConnections(),
      () => void server.close(),
    );
    const { port } = server.address() as AddressInfo;
    return { asked, url: `https://localhost:${port}/lists/ncic.csv` };
  }

  const carrier = (url: string, more: Partial<Parameters<typeof httpsList>[0]> = {}) =>
    httpsList({
      url,
      ca: certificates.broker.ca,
      certificate: '',
      key: '',
      bytesMax: 10_000,
      statementBytesMax: STATEMENT_BYTES_MAX,
      silentMs: 5000,
      ...more,
    });
  const offerOf = (plates: string[], madeAtMs = MADE_MS): Offer => {
    const text = csvOf(plates);
    return { text, statement: statementFor(text, { madeAtMs }), etag: `"${madeAtMs}"` };
  };

  test('H2 is taken, then asked for conditionally, and taken again when it was replaced', async () => {
    const offer = offerOf(['AB1']);
    const { url, asked } = await served(offer);
    const { receive, library, taken } = await rigged(() => carrier(url));
    await receive();
    await receive();
    Object.assign(offer, offerOf(['AB2', 'AB3'], MADE_MS + 1000));
    await receive();
    expect([await platesOf(library), taken]).toEqual([
      ['AB2', 'AB3'],
      ['ncic', 'ncic'],
    ]);
    expect(asked).toEqual([
      '/lists/ncic.csv.sig -',
      '/lists/ncic.csv -',
      `/lists/ncic.csv.sig "${MADE_MS}"`,
      `/lists/ncic.csv.sig "${MADE_MS}"`,
      '/lists/ncic.csv -',
    ]);
  });

  test('that the library has already is not fetched again after a start', async () => {
    const { url, asked } = await served(offerOf(['AB1']));
    const first = await rigged(() => carrier(url));
    await first.receive();
    await receiveOnce({ ...first.tools, carrier: carrier(url) });
    expect(asked.filter((each) => each === '/lists/ncic.csv -')).toHaveLength(1);
  });

  test('is not taken from a server that another authority signed, nor without the certificate that it asks for', async () => {
    const { url } = await served(offerOf(['AB1']), { clients: true });
    const wrong = await rigged(() => carrier(url, { ca: join(folder, 'other.crt') }));
    await expect(wrong.receive()).rejects.toMatchObject({ code: 'hotlist.unreachable' });
    const without = await rigged(() => carrier(url));
    await expect(without.receive()).rejects.toMatchObject({ code: 'hotlist.unreachable' });
    const known = await rigged(() =>
      carrier(url, { certificate: certificates.unit.certificate, key: certificates.unit.key }),
    );
    await known.receive();
    expect(known.taken).toEqual(['ncic']);
  });

  test('that is larger than the unit takes is refused, once', async () => {
    const offer = offerOf(Array.from({ length: 1000 }, (_, index) => `AB${index}`));
    const { url, asked } = await served(offer);
    const { receive, library, log } = await rigged(() => carrier(url));
    await receive();
    await receive();
    expect(library.lists()).toEqual([]);
    expect(log.events.map(({ fields }) => fields.code)).toEqual(['hotlist.refused']);
    expect(asked.filter((each) => each.startsWith('/lists/ncic.csv -'))).toHaveLength(1);
  });

  test('that breaks off leaves the old one, and is asked for again', async () => {
    const offer = offerOf(['AB1']);
    const { url } = await served(offer);
    const { receive, library } = await rigged(() => carrier(url));
    await receive();
    Object.assign(offer, offerOf(['AB2'], MADE_MS + 1000), { cut: true });
    await expect(receive()).rejects.toMatchObject({ code: 'hotlist.unreachable' });
    expect(await platesOf(library)).toEqual(['AB1']);
    offer.cut = false;
    await receive();
    expect(await platesOf(library)).toEqual(['AB2']);
  });

  test.each([302, 404, 500])('is not taken at status %i; no redirection is followed', async (status) => {
    const { url, asked } = await served({ ...offerOf(['AB1']), status, location: 'https://localhost/elsewhere' });
    const { receive } = await rigged(() => carrier(url));
    await expect(receive()).rejects.toThrow(`status ${status}`);
    expect(asked).toHaveLength(1);
  });

  test.each(['http://localhost/list.csv', 'ftp://localhost/', 'nothing', 'https://user:word@localhost/x'])(
    'at %s is no address',
    (url) => {
      expect(() => carrier(url)).toThrow(/https:\/\/host\/path/);
    },
  );

  test('comes on its schedule, says while it does not, and ends with the signal', async () => {
    const offer: Offer = { ...offerOf(['AB1']), status: 503 };
    const { url } = await served(offer);
    const { tools } = await rigged(() => carrier(url));
    const stopping = new AbortController();
    const faults: (Fault | undefined)[] = [];
    const taken = Promise.withResolvers<void>();
    const failed = Promise.withResolvers<void>();
    const receiving = receiveLists({
      ...tools,
      clock: systemClock(),
      everyMs: 5,
      signal: stopping.signal,
      taken: () => taken.resolve(),
      onFault: (fault) => {
        faults.push(fault);
        if (fault) failed.resolve();
      },
    });
    await failed.promise;
    delete offer.status;
    await taken.promise;
    stopping.abort();
    await receiving;
    expect(faults[0]?.code).toBe('hotlist.unreachable');
  });
});
