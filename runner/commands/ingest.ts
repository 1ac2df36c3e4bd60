import { join } from 'node:path';
import type { Command } from 'commander';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { isFruitless } from '../../functions/core/ingest/nothing-accepted.ts';
import { say as word } from '../../wording/say.ts';
import { exitCodes } from '../exit-codes.ts';
import { openCounty, say } from '../home.ts';
import { checkTable } from '../presentation/check-table.ts';
import { ingestTable } from '../presentation/ingest-table.ts';

/** `ennakko ingest`: checks what has landed and takes it in. */
export const ingestCommand = (command: Command) =>
  command
    .option('--check', 'say what would be accepted, and take nothing in')
    .action(async (options: { check?: boolean }, command: Command) => {
      const { home, language, service } = await openCounty(command);
      const checked = options.check ? await service.checkDeliveries() : undefined;
      const report = checked?.report ?? (await service.ingest());
      if (isFruitless(report)) process.exitCode = exitCodes.failed;
      const isNothing = report.files.length === 0 && report.unknownFiles.length === 0;
      const folder = join(home, 'landing');
      if (isNothing) say(word(texts.ingest.nothing, language, { folder }));
      else say(checked ? checkTable(checked, language) : ingestTable(report, language));
    });
