import { missingnessAndCensoring } from '../../../models/evaluation/missingness-and-censoring.ts';
import type { SurvivalTable } from './cross-fit-order.ts';
import { numberPeople } from './landmark-rows.ts';
import type { MixedColumn } from './table-predictors.ts';

/** Whether a row has neither a number nor a text in a column. */
export const isMissing = ({ numbers, textOfRow }: MixedColumn, row: number): boolean =>
  Number.isNaN(numbers[row]) && textOfRow[row] === -1;

/**
 * Columns whose absence tells who is censored, the most telling first: weights for censoring that are the same for all
 * rows are then biased.
 */
export function columnsTellingOfCensoring({ columns, followUp, people }: SurvivalTable): MixedColumn[] {
  const checks = missingnessAndCensoring({
    followUp,
    person: numberPeople(people),
    names: columns.map((_, at) => String(at)),
    columns: columns.map((column) =>
      column.numbers.map((_, row) => (isMissing(column, row) ? Number.NaN : 0)),
    ),
  });
  return checks
    .filter(({ predictsCensoring }) => predictsCensoring)
    .sort((one, other) => Math.abs(other.z!) - Math.abs(one.z!))
    .map(({ name }) => columns[Number(name)]!);
}
