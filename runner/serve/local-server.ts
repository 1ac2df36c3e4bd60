import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Requester } from '../../data-contracts/schemas/requester.ts';
import { problems } from '../../data-contracts/vocabularies/problems.ts';
import { DevelopmentSignIn } from '../../functions/adapters/jose/development-sign-in.ts';
import { refuseIdentityCodeAsRequester } from '../../functions/core/release/no-identity-codes.ts';
import type { ApiResult, GatewayEvent } from '../../functions/http/api-event.ts';
import { MethodNotAllowed } from '../../functions/http/not-there.ts';
import { Problem, problemDocument, problemOf } from '../../functions/http/problem.ts';
import { retryAfterSeconds } from '../../functions/http/problem-answers.ts';
import { readerLanguage } from '../../functions/http/reader-language.ts';
import { requestBody } from '../../functions/http/request-body.ts';
import { checked } from '../../functions/http/route.ts';
import { BytesUnderWay, bodyOf, letPass } from './bodies.ts';
import { gatewayEvent, withBody } from './gateway-event.ts';
import { localAnchors } from './local-anchors.ts';
import { type DoorPorts, localDoor } from './local-door.ts';
import { localWorkers } from './local-workers.ts';
import { refuseOtherMethods } from './own-paths.ts';

export interface LocalServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const loopback = '127.0.0.1';
const openApiFile = join(import.meta.dirname, '../../data-contracts/api/open-api.json');

/** Headers must have come by then, and the body later than any answer, which may be a refusal to read it. */
const arriving = { requestTimeout: 35_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 };
/** An answer that nobody takes is given up. */
const silentMilliseconds = 60_000;
const mostConnections = 1_500;
const mostHeaders = 100;
const signInBytes = 4_096;

/**
 * The HTTP API on this machine, for this machine: the Lambdas' handlers on a folder, each lane of them in a
 * process of its own, and a sign-in in which everybody may say who they are. It listens on the loopback address
 * alone, and answers nobody who came by another name or through a proxy.
 * @param port 0: any that is free
 */
export async function startLocalServer(folder: string, port: number, ports: DoorPorts): Promise<LocalServer> {
  const server = createServer(arriving);
  bound(server);
  await listening(server, port);
  const names = ['localhost', loopback].map((host) => `${host}:${(server.address() as AddressInfo).port}`);
  const url = `http://${names[0]}`;
  const signIn = await DevelopmentSignIn.start(url, ports);
  const workers = localWorkers({ folder, expected: signIn.expected, keys: signIn.keys }, ports.journal);
  workers.carryOut();
  const anchors = localAnchors(folder, ports);
  const underWay = new BytesUnderWay();
  const door = localDoor(signIn, ports, workers.byName, underWay);
  const answer = async (event: GatewayEvent, request: IncomingMessage, response: ServerResponse) => {
    const { method, path } = event.requestContext.http;
    refuseOtherMethods(method, path);
    if (path === '/sign-in' && method === 'POST')
      return signedIn(signIn, withBody(event, await bodyOf(request, response, signInBytes, underWay)));
    if (path === '/openapi.json' && method === 'GET') return json(200, await readFile(openApiFile, 'utf8'));
    const answered = await door(event, request, response);
    if (answered.statusCode === 202) workers.carryOut();
    anchors.answered();
    return answered;
  };
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    const occasion = { at: ports.clock.now(), requestId: ports.newId() };
    const give = (result: ApiResult) => {
      response.once('close', underWay.hold(result.body?.length ?? 0));
      write(request, response, result);
    };
    try {
      refuseFromElsewhere(request, names);
      give(await answer(gatewayEvent(request, occasion), request, response));
    } catch (error) {
      give(problemAnswer(request, error, occasion.requestId));
    }
  };
  server.on('request', receive).on('checkContinue', receive);
  return {
    url,
    close: () =>
      new Promise((done, fail) => {
        server.close(() =>
          workers
            .close()
            .finally(() => anchors.end())
            .then(() => done(), fail),
        );
        server.closeAllConnections();
      }),
  };
}

function bound(server: Server): void {
  server.maxConnections = mostConnections;
  server.maxHeadersCount = mostHeaders;
  server.setTimeout(silentMilliseconds);
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, loopback, done);
  });
}

const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** A name that points here may be anybody's, and a page of theirs would be answered as this machine's user. */
function refuseFromElsewhere({ headers, socket }: IncomingMessage, names: readonly string[]): void {
  const isHere =
    socket.remoteAddress === loopback &&
    names.includes(headers.host ?? '') &&
    (headers.origin === undefined || names.some((name) => headers.origin === `http://${name}`)) &&
    forwarding.every((name) => headers[name] === undefined);
  if (!isHere) throw new Problem('access-refused');
}

/** The development sign-in: a token for whoever is named. */
async function signedIn(signIn: DevelopmentSignIn, event: GatewayEvent): Promise<ApiResult> {
  const requester = checked(Requester, requestBody(event, { largestBodyBytes: signInBytes }), '');
  refuseIdentityCodeAsRequester(requester);
  return json(200, JSON.stringify({ token: await signIn.token(requester) }));
}

const json = (statusCode: number, body: string): ApiResult => ({
  statusCode,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body,
});

function problemAnswer(request: IncomingMessage, error: unknown, requestId: string): ApiResult {
  const problem = problemOf(error);
  const { status } = problems[problem.code];
  const language = readerLanguage(request.headers['accept-language']);
  const document = problemDocument(problem, language, requestId);
  return {
    ...json(status, JSON.stringify(document)),
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'content-language': language,
      'x-correlation-id': requestId,
      ...(problem instanceof MethodNotAllowed && { allow: problem.allow }),
      ...(status === 503 && { 'retry-after': retryAfterSeconds(problem.code) }),
    },
  };
}

function write(
  request: IncomingMessage,
  response: ServerResponse,
  { statusCode = 200, headers = {}, body = '' }: ApiResult,
): void {
  // whoever waits to be told to go on and is not may send something else next
  if (!request.complete && request.headers.expect !== undefined) response.setHeader('connection', 'close');
  response.writeHead(statusCode, headers as Record<string, string>).end(body);
  if (!request.complete) letPass(request);
}
