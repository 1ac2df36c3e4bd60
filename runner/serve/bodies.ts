import type { IncomingMessage, ServerResponse } from 'node:http';
import { Problem } from '../../functions/http/problem.ts';

/** Of all bodies and answers that are on their way at once. */
const mostBytes = 64 * 1024 * 1024;
/** What is thrown away of a body that is not read, so that its sender hears the answer. */
const mostThrownAway = 16 * 1024 * 1024;

/** What the server holds of bodies that come and of answers that go, so that slow ones cannot fill its memory. */
export class BytesUnderWay {
  #held = 0;

  /** Whether nothing more can be taken on. */
  get isFull(): boolean {
    return this.#held >= mostBytes;
  }

  hold(bytes: number): () => void {
    this.#held += bytes;
    let isHeld = true;
    return () => {
      if (isHeld) this.#held -= bytes;
      isHeld = false;
    };
  }
}

/**
 * A request's body. What it says of its length is looked at before any of it is read, and room for it is there.
 * @throws Problem
 */
export async function bodyOf(
  request: IncomingMessage,
  response: ServerResponse,
  largestBytes: number,
  underWay: BytesUnderWay,
): Promise<Buffer> {
  if (declaredBytes(request) > largestBytes) throw new Problem('body-too-large');
  if (underWay.isFull) throw new Problem('busy');
  response.once('close', underWay.hold(Math.min(declaredBytes(request), largestBytes)));
  if (request.headers.expect !== undefined) response.writeContinue();
  return read(request, largestBytes);
}

/** Unless it says, as long as it likes. */
function declaredBytes({ headers }: IncomingMessage): number {
  if (headers['transfer-encoding'] !== undefined) return 0;
  return Number(headers['content-length'] ?? 0);
}

function read(request: IncomingMessage, largestBytes: number): Promise<Buffer> {
  return new Promise((done, fail) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    const take = (part: Buffer) => {
      bytes += part.length;
      parts.push(part);
      if (bytes <= largestBytes) return;
      request.off('data', take).pause();
      fail(new Problem('body-too-large'));
    };
    request.on('data', take);
    request.once('end', () => done(Buffer.concat(parts)));
    const cutOff = () => fail(new Problem('malformed-body'));
    request.once('error', cutOff).once('close', cutOff);
  });
}

/**
 * Lets what is left of a body pass by unread, within bounds: a connection that is closed while its sender still
 * sends is reset, and the answer lost with it.
 */
export function letPass(request: IncomingMessage): void {
  let bytes = 0;
  request.on('data', (part: Buffer) => {
    bytes += part.length;
    if (bytes > mostThrownAway) request.destroy();
  });
  request.on('error', () => {});
  request.resume();
}
