import { describe, expect, it } from 'vitest';
import { prepareStudy } from '../../../models/risk/prepare-study.ts';
import { settingsFor } from '../../../models/risk/training-settings.ts';
import { simulatedStudy } from './simulated-study.ts';

/** Every person twice, twelve months apart. */
const once = simulatedStudy(2000, 1);
const study = { ...once, landmark: once.person.map((_, row) => 12 * (row % 2)) };

describe('a prepared study', () => {
  it('foretells later rows of the same people, also when it was thinned', () => {
    const settings = { ...settingsFor(2000), maximumRows: 500 };
    const { study: kept, forNetworks } = prepareStudy(study, settings);
    expect(kept.predictors.rows).toBe(500);
    const { laterRow } = forNetworks.foretold!;
    expect(laterRow.filter((row) => row >= 0).length).toBe(250);
    laterRow.forEach((later, row) => {
      if (later < 0) return;
      expect(kept.person[later]).toBe(kept.person[row]);
      expect(kept.landmark![later]! - kept.landmark![row]!).toBe(12);
    });
  });

  it('foretells nothing where landmarks are not told', () => {
    expect(prepareStudy(once, settingsFor(2000)).forNetworks.foretold).toBeUndefined();
  });

  it('lets foretelling count for the more, the fewer rows there are, within bounds', () => {
    const weights = [2_000, 150_000, 300_000, 2_000_000].map((rows) => settingsFor(rows).foretoldWeight);
    expect(weights).toEqual([6, 4, 2, 1]);
  });
});
