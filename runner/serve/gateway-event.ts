import type { IncomingMessage } from 'node:http';
import type { GatewayEvent } from '../../functions/http/api-event.ts';
import { pathParameters } from './path-parameters.ts';

/** A request without its body, as API Gateway (HTTP API, format 2.0) gives it to a Lambda. */
export function gatewayEvent(
  request: IncomingMessage,
  { at, requestId }: { readonly at: string; readonly requestId: string },
): GatewayEvent {
  const { method = 'GET', url = '/' } = request;
  const [rawPath = '/', rawQueryString = ''] = splitOnce(url, '?');
  const query = [...new URLSearchParams(rawQueryString)];
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
    isBase64Encoded: false,
  };
}

/** The request with its body, as API Gateway hands on one that may be anything. */
export const withBody = (event: GatewayEvent, body: Buffer): GatewayEvent => ({
  ...event,
  ...(body.length > 0 && { body: body.toString('base64') }),
  isBase64Encoded: body.length > 0,
});

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
