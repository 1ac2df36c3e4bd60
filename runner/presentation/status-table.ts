import type { Language } from '../../data-contracts/schemas/fields.ts';
import { aboutTexts } from '../../data-contracts/vocabularies/about-texts.ts';
import { gateTexts } from '../../data-contracts/vocabularies/gate-texts.ts';
import { ServiceStatus, serviceStatuses } from '../../data-contracts/vocabularies/service-statuses.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import type { StatisticsOutcome } from '../../functions/core/statistics/read-statistics.ts';
import { nobody, together } from '../../functions/core/statistics/status-partition.ts';
import { figures, municipalityName } from '../../wording/figures.ts';
import { say } from '../../wording/say.ts';
import { fittedTable } from './fitted-table.ts';

type Cells = Extract<StatisticsOutcome, { status: 'answered' }>['byServiceStatus']['cells'];

/**
 * Municipalities by service status: people, and how many of them are expected to come to the outcome.
 * @param ruled the statuses that the county has a rule for
 */
export function statusTable(
  cells: Cells,
  ruled: readonly ServiceStatus[],
  horizonMonths: number,
  language: Language,
  width: number,
): string {
  const byName = new Map(cells.map((cell) => [cell.cell, cell]));
  const municipalities = [...new Set(cells.map(({ cell }) => cell.split(' ')[0]!))];
  const told = ServiceStatus.options.filter((status) =>
    cells.some(({ cell, isSuppressed }) => !isSuppressed && cell.endsWith(` ${status}`)),
  );
  const heads = [texts.cohort.municipality, ...told.map((status) => serviceStatuses[status])];
  const rows = municipalities.map((municipality) => [
    municipalityName(municipality, language),
    ...told.map((status) => figure(byName.get(`${municipality} ${status}`), language)),
  ]);
  rows.push([
    gateTexts.statistics.total[language],
    ...told.map((status) => figure(totalOf(cells, status), language)),
  ]);
  const colAligns = ['left' as const, ...told.map(() => 'right' as const)];
  const absent = ruled.filter((status) => !told.includes(status));
  return [
    say(aboutTexts.statusTable, language, { months: horizonMonths }),
    fittedTable({ heads: heads.map((name) => name[language]), rows, colAligns }, width),
    ...(absent.length > 0
      ? [say(aboutTexts.nowhereTold, language, { statuses: namesOf(absent, language) })]
      : []),
  ].join('\n');
}

/** The sum of the figures told, as everywhere. */
function totalOf(cells: Cells, status: ServiceStatus): Cells[number] {
  const shown = cells.flatMap((cell) =>
    !cell.isSuppressed && cell.cell.endsWith(` ${status}`) ? [cell] : [],
  );
  return { cell: status, isSuppressed: false, ...shown.reduce(together, nobody) };
}

const namesOf = (statuses: readonly ServiceStatus[], language: Language) =>
  statuses.map((status) => serviceStatuses[status][language].toLocaleLowerCase(language)).join(', ');

function figure(cell: Cells[number] | undefined, language: Language): string {
  const { count } = figures(language);
  if (cell === undefined || cell.isSuppressed) return texts.withheld.suppressed[language];
  return `${count(cell.people)} (${count(cell.expected[1])})`;
}
