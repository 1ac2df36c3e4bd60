import { type AddHelpTextPosition, type Argument, Command, Help, type Option } from 'commander';
import type { Language } from '../data-contracts/schemas/fields.ts';
import { inLanguage } from '../data-contracts/vocabularies/messages/in-language.ts';
import { placeholderWords } from '../data-contracts/vocabularies/messages/placeholder-words.ts';

/** A command whose lines after its help are in a language too. */
export class SpokenCommand extends Command {
  readonly #language: Language;

  constructor(name: string, language: Language) {
    super(name);
    this.#language = language;
  }

  override addHelpText(position: AddHelpTextPosition, text: unknown): this {
    if (typeof text !== 'string') throw new RangeError('help text: expected a text, got a function');
    return super.addHelpText(position, linesInLanguage(text, this.#language));
  }
}

const linesInLanguage = (text: string, language: Language) =>
  text
    .split('\n')
    .map((line) => placeholders(inLanguage(line, language), language))
    .join('\n');

/** Makes a command, and those within it, speak a language: its help, what its options are, what it finds wrong. */
export function speak(command: Command, language: Language): void {
  const word = (english: string) => placeholders(inLanguage(english, language), language);
  command
    .configureHelp(helpIn(word, language))
    .helpOption('-h, --help', word('display help for command'))
    .configureOutput({ outputError: (text, write) => write(linesInLanguage(text, language)) });
  if (command.commands.length > 0)
    command.helpCommand(`help [${placeholder('command', language)}]`, word('display help for command'));
  for (const within of command.commands) speak(within, language);
}

type Word = (english: string) => string;

/** As commander writes help, but for the words. */
const helpIn = (word: Word, language: Language): Partial<Help> => ({
  styleTitle: word,
  styleUsage: (usage) => usage.replace(/\[(options|command)\]/g, word),
  commandDescription: (command) => word(command.description()),
  subcommandDescription: (command) => word(command.summary() || command.description()),
  subcommandTerm: (command) => word(usual.subcommandTerm(command).replace('[options]', word)),
  optionTerm: ({ flags }) => placeholders(flags, language),
  argumentTerm: (argument) => placeholder(argument.name(), language),
  optionDescription: (option) => described(option, option.negate, word),
  argumentDescription: (argument) => described(argument, false, word),
});

const usual = new Help();

/** What an option or an argument is, what it may be, and what it is unless told. */
function described(
  one: Pick<Option & Argument, 'description' | 'argChoices' | 'defaultValue'>,
  isNegated: boolean,
  word: Word,
): string {
  const { description, argChoices, defaultValue } = one;
  const more = [
    ...(argChoices ? [`choices: ${argChoices.join(', ')}`] : []),
    ...(defaultValue === undefined || isNegated || typeof defaultValue === 'boolean'
      ? []
      : [`default: ${defaultValue}`]),
  ].map(word);
  return more.length > 0 ? `${word(description)} (${more.join(', ')})` : word(description);
}

const placeholders = (flags: string, language: Language) =>
  flags.replace(/<([^<>]+)>/g, (_, name: string) => `<${placeholder(name, language)}>`);

const placeholder = (name: string, language: Language) => placeholderWords[name]?.[language] ?? name;
