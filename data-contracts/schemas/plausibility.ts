import { z } from 'zod';
import { WholeNumber } from './fields.ts';

/** From when on a row is hardly plausible, for what a build tells of. */
export const PlausibilityLimits = z.object({
  /** A hospital stay without an end is open longer than possible after so many days. */
  longestOpenHospitalStayDays: WholeNumber(1, 36_500),
  /** An end is far in the future so many days after the row was recorded. */
  longestEndAheadDays: WholeNumber(1, 36_500),
});
export type PlausibilityLimits = z.infer<typeof PlausibilityLimits>;

/** What may be wrong with a row beside those of other tables. */
export const implausibleKinds = [
  'after-death',
  'before-birth',
  'while-away',
  'open-too-long',
  'end-far-ahead',
  'two-deaths',
] as const;
export type ImplausibleKind = (typeof implausibleKinds)[number];
