import { describe, expect, it } from 'vitest';
import { plannerOperations } from '../../../data-contracts/api/planner.ts';
import { requestPlan } from '../../../functions/core/plan/request-plan.ts';
import { mostDrawnOffers, mostWeighedOffers, withinPeople } from '../../../functions/http/plan-bounds.ts';
import { smallApis } from '../api/small-apis.ts';
import { at, planCounty, request } from '../plan/plan-county.ts';

const example = plannerOperations.askPlan.example.body as Record<string, unknown>;
const programmes = planCounty().ports.programme.interventions;

/** A county of so many, and what of it was read for a plan over HTTP. */
function countyOf(people: number) {
  const { ports } = planCounty();
  const read: string[] = [];
  const scores = {
    ...ports.scores,
    cells: async () => [
      {
        municipality: '905',
        ageYears: 80,
        serviceStatus: 'none',
        livesAlone: 'no',
        clients: people,
      } as const,
    ],
    inOrderOfClient: (filter: object) => {
      read.push('people');
      return ports.scores.inOrderOfClient(filter);
    },
  };
  const plan = (interventions?: string[]) =>
    requestPlan(
      withinPeople({ ...ports, scores }, interventions),
      request({ ...(interventions && { interventions, capacity: {} }) }),
      { at, requestId: 'r-1' },
    );
  return { plan, read };
}

describe('a plan over HTTP', () => {
  const most = mostDrawnOffers / programmes.length;

  it.each([
    ['more draws than a gateway waits for', { draws: most + 1 }, most],
    ['the most that a plan can have', { draws: 20_000 }, most],
    ['fewer draws, of more interventions', { draws: 10_000, interventions: programmes.slice(0, 2) }, 5_000],
  ])('is refused with the field and its rule: %s', async (_, more, told) => {
    const { ask } = await smallApis();
    const { status, content } = await ask('planner-api', { path: '/plans', body: { ...example, ...more } });
    const rule = expect.stringContaining(`at most ${told} over HTTP`);
    const message = expect.stringContaining(String(told));
    expect([status, content.errors]).toEqual([422, [{ field: 'draws', rule, message }]]);
  });

  it('over more people than a gateway waits for is refused before one of them is looked at', async () => {
    const largest = mostWeighedOffers / programmes.length;
    const { plan, read } = countyOf(largest + 1);
    await expect(plan()).rejects.toMatchObject({
      code: 'cannot-be-answered',
      errors: [{ field: 'municipalities', rule: `at most ${largest} people over HTTP` }],
    });
    expect(read).toEqual([]);
    expect((await countyOf(largest).plan()).status).toBe('planned');
  });

  it('over as many people may be of fewer interventions', async () => {
    const { plan } = countyOf(mostWeighedOffers);
    expect((await plan([programmes[0]!])).status).toBe('planned');
  });
});
