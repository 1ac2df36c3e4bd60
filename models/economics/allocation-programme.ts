import type { AllocationProblem } from './allocation-problem.ts';

/** Numbers in a line of the programme, so that no line grows beyond what readers take. */
const termsALine = 8;

/**
 * An allocation as a programme in CPLEX's LP format: a column `x<client>_<intervention>` for each eligible pair.
 *
 * @param isWhole whether a client gets a whole intervention (default) or may get parts, which gives the linear
 *   bound
 */
export function allocationProgramme(problem: AllocationProblem, isWhole = true): string {
  const { interventions, benefit, costCents, budgetCents, capacity } = problem;
  const cells = [...benefit.keys()].filter((cell) => !Number.isNaN(benefit[cell]!));
  const isPerClient = costCents.length === benefit.length;
  const column = (cell: number) => `x${Math.floor(cell / interventions)}_${cell % interventions}`;
  const sum = (of: readonly number[], coefficient: (cell: number) => number) =>
    lines(of.map((cell) => term(coefficient(cell), column(cell))));
  const one = () => 1;
  const rows = [...byClient(problem, cells)].map(([client, own]) => `client${client}:${sum(own, one)} <= 1`);
  if (budgetCents < Infinity) {
    const cost = (cell: number) => costCents[isPerClient ? cell : cell % interventions]!;
    rows.push(`budget:${sum(cells, cost)} <= ${budgetCents}`);
  }
  for (let j = 0; j < interventions; j++) {
    const own = cells.filter((cell) => cell % interventions === j);
    if (capacity[j]! < own.length) rows.push(`place${j}:${sum(own, one)} <= ${Math.floor(capacity[j]!)}`);
  }
  rows.push(...floorRows(problem, cells, (own) => sum(own, one)));
  const integrality = isWhole ? `Binary\n${cells.map(column).join('\n')}\n` : '';
  const objective = sum(cells, (cell) => benefit[cell]!);
  // A programme needs a column even when nobody is eligible.
  return `Maximize\nbenefit:${objective} + 0 nothing\nSubject To\nnobody: nothing <= 0\n${rows.join('\n')}\n${integrality}End\n`;
}

/** The intervention whose column is 1 for each client; −1 = none. */
export function choiceOf(
  { clients, interventions, benefit }: AllocationProblem,
  columns: ReadonlyMap<string, number>,
): Int8Array {
  const choice = new Int8Array(clients).fill(-1);
  for (let cell = 0; cell < benefit.length; cell++) {
    const client = Math.floor(cell / interventions);
    const own = columns.get(`x${client}_${cell % interventions}`) ?? 0;
    if (own > 0.5) choice[client] = cell % interventions;
  }
  return choice;
}

function byClient({ interventions }: AllocationProblem, cells: readonly number[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const cell of cells) {
    const client = Math.floor(cell / interventions);
    const own = groups.get(client);
    if (own) own.push(cell);
    else groups.set(client, [cell]);
  }
  return groups;
}

function* floorRows(
  { floors = [], interventions }: AllocationProblem,
  cells: readonly number[],
  sum: (own: readonly number[]) => string,
): Generator<string> {
  for (const [floor, { groupOf, atLeast }] of floors.entries()) {
    for (let group = 0; group < atLeast.length; group++) {
      if (atLeast[group] === 0) continue;
      const own = cells.filter((cell) => groupOf[Math.floor(cell / interventions)] === group);
      yield `floor${floor}_${group}:${sum(own)} + 0 nothing >= ${atLeast[group]}`;
    }
  }
}

const term = (coefficient: number, column: string) =>
  `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} ${column}`;

function lines(terms: readonly string[]): string {
  let text = '';
  for (let at = 0; at < terms.length; at += termsALine)
    text += ` ${terms.slice(at, at + termsALine).join(' ')}\n`;
  return text.trimEnd();
}
