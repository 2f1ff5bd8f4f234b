/**
 * Every parser of the unit that meets foreign bytes, with samples of what it should meet and what must hold whatever it meets.
 * A subject returns, or throws a Fault whose text holds nothing of the input; anything else is found.
 */
import { hash, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { loadBoard, placesOf } from '../../firmware/config/board.ts';
import { loadCited, loadProfile } from '../../firmware/config/profile.ts';
import { configSchema } from '../../firmware/config/schema.ts';
import { checkedBy, parsedTable } from '../../firmware/config/toml.ts';
import { type AcknowledgementMessage, acknowledgementOf } from '../../firmware/devices/alert-codec.ts';
import { int64, v1 } from '../../firmware/devices/alpr-codec.ts';
import { commandOf, signedOf } from '../../firmware/devices/command-codec.ts';
import { carriedList, proposalOf } from '../../firmware/devices/hot-list-codec.ts';
import { nativeEngine } from '../../firmware/devices/native-engine.ts';
import { sharpCodec } from '../../firmware/devices/sharp-codec.ts';
import { publicPem } from '../../firmware/devices/signing-key.ts';
import { holdOf, releaseOf, searchOf } from '../../firmware/devices/store-command-codec.ts';
import type { ListLayout } from '../../firmware/domain/hot-list.ts';
import { audienceOf, loadSubscriptions } from '../../firmware/governance/alert-subscriptions.ts';
import { loadZones } from '../../firmware/governance/alert-zones.ts';
import { verifyLog } from '../../firmware/governance/audit-chain.ts';
import { flawsOf, MANIFEST, type PackageFiles, SIGNATURE } from '../../firmware/governance/evidence.ts';
import { exportEvidence } from '../../firmware/governance/evidence-export.ts';
import { loadKeyring } from '../../firmware/governance/keyring.ts';
import { checksumOf, parseSentence, SentenceCutter } from '../../firmware/services/gps/nmea.ts';
import { UbxFinder } from '../../firmware/services/gps/ublox.ts';
import { layouts } from '../../firmware/services/hot-list/layouts.ts';
import { bodyOf, parseStatement, statementText } from '../../firmware/services/hot-list/statement.ts';
import type { Dice } from '../../sim/dice.ts';
import { entryOf, publicKey, testLog, unitKey } from '../governance/audit-logs.ts';

export interface Subject {
  readonly samples: readonly Buffer[];
  /** Executions for each of those that are asked for: pictures are thousands of times slower than lines. */
  readonly share: number;
  run(input: Buffer, dice: Dice): void | Promise<void>;
}

const lines = (...each: string[]) => each.map((line) => Buffer.from(line, 'latin1'));

const nmea: Subject = {
  share: 1,
  samples: lines(
    '$GPRMC,161229.487,A,3723.2475,N,12158.3416,W,0.13,309.62,120598,,*10\r\n',
    '$GNGGA,092750.000,5321.6802,N,00630.3372,W,1,8,1.03,61.7,M,55.2,M,,*76\r\n',
    '$GNGNS,014035.00,4332.69262,S,17235.48549,E,RR,13,0.9,25.63,11.24,,*70\r\n',
    '$GPGSA,A,3,10,07,05,02,29,04,08,13,,,,,1.72,1.03,1.38*0A\r\n',
    '$GPVTG,054.7,T,034.4,M,005.5,N,010.2,K*48\r\n',
    '$GPZDA,201530.00,04,07,2002,00,00*60\r\n$GPGLL,4916.45,N,12311.12,W,225444,A,*1D\r\n',
  ),
  run(input, dice) {
    // Half of them with a checksum that is right, or nothing would come further.
    const end = input.lastIndexOf('*');
    const begin = input.indexOf('$');
    if (begin >= 0 && end > begin && dice.integer(2) === 0) {
      const sum = checksumOf(input.toString('latin1', begin + 1, end));
      input = Buffer.concat([input.subarray(0, end), Buffer.from(`*${sum.toString(16).padStart(2, '0')}\r\n`)]);
    }
    for (const text of new SentenceCutter().push(input)) {
      const sentence = parseSentence(text);
      for (const [name, value] of Object.entries(sentence ?? {}))
        if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${name} is ${value}`);
      const { latitude = 0, longitude = 0 } = (sentence ?? {}) as { latitude?: number; longitude?: number };
      if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw new Error('a place that is nowhere');
    }
  },
};

const ublox: Subject = {
  share: 1,
  samples: [
    Buffer.from([0xb5, 0x62, 0x01, 0x07, 0x02, 0x00, 0x11, 0x22, 0x3d, 0x7f]),
    Buffer.from([0xb5, 0x62, 5, 1, 2, 0, 6, 0, 14, 55]),
  ],
  run(input) {
    const finder = new UbxFinder();
    const half = Math.floor(input.length / 2);
    finder.found(input.subarray(0, half));
    finder.found(input.subarray(half));
  },
};

const listed: Readonly<Record<ListLayout, readonly Buffer[]>> = {
  leads: lines(
    '660JEM  WIPCSTOLEN VYR/05 VMA/DODG VMO/MAG VST/4D VCO/RED     DOT/010315 LDS/V16A0661',
    'AB12345 ILPCMISSING SOME WORDS OF TEXT',
  ),
  sos: lines('15386VDE ILFMREVOKED DOT/032910 EXP/0721', 'Z99999   ILPCSUSPEND DOT/032910 EXP/0721'),
  'ncic-csv': lines(
    'V123456789;IL0000000;20260102;AB12345;IL;2026;2019;D0DG;CHA;4D;RED',
    'N1,IL0,20260102,AB1,IL,2026,2019,FORD,F15,PK,BLU',
  ),
  'ncic-fixed': lines(`V${'x'.repeat(18)}20260102AB12345   IL      26  19  DODG CHA  RED`.padEnd(70)),
  csv: lines('plate,region,class,note', 'AB12345,us-il,stolen-vehicle,taken at night'),
  json: lines('{"plate":"AB12345","region":"us-il","class":"amber","note":"x","purpose":"amber"}'),
};

function hotList(name: ListLayout): Subject {
  const header = name === 'csv' ? 'plate,region,class,note' : undefined;
  return {
    share: 1,
    samples: listed[name],
    run(input) {
      const reader = layouts[name].open();
      if (header !== undefined) reader.read(header, 1);
      const outcome = reader.read(input.toString('utf8'), 2);
      // What `*` stands for may be nothing, so it does not count.
      if (outcome.kind === 'entry' && !/^[0-9A-Z?]{1,15}$/.test(outcome.record.text.replaceAll('*', '')))
        throw new Error('an entry with a text that is no plate');
    },
  };
}

const commands = (() => {
  const at = { epochUs: int64(1_760_000_000_000_000n), source: 2 };
  const who = { agency: 'test', unit: 'unit-7', person: 'someone', role: 'officer' };
  const command = { commandId: 'command-000001', ...who, issuedAt: at, expiresAt: at };
  const acknowledgeAlert = { alertId: '7', state: 2, person: 'someone', at };
  const grounds = { caseNumber: '26-1', reason: 'robbery' };
  const entry = { plate: 'AB 12345', alertClass: 2 };
  const list = v1.HotList.encode({
    agency: 'test',
    list: 'ncic',
    source: 'NCIC',
    madeAt: at,
    entries: [entry],
  }).finish();
  return [
    { acknowledgeAlert },
    { sendHealth: {} },
    { searchReads: { ...grounds, purpose: 'missing person', platePattern: 'AB?1*', from: at, to: at } },
    { placeHold: { ...grounds, until: at, detectionIds: ['0197-1', '0197-2'] } },
    { releaseHold: { hold: 3, reason: 'over' } },
    { proposeEntry: { ...entry, ...grounds, synopsis: 'fled', days: 3 } },
    { replaceHotList: { body: list, signature: Buffer.alloc(64, 7), keyId: 'key-1' } },
  ].map((action) => Buffer.from(v1.Command.encode({ ...command, ...action }).finish()));
})();

const bodies: Readonly<Record<string, (body: unknown) => unknown>> = {
  acknowledge_alert: (body) => acknowledgementOf(body as AcknowledgementMessage),
  search_reads: searchOf,
  place_hold: holdOf,
  release_hold: releaseOf,
  propose_entry: proposalOf,
  replace_hot_list: (body) => carriedList(body, 'test'),
};

const commandBodies: Subject = {
  share: 1,
  samples: commands,
  run(input) {
    const command = commandOf(input);
    if (command?.action !== undefined) bodies[command.action]?.(command.body);
  },
};

const signedCommands: Subject = {
  share: 1,
  samples: commands.map((body) =>
    Buffer.from(v1.SignedCommand.encode({ body, signature: Buffer.alloc(64, 7), keyId: 'key-1' }).finish()),
  ),
  run(input) {
    const signed = signedOf(input);
    if (signed) commandOf(signed.body);
  },
};

const configuration: Subject = {
  share: 0.1,
  samples: [
    ...lines(
      'profile = "leroy"\n[unit]\nagency = "a"\nid = "b"\n[camera]\nkind = "v4l2"\nrate_hz = 10.0\n',
      '[camera.controls]\nauto_exposure = "Manual Mode"\nx = [1, 2, {a = 1}]\n',
    ),
    readFileSync(new URL('../../firmware/config/profiles/bloomington.toml', import.meta.url)).subarray(0, 700),
  ],
  run(input) {
    checkedBy(configSchema.partial(), parsedTable(input.toString('utf8'), 'unit.toml'), 'unit.toml');
  },
};

const statements: Subject = {
  share: 1,
  samples: [
    Buffer.from(
      statementText(
        bodyOf(
          { list: 'ncic', layout: 'ncic-csv', source: 'NCIC', madeAtMs: 1_760_000_000_000, sha256: '0'.repeat(64) },
          'list-key',
        ),
        new Uint8Array(64),
      ),
    ),
  ],
  run(input) {
    parseStatement(input.toString('utf8'), 'the statement');
  },
};

const auditLogs: Subject = {
  share: 0.1,
  samples: [Buffer.concat(testLogBytes())],
  run(input) {
    verifyLog(input, { key: publicKey });
  },
};

/** The bytes of a small log, its checkpoint among them. */
function testLogBytes(): readonly Uint8Array[] {
  const { log, files } = testLog();
  for (let number = 1; number <= 3; number += 1) log.record(entryOf(number));
  log.checkpoint();
  return [...files.files.values()];
}

const codec = sharpCodec(nativeEngine().lumaOf);
/** Room for a picture whose head was changed to say that it is larger. */
const PICTURE_BYTES = 4_000_000;
const pixels = { create: { width: 16, height: 12, channels: 3, background: '#808080' } } as const;
const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
process.once('exit', () => rmSync(folder, { recursive: true }));
const inFile = join(folder, 'input');
const pictures: Subject = {
  share: 0.001,
  samples: await Promise.all([
    sharp(pixels).jpeg().toBuffer(),
    sharp(pixels).png().toBuffer(),
    sharp(pixels).webp().toBuffer(),
  ]),
  async run(input) {
    writeFileSync(inFile, input);
    await codec.decode(inFile, new Uint8Array(PICTURE_BYTES));
  },
};

/** A file of an operator, read as the unit reads it. */
function operatorsFile(samples: readonly Buffer[], load: (path: string) => Promise<void>): Subject {
  return {
    share: 0.01,
    samples,
    run(input) {
      writeFileSync(inFile, input);
      return load(inFile);
    },
  };
}

const fromTree = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));
const board = operatorsFile([fromTree('hw/boards/raspberry-pi-5.toml')], async (path) => {
  placesOf(await loadBoard(path));
});
const profile = operatorsFile([fromTree('firmware/config/profiles/bloomington.toml')], async (path) => {
  await loadCited(path);
});

/** Public keys, the first of Ed25519 (RFC 8410), the second of X25519, which signs nothing. */
const pemOf = (algorithm: string, fill: number) =>
  `-----BEGIN PUBLIC KEY-----\n${Buffer.concat([Buffer.from(`302a300506032b65${algorithm}032100`, 'hex'), Buffer.alloc(32, fill)]).toString('base64')}\n-----END PUBLIC KEY-----\n`;
const keyring = operatorsFile(
  lines(
    `[[key]]\nid = "lee-1"\nsigns = "commands"\nperson = "D. Lee"\nrole = "detective"\npublic_key = """\n${pemOf('70', 7)}"""\n`,
    `[[key]]\nid = "lists"\nsigns = "hot-lists"\npublic_key = """\n${pemOf('70', 8)}"""\n`,
    `[[key]]\nid = "none"\nsigns = "hot-lists"\npublic_key = """\n${pemOf('6e', 9)}"""\n`,
  ),
  async (path) => {
    const keys = await loadKeyring(path);
    const signed = { body: Buffer.from('body'), signature: Buffer.alloc(64), keyId: 'lee-1' };
    if (keys.commander(signed) !== undefined || keys.signedList(signed)) throw new Error('nobody signed that');
  },
);

const here = { latitude: 41.8, longitude: -87.6 };
const zones = operatorsFile(
  lines(
    '[[zone]]\nname = "downtown"\ncircle = { latitude = 41.88, longitude = -87.64, radius_m = 800 }\n',
    '[[zone]]\nname = "campus"\npolygon = [[41.9, -87.7], [41.9, -87.5], [41.7, -87.5], [41.7, -87.7]]\n',
  ),
  async (path) => {
    for (const zone of await loadZones(path)) zone.contains(here);
  },
);
const subscriptions = operatorsFile(
  lines(
    '[[subscription]]\nname = "car-12"\nclasses = ["stolen-plate", "wanted-person"]\nzones = ["downtown"]\n',
    '[[subscription]]\nname = "desk"\nclasses = ["amber"]\nzones = []\n',
  ),
  async (path) => {
    const known = [{ name: 'downtown', contains: () => true }];
    const subscribed = await loadSubscriptions(path, known);
    audienceOf(['amber'], here, { zones: known, subscriptions: subscribed, unmutable: [] });
  },
);

const evidence: Subject = await (async () => {
  const { log } = testLog();
  log.record({ action: 'configuration.changed', by: 'unit', subject: 'read-under' });
  const at = { epochMs: 1_790_000_500_000, quality: { source: 'ntp' } } as const;
  const bytes = Buffer.from('as it was stored');
  const detection = { id: '0199-1', exposedAt: at, message: bytes, readable: {}, plateImage: bytes, frame: bytes };
  const whole = exportEvidence(
    { caseNumber: '26-1234', by: { name: 'D. Lee', role: 'detective' }, reason: 'stolen', detections: ['0199-1'] },
    {
      ...{ id: 'package-1', unit: {}, profile: {}, publicKey: publicPem(unitKey), log, key: unitKey },
      ...{ rules: await loadProfile('bloomington'), now: () => at, find: () => detection, held: () => [] },
    },
  );
  const paths = [...whole.keys()];
  return {
    share: 0.02,
    samples: [MANIFEST, 'audit/extract.log', 'audit/before.txt', 'audit/checkpoint.txt'].map((path) =>
      Buffer.from(whole.get(path)!),
    ),
    run(input, dice) {
      const path = paths[dice.integer(paths.length)]!;
      const files = new Map(whole);
      if (dice.integer(8) === 0) files.delete(path);
      else files.set(path, input);
      // Half of them signed anew, or nothing would come further than the signature.
      if (dice.integer(2) === 0) return void flawsOf(signedAnew(files, path === MANIFEST), publicKey);
      const changed = !input.equals(whole.get(path)!) || !files.has(path);
      if (changed && flawsOf(files, publicKey).length === 0) throw new Error('a change that nobody finds');
    },
  };
})();

/** As a unit would sign these files, or the manifest that stands in them. */
function signedAnew(files: PackageFiles, asItStands: boolean): PackageFiles {
  const listed = [...files].filter(([path]) => path !== MANIFEST && path !== SIGNATURE);
  const manifest = asItStands
    ? (files.get(MANIFEST) ?? new Uint8Array())
    : Buffer.from(listed.map(([path, bytes]) => `${hash('sha256', bytes)}  ${path}\n`).join(''));
  return new Map(files).set(MANIFEST, manifest).set(SIGNATURE, sign(null, manifest, unitKey));
}

export const subjects: Readonly<Record<string, Subject>> = {
  nmea,
  ublox,
  'hot list leads': hotList('leads'),
  'hot list sos': hotList('sos'),
  'hot list ncic-csv': hotList('ncic-csv'),
  'hot list ncic-fixed': hotList('ncic-fixed'),
  'hot list csv': hotList('csv'),
  'hot list json': hotList('json'),
  'list statement': statements,
  'signed command': signedCommands,
  command: commandBodies,
  configuration,
  'audit log': auditLogs,
  picture: pictures,
  board,
  profile,
  keyring,
  'alert zones': zones,
  'alert subscriptions': subscriptions,
  'evidence package': evidence,
};
