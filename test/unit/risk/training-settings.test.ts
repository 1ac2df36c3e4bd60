import { describe, expect, it } from 'vitest';
import { settingsFor, strengthOf } from '../../../models/risk/training-settings.ts';

/** Rows that networks read in their steps, and that rounds of trees are grown on, of a whole training. */
function workOf(rows: number): { network: number; trees: number } {
  const settings = settingsFor(rows);
  const { innerParts, innerSplits, choosingSplits, networks, batchRows, trees, treeRounds } = settings;
  const learnt = Math.round((rows * (innerParts - 1)) / innerParts);
  const stepsOn = (count: number) => strengthOf(settings.strengths[0]!, count, settings).steps;
  const tried = innerSplits + choosingSplits * (settings.strengths.length - 1);
  const seen = (count: number) => Math.min(trees.mostRows, trees.rowShare * count);
  return {
    network: batchRows * (tried * stepsOn(learnt) + Math.max(0, networks - innerSplits) * stepsOn(rows)),
    trees: treeRounds.at(-1)! * (innerSplits * seen(learnt) + seen(rows)),
  };
}

describe('the settings', () => {
  it('never do half the work for one row more', () => {
    for (const border of [1500, 2000, 3000, 4000, 5000, 10_000, 20_000, 100_000, 200_000, 600_000]) {
      const [below, at] = [workOf(border - 1), workOf(border)];
      expect(at.network / below.network).toBeGreaterThan(0.5);
      expect(at.trees / below.trees).toBeGreaterThan(0.5);
    }
  });

  it('read each row at most 50 times for all networks together where there are many', () => {
    for (const rows of [20_000, 54_272, 99_999, 198_572, 200_000, 400_000])
      expect(workOf(rows).network / rows).toBeLessThan(50);
  });

  it('judge on more than one part of the people, whatever their number', () => {
    for (const rows of [300, 3000, 30_000, 300_000]) expect(settingsFor(rows).innerSplits).toBeGreaterThan(1);
  });
});
