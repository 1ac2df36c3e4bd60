import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Problem } from './problem.ts';

const usualLargestBytes = 64 * 1024;
const jsonTypes = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;

/**
 * A body as JSON. Its size is looked at before anything is made of it.
 * @throws Problem
 */
export function requestBody(
  { body, isBase64Encoded, headers }: APIGatewayProxyEventV2,
  largestBytes = usualLargestBytes,
): unknown {
  const given = body ?? '';
  if (given.length > largestBytes * (isBase64Encoded ? 4 / 3 : 1) + 4) throw new Problem('body-too-large');
  const bytes = Buffer.from(given, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > largestBytes) throw new Problem('body-too-large');
  if (!jsonTypes.test(headers['content-type'] ?? '')) throw new Problem('unsupported-media-type');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Problem('malformed-body');
  }
}
