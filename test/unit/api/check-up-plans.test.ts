import { describe, expect, it } from 'vitest';
import { CheckUpPlan } from '../../../data-contracts/schemas/check-up-plan.ts';
import { asRole, smallApis } from './small-apis.ts';

const path = '/check-up-plans';
const asked = { programme: 'older-people', budgetCents: 150_000 };
const plan = async (
  body: object,
  role: Parameters<typeof asRole>[0] = 'planner',
  headers: Record<string, string> = {},
) => (await smallApis()).ask('planner-api', { method: 'POST', path, body, headers }, asRole(role));

describe('a plan of check-ups over HTTP', () => {
  it('offers to as many as the money pays for, by pseudonyms of the asking unit', async () => {
    const { status, content } = await plan(asked);
    expect(status).toBe(200);
    const { rows, lots } = CheckUpPlan.parse(content);
    expect(rows).toHaveLength(10);
    for (const { client } of [...rows, ...lots]) expect(client).not.toMatch(/^c0ffee0d/);
  });

  it('is for planners alone', async () => {
    for (const role of ['prevention-worker', 'knowledge-manager', 'data-protection-officer'] as const)
      expect((await plan(asked, role)).status).toBe(403);
  });

  it.each([
    ['fi', 'toimenpidettä massage ei ole luettelossa'],
    ['sv', 'åtgärden massage finns inte i katalogen'],
  ])('says in %s that there is no such intervention', async (language, words) => {
    const refused = await plan({ ...asked, intervention: 'massage' }, 'planner', {
      'accept-language': language,
    });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.content)).toContain(words);
  });

  it('refuses a programme without hidden demand, and what it does not know', async () => {
    const without = await plan({ ...asked, programme: 'first-admission' }, 'planner', {
      'accept-language': 'fi',
    });
    expect(without.status).toBe(422);
    expect(JSON.stringify(without.content)).toContain('ei etsitä piilevää tarvetta');
    expect((await plan({ ...asked, worthPerHomeYearCents: 1 })).status).toBe(400);
    expect((await plan({ programme: 'older-people' })).status).toBe(400);
  });
});
