import { describe, expect, it } from 'vitest';
import { brierScore, indexOfPredictionAccuracy, nullBrierScore } from '../../../models/evaluation/brier.ts';
import { harrellConcordance, unoConcordance } from '../../../models/evaluation/concordance.ts';
import { dynamicAuc } from '../../../models/evaluation/discrimination.ts';
import { statusAtHorizon } from '../../../models/survival/censoring.ts';
import { distinctValues } from '../../../models/survival/distinct-values.ts';
import { flchainMissing, readFlchain } from './flchain.ts';
import vectors from './survival.json' with { type: 'json' };

/**
 * AUC and C to 1e-6 and no closer: predictions that are tied but for the last bit are tied or not as the
 * machine's logarithm has it, and V8's differs from R's there. Brier does not feel it.
 */
describe.skipIf(flchainMissing !== '')(`weighted figures on flchain (${flchainMissing || 'present'})`, () => {
  const { followUp, marker } =
    flchainMissing === '' ? readFlchain() : { followUp: undefined!, marker: undefined! };
  const horizons = [365.25, 1095.75] as const;
  const probability = (horizon: number) => (horizon === 365.25 ? marker.map((r) => r / 4) : marker);

  it.each(horizons)('AUC at %f days equals riskRegression::Score', (horizon) => {
    const found = dynamicAuc(distinctValues(marker), statusAtHorizon(followUp, horizon));
    expect(found).toBeCloseTo(vectors.flchain_score.auc.find((row) => row.times === horizon)!.AUC, 6);
  });

  it.each(horizons)('Brier, its reference and IPA at %f days equal riskRegression::Score', (horizon) => {
    const status = statusAtHorizon(followUp, horizon);
    const [reference, model] = ['Null model', 'm'].map(
      (name) => vectors.flchain_score.brier.find((row) => row.times === horizon && row.model === name)!,
    );
    expect(nullBrierScore(status)).toBeCloseTo(reference!.Brier, 8);
    expect(brierScore(probability(horizon), status)).toBeCloseTo(model!.Brier, 8);
    expect(indexOfPredictionAccuracy(probability(horizon), status)).toBeCloseTo(model!.IPA, 7);
  });

  it("Harrell's C and its standard error equal survival::concordance", () => {
    const found = harrellConcordance(followUp, marker);
    expect(found.index).toBeCloseTo(vectors.flchain_concordance.harrell.c, 6);
    expect(found.standardError).toBeCloseTo(vectors.flchain_concordance.harrell.se, 7);
    const within = harrellConcordance(followUp, marker, { horizon: 1095.75 });
    expect(within.index).toBeCloseTo(vectors.flchain_concordance.harrell_36m, 6);
  });

  it("Uno's C equals survival::concordance", () => {
    expect(unoConcordance(followUp, marker).index).toBeCloseTo(vectors.flchain_concordance.uno.c, 6);
    const within = unoConcordance(followUp, marker, { horizon: 1095.75 });
    expect(within.index).toBeCloseTo(vectors.flchain_concordance.uno_36m, 6);
  });
});
