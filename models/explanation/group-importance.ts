import { horizonFigures, predictionsAtHorizon } from '../evaluation/horizon-figures.ts';
import { numberPeople } from '../evaluation/person-bootstrap.ts';
import { rowsByPerson } from '../risk/people.ts';
import type { PredictorTable } from '../risk/predictor-table.ts';
import { drawsFor, shuffledPositions } from '../risk/random-draws.ts';
import type { FollowUp } from '../survival/follow-up.ts';
import { type AskedModel, withColumns } from './asked-model.ts';

/** How much a group of predictors matters to the predictions at one horizon. */
export interface ImportanceAtHorizon {
  readonly horizon: number;
  /** Mean size of the group's contributions, in probability. */
  readonly meanAbsoluteContribution: number;
  /** AUC lost, and Brier score gained, when other people's values stand in for the group's; null: no estimate. */
  readonly aucFall: number | null;
  readonly brierRise: number | null;
}

export interface GroupImportance {
  readonly group: string;
  readonly horizons: readonly ImportanceAtHorizon[];
}

/** Rows on which a model's use of its predictors is measured. */
export interface ImportanceInput {
  readonly predictors: PredictorTable;
  readonly followUp: FollowUp;
  /** Row to person; a person's rows take the values of one other person. Any whole numbers. */
  readonly person: ArrayLike<number>;
  readonly horizons: readonly number[];
  readonly groupNames: readonly string[];
  /** Predictor name to its group. */
  readonly groups: Readonly<Record<string, string>>;
  /** rows × horizons × groups, in probability */
  readonly contributions: Float64Array;
  readonly seed: number;
}

/**
 * Importance of each group: the mean size of its contributions, and what the predictions lose when its
 * predictors are dealt out anew among people, together, so that they keep their ties among themselves and lose
 * those with everything else. Same seed, same deal, for every group.
 *
 * @source Breiman 2001, Mach Learn 45:5, section 10; by group: Au et al. 2022, Data Min Knowl Disc 36:1401
 */
export async function groupImportance(input: ImportanceInput, ask: AskedModel): Promise<GroupImportance[]> {
  const whole = figuresOf(input, await ask(input.predictors));
  const donor = donorRows(input.person, input.seed);
  const found: GroupImportance[] = [];
  for (const [at, group] of input.groupNames.entries()) {
    const dealt = withColumns(input.predictors, (position) => {
      const column = input.predictors.columns[position]!;
      const isOfGroup = input.groups[input.predictors.names[position]!] === group;
      return isOfGroup ? column.map((_, row) => column[donor[row]!]!) : undefined;
    });
    const without = figuresOf(input, await ask(dealt));
    const horizons = input.horizons.map((horizon, h) => ({
      horizon,
      meanAbsoluteContribution: meanSize(input, at, h),
      aucFall: finite(whole[h]!.auc - without[h]!.auc),
      brierRise: finite(without[h]!.brier - whole[h]!.brier),
    }));
    found.push({ group, horizons });
  }
  return found;
}

function figuresOf({ followUp, horizons }: ImportanceInput, probability: Float64Array) {
  return horizons.map((horizon, h) => {
    const own = probability.filter((_, cell) => cell % horizons.length === h);
    const [auc, brier] = horizonFigures(predictionsAtHorizon(followUp, horizon, own), ['auc', 'brier']);
    return { auc: auc!, brier: brier! };
  });
}

const finite = (figure: number) => (Number.isFinite(figure) ? figure : null);

function meanSize({ contributions, groupNames, horizons }: ImportanceInput, group: number, horizon: number) {
  const width = horizons.length * groupNames.length;
  let [sum, rows] = [0, 0];
  for (let at = horizon * groupNames.length + group; at < contributions.length; at += width) {
    sum += Math.abs(contributions[at]!);
    rows += 1;
  }
  return sum / rows;
}

/** A stream of draws of its own. */
const dealing = 301;

/** For each row the row whose values it takes: of the next person in a ring in random order, so never its own. */
function donorRows(person: ArrayLike<number>, seed: number): Int32Array {
  const { people, personOfRow } = numberPeople(person);
  const rowsOf = rowsByPerson(personOfRow);
  const ring = shuffledPositions(people, drawsFor(seed, dealing));
  const giver = new Int32Array(people);
  ring.forEach((one, place) => {
    giver[one] = ring[(place + 1) % people]!;
  });
  const taken = new Int32Array(people);
  return personOfRow.map((one) => {
    const given = rowsOf[giver[one]!]!;
    return given[taken[one]!++ % given.length]!;
  });
}
