import { join } from 'node:path';
import type { Command } from 'commander';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { say as word } from '../../functions/adapters/intl/intl-wording.ts';
import { isFruitless } from '../../functions/core/ingest/nothing-accepted.ts';
import { exitCodes } from '../exit-codes.ts';
import { openCounty, say } from '../home.ts';
import { ingestTable } from '../presentation/ingest-table.ts';

/** `ennakko ingest`: checks what has landed and takes it in. */
export const ingestCommand = (command: Command) =>
  command.action(async (_options, command: Command) => {
    const { home, language, service } = await openCounty(command);
    const report = await service.ingest();
    const isNothing = report.files.length === 0 && report.unknownFiles.length === 0;
    if (isFruitless(report)) process.exitCode = exitCodes.failed;
    const folder = join(home, 'landing');
    say(isNothing ? word(texts.ingest.nothing, language, { folder }) : ingestTable(report, language));
  });
