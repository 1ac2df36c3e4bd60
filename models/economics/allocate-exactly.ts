import { allocationOf } from './allocate.ts';
import { allocationPrices } from './allocation-prices.ts';
import { type Allocation, type AllocationProblem, checkAllocationProblem } from './allocation-problem.ts';
import { allocationProgramme, choiceOf } from './allocation-programme.ts';
import { equalClients } from './equal-clients.ts';
import { Places } from './places.ts';

/** What a solver of linear and integer programmes found. */
export interface SolvedProgramme {
  /** Only an optimum that the solver has proved. */
  readonly status: 'optimal' | 'infeasible' | 'unproved';
  readonly objective: number;
  /** Value of each column that is not 0. */
  readonly columns: ReadonlyMap<string, number>;
}

/** Solves a programme written in CPLEX's LP format. */
export type ProgrammeSolver = (programme: string) => SolvedProgramme;

/** The floors ask for more than budget, places and eligibility allow; or the solver proved nothing. */
export class NoExactAllocation extends Error {
  readonly code: 'floors-cannot-be-met' | 'unproved';

  constructor(code: NoExactAllocation['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * The same allocation as `allocate`, with a proved optimum, for up to some ten thousand pairs of client and
 * intervention. `upperBound` is the optimum itself.
 *
 * @throws RangeError as `allocate` does; NoExactAllocation when there is none, or none was proved
 */
export function allocateExactly(problem: AllocationProblem, solve: ProgrammeSolver): Allocation {
  checkAllocationProblem(problem);
  const solved = solve(allocationProgramme(problem));
  if (solved.status === 'infeasible') {
    throw new NoExactAllocation('floors-cannot-be-met', 'floors: expected what budget and places allow');
  }
  if (solved.status !== 'optimal') throw new NoExactAllocation('unproved', 'no optimum was proved');
  const choice = choiceOf(problem, solved.columns);
  const { budgetLeftCents, placesLeft } = new Places(problem, choice);
  if (budgetLeftCents < -1e-6 || placesLeft.some((left) => left < 0)) {
    throw new NoExactAllocation('unproved', 'the solver’s answer exceeds budget or places');
  }
  const groups = equalClients(problem);
  const allocation = allocationOf(problem, groups, choice, allocationPrices(problem, groups).prices);
  return { ...allocation, upperBound: allocation.totalBenefit, gapShare: 0 };
}
