import { writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { mappingTexts } from '../../data-contracts/vocabularies/mapping-texts.ts';
import { say as word } from '../../wording/say.ts';
import { openTerminal, say } from '../home.ts';

/** `ennakko profile <folder>`: looks at files that nobody here has seen, and proposes a mapping. */
export const profileCommand = (command: Command) =>
  command
    .argument('<folder>', 'where the files are')
    .option(
      '--out <file>',
      'where the proposed mapping goes; mapping.proposed.json in the folder unless told',
    )
    .action(async (folder: string, options: { out?: string }, command: Command) => {
      const { language } = openTerminal(command);
      const { profileFolder } = await import('../profile-folder.ts');
      const { profileTables } = await import('../presentation/profile-tables.ts');
      const { profiles, unread, proposed } = await profileFolder(
        dirname(resolve(folder)),
        basename(resolve(folder)),
      );
      if (profiles.length + unread.length === 0) {
        say(word(mappingTexts.profile.nothing, language, { folder }));
        return;
      }
      say(profileTables({ profiles, unread, proposed }, language));
      if (proposed.layouts.length === 0) return;
      const path = options.out ?? join(folder, 'mapping.proposed.json');
      await writeFile(path, `${JSON.stringify({ layouts: proposed.layouts }, null, 2)}\n`);
      say(word(mappingTexts.profile.proposed, language, { path }));
    });
