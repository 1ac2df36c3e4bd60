import { Command } from 'commander';
import type { AuditEntry } from '../../data-contracts/schemas/audit-entry.ts';
import type { Language } from '../../data-contracts/schemas/fields.ts';
import { checked, settingAside, verificationNotes } from '../../data-contracts/vocabularies/findings.ts';
import { gateTexts } from '../../data-contracts/vocabularies/gate-texts.ts';
import { rightsTexts } from '../../data-contracts/vocabularies/rights-texts.ts';
import { unitNamesFrom } from '../../data-contracts/vocabularies/unit-names.ts';
import { restrictedAs } from '../../functions/core/consent/what-counts-instead.ts';
import type { Finding } from '../../functions/core/verify/finding.ts';
import { auditParts } from '../../wording/audit-parts.ts';
import { instantInWords } from '../../wording/days-in-words.ts';
import { say as word } from '../../wording/say.ts';
import { exitCodes } from '../exit-codes.ts';
import { openCounty, say } from '../home.ts';
import { askerOf, type PersonOptions, personAsked, withPerson } from '../person-words.ts';
import { findingLine, noteLine } from '../presentation/finding-lines.ts';
import { type RequesterOptions, usualOfficer, withRequester } from '../requester-options.ts';

/** `ennakko audit`: who asked what of whom, and whether the log is as it was written. */
export const auditCommand = (command: Command) =>
  command
    .addCommand(verifyCommand())
    .addCommand(anchorCommand())
    .addCommand(searchCommand())
    .addCommand(setAsideCommand());

const verifyCommand = () =>
  new Command('verify')
    .description('recompute the log’s chain and hold it against its anchors: any change, gap or cut is found')
    .option('--anchors <file>', 'hold it against anchors kept in a file, such as those that were mailed')
    .action(async (options: { anchors?: string }, command: Command) => {
      const { language, service } = await openCounty(command);
      const { lines, headHash, faults, anchored } = await service.verifyAuditLog(options.anchors);
      for (const note of anchored.notes) say(noteLine(note, language));
      for (const { id, setAside } of faults)
        if (setAside) say(word(verificationNotes['set-aside'], language, { id, ...setAside }));
      const open = faults.filter(({ setAside }) => !setAside);
      const damaged = open.map(
        ({ code, line, id }): Finding => ({ code: 'audit-log-damaged', damage: { code, line }, id }),
      );
      const found = [...damaged, ...anchored.findings];
      for (const finding of found) say(findingLine(finding, language));
      if (open.length > 0) say(word(settingAside.how, language, {}));
      if (found.length > 0) {
        process.exitCode = exitCodes.faultsFound;
        return;
      }
      say(word(gateTexts.audit.sound, language, { count: lines }));
      const { anchors, anchoredAt: at } = anchored;
      if (at !== undefined)
        say(word(checked.anchored, language, { anchors, at, lines: anchored.anchoredLines }));
      say(word(checked.auditHead, language, { hash: headHash }));
    });

const anchorCommand = () =>
  new Command('anchor')
    .description(
      'sign how far the log has come, beside the home; every command that writes to it does so too',
    )
    .action(async (_options: unknown, command: Command) => {
      const { language, service } = await openCounty(command);
      const anchor = await service.anchorAuditLog();
      if (!anchor) return say(checked.nothingToAnchor[language]);
      const { number, lines, headHash: hash } = anchor;
      say(word(checked.newlyAnchored, language, { number, lines, hash }));
    });

const searchCommand = () =>
  withRequester(withPerson(new Command('search')), usualOfficer)
    .description('every line that concerns a person, for the data-protection officer')
    .action(async (options: RequesterOptions & PersonOptions, command: Command) => {
      const county = await openCounty(command);
      const { client, requester } = await personAsked(options, county);
      const lines = await county.service.searchAuditLog({ client, requester });
      const nameOf = unitNamesFrom(await county.service.unitNames());
      for (const { line, entry } of lines) say(`${line} ${auditLineText(entry, county.language, nameOf)}`);
    });

const setAsideCommand = () =>
  withRequester(new Command('set-aside'), usualOfficer)
    .argument('<name>', 'of what is damaged, as verify gives it in brackets')
    .requiredOption('--reason <words>', 'why, without identity codes; kept in the log')
    .description('set something damaged aside, and nothing else; the log says so for good')
    .action(async (faultId: string, options: RequesterOptions & { reason: string }, command: Command) => {
      const county = await openCounty(command);
      const { language, service } = county;
      const { reason } = options;
      const requester = await askerOf(options, county);
      const fault = await service.setAsideFault({ faultId, reason, requester });
      say(word(settingAside.done, language, { id: faultId }));
      if (fault.of === 'consent' && fault.instead?.consentEventId === restrictedAs(fault.sequence))
        say(word(settingAside.restricted, language, {}));
    });

/** What a line says of the one person it was cut down to: instant, who, what, and what came of it. */
function auditLineText(
  entry: AuditEntry,
  language: Language,
  nameOf: ReturnType<typeof unitNamesFrom>,
): string {
  const { requester, what, outcome } = auditParts(entry, language);
  const role = requester && rightsTexts.roles[requester.role][language];
  const who = requester && `${requester.id} (${role}, ${nameOf(requester.unit, language)})`;
  return [instantInWords(entry.at, language), who, what, outcome].filter(Boolean).join(' · ');
}
