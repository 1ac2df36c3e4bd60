import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RiskScore } from '../../../data-contracts/schemas/risk-score.ts';
import type { LakeScoreStore } from '../../../functions/adapters/lake/lake-score-store.ts';
import { type EngineHome, lakeEngines } from '../athena/lake-engines.ts';
import { scoredHome } from './scored-home.ts';

const clientOf = (number: number) => number.toString(16).padStart(32, '0');
const curve = (number: number, ends = [12, 36]) =>
  JSON.stringify({ ends, outcome: [0.1, 0.1 + (number % 10) / 50], competing: [0.05, 0.2] });

const scores: RiskScore[] = Array.from({ length: 30_000 }, (_, number) => ({
  client: clientOf(number),
  landmark_on: '2025-01-01',
  age_years: 65 + (number % 300) / 10,
  sex: 'female',
  municipality: ['905', '399'][number % 2] as string,
  service_language: 'fi',
  service_status: number % 3 ? 'none' : 'regular-home-care',
  lives_alone: 'unknown',
  sources_used: 'primary-care',
  probability_h1: 0.1,
  probability_h2: 0.2,
  expected_cost_cents_h1: 1,
  expected_cost_cents_h2: 2,
  curve: number === 29_999 ? curve(number, [6, 36]) : curve(number),
  contributions: '{"typical":{"h1":0,"h2":0},"h1":{},"h2":{},"against":{},"contrary":{"h1":[],"h2":[]}}',
  feature_values: JSON.stringify({
    falls_24: number % 3,
    has_informal_carer: number % 2 ? 1 : null,
    cost_cents_12: number,
  }),
}));

let home: EngineHome;
let store: LakeScoreStore;

for (const [engine, open] of Object.entries(lakeEngines)) {
  describe(`scores read for a plan, by ${engine}`, () => {
    beforeAll(async () => {
      home = await open();
      store = await scoredHome(engine, home, scores);
    });
    afterAll(() => home.close());

    it('come whole, in the order of pseudonyms, in batches that ask the gate seldom', async () => {
      const batches = [];
      for await (const batch of store.inOrderOfClient({ municipalities: ['905'] })) batches.push(batch);
      const clients = batches.flat().map(({ client }) => client);
      expect(clients).toEqual(scores.filter((_, number) => number % 2 === 0).map(({ client }) => client));
      expect(batches).toHaveLength(1);
      expect(batches[0]![0]!.sourcesUsed).toBe('primary-care');
    });

    it('give curves as masses and values as numbers, missing as NaN, for whom is asked and nobody else', async () => {
      const asked = [3, 8, 21_000].map(clientOf);
      const curves = await store.curvesOf(asked, ['falls_24', 'has_informal_carer', 'has_stroke_24']);
      expect(curves.ends).toEqual([12, 36]);
      const seen = [...curves.outcomeMass].map((mass) => Math.round(mass * 1e6) / 1e6);
      expect(seen).toEqual([0.1, 0.06, 0.1, 0.16, 0.1, 0]);
      expect([...curves.competingMass].map((mass) => Math.round(mass * 1e6) / 1e6)).toEqual([
        0.05, 0.15, 0.05, 0.15, 0.05, 0.15,
      ]);
      expect([...curves.values.falls_24!]).toEqual([0, 2, 0]);
      expect([...curves.values.has_informal_carer!]).toEqual([1, Number.NaN, Number.NaN]);
      expect([...curves.values.has_stroke_24!]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
      expect(curves.municipality).toEqual(['399', '905', '905']);
      expect(curves.ageYears[0]).toBeCloseTo(65.3, 9);
    });

    it('fail on someone without a score, and on curves of two grids', async () => {
      await expect(store.curvesOf([clientOf(5), clientOf(90_000)], [])).rejects.toThrow('no score');
      await expect(store.curvesOf([clientOf(5), clientOf(29_999)], [])).rejects.toThrow('intervals differ');
      expect((await store.curvesOf([], [])).municipality).toEqual([]);
    });
  });
}
