import { createHash } from 'node:crypto';
import { holdsIdentityCode } from '../identity/personal-identity-code.ts';

/**
 * The beginning of a SHA-256 in hexadecimal digits, which by chance may read as a personal identity code and would be
 * refused: then that of the digest, until none does.
 */
export function codeFreeDigest(text: string, digits: number): string {
  const digest = createHash('sha256').update(text).digest('hex').slice(0, digits);
  return holdsIdentityCode(digest) ? codeFreeDigest(digest, digits) : digest;
}
