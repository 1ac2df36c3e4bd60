import { type ColumnType, type TableName, tables } from './tables.ts';

/** `clientIdentifier` is `client` in the lake, and `formerIdentifier` `former_client`; every other field has its name in snake case. */
export function lakeColumnOf(field: string): string {
  if (field === 'clientIdentifier') return 'client';
  if (field === 'formerIdentifier') return 'former_client';
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A table's name in SQL and in the catalogue. */
export const lakeTableOf = (table: TableName) => table.replaceAll('-', '_');

/** Columns of a lake table with their types: the client, the contract's, and where a row came from. */
export function lakeColumns(table: TableName): [name: string, type: ColumnType][] {
  const contract = Object.entries(tables[table].columns) as [string, ColumnType][];
  return [
    ['client', 'varchar'],
    ...contract.map(([field, type]): [string, ColumnType] => [lakeColumnOf(field), type]),
    ['delivery', 'varchar'],
    ['line', 'bigint'],
  ];
}
