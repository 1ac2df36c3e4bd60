import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Concordance,
  harrellConcordance,
  unoConcordance,
  wolbersConcordance,
} from '../../../models/evaluation/concordance.ts';
import { censoringSurvival } from '../../../models/survival/censoring.ts';
import { eventTable } from '../../../models/survival/event-table.ts';
import { valueJustBefore } from '../../../models/survival/step-curve.ts';
import { horizon, type PredictedRows, predictedRows } from './predicted-rows.ts';

type PairWeight = (early: number, other: number) => number;

/** Second way: all pairs, i with the outcome, j the one it is compared with. */
function naive({ followUp: { time, event }, probability }: PredictedRows, weight: PairWeight): number {
  let [right, all] = [0, 0];
  for (let i = 0; i < time.length; i++) {
    for (let j = 0; j < time.length; j++) {
      if (i === j || event[i] !== 1 || time[i]! > horizon) continue;
      const own = weight(i, j);
      const [a, b] = [probability[i]!, probability[j]!];
      right += own * (a > b ? 1 : a === b ? 0.5 : 0);
      all += own;
    }
  }
  return right / all;
}

const isLater = ({ followUp: { time, event } }: PredictedRows, i: number, j: number) =>
  time[j]! > time[i]! || (time[j] === time[i] && event[j] !== 1);

/** A sample may have no comparable pair at all. */
const same = (found: Concordance, expected: number) => {
  if (Number.isNaN(expected)) expect(found.index).toBeNaN();
  else expect(found.index).toBeCloseTo(expected, 9);
};

describe("Harrell's C", () => {
  it('agrees with counting all pairs', () => {
    fc.assert(
      fc.property(predictedRows(), (rows) => {
        const expected = naive(rows, (i, j) => (isLater(rows, i, j) ? 1 : 0));
        same(harrellConcordance(rows.followUp, rows.probability, { horizon }), expected);
      }),
    );
  });
});

describe("Wolbers' C", () => {
  it('agrees with counting all pairs, those with an earlier competing event among them', () => {
    fc.assert(
      fc.property(predictedRows(), (rows) => {
        const { time, event } = rows.followUp;
        const censoring = censoringSurvival(eventTable(rows.followUp));
        const uncensored = (row: number) => valueJustBefore(censoring, time[row]!);
        const expected = naive(rows, (i, j) => {
          if (isLater(rows, i, j)) return 1 / uncensored(i) ** 2;
          return event[j]! > 1 ? 1 / (uncensored(i) * uncensored(j)) : 0;
        });
        same(wolbersConcordance(rows.followUp, rows.probability, { horizon }), expected);
      }),
    );
  });

  it("is Uno's with one cause, and both are Harrell's without censoring before the horizon", () => {
    fc.assert(
      fc.property(predictedRows(1), ({ followUp, probability }) => {
        const uno = unoConcordance(followUp, probability, { horizon });
        same(wolbersConcordance(followUp, probability, { horizon }), uno.index);
        const seen = {
          ...followUp,
          event: followUp.event.map((event, row) => (followUp.time[row]! < horizon ? 1 : event)),
        };
        const harrell = harrellConcordance(seen, probability, { horizon });
        same(unoConcordance(seen, probability, { horizon }), harrell.index);
      }),
    );
  });
});

describe('the standard error', () => {
  it("is not fooled by a person's rows being there twice, as it is by rows taken for other people", () => {
    const rows = {
      time: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8),
      event: Uint8Array.of(1, 1, 0, 1, 2, 1, 0, 1),
    };
    const prediction = Float64Array.of(0.9, 0.3, 0.5, 0.6, 0.2, 0.4, 0.1, 0.3);
    const twice = {
      time: Float64Array.of(...rows.time, ...rows.time),
      event: Uint8Array.of(...rows.event, ...rows.event),
    };
    const both = Float64Array.of(...prediction, ...prediction);
    const once = harrellConcordance(rows, prediction);
    const samePerson = harrellConcordance(twice, both, {
      personOfRow: Int32Array.from({ length: 16 }, (_, row) => row % 8),
    });
    const others = harrellConcordance(twice, both);
    expect(samePerson.index).toBeCloseTo(once.index, 12);
    expect(samePerson.standardError).toBeCloseTo(once.standardError, 12);
    expect(others.standardError).toBeCloseTo(once.standardError / Math.SQRT2, 12);
  });
});
