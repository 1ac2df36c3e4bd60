import type { IncomingMessage } from 'node:http';
import type { GatewayEvent } from '../../functions/http/api-event.ts';
import { pathParameters } from './path-parameters.ts';

/** As much as API Gateway hands on. */
const largestBytes = 6 * 1024 * 1024;

/** The request's body is larger than any API takes. */
export class BodyTooLarge extends Error {
  readonly code = 'body-too-large';
}

/** A request as API Gateway (HTTP API, format 2.0) gives it to a Lambda. @throws BodyTooLarge */
export async function gatewayEvent(
  request: IncomingMessage,
  { at, requestId }: { readonly at: string; readonly requestId: string },
): Promise<GatewayEvent> {
  const { method = 'GET', url = '/' } = request;
  const [rawPath = '/', rawQueryString = ''] = splitOnce(url, '?');
  const query = [...new URLSearchParams(rawQueryString)];
  const body = await bodyOf(request);
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers: headersOf(request),
    pathParameters: pathParameters(method, rawPath),
    ...(query.length > 0 && { queryStringParameters: joined(query) }),
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: {
        method,
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: '$default',
      stage: '$default',
      time: at,
      timeEpoch: Date.parse(at),
    },
    ...(body.length > 0 && { body: body.toString('base64') }),
    isBase64Encoded: body.length > 0,
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > largestBytes) throw new BodyTooLarge('body: too large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Names in lower case; a header that came more than once, joined by commas. */
const headersOf = ({ headers }: IncomingMessage) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  );

function joined(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  const together = new Map<string, string>();
  for (const [name, value] of pairs) {
    const before = together.get(name);
    together.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(together);
}

const splitOnce = (text: string, at: string) => {
  const place = text.indexOf(at);
  return place === -1 ? [text] : [text.slice(0, place), text.slice(place + 1)];
};
