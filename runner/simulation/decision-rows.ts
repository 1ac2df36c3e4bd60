import type { DecisionTypeCode } from '../../data-contracts/vocabularies/national-codes/index.ts';
import { isoDay } from './calendar.ts';
import { type ClientRows, recordedAfter } from './client-rows.ts';
import type { RandomStream } from './random-stream.ts';

export interface Spell {
  readonly fromDay: number;
  /** Absent: it still goes on at the end of the period. */
  readonly toDay?: number;
}

/** Delivered open, and again with its end. */
export function writeDecision(
  { fromDay, toDay }: Spell,
  type: DecisionTypeCode,
  outcome: 'granted' | 'denied',
  rows: ClientRows,
  random: RandomStream,
): void {
  const head = `${rows.nextId('s')},${type},${outcome},${isoDay(fromDay)},${isoDay(fromDay)}`;
  const fields = (to: string) => `${head},${to},social-care`;
  const opened = { recordedDay: recordedAfter(fromDay, 10, random), fields: fields('') };
  const closed =
    toDay === undefined
      ? undefined
      : { recordedDay: recordedAfter(toDay, 20, random), fields: fields(isoDay(toDay)) };
  rows.addSpell('social-care-decisions', opened, closed);
}
