import type { GetQueryResultsCommandOutput } from '@aws-sdk/client-athena';
import type { SqlRow, SqlValue } from '../lake/lake-engine.ts';

const numberTypes = new Set([
  'tinyint',
  'smallint',
  'integer',
  'bigint',
  'float',
  'real',
  'double',
  'decimal',
]);

/** The rows of a page of results by column. Athena’s first page begins with the columns’ names. */
export function rowsOfPage({ ResultSet }: GetQueryResultsCommandOutput, isFirst: boolean): SqlRow[] {
  const columns = ResultSet?.ResultSetMetadata?.ColumnInfo ?? [];
  const rows = ResultSet?.Rows ?? [];
  return rows
    .slice(isFirst ? 1 : 0)
    .map(({ Data = [] }) =>
      Object.fromEntries(
        columns.map(({ Name = '', Type = 'varchar' }, place) => [
          Name,
          sqlValueOf(Data[place]?.VarCharValue, Type),
        ]),
      ),
    );
}

/** A value that is not there is null. */
function sqlValueOf(text: string | undefined, type: string): SqlValue {
  if (text === undefined) return null;
  if (type === 'boolean') return text === 'true';
  return numberTypes.has(type) ? Number(text) : text;
}
