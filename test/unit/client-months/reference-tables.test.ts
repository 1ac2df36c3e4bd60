import { describe, expect, it } from 'vitest';
import olderPeople from '../../../data-contracts/programmes/older-people.json' with { type: 'json' };
import { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { UnitCost } from '../../../data-contracts/schemas/unit-cost.ts';
import { serviceAreas } from '../../../data-contracts/vocabularies/service-areas.ts';
import { serviceForms } from '../../../data-contracts/vocabularies/service-forms.ts';
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

  it('give every service area and form of the vocabularies a service group', () => {
    const { rows } = referenceTables(programme, []).service_group_rules;
    const covered = new Set(rows.flatMap(([, area, form]) => [area, form]));
    const uncovered = [...Object.keys(serviceAreas), ...Object.keys(serviceForms)].filter(
      (code) => !covered.has(code),
    );
    expect(uncovered).toEqual([]);
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
