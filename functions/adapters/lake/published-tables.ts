import { lakeColumns, lakeTableOf } from '../../../data-contracts/schemas/lake-columns.ts';
import type { TableName } from '../../../data-contracts/schemas/tables.ts';
import type { Publication, PublicationStore } from '../../core/ports/publication-store.ts';
import type { Relation } from './lake-engine.ts';

/** A published table of the lake, as SQL knows it: files named `<table>/<file>`. */
export async function publishedTable(
  publications: PublicationStore,
  { station, run, files }: Publication,
  table: TableName,
): Promise<Relation> {
  const ofTable = files.filter(({ name }) => name.startsWith(`${table}/`));
  const locations = await Promise.all(ofTable.map(({ name }) => publications.location(station, run, name)));
  return { name: lakeTableOf(table), columns: lakeColumns(table), locations };
}
