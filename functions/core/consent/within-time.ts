import type { ConsentNotice } from '../../../data-contracts/schemas/recorded-consent.ts';
import { instantKey } from '../release/instant-order.ts';

/** What somebody says holds from no earlier than this: there were no such services, and no such consents. */
export const earliestEffect = '2000-01-01T00:00:00.000Z';

/** What somebody says begins no more years after it is told than this. */
export const mostYearsAhead = 10;

const millisecondsPerYear = 365.25 * 86_400_000;

/** What was said would hold from an instant that nobody can have meant. Names the field and the rule. */
export class ConsentOutOfTime extends Error {
  readonly code = 'consent-out-of-time';
}

/** Whether something may begin to hold at the instant, told at another. */
export const isWithinTime = (effectiveAt: string, toldAt: string) =>
  instantKey(effectiveAt) >= instantKey(earliestEffect) &&
  Date.parse(effectiveAt) <= Date.parse(toldAt) + mostYearsAhead * millisecondsPerYear;

/** @throws ConsentOutOfTime */
export function refuseOutOfTime({ effectiveAt }: Pick<ConsentNotice, 'effectiveAt'>, at: string): void {
  if (effectiveAt !== undefined && !isWithinTime(effectiveAt, at))
    throw new ConsentOutOfTime(
      `effectiveAt: expected from 2000 on and within ${mostYearsAhead} years of now`,
    );
}
