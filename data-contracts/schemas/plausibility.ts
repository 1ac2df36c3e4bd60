import { z } from 'zod';
import { WholeNumber } from './fields.ts';

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

/** Tables whose rows are looked at beside clients'. */
const datedTables = ['service-events', 'diagnoses', 'assessments', 'social-care-decisions'] as const;

/**
 * That rows of a kind are left out of client-months, as if each had been taken back: it replaces what was said under its
 * key before, and says nothing itself. Of `two-deaths` it is the whole client, whose death nobody knows. Who lived when
 * and where, and that a stay was never closed, is told by the last word, also at landmarks at which it was not known yet:
 * of rows after death and before birth that tells no predictor anything; of the others it may.
 */
export const LeftOutRule = z
  .strictObject({
    kind: z.enum(implausibleKinds),
    /** Of which tables; absent: of all. */
    tables: z.array(z.enum(datedTables)).min(1).optional(),
  })
  .refine(({ kind, tables }) => kind !== 'two-deaths' || tables === undefined, {
    path: ['tables'],
    error: 'two deaths are of clients',
  });
export type LeftOutRule = z.infer<typeof LeftOutRule>;

/** From when on a row is hardly plausible, and which such rows a build leaves out; it tells of all. */
export const PlausibilityRules = z.strictObject({
  /** A hospital stay without an end is open longer than possible after so many days. */
  longestOpenHospitalStayDays: WholeNumber(1, 36_500),
  /** An end is far in the future so many days after the row was recorded. */
  longestEndAheadDays: WholeNumber(1, 36_500),
  leftOut: z
    .array(LeftOutRule)
    .refine((rules) => new Set(rules.map(({ kind }) => kind)).size === rules.length, {
      error: 'a kind twice',
    }),
});
export type PlausibilityRules = z.infer<typeof PlausibilityRules>;

/** Whether rows of a table and kind are left out. */
export const isLeftOut = ({ leftOut }: PlausibilityRules, table: string, kind: ImplausibleKind): boolean =>
  leftOut.some(
    (rule) => rule.kind === kind && (rule.tables === undefined || rule.tables.some((one) => one === table)),
  );
