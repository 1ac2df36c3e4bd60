import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { UnusableTable } from './csv-rows.ts';

/** A file's text, in pieces, and the encoding in which it was read. */
export interface DecodedText {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly pieces: () => Generator<string, void>;
}

const pieceBytes = 1 << 16;
/** Bytes that Windows-1252 leaves without a letter. */
const noLetters = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/**
 * Reads text as spreadsheets save it: UTF-8, UTF-16 with its mark, else Windows-1252, which Finnish and Swedish Excel write.
 * Never garbled: bytes that are neither are refused with the line they are on.
 */
export async function decodedText(file: string): Promise<DecodedText> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new UnusableTable(file, undefined, 'file', `expected to read it, got ${error.code}`);
  });
  const encoding = encodingOf(bytes);
  if (encoding === 'windows-1252') refuseNoLetters(file, bytes);
  return {
    encoding,
    *pieces() {
      const decoder = new TextDecoder(encoding);
      for (let from = 0; from < bytes.length; from += pieceBytes)
        yield decoder.decode(bytes.subarray(from, from + pieceBytes), { stream: true });
      yield decoder.decode();
    },
  };
}

function encodingOf(bytes: Buffer): DecodedText['encoding'] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** Where some letters are UTF-8 and others are not, neither reading is right. */
function refuseNoLetters(file: string, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; at++) {
    const isMixed = bytes[at]! >= 0xc3 && bytes[at]! <= 0xf4 && isLetterOfUtf8(bytes, at);
    if (!isMixed && !noLetters.includes(bytes[at]!)) continue;
    const line = 1 + bytes.subarray(0, at).filter((byte) => byte === 0x0a).length;
    const expected =
      'expected letters in UTF-8, UTF-16 or Windows-1252, got bytes that are none of them; save the file as CSV UTF-8';
    throw new UnusableTable(file, line, 'text', expected);
  }
}

/** A letter of two to four bytes, at one of its places. */
function isLetterOfUtf8(bytes: Buffer, at: number): boolean {
  const length = bytes[at]! >= 0xf0 ? 4 : bytes[at]! >= 0xe0 ? 3 : 2;
  return at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length));
}
