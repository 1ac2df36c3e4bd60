import { describe, expect, it } from 'vitest';
import { interventions, legalBases, priceIndex, unitCosts } from '../../data-contracts/catalogues/index.ts';
import { programmeById, programmes } from '../../data-contracts/programmes/index.ts';
import { DataSource } from '../../data-contracts/schemas/data-source.ts';
import { Programme } from '../../data-contracts/schemas/programme.ts';
import { Purpose } from '../../data-contracts/schemas/purpose.ts';
import { featureGroups } from '../../data-contracts/vocabularies/feature-groups.ts';
import { features } from '../../data-contracts/vocabularies/features.ts';
import { modifiableFactors } from '../../data-contracts/vocabularies/modifiable-factors.ts';
import { ServiceGroup } from '../../data-contracts/vocabularies/service-groups.ts';

describe('programmes', () => {
  const all = Object.values(programmes);

  it('are found by id, and nothing else is', () => {
    expect(Object.keys(programmes)).toEqual(['older-people', 'first-admission']);
    for (const programme of all) expect(programmeById(programme.id)).toBe(programme);
    expect(programmeById('constructor')).toBeUndefined();
  });

  it('predict the first 24-hour care within 12 and 36 months, and the first stay within 12 and 24', () => {
    expect(programmes['older-people']).toMatchObject({
      horizonsMonths: [12, 36],
      outcome: { serviceAreas: ['31', '32', '33', '34'] },
    });
    expect(programmes['first-admission']).toMatchObject({
      horizonsMonths: [12, 24],
      outcome: { serviceAreas: ['1'] },
    });
  });

  it('let no model be stale on the day it is trained', () => {
    for (const programme of all) {
      const { horizonsMonths, maximumModelAge } = programme;
      const tooShort = { ...maximumModelAge, months: horizonsMonths[1] };
      expect(Programme.safeParse({ ...programme, maximumModelAge: tooShort }).error?.issues[0]?.path).toEqual(
        ['maximumModelAge'],
      );
    }
  });

  it('have for every predictor a group that can be put into words', () => {
    for (const { predictors } of all)
      for (const predictor of predictors)
        expect(featureGroups).toHaveProperty([features[predictor].group, 'unknown']);
  });

  it('look at everything by which what can be changed is told', () => {
    const { predictors } = programmeById('older-people')!;
    for (const { when } of Object.values(modifiableFactors))
      for (const { feature } of when) expect(predictors).toContain(feature);
  });

  it('leave language and municipality to the fairness audit', () => {
    for (const { predictors } of all)
      expect(predictors.filter((predictor) => /language|municipality/.test(predictor))).toEqual([]);
  });

  it('name only interventions of the catalogue', () => {
    const ids = interventions.map(({ id }) => id);
    for (const programme of all) expect(ids).toEqual(expect.arrayContaining(programme.interventions));
  });

  it('offer who is worth a check-up something of the catalogue, whose effect and price nobody has found', () => {
    const checkUps = all.flatMap(({ hiddenDemand }) => hiddenDemand?.checkUp ?? []);
    expect(checkUps).toEqual(['check-up-visit']);
    const checkUp = interventions.find(({ id }) => id === 'check-up-visit')!;
    expect(checkUp.effects).toEqual([]);
    expect([checkUp.cost.fixedCents.evidence, checkUp.uptake.evidence]).toEqual(
      Array(2).fill('demonstration'),
    );
    for (const { interventions: offered } of all) expect(offered).not.toContain('check-up-visit');
  });

  it('cannot have a predictor twice', () => {
    const [programme] = all;
    expect(Programme.safeParse({ ...programme, predictors: ['age_years', 'age_years'] }).success).toBe(false);
  });
});

describe('the catalogues', () => {
  it('price every service group once', () => {
    expect(unitCosts.map(({ serviceGroup }) => serviceGroup).sort()).toEqual(
      [...ServiceGroup.options].sort(),
    );
  });

  it('say of every figure that was not found that it is for demonstration', () => {
    for (const { source, evidence } of unitCosts)
      expect(/not found/i.test(source)).toBe(evidence === 'demonstration');
  });

  it('hold each intervention once, with its cost inside its interval', () => {
    expect(new Set(interventions.map(({ id }) => id)).size).toBe(9);
    for (const { cost } of interventions)
      for (const { lower95, mean, upper95 } of [cost.fixedCents, cost.monthlyCents ?? cost.fixedCents]) {
        expect(lower95).toBeLessThanOrEqual(mean);
        expect(mean).toBeLessThanOrEqual(upper95);
      }
  });

  it('know the price index of every year in which something is priced', () => {
    const known = priceIndex.map(({ year }) => year);
    for (const { cost } of interventions) expect(known).toContain(cost.priceYear);
    for (const { priceYear } of unitCosts) expect(known).toContain(priceYear);
    for (const { outcomeCost } of Object.values(programmes)) expect(known).toContain(outcomeCost.priceYear);
  });

  it('keep a harm and a null effect as they were found', () => {
    const ratioOf = (id: string) => interventions.find((one) => one.id === id)?.effects[0]?.ratio;
    expect(ratioOf('preventive-home-visits')).toBe(1.02);
    expect(ratioOf('home-exercise')).toBe(1.6);
  });

  it('confirm no legal basis on the controller’s behalf', () => {
    expect(legalBases.filter(({ confirmed }) => confirmed)).toEqual([]);
  });

  it('have a legal basis for every purpose, and each only once', () => {
    expect(new Set(legalBases.map(({ purpose }) => purpose))).toEqual(new Set(Purpose.options));
    expect(new Set(legalBases.map(({ legalBasisId }) => legalBasisId)).size).toBe(legalBases.length);
  });

  it('let nobody be contacted on claims data or by the act on secondary use', () => {
    const outreach = legalBases.filter(({ purpose }) => purpose === 'outreach');
    expect(outreach.map(({ dataSource }) => dataSource)).toEqual(
      DataSource.options.filter((one) => one !== 'claims'),
    );
    expect(
      outreach.filter(({ kind, provision }) => kind === 'statute' || provision.fi.includes('552/2019')),
    ).toEqual([]);
  });
});
