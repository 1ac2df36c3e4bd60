import type { AnchorFinding, AnchorNote } from '../audit/anchor-check.ts';
import type { AuditDamage } from '../ports/audit-log.ts';
import type { ConsentFaultCode } from './consent-faults.ts';

/** Something in a home that is not as it should be. Says where, and never whom; an `id` is what sets it aside. */
export type Finding =
  | { readonly code: 'publication-unreadable' | 'file-missing' | 'file-changed'; readonly where: string }
  | { readonly code: 'publication-missing'; readonly where: string; readonly command: string }
  | { readonly code: 'table-unreadable' | 'record-unreadable' | 'no-client-months'; readonly where: string }
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
  | AnchorFinding
  | { readonly code: 'consent-not-as-recorded'; readonly line: number; readonly id: string }
  | {
      readonly code: Exclude<ConsentFaultCode, 'consent-not-as-recorded'>;
      readonly where: string;
      readonly sequence: number;
      readonly id: string;
    }
  | { readonly code: 'audit-log-damaged'; readonly damage: AuditDamage; readonly id: string }
  | {
      readonly code: 'audit-instant-ahead';
      readonly line: number;
      readonly through: number;
      readonly id: string;
    }
  | {
      readonly code:
        | 'identity-code-outside-vault'
        | 'name-outside-vault'
        | 'telephone-outside-vault'
        | 'identity-unopened'
        | 'erased-person-held'
        | 'place-taken-twice'
        | 'key-repeated-in-delivery'
        | 'identifier-claimed-by-two'
        | 'identifier-in-a-circle'
        | 'people-not-joined';
      readonly where: string;
      readonly times: number;
    };

/** What is as it should be, or was set aside, and yet to be known of. */
export type VerificationNote =
  | AnchorNote
  | {
      readonly code:
        | 'model-older-than-erasure'
        | 'not-of-latest-months'
        | 'vault-not-opened'
        | 'not-taken-in';
      readonly where: string;
    }
  | { readonly code: 'without-digest' | 'left-behind'; readonly where: string; readonly times: number }
  | { readonly code: 'consent-under-way'; readonly times: number }
  | {
      readonly code: 'set-aside';
      readonly id: string;
      readonly line: number;
      readonly at: string;
      readonly by: string;
    };
