import middy from '@middy/core';
import type { PlausibilityRules } from '../../data-contracts/schemas/plausibility.ts';
import type { UnitCost } from '../../data-contracts/schemas/unit-cost.ts';
import { type BuildClientMonthsPorts, buildClientMonths } from '../core/client-months/build-client-months.ts';
import { ClientMonthsJob } from '../core/jobs.ts';
import type { Progress } from '../core/ports/progress.ts';
import { requireProgramme } from '../core/require-programme.ts';
import { validJob } from '../valid-job.ts';

export interface ClientMonthsContainer extends BuildClientMonthsPorts {
  readonly unitCosts: readonly UnitCost[];
  /** Read anew at each build. */
  readonly plausibilityRules: () => Promise<PlausibilityRules>;
  readonly progress: Progress;
}

/** Makes a programme's client-months from the tables as they are now. */
export const clientMonthsHandler = (container: ClientMonthsContainer) =>
  middy()
    .use(validJob(ClientMonthsJob))
    .handler(async ({ programme, withoutSources }) =>
      buildClientMonths(container, {
        ...container,
        plausibility: await container.plausibilityRules(),
        programme: requireProgramme(programme),
        withoutSources,
      }),
    );
