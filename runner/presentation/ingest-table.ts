import Table from 'cli-table3';
import type { Language } from '../../data-contracts/schemas/fields.ts';
import type { TableName } from '../../data-contracts/schemas/tables.ts';
import { mappingTexts } from '../../data-contracts/vocabularies/mapping-texts.ts';
import { type QuarantineRule, quarantineRules } from '../../data-contracts/vocabularies/quarantine-rules.ts';
import { rightsTexts } from '../../data-contracts/vocabularies/rights-texts.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { say } from '../../functions/adapters/intl/intl-wording.ts';
import type { FileReport, IngestReport } from '../../functions/core/ingest/ingest-deliveries.ts';
import { figures } from './figures.ts';

const tableName = (name: string, language: Language) =>
  Object.hasOwn(rightsTexts.tables, name) ? rightsTexts.tables[name as TableName][language] : name;

/** What was delivered, table by table, and why rows were turned away: accepted + quarantined + erased = delivered. */
export function ingestTable({ files, unknownFiles, removedFiles }: IngestReport, language: Language): string {
  const words = texts.ingest;
  const table = new Table({
    head: [words.table, words.delivered, words.accepted, words.quarantined].map((word) => word[language]),
    colAligns: ['left', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  for (const name of [...new Set(files.map((file) => file.table))].sort()) {
    const counts = sumCounts(files.filter((file) => file.table === name));
    table.push([tableName(name, language), ...counts.map(figures(language).count)]);
  }
  const unknown = unknownFiles.map(({ delivery, name }) =>
    fileLine(delivery, name, 'unknown-table', language),
  );
  const erased = files.reduce((total, file) => total + (file.erased ?? 0), 0);
  const lines = [
    ...(erased > 0 ? [`  ${say(words.erased, language, { count: erased })}`] : []),
    ...ruleLines(files, language),
    ...mappingLines(files, language),
    ...files.flatMap((file) => remarks(file, language)),
    ...unknown,
    ...(removedFiles.length > 0 ? [`  ${say(words.removed, language, { count: removedFiles.length })}`] : []),
  ];
  return [table.toString(), ...lines].join('\n');
}

/** What a mapping left out, and codes that no list has. */
function mappingLines(files: readonly FileReport[], language: Language): string[] {
  const leftOut = files.reduce((total, file) => total + (file.leftOut ?? 0), 0);
  const beyond = new Map<string, number>();
  for (const [field, count] of files.flatMap((file) => Object.entries(file.codesBeyondLists ?? {})))
    beyond.set(field, (beyond.get(field) ?? 0) + count);
  return [
    ...(leftOut > 0 ? [`  ${say(mappingTexts.leftOut, language, { count: leftOut })}`] : []),
    ...[...beyond].map(([field, count]) => `  ${say(mappingTexts.beyondLists, language, { field, count })}`),
  ];
}

const fileLine = (delivery: string | undefined, name: string, rule: QuarantineRule, language: Language) =>
  `  ${[delivery, name].filter(Boolean).join('/')}: ${say(quarantineRules[rule], language)}`;

/** What is to be said of one file as a whole: why none of it was taken, and which columns were left out. */
function remarks({ delivery, name, notice, extraColumns }: FileReport, language: Language): string[] {
  const columns = extraColumns.join(', ');
  return [
    ...(notice ? [fileLine(delivery, name, notice, language)] : []),
    ...(columns ? [`  ${delivery}/${name}: ${say(texts.ingest.columnsLeftOut, language, { columns })}`] : []),
  ];
}

function sumCounts(files: readonly FileReport[]): number[] {
  const sum = (count: (file: FileReport) => number) => files.reduce((total, file) => total + count(file), 0);
  return [sum((file) => file.delivered), sum((file) => file.accepted), sum((file) => file.quarantined)];
}

function ruleLines(files: readonly FileReport[], language: Language): string[] {
  const totals = new Map<keyof typeof quarantineRules, number>();
  for (const [rule, count] of files.flatMap((file) => Object.entries(file.rules))) {
    const known = rule as keyof typeof quarantineRules;
    totals.set(known, (totals.get(known) ?? 0) + count);
  }
  return [...totals].sort().map(([rule, count]) => `  ${say(quarantineRules[rule], language)}: ${count}`);
}
