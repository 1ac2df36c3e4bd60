import { randomUUID } from 'node:crypto';
import { Command, Option } from 'commander';
import { OutreachOutcome } from '../../data-contracts/schemas/outreach-list.ts';
import { gateTexts } from '../../data-contracts/vocabularies/gate-texts.ts';
import { outreachTexts } from '../../data-contracts/vocabularies/outreach-texts.ts';
import { say as word } from '../../wording/say.ts';
import { say } from '../home.ts';
import type { RequesterOptions } from '../requester-options.ts';
import { ofTeam, openTeam, theList, theRow } from '../team-list.ts';

const words = gateTexts.outreach;

const theId = ['--id <id>', 'an id of the recording: told again under it, it is recorded once'] as const;

export const recordCommand = () =>
  ofTeam(new Command('record'))
    .description('record what came of contacting somebody; it is kept before the command ends')
    .argument(...theList)
    .requiredOption(...theRow)
    .addOption(
      new Option('--outcome <outcome>', 'what came of it')
        .choices(OutreachOutcome.options)
        .makeOptionMandatory(),
    )
    .option('--objects', 'with declined: the person objects to being contacted again', false)
    .option('--call-on <day>', 'with call-again: the day on which to call, YYYY-MM-DD')
    .option(...theId)
    .action(async (list: string, options: RecordOptions, command: Command) => {
      const { service, language, requester, listId } = await openTeam(list, options, command);
      const { row, outcome, objects, callOn: callAgainOn, id: eventId = randomUUID() } = options;
      await service.recordOutcome({ listId, row, outcome, objects, callAgainOn, eventId, requester });
      say(word(words.recorded, language, { row: String(row), outcome: words.outcomes[outcome][language] }));
      if (objects) say(words.objected[language]);
      say(word(outreachTexts.undoHint, language, { list, event: eventId }));
    });

interface RecordOptions extends RequesterOptions {
  readonly row: number;
  readonly outcome: OutreachOutcome;
  readonly objects: boolean;
  readonly callOn?: string;
  readonly id?: string;
}

export const noteCommand = () =>
  ofTeam(new Command('note'))
    .description('keep a note on somebody of a list, encrypted; it is erased with the person')
    .argument(...theList)
    .requiredOption(...theRow)
    .requiredOption('--text <words>', 'at most 500 characters')
    .option(...theId)
    .action(async (list: string, options: NoteOptions, command: Command) => {
      const { service, language, requester, listId } = await openTeam(list, options, command);
      const { row, text, id: eventId = randomUUID() } = options;
      await service.writeNote({ listId, row, text, eventId, requester });
      say(word(outreachTexts.noted, language, { row: String(row) }));
      say(word(outreachTexts.undoHint, language, { list, event: eventId }));
    });

interface NoteOptions extends RequesterOptions {
  readonly row: number;
  readonly text: string;
  readonly id?: string;
}

export const assignCommand = () =>
  ofTeam(new Command('assign'))
    .description('say who of the team takes care of somebody of a list')
    .argument(...theList)
    .requiredOption(...theRow)
    .option('--to <id>', 'an identifier, never a name; without one, nobody in particular')
    .action(async (list: string, options: AssignOptions, command: Command) => {
      const { service, language, requester, listId } = await openTeam(list, options, command);
      const { row, to: assignee = null } = options;
      await service.assignRow({ listId, row, assignee, eventId: randomUUID(), requester });
      const { assigned, unassigned } = outreachTexts;
      say(
        word(assignee === null ? unassigned : assigned, language, { row: String(row), who: assignee ?? '' }),
      );
    });

interface AssignOptions extends RequesterOptions {
  readonly row: number;
  readonly to?: string;
}

export const undoCommand = () =>
  ofTeam(new Command('undo'))
    .description('take back what was recorded within the last fifteen minutes, an objection included')
    .argument(...theList)
    .requiredOption('--event <id>', 'the id of the recording')
    .action(async (list: string, options: RequesterOptions & { event: string }, command: Command) => {
      const { service, language, requester, listId } = await openTeam(list, options, command);
      await service.undoRecording({ listId, undoes: options.event, eventId: randomUUID(), requester });
      say(outreachTexts.undone[language]);
    });
