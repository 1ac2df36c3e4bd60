import { type Command, InvalidArgumentError } from 'commander';
import { DataSource } from '../../data-contracts/schemas/data-source.ts';
import type { ClientMonthSummary } from '../../functions/core/client-months/build-client-months.ts';
import { exitCodes } from '../exit-codes.ts';
import { listOf, openCounty, say } from '../home.ts';
import { buildLines, isFruitlessBuild } from '../presentation/build-lines.ts';
import { publishedLine } from '../presentation/published-line.ts';

/** `ennakko build`: the tables become client-months. */
export const buildCommand = (command: Command) =>
  command
    .option('--programme <id>', 'a file of data-contracts/programmes', 'older-people')
    .option(
      '--without <list>',
      'data sources of which nothing is used, such as rai,claims; models and scores then do without them',
      dataSources,
    )
    .action(async ({ programme, without }, command: Command) => {
      const { home, language, service } = await openCounty(command);
      const built = await service.buildClientMonths({ programme, withoutSources: without ?? [] });
      const summary = built.publication.summary as unknown as ClientMonthSummary;
      const notRecorded = await service.notRecorded();
      for (const line of buildLines(summary, notRecorded, language)) say(line);
      say(publishedLine(built, home, language));
      if (isFruitlessBuild(summary, notRecorded)) process.exitCode = exitCodes.failed;
    });

function dataSources(given: string): DataSource[] {
  const parsed = DataSource.array().safeParse(listOf(given));
  if (parsed.success) return parsed.data;
  throw new InvalidArgumentError(`expected some of ${DataSource.options.join(', ')}.`);
}
