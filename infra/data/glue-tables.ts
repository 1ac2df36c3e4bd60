import { z } from 'zod';
import { ClientMonth } from '../../data-contracts/schemas/client-month.ts';
import { IsoDay } from '../../data-contracts/schemas/fields.ts';
import { lakeColumns, lakeTableOf } from '../../data-contracts/schemas/lake-columns.ts';
import { RiskScore } from '../../data-contracts/schemas/risk-score.ts';
import { tableNames } from '../../data-contracts/schemas/tables.ts';

export interface GlueTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Where its files are in the lake's bucket; `${programme}` and `${run}` are told by each query. */
  readonly folder: string;
  readonly isByRun: boolean;
}

/** Everything that SQL may ask, as the contracts have it: delivered tables, client-months and scores. */
export const glueTables: readonly GlueTable[] = [
  ...tableNames.map((table) => ({
    name: lakeTableOf(table),
    columns: lakeColumns(table).map(([name, type]) => ({ name, type: type === 'varchar' ? 'string' : type })),
    folder: `tables/lake/${table}/`,
    isByRun: false,
  })),
  byRun('client_months', 'client-months', ClientMonth),
  byRun('scores', 'scores', RiskScore),
];

function byRun(name: string, station: string, row: z.ZodObject): GlueTable {
  const columns = Object.entries(row.shape).map(([column, contract]) => ({
    name: column,
    type: glueTypeOf(contract as z.ZodType),
  }));
  return { name, columns, folder: `${station}/\${programme}/\${run}/`, isByRun: true };
}

/** @throws RangeError for a contract that no column of Parquet holds */
function glueTypeOf(contract: z.ZodType): string {
  if (contract === IsoDay) return 'date';
  if (contract instanceof z.ZodNullable) return glueTypeOf(contract.unwrap() as z.ZodType);
  if (contract instanceof z.ZodString || contract instanceof z.ZodEnum) return 'string';
  if (contract instanceof z.ZodNumber) return contract.format === 'safeint' ? 'bigint' : 'double';
  if (contract instanceof z.ZodUnion) return 'int';
  throw new RangeError(`column: expected text, number or day, got ${contract.def.type}`);
}
