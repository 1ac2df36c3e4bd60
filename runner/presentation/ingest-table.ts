import type { Language } from '../../data-contracts/schemas/fields.ts';
import { type TableName, tables } from '../../data-contracts/schemas/tables.ts';
import { mappingTexts } from '../../data-contracts/vocabularies/mapping-texts.ts';
import { type QuarantineRule, quarantineRules } from '../../data-contracts/vocabularies/quarantine-rules.ts';
import { rightsTexts } from '../../data-contracts/vocabularies/rights-texts.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import type { CompleteReport } from '../../functions/core/ingest/complete-deliveries.ts';
import type { FileReport, IngestReport } from '../../functions/core/ingest/ingest-deliveries.ts';
import type { JoiningReport } from '../../functions/core/ingest/join-lake.ts';
import { tablesWithNothing } from '../../functions/core/ingest/nothing-accepted.ts';
import { figures } from '../../wording/figures.ts';
import { say } from '../../wording/say.ts';
import Table from './drawn-table.ts';

const tableName = (name: string, language: Language) =>
  Object.hasOwn(rightsTexts.tables, name) ? rightsTexts.tables[name as TableName][language] : name;

/** What was delivered, table by table, and why rows were turned away: accepted + quarantined + erased = delivered. */
export function ingestTable(
  { files, unknownFiles, removedFiles, complete, joined }: IngestReport,
  language: Language,
): string {
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
    ...emptyTables({ files }, language),
    ...ruleLines(files, language),
    ...mappingLines(files, language),
    ...joinedLines(joined, language),
    ...files.flatMap((file) => remarks(file, language)),
    ...unknown,
    ...complete.map((one) => completeLine(one, language)),
    ...(removedFiles.length > 0 ? [`  ${say(words.removed, language, { count: removedFiles.length })}`] : []),
  ];
  return [table.toString(), ...lines].join('\n');
}

/** Who is one by now, and what joined nobody. */
function joinedLines({ people, rows, faults }: JoiningReport, language: Language): string[] {
  const words = { 'claimed-by-two': texts.ingest.claimedByTwo, 'in-a-circle': texts.ingest.inACircle };
  return [
    ...(people > 0 ? [say(texts.ingest.joined, language, { people })] : []),
    ...(rows > 0 ? [say(texts.ingest.joinedRows, language, { rows })] : []),
    ...faults.map(({ delivery, name, rule, identifiers: count }) =>
      say(words[rule], language, { file: `${delivery}/${name}`, count }),
    ),
  ].map((line) => `  ${line}`);
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

/** What came of a delivery's saying that it is complete. */
function completeLine(
  { table, takenBack, quarantined, isComplete, ...said }: CompleteReport,
  language: Language,
): string {
  const words = texts.ingest[isComplete ? 'takenBack' : 'notComplete'];
  const count = isComplete ? takenBack : quarantined;
  return `  ${say(words, language, { ...said, table: tableName(table, language), count })}`;
}

const fileLine = (delivery: string | undefined, name: string, rule: QuarantineRule, language: Language) =>
  `  ${[delivery, name].filter(Boolean).join('/')}: ${say(quarantineRules[rule], language)}`;

/** What is to be said of one file as a whole: why none of it was taken, and which columns were left out. */
function remarks(report: FileReport, language: Language): string[] {
  const { delivery, name, table, notice, extraColumns, moved, outOfOrder } = report;
  const columns = extraColumns.join(', ');
  const movedRows = { file: `${delivery}/${name}`, field: tables[table].key.join('+'), count: moved ?? 0 };
  return [
    ...(notice ? [fileLine(delivery, name, notice, language)] : []),
    ...(moved ? [`  ${say(texts.ingest.moved, language, movedRows)}`] : []),
    ...(outOfOrder
      ? [`  ${say(texts.ingest.outOfOrder, language, { file: movedRows.file, count: outOfOrder })}`]
      : []),
    ...(columns ? [`  ${delivery}/${name}: ${say(texts.ingest.columnsLeftOut, language, { columns })}`] : []),
  ];
}

function sumCounts(files: readonly FileReport[]): number[] {
  const sum = (count: (file: FileReport) => number) => files.reduce((total, file) => total + count(file), 0);
  return [sum((file) => file.delivered), sum((file) => file.accepted), sum((file) => file.quarantined)];
}

/** Why rows were turned away: table, field and rule, with the files in which. */
function ruleLines(files: readonly FileReport[], language: Language): string[] {
  const totals = new Map<string, { rows: number; files: Set<string> }>();
  for (const file of files) {
    for (const { field, rule, rows } of faultsOf(file)) {
      const what = [tableName(file.table, language), field].filter(Boolean).join(' · ');
      const line = `${what}: ${say(quarantineRules[rule], language)}`;
      const total = totals.get(line) ?? { rows: 0, files: new Set() };
      total.rows += rows;
      totals.set(line, { rows: total.rows, files: total.files.add(`${file.delivery}/${file.name}`) });
    }
  }
  return [...totals]
    .sort()
    .map(
      ([line, { rows, files: those }]) =>
        `  ${line}: ${figures(language).count(rows)} (${fewOf([...those])})`,
    );
}

/** What was taken in before faults were counted by field has them by rule alone. */
const faultsOf = ({ faults, rules }: FileReport) =>
  faults ??
  Object.entries(rules).map(([rule, rows]) => ({ field: undefined, rule: rule as QuarantineRule, rows }));

const toldFiles = 3;

const fewOf = (names: readonly string[]) =>
  [...names.slice(0, toldFiles), ...(names.length > toldFiles ? ['…'] : [])].join(', ');

/** A table of which nothing could be taken is told by itself. */
const emptyTables = (report: Pick<IngestReport, 'files'>, language: Language) =>
  [...tablesWithNothing(report)].map(
    ([table, delivered]) =>
      `  ${say(texts.ingest.noneAccepted, language, { table: tableName(table, language), delivered })}`,
  );
