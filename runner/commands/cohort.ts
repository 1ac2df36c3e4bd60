import { join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Cohort } from '../../data-contracts/schemas/cohort.ts';
import { maximumCohortRows } from '../../data-contracts/schemas/cohort-request.ts';
import { HiddenReason } from '../../data-contracts/schemas/hidden-demand.ts';
import { bandBeginnings, bandEnds } from '../../data-contracts/vocabularies/age-bands.ts';
import { ostrobothnia } from '../../data-contracts/vocabularies/municipalities.ts';
import { refusalReasons } from '../../data-contracts/vocabularies/refusal-reasons.ts';
import type { Told } from '../../functions/core/identity/told.ts';
import { requireProgramme } from '../../functions/core/require-programme.ts';
import {
  type AskedPeopleOptions,
  askedPeopleOf,
  withAskedPeople,
  wrongPreset,
} from '../asked-people-options.ts';
import { type County, listOf, oneOf, openCounty, say, terminalWidth, wholeNumber } from '../home.ts';
import { cohortCsv, cohortJson } from '../presentation/cohort-files.ts';
import { renderCohortTable } from '../presentation/cohort-table.ts';
import {
  hiddenDemandCsv,
  hiddenDemandJson,
  renderHiddenDemand,
} from '../presentation/hidden-demand-table.ts';
import type { ToldCohort } from '../questions/cohort.ts';
import type { ToldHiddenDemand } from '../questions/hidden-demand.ts';
import { type RequesterOptions, requesterOf, usualPlanner, withAsker } from '../requester-options.ts';
import { instant } from '../words.ts';
import { writeFiles } from '../write-files.ts';

/** `ennakko cohort`: a planner's question, answered through the release gate. */
export const cohortCommand = (command: Command) =>
  withAskedPeople(withAsker(command, usualPlanner))
    .option('--programme <id>', 'a file of data-contracts/programmes', 'older-people')
    .option('--municipality <list>', 'names or codes, such as Vaasa,Laihia; all unless told', municipalities)
    .option(
      '--age-from <years>',
      `youngest, the first age of a band: ${bandBeginnings.join(', ')}`,
      oneOf(bandBeginnings),
    )
    .option('--age-to <years>', `oldest, the last age of a band: ${bandEnds.join(', ')}`, oneOf(bandEnds))
    .option(
      '--horizon <months>',
      'one of the programme’s two horizons; the first unless told',
      wholeNumber(1, 120),
    )
    .option(
      '--size <clients>',
      'how many clients; 25 unless --threshold is given',
      wholeNumber(1, maximumCohortRows),
    )
    .option('--threshold <probability>', 'all at or above this probability, 0 to 1 in hundredths', share)
    .addOption(
      new Option(
        '--hidden [reason]',
        'instead of risk: who without service is worth a check-up, where the county lets it be looked for',
      )
        .choices(HiddenReason.options)
        .preset(HiddenReason.options[0])
        .conflicts(['horizon', 'threshold', 'at', 'serviceStatus', 'livesAlone', 'preset']),
    )
    .option('--reasons <number>', 'reasons for each client', wholeNumber(0, 10), 3)
    .option('--rows <number>', 'rows shown here; all are in the files', wholeNumber(0, 20_000), 15)
    .option('--at <instant>', 'as of when, such as 2026-01-15T09:00:00Z; now unless told', instant)
    .option('--out <folder>', 'where cohort.csv and cohort.json go; <home>/cohorts/<programme> unless told')
    .action(async (options: CohortOptions, command: Command) => {
      const county = await openCounty(command);
      if (options.hidden) return tellHidden(options, options.hidden, county);
      const outcome = await county.service.cohort(questionOf(options, county), options.at);
      const cohort = answered(outcome, county);
      say(renderCohortTable(cohort, { width: terminalWidth(), rows: options.rows }));
      for (const path of await writeCohort(
        cohort,
        options.out ?? join(county.home, 'cohorts', cohort.programme),
      ))
        say(path);
    });

async function tellHidden(options: CohortOptions, reason: HiddenReason, county: County): Promise<void> {
  const { horizonMonths: _, thresholdProbability: __, purpose: ___, ...asked } = questionOf(options, county);
  const outcome: ToldHiddenDemand = await county.service.hiddenDemand({
    ...asked,
    size: asked.size ?? 25,
    reason,
  });
  if (outcome.status === 'refused')
    throw new CohortRefused('cohort-refused', refusalReasons[outcome.reason][county.language]);
  if (outcome.status === 'not-in-programme')
    throw new CohortRefused(
      'cohort-refused',
      `--hidden: hidden demand is not looked for in ${options.programme}`,
    );
  const { list } = outcome;
  say(renderHiddenDemand(list, { width: terminalWidth(), rows: options.rows }));
  const files = {
    'hidden-demand.csv': hiddenDemandCsv(list),
    'hidden-demand.json': hiddenDemandJson(list),
  };
  const folder = options.out ?? join(county.home, 'cohorts', list.programme);
  for (const path of await writeFiles(files, folder)) say(path);
}

interface CohortOptions extends RequesterOptions, AskedPeopleOptions {
  readonly programme: string;
  readonly municipality?: string[];
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly horizon?: number;
  readonly size?: number;
  readonly threshold?: number;
  readonly hidden?: HiddenReason;
  readonly reasons: number;
  readonly rows: number;
  readonly at?: string;
  readonly out?: string;
}

export function questionOf(options: CohortOptions, { language }: Pick<County, 'language'>) {
  return {
    programme: options.programme,
    municipalities: options.municipality,
    fromAgeYears: options.ageFrom,
    toAgeYears: options.ageTo,
    ...askedPeopleOf(options, language),
    horizonMonths: options.horizon ?? requireProgramme(options.programme).horizonsMonths[0],
    size: options.size ?? (options.threshold === undefined ? 25 : undefined),
    thresholdProbability: options.threshold,
    purpose: 'planning' as const,
    requester: requesterOf(options),
    language,
    reasonsShown: options.reasons,
  };
}

/** The request was understood, and the answer is no. */
export class CohortRefused extends Error {
  readonly code: 'cohort-refused' | 'wrong-horizon';

  constructor(code: CohortRefused['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export function answered(outcome: ToldCohort, { language }: Pick<County, 'language'>): Told<Cohort> {
  if (outcome.status === 'answered') return outcome.cohort;
  if (outcome.status === 'refused') {
    throw new CohortRefused('cohort-refused', refusalReasons[outcome.reason][language]);
  }
  if (outcome.status === 'horizon-not-in-programme')
    throw new CohortRefused(
      'wrong-horizon',
      `--horizon: expected one of ${outcome.horizonsMonths.join(', ')}`,
    );
  throw wrongPreset(outcome, language);
}

export const writeCohort = (cohort: Told<Cohort>, folder: string): Promise<string[]> =>
  writeFiles({ 'cohort.csv': cohortCsv(cohort), 'cohort.json': cohortJson(cohort) }, folder);

/** Municipalities by code, or by their name in any of the three languages. */
export function municipalities(given: string): string[] {
  return listOf(given).map((asked) => {
    if (/^\d{3}$/.test(asked)) return asked;
    const known = Object.entries(ostrobothnia).find(([, names]) =>
      Object.values(names).some((name) => name.toLowerCase() === asked.toLowerCase()),
    );
    if (known) return known[0];
    throw new InvalidArgumentError('expected names of Ostrobothnian municipalities or three-digit codes.');
  });
}

function share(given: string): number {
  const number = Number(given);
  if (given.trim() !== '' && number >= 0 && number <= 1) return number;
  throw new InvalidArgumentError('expected a number from 0 to 1.');
}
