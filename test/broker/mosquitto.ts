/**
 * A real Mosquitto for one test: a free loopback port, TLS that requires a client certificate, sessions and retained
 * messages kept over a restart. Ready when it says so itself; ended by its own process.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Certificates, makeCertificates } from './certificates.ts';
import { program } from './programs.ts';

export interface Mosquitto {
  readonly url: string;
  readonly port: number;
  /** Where it listens without TLS, on loopback, where a test asked for that. */
  readonly plainPort: number;
  readonly certificates: Certificates;
  /** A folder of this broker alone; removed at the end. */
  readonly folder: string;
  start(): Promise<void>;
  /** Ends the process and waits for it; a session's queue and retained messages stay. */
  stop(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** @param parent where it makes its folder. @param plain whether it also listens without TLS. */
export async function startMosquitto(parent = tmpdir(), { plain = false } = {}): Promise<Mosquitto> {
  const path = program('mosquitto');
  const folder = mkdtempSync(join(parent, 'mosquitto-'));
  const certificates = makeCertificates(folder);
  const [port, plainPort] = [await freePort(), await freePort()];
  const configuration = join(folder, 'mosquitto.conf');
  const { ca, certificate, key } = certificates.broker;
  writeFileSync(
    configuration,
    [
      `user ${userInfo().username}`,
      'per_listener_settings true',
      'persistence true',
      'set_tcp_nodelay true',
      `persistence_location ${folder}/`,
      'max_queued_messages 100000',
      'log_dest stderr',
      `listener ${port} 127.0.0.1`,
      `cafile ${ca}`,
      `certfile ${certificate}`,
      `keyfile ${key}`,
      'require_certificate true',
      'use_identity_as_username true',
      'allow_anonymous false',
      ...(plain ? [`listener ${plainPort} 127.0.0.1`, 'allow_anonymous true'] : []),
      '',
    ].join('\n'),
  );
  let running: ChildProcess | undefined;

  const broker: Mosquitto = {
    url: `mqtts://127.0.0.1:${port}`,
    port,
    plainPort,
    certificates,
    folder,
    async start() {
      const child = spawn(path, ['-c', configuration], { stdio: ['ignore', 'ignore', 'pipe'] });
      running = child;
      const lines: string[] = [];
      for await (const line of createInterface({ input: child.stderr })) {
        lines.push(line);
        if (/mosquitto version \S+ running/.test(line)) {
          child.stderr.resume();
          return;
        }
      }
      throw new Error(`mosquitto did not start:\n${lines.join('\n')}`);
    },
    async stop() {
      const child = running;
      running = undefined;
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
    async [Symbol.asyncDispose]() {
      await broker.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await broker.start();
  return broker;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const closed = once(server, 'close');
  server.close();
  await closed;
  return port;
}
