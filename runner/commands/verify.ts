import type { Command } from 'commander';
import { checked, settingAside } from '../../data-contracts/vocabularies/findings.ts';
import { say as word } from '../../wording/say.ts';
import { exitCodes } from '../exit-codes.ts';
import { openCounty, say } from '../home.ts';
import { findingLine, noteLine } from '../presentation/finding-lines.ts';

/** `ennakko verify`: files as published, rows accounted for, the audit log whole, no identity outside the vault. */
export const verifyCommand = (command: Command) =>
  command.action(async (_options, command: Command) => {
    const { language, service } = await openCounty(command);
    const verification = await service.verify();
    const isSound = verification.findings.length === 0;
    if (!isSound) process.exitCode = exitCodes.faultsFound;
    for (const finding of verification.findings) say(findingLine(finding, language));
    if (verification.findings.some((finding) => 'id' in finding)) say(word(settingAside.how, language, {}));
    for (const note of verification.notes) say(noteLine(note, language));
    const { publications, filesScanned: files, auditLines, auditHeadHash: hash } = verification;
    if (isSound) say(word(checked.sound, language, { publications, files, auditLines }));
    say(word(checked.auditHead, language, { hash }));
  });
