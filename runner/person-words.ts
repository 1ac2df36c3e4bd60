import type { Command } from 'commander';
import type { County } from './home.ts';
import { pseudonym } from './requester-options.ts';

/** A command was not told of whom it is. */
export class NobodyNamed extends Error {
  readonly code = 'nobody-named';
}

/**
 * Adds the words that say of whom a command is. A personal identity code is read from standard input and
 * nowhere else: a command's words stay in the shell's history and are seen by everybody on the machine.
 */
export const withPerson = (command: Command) =>
  command
    .option('--client <pseudonym>', 'the person, by pseudonym', pseudonym)
    .option(
      '--identifier-on-stdin',
      'read the person’s identity code or local: identifier from standard input',
    );

export interface PersonOptions {
  readonly client?: string;
  readonly identifierOnStdin?: boolean;
}

/** The pseudonym of the person that the words name. @throws NobodyNamed when they name none */
export async function personOf({ client, identifierOnStdin }: PersonOptions, { service }: County) {
  if (client !== undefined) return client;
  if (!identifierOnStdin) throw new NobodyNamed('give --client, or --identifier-on-stdin');
  let text = '';
  for await (const part of process.stdin) text += part;
  return (await service.pseudonymiser())(text.trim());
}
