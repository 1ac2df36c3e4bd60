import { existsSync } from 'node:fs';
import { type Command, CommanderError } from 'commander';
import { Language } from '../data-contracts/schemas/fields.ts';
import { inLanguage } from '../data-contracts/vocabularies/messages/in-language.ts';
import type { HomeBusy } from '../functions/adapters/folder/home-lock.ts';
import { withoutIdentityCodes } from '../functions/core/identity/personal-identity-code.ts';
import type { NothingPublished } from '../functions/core/require-current.ts';
import { commandList } from './command-list.ts';
import { exitCodes } from './exit-codes.ts';
import { SpokenCommand, speak } from './help-in-language.ts';
import { afterCommand, languageCode } from './home.ts';

/** The command line, with the words of those commands that are named in what was asked. */
async function commandLine(argv: readonly string[], language: Language): Promise<Command> {
  const program = new SpokenCommand('ennakko', language)
    .description(
      'Foresight for wellbeing services counties: who will need heavy services, why, and what it costs.',
    )
    .option(
      '--home <folder>',
      "the county's folder: landing/, tables/, models/ …",
      process.env.ENNAKKO_HOME ?? 'county',
    )
    .option('--language <code>', 'fi, sv or en', languageCode, language)
    .showHelpAfterError(inLanguage('(add --help for the words a command takes)', language))
    .addHelpText('after', afterHelp)
    .configureOutput({ writeErr })
    .exitOverride();
  for (const [name, { does, words }] of Object.entries(commandList)) {
    const command = new SpokenCommand(name, language).description(does);
    if (argv.includes(name)) (await words())(command);
    program.addCommand(withSettingsOf(program, command));
  }
  speak(program, language);
  return program;
}

/** Gives a command, and those within it, the settings that all share. */
function withSettingsOf(program: Command, command: Command): Command {
  for (const within of command.commands) withSettingsOf(program, within);
  return command.exitOverride().copyInheritedSettings(program);
}

/** A word that is refused is repeated, unless it is somebody's identity code. */
const writeErr = (text: string) => process.stderr.write(withoutIdentityCodes(text));

const afterHelp = `
Exit codes: 0 done · 1 failed · 2 wrong words · 3 verify found a fault
One county's way: drop files in <home>/landing/<delivery>/, then ingest, build, train, score, cohort.`;

/** The language that is asked for, before anything else is read: what is said of the words needs it too. */
function languageOf(argv: readonly string[]): Language {
  const at = argv.findLastIndex((word) => word === '--language' || word.startsWith('--language='));
  const given = argv[at]?.split('=')[1] ?? argv[at + 1];
  const usual = Language.catch('en').parse(process.env.ENNAKKO_LANGUAGE);
  return at < 0 ? usual : Language.catch(usual).parse(given);
}

/** Runs one command; a failure is one line on standard error and an exit code, never a stack trace. */
export async function runCommandLine(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', endQuietly);
  const language = languageOf(argv);
  const program = await commandLine(argv, language);
  const home = () => program.opts<{ home: string }>().home;
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = await exitCodeOf(error, language, home());
  }
  await afterCommand().catch(async (error: unknown) =>
    writeErr(
      `ennakko: ${inLanguage(`the audit log was not anchored: ${await oneLine(error, language, home())}`, language)}\n`,
    ),
  );
}

/** Whoever reads the output may stop, as `head` does; that is no failure of ours. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? exitCodes.ok);
}

/** Errors that say: the command was understood, what it was given was not. */
const wrongWords = new Set([
  'invalid-job',
  'unknown-programme',
  'wrong-horizon',
  'wrong-people',
  'identity-code-as-requester',
  'plan-fault',
  'bad-catalogue',
  'identity-code-in-words',
  'not-a-person-identifier',
  'unusable-fhir-consent',
  'consent-id-taken',
  'nobody-named',
  'outreach-list-not-found',
  'no-such-row',
  'outreach-event-id-taken',
  'unusable-choice',
  'no-erasure-request',
  'already-erased',
]);

async function exitCodeOf(error: unknown, language: Language, home: string): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  writeErr(`ennakko: ${await oneLine(error, language, home)}\n`);
  if (wrongWords.has((error as { code?: string }).code ?? '')) return exitCodes.usage;
  if (process.env.ENNAKKO_TRACE) process.stderr.write(`${(error as Error).stack}\n`);
  return exitCodes.failed;
}

async function oneLine(error: unknown, language: Language, home: string): Promise<string> {
  if (isHomeBusy(error)) return (await import('./busy-line.ts')).busyLine(error, language);
  if (isNothingPublished(error) && !existsSync(home))
    return inLanguage(`${home}: there is no such folder`, language);
  return inLanguage(String(error instanceof Error ? error.message : error).split('\n', 1)[0]!, language);
}

const isNothingPublished = (error: unknown) =>
  (error as { code?: string } | undefined)?.code === ('nothing-published' satisfies NothingPublished['code']);

const isHomeBusy = (error: unknown): error is HomeBusy =>
  (error as { code?: string } | undefined)?.code === ('home-busy' satisfies HomeBusy['code']);
