import { beforeAll, describe, expect, it } from 'vitest';
import { ModelCard } from '../../../data-contracts/schemas/model-card.ts';
import { modelLimits } from '../../../data-contracts/vocabularies/model-card-statements.ts';
import { tripodAiItems } from '../../../data-contracts/vocabularies/tripod-ai-items.ts';
import type { ModelEvaluation } from '../../../functions/core/risk/judge-model.ts';
import { type CardParts, modelCard } from '../../../functions/core/risk/model-card.ts';
import { limitsOf } from '../../../functions/core/risk/model-limits.ts';
import { clientMonths, judgedParts, months } from './judged-model.ts';

let parts: CardParts;
let card: ModelCard;
beforeAll(async () => {
  parts = await judgedParts();
  card = modelCard(parts);
});

describe('a model’s card', () => {
  it('keeps its contract as a file, and is the same when made again', () => {
    expect(ModelCard.parse(JSON.parse(JSON.stringify(card)))).toEqual(card);
    expect(JSON.stringify(modelCard(parts))).toBe(JSON.stringify(card));
  });

  it('holds every figure of the evaluation, of the network and of each baseline', () => {
    const plain = JSON.parse(JSON.stringify(parts.evaluation));
    expect(card.evaluation.models).toEqual(plain.models);
    expect(card.evaluation.networkAgainst).toEqual(plain.networkAgainst);
    expect(card.evaluation.missingness).toEqual(plain.missingness);
    expect(card.wholeModel).toEqual(plain.wholeModel);
    const other = parts.evaluation.served === 'blend' ? 'additive' : 'blend';
    expect(Object.keys(card.evaluation.models)).toEqual([
      'network',
      other,
      'ageAndSex',
      'lastYearsCost',
      'logistic',
    ]);
  });

  it('names the data by their hash, and the model by its run', () => {
    expect(card.data).toMatchObject({ fingerprint: months.fingerprint, files: months.files });
    expect(card.modelVersion).toBe(`older-people-${parts.run}`);
    expect(card.training.members.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(card.training.details).toMatchObject({ seed: 1, rows: 3000 });
  });

  it('counts how rows ended, and tells no count where one is of one to four', () => {
    const { rows, outcomes, competing, censored } = card.data.test;
    expect(Number(outcomes) + Number(competing) + Number(censored)).toBe(rows);
    const test = clientMonths(300, 2);
    let competingLeft = 3;
    const event = test.followUp.event.map((code) => (code === 2 && competingLeft-- <= 0 ? 0 : code));
    const few = modelCard({ ...parts, test: { ...test, followUp: { ...test.followUp, event } } });
    expect(few.data.test).toMatchObject({
      outcomes: 'suppressed',
      competing: 'suppressed',
      censored: 'suppressed',
    });
  });

  it('suppresses a small count at a horizon', () => {
    const network = parts.evaluation.models.network!;
    const horizons = network.horizons.map((one) => ({ ...one, competing: 3 })) as typeof network.horizons;
    const models = { ...parts.evaluation.models, network: { ...network, horizons } };
    const few = modelCard({ ...parts, evaluation: { ...parts.evaluation, models } });
    expect(few.evaluation.models.network!.horizons[0]).toMatchObject({ competing: 'suppressed' });
  });

  it('answers, or says who answers, all 27 items of TRIPOD+AI', () => {
    const numbers = tripodAiItems.map(({ item }) => item);
    expect(new Set(numbers).size).toBe(52);
    expect([...new Set(numbers.map((item) => Number.parseInt(item, 10)))]).toEqual(
      Array.from({ length: 27 }, (_, at) => at + 1),
    );
    for (const { answer, where } of tripodAiItems)
      expect(where === '').toBe(answer === 'controller' || answer === 'not-applicable');
  });
});

describe('the limits of a model', () => {
  const limits = (changes: Partial<ModelEvaluation>) => limitsOf({ ...parts.evaluation, ...changes });

  it('say that people are invented, unless they are not', () => {
    expect(limits({ origin: 'synthetic' })).toContain('invented-people');
    expect(limits({ origin: 'register' })).not.toContain('invented-people');
  });

  it('follow from the split, the comparison, the missingness check and the parts', () => {
    expect(limits({ split: 'person' })).toContain('same-time');
    expect(limits({})).not.toContain('same-time');
    const missing = { name: 'rai_adlh', missingShare: 0.3, censoringRatio: 2, z: 5, predictsCensoring: true };
    expect(limits({ missingness: [missing] })).toContain('missingness-predicts-censoring');
    const wholeModel = { ...parts.evaluation.wholeModel, clearContributions: null };
    expect(limits({ wholeModel })).toContain('certainty-not-measured');
    expect(limits({ networkAgainst: compared(-0.02, -0.01) })).toEqual(
      expect.arrayContaining(['worse-than-logistic', 'no-better-than-logistic']),
    );
    expect(limits({ networkAgainst: compared(0.01, 0.02) })).not.toContain('no-better-than-logistic');
    expect(limits({ networkAgainst: {} })).toContain('no-better-than-logistic');
  });

  it('have their words', () => {
    for (const limit of limits({})) expect(modelLimits[limit].fi.length).toBeGreaterThan(20);
  });

  function compared(lower95: number, upper95: number): ModelEvaluation['networkAgainst'] {
    const [first] = parts.evaluation.networkAgainst.logistic!;
    const auc = { estimate: (lower95 + upper95) / 2, lower95, upper95 };
    return { logistic: [{ ...first!, differences: { ...first!.differences, auc } }] };
  }
});

describe('the whole-model view', () => {
  it('finds the groups that the outcome follows, and a curve for every predictor', () => {
    const { importance, curves, faithfulness, importanceRows, sampleRows } = card.wholeModel;
    const ranked = [...importance].sort(
      (a, b) => b.horizons[1]!.meanAbsoluteContribution - a.horizons[1]!.meanAbsoluteContribution,
    );
    expect(ranked[0]!.group).toBe('age');
    expect(ranked[0]!.horizons[1]!.aucFall).toBeGreaterThan(0.05);
    expect(curves.map(({ feature }) => feature)).toEqual(card.programme.predictors);
    const age = curves[0]!.points;
    expect(age.at(-1)!.effects[1]!).toBeGreaterThan(age[0]!.effects[1]! + 0.1);
    expect([importanceRows, sampleRows]).toEqual([1500, 750]);
    for (const { topOverMiddle } of faithfulness) expect(topOverMiddle).toBeGreaterThan(0.8);
  });

  it('says from which size on a group’s contributions are clear', () => {
    const { h2 } = card.wholeModel.clearContributions!;
    expect(h2.age).toBeLessThan(0.05);
    expect(Object.keys(h2)).toHaveLength(6);
  });
});
