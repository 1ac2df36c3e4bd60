import { createHash } from 'node:crypto';
import { IdempotencyKey } from '../../data-contracts/api/operation.ts';
import type { Requester } from '../../data-contracts/schemas/requester.ts';
import { holdsIdentityCode } from '../core/identity/personal-identity-code.ts';
import type { KeptAnswers } from '../core/ports/kept-answers.ts';
import { Problem } from './problem.ts';

/**
 * The id of what is done under the sender's key: the same for the same sender and operation, another for any
 * other. Told again under it, a thing happens once.
 * @param header with or without the quotes of a structured field
 * @returns 64 hexadecimal digits
 * @throws Problem
 */
export function idempotentId(header: string | undefined, requester: Requester, operation: string): string {
  const key = IdempotencyKey.safeParse(header?.replace(/^"(.*)"$/, '$1'));
  if (!key.success || holdsIdentityCode(key.data)) throw new Problem('idempotency-key-missing');
  return createHash('sha256')
    .update(JSON.stringify([requester, operation, key.data]))
    .digest('hex');
}

/** An id for an event of a list or a ledger, from the id of the request. */
export const eventIdOf = (idempotent: string) => `api-${idempotent.slice(0, 32)}`;

/**
 * Answers once: under a known id with the answer kept, for the same request; another request under it is refused.
 * Stopped before the answer is kept, what is done under the id must itself be done once.
 * @throws Problem
 */
export async function answeredOnce<Answer>(
  answers: KeptAnswers,
  id: string,
  request: unknown,
  answer: () => Promise<Answer>,
): Promise<Answer> {
  const requestSha256 = createHash('sha256').update(JSON.stringify(request)).digest('hex');
  const kept = (text: string): Answer => {
    const known = JSON.parse(text) as { requestSha256: string; answer: Answer };
    if (known.requestSha256 !== requestSha256) throw new Problem('already-otherwise');
    return known.answer;
  };
  const before = await answers.find(id);
  if (before !== undefined) return kept(before);
  const made = await answer();
  const isFirst = await answers.keep(id, JSON.stringify({ requestSha256, answer: made }));
  return isFirst ? made : kept((await answers.find(id))!);
}
