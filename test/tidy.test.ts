/**
 * The house rules that no linter knows: who may import whom (DESIGN: "the tree"), no import cycles, and no clock, dice or
 * environment in the runtime outside its devices. Shown failing in the commit that added it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Layer → the layers that it may import beside itself. A layer is the longest prefix that fits. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'firmware/domain': [],
  'firmware/ports': ['firmware/domain'],
  'firmware/config': ['firmware/domain', 'firmware/ports'],
  'firmware/pipeline': ['firmware/domain', 'firmware/ports', 'firmware/config'],
  'firmware/inference': ['firmware/domain', 'firmware/ports', 'firmware/config', 'native'],
  'firmware/services': ['firmware/domain', 'firmware/ports', 'firmware/config'],
  'firmware/governance': ['firmware/domain', 'firmware/ports', 'firmware/config'],
  'firmware/devices': ['firmware/domain', 'firmware/ports', 'firmware/config', 'native', 'proto'],
  firmware: ['firmware/', 'native'],
  native: [],
  sim: ['firmware', 'firmware/', 'native', 'proto'],
};

const sources = ['firmware', 'native', 'sim']
  .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true }).map((name) => join(folder, String(name))))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !name.includes('build/'));

const text = new Map(sources.map((name) => [name, readFileSync(join(ROOT, name), 'utf8')]));

/** The project's own files that a file imports, types included. */
function importsOf(name: string): string[] {
  const found = text.get(name)!.matchAll(/^(?:import|export)\s[^;]*?from\s+'(\.[^']+)';/gms);
  return [...found].map((each) => relative(ROOT, join(ROOT, dirname(name), each[1]!)));
}

function layerOf(name: string): string {
  const layers = [...Object.keys(allowed), 'proto', 'test'].filter((layer) => name.startsWith(`${layer}/`));
  return layers.reduce((a, b) => (b.length > a.length ? b : a), '');
}

function mayImport(from: string, to: string): boolean {
  if (from === to) return true;
  return (allowed[from] ?? []).some((each) => (each.endsWith('/') ? to.startsWith(each) : to === each));
}

describe('the tree', () => {
  test('every layer imports only what it may', () => {
    const wrong = sources.flatMap((name) =>
      importsOf(name)
        .filter((other) => !mayImport(layerOf(name), layerOf(other)))
        .map((other) => `${name} imports ${other}`),
    );
    expect(wrong).toEqual([]);
  });

  test('every import names a file that is there, so that none escapes this test', () => {
    const missing = sources.flatMap((name) =>
      importsOf(name).filter((other) => other.endsWith('.ts') && !text.has(other)),
    );
    expect(missing).toEqual([]);
    expect(sources.length).toBeGreaterThan(50);
  });

  test('there are no import cycles', () => {
    const done = new Set<string>();
    const visit = (name: string, path: readonly string[]): string[] => {
      if (path.includes(name)) return [[...path.slice(path.indexOf(name)), name].join(' → ')];
      if (done.has(name) || !text.has(name)) return [];
      const cycles = importsOf(name).flatMap((other) => visit(other, [...path, name]));
      done.add(name);
      return cycles;
    };
    expect(sources.flatMap((name) => visit(name, []))).toEqual([]);
  });

  test('the runtime asks its ports for time, chance and surroundings; only devices and the roots touch them', () => {
    const world = /\b(?:new Date\(\)|Date\.now|performance\.now|setTimeout|setInterval|Math\.random|process\.env)\b/;
    const pure = ['domain', 'ports', 'config', 'pipeline', 'inference', 'services', 'governance'].map(
      (layer) => `firmware/${layer}`,
    );
    const wrong = sources.filter((name) => pure.includes(layerOf(name)) && world.test(text.get(name)!));
    expect(wrong).toEqual([]);
  });

  test('every file opens with a comment that says what it is for', () => {
    expect(sources.filter((name) => !/^(?:\/\*\*|\/\/|#!)/.test(text.get(name)!))).toEqual([]);
  });

  test('no file only passes on the exports of others', () => {
    const barrels = sources.filter((name) => {
      const code = text.get(name)!.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      const statements = code
        .split(';')
        .map((each) => each.trim())
        .filter((each) => each !== '');
      return statements.length > 0 && statements.every((each) => /^export\s[^=]*\sfrom\s/.test(each));
    });
    expect(barrels).toEqual([]);
  });
});
