import { describe, expect, it } from 'vitest';
import { oneWaySensitivity, tornado, twoWaySensitivity } from '../../../models/economics/sensitivity.ts';

const base = { risk: 0.2, price: 100, ratio: 0.8 };
/** Net benefit of preventing part of a loss of 5,000. */
const netBenefit = (parameters: Readonly<Record<string, number>>) =>
  5000 * parameters.risk! * (1 - parameters.ratio!) - parameters.price!;

describe('sensitivity', () => {
  it('varies one parameter from end to end and leaves the others', () => {
    const { values, outcomes } = oneWaySensitivity(
      base,
      { parameter: 'risk', lower: 0, upper: 0.4 },
      netBenefit,
      4,
    );
    expect(values).toEqual([0, 0.1, 0.2, expect.closeTo(0.3, 12), 0.4]);
    expect(outcomes[0]).toBe(-100);
    expect(outcomes[4]).toBeCloseTo(300, 9);
  });

  it('two ways agrees with one way along its edges', () => {
    const [risk, ratio] = [
      { parameter: 'risk', lower: 0, upper: 0.4 },
      { parameter: 'ratio', lower: 0.8, upper: 1 },
    ];
    const { rows, columns, outcomes } = twoWaySensitivity(base, [risk, ratio], netBenefit, 4);
    expect(rows).toHaveLength(5);
    expect(outcomes.map((row) => row[0])).toEqual(oneWaySensitivity(base, risk, netBenefit, 4).outcomes);
    expect(outcomes[2]![4]).toBe(netBenefit({ ...base, risk: rows[2]!, ratio: columns[4]! }));
  });

  it('sorts the tornado by swing, whichever way a parameter works', () => {
    const { outcomeAtBase, bars } = tornado(
      base,
      [
        { parameter: 'price', lower: 90, upper: 120 },
        { parameter: 'risk', lower: 0.1, upper: 0.3 },
        { parameter: 'ratio', lower: 0.7, upper: 1 },
      ],
      netBenefit,
    );
    expect(outcomeAtBase).toBeCloseTo(100, 9);
    expect(bars.map(({ parameter }) => parameter)).toEqual(['ratio', 'risk', 'price']);
    expect(bars[2]).toMatchObject({ outcomeAtLower: expect.closeTo(110, 9), swing: expect.closeTo(30, 9) });
  });

  it('is refused for a parameter that the model does not have', () => {
    const range = { parameter: 'luck', lower: 0, upper: 1 };
    expect(() => oneWaySensitivity(base, range, netBenefit)).toThrow('parameter: expected one of the base’s');
    const empty = { parameter: 'risk', lower: 1, upper: 0 };
    expect(() => tornado(base, [empty], netBenefit)).toThrow('risk: expected lower ≤ upper');
  });
});
