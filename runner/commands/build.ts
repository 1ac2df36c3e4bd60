import { Command } from 'commander';
import { openCounty, say } from '../home.ts';
import { publishedLine } from '../presentation/published-line.ts';

/** `ennakko build`: the tables become client-months. */
export const buildCommand = () =>
  new Command('build')
    .description('make the client-months of a programme from <home>/tables')
    .option('--programme <id>', 'a file of data-contracts/programmes', 'older-people')
    .action(async ({ programme }, command: Command) => {
      const { home, language, service } = await openCounty(command);
      say(publishedLine(await service.buildClientMonths({ programme }), home, language));
    });
