import { describe, expect, it } from 'vitest';
import { presets } from '../../../data-contracts/catalogues/index.ts';
import { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import { Cohort } from '../../../data-contracts/schemas/cohort.ts';
import type { RiskScore } from '../../../data-contracts/schemas/risk-score.ts';
import { requestCohort } from '../../../functions/core/cohort/request-cohort.ts';
import { requestPlan } from '../../../functions/core/plan/request-plan.ts';
import { planCounty, request as planRequest } from '../plan/plan-county.ts';
import { ledgerOf } from '../release/ledger-of.ts';
import { MemoryQuestionMeter } from '../release/memory-question-meter.ts';
import { at, dwellerIn, request, scores, smallCounty } from './small-county.ts';

const occasion = { at, requestId: 'r-1' };
const statuses = ['none', 'occasional', 'regular-home-care', 'informal-care-support'] as const;

/** The forty, of four statuses; each stands for ten of their like, but those of informal care for one. */
const people: RiskScore[] = scores.map((score, place) => ({
  ...score,
  municipality: '905',
  age_years: 66 + (place % 2) * 12,
  service_status: statuses[Math.floor(place / 2) % 4]!,
  lives_alone: place % 3 === 0 ? 'yes' : 'no',
}));

const saysNothing = ledgerOf(
  () => [],
  people.map(({ client }) => client),
);

function county(limits: object = {}) {
  const { ports, audited } = smallCounty();
  const fits = (filter: Parameters<typeof ports.scores.likeliestFirst>[0]) => (score: RiskScore) =>
    score.age_years >= (filter.fromAgeYears ?? 0) &&
    score.age_years < (filter.toAgeYears ?? 200) + 1 &&
    (!filter.serviceStatuses || filter.serviceStatuses.includes(score.service_status!)) &&
    (!filter.livesAlone || filter.livesAlone === score.lives_alone);
  const found = {
    ...ports.scores,
    cells: async () =>
      people.map((score, place) => ({
        ...dwellerIn(score),
        clients: score.service_status !== 'informal-care-support' ? 10 : place === 6 ? 1 : 0,
      })),
    async *likeliestFirst(filter: Parameters<typeof ports.scores.likeliestFirst>[0]) {
      yield people.filter(fits(filter)).map((score) => ({
        ...dwellerIn(score),
        client: score.client,
        probability: score.probability_h1,
        sourcesUsed: score.sources_used,
      }));
    },
    explained: async (clients: readonly string[]) =>
      clients.map((client) => people.find((score) => score.client === client)!),
  };
  return {
    audited,
    ports: { ...ports, scores: found, consentLedger: saysNothing, limits: { ...ports.limits, ...limits } },
  };
}

const ask = (changes: Parameters<typeof request>[0], { ports } = county()) =>
  requestCohort(ports, request({ size: 40, ...changes }), occasion);

async function answered(...asked: Parameters<typeof ask>): Promise<Cohort> {
  const outcome = await ask(...asked);
  if (outcome.status !== 'answered') throw new Error(outcome.status);
  return Cohort.parse(outcome.cohort);
}

describe('a cohort of some service statuses', () => {
  it('holds their people alone, each with the status, and says on what the statuses rest', async () => {
    const cohort = await answered({ serviceStatuses: ['none', 'occasional'] });
    expect(new Set(cohort.rows.map(({ serviceStatus }) => serviceStatus))).toEqual(
      new Set(['none', 'occasional']),
    );
    expect(cohort.people).toEqual({ serviceStatuses: ['none', 'occasional'] });
    expect(cohort.notes).toContain('small-groups-left-out');
    expect(cohort.statusBases).toContainEqual({ status: 'regular-home-care', basis: 'decisions' });
    expect(cohort.statusBases).toContainEqual({ status: 'occasional', basis: 'visits' });
  });

  it('is told of the whole county with every status but that of too few', async () => {
    const cohort = await answered({});
    const shown = new Map(cohort.rows.map(({ client, serviceStatus }) => [client, serviceStatus]));
    const ofCell = (band: number) => people.filter(({ age_years }) => age_years === band);
    const rare = ofCell(66).find((score) => score.service_status === 'informal-care-support')!;
    expect(shown.get(rare.client)).toBe('suppressed');
    expect(shown.get(ofCell(78)[0]!.client)).toBe(ofCell(78)[0]!.service_status);
    expect(cohort.notes).not.toContain('small-groups-left-out');
  });

  it('shows nobody of a status that is too few everywhere, and says so', async () => {
    const cohort = await answered({ serviceStatuses: ['informal-care-support'] });
    expect(cohort).toMatchObject({ rows: [], eligible: 'suppressed' });
    expect(cohort.notes).toEqual(expect.arrayContaining(['too-few-to-show', 'small-groups-left-out']));
  });
});

describe('a preset', () => {
  it('asks as its terms do, and is told by its name; the log has both', async () => {
    const { ports, audited } = county();
    const preset = presets[1]!;
    const byPreset = await answered({ preset: preset.id }, { ports, audited });
    const { name: _, id: __, ...terms } = preset;
    const byTerms = await answered(terms);
    expect(byPreset.rows).toEqual(byTerms.rows);
    expect(byPreset.rows.length).toBeGreaterThan(0);
    expect(byPreset.presetName).toEqual(preset.name);
    expect(byPreset.people).toEqual({ ...terms, preset: preset.id });
    const released = audited.find((entry) => entry.kind === 'cohort-released');
    expect(released).toMatchObject({ request: { ...terms, preset: preset.id } });
    expect(AuditEntry.safeParse(released).error).toBeUndefined();
  });

  it('says how much of those who fit it reaches, in coarse shares, of the whole county alone', async () => {
    const ofInformalCare = (told: number, small: number) => {
      const { ports, audited } = county();
      const dweller = { ...dwellerIn(people[6]!), serviceStatus: 'informal-care-support' as const };
      const others = { ...dweller, serviceStatus: 'none' as const };
      const cells = async () => [
        { ...dweller, clients: told },
        ...Array.from({ length: small }, (_, place) => [
          { ...dweller, municipality: String(500 + place), clients: 4 },
          { ...others, municipality: String(500 + place), clients: 40 },
        ]).flat(),
      ];
      return { audited, ports: { ...ports, scores: { ...ports.scores, cells } } };
    };
    const reached = async (
      told: number,
      small: number,
      asked: object = { preset: 'informal-care-households' },
    ) =>
      (await answered(asked, ofInformalCare(told, small))).notes.filter((note) => note.startsWith('reaches'));
    expect(await reached(85, 18)).toEqual(['reaches-half']);
    expect(await reached(75, 6)).toEqual(['reaches-three-quarters']);
    expect(await reached(30, 20)).toEqual(['reaches-few']);
    expect(await reached(85, 2)).toEqual([]);
    expect(await reached(10, 2)).toEqual([]);
    const whole = { preset: 'informal-care-households', municipalities: ['905'] };
    expect(await reached(85, 18, whole)).toEqual([]);
    expect(await reached(85, 18, { serviceStatuses: ['informal-care-support'] })).toEqual([]);
  });

  it('that there is not is refused with those that there are, before anything is read', async () => {
    const { ports, audited } = county();
    expect(await ask({ preset: 'everybody' }, { ports, audited })).toEqual({
      status: 'unknown-preset',
      given: 'everybody',
      known: presets.map(({ id }) => id),
    });
    expect(audited).toEqual([]);
  });

  it('is refused beside terms of one’s own, but for the municipality', async () => {
    const { id } = presets[0]!;
    for (const own of [{ fromAgeYears: 75 }, { serviceStatuses: ['none'] }, { livesAlone: 'yes' }] as const)
      expect(await ask({ preset: id, ...own } as never)).toEqual({ status: 'preset-and-own-terms' });
    expect((await ask({ preset: id, municipalities: ['905'] })).status).toBe('answered');
  });
});

describe('the meter of questions', () => {
  it('counts questions that differ in the statuses alone as alike, whatever their order and whether by preset', async () => {
    const meter = new MemoryQuestionMeter();
    const { ports } = county({ alikeQuestionsPerDay: 2 });
    const metered = { ports: { ...ports, meter }, audited: [] };
    const { id, name: _, ...terms } = presets[0]!;
    for (const asked of [
      terms,
      { ...terms, serviceStatuses: [...terms.serviceStatuses!].reverse() },
      { preset: id },
      { ...terms, serviceStatuses: ['none' as const] },
    ])
      expect((await ask(asked, metered)).status).toBe('answered');
    expect(await ask({ ...terms, serviceStatuses: ['occasional'] }, metered)).toEqual({
      status: 'refused',
      reason: 'too-many-questions',
    });
  });
});

describe('a plan', () => {
  const planFor = async (changes: Parameters<typeof planRequest>[0]) => {
    const { ports } = planCounty();
    const many = async () => (await ports.scores.cells([])).map((cell) => ({ ...cell, clients: 5 }));
    const scoresOfMany = { ...ports.scores, cells: many };
    return requestPlan({ ...ports, scores: scoresOfMany }, planRequest(changes), occasion);
  };

  it('is of the same people, and each offer tells their status', async () => {
    const outcome = await planFor({ serviceStatuses: ['regular-home-care'] });
    if (outcome.status !== 'planned') throw new Error(outcome.status);
    const { plan } = outcome;
    expect(plan.rows.length).toBeGreaterThan(0);
    expect(new Set(plan.rows.map(({ serviceStatus }) => serviceStatus))).toEqual(
      new Set(['regular-home-care']),
    );
    expect(plan.people.serviceStatuses).toEqual(['regular-home-care']);
    expect(plan.notes).toContain('small-groups-left-out');
  });

  it('refuses a preset that there is not', async () => {
    expect(await planFor({ preset: 'nobody' })).toMatchObject({ status: 'unknown-preset' });
  });
});
