/**
 * Reads a configuration: `default.toml`, then the unit's own file over it (toml.ts says what is refused and how).
 */
import { dirname, isAbsolute, resolve } from 'node:path';
import { isBoardName } from './board.ts';
import { isShipped } from './profile.ts';
import type { Config } from './schema.ts';
import { configSchema } from './schema.ts';
import { checkedBy, isTable, readTable, type Table } from './toml.ts';

const DEFAULTS = new URL('./default.toml', import.meta.url);

/** @param path the unit's own file, or undefined for the defaults alone. Relative paths in it start at its folder. */
export async function loadConfig(path: string | undefined): Promise<Config> {
  const defaults = await readTable(DEFAULTS, 'default.toml');
  if (path === undefined) return checkedBy(configSchema, defaults, 'default.toml');
  const config = checkedBy(configSchema, merged(defaults, await readTable(path)), path);
  return withPaths(config, dirname(resolve(path)));
}

function merged(base: Table, over: Table): Table {
  const result: Table = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = base[key];
    result[key] = isTable(below) && isTable(value) ? merged(below, value) : value;
  }
  return result;
}

/** Paths in a unit's file start at the file's own folder, so that a unit does not depend on where it was started. */
function withPaths(config: Config, folder: string): Config {
  const from = (path: string) => (path === '' || isAbsolute(path) ? path : resolve(folder, path));
  return {
    ...config,
    profile: isShipped(config.profile) ? config.profile : from(config.profile),
    board: isBoardName(config.board) ? config.board : from(config.board),
    camera: { ...config.camera, folder: from(config.camera.folder), clip: from(config.camera.clip) },
    inference: { ...config.inference, models: from(config.inference.models) },
    hot_list: {
      ...config.hot_list,
      file: from(config.hot_list.file),
      incoming: from(config.hot_list.incoming),
      pull: config.hot_list.pull.map(({ ca, certificate = '', key = '', ...rest }) => ({
        ...rest,
        ...{ ca: from(ca), certificate: from(certificate), key: from(key) },
      })),
    },
    commands: { ...config.commands, keys: from(config.commands.keys) },
    alerts: {
      ...config.alerts,
      zones: from(config.alerts.zones),
      subscriptions: from(config.alerts.subscriptions),
    },
    store: { ...config.store, folder: from(config.store.folder) },
    vault: { ...config.vault, folder: from(config.vault.folder) },
    broker: {
      ...config.broker,
      ca: from(config.broker.ca),
      certificate: from(config.broker.certificate),
      key: from(config.broker.key),
    },
  };
}
