import type { Language } from '../../data-contracts/schemas/fields.ts';
import type { NotRecorded } from '../../data-contracts/schemas/not-recorded.ts';
import type { TableName } from '../../data-contracts/schemas/tables.ts';
import { buildTexts, implausibleTexts } from '../../data-contracts/vocabularies/build-texts.ts';
import { featureName } from '../../data-contracts/vocabularies/feature-texts.ts';
import { rightsTexts } from '../../data-contracts/vocabularies/rights-texts.ts';
import type { ClientMonthSummary } from '../../functions/core/client-months/build-client-months.ts';
import type { ToldFindings } from '../../functions/core/client-months/told-findings.ts';
import { unexplainedSilence } from '../../functions/core/client-months/unexplained-silence.ts';
import { figures } from '../../wording/figures.ts';
import { say } from '../../wording/say.ts';
import Table from './drawn-table.ts';

const tableName = (name: string, language: Language) =>
  rightsTexts.tables[name as TableName]?.[language] ?? name;

/** Whether a build made nothing that a model could learn from, of everything, of a table or of a predictor. */
export const isFruitlessBuild = (summary: ClientMonthSummary, notRecorded: NotRecorded) =>
  summary.rows === 0 ||
  (summary.findings?.unheard.length ?? 0) > 0 ||
  unexplainedSilence(summary, notRecorded).length > 0;

/** What a build made by landmark, when rows were recorded, and what is not as it should be. */
export function buildLines(
  summary: ClientMonthSummary,
  notRecorded: NotRecorded,
  language: Language,
): string[] {
  const { findings } = summary;
  const unexplained = unexplainedSilence(summary, notRecorded);
  return [
    landmarkTable(summary, language),
    ...(findings ? [recordingTable(findings, language)] : []),
    ...(summary.rows === 0
      ? [`! ${say(buildTexts.none, language, { eligible: buildTexts.nobodyEligible[language] })}`]
      : []),
    ...(findings
      ? [
          ...silentLines(summary, unexplained, language),
          ...unexplainedLines(unexplained, language),
          ...implausibleLines(findings, language),
        ]
      : []),
  ];
}

const plainTable = (head: readonly string[]) =>
  new Table({
    head: [...head],
    colAligns: ['left', ...head.slice(1).map(() => 'right' as const)],
    style: { head: [], border: [], compact: true },
  });

function landmarkTable({ landmarks }: ClientMonthSummary, language: Language): string {
  const { day, count } = figures(language);
  const table = plainTable([buildTexts.landmark[language], buildTexts.clientMonths[language]]);
  for (const { landmarkOn, rows } of landmarks) table.push([day(landmarkOn), count(rows)]);
  return table.toString();
}

function recordingTable({ recording }: ToldFindings, language: Language): string {
  const { count } = figures(language);
  const { table: name, rows: all, withinMonth, withinYear, onOneDay, afterLandmarks } = buildTexts;
  const columns = [name, all, withinMonth, withinYear, onOneDay, afterLandmarks];
  const table = plainTable(columns.map((column) => column[language]));
  for (const one of recording) {
    const shares = [one.withinMonth, one.withinYear, one.onOneDay, one.afterLandmarks];
    table.push([
      tableName(one.table, language),
      count(one.rows),
      ...shares.map((rows) => shareOf(rows, one.rows, language)),
    ]);
  }
  return table.toString();
}

const shareOf = (rows: number, all: number, language: Language) =>
  figures(language).share(all === 0 ? 0 : rows / all);

const lateShare = 0.5;

function silentLines(
  { rows, findings }: ClientMonthSummary,
  unexplained: readonly string[],
  language: Language,
): string[] {
  if (!findings) return [];
  const { recording, unheard } = findings;
  const silent = findings.silent.filter((name) => !unexplained.includes(name));
  const late = recording.filter((one) => one.afterLandmarks >= lateShare * one.rows);
  const told = (table: string) => ({ table: tableName(table, language) });
  return [
    ...(rows > 0 ? unheard.map((table) => `! ${say(buildTexts.unheard, language, told(table))}`) : []),
    ...late.map((one) => {
      const share = shareOf(one.afterLandmarks, one.rows, language);
      return `! ${say(buildTexts.likelyCause, language, { ...told(one.table), share })}`;
    }),
    ...(rows > 0 && silent.length > 0
      ? [say(buildTexts.silent, language, { predictors: namesOf(silent, language) })]
      : []),
  ];
}

/** With what the county writes down where it is right. */
function unexplainedLines(unexplained: readonly string[], language: Language): string[] {
  if (unexplained.length === 0) return [];
  const words = { predictors: namesOf(unexplained, language), declared: JSON.stringify(unexplained) };
  return [`! ${say(buildTexts.unexplained, language, words)}`];
}

const namesOf = (silent: readonly string[], language: Language) =>
  silent.map((name) => featureName(name, language)).join('; ');

function implausibleLines({ implausible }: ToldFindings, language: Language): string[] {
  if (implausible.length === 0) return [];
  const lines = implausible.map(({ table, place, kind, rows, isLeftOut }) => {
    const count = rows === 'suppressed' ? buildTexts.fewerThanFive[language] : figures(language).count(rows);
    return `  ${tableName(table, language)}, ${place}: ${implausibleTexts[kind][language]}: ${count}${isLeftOut ? `; ${buildTexts.leftOut[language]}` : ''}`;
  });
  return [buildTexts.implausible[language], ...lines];
}
