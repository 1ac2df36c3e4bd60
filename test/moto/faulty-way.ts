import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What goes wrong between a client and S3. */
export type WayFault = 'throttled' | 'cut-before' | 'answer-lost' | 'body-halved' | 'no-answer' | 'expired';

/** A way to the emulator on which a fault comes every so many requests, each of the kinds in turn. */
export async function faultyWay(to: string, faults: readonly WayFault[], every: number) {
  const way = { url: '', requests: 0, met: {} as Partial<Record<WayFault, number>>, isSound: false };
  const server = createServer(async (asked, answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of asked) chunks.push(chunk as Buffer);
    way.requests += 1;
    const isFaulty = !way.isSound && way.requests % every === 0;
    const fault = isFaulty ? faults[(way.requests / every) % faults.length] : undefined;
    if (fault) way.met[fault] = (way.met[fault] ?? 0) + 1;
    if (fault === 'no-answer') return;
    if (fault === 'cut-before') return void asked.socket.destroy();
    if (fault === 'throttled') return refuse(answer, 503, 'SlowDown');
    if (fault === 'expired') return refuse(answer, 400, 'ExpiredToken');
    forward(to, asked, Buffer.concat(chunks), (found, body) => {
      if (fault === 'answer-lost') return void asked.socket.destroy();
      answer.writeHead(found.statusCode ?? 500, found.headers);
      if (fault !== 'body-halved' || body.length < 2) return void answer.end(body);
      answer.write(body.subarray(0, body.length / 2), () => asked.socket.destroy());
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  way.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return way;
}

function refuse(answer: ServerResponse, status: number, code: string): void {
  answer.writeHead(status, { 'content-type': 'application/xml' });
  answer.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>as injected</Message></Error>`);
}

function forward(
  to: string,
  asked: IncomingMessage,
  body: Buffer,
  then: (found: IncomingMessage, body: Buffer) => void,
): void {
  const onward = request(new URL(asked.url ?? '/', to), { method: asked.method, headers: asked.headers });
  onward.on('response', async (found) => {
    const chunks: Buffer[] = [];
    for await (const chunk of found) chunks.push(chunk as Buffer);
    then(found, Buffer.concat(chunks));
  });
  onward.on('error', () => asked.socket.destroy());
  onward.end(body);
}
