import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highsProgrammeSolver } from '../../../functions/adapters/highs/highs-programme-solver.ts';
import { type Allocation, type AllocationProblem, allocate } from '../../../models/economics/allocate.ts';
import { allocateExactly } from '../../../models/economics/allocate-exactly.ts';
import { allocationProgramme } from '../../../models/economics/allocation-programme.ts';
import { randomAllocation } from './random-allocation.ts';

const solve = await highsProgrammeSolver();

const smallProblem = fc
  .record({
    clients: fc.integer({ min: 1, max: 25 }),
    interventions: fc.integer({ min: 1, max: 5 }),
    seed: fc.integer({ min: 0, max: 1e6 }),
    hasEquals: fc.boolean(),
  })
  .map(randomAllocation);

/** Everything that an allocation must keep, whoever made it. */
function expectFeasible(
  problem: AllocationProblem,
  { chosen, totalCostCents, placesTaken }: Allocation,
): void {
  expect(totalCostCents).toBeLessThanOrEqual(problem.budgetCents);
  placesTaken.forEach((taken, j) => {
    expect(taken).toBeLessThanOrEqual(problem.capacity[j]!);
    expect(taken).toBe(chosen.filter((own) => own === j).length);
  });
  chosen.forEach((own, client) => {
    if (own >= 0) expect(problem.benefit[client * problem.interventions + own]).not.toBeNaN();
  });
}

describe('an allocation', () => {
  it('keeps budget, places and eligibility, and lies between nothing and the bound', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const allocation = allocate(problem);
        expectFeasible(problem, allocation);
        expect(allocation.totalBenefit).toBeGreaterThanOrEqual(0);
        expect(allocation.totalBenefit).toBeLessThanOrEqual(allocation.upperBound);
      }),
    );
  });

  it('does not overdraw the budget by the rounding of broken cents', () => {
    for (let seed = 0; seed < 20; seed++) {
      const { costCents, ...rest } = randomAllocation({ clients: 2000, interventions: 4, seed });
      const problem = { ...rest, costCents: costCents.map((cost) => cost / 700) };
      const budgetCents = problem.budgetCents / 700;
      expectFeasible({ ...problem, budgetCents }, allocate({ ...problem, budgetCents }));
    }
  });

  it('is bounded by the linear bound or above it, which bounds the proved optimum', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const [fast, exact] = [allocate(problem), allocateExactly(problem, solve)];
        const linear = solve(allocationProgramme(problem, false)).objective;
        const slack = 1e-6 * Math.max(1, linear);
        expectFeasible(problem, exact);
        expect(fast.totalBenefit).toBeLessThanOrEqual(exact.totalBenefit + slack);
        expect(exact.totalBenefit).toBeLessThanOrEqual(linear + slack);
        expect(linear).toBeLessThanOrEqual(fast.upperBound + slack);
      }),
      { numRuns: 60 },
    );
  });

  it('is within a thousandth of the linear bound of a few thousand clients, with and without equals', () => {
    for (const hasEquals of [false, true]) {
      const problem = randomAllocation({ clients: 5000, interventions: 8, seed: 3, hasEquals });
      const allocation = allocate(problem);
      expectFeasible(problem, allocation);
      expect(allocation.gapShare).toBeLessThan(0.001);
    }
  });

  it('meets every floor that can be met, and says how many were served of each', () => {
    for (const hasEquals of [false, true]) {
      const wanted = { clients: 3000, interventions: 6, seed: 5, hasEquals, flooredGroups: 7 };
      const problem = randomAllocation(wanted);
      const allocation = allocate(problem);
      expectFeasible(problem, allocation);
      expect(allocation.floors).toHaveLength(7);
      for (const { served, atLeast } of allocation.floors) expect(served).toBeGreaterThanOrEqual(atLeast);
      expect(allocation.gapShare).toBeLessThan(0.01);
    }
  });

  it('keeps to the budget and tells what is missing when a floor asks for more than there is', () => {
    const floors = [{ groupOf: [0, 0, 0], atLeast: [3] }];
    const problem = { ...threeEquals, floors, budgetCents: 200, capacity: [Infinity] };
    const allocation = allocate(problem);
    expect(allocation.totalCostCents).toBe(200);
    expect(allocation.floors).toEqual([{ floor: 0, group: 0, atLeast: 3, served: 2 }]);
    expect(() => allocateExactly(problem, solve)).toThrow('floors: expected what budget and places allow');
  });

  it('gives nothing of what there is none of, and the rest all the same', () => {
    const problem = randomAllocation({ clients: 1000, interventions: 4, seed: 4 });
    const capacity = [0, 0.9, 50, 1000];
    const allocation = allocate({ ...problem, capacity });
    expect([...allocation.placesTaken.subarray(0, 2)]).toEqual([0, 0]);
    expect(allocation.gapShare).toBeLessThan(0.001);
    const free = { ...threeEquals, interventions: 2, benefit: Float64Array.of(5, 1, 5, 1, 5, 1) };
    const noMoney = { ...free, costCents: Float64Array.of(1, 0), budgetCents: 0, capacity: [3, 3] };
    expect([...allocate(noMoney).chosen]).toEqual([1, 1, 1]);
  });

  it('serves at a loss only where a floor asks for it', () => {
    const problem = { ...threeEquals, benefit: Float64Array.of(-1, -2, -3) };
    expect(allocate(problem).served).toBe(0);
    const floors = [{ groupOf: [-1, 0, 0], atLeast: [1] }];
    expect([...allocate({ ...problem, floors }).chosen]).toEqual([-1, 0, -1]);
  });

  it('mixes two interventions among equals as the budget needs it', () => {
    const clients = 100;
    const benefit = Float64Array.from({ length: 200 }, (_, cell) => (cell % 2 === 0 ? 10 : 6));
    const costCents = Float64Array.of(10, 3);
    const capacity = [Infinity, Infinity];
    const problem = { clients, interventions: 2, benefit, costCents, budgetCents: 600, capacity, seed: 1 };
    expect(allocate(problem).totalBenefit).toBe(allocateExactly(problem, solve).totalBenefit);
    expect(allocate(problem).totalBenefit).toBe(42 * 10 + 58 * 6);
  });

  it('is the same for the same seed', () => {
    const problem = randomAllocation({ clients: 400, interventions: 4, seed: 9, hasEquals: true });
    expect(allocate(problem)).toEqual(allocate(problem));
  });

  it('is the exact one on one intervention whose places alone are scarce', () => {
    const benefit = Float64Array.from({ length: 50 }, (_, client) => (client * 37) % 53);
    const none = Float64Array.of(0);
    const problem = {
      clients: 50,
      interventions: 1,
      benefit,
      costCents: none,
      budgetCents: Infinity,
      seed: 2,
    };
    const { chosen, gapShare } = allocate({ ...problem, capacity: [10] });
    const tenth = Float64Array.from(benefit).sort().at(-10)!;
    expect([...chosen]).toEqual([...benefit].map((own) => (own >= tenth ? 0 : -1)));
    expect(gapShare).toBeLessThan(0.01);
  });
});

const threeEquals: AllocationProblem = {
  clients: 3,
  interventions: 1,
  benefit: Float64Array.of(5, 5, 5),
  costCents: Float64Array.of(100),
  budgetCents: Infinity,
  capacity: [1],
  seed: 1,
};

describe('the lot', () => {
  it('gives each of the equals the same chance, and says what it was', () => {
    const wins = [0, 0, 0];
    for (let seed = 0; seed < 600; seed++) {
      const { chosen, isDrawnByLot, probabilityServed } = allocate({ ...threeEquals, seed });
      wins[chosen.indexOf(0)]!++;
      expect([...isDrawnByLot]).toEqual([1, 1, 1]);
      expect([...probabilityServed]).toEqual([1 / 3, 1 / 3, 1 / 3]);
    }
    for (const won of wins) expect(Math.abs(won - 200)).toBeLessThan(4 * Math.sqrt((600 * 2) / 9));
  });

  it('is not drawn where all equals are served, or who is served has more to gain', () => {
    expect([...allocate({ ...threeEquals, capacity: [3] }).isDrawnByLot]).toEqual([0, 0, 0]);
    const unequal = allocate({ ...threeEquals, benefit: Float64Array.of(5, 5.01, 4.99) });
    expect([...unequal.chosen]).toEqual([-1, 0, -1]);
    expect([...unequal.isDrawnByLot]).toEqual([0, 0, 0]);
    expect([...unequal.probabilityServed]).toEqual([0, 1, 0]);
  });

  it('does not mix those in different groups of a floor', () => {
    const floors = [{ groupOf: [0, 1, 1], atLeast: [1, 0] }];
    const { chosen, isDrawnByLot } = allocate({ ...threeEquals, floors });
    expect([...chosen]).toEqual([0, -1, -1]);
    expect([...isDrawnByLot]).toEqual([0, 0, 0]);
  });
});

describe('a problem that is none', () => {
  const wrong: [string, Partial<AllocationProblem>, string][] = [
    ['has too few benefits', { benefit: Float64Array.of(1) }, 'benefit: expected 3 numbers, got 1'],
    [
      'has an infinite benefit',
      { benefit: Float64Array.of(1, Infinity, 1) },
      'benefit[1]: expected a finite',
    ],
    [
      'has a negative cost',
      { costCents: Float64Array.of(-1) },
      'costCents[0]: expected a finite number from 0',
    ],
    ['has no budget', { budgetCents: Number.NaN }, 'budgetCents: expected a number from 0, got NaN'],
    ['has negative places', { capacity: [-1] }, 'capacity[0]: expected a number from 0, got -1'],
    ['has half a seed', { seed: 0.5 }, 'seed: expected a whole number'],
    [
      'has no such group',
      { floors: [{ groupOf: [0, 0, 1], atLeast: [1] }] },
      'groupOf: expected -1 to 0, got 1',
    ],
    [
      'has a floor below 0',
      { floors: [{ groupOf: [0, 0, 0], atLeast: [-1] }] },
      'atLeast[0]: expected a whole',
    ],
  ];
  for (const [what, change, message] of wrong) {
    it(`is refused when it ${what}`, () => {
      expect(() => allocate({ ...threeEquals, ...change })).toThrow(message);
    });
  }
});
