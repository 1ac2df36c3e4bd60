import { describe, expect, it } from 'vitest';
import { aalenJohansen } from '../../../models/survival/aalen-johansen.ts';
import { eventTable } from '../../../models/survival/event-table.ts';
import { valueAt } from '../../../models/survival/step-curve.ts';
import { fitSplineCox } from '../../evaluate/spline-cox.ts';
import { simulatedStudy } from '../risk/simulated-study.ts';

const { predictors, followUp, horizons, truth } = simulatedStudy(1500, 21);

describe('the spline Cox regression that the model is held against', () => {
  const predicted = fitSplineCox(predictors, followUp)(predictors, horizons);

  it('gives everybody together the Aalen–Johansen incidence', () => {
    const { incidence } = aalenJohansen(eventTable(followUp));
    horizons.forEach((horizon, h) => {
      const mean = predicted[h]!.reduce((sum, own) => sum + own, 0) / predicted[h]!.length;
      expect(mean).toBeCloseTo(valueAt(incidence[0]!, horizon), 2);
    });
  });

  it('comes near the true risk of each', () => {
    horizons.forEach((_, h) => {
      const risk = predicted[h]!.map((_, row) => truth[row * horizons.length + h]!);
      const error = predicted[h]!.reduce((sum, own, row) => sum + Math.abs(own - risk[row]!), 0);
      const spread = risk.reduce((sum, own) => sum + Math.abs(own - mean(risk)), 0);
      expect(error / spread).toBeLessThan(0.35);
    });
  });

  it('never lets incidence fall from one horizon to the next', () => {
    predicted[0]!.forEach((first, row) => {
      expect(predicted[1]![row]).toBeGreaterThanOrEqual(first);
    });
  });
});

const mean = (values: Float64Array) => values.reduce((sum, own) => sum + own, 0) / values.length;
