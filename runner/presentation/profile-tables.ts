import type { Language } from '../../data-contracts/schemas/fields.ts';
import { mappingTexts } from '../../data-contracts/vocabularies/mapping-texts.ts';
import { rightsTexts } from '../../data-contracts/vocabularies/rights-texts.ts';
import type { ColumnProfile } from '../../functions/core/profile/column-profile.ts';
import type { FileProfile } from '../../functions/core/profile/profile-file.ts';
import { figures } from '../../wording/figures.ts';
import { say } from '../../wording/say.ts';
import type { FolderProfile } from '../profile-folder.ts';
import Table from './drawn-table.ts';

const words = mappingTexts.profile;

/** Each file as a table of its columns, then what was not placed. */
export function profileTables({ profiles, unread, proposed }: FolderProfile, language: Language): string {
  const files = profiles.map((file) => fileTable(file, proposed.fills.get(file.name), language));
  const unplaced = profiles.flatMap(({ name, columns }) => {
    const fills = proposed.fills.get(name);
    const others = columns.filter((column) => !fills?.has(column.name)).map((column) => column.name);
    if (!fills) return [name];
    return others.length > 0 ? [`${name}: ${others.join(', ')}`] : [];
  });
  return [
    ...files,
    ...unread.map((name) => say(words.unreadable, language, { name })),
    ...unplaced.map((what) => say(words.unplaced, language, { what })),
    ...proposed.lacking.map(({ table, fields }) =>
      say(words.lacking, language, {
        table: rightsTexts.tables[table as keyof typeof rightsTexts.tables][language],
        fields: fields.join(', '),
      }),
    ),
  ].join('\n');
}

function fileTable(
  { name, rows, encoding, separator, columns }: FileProfile,
  fills: ReadonlyMap<string, readonly string[]> | undefined,
  language: Language,
): string {
  const { count } = figures(language);
  const table = new Table({
    head: [words.column, words.form, words.empty, words.distinct, words.values, words.fills].map(
      (word) => word[language],
    ),
    colAligns: ['left', 'left', 'right', 'right', 'left', 'left'],
    style: { head: [], border: [], compact: true },
  });
  for (const column of columns)
    table.push([
      column.name,
      formOf(column, language),
      count(column.empty),
      column.distinct === undefined ? '> 2000' : count(column.distinct),
      valuesOf(column, language),
      (fills?.get(column.name) ?? []).join('\n'),
    ]);
  const said = {
    name,
    rows: count(rows),
    columns: count(columns.length),
    encoding,
    separator: separator ?? '–',
  };
  return `${say(words.file, language, said)}\n${table.toString()}`;
}

const formOf = ({ form, dayForm }: ColumnProfile, language: Language) =>
  say(words.forms[form], language, { form: dayForm ?? '' });

function valuesOf({ values, hidden }: ColumnProfile, language: Language): string {
  const shown = values.map(([value, rows]) => `${value} (${figures(language).count(rows)})`);
  const others = hidden > 0 && values.length > 0 ? [say(words.hidden, language, { count: hidden })] : [];
  const lines: string[] = [];
  for (const part of [...shown, ...others]) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length < 40) lines[lines.length - 1] = `${last}, ${part}`;
    else lines.push(part);
  }
  return lines.join('\n');
}
