import { beforeAll, describe, expect, it } from 'vitest';
import { faithfulness } from '../../../models/explanation/faithfulness.ts';
import { contributionsOfGroups } from '../../../models/risk/explanation.ts';
import { memberAgreement } from '../../../models/risk/member-agreement.ts';
import { typicalPeers } from '../../../models/risk/peers.ts';
import { RiskModel } from '../../../models/risk/risk-model.ts';
import { trainRiskModel } from '../../../models/risk/train-risk-model.ts';
import { quickSettings, simulatedStudy, startWasm } from './simulated-study.ts';

const study = { ...simulatedStudy(4000, 6), peers: { age: [70, 80] } };
const others = simulatedStudy(600, 7).predictors;
let [first, second]: (RiskModel | undefined)[] = [];
beforeAll(async () => {
  await startWasm();
  first = (await trainRiskModel(study, quickSettings)).blend;
  second = (await trainRiskModel({ ...study, seed: 99 }, quickSettings)).blend;
});

/** The groups of a cell, largest contribution first. */
function ranking(contributions: Float64Array, groups: number, cell: number): number[] {
  const size = (group: number) => Math.abs(contributions[cell * groups + group]!);
  return Array.from({ length: groups }, (_, group) => group).sort((a, b) => size(b) - size(a));
}

/** Spearman’s, of two orders of the same things. */
function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const squares = a.reduce((sum, one, place) => sum + (place - b.indexOf(one)) ** 2, 0);
  return 1 - (6 * squares) / (a.length * (a.length ** 2 - 1));
}

/** By group: rows × horizons × groups. */
function contributionsOf(model: RiskModel): Float64Array {
  const { predictors, groups, groupNames } = model.fitted;
  const groupOfFeature = predictors.map((name) => groupNames.indexOf(groups[name]!));
  return contributionsOfGroups(model.explained(others).contributions, groupOfFeature, groupNames.length);
}

const explained = () => {
  const groups = first!.fitted.groupNames.length;
  const [one, two] = [contributionsOf(first!), contributionsOf(second!)];
  return { groups, one, two, cells: Array.from({ length: one.length / groups }, (_, cell) => cell) };
};
const mean = (values: readonly number[]) => values.reduce((sum, own) => sum + own, 0) / values.length;

describe('an explanation', () => {
  it('is faithful: neutralising the top group moves the prediction more than another', async () => {
    const { probability } = first!.probabilities(others);
    const { groupNames, groups, horizons, predictors, peers } = first!.fitted;
    const contributions = contributionsOf(first!);
    const typical = typicalPeers(others, predictors, peers);
    const found = await faithfulness(
      { predictors: others, horizons, groupNames, groups, probability, contributions, typical },
      async (asked) => first!.probabilities(asked).probability,
    );
    for (const { topOverMiddle, topOverOthers, topIsMost } of found) {
      expect(topOverMiddle).toBeGreaterThan(0.85);
      expect(topOverOthers).toBeGreaterThan(0.85);
      expect(topIsMost).toBeGreaterThan(0.7);
    }
  });

  it('is stable: trained again with another seed, the same groups are named in the same order', () => {
    const { groups, one, two, cells } = explained();
    const orders = cells.map((cell) => [ranking(one, groups, cell), ranking(two, groups, cell)]) as [
      number[],
      number[],
    ][];
    expect(mean(orders.map(([a, b]) => Number(a[0] === b[0])))).toBeGreaterThan(0.85);
    expect(mean(orders.map(([a, b]) => rankCorrelation(a, b)))).toBeGreaterThan(0.75);
  });

  it('keeps its direction in a retraining where the members agree, more than where they do not', () => {
    const { one, two } = explained();
    const agreement = memberAgreement(first!, first!, others)!;
    const keeps = (isTaken: (agreed: number) => boolean) => {
      const cells = [...agreement.keys()].filter((at) => isTaken(agreement[at]!));
      return mean(cells.map((at) => Number(one[at]! > 0 === two[at]! > 0)));
    };
    const agreed = keeps((share) => share > 0.999);
    expect(agreed).toBeGreaterThan(0.95);
    expect(1 - agreed).toBeLessThan((1 - keeps((share) => share <= 0.999)) / 2);
  });

  it('has no agreement to tell of where the model has one member', () => {
    const { fitted } = first!;
    const additive = { ...fitted.members[0]!, share: 1 };
    const alone = new RiskModel({ ...fitted, members: [additive] });
    expect(memberAgreement(alone, alone, others)).toBeUndefined();
  });
});
