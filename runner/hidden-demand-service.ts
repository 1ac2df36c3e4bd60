import type { z } from 'zod';
import type { CheckUpPlanRequest } from '../data-contracts/schemas/check-up-plan.ts';
import type { HiddenDemandRequest } from '../data-contracts/schemas/hidden-demand-list.ts';
import type { Programme } from '../data-contracts/schemas/programme.ts';
import { serviceStatusRulesOf } from '../functions/core/county-settings.ts';
import { cataloguesInUse } from '../functions/core/evidence/catalogues-in-use.ts';
import type { FindOutcome } from '../functions/core/hidden-demand/find-hidden-demand.ts';
import { lakeStation } from '../functions/core/ingest/lake-manifest.ts';
import type { Progress } from '../functions/core/ports/progress.ts';
import { requireCurrent } from '../functions/core/require-current.ts';
import type { StatisticsAsked } from '../functions/core/statistics/read-statistics.ts';
import { findHiddenDemandHandler } from '../functions/find-hidden-demand/handler.ts';
import { wordHiddenReason, wordNamedReason } from '../wording/word-reason.ts';
import { invoke } from './invoke.ts';
import type { LocalParts } from './local-parts.ts';
import { checkUpHandler, hiddenDemandHandler, hiddenStatisticsHandler } from './questions/hidden-demand.ts';

/** Who is worth a check-up, on one machine. */
export function hiddenDemandService(
  { home, gate, settings, legalBases, limits, pseudonymsOf, alone }: LocalParts,
  progress: Progress,
) {
  const portsOf = async (programme: Programme) => ({
    ...gate,
    programme,
    originOf: async () => (await requireCurrent(home.publications, lakeStation)).origin,
    hiddenDemand: () => home.tables().hiddenDemandOf(programme.id),
    legalBases: await legalBases(),
    limits: await limits(),
    wordReason: wordNamedReason,
    wordHiddenReason,
  });
  return {
    /** Looked for where the county lets it be. */
    findHiddenDemand: async ({ programme }: { readonly programme: string }) => {
      const files = await home.files();
      const ports = {
        ...gate,
        publications: home.publications,
        clientMonths: files.clientMonths(),
        found: files.hiddenDemandWriter(),
        legalBases: await legalBases(),
        statusRules: await serviceStatusRulesOf(settings),
        progress,
      };
      return alone(
        'score',
        (): Promise<FindOutcome> => invoke(findHiddenDemandHandler(ports), { programme }),
      );
    },
    hiddenDemand: (request: z.input<typeof HiddenDemandRequest>) =>
      invoke(hiddenDemandHandler({ portsOf, pseudonymsOf }), request as HiddenDemandRequest),
    checkUps: (request: z.input<typeof CheckUpPlanRequest>) => {
      const checkUpPortsOf = async (programme: Programme) => ({
        ...(await portsOf(programme)),
        ...(await cataloguesInUse(settings, home.publications, programme.id)),
        scores: () => home.tables().scoresOf(programme.id),
      });
      const handler = checkUpHandler({ portsOf: checkUpPortsOf, pseudonymsOf });
      return invoke(handler, request as CheckUpPlanRequest);
    },
    hiddenStatistics: (asked: StatisticsAsked) => invoke(hiddenStatisticsHandler(portsOf), asked),
  };
}
