import type { Language } from '../../data-contracts/schemas/fields.ts';
import { findings, verificationNotes } from '../../data-contracts/vocabularies/findings.ts';
import type { Finding, VerificationNote } from '../../functions/core/verify/finding.ts';
import { say as word } from '../../wording/say.ts';

/** What a check found wrong, in words. */
export function findingLine(finding: Finding, language: Language): string {
  const { code, ...facts } = finding;
  const line = 'damage' in facts ? { id: facts.id, line: facts.damage.line } : facts;
  return word(findings[code], language, { ...line });
}

/** What a check found as it should be, and yet to be known of. */
export function noteLine({ code, ...facts }: VerificationNote, language: Language): string {
  return word(verificationNotes[code], language, { ...facts });
}
