/**
 * A TOML file read against a schema. Unknown keys are refused by naming the nearest known one, values out of range by naming
 * key and range; each as one fault that lists all that is wrong.
 */
import { readFile } from 'node:fs/promises';
import { parse } from 'smol-toml';
import { z } from 'zod';
import { distanceOf } from '../domain/edit-distance.ts';
import { Fault } from '../domain/fault.ts';

export type Table = { [key: string]: unknown };

/** Throws Fault `config.unreadable`, which names the file. */
export async function readTable(path: string | URL, name = String(path)): Promise<Table> {
  const text = await readFile(path, 'utf8').catch((cause) =>
    Promise.reject(new Fault('config.unreadable', `${name} can not be read.`, cause)),
  );
  return parsedTable(text, name);
}

/** Throws Fault `config.unreadable`, which names the place and never what stands there. */
export function parsedTable(text: string, name: string): Table {
  try {
    return parse(text) as Table;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new Fault('config.unreadable', `${name}: ${reason}.`, cause);
  }
}

export function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param name of the file, for the message. Throws Fault `config.unknown-key` or `config.invalid-value`. */
export function checkedBy<S extends z.ZodObject>(schema: S, table: Table, name: string): z.infer<S> {
  const result = schema.safeParse(table);
  if (result.success) return result.data;
  const { issues } = result.error;
  const unknown = issues.filter((issue) => issue.code === 'unrecognized_keys');
  if (unknown.length > 0) {
    const known = keysOf(schema);
    throw new Fault('config.unknown-key', `${name}: ${unknown.map((issue) => unknownKeys(issue, known)).join('; ')}.`);
  }
  throw new Fault(
    'config.invalid-value',
    `${name}: ${issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}.`,
  );
}

/** Every known key is such a word. Whatever else stands in the place of one may be a secret, and is not repeated. */
const WORD = /^[a-z0-9_-]{1,32}$/;

function unknownKeys(
  issue: Extract<z.core.$ZodIssue, { code: 'unrecognized_keys' }>,
  known: readonly string[],
): string {
  const named = issue.keys.map((key) => {
    const full = [...issue.path, key].join('.');
    const nearest = known.reduce((best, each) => (distanceOf(each, full) < distanceOf(best, full) ? each : best));
    const told = [...issue.path, WORD.test(key) ? key : '…'].join('.');
    return `"${told}" is not known; the nearest known key is "${nearest}"`;
  });
  return named.join('; ');
}

/** Every key of a schema and the tables in it, dotted. */
function keysOf(schema: z.ZodObject, prefix = ''): string[] {
  return Object.entries(schema.shape).flatMap(([key, value]) => {
    const inner = value instanceof z.ZodOptional ? value.unwrap() : value instanceof z.ZodPipe ? value.in : value;
    return [`${prefix}${key}`, ...(inner instanceof z.ZodObject ? keysOf(inner, `${prefix}${key}.`) : [])];
  });
}
