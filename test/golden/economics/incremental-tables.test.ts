import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { incrementalAnalysis } from '../../../models/economics/incremental-analysis.ts';

interface GoldenRow {
  readonly Strategy: string;
  readonly Cost: number;
  readonly Effect: number;
  readonly Inc_Cost: number | null;
  readonly Inc_Effect: number | null;
  readonly ICER: number | null;
  readonly Status?: 'ND' | 'ED' | 'D';
}

interface GoldenTable {
  readonly input: {
    readonly strategies: string | string[];
    readonly cost: number | number[];
    readonly effect: number | number[];
  };
  readonly expected_ran_here_dampack: GoldenRow[];
  readonly expected_published: GoldenRow[] | GoldenRow | { readonly first_strategy: string };
}

const tables: Record<string, GoldenTable> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'economics.json'), 'utf8'),
);
const isEmpty = (published: object) => Object.keys(published).length === 0;
const statuses = { ND: 'non-dominated', ED: 'extended-dominated', D: 'dominated' } as const;

describe('a published incremental table is met', () => {
  for (const [
    name,
    { input, expected_ran_here_dampack: ran, expected_published: published },
  ] of Object.entries(tables)) {
    const [costs, effects] = [[input.cost].flat(), [input.effect].flat()];
    const rows = incrementalAnalysis(
      [input.strategies].flat().map((strategy, at) => ({
        strategy,
        cost: costs[at]!,
        effect: effects[at]!,
      })),
    );

    it(`${name}, as computed`, () => expectRows(rows, ran));

    it.skipIf(isEmpty(published))(`${name}, as published (skipped where no published table is held)`, () => {
      if (Array.isArray(published)) expectRows(rows, published);
      else if ('first_strategy' in published) expect(rows[0]!.strategy).toBe(published.first_strategy);
      else expectRows(rows, [published]);
    });
  }

  it('and there are tables to meet', () => expect(Object.keys(tables).length).toBeGreaterThanOrEqual(4));
});

function expectRows(rows: ReturnType<typeof incrementalAnalysis>, expected: readonly GoldenRow[]): void {
  expect(rows.map(({ strategy }) => strategy)).toEqual(expected.map(({ Strategy }) => Strategy));
  rows.forEach((row, at) => {
    const golden = expected[at]!;
    expect(row.status).toBe(statuses[golden.Status ?? 'ND']);
    expectNear(row.cost, golden.Cost);
    expectNear(row.effect, golden.Effect);
    expectNear(row.incrementalCost, golden.Inc_Cost);
    expectNear(row.incrementalEffect, golden.Inc_Effect);
    expectNear(row.icer, golden.ICER);
  });
}

/** To 1e-9, relative above 1. */
function expectNear(got: number | null, golden: number | null): void {
  if (golden === null || got === null) expect(got).toBe(golden);
  else expect(Math.abs(got - golden)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(golden)));
}
