import {
  type ImplausibleKind,
  isLeftOut,
  type LeftOutRule,
  type PlausibilityRules,
} from '../../../data-contracts/schemas/plausibility.ts';
import type { TableName } from '../../../data-contracts/schemas/tables.ts';
import type { ImplausibleRows } from '../../core/ports/client-month-source.ts';

/** Tables of which the rules leave out something that there is. */
export const tablesLeftOutOf = (
  rules: PlausibilityRules,
  found: readonly ImplausibleRows[],
): ReadonlySet<TableName> =>
  new Set(
    found.filter(({ table, kind }) => isLeftOut(rules, table, kind)).map(({ table }) => table as TableName),
  );

/** Rows that the rules leave out, of `implausible_rows`. */
export const leftOutRows = ({ leftOut }: PlausibilityRules) =>
  `select table_name, delivery, line from implausible_rows where ${leftOut.map(conditionOf).join(' or ')}`;

const conditionOf = ({ kind, tables }: LeftOutRule) =>
  tables === undefined
    ? `${columnOf(kind)} = 1`
    : `(${columnOf(kind)} = 1 and table_name in (${tables.map((table) => `'${table}'`).join(', ')}))`;

export const columnOf = (kind: ImplausibleKind) => kind.replaceAll('-', '_');

/** Places of rows that are left out, as SQL knows them: lines by delivery. */
export type LeftOutPlaces = ReadonlyMap<TableName, ReadonlyMap<string, readonly number[]>>;

/** More rows are to be left out than one statement can name. */
export class TooManyLeftOut extends Error {
  readonly code = 'too-many-left-out';
}

/** A statement of Athena has at most 262,144 bytes, and says more than this. */
const mostCharacters = 150_000;

/** `is_withdrawn` of a table in which the rows at some places have been taken back. @throws TooManyLeftOut */
export function takenBackAt(places: ReadonlyMap<string, readonly number[]>): string {
  const at = [...places]
    .sort()
    .map(
      ([delivery, lines]) =>
        `(delivery = '${delivery.replaceAll("'", "''")}' and line in (${[...lines].sort((one, other) => one - other).join(', ')}))`,
    );
  const text = `case when ${at.join(' or ')} then 'yes' else is_withdrawn end as is_withdrawn`;
  if (text.length <= mostCharacters) return text;
  throw new TooManyLeftOut('client-months: more rows are to be left out than one statement can name');
}

/**
 * A table in which what is left out has been taken back.
 * @param delivered the table as it was delivered
 */
export function withLeftOutTakenBack(
  table: TableName,
  delivered: string,
  columns: readonly string[],
): string {
  const values = columns.map((column) =>
    column === 'is_withdrawn'
      ? `case when o.line is not null then 'yes' else t.is_withdrawn end as is_withdrawn`
      : `t.${column}`,
  );
  return `select ${values.join(', ')} from ${delivered} as t
    left join left_out as o on o.table_name = '${table}' and o.delivery = t.delivery and o.line = t.line`;
}
