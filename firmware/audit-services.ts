/**
 * What a unit owes to account for itself, for as long as it runs: its audit log, whose checkpoints go out through an outbox of their
 * own, and the commands it takes. Opened first and closed last, so that all between can record.
 */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Profile } from './config/profile.ts';
import type { Config } from './config/schema.ts';
import { checkpointMessage } from './devices/audit-codec.ts';
import { openAuditFolder } from './devices/audit-folder.ts';
import { commandOf, resultMessage, signedOf } from './devices/command-codec.ts';
import { openCommandMemory } from './devices/command-memory.ts';
import { openNoticeBox } from './devices/notice-box.ts';
import { publicPem } from './devices/signing-key.ts';
import type { UnitIdentity } from './domain/detection.ts';
import { type Fault, faultOf } from './domain/fault.ts';
import type { WallInstant } from './domain/instant.ts';
import { Tally } from './domain/tally.ts';
import { topicOf } from './domain/topic.ts';
import { AuditLog } from './governance/audit-log.ts';
import type { Checkpoint } from './governance/checkpoint.ts';
import { CommandDesk, type Permitted } from './governance/commands.ts';
import { type Keyring, loadKeyring } from './governance/keyring.ts';
import { modelHashes } from './model-hashes.ts';
import { publish } from './pipeline/publish.ts';
import type { Audit } from './ports/audit.ts';
import type { Broker, Message } from './ports/broker.ts';
import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import type { NoticeKind } from './ports/store.ts';
import type { CurrentFaults } from './services/current-faults.ts';
import { unitSigningKey } from './unit-vault.ts';
import { version } from './version.ts';

export interface AuditParts {
  readonly config: Config;
  readonly profile: Profile;
  /** Of the models that it reads with. */
  readonly modelsFolder: string;
  readonly unit: UnitIdentity;
  readonly clock: Clock;
  readonly log: Log;
  readonly broker: Broker | undefined;
  /** The unit's time. */
  readonly now: () => WallInstant;
  readonly faults: CurrentFaults;
}

export interface AuditServices {
  readonly audit: Audit;
  /** Of commands. */
  readonly tally: Tally;
  /** The unit's public key (PEM). */
  readonly auditKey: string;
  /** Takes the commands of these actions, and publishes what waits, until the signal aborts. */
  run(actions: ReadonlyMap<string, Permitted>, signal: AbortSignal): Promise<void>;
  /** Records the end, signs it, and gives the broker a moment to take it. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** Where the log lies. Its key is in the folder of the keys: a copy of the data signs nothing. */
export function auditFolder({ store }: Config): string {
  return join(store.folder, 'audit');
}

/** The unit's log as its configuration has it, for the unit itself and for commands beside it. */
export function openAuditLog(
  { config, unit, now }: Pick<AuditParts, 'config' | 'unit' | 'now'>,
  told: Pick<ConstructorParameters<typeof AuditLog>[0], 'onCheckpoint' | 'onBroken'> = {},
) {
  const files = openAuditFolder(auditFolder(config));
  const key = unitSigningKey(config);
  const { file_bytes: fileBytes, checkpoint_records: checkpointRecords } = config.audit;
  return { files, key, log: new AuditLog({ files, unit, key, now, fileBytes, checkpointRecords, ...told }) };
}

/** Whether profile and keyring are those of the unit's last start, as far as its log goes back to one. */
export function rulesStand(log: AuditLog, { profile, keyring }: { profile: Profile; keyring: Keyring }): boolean {
  const access = log.newest('unit.started')?.detail?.access;
  return access === undefined || access === accessHash(profile, keyring);
}

const HOUR_MS = 3_600_000;
const GOODBYE_MS = 1000;

export async function auditServices(parts: AuditParts): Promise<AuditServices> {
  const { config, profile, unit, clock, log, broker, now, faults } = parts;
  const keyring = await loadKeyring(config.commands.keys);
  using opening = new DisposableStack();
  const box = opening.use(openNoticeBox(join(auditFolder(config), 'notices.sqlite')));
  const memory = opening.use(openCommandMemory(join(auditFolder(config), 'commands.sqlite')));
  let unsent: Checkpoint | undefined;
  const {
    files,
    key,
    log: chain,
  } = openAuditLog(parts, {
    onCheckpoint: (made) => {
      unsent = made;
    },
    onBroken: (action, detail) => log.event('error', `audit.${action}`, detail),
  });
  opening.use(files);
  const auditKey = publicPem(key);
  const topics = new Map([
    [topicOf(unit, 'command'), 'any'],
    [topicOf(unit, 'alert-ack'), 'acknowledge_alert'],
  ]);

  const send = () => {
    if (unsent === undefined) return;
    const checkpoint = unsent;
    box.put('audit', (sequence) => checkpointMessage({ ...checkpoint, auditKey }, { unit, sequence }));
    unsent = undefined;
  };
  /** Says in health what the log's disk does, and passes the fault on. */
  const watched = <Result>(work: () => Result): Result => {
    try {
      const result = work();
      faults.set('audit', undefined);
      return result;
    } catch (error) {
      troubled(faultOf(error));
      throw error;
    }
  };
  const troubled = (fault: Fault | undefined) => {
    if (fault === undefined) return;
    if (!faults.list().some(({ code }) => code === fault.code))
      log.event('error', fault.code, { detail: fault.detail });
    faults.set('audit', fault.code);
  };
  /** What is not asked for by anybody: a disk that takes nothing now is tried again at the next time. */
  const attempted = (work: () => void) => {
    try {
      watched(work);
    } catch (error) {
      if (faultOf(error)?.passes !== true) throw error;
    }
  };
  let begun = false;
  /** The start comes before all else, also where the disk did not take it at first. */
  const begin = () => {
    if (!begun) recordStart(chain, { ...parts, keyring });
    begun = true;
  };
  const audit: Audit = {
    record: (entry) => {
      watched(() => {
        begin();
        chain.record(entry);
      });
      attempted(send);
    },
  };
  const witness = () => {
    begin();
    chain.checkpoint();
    send();
  };

  attempted(witness);
  const opened = opening.move();
  const tally = new Tally('commands');
  const publishing = new AbortController();
  let acknowledged = Promise.withResolvers<void>();
  const moved = () => {
    acknowledged.resolve();
    acknowledged = Promise.withResolvers();
  };
  const sending = Promise.all(
    broker === undefined
      ? []
      : (['audit', 'result'] as const).map((kind: NoticeKind) =>
          publish({
            ...{ store: box, kind, broker, unit, clock, log, moved },
            ...{ tally: new Tally(kind), signal: publishing.signal },
          }),
        ),
  );

  return {
    audit,
    tally,
    auditKey,
    async run(actions, signal) {
      const codec = { signed: signedOf, command: commandOf };
      const { bytes_max: bytesMax } = config.commands;
      const desk = new CommandDesk({ unit, keyring, codec, actions, memory, audit, tally, now, bytesMax });
      const answered = async (message: Message) => {
        const only = topics.get(message.topic);
        if (only === undefined) return;
        try {
          const result = await desk.receive(message.payload, only === 'any' ? undefined : only);
          if (result) box.put('result', (sequence) => resultMessage(result, { unit, sequence, at: now() }));
        } catch (error) {
          const fault = faultOf(error);
          if (fault?.passes !== true) throw error;
          troubled(fault);
        }
      };
      await Promise.all([
        broker && heard(broker.received(signal), answered),
        everySo(config.audit.checkpoint_ms, signal, () => {
          desk.flush();
          const keptHours = profile.retention.audit;
          const { epochMs, quality } = now();
          if (keptHours !== 'permanent' && quality.source !== 'free-running')
            chain.forget(epochMs - keptHours * HOUR_MS);
          witness();
        }),
      ]);
      attempted(() => desk.flush());
    },
    async [Symbol.asyncDispose]() {
      attempted(() => {
        audit.record({ action: 'unit.stopped', by: 'unit', subject: unit.bootId });
        witness();
      });
      const late = aborted(AbortSignal.timeout(GOODBYE_MS));
      let waits = broker?.state === 'connected';
      while (waits && box.waitingNow() > 0) waits = await Promise.race([acknowledged.promise.then(() => true), late]);
      publishing.abort();
      await sending;
      opened.dispose();
    },
  };

  async function everySo(intervalMs: number, signal: AbortSignal, work: () => void): Promise<void> {
    while (!signal.aborted) {
      await clock.sleep(intervalMs, signal).catch(() => undefined);
      if (!signal.aborted) attempted(work);
    }
  }
}

/** Lets each message be answered beside those after it, and ends when all are. */
async function heard(messages: AsyncIterable<Message>, answered: (message: Message) => Promise<void>): Promise<void> {
  const pending = new Set<Promise<void>>();
  for await (const message of messages) {
    const each = answered(message).finally(() => pending.delete(each));
    pending.add(each);
  }
  await Promise.all(pending);
}

/** Records that the unit begins, and what it runs under where that is not what it ran under last. */
function recordStart(
  chain: AuditLog,
  { config, profile, keyring, modelsFolder, unit }: AuditParts & { readonly keyring: Keyring },
): void {
  const now = {
    ...{ configuration: hashOf(config), profile: profile.id, rules: hashOf(profile), keyring: keyring.digest },
    ...{ program: version, ...modelHashes(modelsFolder) },
  };
  const under = hashOf(now);
  if (chain.newest('unit.started')?.detail?.under !== under)
    chain.record({ action: 'configuration.changed', by: 'unit', subject: under, detail: now });
  const access = accessHash(profile, keyring);
  chain.record({ action: 'unit.started', by: 'unit', subject: unit.bootId, detail: { under, access } });
}

/** Of what says who may do what; where it lies is no part of it. */
function accessHash(profile: Profile, keyring: Keyring): string {
  return hashOf([profile, keyring.digest]);
}

function hashOf(value: unknown): string {
  return hash('sha256', JSON.stringify(value));
}

function aborted(signal: AbortSignal): Promise<false> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(false), { once: true }));
}
