import { createHash } from 'node:crypto';
import type { KeptAnswers } from '../ports/kept-answers.ts';
import { TokenRefused, type VerifiedClaims } from '../ports/token-verifier.ts';

/** The token has done this once already: whoever has it is signed in, and signs in again to do it again. */
export class TokenUsedBefore extends Error {
  readonly code = 'token-used-before';
}

/**
 * Takes a token for something that may be done once with it, such as carrying a list of names away. A token
 * without an id of its own is not taken, as nobody could tell it had been used.
 * @throws TokenRefused, TokenUsedBefore
 */
export async function useTokenOnce(
  answers: KeptAnswers,
  { issuer, tokenId }: VerifiedClaims,
  forWhat: string,
): Promise<void> {
  if (tokenId === undefined) throw new TokenRefused('claims');
  const id = createHash('sha256')
    .update(JSON.stringify(['token', issuer, tokenId, forWhat]))
    .digest('hex');
  if (!(await answers.keep(id, JSON.stringify('used'))))
    throw new TokenUsedBefore('token: it has been used for this');
}
