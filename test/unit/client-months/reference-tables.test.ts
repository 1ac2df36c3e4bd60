import { describe, expect, it } from 'vitest';
import olderPeople from '../../../data-contracts/programmes/older-people.json' with { type: 'json' };
import { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { UnitCost } from '../../../data-contracts/schemas/unit-cost.ts';
import { serviceAreas, serviceForms } from '../../../data-contracts/vocabularies/national-codes/index.ts';
import {
  AmbiguousUnitCost,
  referenceTables,
} from '../../../functions/core/client-months/reference-tables.ts';

const programme = Programme.parse(olderPeople);
const price: UnitCost = {
  unitCostId: 'a',
  serviceGroup: 'therapy',
  per: 'contact',
  amountCents: 5_000,
  priceYear: 2024,
  source: 'made up for the test',
  evidence: 'demonstration',
};

describe('referenceTables', () => {
  it('have as many values in a row as columns', () => {
    for (const { columns, rows } of Object.values(referenceTables(programme, [price]))) {
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter((row) => row.length !== Object.keys(columns).length)).toEqual([]);
    }
  });

  it('give every service area and form a service group, but for those that are neither care nor a contact of older people', () => {
    const { rows } = referenceTables(programme, []).service_group_rules;
    const covered = new Set(rows.flatMap(([, area, form]) => [area, form]));
    const uncovered = [...Object.keys(serviceAreas), ...Object.keys(serviceForms)].filter(
      (code) => !covered.has(code),
    );
    const other = [
      '8',
      'T21',
      'T22',
      'T23',
      'T24',
      'T25',
      'T26',
      'T27',
      'T28',
      'T30',
      'T31',
      'T35',
      'T52',
      'T58',
      'T60',
      'T90',
    ];
    expect(uncovered).toEqual(other);
  });

  it('keep the order of the service-group rules, of which the first match wins', () => {
    const numbers = referenceTables(programme, []).service_group_rules.rows.map(([number]) => number);
    expect(numbers).toEqual(numbers.map((_, index) => index));
  });

  it('refuse two unit costs for one service group', () => {
    const other = { ...price, unitCostId: 'b' };
    expect(() => referenceTables(programme, [price, other])).toThrow(AmbiguousUnitCost);
  });
});
