/** Text that comes in chunks, cut into lines, with a bound on what one line may hold in memory. */

/** No record of any layout is half as long. */
const LINE_MAX = 4096;

/**
 * Lines without their ends (`\n` or `\r\n`), as they come; one of more than 4096 characters is cut there.
 * Bytes that are no UTF-8 become the replacement character, which no plate holds.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncIterable<readonly string[]> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop()!.slice(0, LINE_MAX);
    if (lines.length > 0) yield lines.map(cut);
  }
  rest += decoder.decode();
  if (rest !== '') yield [cut(rest)];
}

function cut(line: string): string {
  return (line.endsWith('\r') ? line.slice(0, -1) : line).slice(0, LINE_MAX);
}
