import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DataOrigin } from '../../../data-contracts/schemas/delivery.ts';
import { IsoDay } from '../../../data-contracts/schemas/fields.ts';
import { type TableName, tableNames } from '../../../data-contracts/schemas/tables.ts';
import { QuarantineRule } from '../../../data-contracts/vocabularies/quarantine-rules.ts';
import type { Publication, PublicationStore } from '../ports/publication-store.ts';
import { coverageOf } from './coverage.ts';
import { byDeliveryOrder } from './delivery-order.ts';

export const lakeStation = 'tables';
export const lakeRun = 'lake';

const Count = z.number().int().min(0);

/** A delivered file that has been taken in; accepted + quarantined + erased = delivered. */
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
  /** Rows of people who have been erased: left at the door, or taken out since. Absent: none. */
  erased: Count.optional(),
  /** Rows of a native file that its mapping leaves out; they are no delivered rows. Absent: none. */
  leftOut: Count.optional(),
  /** Accepted rows whose code is not on its national list, by field. Absent: none. */
  codesBeyondLists: z.record(z.string(), Count).optional(),
  /** Accepted rows that earlier deliveries gave to another person. Absent: none. */
  moved: Count.optional(),
  /** Its rows were not delivered but are taken back, as the delivery is complete without them. Absent: they were. */
  takesBack: z.literal(true).optional(),
  /** How often rows have been taken out of the file since it was written. Absent: never. */
  edition: Count.optional(),
  /** Quarantined rows by rule; a row that broke several counts under each. */
  rules: z.partialRecord(QuarantineRule, Count),
  /** The same by field and rule. Absent: none, or taken in before this was counted. */
  faults: z.array(z.object({ field: z.string().optional(), rule: QuarantineRule, rows: Count })).optional(),
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
  /** Digest of everyone whose rows had been taken out of all files; absent: nobody's. */
  erasedSha256: z.string().optional(),
  files: z.array(LakeFileRecord),
});
export type LakeSummary = z.infer<typeof LakeSummary>;

/** Where a file's rows lie within the publication. */
export const lakeFileName = ({
  table,
  fileId,
  edition,
}: Pick<LakeFileRecord, 'table' | 'fileId' | 'edition'>) =>
  `${table}/${fileId}${edition === undefined ? '' : `-${edition}`}.parquet`;

/**
 * The lake with one more file, in the place of the one that lay there before, or with one whose delivery now tells
 * otherwise what it covers: the same files give the same publication, in whatever order they came.
 */
export function publishLakeFile(
  store: PublicationStore,
  current: Publication | undefined,
  added: { record: LakeFileRecord; origin: DataOrigin; pseudonymKeyId: string },
): Promise<Publication> {
  const before = current && LakeSummary.parse(current.summary);
  const others = (before?.files ?? []).filter(
    (file) => file.fileId !== added.record.fileId && !isInPlaceOf(file, added.record),
  );
  const { pseudonymKeyId, erasedSha256 } = { ...before, ...added };
  return store.publish(
    {
      ...lakeDraft([...others, added.record], { pseudonymKeyId, erasedSha256 }),
      origin: combinedOrigin(current?.origin, added.origin),
    },
    current,
  );
}

/** The lake with these of its files and no other. */
export function republishLake(
  store: PublicationStore,
  current: Publication,
  files: readonly LakeFileRecord[],
): Promise<Publication> {
  const draft = lakeDraft(files, LakeSummary.parse(current.summary));
  return store.publish({ ...draft, origin: current.origin }, current);
}

/** The lake without the rows of everyone erased: each file as given, by everything that decides its content. */
export function publishErasedLake(
  store: PublicationStore,
  current: Publication,
  files: readonly LakeFileRecord[],
  erasedSha256: string,
): Promise<Publication> {
  const { pseudonymKeyId } = LakeSummary.parse(current.summary);
  const draft = lakeDraft(files, { pseudonymKeyId, erasedSha256 });
  return store.publish({ ...draft, origin: current.origin }, current);
}

function lakeDraft(
  given: readonly LakeFileRecord[],
  { pseudonymKeyId, erasedSha256 }: Pick<LakeSummary, 'pseudonymKeyId' | 'erasedSha256'>,
) {
  const files = [...given].sort(byPlace);
  const erased = erasedSha256 === undefined ? {} : { erasedSha256 };
  const summary: LakeSummary = { pseudonymKeyId, ...coverageOf(files), ...erased, files };
  const deciding = files.map(({ fileId, coversFrom, coversTo, erased: left }) =>
    [fileId, coversFrom, coversTo, ...(left === undefined ? [] : [`${left} erased`])].join(' '),
  );
  const fingerprint = createHash('sha256').update([...deciding.sort(), ...Object.values(erased)].join('\n'));
  return {
    station: lakeStation,
    run: lakeRun,
    fingerprint: fingerprint.digest('hex'),
    summary,
    fileNames: files.map(lakeFileName),
  };
}

/** Whether two files fill the same table from the same place: one of them has been mended. */
export const isInPlaceOf = (
  one: Pick<LakeFileRecord, 'delivery' | 'name' | 'table'>,
  other: Pick<LakeFileRecord, 'delivery' | 'name' | 'table'>,
) => one.delivery === other.delivery && one.name === other.name && one.table === other.table;

const byPlace = (one: LakeFileRecord, other: LakeFileRecord) =>
  byDeliveryOrder(one.delivery, other.delivery) ||
  compare(one.name, other.name) ||
  compare(one.table, other.table);

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Whatever is partly simulated is simulated; then synthetic. Register data is never mixed with either. */
function combinedOrigin(before: DataOrigin | undefined, added: DataOrigin): DataOrigin {
  return before === 'simulated' ? before : added === 'simulated' ? added : (before ?? added);
}
