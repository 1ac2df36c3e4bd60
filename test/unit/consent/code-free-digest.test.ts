import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { codeFreeDigest } from '../../../functions/core/consent/code-free-digest.ts';
import { holdsIdentityCode } from '../../../functions/core/identity/personal-identity-code.ts';

const plain = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);

it('is the digest itself, and another where that reads as an identity code', () => {
  for (const unlucky of ['statement 92747', 'statement 217582']) {
    expect(holdsIdentityCode(plain(unlucky))).toBe(true);
    expect(holdsIdentityCode(codeFreeDigest(unlucky, 32))).toBe(false);
  }
  expect(codeFreeDigest('statement 0', 32)).toBe(plain('statement 0'));
});
