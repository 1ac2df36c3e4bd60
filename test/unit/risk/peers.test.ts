import { describe, expect, it } from 'vitest';
import { learnPeers, typicalPeers } from '../../../models/risk/peers.ts';

/** Five hundred people: the old live alone, the young do not; of men there are few, and none of the old is one. */
const rows = 500;
const age = Float64Array.from({ length: rows }, (_, row) => (row % 2 ? 90 : 70));
const male = Float64Array.from({ length: rows }, (_, row) => (row % 20 === 0 ? 1 : 0));
const alone = age.map((years) => (years === 90 ? 1 : 0));
const rai = age.map((years, row) => (years === 90 ? row % 3 : Number.NaN));
const names = ['age', 'male', 'alone', 'rai'];
const table = { names, rows, columns: [age, male, alone, rai] };
const peers = learnPeers(table, { age: [80], male: [1] });
const one = (...values: number[]) => ({
  names,
  rows: 1,
  columns: values.map((value) => Float64Array.of(value)),
});
const typicalOf = (...values: number[]) =>
  typicalPeers(one(...values), names, peers).columns.map((column) => column[0]);

describe('a typical peer', () => {
  it('is of one’s own age and sex, and otherwise as most of the same age and sex are', () => {
    expect(typicalOf(93, 0, 0, Number.NaN)).toEqual([93, 0, 1, 1]);
    expect(typicalOf(66, 0, 1, 4)).toEqual([66, 0, 0, Number.NaN]);
  });

  it('is as those of the same age are where too few are of the same sex besides', () => {
    expect(Object.keys(peers.typical)).toEqual(['', '/0', '/0/0', '/1', '/1/0']);
    expect(typicalOf(93, 1, 0, Number.NaN)).toEqual([93, 1, 1, 1]);
  });

  it('is as all are where the age is not known', () => {
    expect(typicalOf(Number.NaN, 0, 1, 2).slice(1)).toEqual([0, 0, 1]);
  });

  it('is anybody where no cut is told, whichever order the columns come in', () => {
    const all = learnPeers(table, {});
    const turned = { names: ['rai', 'alone', 'age', 'male'], rows: 1, columns: one(9, 1, 99, 1).columns };
    expect(typicalPeers(turned, names, all).columns.map((column) => column[0])).toEqual([70, 0, 0, 1]);
  });

  it('is told in JSON as it was learnt', () => {
    expect(JSON.parse(JSON.stringify(peers))).toEqual(peers);
  });
});
