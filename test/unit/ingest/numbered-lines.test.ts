import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodedLines } from '../../../functions/core/delivered-files/encoded-lines.ts';
import {
  longestLineBytes,
  type NumberedLine,
  numberedLines,
} from '../../../functions/core/delivered-files/numbered-lines.ts';

async function* cut(bytes: Uint8Array, chunkBytes: number) {
  for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
}

async function all(batches: AsyncIterable<NumberedLine[]>): Promise<NumberedLine[]> {
  const lines: NumberedLine[] = [];
  for await (const batch of batches) lines.push(...batch);
  return lines;
}

const linesOf = (bytes: Uint8Array, chunkBytes = 1000) => all(numberedLines(cut(bytes, chunkBytes)));

const lineText = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, ''));

describe('lines', () => {
  it('are what was joined, however the bytes were cut, by LF or CRLF', async () => {
    const delivered = fc.record({
      texts: fc.array(lineText, { minLength: 1 }),
      ending: fc.constantFrom('\n', '\r\n'),
      chunkBytes: fc.integer({ min: 1, max: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(delivered, async ({ texts, ending, chunkBytes }) => {
        const bytes = Buffer.from(texts.map((text) => text + ending).join(''));
        expect(await linesOf(bytes, chunkBytes)).toEqual(
          texts.map((text, index) => ({ number: index + 1, text })),
        );
      }),
    );
  });

  it('need no ending after the last one', async () => {
    expect(await linesOf(Buffer.from('a\nb'))).toEqual(await linesOf(Buffer.from('a\nb\n')));
  });

  it('that are not UTF-8 take no other line with them', async () => {
    const bytes = Buffer.concat([Buffer.from('a\n'), Buffer.from([0xe4, 10]), Buffer.from('ä\n')]);
    expect(await linesOf(bytes)).toEqual([
      { number: 1, text: 'a' },
      { number: 2, fault: 'not-utf-8' },
      { number: 3, text: 'ä' },
    ]);
  });

  it('may be as long as the longest, and not a byte longer', async () => {
    const bytes = Buffer.from(`${'x'.repeat(longestLineBytes)}\n${'x'.repeat(longestLineBytes + 1)}\nb`);
    const lines = await linesOf(bytes);
    expect(lines.map((line) => ('fault' in line ? line.fault : line.text.length))).toEqual([
      longestLineBytes,
      'line-too-long',
      1,
    ]);
  });

  it('are told apart in UTF-16 too, each with that fault', async () => {
    for (const text of ['\uFEFFa,ä\r\nb\r\n\r\n', 'a,ä\nb\n\n']) {
      const littleEndian = Buffer.from(text, 'utf16le');
      for (const bytes of [littleEndian, Buffer.from(littleEndian).swap16()]) {
        expect(await all(encodedLines(() => cut(bytes, 4)))).toEqual([
          { number: 1, fault: 'utf-16' },
          { number: 2, fault: 'utf-16' },
          { number: 3, text: '' },
        ]);
      }
    }
  });
});
