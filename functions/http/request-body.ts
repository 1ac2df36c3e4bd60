import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Operation } from '../../data-contracts/api/operation.ts';
import { linesOfJson } from '../core/lines-of-json.ts';
import { Problem } from './problem.ts';

type BodyLimits = Pick<Operation, 'largestBodyBytes' | 'takesLines'>;

const usualLargestBytes = 64 * 1024;
const jsonTypes = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;
const lineTypes = /^application\/(?:[\w.-]+\+|x-)?ndjson\s*(?:;|$)/i;

/**
 * A body as JSON; where lines are taken too, those of newline-delimited JSON as a list, empty ones left out. Its size is
 * looked at before anything is made of it.
 * @throws Problem
 */
export function requestBody(
  { body, isBase64Encoded, headers }: APIGatewayProxyEventV2,
  { largestBodyBytes: largestBytes = usualLargestBytes, takesLines }: BodyLimits = {},
): unknown {
  const given = body ?? '';
  if (given.length > largestBytes * (isBase64Encoded ? 4 / 3 : 1) + 4) throw new Problem('body-too-large');
  const bytes = Buffer.from(given, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > largestBytes) throw new Problem('body-too-large');
  const type = headers['content-type'] ?? '';
  const isLines = takesLines === true && lineTypes.test(type);
  if (!isLines && !jsonTypes.test(type)) throw new Problem('unsupported-media-type');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return isLines ? linesOfJson(text) : JSON.parse(text);
  } catch {
    throw new Problem('malformed-body');
  }
}
