/** Characters whose shapes are easily taken for each other: the groups that the trade goes by (FIELD.md). */
const groups = ['0ODQ', '1I', '2Z', '5S', '8B', '6G'];

const others: Readonly<Record<string, string>> = Object.fromEntries(
  groups.flatMap((group) => Array.from(group, (character) => [character, group.replace(character, '')])),
);

/** The others of a character's group; none of one that is like no other. */
export function confusableWith(character: string): string {
  return others[character] ?? '';
}
