/** The independent decoder: `protoc --decode`, and its text format as plain values. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { program } from '../broker/programs.ts';

export const protoFolder = fileURLToPath(new URL('../../proto', import.meta.url));

/** A message by field name; repeated fields and those given twice are lists. Numbers keep their text: they may have 64 bits. */
export interface Fields {
  readonly [name: string]: Value;
}
export type Value = string | Uint8Array | Fields | readonly Value[];

/** Decodes with the schema alone, without any code of ours; unknown fields show as numbers for names. */
export function protocDecode(message: string, payload: Uint8Array): Fields {
  const files: Readonly<Record<string, string>> = { AuditCheckpoint: 'audit', CommandResult: 'command' };
  const file = files[message] ?? message.toLowerCase();
  const args = [`--decode=alpr.v1.${message}`, `-I${protoFolder}`, `alpr/v1/${file}.proto`];
  const text = execFileSync(program('protoc'), args, { input: payload, maxBuffer: 1 << 28 }).toString('latin1');
  return parseText(text.split('\n').values());
}

function parseText(lines: Iterator<string>): Fields {
  const fields: Record<string, Value> = {};
  const put = (name: string, value: Value) => {
    const known = fields[name];
    if (known === undefined) fields[name] = value;
    else fields[name] = Array.isArray(known) ? [...known, value] : [known, value];
  };
  for (let next = lines.next(); !next.done; next = lines.next()) {
    const line = next.value.trim();
    if (line === '}') return fields;
    const block = /^(\w+) \{$/.exec(line);
    const scalar = /^(\w+): (.*)$/.exec(line);
    if (block?.[1]) put(block[1], parseText(lines));
    else if (scalar?.[1] && scalar[2] !== undefined)
      put(scalar[1], scalar[2].startsWith('"') ? unquote(scalar[2]) : scalar[2]);
    else if (line !== '') throw new Error(`not protobuf text: ${line.slice(0, 40)}`);
  }
  return fields;
}

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, '"': 34, "'": 39, '\\': 92 };

/** Bytes; `textOf` makes a string of those that are one. */
function unquote(quoted: string): Uint8Array {
  const bytes: number[] = [];
  const pattern = /\\([0-7]{3}|.)|([^\\])/gs;
  for (const [, escaped, plain] of quoted.slice(1, -1).matchAll(pattern)) {
    if (plain !== undefined) bytes.push(plain.charCodeAt(0));
    else if (escaped !== undefined) bytes.push(escapes[escaped] ?? Number.parseInt(escaped, 8));
  }
  return Uint8Array.from(bytes);
}
