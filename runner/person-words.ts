import type { Command } from 'commander';
import type { z } from 'zod';
import type { Pseudonym } from '../data-contracts/schemas/fields.ts';
import type { Requester } from '../data-contracts/schemas/requester.ts';
import { told, toldToWhoHasTheCode } from '../functions/core/identity/told.ts';
import { newId } from '../functions/homes/system.ts';
import type { County } from './home.ts';
import { pseudonym, type RequesterOptions, requesterOf } from './requester-options.ts';

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
    .option('--client <pseudonym>', 'the person, by a pseudonym that the unit was told', pseudonym)
    .option(
      '--identifier-on-stdin',
      'read the person’s identity code or local: identifier from standard input',
    );

export interface PersonOptions {
  readonly client?: string;
  readonly identifierOnStdin?: boolean;
}

/** Who asks of whom: both as the lake knows them. */
export interface PersonAsked {
  readonly requester: Requester;
  readonly client: Pseudonym;
  /** An answer as it may be given out: by the unit's own pseudonyms, or by none to who named the person by a code. */
  readonly tell: <Contract extends z.ZodType>(contract: Contract, content: z.input<Contract>) => unknown;
}

/** @throws NobodyNamed when the words name nobody */
export async function personAsked(
  options: PersonOptions & RequesterOptions,
  { service }: County,
): Promise<PersonAsked> {
  const requester = await askerOf(options, { service });
  if (options.client !== undefined) {
    const own = await service.pseudonymsOf(requester);
    return {
      requester,
      client: own.inside(options.client),
      tell: (contract, content) => told(contract, content, own),
    };
  }
  if (!options.identifierOnStdin) throw new NobodyNamed('give --client, or --identifier-on-stdin');
  let text = '';
  for await (const part of process.stdin) text += part;
  const client = (await service.pseudonymiser())(text.trim());
  const ofThisAnswer = await service.pseudonymsOfOneAnswer(newId());
  return {
    requester,
    client,
    tell: (contract, content) => toldToWhoHasTheCode(contract, content, ofThisAnswer),
  };
}

/** Who asks, and for whom: whom a representative stands for is told by a pseudonym of the representative's. */
export async function askerOf(
  options: RequesterOptions,
  { service }: Pick<County, 'service'>,
): Promise<Requester> {
  const requester = requesterOf(options);
  if (options.represents === undefined) return requester;
  const { inside } = await service.pseudonymsOf(requester);
  return { ...requester, represents: inside(options.represents) };
}
