import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { largestBodyBytesOf } from '../../data-contracts/api/operation.ts';
import { boundedJson, boundsOf } from './bounded-json.ts';
import { Problem } from './problem.ts';

const jsonTypes = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;

/**
 * A body as JSON. Its size, then its depth and number of parts are looked at before anything is made of it.
 * @throws Problem
 */
export function requestBody(
  { body, isBase64Encoded, headers }: APIGatewayProxyEventV2,
  largestBytes = largestBodyBytesOf({}),
): unknown {
  const given = body ?? '';
  if (given.length > largestBytes * (isBase64Encoded ? 4 / 3 : 1) + 4) throw new Problem('body-too-large');
  const bytes = Buffer.from(given, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > largestBytes) throw new Problem('body-too-large');
  if (!jsonTypes.test(headers['content-type'] ?? '')) throw new Problem('unsupported-media-type');
  return boundedJson(bytes, boundsOf(largestBytes));
}
