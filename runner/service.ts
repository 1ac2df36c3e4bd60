import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { z } from 'zod';
import { unitCosts } from '../data-contracts/catalogues/index.ts';
import type { CohortRequest } from '../data-contracts/schemas/cohort-request.ts';
import type { ModelCard } from '../data-contracts/schemas/model-card.ts';
import type { ModelMonitoring } from '../data-contracts/schemas/model-monitoring.ts';
import type { PlanRequest } from '../data-contracts/schemas/plan-request.ts';
import type { Programme } from '../data-contracts/schemas/programme.ts';
import { DuckDbTableContents } from '../functions/adapters/duckdb/duckdb-table-contents.ts';
import { FolderObjects } from '../functions/adapters/folder/folder-objects.ts';
import { ObjectHomeFiles } from '../functions/adapters/objects/object-home-files.ts';
import { ObjectLandedDeliveries } from '../functions/adapters/objects/object-landed-deliveries.ts';
import { ObjectQuarantineStore } from '../functions/adapters/objects/object-quarantine-store.ts';
import { clientMonthsHandler } from '../functions/client-months/handler.ts';
import {
  notRecordedOf,
  planCatalogues,
  plausibilityRulesOf,
  retentionOf,
} from '../functions/core/county-settings.ts';
import { cataloguesInUse } from '../functions/core/evidence/catalogues-in-use.ts';
import type { EvidenceAsked } from '../functions/core/evidence/gather-evidence.ts';
import type { ClientMonthsJob, TrainJob } from '../functions/core/jobs.ts';
import type { Progress } from '../functions/core/ports/progress.ts';
import type { PublicationStore } from '../functions/core/ports/publication-store.ts';
import type { Occasion } from '../functions/core/release/gate-question.ts';
import { requireCurrent } from '../functions/core/require-current.ts';
import type { ModelEvaluation } from '../functions/core/risk/judge-model.ts';
import { monitoringStation } from '../functions/core/risk/model-monitoring.ts';
import { currentModelCard } from '../functions/core/risk/read-model-card.ts';
import { verifyHome } from '../functions/core/verify/verify-home.ts';
import { engineLimitsOf, namesToldIn } from '../functions/homes/folder-home.ts';
import { folderRequests } from '../functions/homes/folder-requests.ts';
import { vaultOf } from '../functions/homes/vault.ts';
import { ingestHandler } from '../functions/ingest/handler.ts';
import { scoreHandler } from '../functions/score/handler.ts';
import { trainHandler } from '../functions/train/handler.ts';
import { wordReason } from '../wording/word-reason.ts';
import { backupService } from './backup-service.ts';
import { checkDeliveries } from './check-service.ts';
import { gateService } from './gate-service.ts';
import { hiddenDemandService } from './hidden-demand-service.ts';
import { invoke } from './invoke.ts';
import { localParts } from './local-parts.ts';
import { cohortHandler } from './questions/cohort.ts';
import { evidenceHandler } from './questions/evidence.ts';
import { planHandler } from './questions/plan.ts';
import { startNetwork } from './training/start-network.ts';

export type LocalService = ReturnType<typeof localService>;

/** The whole service on one machine: every handler that AWS would run, on a folder and DuckDB. */
export function localService(folder: string, progress: Progress) {
  const parts = localParts(folder);
  const { home, keys, gate, settings, legalBases, limits, presets, pseudonymsOf, alone } = parts;
  const { serviceStatusRules } = parts;
  const { publications } = home;
  const clientMonths = async () => (await home.files()).clientMonths();
  const sharedByJobs = async () => ({ publications, clientMonths: await clientMonths(), progress });
  const askedOf = async (programme: Programme) => ({
    ...gate,
    programme,
    scores: await home.tables().scoresOf(programme.id),
    legalBases: await legalBases(),
    limits: await limits(),
    presets: await presets(),
  });
  const occasionAt = async ({ programme }: Asked, asOf: string | undefined) => {
    if (asOf !== undefined) await refuseRealPeople(publications, programme);
    const at = asOf ?? gate.clock.now();
    return (request: unknown): Occasion => ({
      at,
      requestId: requestIdOf(request, at),
      ...(asOf !== undefined && { isAsOf: true }),
    });
  };
  return {
    ...gateService(parts),
    ...backupService(folder, parts),
    ...hiddenDemandService(parts, progress),
    publications,
    /** What was asked for over HTTP, and trains here. */
    retraining: folderRequests(folder, 'retraining'),
    pseudonymKey: async () => (await keys()).pseudonymKey(),
    ingest: async () => {
      const files = await home.files();
      const handler = ingestHandler({
        publications,
        deliveries: files.deliveries(),
        parquet: files.parquetRows(),
        lake: files.lakeWriter(),
        vault: vaultOf(home),
        quarantine: new ObjectQuarantineStore(home.objects('quarantine')),
        keys: await keys(),
        erasures: gate.erasures,
        landed: new ObjectLandedDeliveries(home.objects('landed')),
        retention: () => retentionOf(settings),
        clock: gate.clock,
        progress,
      });
      return alone('ingest', () => invoke(handler, {}));
    },
    checkDeliveries: () => checkDeliveries(parts, progress),
    buildClientMonths: async (job: z.input<typeof ClientMonthsJob>) =>
      alone('build', async () =>
        invoke(
          clientMonthsHandler({
            ...(await sharedByJobs()),
            unitCosts,
            plausibilityRules: () => plausibilityRulesOf(settings),
          }),
          job as ClientMonthsJob,
        ),
      ),
    train: async (job: z.input<typeof TrainJob>) =>
      alone('train', async () =>
        invoke(
          trainHandler({
            ...(await sharedByJobs()),
            ...gate,
            legalBases: await legalBases(),
            serviceStatusRules: await serviceStatusRules(),
            network: await startNetwork(),
          }),
          job as TrainJob,
        ),
      ),
    evaluationOf: async (programme: string): Promise<ModelEvaluation> => {
      const model = await requireCurrent(publications, `models/${programme}`);
      return JSON.parse(new TextDecoder().decode(await publications.read(model, 'evaluation.json')));
    },
    modelCardOf: (programme: string): Promise<ModelCard> => currentModelCard(publications, programme),
    /** Of the current scores; undefined where there are none yet. */
    monitoringOf: async (programme: string): Promise<ModelMonitoring | undefined> =>
      (await publications.current(monitoringStation(programme)))?.summary as ModelMonitoring | undefined,
    score: async (job: Asked) => {
      const scores = (await home.files()).scoreWriter();
      const gateNow = {
        ...gate,
        legalBases: await legalBases(),
        serviceStatusRules: await serviceStatusRules(),
      };
      return alone('score', async () => {
        const network = await startNetwork();
        return invoke(scoreHandler({ ...(await sharedByJobs()), ...gateNow, network, scores }), job);
      });
    },
    cohort: async (request: z.input<typeof CohortRequest>, asOf?: string) => {
      const portsOf = async (programme: Programme) => ({ ...(await askedOf(programme)), wordReason });
      const occasionOf = await occasionAt(request, asOf);
      return invoke(cohortHandler({ portsOf, occasionOf, pseudonymsOf }), request as CohortRequest);
    },
    plan: async (request: z.input<typeof PlanRequest>, asOf?: string) => {
      const portsOf = async (programme: Programme) => ({
        ...(await askedOf(programme)),
        ...(await cataloguesInUse(settings, publications, programme.id)),
      });
      const occasionOf = await occasionAt(request, asOf);
      return invoke(planHandler({ portsOf, occasionOf, pseudonymsOf }), request as PlanRequest);
    },
    presets,
    notRecorded: () => notRecordedOf(settings),
    serviceStatusRules,
    interventions: async () => (await planCatalogues(settings)).interventions,
    evidence: async (asked: EvidenceAsked) =>
      alone('evidence', async () =>
        invoke(
          evidenceHandler({
            ...gate,
            publications,
            clientMonths: await clientMonths(),
            legalBases: await legalBases(),
          }),
          asked,
        ),
      ),
    verify: async () => {
      if (!existsSync(folder)) throw new UnusableHome(`${folder}: there is no such folder`);
      return verifyHome({
        identities: { vault: vaultOf(home), keys: await keys() },
        ...gate,
        files: new ObjectHomeFiles(new FolderObjects(resolve(folder))),
        namesTold: namesToldIn(folder, async () => (await keys()).answersKey()),
        tables: new DuckDbTableContents(resolve(folder), engineLimitsOf(folder)),
        progress,
      });
    },
  };
}

/** About which programme something is asked. */
interface Asked {
  readonly programme: string;
}

const requestIdOf = (request: unknown, at: string) =>
  createHash('sha256').update(JSON.stringify({ request, at })).digest('hex').slice(0, 16);

/** Something in a home cannot be used as it is asked to be. */
export class UnusableHome extends Error {
  readonly code = 'unusable-home';
}

/** An objection that has come since would not be seen: as of an earlier instant, only invented people are shown. */
async function refuseRealPeople(publications: PublicationStore, programme: string): Promise<void> {
  const { origin } = await requireCurrent(publications, `scores/${programme}`);
  if (origin === 'register')
    throw new UnusableHome('--at: not for real people, whose objections hold from now on');
}
