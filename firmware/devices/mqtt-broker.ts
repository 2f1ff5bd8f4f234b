/**
 * The broker over MQTT 5 (package mqtt): TLS with a certificate per unit, a session that outlives the connection, the
 * unit's presence retained on its `state` topic with a last will, commands received. It connects again by itself with a
 * growing pause and reads the certificate files anew each time, so renewed ones are taken up.
 *
 * Every connection is a fresh client that keeps nothing of the one before: what was not acknowledged is rejected when
 * the connection ends, and its owner (the outbox's cursor) sends it again. So there is one authority over order.
 *
 * Refuses `mqtt://` to any host but this machine unless told `allowPlainText`. Logs neither credentials nor payloads.
 */
import { readFileSync } from 'node:fs';
import { connect as connectTcp, isIP } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { type IClientOptions, MqttClient } from 'mqtt';
import type { UnitIdentity } from '../domain/detection.ts';
import { Fault } from '../domain/fault.ts';
import type { Presence } from '../domain/health.ts';
import { topicOf } from '../domain/topic.ts';
import type { Broker, Message } from '../ports/broker.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { stateMessage } from './alpr-codec.ts';
import { faultOfConnection } from './mqtt-fault.ts';

/** Paths of PEM files. */
export interface CertificateFiles {
  /** Who may have signed the broker's certificate. */
  readonly ca: string;
  /** This unit's certificate, with its chain. */
  readonly certificate: string;
  readonly key: string;
}

export interface MqttBrokerOptions {
  /** `mqtts://host[:port]`, or `mqtt://` to this machine. Holds no user name and no password. */
  readonly url: string;
  readonly unit: UnitIdentity;
  readonly softwareVersion: string;
  /** The unit's public key (PEM), for its presence. */
  readonly auditKey?: string;
  readonly tls?: CertificateFiles;
  readonly allowPlainText?: boolean;
  /** 4 is MQTT 3.1.1, for brokers that know no better; it has no expiry of sessions and no reasons for refusals. */
  readonly protocolVersion?: 4 | 5;
  readonly keepAliveS?: number;
  readonly clock: Clock;
  readonly log: Log;
}

const SESSION_EXPIRY_S = 7 * 24 * 3600;
const CONNECT_LIMIT_MS = 15_000;
const GOODBYE_LIMIT_MS = 2000;
/** An acknowledgement that takes longer is a fault, and not yet the connection's end: that is the keep-alive's to tell. */
const SLOW_MS = 2500;
const PAUSE_MIN_MS = 500;
const PAUSE_MAX_MS = 60_000;
const COMMANDS_HELD_MAX = 256;

/** Starts connecting and returns at once. Throws Fault `config.invalid-value` when the options can not be right. */
export function openMqttBroker(options: MqttBrokerOptions): Broker {
  const { unit, clock, log } = options;
  const address = addressOf(options);
  const closing = new AbortController();
  let current: Connection | undefined;
  let state: Broker['state'] = 'connecting';
  let fault: Fault | undefined;
  let connections = 0n;
  let online = Promise.withResolvers<void>();
  const commands: Message[] = [];
  let commandCame = Promise.withResolvers<void>();
  /** When each message was sent that the broker has not acknowledged, oldest first. */
  const unacknowledged = new Set<{ readonly sentAt: number }>();

  const loop = keepConnected();

  return {
    get state() {
      return state;
    },
    get fault() {
      const [oldest] = unacknowledged;
      const waitedMs = oldest === undefined ? 0 : clock.monotonic() - oldest.sentAt;
      if (fault !== undefined || waitedMs < SLOW_MS) return fault;
      return new Fault('broker.slow', `${address.shown}: no acknowledgement for ${Math.round(waitedMs)} ms.`);
    },

    async publish({ topic, payload, retain }, signal) {
      signal.throwIfAborted();
      if (!current) throw fault ?? new Fault('broker.unreachable', `${address.shown}: not connected.`);
      const message = { sentAt: clock.monotonic() };
      unacknowledged.add(message);
      const sent = send(current.client, { topic, payload, retain });
      await either(sent, signal, current.ended).finally(() => unacknowledged.delete(message));
    },

    async connected(signal) {
      while (state !== 'connected') {
        if (state === 'closed') throw new Fault('broker.unreachable', `${address.shown}: closed here.`);
        await either(online.promise, signal);
      }
    },

    async *received(signal) {
      while (!signal.aborted && state !== 'closed') {
        const command = commands.shift();
        if (command) yield command;
        else await either(commandCame.promise, signal).catch(() => undefined);
      }
    },

    async [Symbol.asyncDispose]() {
      closing.abort(new Fault('broker.unreachable', `${address.shown}: closed here.`));
      await loop;
    },
  };

  async function keepConnected(): Promise<void> {
    let pauseMs = PAUSE_MIN_MS;
    while (!closing.signal.aborted) {
      try {
        await session(() => {
          pauseMs = PAUSE_MIN_MS;
        });
      } catch (error) {
        if (closing.signal.aborted) break;
        failed(faultOfConnection(error, address.shown));
        // Half fixed, half random, so that a fleet does not come back in step after an outage.
        await clock.sleep(pauseMs * (0.5 + Math.random() / 2), closing.signal).catch(() => undefined);
        pauseMs = Math.min(pauseMs * 2, PAUSE_MAX_MS);
      }
    }
    state = 'closed';
    online.resolve();
    commandCame.resolve();
  }

  /** One connection, from its first byte to its end. Returns when closed from here, throws when it fails. */
  async function session(established: () => void): Promise<void> {
    connections += 1n;
    const connection = openConnection(connections);
    const { client, ended } = connection;
    try {
      await either(connection.up, closing.signal, ended);
      for (const kind of ['command', 'alert-ack'] as const)
        await either(subscribe(client, topicOf(unit, kind)), closing.signal, ended);
      await either(send(client, presenceMessage('online', connections)), closing.signal, ended);
      current = connection;
      state = 'connected';
      if (fault || connections === 1n) log.event('info', 'broker.connected', { broker: address.shown });
      fault = undefined;
      established();
      online.resolve();
      await either(aborted(closing.signal), ended);
      const goodbye = send(client, presenceMessage('shut-down', connections));
      await either(goodbye, ended, AbortSignal.timeout(GOODBYE_LIMIT_MS));
      await either(client.endAsync(), ended, AbortSignal.timeout(GOODBYE_LIMIT_MS));
    } finally {
      current = undefined;
      if (state === 'connected') {
        state = 'connecting';
        online = Promise.withResolvers();
      }
      client.end(true);
    }
  }

  /** A broker that lets the unit publish but not be commanded is told of and lived with. */
  async function subscribe(used: MqttClient, topic: string): Promise<void> {
    try {
      await used.subscribeAsync(topic, { qos: 1 });
    } catch (error) {
      const { code, detail } = faultOfConnection(error, address.shown);
      if (code !== 'broker.refused') throw error;
      log.event('warning', 'broker.commands-refused', { detail });
    }
  }

  function openConnection(connection: bigint): Connection {
    const version = options.protocolVersion ?? 5;
    const will = presenceMessage('lost', connection);
    const settings: IClientOptions = {
      protocolVersion: version,
      protocolId: 'MQTT',
      clientId: `${unit.agency}.${unit.unit}`,
      clean: false,
      keepalive: options.keepAliveS ?? 20,
      reschedulePings: false,
      reconnectPeriod: 0,
      resubscribe: false,
      queueQoSZero: false,
      connectTimeout: CONNECT_LIMIT_MS,
      will: { topic: will.topic, payload: Buffer.from(will.payload), qos: 1, retain: true },
      // The package's own tracing writes payloads.
      log: () => {},
      ...(version === 5 && { properties: { sessionExpiryInterval: SESSION_EXPIRY_S } }),
    };
    const streams = () =>
      address.secure ? connectTls(tlsOptions()) : connectTcp({ host: address.host, port: address.port, noDelay: true });
    const client = new MqttClient(streams, settings);
    const up = Promise.withResolvers<void>();
    const ended = new AbortController();
    let first: Error | undefined;
    client.on('connect', () => up.resolve());
    client.on('error', (error) => {
      first ??= error;
      client.end(true);
      ended.abort(faultOfConnection(first, address.shown));
    });
    client.on('disconnect', (packet) => {
      first ??= Object.assign(new Error('the broker ended the connection'), { code: packet.reasonCode });
    });
    client.on('close', () => {
      first ??= Object.assign(new Error('the connection was cut'), { code: 'ECONNRESET' });
      ended.abort(faultOfConnection(first, address.shown));
    });
    client.on('message', (topic, payload, packet) => {
      if (commands.length >= COMMANDS_HELD_MAX) {
        log.event('warning', 'broker.command-dropped', { held: commands.length });
        return;
      }
      commands.push({ topic, payload: new Uint8Array(payload), retain: packet.retain });
      commandCame.resolve();
      commandCame = Promise.withResolvers();
    });
    return { client, up: up.promise, ended: ended.signal };
  }

  function tlsOptions() {
    const files = options.tls;
    return {
      host: address.host,
      port: address.port,
      noDelay: true,
      ...(isIP(address.host) === 0 && { servername: address.host }),
      minVersion: 'TLSv1.2' as const,
      ...(files && {
        ca: readPem('broker.ca', files.ca),
        cert: readPem('broker.certificate', files.certificate),
        key: readPem('broker.key', files.key),
      }),
    };
  }

  function presenceMessage(presence: Presence, sequence: bigint): Message {
    const { softwareVersion, auditKey = '' } = options;
    const payload = stateMessage({ unit, sequence, presence, at: clock.wall(), softwareVersion, auditKey });
    return { topic: topicOf(unit, 'state'), payload, retain: true };
  }

  function failed(next: Fault): void {
    state = next.code === 'broker.refused' ? 'refused' : 'connecting';
    if (fault?.code !== next.code) log.event('warning', next.code, { detail: next.detail, remedy: next.remedy });
    fault = next;
  }

  function send(used: MqttClient, { topic, payload, retain }: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      used.publish(topic, payload as Buffer, { qos: 1, retain }, (error) => {
        if (error) reject(faultOfConnection(error, address.shown));
        else resolve();
      });
    });
  }
}

interface Connection {
  readonly client: MqttClient;
  /** Resolves when the broker has taken the connection. */
  readonly up: Promise<void>;
  /** Aborts with a Fault when the connection has failed or ended. */
  readonly ended: AbortSignal;
}

/** The promise's outcome, or the reason of the first signal that aborts before it. Leaves nothing on the signals. */
function either<Value>(promise: Promise<Value>, ...signals: readonly AbortSignal[]): Promise<Value> {
  return new Promise<Value>((resolve, reject) => {
    const abort = () => {
      leave();
      reject(signals.find((each) => each.aborted)?.reason);
    };
    const leave = () => {
      for (const each of signals) each.removeEventListener('abort', abort);
    };
    for (const each of signals) each.addEventListener('abort', abort);
    if (signals.some((each) => each.aborted)) abort();
    promise.then(resolve, reject).finally(leave);
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

interface Address {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  /** For logs and faults. */
  readonly shown: string;
}

function addressOf({ url, tls, allowPlainText }: MqttBrokerOptions): Address {
  const wrong = (why: string) => new Fault('config.invalid-value', `broker.url: ${why}`);
  const parsed = URL.parse(url);
  if (!parsed || (parsed.protocol !== 'mqtts:' && parsed.protocol !== 'mqtt:') || parsed.hostname === '')
    throw wrong('it reads mqtts://host:port.');
  if (parsed.username !== '' || parsed.password !== '')
    throw wrong('it holds no user name and no password; a unit is known by its certificate.');
  const host = parsed.hostname.replace(/^\[(.*)\]$/, '$1');
  const secure = parsed.protocol === 'mqtts:';
  const here = host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
  if (!secure && !here && !allowPlainText)
    throw wrong('mqtt:// sends everything in the clear; use mqtts://, or set broker.allow_plain_text to accept it.');
  if (!secure && tls) throw wrong('mqtt:// uses no certificates; use mqtts://, or take the certificate files away.');
  const port = parsed.port === '' ? (secure ? 8883 : 1883) : Number(parsed.port);
  return { host, port, secure, shown: `${parsed.protocol}//${parsed.hostname}:${port}` };
}

function readPem(key: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Fault('broker.certificate', `${key}: ${path} could not be read (${code}).`, error);
  }
}
