import type { DecisionTypeCode } from '../../data-contracts/vocabularies/national-codes/index.ts';
import { decisions } from './assumptions.ts';
import { lastDay } from './calendar.ts';
import type { ClientRows } from './client-rows.ts';
import { writeDecision } from './decision-rows.ts';
import { careLevel, isUnserved } from './life-state.ts';
import { bitOf } from './month-of-life.ts';
import type { SeenMonth } from './person.ts';
import type { RandomStream } from './random-stream.ts';

const isRising = bitOf.careUp | bitOf.straightToRegular | bitOf.entersCare;

/** What a month leaves of asking for care: assessments, what was denied, and what came of a report of concern. */
export function writeRequests(month: SeenMonth, rows: ClientRows, random: RandomStream): void {
  const { frailty, care, avoids } = month.before;
  if (care === careLevel.roundTheClock) return;
  const fromDay = random.whole(month.from, (month.inCareFrom ?? month.until) - 1);
  const asks = (avoids ? decisions.avoiderFactor : 1) / 12;
  const isAssessed =
    month.happened & isRising || random.chance(asks * decisions.needAssessmentPerYearByFrailty[frailty]!);
  if (isAssessed) writeDecision({ fromDay }, 'service-need-assessment', 'granted', rows, random);
  if (month.inCareFrom !== undefined) {
    writeDecision({ fromDay }, '24-hour-service-housing', 'granted', rows, random);
  }
  const isDenied = random.chance(asks * decisions.deniedPerYearByFrailty[frailty]!);
  if (isDenied) writeDecision({ fromDay }, askedFor(care), 'denied', rows, random);
  if (isUnserved(month.before)) writeConcern(month, fromDay, rows, random);
}

const askedFor = (care: number): DecisionTypeCode =>
  (['support-services', 'regular-home-care', 'communal-housing', '24-hour-service-housing'] as const)[care]!;

/**
 * Somebody else reports that help is needed, and the county assesses it. The contracts have no row for the report
 * itself: what they hold of it is an assessment that leads to nothing, to a denial or to what the client declines.
 */
function writeConcern({ before }: SeenMonth, fromDay: number, rows: ClientRows, random: RandomStream): void {
  const whom = before.avoids ? 'avoiding' : 'reached';
  if (!random.chance(decisions.concernsPerYear[whom] / 12)) return;
  writeDecision({ fromDay }, 'service-need-assessment', 'granted', rows, random);
  const { denied, declined } = decisions.afterConcern[whom];
  const decided = random.share();
  if (decided < denied) writeDecision({ fromDay }, 'support-services', 'denied', rows, random);
  else if (decided < denied + declined) writeDeclined(fromDay, rows, random);
}

function writeDeclined(fromDay: number, rows: ClientRows, random: RandomStream): void {
  const { fewest, most } = decisions.declinedAfterDays;
  const toDay = fromDay + random.whole(fewest, most);
  const days = { fromDay, toDay: toDay <= lastDay ? toDay : undefined };
  writeDecision(days, 'support-services', 'granted', rows, random);
}
