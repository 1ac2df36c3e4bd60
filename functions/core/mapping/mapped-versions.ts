import type { ClientChange, MappedVersions } from '../../../data-contracts/schemas/mapping.ts';
import { PersonIdentifier } from '../../../data-contracts/schemas/person-identifier.ts';
import type { FieldPresence } from '../delivered-files/column-layout.ts';
import type { DeliveredRow, DeliveredRows } from '../delivered-files/delivered-rows.ts';
import type { QuarantineReason } from '../ports/quarantine-store.ts';
import { compileCondition, listNamed } from './compile-value.ts';
import { fieldTold, fieldValues, neededColumns, wordsOf } from './field-values.ts';
import type { MappedFile, TableInUse } from './layouts.ts';
import type { MappedJob } from './mapped-job.ts';
import { rowsOfLine } from './mapped-rows.ts';
import { type NativePorts, type NativeSource, openNative } from './native-rows.ts';
import { type Change, versionsOf } from './versions-of.ts';

/** What came of the files of one delivery that tell of clients, by the name of the file. */
interface Told {
  readonly rows: Map<string, DeliveredRow[]>;
  readonly leftOut: Map<string, number>;
  readonly opened: Map<string, DeliveredRows>;
}

/** Put together once for all of the files, and held for as long as their delivery is. */
const toldOnce = new WeakMap<TableInUse, Promise<Told>>();

/** The versions of clients that the rows of one file begin, as all files together tell them. */
export async function openVersions(
  ports: NativePorts,
  { mapping, fields, onBytes }: MappedJob,
  mapped: MappedVersions,
): Promise<DeliveredRows> {
  const { inUse, source } = mapping;
  const whole = toldOnce.get(inUse) ?? tellTogether(ports, inUse, mapped, fields);
  toldOnce.set(inUse, whole);
  const { rows, leftOut, opened } = await whole;
  onBytes(source.file.bytes);
  const { name } = source.file;
  const file = opened.get(name)!;
  return {
    layout: { ...file.layout, width: fields.length, positions: fields.map((_, place) => place) },
    notice: file.notice,
    async *batches() {
      const made = rows.get(name) ?? [];
      for (let from = 0; from < made.length; from += 8192) yield made.slice(from, from + 8192);
    },
    told: tellerOf(mapping, mapped),
    leftOut: () => leftOut.get(name) ?? 0,
  };
}

async function tellTogether(
  ports: NativePorts,
  inUse: TableInUse,
  mapped: MappedVersions,
  fields: readonly FieldPresence[],
): Promise<Told> {
  const told: Told = { rows: new Map(), leftOut: new Map(), opened: new Map() };
  const byPerson = new Map<string, Change[]>();
  for (const [role, sources] of Object.entries(inUse.sources))
    for (const source of sources) {
      const changes = mapped.versions
        .map((change, order) => ({ change, order }))
        .filter((one) => one.change.from === role);
      if (changes.length > 0) await gather(ports, { inUse, source, changes, fields }, told, byPerson);
    }
  const within = mapped.municipalityIn;
  const municipalities = within && new Set(typeof within === 'string' ? listNamed(within, inUse) : within);
  const place = (field: string) => fields.findIndex(({ name }) => name === field);
  const municipality = place('municipality');
  const own = ['validFrom', 'recordedOn', 'dataSource', 'clientIdentifier'].map(place) as [
    number,
    ...number[],
  ];
  for (const changes of byPerson.values())
    for (const { change, texts, isJoined } of versionsOf(changes, own)) {
      const isLeftOut =
        isJoined || (municipalities && texts[municipality] && !municipalities.has(texts[municipality]));
      if (isLeftOut) told.leftOut.set(change.file, (told.leftOut.get(change.file) ?? 0) + 1);
      else rowsOf(told, change.file).push({ line: change.line, texts });
    }
  for (const rows of told.rows.values()) rows.sort((one, other) => one.line - other.line);
  return told;
}

interface Gathering {
  readonly inUse: TableInUse;
  readonly source: NativeSource;
  readonly changes: readonly { readonly change: ClientChange; readonly order: number }[];
  readonly fields: readonly FieldPresence[];
}

/** Reads one file: what its rows change goes to the people they are of. */
async function gather(
  ports: NativePorts,
  { inUse, source, changes, fields }: Gathering,
  told: Told,
  byPerson: Map<string, Change[]>,
): Promise<void> {
  const needed = changes.flatMap(({ change }) => neededColumns(change.fields, fields));
  const { names, rows } = await openNative(ports, source, [...new Set(needed)]);
  const { name } = source.file;
  told.opened.set(name, rows);
  const words = wordsOf(inUse, source, names);
  const person = fields.findIndex((field) => field.name === 'clientIdentifier');
  const compiled = changes.map(({ change, order }) => ({
    order,
    isSnapshot: change.isSnapshot ?? false,
    holds: (change.where ?? []).map((condition) => compileCondition(condition, words)),
    values: fieldValues(change.fields, fields, 'clients', words),
    before: fieldValues(change.before ?? {}, fields, 'clients', words),
  }));
  for await (const batch of rows.batches())
    for (const row of batch) {
      if ('reasons' in row) {
        const line = row.line * rowsOfLine;
        rowsOf(told, name).push({ line, reasons: row.reasons.map((reason) => ({ ...reason, line })) });
        continue;
      }
      for (const { order, isSnapshot, holds, values, before } of compiled) {
        if (!holds.every((isSo) => isSo(row.texts))) continue;
        const change: Change = {
          file: name,
          line: row.line * rowsOfLine + order,
          order,
          isSnapshot,
          fields: values.map((value) => value?.(row.texts)),
          before: before.map((value) => value?.(row.texts)),
        };
        const whose = personIn(change.fields[person] ?? '');
        const known = byPerson.get(whose);
        if (known) known.push(change);
        else byPerson.set(whose, [change]);
      }
    }
}

/** Whom an identifier is of; one of no form is somebody of their own, whose rows the door refuses. */
const personIn = (identifier: string) => PersonIdentifier.safeParse(identifier).data ?? identifier;

function rowsOf({ rows }: Told, file: string): DeliveredRow[] {
  const known = rows.get(file) ?? [];
  rows.set(file, known);
  return known;
}

function tellerOf({ source: { native } }: MappedFile, { versions }: MappedVersions) {
  return ({ line, field, rule }: QuarantineReason): QuarantineReason => {
    if (line === undefined) return { line, field, rule };
    const value = field === undefined ? undefined : versions[line % rowsOfLine]?.fields[field];
    return {
      line: Math.floor(line / rowsOfLine),
      field: field === undefined ? field : fieldTold(field, value, native),
      rule,
    };
  };
}
