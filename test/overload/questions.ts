import type { Requester } from '../../data-contracts/schemas/requester.ts';
import type { Asked } from './served-home.ts';

export const planner: Requester = { id: 'planner-1', role: 'planner', unit: 'elderly-services' };
export const officer: Requester = {
  id: 'officer-1',
  role: 'data-protection-officer',
  unit: 'data-protection',
};
export const worker: Requester = { id: 'worker-1', role: 'prevention-worker', unit: 'unit-4' };

export const cohort = (size: number): Asked => ({
  path: '/cohorts',
  body: { programme: 'older-people', horizonMonths: 12, size },
});

/** The most that a plan may be asked for over HTTP: the whole county, and 2,000 draws of five interventions. */
export const largestPlan: Asked = {
  path: '/plans',
  body: {
    programme: 'older-people',
    budgetCents: 400_000_000,
    worthPerHomeYearCents: 2_000_000,
    equalWithinCents: 10_000,
    draws: 2_000,
    seed: 1,
  },
};

/** What others ask meanwhile, in turn. */
export const others: readonly (readonly [Asked, Requester])[] = [
  [cohort(20), planner],
  [{ method: 'GET', path: '/models/older-people/card' }, officer],
  [{ method: 'GET', path: '/outreach-lists?limit=10' }, worker],
  [{ method: 'GET', path: '/statistics/older-people' }, planner],
];
