import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RiskScore } from '../../../data-contracts/schemas/risk-score.ts';
import { ServiceStatus } from '../../../data-contracts/vocabularies/service-statuses.ts';
import type { DuckDbScoreStore } from '../../../functions/adapters/duckdb/duckdb-score-store.ts';
import type { LakeScoreStore } from '../../../functions/adapters/lake/lake-score-store.ts';
import { type EngineHome, lakeEngines } from '../athena/lake-engines.ts';
import { scoredHome } from './scored-home.ts';

const clientOf = (number: number) => number.toString(16).padStart(32, '0');
const scores: RiskScore[] = Array.from({ length: 5000 }, (_, number) => ({
  client: clientOf((number * 7919) % 5000),
  landmark_on: '2025-01-01',
  age_years: 65 + (number % 300) / 10,
  sex: 'female',
  municipality: ['905', '399', '005'][number % 3] as string,
  service_language: 'fi',
  service_status: ServiceStatus.options[number % 7]!,
  lives_alone: (['yes', 'no', 'unknown'] as const)[number % 3]!,
  sources_used: 'primary-care,social-care',
  probability_h1: ((number * 31) % 500) / 1000,
  probability_h2: ((number * 17) % 700) / 1000,
  expected_cost_cents_h1: number,
  expected_cost_cents_h2: number * 2,
  curve: '{}',
  contributions: '{"typical":{"h1":0,"h2":0},"h1":{},"h2":{},"against":{},"contrary":{"h1":[],"h2":[]}}',
  feature_values: '{}',
}));

let home: EngineHome;
let store: LakeScoreStore;

const summary = {
  clients: 5000,
  landmarkOn: '2025-01-01',
  modelVersion: 'm1',
  averageProbability: [0.1, 0.2],
  typicalByAge: [{ ageBand: '80-84', probability: [0.01, 0.05] }],
  clearContributions: { h1: { age: 0.01 }, h2: { age: null } },
};

async function inOrder(...asked: Parameters<DuckDbScoreStore['likeliestFirst']>) {
  const clients = [];
  for await (const batch of store.likeliestFirst(...asked)) clients.push(...batch);
  return clients;
}

const ranked = (horizon: 'h1' | 'h2', fits: (score: RiskScore) => boolean) =>
  scores
    .filter(fits)
    .map((score) => ({ client: score.client, probability: score[`probability_${horizon}`] }))
    .sort((a, b) => b.probability - a.probability || (a.client < b.client ? -1 : 1));

for (const [engine, open] of Object.entries(lakeEngines)) {
  describe(`a score store, by ${engine}`, () => {
    beforeAll(async () => {
      home = await open();
      store = await scoredHome(engine, home, scores, summary);
    });
    afterAll(() => home.close());

    it('says from which model and on whom', async () => {
      expect(await store.describe()).toEqual({
        origin: 'simulated',
        modelVersion: 'm1',
        landmarkOn: '2025-01-01',
        averageProbability: [0.1, 0.2],
        typicalByAge: [{ ageBand: '80-84', probability: [0.01, 0.05] }],
        clearContributions: { h1: { age: 0.01 }, h2: { age: null } },
      });
    });

    it('are refused by name where an earlier version of the service made them', async () => {
      const { typicalByAge: _, ...earlier } = summary;
      const other = await open();
      const old = await scoredHome(engine, other, scores, earlier);
      await expect(old.describe()).rejects.toMatchObject({
        code: 'nothing-published',
        message: expect.stringContaining('earlier version'),
      });
      await other.close();
    });

    it('gives everyone, likeliest first at the horizon, ties by pseudonym', async () => {
      for (const horizon of ['h1', 'h2'] as const) {
        const given = await inOrder({}, horizon);
        expect(given.map(({ client, probability }) => ({ client, probability }))).toEqual(
          ranked(horizon, () => true),
        );
        expect(given[0]?.sourcesUsed).toBe('primary-care,social-care');
      }
    });

    it('filters by municipality and by whole years of age, both bounds included', async () => {
      const filter = { municipalities: ['905', '005'], fromAgeYears: 75, toAgeYears: 84 };
      const fits = (score: RiskScore) =>
        score.municipality !== '399' && score.age_years >= 75 && score.age_years < 85;
      expect((await inOrder(filter, 'h1')).map(({ client }) => client)).toEqual(
        ranked('h1', fits).map(({ client }) => client),
      );
    });

    it('filters by service status and by living alone, and tells both', async () => {
      const filter = { serviceStatuses: ['none', 'other'], livesAlone: 'yes' } as const;
      const fits = (score: RiskScore) =>
        ['none', 'other'].includes(score.service_status!) && score.lives_alone === 'yes';
      const given = await inOrder(filter, 'h2');
      expect(given.map(({ client }) => client)).toEqual(ranked('h2', fits).map(({ client }) => client));
      expect(new Set(given.map(({ serviceStatus, livesAlone }) => `${serviceStatus} ${livesAlone}`))).toEqual(
        new Set(['none yes', 'other yes']),
      );
    });

    it('takes a filter for a value, whatever it says', async () => {
      expect(await inOrder({ municipalities: ["905') or (1=1"] }, 'h1')).toEqual([]);
    });

    it('counts everybody by municipality, whole year of age, service status and living alone', async () => {
      const expected = new Map<string, number>();
      for (const { municipality, age_years, service_status, lives_alone } of scores) {
        const cell = `${municipality} ${Math.floor(age_years)} ${service_status} ${lives_alone}`;
        expected.set(cell, (expected.get(cell) ?? 0) + 1);
      }
      const cells = await store.cells([]);
      const named = cells.map(
        ({ clients, ...cell }) =>
          [
            `${cell.municipality} ${cell.ageYears} ${cell.serviceStatus} ${cell.livesAlone}`,
            clients,
          ] as const,
      );
      expect(new Map(named)).toEqual(expected);
      expect(cells).toHaveLength(expected.size);
    });

    it('counts nobody of the stretches of pseudonyms that are left out', async () => {
      const counted = async (...stretches: [string, string][]) =>
        (await store.cells(stretches)).reduce((sum, { clients }) => sum + clients, 0);
      const clients = scores.map(({ client }) => client).sort();
      expect(await counted([clients[10]!, clients[13]!])).toBe(5000 - 3);
      expect(await counted([clients[10]!, clients[13]!], [clients[4999]!, 'g'])).toBe(5000 - 4);
      expect(await counted(['', 'g'])).toBe(0);
    });

    it('can be left in the middle', async () => {
      for await (const batch of store.likeliestFirst({}, 'h1')) {
        expect(batch.length).toBeLessThan(5000);
        break;
      }
      expect(await inOrder({}, 'h1')).toHaveLength(5000);
    });

    it('explains in the order asked, with nothing for someone who was not scored', async () => {
      const asked = [scores[7], scores[3]].map((score) => score?.client as string);
      const { curve: _, ...expected } = scores[7] as RiskScore;
      const explained = await store.explained(asked);
      expect(explained.map((score) => score?.client)).toEqual(asked);
      expect(explained[0]).toEqual(expected);
      expect(await store.explained([])).toEqual([]);
      expect(await store.explained([clientOf(9999), asked[0]!])).toEqual([undefined, expected]);
    });
  });
}
