import type { Command } from 'commander';
import { gateTexts } from '../../data-contracts/vocabularies/gate-texts.ts';
import { say as word } from '../../wording/say.ts';
import type { RestoreChoice } from '../backup-service.ts';
import { openCounty, say } from '../home.ts';

const words = gateTexts.backup;

/** `ennakko restore`: a home from a copy. */
export const restoreCommand = (command: Command) =>
  command
    .requiredOption('--from <folder>', 'a folder that backup has made')
    .option('--keys <folder>', 'the keys, where they are kept apart from the copy')
    .option('--erasures <folder>', 'erasures/ of the home that was lost: those people are taken out again')
    .action(async (options: RestoreChoice, command: Command) => {
      const { language, service } = await openCounty(command);
      const { backup, erasedAnew, hasKeys } = await service.restore(options);
      const { at: instant, files } = backup;
      say(word(words.restored, language, { count: files.length, instant }));
      if (erasedAnew > 0) say(word(words.erasedAnew, language, { count: erasedAnew }));
      say(word(options.erasures === undefined ? words.eraseAgain : words.sayAgain, language, { instant }));
      if (!hasKeys) say(words.keysMissing[language]);
    });
