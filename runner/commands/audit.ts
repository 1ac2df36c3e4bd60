import { Command } from 'commander';
import type { AuditEntry } from '../../data-contracts/schemas/audit-entry.ts';
import type { Language } from '../../data-contracts/schemas/fields.ts';
import type { RefusalReason } from '../../data-contracts/schemas/refusal-reason.ts';
import { checked, findings } from '../../data-contracts/vocabularies/findings.ts';
import { gateTexts } from '../../data-contracts/vocabularies/gate-texts.ts';
import { refusalReasons } from '../../data-contracts/vocabularies/refusal-reasons.ts';
import { exitCodes } from '../exit-codes.ts';
import { openCounty, say } from '../home.ts';
import { type PersonOptions, personOf, withPerson } from '../person-words.ts';
import { say as word } from '../presentation/wording.ts';
import { type RequesterOptions, requesterOf, withRequester } from '../requester-options.ts';

const officer = {
  requester: 'local-officer',
  role: 'data-protection-officer',
  unit: 'data-protection',
} as const;

/** `ennakko audit`: who asked what of whom, and whether the log is as it was written. */
export const auditCommand = () =>
  new Command('audit')
    .description('the audit log: whether it is whole, and what it says of a person')
    .addCommand(verifyCommand())
    .addCommand(searchCommand());

const verifyCommand = () =>
  new Command('verify')
    .description('recompute the log’s chain: any change, gap or reordering is found')
    .action(async (_options: unknown, command: Command) => {
      const { language, service } = await openCounty(command);
      const { lines, headHash, damage } = await service.verifyAuditLog();
      if (damage) {
        process.exitCode = exitCodes.faultsFound;
        say(word(findings['audit-log-damaged'], language, { line: damage.line }));
        return;
      }
      say(word(gateTexts.audit.sound, language, { count: lines }));
      say(word(checked.auditHead, language, { hash: headHash }));
    });

const searchCommand = () =>
  withRequester(withPerson(new Command('search')), officer)
    .description('every line that concerns a person, for the data-protection officer')
    .action(async (options: RequesterOptions & PersonOptions, command: Command) => {
      const county = await openCounty(command);
      const client = await personOf(options, county);
      const lines = await county.service.searchAuditLog({ client, requester: requesterOf(options) });
      for (const { line, entry } of lines) say(`${line} ${auditLineText(entry, county.language)}`);
    });

/** What a line says of the one person it was cut down to: instant, who, what, and what came of it. */
export function auditLineText(entry: AuditEntry, language: Language): string {
  const { at, kind } = entry;
  const who =
    'requester' in entry ? `${entry.requester.id} (${entry.requester.role}, ${entry.requester.unit})` : '';
  return [at, who, doneText(entry, language), cameOf(entry, language)].filter(Boolean).join(' · ') || kind;
}

function doneText(entry: AuditEntry, language: Language): string {
  const { useCases, purposes } = gateTexts.audit;
  if (entry.kind === 'consent-recorded') return gateTexts.consent.kinds[entry.event.kind][language];
  if ('useCase' in entry && entry.useCase) return useCases[entry.useCase][language];
  return entry.kind === 'release-decisions' ? purposes[entry.purpose][language] : '';
}

function cameOf(entry: AuditEntry, language: Language): string {
  const { outcomes } = gateTexts.audit;
  if (entry.kind === 'access') return outcomes[entry.outcome][language];
  if (entry.kind !== 'release-decisions') return '';
  return entry.decisions
    .map(([, decision]) =>
      decision === 'released'
        ? outcomes.released[language]
        : decision.map((reason: RefusalReason) => refusalReasons[reason][language]).join('; '),
    )
    .join('; ');
}
