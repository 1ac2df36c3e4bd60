import type { SafeCount } from '../../../data-contracts/schemas/cohort.ts';
import { ageBand, ageBands } from '../../../data-contracts/vocabularies/age-bands.ts';
import type { PeopleInCell, ScoreFilter } from '../ports/score-store.ts';
import { smallestCell } from './small-cells.ts';

/** Counts of people are told in steps of this. */
const countStep = 5;

/** A count of people as it is told. */
export const inSteps = (people: number) => Math.round(people / countStep) * countStep;

/** Where somebody lives and how old they are, as far as either may be asked about. */
export interface Dweller {
  readonly municipality: string;
  readonly ageYears: number;
}

/**
 * Everyone scored, by municipality and band of ages: a partition that no question chooses. A cell of fewer than five
 * is small: it is told of nowhere, and its people are asked for with the county as a whole alone. Whatever a
 * question covers is counted by adding up what is told of its cells, so that no two counts differ by a small one.
 */
export class SafePopulation {
  readonly #cells = new Map<string, number>();

  constructor(people: readonly PeopleInCell[]) {
    for (const { clients, ...where } of people) {
      const cell = cellOf(where);
      this.#cells.set(cell, (this.#cells.get(cell) ?? 0) + clients);
    }
  }

  /** How many are scored, exact: for what must not be told. */
  get people(): number {
    return [...this.#cells.values()].reduce((sum, clients) => sum + clients, 0);
  }

  /** Whether somebody is one of too few to be asked for apart. */
  isSmall(where: Dweller): boolean {
    return (this.#cells.get(cellOf(where)) ?? 0) < smallestCell;
  }

  /** The same, of a cell by its names. */
  isSmallCell({
    municipality,
    ageBand: band,
  }: {
    readonly municipality: string;
    readonly ageBand: string;
  }): boolean {
    return (this.#cells.get(`${municipality} ${band}`) ?? 0) < smallestCell;
  }

  /** How many fit, exact: for what must not be told. */
  fitting(filter: ScoreFilter): number {
    return [...this.#cells].reduce((sum, [cell, clients]) => sum + (fits(cell, filter) ? clients : 0), 0);
  }

  /** How many fit, in steps of five; suppressed where all that fits is small. */
  eligible(filter: ScoreFilter): SafeCount {
    const told = [...this.#cells]
      .filter(([cell, clients]) => clients >= smallestCell && fits(cell, filter))
      .map(([, clients]) => inSteps(clients));
    return told.length === 0 ? 'suppressed' : told.reduce((sum, clients) => sum + clients, 0);
  }
}

const cellOf = ({ municipality, ageYears }: Dweller) => `${municipality} ${ageBand(ageYears)}`;

function fits(cell: string, { municipalities, fromAgeYears = 0, toAgeYears = 200 }: ScoreFilter): boolean {
  const [municipality, band] = cell.split(' ') as [string, keyof typeof ageBands];
  const { fromYears } = ageBands[band];
  const isThere = municipalities === undefined || municipalities.includes(municipality);
  return isThere && fromYears >= fromAgeYears && fromYears <= toAgeYears;
}

/** Of a question, where the people live and how old they are whom it is about. */
export const filterOf = ({ municipalities, fromAgeYears, toAgeYears }: ScoreFilter): ScoreFilter => ({
  municipalities,
  fromAgeYears,
  toAgeYears,
});

/** Whether a question is about everybody whom the programme has scored. */
export const isWhole = ({ municipalities, fromAgeYears, toAgeYears }: ScoreFilter) =>
  municipalities === undefined && fromAgeYears === undefined && toAgeYears === undefined;

/** Those who may be asked for by a question: the people of small cells by one about everybody alone. */
export async function* askable<Client extends Dweller>(
  batches: AsyncIterable<readonly Client[]>,
  population: SafePopulation,
  filter: ScoreFilter,
): AsyncGenerator<Client[]> {
  for await (const batch of batches)
    yield isWhole(filter) ? [...batch] : batch.filter((client) => !population.isSmall(client));
}
