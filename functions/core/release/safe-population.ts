import type { SafeCount } from '../../../data-contracts/schemas/cohort.ts';
import { ageBand, ageBands } from '../../../data-contracts/vocabularies/age-bands.ts';
import type { Dweller, PeopleInCell, ScoreFilter } from '../ports/score-store.ts';
import { askableParts } from './askable-parts.ts';
import { smallestCell } from './small-cells.ts';

/** Counts of people are told in steps of this. */
const countStep = 5;

/** Of fewer people no share is told. */
const leastOfShare = 20;

/** A count of people as it is told. */
export const inSteps = (people: number) => Math.round(people / countStep) * countStep;

/** How many there are, and what of them may be asked for apart. */
interface Group {
  people: number;
  readonly parts: Map<string, Group>;
  askable: ReadonlySet<string>;
}

const emptyGroup = (): Group => ({ people: 0, parts: new Map(), askable: new Set() });

/**
 * Everyone scored, in cells of municipality and band of ages, each parted by service status, and that by living alone:
 * a partition that no question chooses. A cell of fewer than five is small: it is told of nowhere, and its people are
 * asked for with the county as a whole alone. Parts of a cell may be asked for as `askableParts` says; the people of
 * the others are asked for with their whole cell, and their status is not told. Whatever a question covers is counted
 * by adding up what is told of its parts: no two questions differ by fewer than five people.
 */
export class SafePopulation {
  readonly #cells = new Map<string, Group>();

  constructor(counted: readonly PeopleInCell[]) {
    for (const { clients, ...who } of counted) {
      let group = inGroup(this.#cells, cellOf(who), clients);
      for (const part of partsOf(who)) group = inGroup(group.parts, part, clients);
    }
    for (const cell of this.#cells.values()) settle(cell);
  }

  /** How many are scored, exact: for what must not be told. */
  get people(): number {
    return [...this.#cells.values()].reduce((sum, { people }) => sum + people, 0);
  }

  /** Whether somebody is one of too few to be asked for apart. */
  isSmall(where: Pick<Dweller, 'municipality' | 'ageYears'>): boolean {
    return this.#isSmall(cellOf(where));
  }

  /** The same, of a cell by its names. */
  isSmallCell({
    municipality,
    ageBand: band,
  }: {
    readonly municipality: string;
    readonly ageBand: string;
  }): boolean {
    return this.#isSmall(`${municipality} ${band}`);
  }

  /** Whether somebody's service status may be told, and asked for. */
  tellsStatus(who: Dweller): boolean {
    const cell = this.#cells.get(cellOf(who));
    return cell !== undefined && cell.people >= smallestCell && cell.askable.has(partsOf(who)[0]!);
  }

  /** Whether a question that somebody fits may be about them. */
  isAskable(who: Dweller, filter: ScoreFilter): boolean {
    if (isWhole(filter)) return true;
    if (this.isSmall(who)) return false;
    if (!isParted(filter)) return true;
    const [status, alone] = partsOf(who) as [string, string];
    if (!this.tellsStatus(who)) return false;
    return (
      filter.livesAlone === undefined || this.#cells.get(cellOf(who))!.parts.get(status)!.askable.has(alone)
    );
  }

  /** How many fit, exact: for what must not be told. */
  fitting(filter: ScoreFilter): number {
    return this.#fitting(filter).reduce((sum, { people }) => sum + people, 0);
  }

  /** How many fit, in steps of five; suppressed where all that fits is small. */
  eligible(filter: ScoreFilter): SafeCount {
    const told = this.#fitting(filter).filter(({ isTold }) => isTold);
    return told.length === 0 ? 'suppressed' : told.reduce((sum, { people }) => sum + inSteps(people), 0);
  }

  /**
   * Which part of those who fit may be asked for, of 0 to 1; undefined where fewer fit than the part is told of. Coarse
   * shares of it alone may be told.
   */
  shareAskable(filter: ScoreFilter): number | undefined {
    const all = this.fitting(filter);
    if (all < leastOfShare) return undefined;
    const asked = this.#fitting(filter).filter(({ isTold }) => isTold);
    return asked.reduce((sum, { people }) => sum + people, 0) / all;
  }

  #isSmall(cell: string): boolean {
    return (this.#cells.get(cell)?.people ?? 0) < smallestCell;
  }

  /** The smallest groups that a question covers whole. */
  #fitting(filter: ScoreFilter): { readonly people: number; readonly isTold: boolean }[] {
    return [...this.#cells]
      .filter(([cell]) => fits(cell, filter))
      .flatMap(([, cell]) => {
        const isTold = cell.people >= smallestCell;
        if (!isParted(filter)) return [{ people: cell.people, isTold }];
        return partsAsked(cell, filter.serviceStatuses, isTold).flatMap(({ part, isTold: isPartTold }) =>
          filter.livesAlone
            ? partsAsked(part, [filter.livesAlone], isPartTold).map(
                ({ part: alone, isTold: isAloneTold }) => ({
                  people: alone.people,
                  isTold: isAloneTold,
                }),
              )
            : [{ people: part.people, isTold: isPartTold }],
        );
      });
  }
}

/** Parts of a group by their names, all unless told. */
const partsAsked = ({ parts, askable }: Group, names: readonly string[] | undefined, isTold: boolean) =>
  [...parts]
    .filter(([name]) => !names || names.includes(name))
    .map(([name, part]) => ({ part, isTold: isTold && askable.has(name) }));

function inGroup(groups: Map<string, Group>, name: string, people: number): Group {
  const group = groups.get(name) ?? emptyGroup();
  group.people += people;
  groups.set(name, group);
  return group;
}

/** Says of a group, and of all in it, which parts may be asked for. */
function settle(group: Group): void {
  group.askable = askableParts(new Map([...group.parts].map(([name, { people }]) => [name, people])));
  for (const part of group.parts.values()) settle(part);
}

const cellOf = ({ municipality, ageYears }: Pick<Dweller, 'municipality' | 'ageYears'>) =>
  `${municipality} ${ageBand(ageYears)}`;

/** The part of somebody's cell, and its part: living alone is told of those who are known to. */
const partsOf = ({ serviceStatus, livesAlone }: Dweller): readonly string[] => [
  serviceStatus ?? '',
  livesAlone === 'yes' ? 'yes' : '',
];

function fits(cell: string, { municipalities, fromAgeYears = 0, toAgeYears = 200 }: ScoreFilter): boolean {
  const [municipality, band] = cell.split(' ') as [string, keyof typeof ageBands];
  const { fromYears } = ageBands[band];
  const isThere = municipalities === undefined || municipalities.includes(municipality);
  return isThere && fromYears >= fromAgeYears && fromYears <= toAgeYears;
}

/** Of a question, whom it is about. */
export const filterOf = ({
  municipalities,
  fromAgeYears,
  toAgeYears,
  serviceStatuses,
  livesAlone,
}: ScoreFilter): ScoreFilter => ({
  municipalities,
  fromAgeYears,
  toAgeYears,
  serviceStatuses,
  livesAlone,
});

/** Whether a question is about parts of cells. */
export const isParted = ({ serviceStatuses, livesAlone }: ScoreFilter) =>
  serviceStatuses !== undefined || livesAlone !== undefined;

/** Whether a question is about everybody whom the programme has scored. */
export const isWhole = (filter: ScoreFilter) =>
  Object.values(filterOf(filter)).every((asked) => asked === undefined);

/** Those who may be asked for by a question: the people of small cells by one about everybody alone. */
export async function* askable<Client extends Dweller>(
  batches: AsyncIterable<readonly Client[]>,
  population: SafePopulation,
  filter: ScoreFilter,
): AsyncGenerator<Client[]> {
  for await (const batch of batches) yield batch.filter((client) => population.isAskable(client, filter));
}
