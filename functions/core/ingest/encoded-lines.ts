import { type NumberedLine, numberedLines } from './numbered-lines.ts';

/** The lines of a file in UTF-8; those of a file in UTF-16, which is not taken, all carry the fault `utf-16`. */
export async function* encodedLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<NumberedLine[]> {
  const source = chunks[Symbol.asyncIterator]();
  const first = await source.next();
  const all = resumed(first, source);
  const encoding = first.done ? undefined : utf16Of(first.value);
  for await (const batch of numberedLines(encoding ? transcoded(all, encoding) : all)) {
    if (batch.length > 0) yield encoding ? batch.map(refused) : batch;
  }
}

async function* resumed(first: IteratorResult<Uint8Array>, rest: AsyncIterator<Uint8Array>) {
  for (let next = first; !next.done; next = await rest.next()) yield next.value;
}

/** Its byte order mark, or a zero byte beside the first letter, gives UTF-16 away. */
function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || first === 0) return 'utf-16be';
  return undefined;
}

async function* transcoded(chunks: AsyncIterable<Uint8Array>, encoding: 'utf-16le' | 'utf-16be') {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}

const refused = (line: NumberedLine): NumberedLine =>
  'text' in line && line.text.trim() === '' ? line : { number: line.number, fault: 'utf-16' };
