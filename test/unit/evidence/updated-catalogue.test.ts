import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interventions } from '../../../data-contracts/catalogues/index.ts';
import type {
  EffectEvidence,
  InterventionEvidence,
} from '../../../data-contracts/schemas/effect-evidence.ts';
import { Intervention } from '../../../data-contracts/schemas/intervention.ts';
import { estimateEffect } from '../../../functions/core/evidence/estimate-effect.ts';
import { updatedCatalogue } from '../../../functions/core/evidence/updated-catalogue.ts';
import { ratioWithInterval } from '../../../models/economics/effect-update.ts';
import { ratioByMonth } from '../../../models/economics/waning-ratio.ts';

import { drawnCounty, offer } from './drawn-county.ts';

describe('a catalogue updated by lots', () => {
  const [entry] = interventions.filter(({ id }) => id === offer);
  const effect = entry!.effects.find(({ endpoint }) => endpoint === 'heavy-services')!;

  const arm = { people: 100_000, outcomes: 10_000, months: 3_600_000 };
  const evidenceOf = (found: InterventionEvidence['found']) =>
    ({
      origin: 'register',
      programme: 'older-people',
      seenTo: '2027-12-31',
      interventions: [{ intervention: offer, endpoint: 'heavy-services', lots: 7, found }],
    }) satisfies EffectEvidence;
  const onHeavyServices = (entries: readonly Intervention[]) =>
    entries[0]!.effects.find(({ endpoint }) => endpoint === 'heavy-services')!;
  /** Log ratio that is left on average over 36 months. */
  const meanOver = ({ ratio, halvesInMonths }: { ratio: number; halvesInMonths?: number | undefined }) =>
    ratioByMonth(36, { ratio, halvesInMonths }).reduce((sum, own) => sum + Math.log(own), 0) / 36;
  const seenOver36 = (logRatio: number, error: number): InterventionEvidence['found'] => {
    const seen = ratioWithInterval({ logRatio, standardError: error });
    const period = { fromMonth: 0, toMonth: 36, meanMonth: 18, sdMonth: 10.39, ofOffered: seen };
    const sides = { offered: arm, others: arm, uptakeShare: 1, ofOffered: seen, ofTakers: seen };
    return { status: 'estimated', ...sides, periods: [period] };
  };

  it('is .80 at the offer where lots show the .910 that is left of it over 36 months at a half-life of 12', () => {
    const stated = { ...effect, ratio: 0.8, lower95: 0.72, upper95: 0.8888, halvesInMonths: 12 };
    const found = seenOver36(meanOver(stated), 0.005);
    const [updated] = updatedCatalogue([{ ...entry!, effects: [stated] }], evidenceOf(found));
    expect(Math.exp(meanOver(stated))).toBeCloseTo(0.91, 3);
    expect(updated!.effects[0]).toMatchObject({ ratio: expect.closeTo(0.8, 2), halvesInMonths: 12 });
    const { periods: _, ...untold } = found as Extract<typeof found, { status: 'estimated' }>;
    const [earlier] = updatedCatalogue([{ ...entry!, effects: [stated] }], {
      ...evidenceOf({ ...untold, periods: [] }),
    });
    expect(earlier!.effects[0]).toMatchObject({ ratio: expect.closeTo(0.8, 2), halvesInMonths: 12 });
  });

  it('believes, over the time followed, something between what it did and what was seen, more surely than either', () => {
    const seen = fc.record({
      logRatio: fc.double({ min: -0.7, max: 0.5, noNaN: true }),
      error: fc.double({ min: 0.05, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(seen, ({ logRatio, error }) => {
        const updated = updatedCatalogue([entry!], evidenceOf(seenOver36(logRatio, error)));
        const now = onHeavyServices(updated);
        const ends = [meanOver(effect), logRatio].sort((one, other) => one - other);
        expect(meanOver(now)).toBeGreaterThanOrEqual(ends[0]! - 1e-3);
        expect(meanOver(now)).toBeLessThanOrEqual(ends[1]! + 1e-3);
        const widthOf = (of: { lower95: number; upper95: number }) => Math.log(of.upper95 / of.lower95);
        expect(widthOf(now)).toBeLessThan(widthOf(effect));
        expect(now.updated).toEqual({ lots: 7, people: 200_000, outcomes: 20_000 });
        expect(now.source).toContain(effect.source);
        Intervention.parse(updated[0]);
        expect(updated[0]!.effects.filter((one) => one.endpoint !== 'heavy-services')).toEqual(
          entry!.effects.filter((one) => one.endpoint !== 'heavy-services'),
        );
      }),
    );
  });

  it('learns from people followed how strong an effect is at the offer and how soon it fades', () => {
    const stated = { ...effect, ratio: 0.8, lower95: 0.2, upper95: 3.2, halvesInMonths: 14 };
    const truth = { ratio: 0.5, halvesInMonths: 8 };
    const found = estimateEffect(offer, drawnCounty(800, truth.ratio, 0.8, 11, truth.halvesInMonths));
    if (found.status !== 'estimated') throw new Error(found.status);
    expect(found.periods.length).toBeGreaterThan(3);
    expect(found.periods[0]!.ofOffered.ratio).toBeLessThan(found.periods.at(-1)!.ofOffered.ratio);
    const now = onHeavyServices(updatedCatalogue([{ ...entry!, effects: [stated] }], evidenceOf(found)));
    expect(Math.abs(Math.log(now.ratio / truth.ratio))).toBeLessThan(0.25);
    expect(Math.abs(Math.log(now.halvesInMonths! / truth.halvesInMonths))).toBeLessThan(0.7);
  });

  it('tells of each stretch of follow-up no ratio that rests on fewer than five outcomes on a side', () => {
    const drawn = drawnCounty(30, 0.6, 0.8, 4);
    const found = estimateEffect(offer, drawn);
    if (found.status !== 'estimated') throw new Error(found.status);
    for (const { fromMonth, toMonth } of found.periods) {
      for (const side of [offer, null]) {
        const outcomes = drawn.filter(
          (one) =>
            one.intervention === side && one.hasOutcome && fromMonth < one.months && one.months <= toMonth,
        );
        expect(outcomes.length).toBeGreaterThanOrEqual(5);
      }
    }
    expect(found.periods.map(({ fromMonth }) => fromMonth).slice(1)).toEqual(
      found.periods.map(({ toMonth }) => toMonth).slice(0, -1),
    );
  });

  it('stays as it is where nothing was estimated, or nothing gathered', () => {
    const one = {
      intervention: offer,
      endpoint: 'heavy-services',
      lots: 1,
      found: { status: 'too-few' },
    } as const;
    const evidence = { origin: 'register', programme: 'older-people', seenTo: '2027-12-31' } as const;
    expect(updatedCatalogue(interventions, { ...evidence, interventions: [one] })).toEqual(interventions);
    expect(updatedCatalogue(interventions, undefined)).toEqual(interventions);
  });
});
