import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Requester } from '../../data-contracts/schemas/requester.ts';
import { problems } from '../../data-contracts/vocabularies/problems.ts';
import { DevelopmentSignIn } from '../../functions/adapters/jose/development-sign-in.ts';
import { JoseTokenVerifier } from '../../functions/adapters/jose/jose-token-verifier.ts';
import type { Clock } from '../../functions/core/ports/clock.ts';
import type { Journal } from '../../functions/core/ports/journal.ts';
import { refuseIdentityCodeAsRequester } from '../../functions/core/release/no-identity-codes.ts';
import type { ApiResult, GatewayEvent } from '../../functions/http/api-event.ts';
import { MethodNotAllowed } from '../../functions/http/not-there.ts';
import { Problem, problemDocument, problemOf } from '../../functions/http/problem.ts';
import { readerLanguage } from '../../functions/http/reader-language.ts';
import { requestBody } from '../../functions/http/request-body.ts';
import { checked } from '../../functions/http/route.ts';
import { BodyTooLarge, gatewayEvent } from './gateway-event.ts';
import { localAnchors } from './local-anchors.ts';
import { apiOf, localApis } from './local-apis.ts';
import { localJobs } from './local-jobs.ts';
import { refuseOtherMethods } from './own-paths.ts';

export interface LocalServerPorts {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly journal: Journal;
}

export interface LocalServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const loopback = '127.0.0.1';
const openApiFile = join(import.meta.dirname, '../../data-contracts/api/open-api.json');

/**
 * The HTTP API on this machine, for this machine: the Lambdas' handlers on a folder, and a sign-in in which
 * everybody may say who they are. It listens on the loopback address alone, and answers nobody who came by
 * another name or through a proxy.
 * @param port 0: any that is free
 */
export async function startLocalServer(
  folder: string,
  port: number,
  ports: LocalServerPorts,
): Promise<LocalServer> {
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 10_000 });
  await listening(server, port);
  const names = ['localhost', loopback].map((host) => `${host}:${(server.address() as AddressInfo).port}`);
  const url = `http://${names[0]}`;
  const signIn = await DevelopmentSignIn.start(url, ports);
  const verifier = JoseTokenVerifier.withKeys(signIn.expected, signIn.keys, ports.clock);
  const apis = await localApis(folder, { verifier, journal: ports.journal });
  const jobs = localJobs(folder, ports.journal);
  const anchors = localAnchors(folder, ports);
  const carryOut = () =>
    jobs.carryOut().catch((error: unknown) => ports.journal.fault('job failed', error, {}));
  void carryOut();
  const answer = async (event: GatewayEvent): Promise<ApiResult> => {
    const { method, path } = event.requestContext.http;
    refuseOtherMethods(method, path);
    if (path === '/sign-in' && method === 'POST') return signedIn(signIn, event);
    if (path === '/openapi.json' && method === 'GET') return json(200, await readFile(openApiFile, 'utf8'));
    const answered = await apis[apiOf(method, path)](event, {} as never);
    if (answered.statusCode === 202) void carryOut();
    anchors.answered();
    return answered;
  };
  server.on('request', async (request, response) => {
    const occasion = { at: ports.clock.now(), requestId: ports.newId() };
    try {
      refuseFromElsewhere(request, names);
      write(response, await answer(await gatewayEvent(request, occasion)));
    } catch (error) {
      write(response, problemAnswer(request, error, occasion.requestId));
    }
  });
  return {
    url,
    close: () =>
      new Promise((done) => {
        server.close(() => jobs.settled().finally(() => anchors.end().finally(() => done())));
        server.closeAllConnections();
      }),
  };
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
  const requester = checked(Requester, requestBody(event), '');
  refuseIdentityCodeAsRequester(requester);
  return json(200, JSON.stringify({ token: await signIn.token(requester) }));
}

const json = (statusCode: number, body: string): ApiResult => ({
  statusCode,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body,
});

function problemAnswer(request: IncomingMessage, error: unknown, requestId: string): ApiResult {
  const problem = problemOf(error instanceof BodyTooLarge ? new Problem('body-too-large') : error);
  const language = readerLanguage(request.headers['accept-language']);
  const answer = json(
    problems[problem.code].status,
    JSON.stringify(problemDocument(problem, language, requestId)),
  );
  const headers = {
    ...answer.headers,
    'content-type': 'application/problem+json',
    'content-language': language,
    'x-correlation-id': requestId,
    ...(problem instanceof MethodNotAllowed && { allow: problem.allow }),
  };
  return { ...answer, headers };
}

function write(response: ServerResponse, { statusCode = 200, headers = {}, body = '' }: ApiResult): void {
  // what is left of a body that was not read would be taken for the next request
  if (statusCode === 413) response.setHeader('connection', 'close');
  response.writeHead(statusCode, headers as Record<string, string>).end(body);
}
