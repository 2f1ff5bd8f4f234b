/** Characters whose shapes are easily taken for each other: the groups that the trade goes by (FIELD.md). */
const groups = ['0ODQ', '1I', '2Z', '5S', '8B', '6G'];

/** The others of its group; none for a character that is like no other. */
export const confusableWith: Readonly<Record<string, string>> = Object.fromEntries(
  groups.flatMap((group) => Array.from(group, (character) => [character, group.replace(character, '')])),
);
