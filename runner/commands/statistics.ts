import type { Command } from 'commander';
import { type AgeBand, ageBands } from '../../data-contracts/vocabularies/age-bands.ts';
import { gateTexts } from '../../data-contracts/vocabularies/gate-texts.ts';
import { refusalReasons } from '../../data-contracts/vocabularies/refusal-reasons.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import type { HiddenStatisticsOutcome } from '../../functions/core/hidden-demand/hidden-statistics.ts';
import { requireProgramme } from '../../functions/core/require-programme.ts';
import type { StatisticsOutcome } from '../../functions/core/statistics/read-statistics.ts';
import { figures, municipalityName } from '../../wording/figures.ts';
import { say as word } from '../../wording/say.ts';
import { type County, openCounty, say, terminalWidth } from '../home.ts';
import { basisLines } from '../presentation/about-lines.ts';
import { fittedTable } from '../presentation/fitted-table.ts';
import { hiddenStatisticsTables } from '../presentation/hidden-demand-table.ts';
import { statusTable } from '../presentation/status-table.ts';
import { type RequesterOptions, requesterOf, withRequester } from '../requester-options.ts';
import { CohortRefused } from './cohort.ts';

const planner = { requester: 'local-planner', role: 'planner', unit: 'elderly-services' } as const;

/** `ennakko statistics`: how many live where at which age, and how many are expected to need heavy services. */
export const statisticsCommand = (command: Command) =>
  withRequester(command, planner)
    .option('--programme <id>', 'a file of data-contracts/programmes', 'older-people')
    .option('--hidden', 'who without service is worth a check-up, where the county lets it be looked for')
    .action(async (options: StatisticsOptions, command: Command) => {
      const county = await openCounty(command);
      const { programme } = options;
      if (options.hidden) return tellHidden(options, county);
      const told: StatisticsOutcome = await county.service.statistics({
        programme,
        requester: requesterOf(options),
      });
      if (told.status === 'refused')
        throw new CohortRefused('cohort-refused', refusalReasons[told.reason][county.language]);
      say(statisticsTable(told, requireProgramme(programme).horizonsMonths, county));
    });

interface StatisticsOptions extends RequesterOptions {
  readonly programme: string;
  readonly hidden?: true;
}

async function tellHidden(options: StatisticsOptions, { service, language }: County): Promise<void> {
  const { programme } = options;
  const outcome: HiddenStatisticsOutcome = await service.hiddenStatistics({
    programme,
    requester: requesterOf(options),
  });
  if (outcome.status === 'refused')
    throw new CohortRefused('cohort-refused', refusalReasons[outcome.reason][language]);
  say(hiddenStatisticsTables(outcome.statistics, language, terminalWidth()));
}

function statisticsTable(
  { cells, total, byServiceStatus, scoreSet }: Extract<StatisticsOutcome, { status: 'answered' }>,
  horizonsMonths: readonly [number, number],
  { language }: Pick<County, 'language'>,
): string {
  const words = gateTexts.statistics;
  const { count } = figures(language);
  const horizons = horizonsMonths.map((months) => word(words.expected, language, { months }));
  const place = [texts.cohort.municipality[language], texts.cohort.ageBand[language]];
  const hidden = texts.withheld.suppressed[language];
  const rows = cells.map((cell) => {
    const [municipality = '', band = ''] = cell.cell.split(' ');
    const named = [municipalityName(municipality, language), ageBands[band as AgeBand][language]];
    return [
      ...named,
      ...(cell.isSuppressed ? [hidden, hidden, hidden] : [cell.people, ...cell.expected].map(count)),
    ];
  });
  rows.push([words.total[language], '', ...[total.people, ...total.expected].map(count)]);
  const heads = [...place, words.people[language], ...horizons];
  const width = terminalWidth();
  const mark = scoreSet.origin === 'register' ? [] : [texts.origins[scoreSet.origin][language]];
  const rules = scoreSet.serviceStatusRules ?? [];
  const ruled = rules.map(({ status }) => status);
  const basis = basisLines({ statusBases: rules, language });
  return [
    ...mark,
    fittedTable({ heads, rows }, width),
    ...(basis.length > 0
      ? ['', statusTable(byServiceStatus.cells, ruled, horizonsMonths[1], language, width), '']
      : []),
    words.method[language],
    ...basis,
  ].join('\n');
}
