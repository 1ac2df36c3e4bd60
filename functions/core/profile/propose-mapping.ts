import { presets } from '../../../data-contracts/mappings/index.ts';
import synonyms from '../../../data-contracts/mappings/synonyms.json' with { type: 'json' };
import type {
  LayoutInUse,
  MappedTable,
  NativeFile,
  NativeLayout,
} from '../../../data-contracts/schemas/mapping.ts';
import { type TableContract, tables } from '../../../data-contracts/schemas/tables.ts';
import { ownTableOf } from '../ingest/landing-survey.ts';
import { columnsOf } from '../mapping/compile-value.ts';
import type { FileProfile } from './profile-file.ts';

/** A mapping that may be right, and what it says nothing of. */
export interface ProposedMapping {
  readonly layouts: readonly LayoutInUse[];
  /** By file: columns and which fields they fill, if any. */
  readonly fills: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  /** Files of no layout. */
  readonly unplaced: readonly string[];
  /** Required fields that nothing gives. */
  readonly lacking: readonly { readonly table: string; readonly fields: readonly string[] }[];
}

/** So much of a layout’s columns must be in a file for the layout to be proposed. */
const smallestShare = 0.5;

interface Match {
  readonly preset: string;
  readonly role: string;
  /** The layout’s column to the file’s. */
  readonly columns: ReadonlyMap<string, string>;
  readonly share: number;
}

/**
 * Proposes the presets whose columns, or others by their usual names, the files have. Files that are named as a table of
 * the contracts need none: their columns are its fields.
 */
export function proposeMapping(files: readonly FileProfile[]): ProposedMapping {
  const own = files.filter(({ name }) => ownTableOf(name));
  const native = files.filter(({ name }) => !ownTableOf(name));
  const placed = native.map((file) => ({ file, match: bestMatch(file) }));
  const layouts = new Map<string, LayoutInUse>();
  for (const { file, match } of placed) {
    if (!match) continue;
    const layout = layouts.get(match.preset) ?? { preset: match.preset };
    layouts.set(match.preset, { ...layout, files: { ...layout.files, [match.role]: fileOf(file, match) } });
  }
  return {
    layouts: [...layouts.values()],
    fills: new Map([
      ...own.map((file) => [file.name, ownFields(file)] as const),
      ...placed.flatMap(({ file, match }) => (match ? [[file.name, fillsOf(match)] as const] : [])),
    ]),
    unplaced: placed.filter(({ match }) => !match).map(({ file }) => file.name),
    lacking: [
      ...own.flatMap(lackingOfOwn),
      ...placed.flatMap(({ match }) => (match ? lackingOf(match) : [])),
    ],
  };
}

/** The contract’s fields among the columns of a file in its own form. */
function ownFields({ name, columns }: FileProfile): Map<string, string[]> {
  const table = ownTableOf(name)!;
  const fields = new Set(fieldsOf(tables[table]));
  return new Map(
    columns
      .filter((column) => fields.has(column.name))
      .map(({ name: field }) => [field, [`${table}.${field}`]]),
  );
}

function lackingOfOwn({ name, columns }: FileProfile) {
  const table = ownTableOf(name)!;
  const there = new Set(columns.map((column) => column.name));
  const fields = [...requiredOf(tables[table])].filter((field) => !there.has(field));
  return fields.length > 0 ? [{ table, fields }] : [];
}

const fieldsOf = ({ identityFields, columns }: TableContract) => [
  'clientIdentifier',
  ...identityFields,
  ...Object.keys(columns),
];

function bestMatch(file: FileProfile): Match | undefined {
  const all = Object.entries(presets).flatMap(([preset, layout]) =>
    Object.keys(layout.files).map((role) => matchOf(file, preset, role, layout)),
  );
  const [best] = all.sort((one, other) => other.share - one.share);
  return best && best.share >= smallestShare ? best : undefined;
}

function matchOf(file: FileProfile, preset: string, role: string, layout: NativeLayout): Match {
  const asked = [...new Set(partsOf(layout, role).flatMap(({ columns }) => columns))];
  const found = asked.map((column) => [column, columnIn(file, column)] as const);
  const columns = new Map(found.filter((pair): pair is [string, string] => pair[1] !== undefined));
  return { preset, role, columns, share: columns.size / Math.max(1, asked.length) };
}

const plain = (name: string) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');

function columnIn({ columns }: FileProfile, wanted: string): string | undefined {
  const names = [wanted, ...((synonyms as Partial<Record<string, string[]>>)[wanted] ?? [])].map(plain);
  return names.map((name) => columns.find((column) => plain(column.name) === name)?.name).find(Boolean);
}

interface Part {
  readonly table: MappedTable['table'];
  readonly columns: readonly string[];
  /** Fields with the columns that they are had from. */
  readonly fields: readonly (readonly [field: string, columns: readonly string[]])[];
}

/** What a layout makes of one of its files. */
function partsOf(layout: NativeLayout, role: string): Part[] {
  return layout.tables.flatMap((table) => {
    const parts = 'versions' in table ? table.versions : [{ ...table, before: {} }];
    return parts
      .filter(({ from }) => from === role)
      .map((part) => {
        const each = 'each' in part ? Object.values(part.each ?? {}) : [];
        const where = (part.where ?? []).map(({ column }) => column);
        const fields = Object.entries(part.fields).map(
          ([field, value]) =>
            [field, columnsOf(value).flatMap((name) => (name === '#value' ? each : [name]))] as const,
        );
        const named = [...fields.flatMap(([, columns]) => columns), ...each, ...where];
        return { table: table.table, fields, columns: named.filter((name) => !name.startsWith('#')) };
      });
  });
}

function fileOf(file: FileProfile, match: Match): Partial<NativeFile> {
  const { files } = presets[match.preset]!;
  const shipped = files[match.role]!;
  const renamed = [...match.columns].filter(([column, name]) => column !== name);
  const decimalMark = file.columns.find((column) => column.decimalMark)?.decimalMark;
  const days = [...new Set(file.columns.flatMap(({ dayForm }) => dayForm ?? []))];
  const isOfItsDays = days.every((form) => shipped.days?.includes(form));
  return {
    name: file.name,
    ...(file.encoding !== 'ascii' && file.format === 'csv' && { encoding: file.encoding }),
    ...(file.separator && { separator: file.separator }),
    ...(decimalMark && { decimalMark }),
    ...(!isOfItsDays && { days }),
    ...(renamed.length > 0 && { columns: Object.fromEntries(renamed) }),
  };
}

function fillsOf(match: Match): Map<string, string[]> {
  const fills = new Map<string, string[]>();
  for (const { table, fields, columns } of partsOf(presets[match.preset]!, match.role)) {
    for (const column of columns) {
      const name = match.columns.get(column);
      if (name === undefined) continue;
      const own = fields.filter(([, from]) => from.includes(column)).map(([field]) => `${table}.${field}`);
      fills.set(name, [...new Set([...(fills.get(name) ?? []), ...own])]);
    }
  }
  return fills;
}

/** Required fields all of whose columns the file lacks. */
function lackingOf(match: Match) {
  return partsOf(presets[match.preset]!, match.role)
    .map(({ table, fields }) => {
      const required = requiredOf(tables[table]);
      const lacking = fields.filter(
        ([field, columns]) =>
          required.has(field) &&
          columns.length > 0 &&
          !columns.some((one) => one.startsWith('#') || match.columns.has(one)),
      );
      return { table, fields: lacking.map(([field]) => field) };
    })
    .filter(({ fields }) => fields.length > 0);
}

function requiredOf({ row }: TableContract): ReadonlySet<string> {
  const missing = row.safeParse({}).error?.issues ?? [];
  return new Set(missing.map(({ path }) => String(path[0])));
}
