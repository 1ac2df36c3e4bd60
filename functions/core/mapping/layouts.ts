import { createHash } from 'node:crypto';
import { presets } from '../../../data-contracts/mappings/index.ts';
import type { Delivery } from '../../../data-contracts/schemas/delivery.ts';
import {
  type LayoutInUse,
  type MappedTable,
  type Mapping,
  NativeFile,
  type NativeLayout,
} from '../../../data-contracts/schemas/mapping.ts';
import { type TableContract, type TableName, tables } from '../../../data-contracts/schemas/tables.ts';
import type { DeliveredFile } from '../ports/delivery-source.ts';
import { compileCondition, compileValue, listNamed, UnknownMappingName } from './compile-value.ts';
import type { NativeSource } from './native-rows.ts';

/** Of a mapping something is not right, where in it. */
export class BadMapping extends Error {
  readonly code = 'bad-mapping';
}

/** What becomes of the native files of one delivery in one table. */
export interface TableInUse {
  readonly mapped: MappedTable;
  readonly table: TableName;
  /** Files by the role that the layout gives them; several may have one. */
  readonly sources: Readonly<Record<string, readonly NativeSource[]>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly codeMaps: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly terms: Delivery;
  /** Of everything here that decides what a row becomes, but for the files’ content. */
  readonly digest: string;
}

/** A native file that fills a table. */
export interface MappedFile {
  readonly source: NativeSource;
  readonly role: string;
  readonly inUse: TableInUse;
}

/** @throws BadMapping */
export function mappedFiles(
  mapping: Mapping,
  files: readonly DeliveredFile[],
  terms: Delivery,
): MappedFile[] {
  const mapped = mapping.layouts.flatMap((given, place) => {
    const layout = resolved(given, `layouts.${place}`);
    const sources = Object.fromEntries(
      Object.entries(layout.files).map(([role, native]) => [role, sourcesOf(native, files)]),
    );
    return layout.tables.flatMap((table) => {
      const inUse = inUseOf(table, layout, sources, terms);
      refuseUnknownNames(inUse, `layouts.${place}.tables.${table.table}`);
      return filesOf(inUse);
    });
  });
  refuseTwice(mapped);
  return mapped;
}

function resolved(
  given: LayoutInUse,
  where: string,
): Pick<NativeLayout, 'files' | 'lists' | 'codeMaps' | 'tables'> {
  const preset = given.preset === undefined ? undefined : presets[given.preset];
  if (given.preset !== undefined && !preset) throw new BadMapping(`${where}.preset`);
  const roles = new Set([...Object.keys(preset?.files ?? {}), ...Object.keys(given.files ?? {})]);
  const files = Object.fromEntries(
    [...roles].map((role) => {
      const file = NativeFile.safeParse({ ...preset?.files[role], ...given.files?.[role] });
      if (!file.success) throw new BadMapping(`${where}.files.${role}.name`);
      return [role, file.data];
    }),
  );
  const listed = given.tables ?? preset?.tables;
  if (!listed) throw new BadMapping(`${where}.tables`);
  const changed = listed.map((table) => withFields(table, given.fields?.[table.table] ?? {}));
  for (const table of changed) checkNames(table, files, where);
  return {
    files,
    lists: { ...preset?.lists, ...given.lists },
    codeMaps: { ...preset?.codeMaps, ...given.codeMaps },
    tables: changed,
  };
}

type ChangedFields = NonNullable<LayoutInUse['fields']>[string];

function withFields(table: MappedTable, changed: ChangedFields): MappedTable {
  const change = (fields: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries({ ...fields, ...changed }).filter(([, value]) => value !== null));
  if (!('versions' in table)) return { ...table, fields: change(table.fields) as typeof table.fields };
  const versions = table.versions.map((one) =>
    one.isSnapshot ? { ...one, fields: change(one.fields) as typeof one.fields } : one,
  );
  return { ...table, versions };
}

/** A field is one of its contract’s, and a role one of the layout’s. */
function checkNames(table: MappedTable, files: Readonly<Record<string, unknown>>, where: string): void {
  const contract: TableContract = tables[table.table];
  const known = new Set(['clientIdentifier', ...contract.identityFields, ...Object.keys(contract.columns)]);
  for (const { from, fields, before } of partsOf(table)) {
    if (!(from in files)) throw new BadMapping(`${where}.tables.${table.table}.from`);
    for (const field of Object.keys({ ...fields, ...before }))
      if (!known.has(field)) throw new BadMapping(`${where}.tables.${table.table}.fields.${field}`);
  }
}

const partsOf = (table: MappedTable) =>
  'versions' in table ? table.versions : [{ ...table, before: undefined }];

const formatOf = (name: string) => (/\.parquet$/i.test(name) ? 'parquet' : 'csv');

function sourcesOf(native: NativeFile, files: readonly DeliveredFile[]): NativeSource[] {
  const form = new RegExp(`^${native.name.split('*').map(escaped).join('.*')}$`, 'i');
  return files
    .filter(({ name }) => form.test(name))
    .map((file) => ({ file, format: formatOf(file.name), native }));
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

function inUseOf(
  mapped: MappedTable,
  { lists = {}, codeMaps = {} }: Pick<NativeLayout, 'lists' | 'codeMaps'>,
  sources: Readonly<Record<string, readonly NativeSource[]>>,
  terms: Delivery,
): TableInUse {
  const natives = Object.entries(sources).map(([role, all]) => [role, all[0]?.native]);
  const deciding = JSON.stringify([mapped, lists, codeMaps, natives, terms.coversFrom, terms.coversTo]);
  const digest = createHash('sha256').update(deciding).digest('hex');
  return { mapped, table: mapped.table, sources, lists, codeMaps, terms, digest };
}

function filesOf(inUse: TableInUse): MappedFile[] {
  const roles = new Set(partsOf(inUse.mapped).map(({ from }) => from));
  return [...roles].flatMap((role) => (inUse.sources[role] ?? []).map((source) => ({ source, role, inUse })));
}

/** Lists and code maps of which a table speaks must be there, whatever the files hold. */
function refuseUnknownNames({ mapped, lists, codeMaps, terms }: TableInUse, where: string): void {
  const words = { lists, codeMaps, terms, placeOf: () => 0, days: [], decimalMark: ',' as const };
  try {
    for (const { fields, before, where: conditions = [] } of partsOf(mapped)) {
      for (const value of [...Object.values(fields), ...Object.values(before ?? {})])
        compileValue(value, 'text', words);
      for (const condition of conditions) compileCondition(condition, words);
    }
    if ('versions' in mapped && typeof mapped.municipalityIn === 'string')
      listNamed(mapped.municipalityIn, words);
  } catch (error) {
    if (error instanceof UnknownMappingName) throw new BadMapping(`${where}: ${error.message}`);
    throw error;
  }
}

/** A row of a file is a row of a table once. */
function refuseTwice(mapped: readonly MappedFile[]): void {
  const seen = new Set<string>();
  for (const { source, inUse } of mapped) {
    const place = `${inUse.table}: ${source.native.name}`;
    const key = `${inUse.table} ${source.file.name}`;
    if (seen.has(key)) throw new BadMapping(`tables: twice, ${place}`);
    seen.add(key);
  }
}

/** The other files with which the rows of a file are put together. */
export function besides({ source, inUse }: MappedFile): DeliveredFile[] {
  if (!('versions' in inUse.mapped)) return [];
  const all = Object.values(inUse.sources).flat();
  return all.map(({ file }) => file).filter((file) => file !== source.file);
}
