/** A person far from the unit `test-pd/pole-7`, with a key, protoc and mosquitto_pub. */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signCommand } from '../../firmware/devices/command-codec.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import type { Person } from '../../firmware/domain/role.ts';
import type { Mosquitto } from '../broker/mosquitto.ts';
import { program } from '../broker/programs.ts';
import type { TestKey } from '../governance/keys.ts';
import { protoFolder } from '../proto/protoc.ts';

export const TOPIC = 'alpr/v1/test-pd/pole-7';

/** The message as protoc makes it from its text. */
export function encoded(message: string, file: string, text: string): Uint8Array {
  const args = [`--encode=alpr.v1.${message}`, `-I${protoFolder}`, `alpr/v1/${file}.proto`];
  return new Uint8Array(execFileSync(program('protoc'), args, { input: text }));
}

/** The command, signed, for ten minutes from now. */
export function signedBy(
  { key, by }: { readonly key: TestKey; readonly by: Person },
  { id = randomUUID(), action, body }: { readonly id?: string; readonly action: string; readonly body: Uint8Array },
): Uint8Array {
  const issued = systemClock().wall();
  const expires = { ...issued, epochMs: issued.epochMs + 600_000 };
  return signCommand({ id, agency: 'test-pd', unit: 'pole-7', by, issued, expires, action, body }, key);
}

export function send({ port, certificates }: Mosquitto, topic: 'command' | 'alert-ack', payload: Uint8Array): void {
  const folder = mkdtempSync(join(tmpdir(), 'said-'));
  try {
    const file = join(folder, 'payload');
    writeFileSync(file, payload);
    const { ca, certificate, key } = certificates.unit;
    const tls = ['--cafile', ca, '--cert', certificate, '--key', key];
    const where = ['-V', 'mqttv5', '-h', '127.0.0.1', '-p', String(port), '-q', '1', '-t', `${TOPIC}/${topic}`];
    execFileSync(program('mosquitto_pub'), [...where, ...tls, '-f', file]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
