import { type Command, InvalidArgumentError } from 'commander';
import { Language } from '../data-contracts/schemas/fields.ts';
import { texts } from '../data-contracts/vocabularies/texts.ts';
import type { Progress } from '../functions/core/ports/progress.ts';
import type { LocalService } from './service.ts';
import { terminalProgress } from './terminal-progress.ts';

/** In which language to speak, and how to tell progress. */
export interface Terminal {
  readonly language: Language;
  readonly progress: Progress;
}

/** What every command is given: where the county is, the terminal, and the service itself. */
export interface County extends Terminal {
  readonly home: string;
  readonly service: LocalService;
}

export function openTerminal(command: Command): Terminal {
  const language = Language.parse(command.optsWithGlobals<{ language: string }>().language);
  return { language, progress: terminalProgress((step) => stepName(step, language)) };
}

/** Reads the words that all commands share. */
export async function openCounty(command: Command): Promise<County> {
  const { home } = command.optsWithGlobals<{ home: string }>();
  const terminal = openTerminal(command);
  // Loaded only by a command that runs: asking for help needs neither the query engine nor the network.
  const { localService } = await import('./service.ts');
  const service = localService(home, terminal.progress);
  opened.push(service);
  return { home, ...terminal, service };
}

const opened: Pick<LocalService, 'anchorWhatWasWritten'>[] = [];

/** What a command leaves to be done when it has ended, well or not. */
export async function afterCommand(): Promise<void> {
  for (const service of opened.splice(0)) await service.anchorWhatWasWritten();
}

const stepName = (step: string, language: Language) =>
  step in texts.steps ? texts.steps[step as keyof typeof texts.steps][language] : step;

export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** A whole number in a command's words, with its bounds. */
export const wholeNumber = (minimum: number, maximum: number) => (given: string) => {
  const number = Number(given);
  if (Number.isInteger(number) && number >= minimum && number <= maximum) return number;
  throw new InvalidArgumentError(`expected a whole number from ${minimum} to ${maximum}.`);
};

/** One of some whole numbers. */
export const oneOf = (allowed: readonly number[]) => (given: string) => {
  const number = Number(given);
  if (allowed.includes(number)) return number;
  throw new InvalidArgumentError(`expected one of ${allowed.join(', ')}.`);
};

export function languageCode(given: string): Language {
  const parsed = Language.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new InvalidArgumentError('expected fi, sv or en.');
}

export const listOf = (given: string) => given.split(',').map((part) => part.trim());

/** Columns of the terminal; where there is none, as `COLUMNS` says, else 140. */
export const terminalWidth = () => process.stdout.columns ?? (Number(process.env.COLUMNS) || 140);
