import { open } from 'node:fs/promises';
import { Command } from 'commander';
import { gateTexts } from '../../data-contracts/vocabularies/gate-texts.ts';
import { exportCells, exportHeads } from '../../functions/core/outreach/export-cells.ts';
import { csvForms, spreadsheetCsv, spreadsheetLine } from '../../functions/core/spreadsheet-csv.ts';
import { say as word } from '../../wording/say.ts';
import { openCounty, say, terminalWidth } from '../home.ts';
import { cardLines } from '../presentation/outreach-card.ts';
import { listsTable, openedListTable } from '../presentation/outreach-tables.ts';
import { type RequesterOptions, requesterOf } from '../requester-options.ts';
import { ofTeam, openTeam, theList, theRow } from '../team-list.ts';

const words = gateTexts.outreach;

export const listsCommand = () =>
  ofTeam(new Command('lists'))
    .description('the lists of the requester’s unit; nobody is named')
    .action(async (options: RequesterOptions, command: Command) => {
      const { service, language } = await openCounty(command);
      say(listsTable(await service.outreachLists(requesterOf(options)), language, terminalWidth()));
    });

export const showCommand = () =>
  ofTeam(new Command('show'))
    .description('open a list, names and all, for the team whose it is; the gate is asked about everyone')
    .argument(...theList)
    .action(async (list: string, options: RequesterOptions, command: Command) => {
      const { service, language, requester, listId } = await openTeam(list, options, command);
      const opened = await service.openOutreachList({ listId, requester, language });
      say(openedListTable(opened, language, terminalWidth()));
    });

export const cardCommand = () =>
  ofTeam(new Command('card'))
    .description('one person of a list: words for the first call, and what has been recorded, notes and all')
    .argument(...theList)
    .requiredOption(...theRow)
    .action(async (list: string, options: RequesterOptions & { row: number }, command: Command) => {
      const { service, language, requester, listId } = await openTeam(list, options, command);
      const card = await service.openOutreachRow({ listId, row: options.row, requester, language });
      for (const line of cardLines(card, language)) say(line);
    });

export const exportCommand = () =>
  ofTeam(new Command('export'))
    .description('write a list to a CSV file, row by row; the gate is asked about each as it is written')
    .argument(...theList)
    .requiredOption('--out <file>', 'the file; only its owner can read it')
    .action(async (list: string, options: RequesterOptions & { out: string }, command: Command) => {
      const { service, language, requester, listId } = await openTeam(list, options, command);
      const rows = await service.exportOutreachList({ listId, requester, language });
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

export const closeCommand = () =>
  ofTeam(new Command('close'))
    .description('close a list: its people are free for others, its outcomes count as evidence')
    .argument(...theList)
    .action(async (list: string, options: RequesterOptions, command: Command) => {
      const { service, language, requester, listId } = await openTeam(list, options, command);
      await service.closeOutreachList({ listId, eventId: 'closed', requester });
      say(words.nowClosed[language]);
    });
