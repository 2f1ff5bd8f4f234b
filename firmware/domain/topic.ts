/**
 * A topic: where a unit's messages of one kind go, `alpr/v1/{agency}/{unit}/{kind}`. proto/topics.md says what each holds.
 * Refuses names that would reach into another unit's topics.
 */

export const messageKinds = [
  'detection',
  'alert',
  'alert-ack',
  'health',
  'state',
  'command',
  'result',
  'audit',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** Throws RangeError when agency or unit is not 1 to 64 of `a-z`, `A-Z`, `0-9`, `.`, `_` and `-`. */
export function topicOf(unit: { readonly agency: string; readonly unit: string }, kind: MessageKind): string {
  return `alpr/v1/${level(unit.agency, 'agency')}/${level(unit.unit, 'unit')}/${kind}`;
}

function level(name: string, what: string): string {
  if (/^[A-Za-z0-9._-]{1,64}$/.test(name)) return name;
  throw new RangeError(`${what}: a name in a topic is 1 to 64 of letters, digits, dot, underscore and hyphen`);
}
