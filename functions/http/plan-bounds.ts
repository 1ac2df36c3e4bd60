import type { PlanRequest } from '../../data-contracts/schemas/plan-request.ts';
import type { Programme } from '../../data-contracts/schemas/programme.ts';
import { Problem } from './problem.ts';

/**
 * Draws times interventions of a plan that is asked for over HTTP: 2,000 draws of five. Each takes 0.8
 * processor milliseconds on the machine that measured it, so these 8 seconds; a gateway waits 30, and a Lambda
 * may be half as fast and first asks the lake. By command there may be 20,000 draws.
 */
export const mostDrawnOffers = 10_000;

/** People times interventions of such a plan: 60,000 of five, each 0.03 processor milliseconds, so 8 seconds. */
export const mostWeighedOffers = 300_000;

/** @throws Problem naming field and rule, for what a gateway would not wait for */
export function refuseLongPlan(
  { draws, interventions }: Pick<PlanRequest, 'draws' | 'interventions'>,
  programme: Pick<Programme, 'interventions'>,
): void {
  const offered = (interventions ?? programme.interventions).length;
  const most = Math.floor(mostDrawnOffers / offered);
  if (draws > most) throw beyond('draws', `at most ${most} over HTTP with ${offered} interventions`);
}

/** The ports of a plan that refuse a question over more people than a gateway waits for, before one is looked at. */
export function withinPeople<Ports extends { readonly programme: Pick<Programme, 'interventions'> }>(
  ports: Ports,
  asked?: readonly string[],
) {
  const offered = (asked ?? ports.programme.interventions).length;
  const most = Math.floor(mostWeighedOffers / offered);
  const refuseTooMany = (people: number) => {
    if (people > most) throw beyond('municipalities', `at most ${most} people over HTTP`);
  };
  return { ...ports, refuseTooMany };
}

const beyond = (field: string, rule: string) =>
  new Problem('cannot-be-answered', { errors: [{ field, rule }] });
