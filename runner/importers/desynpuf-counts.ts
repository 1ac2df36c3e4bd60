/** Why something in the source is not a row of its own in the delivery. */
export const skipReasons = [
  /** A line that is no CSV row of the file's width. */
  'unreadable-line',
  /** A row without an identifier that our contract takes. */
  'no-person',
  /** A summary row without a birth date of the calendar; the person is left out. */
  'no-birth-date',
  /** A second summary row of one person in one year. */
  'repeated-summary',
  /** A death date that is no day of the calendar, or before birth; the person is kept without it. */
  'bad-death-date',
  /** A claim without an admission and a discharge day in the right order. */
  'bad-claim-dates',
  /** A claim without a number that can name its event. */
  'no-claim-number',
  /** A further segment of a claim: its payment and codes are in the claim's one event. */
  'segment-joined',
  /** A code given twice in one claim. */
  'repeated-code',
  /** Not of the form of an ICD-9-CM diagnosis code. */
  'bad-code',
  /** A sum of payments below zero (a correction) or not a number; the event is kept with a cost of 0. */
  'cost-set-to-zero',
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** What an import has done so far. */
export class ImportCounts {
  people = 0;
  events = 0;
  diagnoses = 0;
  readonly skipped = Object.fromEntries(skipReasons.map((reason) => [reason, 0])) as Record<
    SkipReason,
    number
  >;

  skip(reason: SkipReason): void {
    this.skipped[reason] += 1;
  }

  /** Sum of dollar amounts as whole cents, never below zero; an empty amount is 0. */
  cents(dollars: readonly (string | undefined)[]): string {
    const sum = dollars.reduce((cents, amount) => cents + Math.round(Number(amount || 0) * 100), 0);
    if (sum >= 0) return String(sum);
    this.skip('cost-set-to-zero');
    return '0';
  }
}
