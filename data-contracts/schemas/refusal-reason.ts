import { z } from 'zod';

/**
 * Why the release gate holds a person back, in the order in which it asks. Unknown is a reason like any other.
 * The two last are asked where an outreach list is made: nobody is called twice.
 */
export const RefusalReason = z.enum([
  /** The requester's role may not ask for this purpose, or not for names. */
  'role-not-permitted',
  /** The score does not say which data sources are behind it, or names one that is not known. */
  'sources-unknown',
  /** Nothing in force that day lets data be used for the purpose at all. */
  'no-legal-basis',
  /** The purpose has a basis, but not for every data source behind the score. */
  'no-legal-basis-for-source',
  /** The basis is consent, and consent is not in force. */
  'no-consent',
  /** Names were asked for, and the requester's unit has no relationship with the person. */
  'no-client-relationship',
  /** Profiling was asked for, and no unit of the county has a client or care relationship with the person. */
  'no-relationship-with-county',
  'objection',
  'prohibition',
  'restriction',
  'erasure',
  /** The consent ledger or the register of relationships gave no answer about the person. */
  'standing-unknown',
  /** Somebody else has said no lately, and nobody is to see who: about thirty are left out together. */
  'left-out-with-others',
  /** The requester has asked too many questions today, or too many that differ by little. */
  'too-many-questions',
  /** The words that would have been kept hold a personal identity code. */
  'identity-code-in-words',
  /** The clock is behind the audit log, so that what has been said since would not be seen. */
  'clock-set-back',
  /** An open outreach list, this team's or another's, holds the person already. */
  'on-another-list',
  /** A team was in touch with the person lately. */
  'contacted-lately',
]);
export type RefusalReason = z.infer<typeof RefusalReason>;
