import { createHash } from 'node:crypto';
import type { KeptAnswers } from '../ports/kept-answers.ts';
import { TokenRefused, type VerifiedClaims } from '../ports/token-verifier.ts';

/**
 * Takes a token for something that may be done once with it, such as carrying a list of names away. A token
 * without an id of its own is not taken, as nobody could tell it had been used.
 * @throws TokenRefused
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
  if (!(await answers.keep(id, JSON.stringify('used')))) throw new TokenRefused('used-before');
}
