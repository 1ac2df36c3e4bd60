import { join } from 'node:path';
import type { Command } from 'commander';
import { modelCardTexts } from '../../data-contracts/vocabularies/model-card-texts.ts';
import { writeWhole } from '../../functions/adapters/folder/write-whole.ts';
import { say as word } from '../../wording/say.ts';
import { openCounty, say } from '../home.ts';

/** `ennakko card`: the model's card as a page for a person to read. */
export const cardCommand = (command: Command) =>
  command
    .option('--programme <id>', 'a file of data-contracts/programmes', 'older-people')
    .action(async ({ programme }: { programme: string }, command: Command) => {
      const { home, language, service } = await openCounty(command);
      const card = await service.modelCardOf(programme);
      const { modelCardPage } = await import('../card-page/model-card-page.ts');
      const monitoring = await service.monitoringOf(programme);
      const path = join(home, 'cards', `${card.programme.id}.${language}.html`);
      await writeWhole(path, Buffer.from(modelCardPage(card, language, monitoring)));
      const { cardSummary } = await import('../card-page/card-summary.ts');
      for (const line of cardSummary(card, language)) say(line);
      say(word(modelCardTexts.written, language, { path }));
    });
