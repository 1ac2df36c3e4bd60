import type { Language } from '../../data-contracts/schemas/fields.ts';
import type { RowCard, RowHistoryLine } from '../../data-contracts/schemas/outreach-list.ts';
import { gateTexts } from '../../data-contracts/vocabularies/gate-texts.ts';
import { outreachTexts } from '../../data-contracts/vocabularies/outreach-texts.ts';
import { figures } from '../../wording/figures.ts';
import { say } from '../../wording/say.ts';
import { plain, rowCells, rowHeads } from './outreach-tables.ts';

const words = gateTexts.outreach;
const { callLanguages, callTitle, history } = outreachTexts;

/** One person of a list as a team works with them: what is known, what to say, what has been recorded. */
export function cardLines({ row, callWords, history: recorded }: RowCard, language: Language): string[] {
  const facts = rowCells(row, language).map((cell, place) => [rowHeads[place]![language], cell] as const);
  const callLanguage = callLanguages[`language-${callWords.language}`][language];
  return [
    ...facts.filter(([, cell]) => cell !== '').map(([head, cell]) => `${head}: ${underEachOther(cell)}`),
    '',
    `${say(callTitle, language, { language: callLanguage })}:`,
    `  ${callWords.text}`,
    '',
    `${history.title[language]}:`,
    ...(recorded.length > 0
      ? recorded.map((line) => `  ${historyLine(line, language)}`)
      : [`  ${history.nothing[language]}`]),
    '',
    words.peopleDecide[language],
  ];
}

const underEachOther = (cell: string) =>
  cell.startsWith('•') ? `\n  ${cell.replaceAll('\n', '\n  ')}` : cell;

function historyLine(line: RowHistoryLine, language: Language): string {
  const { at, recordedBy, isUndone, undoableUntil, eventId } = line;
  const until = undoableUntil && { time: timeIn(undoableUntil, language), event: eventId };
  return [
    `${figures(language).day(at.slice(0, 10))} ${timeIn(at, language)} ${recordedBy}: ${whatIn(line, language)}`,
    ...(isUndone ? [history.undone[language]] : []),
    ...(until ? [say(history.undoable, language, until)] : []),
  ].join(' – ');
}

function whatIn({ kind, outcome, objects, callAgainOn, note, assignee }: RowHistoryLine, language: Language) {
  if (kind === 'note')
    return note === undefined
      ? history.noteGone[language]
      : say(history.note, language, { text: plain(note) });
  if (kind === 'assigned')
    return assignee ? say(history.assigned, language, { who: assignee }) : history.unassigned[language];
  const told = words.outcomes[outcome!][language];
  if (callAgainOn)
    return say(history.callAgain, language, { outcome: told, day: figures(language).day(callAgainOn) });
  return objects ? say(history.objects, language, { outcome: told }) : told;
}

/** Hours and minutes in Finland. */
const timeIn = (instant: string, language: Language) =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : `${language}-FI`, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Helsinki',
  }).format(new Date(instant));
