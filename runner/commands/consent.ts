import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { ConsentEvent, ConsentEventKind } from '../../data-contracts/schemas/consent-event.ts';
import { DataSource } from '../../data-contracts/schemas/data-source.ts';
import { Purpose } from '../../data-contracts/schemas/purpose.ts';
import type { ConsentNotice, RecordedConsent } from '../../data-contracts/schemas/recorded-consent.ts';
import { gateTexts } from '../../data-contracts/vocabularies/gate-texts.ts';
import { linesOfJson } from '../../functions/core/lines-of-json.ts';
import { instantInWords } from '../../wording/days-in-words.ts';
import { say as word } from '../../wording/say.ts';
import { type County, openCounty, say } from '../home.ts';
import { askerOf, type PersonOptions, personAsked, withPerson } from '../person-words.ts';
import { type RequesterOptions, usualOfficer, withRequester } from '../requester-options.ts';
import { instant } from '../words.ts';

const channels = ConsentEvent.shape.channel.options;

/** `ennakko consent`: what people say about the use of their data, recorded. */
export const consentCommand = (command: Command) =>
  command.addCommand(recordCommand()).addCommand(importCommand());

const recordCommand = () =>
  withRequester(withPerson(new Command('record')), usualOfficer)
    .description('record one event; it holds from the next question to the gate')
    .addOption(
      new Option('--kind <kind>', 'what was said').choices(ConsentEventKind.options).makeOptionMandatory(),
    )
    .addOption(
      new Option('--purpose <purpose>', 'for which purpose')
        .choices([...Purpose.options, 'all'])
        .default('all'),
    )
    .addOption(
      new Option('--source <source>', 'of which data source')
        .choices([...DataSource.options, 'all'])
        .default('all'),
    )
    .addOption(new Option('--channel <channel>', 'how it was said').choices(channels).makeOptionMandatory())
    .option('--effective-at <instant>', 'from when it holds; from now on unless told', instant)
    .option('--id <id>', 'an id of the event: told again under it, it is recorded once')
    .action(async (options: RecordOptions, command: Command) => {
      const county = await openCounty(command);
      const { client, requester } = await personAsked(options, county);
      const recorded = await county.service.recordConsents({
        requester,
        notices: [
          {
            client,
            consentEventId: options.id ?? randomUUID(),
            kind: options.kind,
            purpose: options.purpose,
            coveredSource: options.source,
            channel: options.channel,
            ...(options.effectiveAt && { effectiveAt: options.effectiveAt }),
          },
        ],
      });
      for (const event of recorded) say(recordedLine(event, county));
    });

const importCommand = () =>
  withRequester(new Command('import-fhir'), usualOfficer)
    .description('record FHIR R4 Consent resources: one, a Bundle or lines of them, all or none')
    .argument('<file>', 'a JSON file, or .ndjson with a resource a line')
    .addOption(new Option('--channel <channel>', 'how it was said').choices(channels).default('e-service'))
    .action(
      async (file: string, options: RequesterOptions & Pick<RecordOptions, 'channel'>, command: Command) => {
        const county = await openCounty(command);
        const recorded = await county.service.recordFhirConsents({
          requester: await askerOf(options, county),
          content: await jsonFile(file),
          channel: options.channel,
        });
        say(word(gateTexts.consent.count, county.language, { count: recorded.length }));
      },
    );

interface RecordOptions extends RequesterOptions, PersonOptions {
  readonly kind: ConsentEventKind;
  readonly purpose: ConsentNotice['purpose'];
  readonly source: ConsentNotice['coveredSource'];
  readonly channel: ConsentNotice['channel'];
  readonly effectiveAt?: string;
  readonly id?: string;
}

function recordedLine({ kind, recordedAt, consentEventId }: RecordedConsent, { language }: County): string {
  const said = word(gateTexts.consent.kinds[kind], language);
  return word(gateTexts.consent.recorded, language, {
    instant: instantInWords(recordedAt, language),
    kind: said,
    event: consentEventId,
  });
}

/** A file cannot be read as JSON. */
export class UnreadableFile extends Error {
  readonly code = 'unreadable-file';
}

const largestFileBytes = 64 * 1024 * 1024;

async function jsonFile(path: string): Promise<unknown> {
  if ((await stat(path)).size > largestFileBytes) throw new UnreadableFile(`${path}: is over 64 MB`);
  try {
    const text = await readFile(path, 'utf8');
    return path.endsWith('.ndjson') ? linesOfJson(text) : JSON.parse(text);
  } catch {
    throw new UnreadableFile(`${path}: is no JSON`);
  }
}
