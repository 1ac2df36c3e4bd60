import type { z } from 'zod';
import { ClientMonth } from '../../data-contracts/schemas/client-month.ts';
import { HiddenDemandRow } from '../../data-contracts/schemas/hidden-demand.ts';
import { lakeColumns, lakeTableOf } from '../../data-contracts/schemas/lake-columns.ts';
import { columnsOf } from '../../data-contracts/schemas/made-columns.ts';
import { RiskScore } from '../../data-contracts/schemas/risk-score.ts';
import { tableNames } from '../../data-contracts/schemas/tables.ts';

export interface GlueTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Where its files are in the lake's bucket; `${programme}` and `${run}` are told by each query. */
  readonly folder: string;
  readonly isByRun: boolean;
}

/** Glue has words of its own for two of the types. */
const glueTypes: Readonly<Record<string, string>> = { varchar: 'string', integer: 'int' };

const glueColumns = (columns: readonly (readonly [name: string, type: string])[]) =>
  columns.map(([name, type]) => ({ name, type: glueTypes[type] ?? type }));

/** Everything that SQL may ask, as the contracts have it: delivered tables, client-months and scores. */
export const glueTables: readonly GlueTable[] = [
  ...tableNames.map((table) => ({
    name: lakeTableOf(table),
    columns: glueColumns(lakeColumns(table)),
    folder: `tables/lake/${table}/`,
    isByRun: false,
  })),
  byRun('client_months', 'client-months', ClientMonth),
  byRun('scores', 'scores', RiskScore),
  byRun('hidden_demand', 'hidden-demand', HiddenDemandRow),
];

function byRun(name: string, station: string, row: z.ZodObject): GlueTable {
  return {
    name,
    columns: glueColumns(columnsOf(row)),
    folder: `${station}/\${programme}/\${run}/`,
    isByRun: true,
  };
}
