/**
 * `hotlist`: hot lists and local entries from the command line. `sign` is for the agency, and needs no unit; the others work on the lists of
 * the unit that a configuration describes, also while it runs: it takes up what was changed by itself.
 *
 * Whoever acts as a person proves it by that person's key, which the unit's keyring must know (`--as KEY.pem --key-id ID`): a name alone
 * opens nothing, so that two persons are two persons here too.
 */
import { createHash, randomBytes, sign } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { fileChunks } from '../devices/incoming-folder.ts';
import { type AlertClass, alertClasses } from '../domain/alert-class.ts';
import { Fault } from '../domain/fault.ts';
import { openHotLists, unsignedStatement } from '../hot-list-services.ts';
import type { LocalAnswer } from '../services/hot-list/local-entries.ts';
import type { LocalEntry } from '../services/hot-list/local-entry.ts';
import { bodyOf, checkedStatement, parseStatement, statementText } from '../services/hot-list/statement.ts';
import { unitVault } from '../unit-vault.ts';
import { openBeside, privateKeyIn } from './actor.ts';
import { type Console, plateGiven } from './console.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const options = {
  config: text,
  as: text,
  'key-id': text,
  list: text,
  layout: text,
  source: text,
  'made-at': text,
  unsigned: flag,
  local: flag,
  plate: text,
  region: text,
  class: text,
  note: text,
  case: text,
  synopsis: text,
  days: text,
  purpose: text,
  'major-crime': flag,
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>['values'];

interface Work {
  readonly name: string;
  readonly values: Values;
  readonly subject: string | undefined;
  readonly console: Console;
}

const works: Readonly<Record<string, (work: Work) => Promise<number>>> = {
  sign: signFile,
  import: importFile,
  list: showLists,
  remove: removeList,
  propose: proposeEntry,
  approve: (work) => stepOf(work, 'approve'),
  extend: (work) => stepOf(work, 'extend'),
  withdraw: (work) => stepOf(work, 'withdraw'),
};

export async function hotlistCommand(args: readonly string[], console: Console): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [name = '', subject, ...more] = positionals;
  const work = works[name];
  if (work === undefined || more.length > 0)
    throw new Fault('usage', `hotlist: ${Object.keys(works).join(', ')}, and one file, list or entry.`);
  return work({ name, values, subject, console });
}

/** Writes FILE.sig. */
async function signFile({ values, subject, console }: Work): Promise<number> {
  const file = named(subject, 'FILE');
  const digest = createHash('sha256');
  for await (const chunk of fileChunks(file, Number.POSITIVE_INFINITY)) digest.update(chunk);
  const madeAt = values['made-at'];
  const statement = checkedStatement(
    {
      list: named(values.list, '--list'),
      layout: named(values.layout, '--layout'),
      source: named(values.source, '--source'),
      madeAtMs: madeAt === undefined ? Math.floor(statSync(file).mtimeMs) : Date.parse(madeAt),
      sha256: digest.digest('hex'),
    },
    (what) => new Fault('usage', `hotlist sign: ${what}.`),
  );
  const body = bodyOf(statement, named(values['key-id'], '--key-id'));
  await writeFile(`${file}.sig`, statementText(body, sign(null, Buffer.from(body), privateKeyIn(values.as))));
  console.out(`${file}.sig`);
  return 0;
}

async function importFile(work: Work): Promise<number> {
  const { values, subject, console } = work;
  const file = named(subject, 'FILE');
  using unit = await openUnitLists(work);
  const { bytes_max: bytesMax } = unit.config.hot_list;
  const beside = `${file}.sig`;
  const chunks = fileChunks(file, bytesMax);
  if (!values.unsigned && !existsSync(beside))
    throw new Fault('usage', `hotlist import: ${beside} is not there; --unsigned takes a list at your word.`);
  const { counts, badLines } = values.unsigned
    ? await unit.library.take(
        { statement: await unsigned(values, file, bytesMax), chunks, vouched: true },
        unit.sender(),
      )
    : await unit.library.take(
        { statement: parseStatement(readFileSync(beside, 'latin1'), basename(beside)), chunks },
        'unit',
      );
  for (const { line, reason } of badLines) console.error(`line ${line}: ${reason}`);
  console.out(
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', '),
  );
  return 0;
}

function unsigned(values: Values, file: string, bytesMax: number) {
  const wrong = (what: string) => new Fault('usage', `hotlist import: ${what}.`);
  const about = {
    list: named(values.list, '--list'),
    layout: named(values.layout, '--layout'),
    source: named(values.source, '--source'),
  };
  const { list, layout, source } = checkedStatement({ ...about, madeAtMs: 0, sha256: '0'.repeat(64) }, wrong);
  return unsignedStatement(file, { list, layout, source, bytesMax });
}

async function showLists(work: Work): Promise<number> {
  const { values, console } = work;
  using unit = await openUnitLists(work);
  if (values.local) {
    const entries = unit.local.seenBy({ by: unit.person(), now: unit.now() });
    if (entries === undefined) throw new Fault('hotlist.not-permitted', 'The role may not see local entries.');
    for (const entry of entries) console.out(shown(entry));
    return 0;
  }
  for (const list of unit.library.lists()) {
    const { source, madeAtMs, counts, keyId = 'nobody' } = unit.library.about(list)!;
    console.out(
      `${list.padEnd(20)} ${source.padEnd(14)} made ${new Date(madeAtMs).toISOString()}  entries ${counts.kept}  signed by ${keyId}`,
    );
  }
  return 0;
}

async function removeList(work: Work): Promise<number> {
  using unit = await openUnitLists(work);
  unit.library.remove(named(work.subject, 'LIST'), unit.sender());
  return 0;
}

async function proposeEntry(work: Work): Promise<number> {
  const { values, console } = work;
  using unit = await openUnitLists(work);
  const { plate, region, note = '', case: caseNumber = '', synopsis = '', days, purpose } = values;
  const alertClass = alertClasses.find((each) => each === values.class);
  if (alertClass === undefined)
    throw new Fault('usage', `hotlist propose: --class: one of ${alertClasses.join(', ')}.`);
  const proposal = {
    plate: named(plateGiven(plate, console), '--plate'),
    alertClass: alertClass satisfies AlertClass,
    ...{ note, caseNumber, synopsis },
    days: days === undefined ? unit.profile.local_entries.days_max : Number(days),
    majorCrime: values['major-crime'],
    ...(region === undefined ? {} : { region }),
    ...(purpose === undefined ? {} : { purpose }),
  };
  return told(unit.local.propose(proposal, { by: unit.person(), now: unit.now() }), console);
}

async function stepOf(work: Work, step: 'approve' | 'extend' | 'withdraw'): Promise<number> {
  using unit = await openUnitLists(work);
  const entry = named(work.subject, 'ENTRY');
  return told(unit.local[step](entry, { by: unit.person(), now: unit.now() }), work.console);
}

function told(answer: LocalAnswer, console: Console): number {
  if (answer.kind === 'refused') throw new Fault('hotlist.not-permitted', `${answer.reason}.`);
  console.out(answer.id);
  return 0;
}

/** The lists of the unit that the configuration describes. */
async function openUnitLists({ name, values }: Work) {
  const beside = await openBeside(named(values.config, '--config'), `hotlist ${name}`);
  const { config, profile, keyring, unit, now, log: audit } = beside;
  const entropy = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };
  const vault = unitVault(config);
  const person = () => beside.holder(values);
  return {
    ...{ config, profile, now, person },
    ...openHotLists({ config, profile, audit, entropy, keyring, vault, unitKind: unit.kind }),
    /** A person who may send lists. */
    sender: () => {
      const by = person();
      if (profile.access.list_roles.includes(by.role)) return by;
      const reason = `the role ${by.role} may not send lists`;
      audit.record({ action: 'hot-list.refused', by, detail: { reason } });
      throw new Fault('hotlist.not-permitted', `${reason}.`);
    },
    [Symbol.dispose]: () => beside[Symbol.dispose](),
  };
}

function named(value: string | undefined, name: string): string {
  if (value === undefined) throw new Fault('usage', `hotlist: ${name} is missing.`);
  return value;
}

function shown({ id, text: plate, state, alertClass, caseNumber, entered, expiresAt }: LocalEntry): string {
  const until = new Date(expiresAt.epochMs).toISOString().slice(0, 10);
  return `${id}  ${plate.padEnd(15)} ${state.padEnd(9)} ${alertClass.padEnd(18)} until ${until}  case ${caseNumber}  by ${entered.by.name}`;
}
