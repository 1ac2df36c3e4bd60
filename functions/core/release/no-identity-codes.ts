import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import { holdsIdentityCode } from '../identity/personal-identity-code.ts';

/** The requester's id or unit holds a personal identity code, which the audit log must never hold. */
export class IdentityCodeAsRequester extends Error {
  readonly code = 'identity-code-as-requester';
}

/** Another text that would be kept holds a personal identity code. */
export class IdentityCodeInWords extends Error {
  readonly code = 'identity-code-in-words';
}

/** @throws IdentityCodeAsRequester naming the field, never the code */
export function refuseIdentityCodeAsRequester(requester: Requester): void {
  for (const field of ['id', 'unit'] as const) {
    if (holdsIdentityCode(requester[field]))
      throw new IdentityCodeAsRequester(`requester.${field}: holds a personal identity code`);
  }
}

/** @param words what would be kept, by the name of its field. @throws IdentityCodeInWords naming the field */
export function refuseIdentityCodes(words: Readonly<Record<string, string | undefined>>): void {
  for (const [field, text] of Object.entries(words)) {
    if (text !== undefined && holdsIdentityCode(text))
      throw new IdentityCodeInWords(`${field}: holds a personal identity code`);
  }
}
