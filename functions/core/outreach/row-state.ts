import type {
  IdentifiedRow,
  NextStep,
  OutreachEvent,
  OutreachEventOf,
  OutreachOutcome,
} from '../../../data-contracts/schemas/outreach-list.ts';
import { NextStep as Steps } from '../../../data-contracts/schemas/outreach-list.ts';
import { dayInFinland } from '../release/instant-order.ts';
import { ofRow } from './standing-events.ts';

/** What has been recorded of a row, as it stands on a day. */
export type RowState = Pick<
  IdentifiedRow,
  'next' | 'outcome' | 'callAgainOn' | 'attempts' | 'lastAttemptOn' | 'assignee' | 'notes'
>;

/** Nobody was spoken to, and somebody is to be. */
const unsettled: ReadonlySet<OutreachOutcome> = new Set(['not-reached', 'in-hospital']);

/** @param events those that stand @param today the day in Finland */
export function rowState(events: readonly OutreachEvent[], row: number, today: string): RowState {
  const outcomes = ofRow(events, 'outcome', row);
  const last = outcomes.at(-1);
  return {
    next: nextStep(last, today),
    outcome: last?.outcome,
    callAgainOn: last?.callAgainOn,
    attempts: outcomes.length,
    lastAttemptOn: last && dayInFinland(last.at),
    assignee: ofRow(events, 'assigned', row).at(-1)?.assignee ?? undefined,
    notes: ofRow(events, 'note', row).length,
  };
}

function nextStep(last: OutreachEventOf<'outcome'> | undefined, today: string): NextStep {
  if (!last) return 'first-call';
  if (last.callAgainOn !== undefined) return last.callAgainOn <= today ? 'call-back' : 'call-back-later';
  return unsettled.has(last.outcome) ? 'try-again' : 'nothing';
}

/**
 * The order of a working day: those to be called back, longest promised first; those not called yet; those not
 * reached, the least often and longest ago tried first; then the later call-backs, and whoever needs no call.
 */
export const byNextStep = (one: Placed, other: Placed): number =>
  Steps.options.indexOf(one.next) - Steps.options.indexOf(other.next) ||
  inOrder(one.callAgainOn, other.callAgainOn) ||
  (one.next === 'try-again' ? one.attempts - other.attempts : 0) ||
  (one.next === 'try-again' ? inOrder(one.lastAttemptOn, other.lastAttemptOn) : 0) ||
  one.row - other.row;

type Placed = Pick<IdentifiedRow, 'row' | 'next' | 'callAgainOn' | 'attempts' | 'lastAttemptOn'>;

const inOrder = (one = '', other = '') => (one < other ? -1 : one > other ? 1 : 0);
