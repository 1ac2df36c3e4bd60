import type { Command } from 'commander';
import { gateTexts } from '../../data-contracts/vocabularies/gate-texts.ts';
import { say as word } from '../../wording/say.ts';
import { openCounty, say } from '../home.ts';

const words = gateTexts.backup;

/** `ennakko backup`: a copy of the home. */
export const backupCommand = (command: Command) =>
  command
    .requiredOption('--to <folder>', 'where the copy goes: a folder that is empty or not there')
    .option(
      '--with-keys',
      'the keys too; unless told they are left out, as whoever has both can read everything',
    )
    .option('--without-landing', 'without what was delivered, which names people')
    .action(async (options: BackupOptions, command: Command) => {
      const { language, service } = await openCounty(command);
      const { withKeys = false, withoutLanding = false } = options;
      const backup = await service.backUp(options.to, { withKeys, withoutLanding });
      const count = backup.files.length;
      say(word(words.made, language, { count, folder: options.to, instant: backup.at }));
      if (!withKeys) say(words.withoutKeys[language]);
    });

interface BackupOptions {
  readonly to: string;
  readonly withKeys?: boolean;
  readonly withoutLanding?: boolean;
}
