import { Command } from 'commander';
import type { Language } from '../../data-contracts/schemas/fields.ts';
import { gateTexts } from '../../data-contracts/vocabularies/gate-texts.ts';
import { refusalReasons } from '../../data-contracts/vocabularies/refusal-reasons.ts';
import type { MakeListOutcome } from '../../functions/core/outreach/make-outreach-list.ts';
import { requireProgramme } from '../../functions/core/require-programme.ts';
import { say as word } from '../../wording/say.ts';
import { type County, openCounty, say, terminalWidth, wholeNumber } from '../home.ts';
import { chosen, UnusableChoice } from '../outreach-choice.ts';
import { previewLines, progressLines, resultsLines, unitsTable } from '../presentation/outreach-tables.ts';
import { type RequesterOptions, requesterOf, usualPlanner, withRequester } from '../requester-options.ts';
import { assignCommand, noteCommand, recordCommand, undoCommand } from './outreach-recording.ts';
import { cardCommand, closeCommand, exportCommand, listsCommand, showCommand } from './outreach-team.ts';

const words = gateTexts.outreach;

/** `ennakko outreach`: lists of people to contact, from a planner to a team and back as outcomes. */
export const outreachCommand = (command: Command) =>
  command
    .addCommand(unitsCommand())
    .addCommand(previewCommand())
    .addCommand(makeCommand())
    .addCommand(progressCommand())
    .addCommand(listsCommand())
    .addCommand(showCommand())
    .addCommand(cardCommand())
    .addCommand(exportCommand())
    .addCommand(recordCommand())
    .addCommand(noteCommand())
    .addCommand(assignCommand())
    .addCommand(undoCommand())
    .addCommand(closeCommand())
    .addCommand(resultsCommand());

const unitsCommand = () =>
  withRequester(new Command('units'), usualPlanner)
    .description('the units that have clients today, by name: a list is made for one of them')
    .action(async (options: RequesterOptions, command: Command) => {
      const { service, language } = await openCounty(command);
      const units = await service.units({ requester: requesterOf(options), language });
      say(unitsTable(units, language, terminalWidth()));
    });

const fromFile = [
  '--from <file>',
  'JSON with rows of client and, where suggested, intervention: cohort.json, plan.json, check-ups.json',
] as const;

const previewCommand = () =>
  withRequester(new Command('preview'), usualPlanner)
    .description('how many of a cohort or plan each team may contact, and what the others are missing')
    .requiredOption(...fromFile)
    .option('--for-unit <id>', 'this team alone: one of `outreach units`')
    .option('--programme <id>', 'a file of data-contracts/programmes', 'older-people')
    .option(
      '--quiet-days <days>',
      'without whom was contacted within so many days',
      wholeNumber(0, 3650),
      180,
    )
    .action(async (options: PreviewOptions, command: Command) => {
      const { service, language } = await openCounty(command);
      const { programme, forUnit: unit, quietDays } = options;
      const requester = requesterOf(options);
      const { clients } = await chosen(options.from, undefined);
      const preview = await service.previewOutreachList({ programme, unit, quietDays, clients, requester });
      if (preview.status === 'refused') throw new UnusableChoice(refusalReasons[preview.reason][language]);
      if (preview.status === 'unknown-unit') throw unknownUnit(unit!, language);
      const units = await service.units({ requester, language });
      const names = new Map(units.map((one) => [one.unit, one.name]));
      for (const line of previewLines(preview.units, preview.asked, names, language, terminalWidth()))
        say(line);
    });

interface PreviewOptions extends RequesterOptions {
  readonly from: string;
  readonly forUnit?: string;
  readonly programme: string;
  readonly quietDays: number;
}

const unknownUnit = (unit: string, language: Language) =>
  new UnusableChoice(word(words.unknownUnit, language, { unit }));

const makeCommand = () =>
  withRequester(new Command('make'), usualPlanner)
    .description('make a list for a team from a cohort or plan; nobody comes on two lists')
    .requiredOption(...fromFile)
    .requiredOption('--for-unit <id>', 'the team’s unit: one of `outreach units`')
    .option('--name <words>', 'what the list is called; nobody’s name')
    .option('--programme <id>', 'a file of data-contracts/programmes', 'older-people')
    .option(
      '--horizon <months>',
      'the horizon that the reasons are of; the first unless told',
      wholeNumber(1, 120),
    )
    .option('--intervention <id>', 'suggested to whom the file suggests nothing')
    .option(
      '--quiet-days <days>',
      'leave out who was contacted within so many days',
      wholeNumber(0, 3650),
      180,
    )
    .option('--reasons <number>', 'reasons for each client', wholeNumber(0, 10), 3)
    .action(async (options: MakeOptions, command: Command) => {
      const county = await openCounty(command);
      const made = await county.service.makeOutreachList({
        programme: options.programme,
        horizonMonths: options.horizon ?? requireProgramme(options.programme).horizonsMonths[0],
        unit: options.forUnit,
        name: options.name,
        ...(await chosen(options.from, options.intervention)),
        quietDays: options.quietDays,
        reasonsShown: options.reasons,
        requester: requesterOf(options),
      });
      for (const line of madeLines(made, options.forUnit, county)) say(line);
    });

interface MakeOptions extends RequesterOptions {
  readonly from: string;
  readonly forUnit: string;
  readonly name?: string;
  readonly programme: string;
  readonly horizon?: number;
  readonly intervention?: string;
  readonly quietDays: number;
  readonly reasons: number;
}

function madeLines(made: MakeListOutcome, forUnit: string, { language }: County): string[] {
  if (made.status === 'refused') throw new UnusableChoice(refusalReasons[made.reason][language]);
  if (made.status === 'unknown-unit') throw unknownUnit(forUnit, language);
  if (made.status === 'unknown-intervention')
    throw new UnusableChoice('intervention: not in the catalogue of interventions');
  if (made.status === 'horizon-not-in-programme')
    throw new UnusableChoice(`--horizon: expected one of ${made.horizonsMonths.join(', ')}`);
  if (made.status === 'too-few-to-list') return [words.tooFew[language]];
  const { number, unit } = made.list;
  const list = made.list.name === undefined ? String(number) : `${number} (${made.list.name})`;
  return [word(words.made, language, { list, count: made.listed, unit })];
}

const progressCommand = () =>
  withRequester(new Command('progress'), usualPlanner)
    .description('how the lists that the requester made get on, in numbers that reveal nobody')
    .action(async (options: RequesterOptions, command: Command) => {
      const { service, language } = await openCounty(command);
      const lists = await service.outreachProgress(requesterOf(options));
      for (const line of progressLines(lists, language, terminalWidth())) say(line);
    });

const resultsCommand = () =>
  withRequester(new Command('results'), usualPlanner)
    .description('what came of closed lists, by intervention; small counts are not shown')
    .action(async (options: RequesterOptions, command: Command) => {
      const { service, language } = await openCounty(command);
      const results = await service.outreachResults(requesterOf(options));
      const nameOf = await service.interventionName();
      const named = results.map(({ intervention, table }) => ({
        intervention: intervention === null ? undefined : nameOf(intervention, language),
        table,
      }));
      for (const line of resultsLines(named, language)) say(line);
    });
