import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { HiddenReason } from '../../data-contracts/schemas/hidden-demand.ts';
import type { Plan } from '../../data-contracts/schemas/plan.ts';
import { bandBeginnings, bandEnds } from '../../data-contracts/vocabularies/age-bands.ts';
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
import { checkUpFiles, renderCheckUpPlan } from '../presentation/check-up-table.ts';
import { planFiles } from '../presentation/plan-files.ts';
import { pictureNames } from '../presentation/plan-pictures.ts';
import { renderPlanTable } from '../presentation/plan-table.ts';
import type { ToldCheckUps } from '../questions/hidden-demand.ts';
import type { ToldPlan } from '../questions/plan.ts';
import { type RequesterOptions, requesterOf, usualPlanner, withAsker } from '../requester-options.ts';
import { instant } from '../words.ts';
import { writeFiles } from '../write-files.ts';
import { municipalities } from './cohort.ts';

/** `ennakko plan`: who should be offered which intervention, within a budget and places. */
export const planCommand = (command: Command) =>
  withAskedPeople(withAsker(command, usualPlanner))
    .requiredOption('--budget <euros>', 'for the interventions’ own costs', euros)
    .option('--programme <id>', 'a file of data-contracts/programmes', 'older-people')
    .option('--area <list>', 'municipalities, such as Vaasa,Laihia; all unless told', municipalities)
    .option(
      '--age-from <years>',
      `youngest, the first age of a band: ${bandBeginnings.join(', ')}`,
      oneOf(bandBeginnings),
    )
    .option('--age-to <years>', `oldest, the last age of a band: ${bandEnds.join(', ')}`, oneOf(bandEnds))
    .option('--interventions <list>', 'ids of the catalogue; the programme’s unless told', listOf)
    .option(
      '--capacity <intervention=places>',
      'clients it can be offered to, such as home-rehabilitation=120; may be given more than once',
      capacity,
    )
    .addOption(
      new Option('--worth <euros>', 'what a year lived at home is worth beside the costs')
        .argParser(euros)
        .default(2_000_000, '20000'),
    )
    .addOption(
      new Option('--equal-within <euros>', 'net benefits closer than this are equal')
        .argParser(euros)
        .default(10_000, '100'),
    )
    .addOption(
      new Option(
        '--hidden [reason]',
        'instead of those at risk: a check-up for who without service is worth one; cost, reach and expected starts, no savings',
      )
        .choices(HiddenReason.options)
        .preset(HiddenReason.options[0])
        .conflicts(['worth', 'equalWithin', 'at', 'serviceStatus', 'livesAlone', 'preset']),
    )
    .option('--draws <number>', 'draws of the uncertain values', wholeNumber(100, 20_000), 1000)
    .option('--seed <number>', 'of draws and lots', wholeNumber(0, 2 ** 31 - 1), 1)
    .option('--rows <number>', 'offers shown here; all are in the files', wholeNumber(0, 20_000), 10)
    .option('--at <instant>', 'as of when, such as 2026-01-15T09:00:00Z; now unless told', instant)
    .option('--out <folder>', 'where the files go; <home>/plans/<programme> unless told')
    .action(async (options: PlanOptions, command: Command) => {
      const county = await openCounty(command);
      if (options.hidden) return tellCheckUps(options, options.hidden, county);
      const plan = planned(await county.service.plan(questionOf(options, county), options.at), county);
      say(renderPlanTable(plan, { width: terminalWidth(), rows: options.rows }));
      const folder = options.out ?? join(county.home, 'plans', plan.programme);
      for (const path of await writePlan(plan, folder)) say(path);
    });

async function tellCheckUps(options: PlanOptions, reason: HiddenReason, county: County): Promise<void> {
  const { programme, area, ageFrom, ageTo, budget, draws, seed } = options;
  const outcome: ToldCheckUps = await county.service.checkUps({
    programme,
    reason,
    municipalities: area,
    fromAgeYears: ageFrom,
    toAgeYears: ageTo,
    budgetCents: budget,
    ...offeredCheckUp(options),
    draws,
    seed,
    requester: requesterOf(options),
    language: county.language,
  });
  if (outcome.status === 'refused') throw new PlanRefused(refusalReasons[outcome.reason][county.language]);
  if (outcome.status === 'not-in-programme')
    throw new PlanRefused(`--hidden: hidden demand is not looked for in ${programme}`);
  const { plan } = outcome;
  say(renderCheckUpPlan(plan, { width: terminalWidth(), rows: options.rows }));
  const folder = options.out ?? join(county.home, 'plans', plan.programme);
  for (const path of await writeFiles(checkUpFiles(plan), folder)) say(path);
}

/** Which check-up, and how many places: one, and those of no other. */
function offeredCheckUp({ programme, interventions = [], capacity = {} }: PlanOptions) {
  if (interventions.length > 1) throw new PlanRefused('--interventions: only one together with --hidden');
  const [named] = interventions.map(idOf);
  const intervention = named ?? requireProgramme(programme).hiddenDemand?.checkUp ?? '';
  const other = Object.keys(capacity).find((id) => id !== intervention);
  if (other) throw new PlanRefused(`capacity: ${other} is not offered; offered are ${intervention}`);
  return { intervention: named, places: capacity[intervention] };
}

/** Writes the plan's files, and takes away pictures of an earlier plan that this one does not have. */
async function writePlan(plan: Told<Plan>, folder: string): Promise<string[]> {
  const files = planFiles(plan);
  for (const name of pictureNames) if (!files[name]) await rm(join(folder, name), { force: true });
  return writeFiles(files, folder);
}

interface PlanOptions extends RequesterOptions, AskedPeopleOptions {
  readonly budget: number;
  readonly programme: string;
  readonly area?: string[];
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly interventions?: string[];
  readonly capacity?: Record<string, number>;
  readonly hidden?: HiddenReason;
  readonly worth: number;
  readonly equalWithin: number;
  readonly draws: number;
  readonly seed: number;
  readonly rows: number;
  readonly at?: string;
  readonly out?: string;
}

const questionOf = (options: PlanOptions, { language }: Pick<County, 'language'>) => ({
  programme: options.programme,
  municipalities: options.area,
  fromAgeYears: options.ageFrom,
  toAgeYears: options.ageTo,
  ...askedPeopleOf(options, language),
  budgetCents: options.budget,
  interventions: options.interventions?.map(idOf),
  capacity: options.capacity ?? {},
  worthPerHomeYearCents: options.worth,
  equalWithinCents: options.equalWithin,
  draws: options.draws,
  seed: options.seed,
  purpose: 'planning' as const,
  requester: requesterOf(options),
  language,
});

/** The request was understood, and the answer is no. */
export class PlanRefused extends Error {
  readonly code = 'plan-refused';
}

function planned(outcome: ToldPlan, { language }: Pick<County, 'language'>): Told<Plan> {
  if (outcome.status === 'planned') return outcome.plan;
  if (outcome.status === 'refused') throw new PlanRefused(refusalReasons[outcome.reason][language]);
  throw wrongPreset(outcome, language);
}

/** Euros in a command's words, as cents: digits, at most two after a point. */
function euros(given: string): number {
  const cents = Math.round(Number(given) * 100);
  if (/^\d+(\.\d{1,2})?$/.test(given) && cents <= 10_000_000_000) return cents;
  throw new InvalidArgumentError('expected euros from 0 to 100000000, such as 400000.');
}

/** An intervention's id, also where it is written as `homeRehabilitation`. */
const idOf = (given: string) => given.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function capacity(given: string, before: Record<string, number> = {}): Record<string, number> {
  const [name = '', places = ''] = given.split('=');
  if (/^[\w.:-]+$/.test(name) && /^\d{1,8}$/.test(places)) return { ...before, [idOf(name)]: Number(places) };
  throw new InvalidArgumentError(
    'expected an intervention and places from 0, such as home-rehabilitation=120.',
  );
}
