import type { TableName } from '../../../data-contracts/schemas/tables.ts';
import type { IngestReport } from './ingest-deliveries.ts';

/** Tables of which rows were delivered and none was accepted, with how many were delivered. */
export function tablesWithNothing({ files }: Pick<IngestReport, 'files'>): ReadonlyMap<TableName, number> {
  const accepted = new Map<TableName, number>();
  const delivered = new Map<TableName, number>();
  for (const file of files) {
    accepted.set(file.table, (accepted.get(file.table) ?? 0) + file.accepted + (file.erased ?? 0));
    delivered.set(file.table, (delivered.get(file.table) ?? 0) + file.delivered);
  }
  return new Map([...delivered].filter(([table, rows]) => rows > 0 && accepted.get(table) === 0));
}

/** Whether something was delivered, and of it all, or of a whole table, nothing could be taken. */
export const isFruitless = (report: IngestReport) =>
  tablesWithNothing(report).size > 0 ||
  report.files.some(({ notice }) => notice !== undefined && notice !== 'empty-file') ||
  (report.files.length === 0 && report.unknownFiles.length > 0);
