import type { AnchorFinding, AnchorNote } from '../audit/anchor-check.ts';
import type { AuditDamage } from '../ports/audit-log.ts';

/** Something in a home that is not as it should be. Says where, and never whom. */
export type Finding =
  | { readonly code: 'publication-unreadable' | 'file-missing' | 'file-changed'; readonly where: string }
  | { readonly code: 'table-unreadable'; readonly where: string }
  | {
      readonly code: 'rows-do-not-add-up';
      readonly where: string;
      readonly delivered: number;
      readonly accepted: number;
      readonly quarantined: number;
      readonly erased: number;
    }
  | {
      readonly code: 'rows-not-as-accepted';
      readonly where: string;
      readonly accepted: number;
      readonly found: number;
    }
  | { readonly code: 'consent-not-as-recorded'; readonly line: number }
  | { readonly code: 'audit-log-damaged'; readonly damage: AuditDamage }
  | AnchorFinding
  | {
      readonly code: 'identity-code-outside-vault' | 'erased-person-held';
      readonly where: string;
      readonly times: number;
    };

/** What is as it should be, and yet to be known of. */
export type VerificationNote =
  | { readonly code: 'model-older-than-erasure'; readonly where: string }
  | AnchorNote;
