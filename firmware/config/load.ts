/**
 * Reads a configuration: `default.toml`, then the unit's own file over it. Refuses unknown keys by naming the nearest
 * known one, and values out of range by naming the range; each as one fault that lists all that is wrong.
 */
import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, resolve } from 'node:path';
import { parse } from 'smol-toml';
import type { z } from 'zod';
import { distanceOf } from '../domain/edit-distance.ts';
import { Fault } from '../domain/fault.ts';
import type { Config } from './schema.ts';
import { configSchema } from './schema.ts';

type Table = { [key: string]: unknown };

const DEFAULTS = new URL('./default.toml', import.meta.url);

/** @param path the unit's own file, or undefined for the defaults alone. Relative paths in it start at its folder. */
export async function loadConfig(path: string | undefined): Promise<Config> {
  const defaults = tableOf(await readFile(DEFAULTS, 'utf8'), 'default.toml');
  if (path === undefined) return checked(defaults, { defaults, path: 'default.toml' });
  const text = await readFile(path, 'utf8').catch((cause) =>
    Promise.reject(new Fault('config.unreadable', `${path} can not be read.`, cause)),
  );
  const own = tableOf(text, path);
  const config = checked(merged(defaults, own), { defaults, path });
  return withPaths(config, dirname(resolve(path)));
}

function tableOf(text: string, path: string): Table {
  try {
    return parse(text) as Table;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new Fault('config.unreadable', `${path}: ${reason}.`, cause);
  }
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function merged(base: Table, over: Table): Table {
  const result: Table = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = base[key];
    result[key] = isTable(below) && isTable(value) ? merged(below, value) : value;
  }
  return result;
}

function checked(table: Table, { defaults, path }: { defaults: Table; path: string }): Config {
  const result = configSchema.safeParse(table);
  if (result.success) return result.data;
  const { issues } = result.error;
  const unknown = issues.filter((issue) => issue.code === 'unrecognized_keys');
  if (unknown.length > 0) {
    throw new Fault(
      'config.unknown-key',
      `${path}: ${unknown.map((issue) => unknownKeys(issue, defaults)).join('; ')}.`,
    );
  }
  throw new Fault(
    'config.invalid-value',
    `${path}: ${issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}.`,
  );
}

function unknownKeys(issue: Extract<z.core.$ZodIssue, { code: 'unrecognized_keys' }>, defaults: Table): string {
  const known = keysOf(defaults);
  const named = issue.keys.map((key) => {
    const full = [...issue.path, key].join('.');
    const nearest = known.reduce((best, each) => (distanceOf(each, full) < distanceOf(best, full) ? each : best));
    return `"${full}" is not known; the nearest known key is "${nearest}"`;
  });
  return named.join('; ');
}

/** Every key of a table and the tables in it, dotted. */
function keysOf(table: Table, prefix = ''): string[] {
  return Object.entries(table).flatMap(([key, value]) => [
    `${prefix}${key}`,
    ...(isTable(value) ? keysOf(value, `${prefix}${key}.`) : []),
  ]);
}

/** Paths in a unit's file start at the file's own folder, so that a unit does not depend on where it was started. */
function withPaths(config: Config, folder: string): Config {
  const from = (path: string) => (path === '' || isAbsolute(path) ? path : resolve(folder, path));
  return {
    ...config,
    camera: { ...config.camera, folder: from(config.camera.folder), clip: from(config.camera.clip) },
    inference: { ...config.inference, models: from(config.inference.models) },
    hot_list: { ...config.hot_list, file: from(config.hot_list.file) },
    store: { ...config.store, folder: from(config.store.folder) },
    broker: {
      ...config.broker,
      ca: from(config.broker.ca),
      certificate: from(config.broker.certificate),
      key: from(config.broker.key),
    },
  };
}
