import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DataOrigin } from '../../../data-contracts/schemas/delivery.ts';
import { IsoDay } from '../../../data-contracts/schemas/fields.ts';
import { type TableName, tableNames } from '../../../data-contracts/schemas/tables.ts';
import { QuarantineRule } from '../../../data-contracts/vocabularies/quarantine-rules.ts';
import type { JoinedPeople } from '../identity/joined-people.ts';
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
  /** Accepted rows recorded before those of an earlier delivery, or after those of a later, of the same key. Absent: none. */
  outOfOrder: Count.optional(),
  /** Its rows were not delivered but are taken back, as the delivery is complete without them. Absent: they were. */
  takesBack: z.literal(true).optional(),
  /** How often rows have been taken out of the file since it was written. Absent: never. */
  edition: Count.optional(),
  /** Who is who has changed, and with it which rows may be turned away: it is about to be taken in anew. Absent: it is not. */
  isOutdated: z.literal(true).optional(),
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
  /** Who is who, where anybody has been called by several identifiers; absent: nobody has. */
  joined: z.object({ file: z.string(), people: Count }).optional(),
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
    (file) => file.fileId !== added.record.fileId && !isToldAnew(file, added.record),
  );
  return store.publish(
    {
      ...lakeDraft([...others, added.record], { ...before, ...added }),
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

/** The lake with its people joined as they are by now. */
export async function publishJoinedLake(
  store: PublicationStore,
  current: Publication,
  files: readonly LakeFileRecord[],
  people: JoinedPeople,
): Promise<Publication> {
  const { joined: _, ...before } = LakeSummary.parse(current.summary);
  const { origin } = current;
  if (people.pairs.length === 0) return store.publish({ ...lakeDraft(files, before), origin }, current);
  const content = JSON.stringify(people.pairs);
  const file = `joined/${createHash('sha256').update(content).digest('hex').slice(0, 16)}.json`;
  await store.write(lakeStation, lakeRun, file, new TextEncoder().encode(content));
  const joined = { file, people: new Set(people.pairs.map(([, person]) => person)).size };
  return store.publish({ ...lakeDraft(files, { ...before, joined }), origin }, current);
}

/** The lake without the rows of everyone erased: each file as given, by everything that decides its content. */
export function publishErasedLake(
  store: PublicationStore,
  current: Publication,
  files: readonly LakeFileRecord[],
  erasedSha256: string,
): Promise<Publication> {
  const draft = lakeDraft(files, { ...LakeSummary.parse(current.summary), erasedSha256 });
  return store.publish({ ...draft, origin: current.origin }, current);
}

function lakeDraft(
  given: readonly LakeFileRecord[],
  { pseudonymKeyId, erasedSha256, joined }: Omit<LakeSummary, 'coversFrom' | 'coversTo' | 'files'>,
) {
  const files = [...given].sort(byPlace);
  const ofAll = { ...(erasedSha256 !== undefined && { erasedSha256 }), ...(joined && { joined }) };
  const summary: LakeSummary = { pseudonymKeyId, ...coverageOf(files), ...ofAll, files };
  const deciding = files.map(({ fileId, coversFrom, coversTo, erased: left }) =>
    [fileId, coversFrom, coversTo, ...(left === undefined ? [] : [`${left} erased`])].join(' '),
  );
  const ofEverybody = [erasedSha256, joined?.file].filter((one) => one !== undefined);
  const fingerprint = createHash('sha256').update([...deciding.sort(), ...ofEverybody].join('\n'));
  return {
    station: lakeStation,
    run: lakeRun,
    fingerprint: fingerprint.digest('hex'),
    summary,
    fileNames: [...files.map(lakeFileName), ...(joined ? [joined.file] : [])],
  };
}

/** Whether two files fill the same table from the same place: one of them has been mended. */
export const isInPlaceOf = (
  one: Pick<LakeFileRecord, 'delivery' | 'name' | 'table'>,
  other: Pick<LakeFileRecord, 'delivery' | 'name' | 'table'>,
) => one.delivery === other.delivery && one.name === other.name && one.table === other.table;

/**
 * Whether a file tells nothing any more once another is taken in: it has been mended, or it takes back what its
 * delivery had not when it had fewer rows of the table.
 */
export const isToldAnew = (
  known: LakeFileRecord,
  added: Pick<LakeFileRecord, 'delivery' | 'name' | 'table' | 'takesBack'>,
) => isInPlaceOf(known, added) || (takesBackFor(known, added) && !added.takesBack);

const takesBackFor = (
  known: LakeFileRecord,
  { delivery, table }: Pick<LakeFileRecord, 'delivery' | 'table'>,
) => known.takesBack === true && known.delivery === delivery && known.table === table;

const byPlace = (one: LakeFileRecord, other: LakeFileRecord) =>
  byDeliveryOrder(one.delivery, other.delivery) ||
  compare(one.name, other.name) ||
  compare(one.table, other.table);

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Whatever is partly simulated is simulated; then synthetic. Register data is never mixed with either. */
function combinedOrigin(before: DataOrigin | undefined, added: DataOrigin): DataOrigin {
  return before === 'simulated' ? before : added === 'simulated' ? added : (before ?? added);
}
