import { randomUUID } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { DrawnPlace } from '../../data-contracts/schemas/drawn-place.ts';
import { Pseudonym, ThingId } from '../../data-contracts/schemas/fields.ts';
import { OutreachOutcome } from '../../data-contracts/schemas/outreach-list.ts';
import { gateTexts } from '../../data-contracts/vocabularies/gate-texts.ts';
import { refusalReasons } from '../../data-contracts/vocabularies/refusal-reasons.ts';
import { say as word } from '../../functions/adapters/intl/intl-wording.ts';
import { exportCells, exportHeads } from '../../functions/core/outreach/export-cells.ts';
import type { MakeListOutcome } from '../../functions/core/outreach/make-outreach-list.ts';
import { requireProgramme } from '../../functions/core/require-programme.ts';
import { csvForms, spreadsheetCsv, spreadsheetLine } from '../../functions/core/spreadsheet-csv.ts';
import { type County, openCounty, say, wholeNumber } from '../home.ts';
import { listsTable, openedListTable, resultsLines, unitsTable } from '../presentation/outreach-tables.ts';
import { type RequesterOptions, requesterOf, usualPlanner, withRequester } from '../requester-options.ts';

const words = gateTexts.outreach;
const worker = { requester: 'local-worker', role: 'prevention-worker', unit: 'no-unit' } as const;

/** `ennakko outreach`: lists of people to contact, from a planner to a team and back as outcomes. */
export const outreachCommand = (command: Command) =>
  command
    .addCommand(unitsCommand())
    .addCommand(makeCommand())
    .addCommand(listsCommand())
    .addCommand(showCommand())
    .addCommand(exportCommand())
    .addCommand(recordCommand())
    .addCommand(closeCommand())
    .addCommand(resultsCommand());

const unitsCommand = () =>
  withRequester(new Command('units'), usualPlanner)
    .description('the units that have clients today, by name: a list is made for one of them')
    .action(async (options: RequesterOptions, command: Command) => {
      const { service, language } = await openCounty(command);
      say(unitsTable(await service.units({ requester: requesterOf(options), language }), language));
    });

const makeCommand = () =>
  withRequester(new Command('make'), usualPlanner)
    .description('make a list for a team from a cohort or plan; nobody comes on two lists')
    .requiredOption(
      '--from <file>',
      'JSON with rows of client and, where suggested, intervention: cohort.json, plan.json',
    )
    .requiredOption('--for-unit <id>', 'the team’s unit: one of `outreach units`')
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
  readonly programme: string;
  readonly horizon?: number;
  readonly intervention?: string;
  readonly quietDays: number;
  readonly reasons: number;
}

/** The file of people to list, or the list itself, cannot be used as it is. */
export class UnusableChoice extends Error {
  readonly code = 'unusable-choice';
}

const Choice = z.object({
  rows: z.array(z.object({ client: Pseudonym, intervention: ThingId.nullish() })),
  lots: z.array(DrawnPlace).optional(),
});

async function chosen(path: string, intervention: string | undefined) {
  const parsed = Choice.safeParse(await jsonOf(path));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UnusableChoice(`${path}: ${issue?.path.join('.') || 'content'}: ${issue?.code}`);
  }
  const { rows, lots = [] } = parsed.data;
  const clients = rows.map((row) => ({
    client: row.client,
    intervention: row.intervention ?? intervention ?? null,
  }));
  return { clients, lots };
}

async function jsonOf(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function madeLines(made: MakeListOutcome, forUnit: string, { language }: County): string[] {
  if (made.status === 'refused') throw new UnusableChoice(refusalReasons[made.reason][language]);
  if (made.status === 'unknown-unit')
    throw new UnusableChoice(word(words.unknownUnit, language, { unit: forUnit }));
  if (made.status === 'unknown-intervention')
    throw new UnusableChoice('intervention: not in the catalogue of interventions');
  if (made.status === 'horizon-not-in-programme')
    throw new UnusableChoice(`--horizon: expected one of ${made.horizonsMonths.join(', ')}`);
  if (made.status === 'too-few-to-list') return [words.tooFew[language]];
  const { listId, unit } = made.list;
  return [word(words.made, language, { list: listId, count: made.listed, unit })];
}

const listsCommand = () =>
  withRequester(new Command('lists'), worker)
    .description('the lists of the requester’s unit; nobody is named')
    .action(async (options: RequesterOptions, command: Command) => {
      const { service, language } = await openCounty(command);
      say(listsTable(await service.outreachLists(requesterOf(options)), language));
    });

const showCommand = () =>
  withRequester(new Command('show'), worker)
    .description('open a list, names and all, for the team whose it is; the gate is asked about everyone')
    .argument('<list>', 'the list’s id')
    .action(async (listId: string, options: RequesterOptions, command: Command) => {
      const { service, language } = await openCounty(command);
      const opened = await service.openOutreachList({ listId, requester: requesterOf(options), language });
      say(openedListTable(opened, language));
    });

const exportCommand = () =>
  withRequester(new Command('export'), worker)
    .description('write a list to a CSV file, row by row; the gate is asked about each as it is written')
    .argument('<list>', 'the list’s id')
    .requiredOption('--out <file>', 'the file; only its owner can read it')
    .action(async (listId: string, options: RequesterOptions & { out: string }, command: Command) => {
      const { service, language } = await openCounty(command);
      const rows = await service.exportOutreachList({ listId, requester: requesterOf(options), language });
      const form = csvForms[language];
      const file = await open(options.out, 'w', 0o600);
      let count = 0;
      try {
        await file.appendFile(spreadsheetCsv([exportHeads(language)], form));
        for await (const row of rows) {
          await file.appendFile(spreadsheetLine(exportCells(row, language), form));
          count += 1;
        }
      } finally {
        await file.close();
      }
      say(word(words.exported, language, { count, file: options.out }));
    });

const recordCommand = () =>
  withRequester(new Command('record'), worker)
    .description('record what came of contacting somebody; it is kept before the command ends')
    .argument('<list>', 'the list’s id')
    .requiredOption('--row <number>', 'the row', wholeNumber(1, 1_000_000))
    .addOption(
      new Option('--outcome <outcome>', 'what came of it')
        .choices(OutreachOutcome.options)
        .makeOptionMandatory(),
    )
    .option('--objects', 'with declined: the person objects to being contacted again', false)
    .option('--id <id>', 'an id of the recording: told again under it, it is recorded once')
    .action(async (listId: string, options: RecordOptions, command: Command) => {
      const { service, language } = await openCounty(command);
      const { row, outcome, objects, id } = options;
      const recording = { listId, row, outcome, objects, eventId: id ?? randomUUID() };
      await service.recordOutcome({ ...recording, requester: requesterOf(options) });
      say(word(words.recorded, language, { row: String(row), outcome: words.outcomes[outcome][language] }));
      if (objects) say(words.objected[language]);
    });

interface RecordOptions extends RequesterOptions {
  readonly row: number;
  readonly outcome: OutreachOutcome;
  readonly objects: boolean;
  readonly id?: string;
}

const closeCommand = () =>
  withRequester(new Command('close'), worker)
    .description('close a list: its people are free for others, its outcomes count as evidence')
    .argument('<list>', 'the list’s id')
    .action(async (listId: string, options: RequesterOptions, command: Command) => {
      const { service, language } = await openCounty(command);
      await service.closeOutreachList({ listId, eventId: 'closed', requester: requesterOf(options) });
      say(words.nowClosed[language]);
    });

const resultsCommand = () =>
  withRequester(new Command('results'), usualPlanner)
    .description('what came of closed lists, by intervention; small counts are not shown')
    .action(async (options: RequesterOptions, command: Command) => {
      const { service, language } = await openCounty(command);
      const results = await service.outreachResults(requesterOf(options));
      const named = results.map(({ intervention, table }) => ({
        intervention: intervention === null ? undefined : service.interventionName(intervention, language),
        table,
      }));
      for (const line of resultsLines(named, language)) say(line);
    });
