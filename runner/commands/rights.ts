import { randomUUID } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { HeldDocument } from '../../data-contracts/api/rights.ts';
import { ConsentEvent } from '../../data-contracts/schemas/consent-event.ts';
import { DataSource } from '../../data-contracts/schemas/data-source.ts';
import { Erasure } from '../../data-contracts/schemas/erasure.ts';
import { OpenRequest } from '../../data-contracts/schemas/rights-request.ts';
import { rightsTexts } from '../../data-contracts/vocabularies/rights-texts.ts';
import { told } from '../../functions/core/identity/told.ts';
import { dayInFinland } from '../../functions/core/release/instant-order.ts';
import { oneMonthAfter } from '../../functions/core/rights/one-month-after.ts';
import { dayInWords, instantInWords } from '../../wording/days-in-words.ts';
import { erasureDocumentText } from '../../wording/erasure-document-text.ts';
import { say as word } from '../../wording/say.ts';
import { openCounty, say, terminalWidth } from '../home.ts';
import { askerOf, type PersonOptions, personAsked, withPerson } from '../person-words.ts';
import { openRequestsTable } from '../presentation/open-requests-table.ts';
import { type RequesterOptions, usualOfficer, withRequester } from '../requester-options.ts';

/** `ennakko rights`: what a person may ask of the service about themselves. */
export const rightsCommand = (command: Command) =>
  command
    .addCommand(accessCommand())
    .addCommand(openCommand())
    .addCommand(rectifyCommand())
    .addCommand(eraseCommand())
    .addHelpText('after', '\nObjections and withdrawals: ennakko consent record.');

const openCommand = () =>
  withRequester(new Command('open'), usualOfficer)
    .description('what people have asked for and nobody has settled, with the day by which it is due')
    .action(async (options: RequesterOptions, command: Command) => {
      const county = await openCounty(command);
      const requester = await askerOf(options, county);
      const open = await county.service.openRequests(requester);
      const own = await county.service.pseudonymsOf(requester);
      say(openRequestsTable(told(z.array(OpenRequest), open, own), county.language, terminalWidth()));
    });

const accessCommand = () =>
  withRequester(withPerson(new Command('access')), usualOfficer)
    .description(
      'write what is held of a person, in the person’s language (--language), as held.md and held.json',
    )
    .requiredOption('--out <folder>', 'where the two files go; only their owner can read them')
    .action(async (options: RequesterOptions & PersonOptions & { out: string }, command: Command) => {
      const county = await openCounty(command);
      const { client, requester, tell } = await personAsked(options, county);
      const { language, service } = county;
      const document = await service.heldData({ client, requester, language });
      await mkdir(options.out, { recursive: true, mode: 0o700 });
      const files = {
        'held.md': document.text,
        'held.json': `${JSON.stringify(tell(HeldDocument, document), null, 2)}\n`,
      };
      for (const [name, text] of Object.entries(files))
        say(await writeForOwner(join(options.out, name), text));
    });

async function writeForOwner(path: string, text: string): Promise<string> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(text);
  } finally {
    await file.close();
  }
  return path;
}

const eraseCommand = () =>
  withRequester(withPerson(new Command('erase')), usualOfficer)
    .description(
      'carry out a request for erasure that is in force: rows, scores, lists and identity are taken out for good; what is kept, and why, is written in the person’s language (--language) as erased.md and erased.json',
    )
    .requiredOption('--out <folder>', 'where the two files go; only their owner can read them')
    .action(async (options: RequesterOptions & PersonOptions & { out: string }, command: Command) => {
      const county = await openCounty(command);
      const { client, requester, tell } = await personAsked(options, county);
      const { language, service } = county;
      const erasure = await service.erasePerson({ client, requester });
      const kept = await service.keptAfterErasure();
      await mkdir(options.out, { recursive: true, mode: 0o700 });
      const files = {
        'erased.md': erasureDocumentText(erasure, kept, language),
        'erased.json': `${JSON.stringify({ erasure: tell(Erasure, erasure), kept }, null, 2)}\n`,
      };
      for (const [name, text] of Object.entries(files))
        say(await writeForOwner(join(options.out, name), text));
    });

const rectifyCommand = () =>
  withRequester(withPerson(new Command('rectify')), usualOfficer)
    .description('a person says that what a source holds is not right: it is not used until that is settled')
    .addOption(
      new Option('--source <source>', 'the source')
        .choices([...DataSource.options, 'all'])
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--channel <channel>', 'how it was said')
        .choices(ConsentEvent.shape.channel.options)
        .makeOptionMandatory(),
    )
    .option('--id <id>', 'an id of the request: told again under it, it is recorded once')
    .action(async (options: RectifyOptions, command: Command) => {
      const county = await openCounty(command);
      const { client, requester } = await personAsked(options, county);
      const { recordedAt } = await county.service.contestAccuracy({
        client,
        requester,
        source: options.source,
        channel: options.channel,
        eventId: options.id ?? randomUUID(),
      });
      const { language } = county;
      const due = dayInWords(oneMonthAfter(dayInFinland(recordedAt)), language);
      say(word(rightsTexts.contested, language, { instant: instantInWords(recordedAt, language), due }));
    });

interface RectifyOptions extends RequesterOptions, PersonOptions {
  readonly source: DataSource | 'all';
  readonly channel: ConsentEvent['channel'];
  readonly id?: string;
}
