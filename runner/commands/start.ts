import type { Command } from 'commander';
import { outreachTexts } from '../../data-contracts/vocabularies/outreach-texts.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { requireProgramme } from '../../functions/core/require-programme.ts';
import { say as word } from '../../wording/say.ts';
import { firstSteps } from '../first-steps.ts';
import { type County, openCounty, say, terminalWidth, wholeNumber } from '../home.ts';
import { renderCohortTable } from '../presentation/cohort-table.ts';
import { ingestTable } from '../presentation/ingest-table.ts';
import { modelTable } from '../presentation/model-table.ts';
import { monitoringLines } from '../presentation/monitoring-lines.ts';
import { publishedLine } from '../presentation/published-line.ts';
import { usualPlanner } from '../requester-options.ts';
import { answered, questionOf, writeCohort } from './cohort.ts';

const programme = 'older-people';

/** `ennakko start`: the whole way on a simulated county, ending with a cohort. What is unchanged is reused. */
export const startCommand = (command: Command) =>
  command
    .option('--clients <number>', 'people to simulate', wholeNumber(2_000, 1_300_000), 20_000)
    .option(
      '--seed <number>',
      'the same seed gives the same county and model',
      wholeNumber(0, 2 ** 31 - 1),
      1,
    )
    .option('--size <clients>', 'clients in the cohort', wholeNumber(1, 20_000), 500)
    .action(async ({ clients, seed, size }, command: Command) => {
      const county = await openCounty(command);
      const startedAt = performance.now();
      await makeReady(county, clients, seed);
      await showCohort(county, size);
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
      say(
        `${word(texts.run.total, county.language)}: ${word(texts.run.seconds, county.language, { figure: seconds })}`,
      );
      sayWhatNext(county);
    });

/** The walk begins on this county. */
function sayWhatNext({ home, language }: County): void {
  say(`\n${outreachTexts.whatNext[language]}`);
  const spoken = language === 'en' ? '' : ` --language ${language}`;
  for (const step of firstSteps) say(`  npx ennakko --home ${home}${spoken} ${step}`);
}

async function makeReady(county: County, clients: number, seed: number): Promise<void> {
  const { home, language, progress, service } = county;
  const { simulateCounty } = await import('../simulation/simulate-county.ts');
  await simulateCounty({ clients, seed, home, progress });
  say(ingestTable(await service.ingest(), language));
  await service.buildClientMonths({ programme });
  const model = await service.train({ programme, seed, maximumRows: 19_000 });
  const scores = await service.score({ programme });
  const evaluation = await service.evaluationOf(programme);
  const { trueRiskCeiling } = await import('../simulation/true-risk-ceiling.ts');
  const key = await service.pseudonymKey();
  const { publication, testLandmark } = { ...model, ...evaluation };
  const ceiling = await trueRiskCeiling(home, requireProgramme(programme), publication, testLandmark, key);
  say(`\n${modelTable(evaluation, language, ceiling?.auc)}`);
  say(publishedLine(model, home, language));
  say(publishedLine(scores, home, language));
  for (const line of monitoringLines(scores.publication, language)) say(line);
  say();
}

async function showCohort(county: County, size: number): Promise<void> {
  const question = questionOf({ programme, size, reasons: 3, rows: 10, ...usualPlanner }, county);
  const cohort = answered(await county.service.cohort(question), county);
  say(renderCohortTable(cohort, { width: terminalWidth(), rows: 10 }));
  for (const path of await writeCohort(cohort, `${county.home}/cohorts/${programme}`)) say(path);
}
