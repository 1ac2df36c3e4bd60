import { Command } from 'commander';
import { openCounty, say } from '../home.ts';
import { ingestTable } from '../presentation/ingest-table.ts';

/** `ennakko ingest`: checks what has landed and takes it in. */
export const ingestCommand = () =>
  new Command('ingest')
    .description('check every delivered row; accepted rows to <home>/tables, the rest to <home>/quarantine')
    .action(async (_options, command: Command) => {
      const { language, service } = await openCounty(command);
      say(ingestTable(await service.ingest(), language));
    });
