import { isAscii, isUtf8 } from 'node:buffer';
import type { Encoding } from '../../../data-contracts/schemas/mapping.ts';
import type { QuarantineRule } from '../../../data-contracts/vocabularies/quarantine-rules.ts';
import { longestLineBytes, type NumberedLine, numberedLines } from './numbered-lines.ts';

/** Gives the bytes of a file from their beginning, as often as it is asked. */
export type Bytes = () => AsyncIterable<Uint8Array>;

/** What is wrong with the encoding of a file as a whole. */
type EncodingFault = Extract<QuarantineRule, 'utf-16' | 'other-encoding'>;

const noTime = () => undefined;

/**
 * The lines of a file in the encoding that it is said to be in, UTF-8 if nothing is said. Those of a file in another
 * all carry the fault that tells so, and none is decoded: of each encoding’s letters some are letters of another.
 * @param onBytes how many bytes have been read as lines
 */
export async function* encodedLines(
  bytes: Bytes,
  declared: Encoding = 'utf-8',
  onBytes: (bytes: number) => void = noTime,
): AsyncGenerator<NumberedLine[]> {
  const found = await encodingOf(bytes(), declared);
  const fault = faultOf(found, declared);
  const chunks = counted(bytes(), onBytes);
  const isUtf16 = found === 'utf-16le' || found === 'utf-16be';
  const decoder = isUtf16 ? found : declared;
  for await (const lines of numberedLines(decoder === 'utf-8' ? chunks : transcoded(chunks, decoder))) {
    if (lines.length > 0) yield fault ? lines.map((line) => refused(line, fault)) : lines;
  }
}

async function* counted(chunks: AsyncIterable<Uint8Array>, onBytes: (bytes: number) => void) {
  for await (const chunk of chunks) {
    yield chunk;
    onBytes(chunk.length);
  }
}

type FoundEncoding = 'ascii' | 'utf-8' | 'utf-16le' | 'utf-16be' | 'other' | 'unlike';

function faultOf(found: FoundEncoding, declared: Encoding): EncodingFault | undefined {
  const isUtf16 = found.startsWith('utf-16');
  if (declared === 'utf-16') return isUtf16 ? undefined : 'other-encoding';
  if (isUtf16) return 'utf-16';
  if (found === 'unlike') return 'other-encoding';
  if (declared === 'utf-8') return found === 'other' ? 'other-encoding' : undefined;
  return found === 'utf-8' ? 'other-encoding' : undefined;
}

/**
 * Read as far as it tells: the first line beyond ASCII that is UTF-8 says that the file is, and a line after it that is
 * not is a damaged line. Where every line beyond ASCII is not, the file is in another encoding.
 * @param declared an encoding of eight bits: `unlike` is a file that has signs which no text in it has
 */
export async function encodingOf(
  chunks: AsyncIterable<Uint8Array>,
  declared?: Encoding,
): Promise<FoundEncoding> {
  let begun: Uint8Array | undefined;
  let found: FoundEncoding = 'ascii';
  let isFirst = true;
  for await (const chunk of chunks) {
    const utf16 = isFirst ? utf16Of(chunk) : undefined;
    if (utf16) return utf16;
    isFirst = false;
    const bytes = begun ? Buffer.concat([begun, chunk]) : chunk;
    const end = bytes.lastIndexOf(lineFeed) + 1;
    if (hasUtf8Line(bytes.subarray(0, end))) return 'utf-8';
    if (found !== 'unlike' && !isAscii(bytes.subarray(0, end)))
      found = otherThan(declared, bytes.subarray(0, end));
    begun = bytes.length - end > longestLineBytes ? undefined : new Uint8Array(bytes.subarray(end));
  }
  if (!begun || isAscii(begun)) return found;
  if (isUtf8(begun)) return 'utf-8';
  return found === 'unlike' ? found : otherThan(declared, begun);
}

/** What Windows-1252 has for the letters of older code pages: quotation marks and daggers within a word, and nothing. */
const unlikeWindows = /[A-Za-z][\x82-\x84\x86-\x89\x8b\x93\x94\x98\x99\x9b]+[A-Za-z]|[\x81\x8d\x8f\x90\x9d]/;

/** Signs that say of a file that it is not in an encoding. Names of ISO 8859-1 are read as Windows-1252 everywhere. */
const unlike: Partial<Record<Encoding, RegExp>> = {
  'windows-1252': unlikeWindows,
  'iso-8859-1': unlikeWindows,
  'iso-8859-15': /[\x80-\x9f]/,
};

function otherThan(declared: Encoding | undefined, bytes: Uint8Array): 'other' | 'unlike' {
  const signs = declared && unlike[declared];
  return signs?.test(Buffer.from(bytes).toString('latin1')) ? 'unlike' : 'other';
}

const lineFeed = 10;

/** Whether any line goes beyond ASCII in UTF-8; looked at line by line only where not all are of one kind. */
function hasUtf8Line(lines: Uint8Array): boolean {
  if (isAscii(lines)) return false;
  if (isUtf8(lines)) return true;
  for (let from = 0; from < lines.length; ) {
    const end = lines.indexOf(lineFeed, from);
    const line = lines.subarray(from, end);
    if (!isAscii(line) && isUtf8(line)) return true;
    from = end + 1;
  }
  return false;
}

/** Its byte order mark, or a zero byte beside the first letter, gives UTF-16 away. */
function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || first === 0) return 'utf-16be';
  return undefined;
}

async function* transcoded(chunks: AsyncIterable<Uint8Array>, encoding: string) {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}

const refused = (line: NumberedLine, fault: EncodingFault): NumberedLine =>
  'text' in line && line.text.trim() === '' ? line : { number: line.number, fault };
