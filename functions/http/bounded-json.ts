import { linesOfJson } from '../core/lines-of-json.ts';
import { Problem } from './problem.ts';

/** How much there may be in a body before anything is made of it. */
export interface JsonBounds {
  /** Lists and objects within one another. */
  readonly depth: number;
  /** Lists, objects and what stands between commas. */
  readonly parts: number;
}

/** FHIR's deepest resources stay under thirty. */
const deepest = 64;
/** Our densest body, one of municipality codes, has six bytes a part, and at most 400 of them. */
const bytesOfPart = 16;

/** What a body of at most so many bytes may hold. */
export const boundsOf = (largestBytes: number): JsonBounds => ({
  depth: deepest,
  parts: Math.ceil(largestBytes / bytesOfPart),
});

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * JSON in UTF-8, looked over once from beginning to end before it is parsed: two million brackets take a parser
 * and its collector of garbage seconds, and this look milliseconds.
 * @throws Problem
 */
export const boundedJson = (bytes: Uint8Array, bounds: JsonBounds): unknown =>
  bounded(bytes, bounds, (text) => JSON.parse(text));

/** The same of newline-delimited JSON, as a list. @throws Problem */
export const boundedJsonLines = (bytes: Uint8Array, bounds: JsonBounds): unknown =>
  bounded(bytes, bounds, linesOfJson);

function bounded(bytes: Uint8Array, bounds: JsonBounds, parse: (text: string) => unknown): unknown {
  refuseBeyond(bytes, bounds);
  try {
    return parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Problem('malformed-body');
  }
}

function refuseBeyond(bytes: Uint8Array, bounds: JsonBounds): void {
  let [depth, parts] = [0, 1];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === quote) at = endOfString(bytes, at);
    else if (byte === comma) parts += 1;
    else if (byte === openList || byte === openObject) {
      depth += 1;
      parts += 1;
    } else if (byte === closeList || byte === closeObject) depth -= 1;
    if (depth > bounds.depth || parts > bounds.parts) throw new Problem('body-too-complex');
  }
}

/** The place of the quote that ends what begins at one; the end where there is none. */
function endOfString(bytes: Uint8Array, begin: number): number {
  let at = begin + 1;
  while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
  return at;
}
