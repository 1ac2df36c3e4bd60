import { describe, expect, it } from 'vitest';
import { interventions, priceIndex } from '../../../data-contracts/catalogues/index.ts';
import { programmes } from '../../../data-contracts/programmes/index.ts';
import { offeredInterventions } from '../../../functions/core/plan/offered-interventions.ts';
import { meanOf } from '../../../models/economics/interval-distributions.ts';

const older = programmes['older-people']!;
const admission = programmes['first-admission']!;
const offeredIn = (programme: typeof older, id: string, capacity = {}) =>
  offeredInterventions(interventions, programme, { interventions: [id], capacity }, priceIndex)[0]!;

describe('an intervention as it acts on a programme', () => {
  it('acts on the outcome by the programme’s own endpoint, and never twice', () => {
    const visits = offeredIn(older, 'preventive-home-visits');
    expect(visits.uncertain.outcome?.distribution).toMatchObject({ ratio: 1.02 });
    expect(visits.uncertain.hospital?.distribution).toMatchObject({ ratio: 0.96 });
    expect(visits.notCounted).toEqual([]);
    const ofAdmission = offeredIn(admission, 'preventive-home-visits');
    expect(ofAdmission.uncertain.outcome?.distribution).toMatchObject({ ratio: 0.96 });
    expect(ofAdmission.uncertain.hospital).toBeUndefined();
    expect(ofAdmission.notCounted).toEqual(['heavy-services']);
  });

  it('is priced in the programme’s year', () => {
    const { entry, uncertain } = offeredIn(older, 'geriatric-assessment');
    const index = (year: number) => priceIndex.find((one) => one.year === year)!.index;
    const carried = (entry.cost.fixedCents.mean * index(2024)) / index(entry.cost.priceYear);
    expect(meanOf(uncertain.fixedCents)).toBeCloseTo(carried, 6);
    expect(meanOf(offeredIn(older, 'home-rehabilitation').uncertain.fixedCents)).toBeCloseTo(60_000, 6);
  });

  it('has the places of the question, else those of the catalogue, else no bound', () => {
    expect(offeredIn(older, 'home-rehabilitation', { 'home-rehabilitation': 0 }).places).toBe(0);
    expect(offeredIn(older, 'home-rehabilitation').places).toBe(300);
    const { capacity: _, ...unbounded } = interventions.find(({ id }) => id === 'home-rehabilitation')!;
    const asked = { interventions: ['home-rehabilitation'], capacity: {} };
    expect(offeredInterventions([unbounded], older, asked, priceIndex)[0]!.places).toBe(Infinity);
  });
});
