import { Command, CommanderError } from 'commander';
import { Language } from '../data-contracts/schemas/fields.ts';
import type { HomeHolder } from '../data-contracts/schemas/home-holder.ts';
import { gateTexts } from '../data-contracts/vocabularies/gate-texts.ts';
import { HomeBusy } from '../functions/adapters/folder/home-lock.ts';
import { say as word } from '../functions/adapters/intl/intl-wording.ts';
import { withoutIdentityCodes } from '../functions/core/identity/personal-identity-code.ts';
import { auditCommand } from './commands/audit.ts';
import { backupCommand } from './commands/backup.ts';
import { buildCommand } from './commands/build.ts';
import { cardCommand } from './commands/card.ts';
import { cohortCommand } from './commands/cohort.ts';
import { compareCommand } from './commands/compare.ts';
import { consentCommand } from './commands/consent.ts';
import { evidenceCommand } from './commands/evidence.ts';
import { importCommand } from './commands/import.ts';
import { ingestCommand } from './commands/ingest.ts';
import { keysCommand } from './commands/keys.ts';
import { outreachCommand } from './commands/outreach.ts';
import { planCommand } from './commands/plan.ts';
import { restoreCommand } from './commands/restore.ts';
import { retrainCommand } from './commands/retrain.ts';
import { rightsCommand } from './commands/rights.ts';
import { scoreCommand } from './commands/score.ts';
import { serveCommand } from './commands/serve.ts';
import { simulateCommand } from './commands/simulate.ts';
import { startCommand } from './commands/start.ts';
import { statisticsCommand } from './commands/statistics.ts';
import { tableCommand } from './commands/table.ts';
import { trainCommand } from './commands/train.ts';
import { verifyCommand } from './commands/verify.ts';
import { exitCodes } from './exit-codes.ts';
import { afterCommand, languageCode } from './home.ts';

export function commandLine(): Command {
  const program = new Command('ennakko')
    .description(
      'Foresight for wellbeing services counties: who will need heavy services, why, and what it costs.',
    )
    .option(
      '--home <folder>',
      "the county's folder: landing/, tables/, models/ …",
      process.env.ENNAKKO_HOME ?? 'county',
    )
    .option('--language <code>', 'fi, sv or en', languageCode, 'en')
    .showHelpAfterError('(add --help for the words a command takes)')
    .addHelpText('after', afterHelp)
    .configureOutput({ writeErr })
    .exitOverride();
  const commands = [
    startCommand,
    simulateCommand,
    importCommand,
    ingestCommand,
    buildCommand,
    trainCommand,
    retrainCommand,
    cardCommand,
    scoreCommand,
    cohortCommand,
    planCommand,
    consentCommand,
    outreachCommand,
    evidenceCommand,
    auditCommand,
    keysCommand,
    rightsCommand,
    statisticsCommand,
    verifyCommand,
    backupCommand,
    restoreCommand,
    serveCommand,
    tableCommand,
    compareCommand,
  ];
  for (const command of commands) program.addCommand(withSettingsOf(program, command()));
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

/** Runs one command; a failure is one line on standard error and an exit code, never a stack trace. */
export async function runCommandLine(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', endQuietly);
  const program = commandLine();
  const language = () => Language.catch('en').parse(program.opts().language);
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = exitCodeOf(error, language());
  }
  await afterCommand().catch((error: unknown) =>
    writeErr(`ennakko: the audit log was not anchored: ${oneLine(error, language())}\n`),
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

function exitCodeOf(error: unknown, language: Language): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  writeErr(`ennakko: ${oneLine(error, language)}\n`);
  if (wrongWords.has((error as { code?: string }).code ?? '')) return exitCodes.usage;
  if (process.env.ENNAKKO_TRACE) process.stderr.write(`${(error as Error).stack}\n`);
  return exitCodes.failed;
}

function oneLine(error: unknown, language: Language): string {
  if (error instanceof HomeBusy) return word(gateTexts.busy, language, holderInWords(error.holder));
  return String(error instanceof Error ? error.message : error).split('\n', 1)[0]!;
}

const holderInWords = ({ command, processId, host, since }: HomeHolder) => ({
  command,
  processId: String(processId),
  host,
  since,
});
