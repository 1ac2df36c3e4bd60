import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { largestBodyBytesOf, type Operation } from '../../data-contracts/api/operation.ts';
import { boundedJson, boundedJsonLines, boundsOf } from './bounded-json.ts';
import { Problem } from './problem.ts';

type BodyForm = Pick<Operation, 'largestBodyBytes' | 'takesLines'>;

const jsonTypes = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;
const lineTypes = /^application\/(?:[\w.-]+\+|x-)?ndjson\s*(?:;|$)/i;

/**
 * A body as JSON; where lines are taken too, those of newline-delimited JSON as a list, empty ones left out. Its size,
 * then its depth and number of parts are looked at before anything is made of it.
 * @throws Problem
 */
export function requestBody(
  { body, isBase64Encoded, headers }: APIGatewayProxyEventV2,
  operation: BodyForm = {},
): unknown {
  const given = body ?? '';
  const largestBytes = largestBodyBytesOf(operation);
  if (given.length > largestBytes * (isBase64Encoded ? 4 / 3 : 1) + 4) throw new Problem('body-too-large');
  const bytes = Buffer.from(given, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > largestBytes) throw new Problem('body-too-large');
  const type = headers['content-type'] ?? '';
  const isLines = operation.takesLines === true && lineTypes.test(type);
  if (!isLines && !jsonTypes.test(type)) throw new Problem('unsupported-media-type');
  return (isLines ? boundedJsonLines : boundedJson)(bytes, boundsOf(largestBytes));
}
