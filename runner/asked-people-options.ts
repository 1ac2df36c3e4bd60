import type { Command } from 'commander';
import type { Language } from '../data-contracts/schemas/fields.ts';
import { aboutTexts } from '../data-contracts/vocabularies/about-texts.ts';
import { ServiceStatus, serviceStatuses } from '../data-contracts/vocabularies/service-statuses.ts';
import type { PresetRefused } from '../functions/core/release/meant-people.ts';
import { say } from '../wording/say.ts';
import { listOf } from './home.ts';

export interface AskedPeopleOptions {
  readonly serviceStatus?: string[];
  readonly livesAlone?: true;
  readonly preset?: string;
}

/** The words by which a cohort and a plan are asked of some people alone, beside where they live and how old they are. */
export const withAskedPeople = (command: Command) =>
  command
    .option(
      '--service-status <list>',
      `any of ${ServiceStatus.options.map((status) => `\`${status}\``).join(', ')}; all unless told`,
      listOf,
    )
    .option('--lives-alone', 'only people who are known to live alone')
    .option('--preset <id>', 'instead of ages, statuses and living alone: one of `ennakko presets`');

/** A command's words name people whom no question can be about. */
export class WrongPeople extends Error {
  readonly code = 'wrong-people';
}

/** @throws WrongPeople in the reader's language */
export const askedPeopleOf = (
  { serviceStatus, livesAlone, preset }: AskedPeopleOptions,
  language: Language,
) => ({
  serviceStatuses: serviceStatus?.map((given) => statusOf(given, language)),
  livesAlone: livesAlone && ('yes' as const),
  preset,
});

/** A status by its id, or by its name in any of the three languages. */
function statusOf(given: string, language: Language): ServiceStatus {
  const known = ServiceStatus.options.find((status) =>
    [status, ...Object.values(serviceStatuses[status])].some(
      (name) => name.toLowerCase() === given.toLowerCase(),
    ),
  );
  if (known) return known;
  const names = ServiceStatus.options
    .map((status) => `${status} (${serviceStatuses[status][language]})`)
    .join(', ');
  throw new WrongPeople(say(aboutTexts.unknownStatus, language, { given, known: names }));
}

/** Why a question cannot be asked by its preset, in the reader's language. */
export const wrongPreset = (refused: PresetRefused, language: Language) =>
  new WrongPeople(
    refused.status === 'unknown-preset'
      ? say(aboutTexts.unknownPreset, language, { given: refused.given, known: refused.known.join(', ') })
      : aboutTexts.presetAndOwnTerms[language],
  );
