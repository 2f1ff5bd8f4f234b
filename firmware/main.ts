/**
 * The command line. Finds the command, runs it, prints a fault with its remedy, and sets the exit status:
 * 0 all went well, 1 a fault, 2 the command line was not understood.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Console } from './commands/console.ts';
import { Fault, faultOf } from './domain/fault.ts';
import { version } from './version.ts';

type Command = (args: readonly string[], console: Console) => Promise<number>;

interface Entry {
  readonly usage: string;
  readonly does: string;
  readonly load: () => Promise<Command>;
}

/** The simulator is the other composition root; an image for units leaves it out. */
async function simulator(file: string): Promise<Readonly<Record<string, Command>>> {
  const url = new URL(`../${file}`, import.meta.url);
  if (!existsSync(url)) throw new Fault('usage', `The simulator is not installed (${fileURLToPath(url)}).`);
  return (await import(url.href)) as Record<string, Command>;
}

const commands: Readonly<Record<string, Entry>> = {
  read: {
    usage: 'read [--json] [--search NAME] [--backend NAME] [--models DIR] [--annotate DIR] [--scores] PHOTO…',
    does: 'reads the plates on photographs',
    load: async () => (await import('./commands/read.ts')).readCommand,
  },
  run: {
    usage: 'run --config FILE',
    does: 'runs a unit',
    load: async () => (await import('./commands/run.ts')).runCommand,
  },
  doctor: {
    usage: 'doctor [--board FILE] [--config FILE] [--loopback [--wire OUTPUT:INPUT]] [--json]',
    does: 'looks at all that a unit on this machine needs, and says what mends what is wrong',
    load: async () => (await import('./commands/doctor.ts')).doctorCommand,
  },
  profile: {
    usage: 'profile NAME',
    does: "prints what an agency's profile asks of a unit, each value with its clause",
    load: async () => (await import('./commands/profile.ts')).profileCommand,
  },
  hotlist: {
    usage:
      'hotlist sign|import|list|remove|propose|approve|extend|withdraw [--config FILE] [--as KEY.pem --key-id ID] … [FILE|LIST|ENTRY]',
    does: 'signs hot lists, and changes those and the local entries of a unit (docs/hot-lists.md)',
    load: async () => (await import('./commands/hotlist.ts')).hotlistCommand,
  },
  verify: {
    usage: 'verify (--log FILE|FOLDER [--checkpoint FILE] | --evidence FOLDER) [--key PEM]',
    does: 'finds what was changed, removed, inserted, moved or cut off in an audit log, or changed in an evidence package',
    load: async () => (await import('./commands/verify.ts')).verifyCommand,
  },
  evidence: {
    usage:
      'evidence --config FILE --case NUMBER --as KEY --key-id ID --reason TEXT (--detection ID… | --hold CASE) --out FOLDER',
    does: "writes detections of this unit's store as a signed package that openssl and sha256sum can check",
    load: async () => (await import('./commands/evidence.ts')).evidenceCommand,
  },
  command: {
    usage:
      'command sign --key PEM --key-id ID --by NAME --role ROLE --agency ID --unit ID --action NAME [--body FILE] [--minutes N] --out FILE',
    does: 'makes a signed command for a unit, to be sent on its command topic',
    load: async () => (await import('./commands/command.ts')).commandCommand,
  },
  key: {
    usage: 'key --config FILE',
    does: 'prints the public key by which the checkpoints and the evidence of this unit are verified',
    load: async () => (await import('./commands/key.ts')).keyCommand,
  },
  simulate: {
    usage: 'simulate [--scenario NAME] [--seed N] [--seconds S] [--broker URL] [--truth FILE]',
    does: 'runs a whole unit against a simulated street',
    load: async () => (await simulator('sim/main.ts')).simulateCommand!,
  },
  voting: {
    usage: 'voting [--vehicles N] [--seed N] [--models DIR]',
    does: 'measures on the simulated street what voting over frames gains',
    load: async () => (await simulator('sim/measure-voting.ts')).votingCommand!,
  },
  bench: {
    usage: 'bench [--json] [--only NAME] [--isa SET] [--runs N] [--draw DIR] [PHOTO…]',
    does: "times every kernel, network and stage against this machine's own limits",
    load: async () => (await import('./bench/bench.ts')).benchCommand,
  },
  store: {
    usage:
      'store search|hold|release|holds|purge-report|records|rotate-key --config FILE --as KEY --key-id ID [--case N] [--why TEXT] …',
    does: "looks into a unit's store while the unit does not run; everything is on record",
    load: async () => (await import('./commands/store.ts')).storeCommand,
  },
  documents: {
    usage: 'documents [--check]',
    does: 'prints the documents that are made from the code',
    load: async () => (await import('./commands/documents.ts')).documentsCommand,
  },
};

async function main(words: readonly string[], console: Console): Promise<number> {
  const [name = 'help', ...args] = words;
  if (['help', '--help', '-h'].includes(name)) {
    for (const line of help()) console.out(line);
    return 0;
  }
  if (['version', '--version'].includes(name)) {
    console.out(version);
    return 0;
  }
  try {
    const entry = commands[name];
    if (entry === undefined) throw new Fault('usage', `There is no command "${name}".`);
    const command = await entry.load();
    return await command(args, console);
  } catch (error) {
    const fault = faultOf(error) ?? usageFault(error, name);
    if (fault === undefined) throw error;
    console.error(`platekeeper: ${fault.message}`);
    console.error(`  ${fault.remedy} [${fault.code}]`);
    return fault.code === 'usage' ? 2 : 1;
  }
}

function help(): string[] {
  const lines = Object.values(commands).map(({ usage, does }) => `  platekeeper ${usage}\n      ${does}`);
  return ['usage:', ...lines, '  platekeeper version'];
}

/** node:util's parseArgs throws TypeErrors with codes of this form. */
function usageFault(error: unknown, command: string): Fault | undefined {
  const code = error instanceof TypeError ? (error as { code?: string }).code : undefined;
  if (code?.startsWith('ERR_PARSE_ARGS') !== true) return undefined;
  return new Fault('usage', `${command}: ${(error as TypeError).message}`, error);
}

// TensorFlow, where a unit runs on tfjs-node, reads these when it is loaded: warnings and errors alone, and one thread as other backends.
process.env.TF_CPP_MIN_LOG_LEVEL ??= '1';
process.env.TF_NUM_INTRAOP_THREADS ??= '1';

process.exitCode = await main(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  input: () => readFileSync(0, 'utf8'),
  error: (line) => process.stderr.write(`${line}\n`),
});
