import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addTallies,
  binOf,
  countsOfMany,
  meanOf,
  populationBins,
  tallyOf,
} from '../../../models/evaluation/population-bins.ts';

const value = fc.oneof(
  fc.constant(0),
  fc.constant(Number.NaN),
  fc.integer({ min: -40, max: 400 }),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const column = fc.array(value, { minLength: 1, maxLength: 300 }).map((values) => Float64Array.from(values));
const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

describe('bins of a population', () => {
  it('hold tenths of values that are all different', () => {
    const bins = populationBins(Float64Array.from({ length: 100 }, (_, row) => row + 1));
    expect(bins).toEqual({ commonest: null, edges: [10, 20, 30, 40, 50, 60, 70, 80, 90] });
    expect(tallyOf(bins, Float64Array.of(10, 11, 90, 91, 1000, -5), 1).counts).toEqual([
      0, 0, 2, 1, 0, 0, 0, 0, 0, 0, 1, 2,
    ]);
  });

  it('keep the missing and the commonest value apart', () => {
    const bins = populationBins(Float64Array.of(0, 0, 0, 0, 1, 2, Number.NaN));
    expect(bins.commonest).toBe(0);
    expect([Number.NaN, 0, 1, 2].map((one) => binOf(bins, one))).toEqual([0, 1, 2, 3]);
    expect(binOf(bins, -1)).toBe(2);
  });

  it('hold a flag, one value alone, and nothing known', () => {
    expect(populationBins(Float64Array.of(0, 0, 1))).toEqual({ commonest: 0, edges: [] });
    expect(populationBins(Float64Array.of(7, 7))).toEqual({ commonest: 7, edges: [] });
    expect(populationBins(Float64Array.of(Number.NaN))).toEqual({ commonest: null, edges: [] });
  });

  it('tell no exact value of a person as an edge', () => {
    const costs = Float64Array.from({ length: 50 }, (_, row) => 123_456 + row * 7_919);
    for (const edge of populationBins(costs).edges) expect(Number(edge.toPrecision(2))).toBe(edge);
  });

  it('put every row in one bin, and rising values in no earlier one', () => {
    fc.assert(
      fc.property(column, (values) => {
        const bins = populationBins(values);
        const { counts } = tallyOf(bins, values, 100);
        expect(total(counts)).toBe(values.length);
        expect(counts).toEqual(
          counts.map((_, bin) => values.filter((one) => binOf(bins, one) === bin).length),
        );
        expect(bins.edges).toEqual([...new Set(bins.edges)].sort((a, b) => a - b));
        const others = [...values].filter((one) => !Number.isNaN(one) && one !== bins.commonest);
        const places = others.sort((a, b) => a - b).map((one) => binOf(bins, one));
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });
});

describe('a tally', () => {
  it('of parts is exactly that of the whole, in any order', () => {
    fc.assert(
      fc.property(column, fc.integer({ min: 0, max: 300 }), (values, cut) => {
        const bins = populationBins(values);
        const [first, second] = [values.slice(0, cut), values.slice(cut)];
        const tally = (part: Float64Array) => tallyOf(bins, part, 1e9);
        const whole = tally(values);
        expect(addTallies(tally(first), tally(second))).toEqual(whole);
        expect(addTallies(tally(second), tally(first))).toEqual(whole);
        expect(tally(values.slice().reverse())).toEqual(whole);
      }),
    );
  });

  it('knows the mean of the known', () => {
    const bins = populationBins(Float64Array.of(1, 2, 3));
    expect(meanOf(tallyOf(bins, Float64Array.of(1.5, 2.25, Number.NaN), 100), 100)).toBe(1.875);
    expect(meanOf(tallyOf(bins, Float64Array.of(Number.NaN), 100), 100)).toBeUndefined();
  });

  it('is not added to one of other bins', () => {
    expect(() => addTallies({ counts: [1, 2], sum: 0 }, { counts: [1], sum: 0 })).toThrow(
      'bins: expected 2, got 1',
    );
  });
});

describe('counts that are kept of training', () => {
  it('stand for no fewer than five people each, and add up to all rows', () => {
    fc.assert(
      fc.property(column, fc.integer({ min: 1, max: 9 }), (values, rowsEach) => {
        const bins = populationBins(values);
        const person = Int32Array.from(values, (_, row) => Math.floor(row / rowsEach));
        const counts = countsOfMany(bins, values, person, 5);
        expect(total(counts)).toBe(values.length);
        const people = counts.map(() => new Set<number>());
        for (const [row, one] of values.entries()) people[binOf(bins, one)]!.add(person[row]!);
        const largest = counts.indexOf(Math.max(...counts));
        counts.forEach((count, bin) => {
          if (count > 0 && bin !== largest) expect(people[bin]!.size).toBeGreaterThanOrEqual(5);
        });
      }),
    );
  });
});
