import type { Command } from 'commander';
import type { z } from 'zod';
import type { TrainJob } from '../../functions/core/jobs.ts';
import { type Withheld, withheldLines } from '../../wording/withheld-lines.ts';
import { type County, listOf, openCounty, say, wholeNumber } from '../home.ts';
import { modelTable } from '../presentation/model-table.ts';
import { publishedLine } from '../presentation/published-line.ts';
import { requesterOf, withRequester } from '../requester-options.ts';

/** `ennakko train`: a model from client-months, judged beside its baselines. */
export const trainCommand = (command: Command) =>
  withRequester(command, {
    requester: 'local-knowledge-manager',
    role: 'knowledge-manager',
    unit: 'knowledge-management',
  })
    .option('--programme <id>', 'a file of data-contracts/programmes', 'older-people')
    .option(
      '--seed <number>',
      'the same seed gives the same model, byte for byte',
      wholeNumber(0, 2 ** 31 - 1),
      1,
    )
    .option('--test-groups <list>', 'study groups kept for the test, such as sample-9,sample-10', listOf)
    .option(
      '--maximum-rows <number>',
      'client-months trained on at most',
      wholeNumber(1_000, 10_000_000),
      200_000,
    )
    .action(async (options, command: Command) => {
      const county = await openCounty(command);
      await trainAndShow(county, { ...options, requester: requesterOf(options) });
    });

/** Trains, and says what came of it. Returns the model's run. */
export async function trainAndShow(
  { home, language, service }: County,
  job: z.input<typeof TrainJob>,
): Promise<string> {
  const trained = await service.train(job);
  say(publishedLine(trained, home, language));
  for (const line of withheldLines(trained.publication.summary.withheld as Withheld, language)) say(line);
  say(modelTable(await service.evaluationOf(job.programme), language));
  return trained.publication.run;
}
