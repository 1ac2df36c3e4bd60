import { z } from 'zod';
import { ThingId } from './fields.ts';
import { type TableName, tableNames } from './tables.ts';

const ColumnName = z.string().min(1).max(120);
const Texts = z.array(z.string()).min(1);

/** A list of the mapping by its name, or the texts themselves. */
const ListOfTexts = z.union([ThingId, Texts]);

/** Whether a column says something: one of these texts, none of them, anything at all. */
export const MappingCondition = z.strictObject({
  column: ColumnName,
  in: ListOfTexts.optional(),
  notIn: ListOfTexts.optional(),
  isGiven: z.boolean().optional(),
});
export type MappingCondition = z.infer<typeof MappingCondition>;

/** How a field of a contract is had from a row of a native file. A field that comes to nothing is an absent one. */
export type MappedValue =
  | string
  | { column: string; codes?: string | Record<string, string> | undefined; otherwise?: string | undefined }
  | { constant: string }
  | { told: 'coversFrom' | 'coversTo' }
  | { firstOf: MappedValue[] }
  | { join: MappedValue[]; with?: string | undefined }
  | { earliestOf: MappedValue[] }
  | { latestOf: MappedValue[] }
  | { day: MappedValue; plusDays: number }
  | { birthDayOf: MappedValue }
  | { sexOf: MappedValue }
  | { euros: MappedValue; perDay?: { from: MappedValue; to: MappedValue } | undefined }
  | { if: MappingCondition; give: MappedValue; else?: MappedValue | undefined };

const Value: z.ZodType<MappedValue> = z.lazy(() => MappedValue);
const Values = z.array(Value).min(1);

/**
 * - a column’s name: the column, read as its field asks (a day, a number, an identifier, text)
 * - `column` with `codes`: a code map by name or as it is; what the map does not have is `otherwise`, or stays as it is
 * - `constant`; `told`: a day of `delivery.json`
 * - `firstOf`: the first that is given; `join`: those that are given, with `with` (`:`) between them
 * - `earliestOf`, `latestOf`: of days; `day` and `plusDays`
 * - `birthDayOf`, `sexOf`: as a personal identity code tells
 * - `euros`: an amount in euros as cents, half cents up; `perDay`: a price for each day, first and last included
 * - `if`, `give`, `else`
 */
export const MappedValue: z.ZodType<MappedValue> = z
  .union([
    ColumnName,
    z.strictObject({
      column: ColumnName,
      codes: z.union([ThingId, z.record(z.string(), z.string())]).optional(),
      otherwise: z.string().optional(),
    }),
    z.strictObject({ constant: z.string() }),
    z.strictObject({ told: z.enum(['coversFrom', 'coversTo']) }),
    z.strictObject({ firstOf: Values }),
    z.strictObject({ join: Values, with: z.string().max(3).optional() }),
    z.strictObject({ earliestOf: Values }),
    z.strictObject({ latestOf: Values }),
    z.strictObject({ day: Value, plusDays: z.number().int().min(-366).max(3660) }),
    z.strictObject({ birthDayOf: Value }),
    z.strictObject({ sexOf: Value }),
    z.strictObject({ euros: Value, perDay: z.strictObject({ from: Value, to: Value }).optional() }),
    z.strictObject({ if: MappingCondition, give: Value, else: Value.optional() }),
  ])
  .meta({ id: 'MappedValue' });

export const Encoding = z.enum(['utf-8', 'windows-1252', 'iso-8859-1', 'iso-8859-15', 'utf-16']);
export type Encoding = z.infer<typeof Encoding>;

/** How days are written; whatever time of day follows is left out, unless it says a time zone. */
export const DayForm = z.enum(['yyyy-MM-dd', 'yyyyMMdd', 'd.M.yyyy', 'd/M/yyyy', 'M/d/yyyy']);
export type DayForm = z.infer<typeof DayForm>;

/** A file of a layout, as it is written. */
export const NativeFile = z.strictObject({
  /** The file’s name; `*` stands for anything. */
  name: z.string().min(1).max(120),
  encoding: Encoding.optional(),
  /** Absent: whichever of `;`, `,`, tab and `|` is in the first line most. */
  separator: z.enum([';', ',', '\t', '|']).optional(),
  decimalMark: z.enum(['.', ',']).optional(),
  /** Absent: the first three, which cannot be taken for one another. */
  days: z.array(DayForm).min(1).optional(),
  /** What the file calls a column that the layout has another name for. */
  columns: z.record(ColumnName, ColumnName).optional(),
});
export type NativeFile = z.infer<typeof NativeFile>;

const Fields = z.record(z.string().min(1), Value);

/** Each of some columns of a row becomes a row of its own, where it says anything: fields may name `#name` and `#value`. */
const EachColumn = z
  .record(z.string().min(1), ColumnName)
  .refine((each) => Object.keys(each).length < 100, { error: 'too many columns' });

/** Rows of one table from the rows of one file. */
const MappedRows = z.strictObject({
  table: z.enum(tableNames as [TableName, ...TableName[]]),
  from: ThingId,
  /** Rows of which any of these is not so are left out, and counted. */
  where: z.array(MappingCondition).optional(),
  each: EachColumn.optional(),
  fields: Fields,
});
export type MappedRows = z.infer<typeof MappedRows>;

/** What a row of a file says that changed on a day (`fields` with `validFrom`), or what holds where nothing else is told. */
const ClientChange = z.strictObject({
  from: ThingId,
  where: z.array(MappingCondition).optional(),
  fields: Fields,
  /** What held until then. */
  before: Fields.optional(),
  /** A snapshot: it holds on the days of which no change tells. */
  isSnapshot: z.boolean().optional(),
});
export type ClientChange = z.infer<typeof ClientChange>;

/**
 * Versions of clients, put together from files that each tell a part: a snapshot, moves, deaths, housing. On each day
 * of a change a version begins; a field is as the latest change tells, else as the next one says it was before, else
 * as in the snapshot.
 */
const MappedVersions = z.strictObject({
  table: z.literal('clients'),
  versions: z.array(ClientChange).min(1).max(9),
  /** Versions in which the municipality is none of these are left out, and counted. */
  municipalityIn: ListOfTexts.optional(),
});
export type MappedVersions = z.infer<typeof MappedVersions>;

export const MappedTable = z.union([MappedVersions, MappedRows]);
export type MappedTable = z.infer<typeof MappedTable>;

const layout = {
  files: z.record(ThingId, NativeFile),
  lists: z.record(ThingId, Texts).optional(),
  codeMaps: z.record(ThingId, z.record(z.string(), z.string())).optional(),
  tables: z.array(MappedTable).min(1),
};

/** A layout that a system gives out, and which tables it fills. */
export const NativeLayout = z.strictObject({ describes: z.string().min(1), ...layout });
export type NativeLayout = z.infer<typeof NativeLayout>;

/** A layout of the county: one of its own, or a preset with what differs. */
const LayoutInUse = z.strictObject({
  preset: ThingId.optional(),
  ...layout,
  /** Of a preset: only what differs. */
  files: z.record(ThingId, NativeFile.partial()).optional(),
  tables: layout.tables.optional(),
  /** Other values of fields, by table; null: the field is not delivered. */
  fields: z.record(z.string(), z.record(z.string(), Value.nullable())).optional(),
});
export type LayoutInUse = z.infer<typeof LayoutInUse>;

/** `mapping.json` beside a delivery’s files: how native files are rows of the contracts. */
export const Mapping = z.strictObject({ layouts: z.array(LayoutInUse).min(1).max(50) });
export type Mapping = z.infer<typeof Mapping>;
