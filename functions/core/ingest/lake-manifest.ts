import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DataOrigin } from '../../../data-contracts/schemas/delivery.ts';
import { IsoDay } from '../../../data-contracts/schemas/fields.ts';
import { type TableName, tableNames } from '../../../data-contracts/schemas/tables.ts';
import { QuarantineRule } from '../../../data-contracts/vocabularies/quarantine-rules.ts';
import type { Publication, PublicationStore } from '../ports/publication-store.ts';
import { coverageOf } from './coverage.ts';

export const lakeStation = 'tables';
export const lakeRun = 'lake';

const Count = z.number().int().min(0);

/** A delivered file that has been taken in; accepted + quarantined = delivered. */
export const LakeFileRecord = z.object({
  delivery: z.string(),
  name: z.string(),
  table: z.enum(tableNames as [TableName, ...TableName[]]),
  fileId: z.string(),
  /** What its delivery says it covers. */
  coversFrom: IsoDay,
  coversTo: IsoDay,
  delivered: Count,
  accepted: Count,
  quarantined: Count,
  /** Quarantined rows by rule; a row that broke several counts under each. */
  rules: z.partialRecord(QuarantineRule, Count),
  /** What was wrong with the file as a whole: then it gave no rows. */
  notice: QuarantineRule.optional(),
});
export type LakeFileRecord = z.infer<typeof LakeFileRecord>;

/** The summary of the publication `tables`. */
export const LakeSummary = z.object({
  /** Which pseudonym key the tables were made under. */
  pseudonymKeyId: z.string(),
  /** The time of which the whole story is known; see `coverageOf`. */
  coversFrom: IsoDay,
  coversTo: IsoDay,
  files: z.array(LakeFileRecord),
});
export type LakeSummary = z.infer<typeof LakeSummary>;

/** Where a file's rows lie within the publication. */
export const lakeFileName = ({ table, fileId }: { table: TableName; fileId: string }) =>
  `${table}/${fileId}.parquet`;

/**
 * The lake with one more file, or with one whose delivery now tells otherwise what it covers: the same files
 * give the same publication, in whatever order they came.
 */
export function publishLakeFile(
  store: PublicationStore,
  current: Publication | undefined,
  added: { record: LakeFileRecord; origin: DataOrigin; pseudonymKeyId: string },
): Promise<Publication> {
  const before = current && LakeSummary.parse(current.summary);
  const others = (before?.files ?? []).filter(({ fileId }) => fileId !== added.record.fileId);
  const files = [...others, added.record].sort(byPlace);
  const { pseudonymKeyId } = added;
  const summary: LakeSummary = { pseudonymKeyId, ...coverageOf(files), files };
  const fingerprint = createHash('sha256').update(
    files
      .map(({ fileId, coversFrom, coversTo }) => `${fileId} ${coversFrom} ${coversTo}`)
      .sort()
      .join('\n'),
  );
  const draft = {
    station: lakeStation,
    run: lakeRun,
    fingerprint: fingerprint.digest('hex'),
    origin: combinedOrigin(current?.origin, added.origin),
    summary,
    fileNames: files.map(lakeFileName),
  };
  return store.publish(draft, current);
}

const byPlace = (one: LakeFileRecord, other: LakeFileRecord) =>
  compare(one.delivery, other.delivery) || compare(one.name, other.name);

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Whatever is partly simulated is simulated; then synthetic. Register data is never mixed with either. */
function combinedOrigin(before: DataOrigin | undefined, added: DataOrigin): DataOrigin {
  return before === 'simulated' ? before : added === 'simulated' ? added : (before ?? added);
}
