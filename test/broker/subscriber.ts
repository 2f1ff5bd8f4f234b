/** An independent consumer: mosquitto_sub, with a session of its own that outlives a restart of the broker. */
import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Mosquitto } from './mosquitto.ts';
import { program } from './programs.ts';

/** Messages that may be under way to the consumer, unacknowledged: so many may come twice when its broker ends. */
export const RECEIVE_MAXIMUM = 20;

export interface Received {
  readonly topic: string;
  readonly qos: number;
  readonly retained: boolean;
  readonly payload: Uint8Array;
}

export interface Subscriber {
  /** In the order of their arrival. */
  readonly messages: readonly Received[];
  /** Resolves with all messages as soon as they fulfil the condition. */
  until(condition: (messages: readonly Received[]) => boolean): Promise<readonly Received[]>;
  /**
   * Ends mosquitto_sub, once its broker is stopped: a running broker would count as delivered what it does not print any
   * more. Its session stays.
   */
  pause(): Promise<void>;
  /** Connects again, in the same session. */
  resume(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A broker from here: its host is this machine where nothing else is said. */
export interface Reached extends Pick<Mosquitto, 'port' | 'certificates'> {
  readonly host?: string;
}

/** Resolves when the broker has confirmed the subscription. */
export async function subscribe(broker: Reached, topic: string, session: string): Promise<Subscriber> {
  const { port, host = '127.0.0.1', certificates } = broker;
  const { ca, certificate, key } = certificates.unit;
  const args = [
    ...['-V', 'mqttv5', '-h', host, '-p', String(port), '-q', '1', '-c', '-i', session, '-x', '3600'],
    // An MQTT 5 client that names no receive maximum lets the broker have 65,535 messages under way to it.
    ...['-D', 'connect', 'receive-maximum', String(RECEIVE_MAXIMUM)],
    ...['--cafile', ca, '--cert', certificate, '--key', key, '-t', topic, '-d', '-F', 'message %t %q %r %x .'],
  ];
  const messages: Received[] = [];
  const events = new EventEmitter();
  let child: ChildProcess | undefined;

  async function resume(): Promise<void> {
    // mosquitto_sub says that it has subscribed without flushing; stdbuf (coreutils) makes it flush every line.
    const started = spawn('stdbuf', ['-oL', program('mosquitto_sub'), ...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    child = started;
    const subscribed = new Promise<void>((resolve, reject) => {
      started.once('error', reject);
      // Not 'exit': by then not all that it printed has been read.
      started.once('close', (code) => {
        child = undefined;
        events.emit('ended');
        reject(new Error(`mosquitto_sub ended with status ${code} before it had subscribed`));
      });
      createInterface({ input: started.stdout }).on('line', (line) => {
        if (line.startsWith('Subscribed ')) resolve();
        const [word, name, qos, retained, hex = '', end] = line.split(' ');
        // A line that the end of the process cut has no full stop.
        if (word !== 'message' || name === undefined || end !== '.') return;
        messages.push({ topic: name, qos: Number(qos), retained: retained === '1', payload: Buffer.from(hex, 'hex') });
        events.emit('message');
      });
    });
    await subscribed;
  }

  await resume();
  return {
    messages,
    async until(condition) {
      while (!condition(messages)) await once(events, 'message');
      return messages;
    },
    pause,
    resume,
    [Symbol.asyncDispose]: pause,
  };

  async function pause(): Promise<void> {
    child?.kill('SIGTERM');
    while (child) await once(events, 'ended');
  }
}
