import type { Language } from '../data-contracts/schemas/fields.ts';
import type { UseCase } from '../data-contracts/schemas/use-case.ts';
import { rightsTexts } from '../data-contracts/vocabularies/rights-texts.ts';
import { unitNamesFrom } from '../data-contracts/vocabularies/unit-names.ts';
import type { AuditLine } from '../functions/core/ports/audit-log.ts';
import type { AccessDocument } from '../functions/core/rights/access-document.ts';
import { auditParts } from './audit-parts.ts';
import { dayInWords } from './days-in-words.ts';
import { say } from './say.ts';

/** By which a worker is shown something of the person. */
const showing: readonly UseCase[] = [
  'ask-cohort',
  'ask-plan',
  'make-outreach-list',
  'open-outreach-list',
  'export-outreach-list',
];

/**
 * What was done with a person's data, for the person: to whom they were shown, and all else. Workers are told of by
 * role and unit; what was done alike on one day is told once.
 */
export function usedLines({ seen, language, county }: AccessDocument) {
  const nameOf = unitNamesFrom(county.unitNames);
  const lines = seen.map((line) => ({
    isShown: isShown(line),
    text: usedLine(line, language, (unit) => nameOf(unit, language)),
  }));
  const of = (shown: boolean) =>
    counted(
      lines.filter(({ isShown }) => isShown === shown).map(({ text }) => text),
      language,
    );
  return { shown: of(true), other: of(false) };
}

const isShown = ({ entry }: AuditLine) =>
  entry.kind === 'release-decisions' &&
  entry.useCase !== undefined &&
  showing.includes(entry.useCase) &&
  entry.decisions.some(([, decision]) => decision === 'released');

function usedLine({ entry }: AuditLine, language: Language, nameOf: (unit: string) => string): string {
  const { requester, what, outcome } = auditParts(entry, language);
  return say(rightsTexts.seenLine, language, {
    day: dayInWords(entry.at, language),
    role: requester ? rightsTexts.roles[requester.role][language] : '',
    unit: requester ? nameOf(requester.unit) : '',
    what,
    outcome: outcome || 'none',
  });
}

/** Each line once, in order, with how often it came. */
function counted(lines: readonly string[], language: Language): string[] {
  const times = new Map<string, number>();
  for (const line of lines) times.set(line, (times.get(line) ?? 0) + 1);
  return [...times].map(([line, count]) =>
    count === 1 ? `- ${line}` : `- ${line} ${say(rightsTexts.times, language, { count })}`,
  );
}
