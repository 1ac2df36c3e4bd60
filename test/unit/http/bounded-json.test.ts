import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedJson, boundsOf } from '../../../functions/http/bounded-json.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string, bounds = boundsOf(64 * 1024)) => boundedJson(bytesOf(text), bounds);
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
/** Lists, objects and the commas between what is in them. */
const partsOf = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Object.values(value);
  return 1 + Math.max(0, own.length - 1) + own.map(partsOf).reduce((sum, parts) => sum + parts, 0);
};

describe('a body', () => {
  it('is read as JSON is, whatever stands in its texts', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        expect(read(text)).toEqual(JSON.parse(text));
      }),
      { seed: 1 },
    );
    expect(read('["[[[\\"{{{,,,\\\\", "\\u005b"]')).toEqual(['[[["{{{,,,\\', '[']);
  });

  it('is refused exactly where its depth or its parts are beyond the bounds', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = JSON.stringify(value);
        const [depth, parts] = [depthOf(value), partsOf(value) + 1];
        expect(codeOf(() => read(text, { depth, parts }))).toBeUndefined();
        if (depth > 0) expect(codeOf(() => read(text, { depth: depth - 1, parts }))).toBe('body-too-complex');
        if (parts > 1) expect(codeOf(() => read(text, { depth, parts: parts - 1 }))).toBe('body-too-complex');
      }),
      { seed: 2 },
    );
  });

  it.each([
    ['two million brackets', '['.repeat(2_000_000)],
    ['two million brackets that are closed', '['.repeat(1_000_000) + ']'.repeat(1_000_000)],
    ['600,000 objects within one another', '{"a":'.repeat(600_000)],
    ['two million numbers', `[${'0,'.repeat(2_000_000)}0]`],
    ['a million fields', `{${'"":0,'.repeat(1_000_000)}"":0}`],
    ['brackets after a closed part', `[${'[],'.repeat(100_000)}${'['.repeat(1_000_000)}`],
  ])('of %s is refused before it is parsed, within 0.2 processor seconds', (_, text) => {
    const bytes = bytesOf(text);
    const begun = process.cpuUsage();
    expect(codeOf(() => boundedJson(bytes, boundsOf(4 * 1024 * 1024)))).toBe('body-too-complex');
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1e6).toBeLessThan(0.2);
  });

  it.each(['"', '"\\', '["a', '{', '', '[1', '\u0000', '["\\"]'])('cut off is malformed: %j', (text) => {
    expect(codeOf(() => read(text))).toBe('malformed-body');
  });

  it('of no UTF-8 is malformed', () => {
    expect(codeOf(() => boundedJson(Uint8Array.of(0x22, 0xff, 0x22), boundsOf(100)))).toBe('malformed-body');
  });
});
