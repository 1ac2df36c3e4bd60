import type { Command } from 'commander';
import { openCounty, say } from '../home.ts';
import { monitoringLines } from '../presentation/monitoring-lines.ts';
import { publishedLine } from '../presentation/published-line.ts';

/** `ennakko score`: a probability and its explanation for every client. */
export const scoreCommand = (command: Command) =>
  command
    .option('--programme <id>', 'a file of data-contracts/programmes', 'older-people')
    .action(async ({ programme }, command: Command) => {
      const { home, language, service } = await openCounty(command);
      const scores = await service.score({ programme });
      say(publishedLine(scores, home, language));
      for (const line of monitoringLines(scores.publication, language)) say(line);
    });
