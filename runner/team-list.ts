import type { Command } from 'commander';
import { outreachTexts } from '../data-contracts/vocabularies/outreach-texts.ts';
import { say as word } from '../wording/say.ts';
import { type County, openCounty, wholeNumber } from './home.ts';
import { UnusableChoice } from './outreach-choice.ts';
import { type RequesterOptions, requesterOf, withRequester } from './requester-options.ts';

const worker = { requester: 'local-worker', role: 'prevention-worker', unit: 'no-unit' } as const;

/** A command of a team. */
export const ofTeam = (command: Command) => withRequester(command, worker);

export const theList = ['<list>', 'the list’s number, or its id'] as const;
export const theRow = ['--row <number>', 'the row', wholeNumber(1, 1_000_000)] as const;

/** The county and a list of the requester’s unit, told by its number or its id. @throws UnusableChoice */
export async function openTeam(told: string, options: RequesterOptions, command: Command) {
  const county = await openCounty(command);
  const requester = requesterOf(options);
  const { service, language } = county;
  return { service, language, requester, listId: await listIdOf(county, told, requester) };
}

async function listIdOf(
  { service, language }: County,
  told: string,
  requester: ReturnType<typeof requesterOf>,
): Promise<string> {
  if (!/^\d{1,6}$/.test(told)) return told;
  const lists = await service.outreachLists(requester);
  const found = lists.find(({ list }) => list.number === Number(told));
  if (found) return found.list.listId;
  throw new UnusableChoice(word(outreachTexts.unknownList, language, { list: told }));
}
