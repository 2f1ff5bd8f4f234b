import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Cited, loadCited, loadProfile, shippedProfiles } from '../../firmware/config/profile.ts';
import { platekeeper } from '../commands/cli.ts';
import { haveTexts, textOf, wordsOf } from './policy-texts.ts';
import { strictest } from './strictest.ts';

const loaded = await Promise.all(shippedProfiles.map(async (id) => ({ id, ...(await loadCited(id)) })));
const values = loaded.flatMap(({ id, values }) => values.map((each) => ({ id, ...each })));

describe.each(loaded)('the profile $id', ({ id, profile, values }) => {
  test('is read, and carries its own id', () => {
    expect(profile.id).toBe(id);
    expect(values.length).toBeGreaterThan(30);
  });

  test('whoever decides on a local entry is someone else than who may enter one, or can be', () => {
    const { enter_roles, approve_roles } = profile.local_entries;
    expect(approve_roles.filter((role) => !enter_roles.includes(role))).not.toEqual([]);
  });

  test.each(values.filter(({ open }) => open))(
    '$key, which the policy leaves open, is the strictest of the five',
    (each) => {
      expect(each.value).toSatisfy((value) => isStrictest({ ...each, value }));
    },
  );
});

/** Of what the policies state; where none states anything, all have the same. */
function isStrictest({ key, value }: Cited): boolean {
  const same = values.filter((each) => each.key === key);
  const stated = same.map((each) => each.stated).filter((each) => each !== undefined);
  const wanted = stated.length === 0 ? same[0]!.value : strictest[key]?.(stated);
  return JSON.stringify(sorted(wanted)) === JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  return Array.isArray(value) ? value.toSorted() : value;
}

describe('a clause', () => {
  test.each(values)('of $id $key is written as `clause; profile clause: remark`', ({ id, clause, open }) => {
    for (const { policy, path } of citations(id, clause)) {
      expect(shippedProfiles).toContain(policy);
      expect(path).toMatch(
        /^(?:(?:Policy|Access|Storage|Accountability) [A-Z](?:\.[a-z])?|[IVX]+(?:\.(?:[A-Z]|\d+|[a-z]))*)$/,
      );
    }
    if (open) expect(clause).toMatch(/\b(?:bloomington|leroy|isp|oakpark|schaumburg)\b|ours|no policy/);
  });

  test.skipIf(!haveTexts).each(values)('of $id $key stands in the policy', ({ id, clause }) => {
    for (const { policy, path } of citations(id, clause)) expect(wordsOf(textOf(policy), path)).toMatch(/\w{3}/);
  });

  const numbers = values.filter(({ stated, key }) => typeof stated === 'number' && key in words);
  test.skipIf(!haveTexts).each(numbers)('of $id $key says $stated', ({ id, clause, key, stated }) => {
    const said = citations(id, clause).map(({ policy, path }) => wordsOf(textOf(policy), path));
    expect(said.join(' ')).toMatch(words[key]!(stated as number));
  });

  test.skipIf(!haveTexts).each([
    ['leroy', 'IV.Z'],
    ['leroy', 'IV.I.6'],
    ['isp', 'V.C.9'],
    ['bloomington', 'Policy K'],
    ['schaumburg', 'VI.A'],
  ])('that %s does not have (%s) is not found', (policy, path) => {
    expect(wordsOf(textOf(policy), path)).toBeUndefined();
  });

  if (!haveTexts)
    console.warn('NOT CHECKED: the clauses of the profiles against the texts of the policies, which are not here.');
});

const inDays = (hours: number) =>
  new RegExp(`\\b(?:${hours / 24}|${hours === 720 ? 'thirty' : '-'})\\b.{0,6} days`, 'i');
const words: Readonly<Record<string, (value: number) => RegExp>> = {
  'retention.detections_hours': inDays,
  'retention.hits': inDays,
  'delivery.limit_hours': inDays,
  'hot_list.refresh_hours': (hours) => (hours === 24 ? /once a day/ : /never/),
  'local_entries.days_max': (days) => inDays(24 * days),
  'local_entries.extension_days': (days) => inDays(24 * days),
};

function citations(id: string, clause: string): { readonly policy: string; readonly path: string }[] {
  return clause
    .split(': ')[0]!
    .split('; ')
    .filter((each) => !/^(?:no policy|the number)|names the only/.test(each))
    .map((each) => {
      const [, policy = id, path = each] = /^([a-z]+) (.+)$/.exec(each) ?? [];
      return { policy, path };
    });
}

describe('a profile with a mistake', () => {
  const text = readFileSync(new URL('../../firmware/config/profiles/leroy.toml', import.meta.url), 'utf8');

  test.each([
    [
      'a key that is not known',
      'days_max =',
      'day_max =',
      /"local_entries.day_max" is not known.*"local_entries.days_max"/,
    ],
    [
      'a word in a value that is not known',
      'clause = "IV.G" }',
      'claus = "IV.G" }',
      /local_entries\.partial_plates\.claus/,
    ],
    ['a value out of range', 'days_max = { value = 30', 'days_max = { value = 0', /local_entries\.days_max\.value/],
    ['a value that is none of the words', '"immigration"', '"imigration"', /hot_list\.barred_purposes/],
    ['no clause', 'value = 24, clause = "IV.I.4: once a day"', 'value = 24', /hot_list\.refresh_hours\.clause/],
    ['an empty clause', 'clause = "IV.I.4: once a day"', 'clause = ""', /hot_list\.refresh_hours\.clause/],
  ])('%s is refused by its key', async (name, right, wrong, message) => {
    expect(text).toContain(right);
    const path = join(tmpdir(), `profile-${process.pid}-${name.replaceAll(' ', '-')}.toml`);
    await writeFile(path, text.replace(right, wrong));
    await expect(loadProfile(path)).rejects.toThrow(message);
  });

  test('a unit without one is told which there are', async () => {
    await expect(loadProfile('')).rejects.toThrow(shippedProfiles.join(', '));
  });
});

test.each([
  ['unmutable', 'alerts.unmutable', ['felony-vehicle'], 'holds at least felony-vehicle, stolen-vehicle, amber, silver'],
  ['classes', 'alerts.classes', ['local-bolo'], 'what nobody may mute is alerted on'],
])('U5 no profile lets a felony be muted by its %s', async (key, named, value, why) => {
  const text = readFileSync(new URL('../../firmware/config/profiles/isp.toml', import.meta.url), 'utf8');
  const line = new RegExp(`^${key} = \\{ value = \\[[^\\]]*\\]`, 'm');
  expect(text).toMatch(line);
  const path = join(tmpdir(), `profile-${key}.toml`);
  await writeFile(path, text.replace(line, `${key} = { value = ${JSON.stringify(value)}`));
  const error = await loadProfile(path).catch((each) => each);
  expect(error).toMatchObject({ code: 'config.invalid-value' });
  expect(error.message).toContain(named);
  expect(error.message).toContain(why);
});

test('`profile` prints every value with its clause, and says what the policy leaves open', async () => {
  const { status, out } = await platekeeper('profile', 'leroy');
  expect(status).toBe(0);
  expect(out).toMatch(/retention\.detections_hours\s+720\s+IV\.O\.2/);
  expect(out).toMatch(/local_entries\.days_max\s+30\s+bloomington Policy G\.f\s+\(open\)/);
});
