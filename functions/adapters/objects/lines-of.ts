/** The lines of a text in UTF-8, a chunk's worth at a time. */
export async function* linesOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let held = '';
  for await (const chunk of content) {
    const lines = (held + decoder.decode(chunk, { stream: true })).split('\n');
    held = lines.pop() ?? '';
    yield lines;
  }
  if (held !== '') yield [held];
}
