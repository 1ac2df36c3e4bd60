import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Operation } from '../../../data-contracts/api/operation.ts';

export interface AskedFor {
  readonly method?: string;
  readonly path: string;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  /** The body as it is sent, where it is no JSON. */
  readonly text?: string;
  readonly token?: string;
  readonly headers?: Record<string, string>;
}

/** A request as API Gateway gives it to a Lambda: HTTP API, payload format 2.0. */
export function apiEvent({ method = 'POST', path, query, body, text, token, headers }: AskedFor) {
  const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
  const event: APIGatewayProxyEventV2 = {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: {
      accept: '*/*',
      'content-length': String(sent?.length ?? 0),
      host: 'api.example',
      'x-forwarded-proto': 'https',
      ...(sent !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(query && { queryStringParameters: query }),
    requestContext: {
      accountId: '123456789012',
      apiId: 'abcdef1234',
      domainName: 'api.example',
      domainPrefix: 'api',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey: '$default',
      stage: '$default',
      time: '01/Jun/2025:09:00:00 +0000',
      timeEpoch: 1_748_768_400_000,
    },
    ...(sent !== undefined && { body: sent }),
    isBase64Encoded: false,
  };
  return event;
}

/** The request of an operation's example. */
export function exampleRequest({ method, path, example, isIdempotent }: Operation): AskedFor {
  const { parameters = {}, query, body } = example;
  return {
    method,
    path: path.replace(/\{(\w+)\}/g, (_, name: string) => parameters[name]!),
    ...(query && { query }),
    ...(body !== undefined && { body }),
    ...(isIdempotent && { headers: { 'idempotency-key': 'example-0001' } }),
  };
}
