/** The fields of one line of delimited text: quoted as RFC 4180 has it (a quote inside is doubled), without line breaks in them. */

export function fieldsOf(line: string, delimiter: string): string[] {
  if (!line.includes('"')) return line.split(delimiter).map((field) => field.trim());
  const fields: string[] = [];
  for (let at = 0; at <= line.length; ) {
    const [field, end] = line[at] === '"' ? quoted(line, at) : [undefined, at];
    const next = line.indexOf(delimiter, end);
    const until = next < 0 ? line.length : next;
    fields.push(field ?? line.slice(at, until).trim());
    at = until + 1;
  }
  return fields;
}

/** The text in the quotes that begin here, and where they end. */
function quoted(line: string, from: number): [string, number] {
  let text = '';
  for (let at = from + 1; ; ) {
    const quote = line.indexOf('"', at);
    if (quote < 0) return [text + line.slice(at), line.length];
    text += line.slice(at, quote);
    if (line[quote + 1] !== '"') return [text, quote + 1];
    text += '"';
    at = quote + 2;
  }
}
