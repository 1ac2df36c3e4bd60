import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { z } from 'zod';
import { unitCosts } from '../data-contracts/catalogues/index.ts';
import type { CohortRequest } from '../data-contracts/schemas/cohort-request.ts';
import type { ModelCard } from '../data-contracts/schemas/model-card.ts';
import type { ModelMonitoring } from '../data-contracts/schemas/model-monitoring.ts';
import type { PlanRequest } from '../data-contracts/schemas/plan-request.ts';
import { DuckDbClientMonthSource } from '../functions/adapters/duckdb/duckdb-client-month-source.ts';
import { DuckDbLakeTableWriter } from '../functions/adapters/duckdb/duckdb-lake-table-writer.ts';
import { DuckDbParquetRows } from '../functions/adapters/duckdb/duckdb-parquet-rows.ts';
import { DuckDbScoreStore } from '../functions/adapters/duckdb/duckdb-score-store.ts';
import { DuckDbScoreWriter } from '../functions/adapters/duckdb/duckdb-score-writer.ts';
import { DuckDbTableContents } from '../functions/adapters/duckdb/duckdb-table-contents.ts';
import { FolderObjects } from '../functions/adapters/folder/folder-objects.ts';
import { FolderSettingFiles } from '../functions/adapters/folder/folder-setting-files.ts';
import { wordReason } from '../functions/adapters/intl/intl-wording.ts';
import { ObjectDeliverySource } from '../functions/adapters/objects/object-delivery-source.ts';
import { ObjectHomeFiles } from '../functions/adapters/objects/object-home-files.ts';
import { ObjectIdentityVault } from '../functions/adapters/objects/object-identity-vault.ts';
import { ObjectOutreachStore } from '../functions/adapters/objects/object-outreach-store.ts';
import { ObjectPublicationStore } from '../functions/adapters/objects/object-publication-store.ts';
import { ObjectQuarantineStore } from '../functions/adapters/objects/object-quarantine-store.ts';
import { readClientMonthSql } from '../functions/adapters/sql-texts.ts';
import { clientMonthsHandler } from '../functions/client-months/handler.ts';
import { legalBasesOf, planCatalogues } from '../functions/core/county-settings.ts';
import { cataloguesInUse } from '../functions/core/evidence/catalogues-in-use.ts';
import type { EvidenceAsked } from '../functions/core/evidence/gather-evidence.ts';
import type { ClientMonthsJob, TrainJob } from '../functions/core/jobs.ts';
import type { Clock } from '../functions/core/ports/clock.ts';
import type { Progress } from '../functions/core/ports/progress.ts';
import { requireCurrent } from '../functions/core/require-current.ts';
import type { ModelEvaluation } from '../functions/core/risk/judge-model.ts';
import { monitoringStation } from '../functions/core/risk/model-monitoring.ts';
import { currentModelCard } from '../functions/core/risk/read-model-card.ts';
import { verifyHome } from '../functions/core/verify/verify-home.ts';
import { auditOf, erasuresOf, recordsOf, standingOf } from '../functions/homes/folder-gate.ts';
import { keysOf } from '../functions/homes/folder-home-keys.ts';
import { folderRequests } from '../functions/homes/folder-requests.ts';
import { ingestHandler } from '../functions/ingest/handler.ts';
import { scoreHandler } from '../functions/score/handler.ts';
import { trainHandler } from '../functions/train/handler.ts';
import { gateService } from './gate-service.ts';
import { invoke } from './invoke.ts';
import { newId } from './new-id.ts';
import { cohortHandler } from './questions/cohort.ts';
import { evidenceHandler } from './questions/evidence.ts';
import { planHandler } from './questions/plan.ts';

export type LocalService = ReturnType<typeof localService>;

/** The whole service on one machine: every handler that AWS would run, on a folder and DuckDB. */
export function localService(home: string, progress: Progress) {
  const folder = (name: string) => resolve(home, name);
  const limits = { spillFolder: folder('.work/spill'), memoryMegabytes: 1000, threads: 2 };
  const publications = new ObjectPublicationStore(new FolderObjects(resolve(home)));
  const clientMonths = new DuckDbClientMonthSource(publications, readClientMonthSql(), limits);
  const shared = { publications, clientMonths, progress };
  const settings = new FolderSettingFiles(home);
  const gate = { home: resolve(home), limits, publications, clock: systemClock };
  return {
    ...gateService({ ...gate, keys: () => keysOf(home), legalBases: () => legalBasesOf(settings) }),
    publications,
    /** What was asked for over HTTP, and trains here. */
    retraining: folderRequests(home, 'retraining'),
    pseudonymKey: async () => (await keysOf(home)).pseudonymKey(),
    ingest: async () => {
      const handler = ingestHandler({
        publications,
        deliveries: new ObjectDeliverySource(new FolderObjects(folder('landing'))),
        parquet: new DuckDbParquetRows(folder('.work/parquet')),
        lake: new DuckDbLakeTableWriter(folder('.work/ingest')),
        vault: new ObjectIdentityVault(new FolderObjects(folder('vault'))),
        quarantine: new ObjectQuarantineStore(new FolderObjects(folder('quarantine'))),
        keys: await keysOf(home),
        erasures: erasuresOf(gate),
        progress,
      });
      return invoke(handler, {});
    },
    buildClientMonths: (job: z.input<typeof ClientMonthsJob>) =>
      invoke(clientMonthsHandler({ ...shared, unitCosts }), job as ClientMonthsJob),
    train: async (job: z.input<typeof TrainJob>) =>
      invoke(
        trainHandler({
          ...shared,
          ...standingOf(gate),
          legalBases: await legalBasesOf(settings),
          network: await startNetwork(),
          clock: systemClock,
        }),
        job as TrainJob,
      ),
    evaluationOf: async (programme: string): Promise<ModelEvaluation> => {
      const model = await requireCurrent(publications, `models/${programme}`);
      return JSON.parse(new TextDecoder().decode(await publications.read(model, 'evaluation.json')));
    },
    modelCardOf: (programme: string): Promise<ModelCard> => currentModelCard(publications, programme),
    /** Of the current scores; undefined where there are none yet. */
    monitoringOf: async (programme: string): Promise<ModelMonitoring | undefined> =>
      (await publications.current(monitoringStation(programme)))?.summary as ModelMonitoring | undefined,
    score: async (job: { programme: string }) =>
      invoke(
        scoreHandler({
          ...shared,
          network: await startNetwork(),
          scores: new DuckDbScoreWriter(limits),
        }),
        job,
      ),
    cohort: async (request: z.input<typeof CohortRequest>, asOf?: string) => {
      const at = asOf ?? systemClock.now();
      if (asOf !== undefined) await refuseRealPeople(publications, request.programme);
      return invoke(
        cohortHandler({
          portsOf: async (programme) => ({
            programme,
            scores: await DuckDbScoreStore.open(publications, programme.id, limits),
            ...standingOf(gate),
            legalBases: await legalBasesOf(settings),
            wordReason,
          }),
          occasionOf: (asked) => ({
            at,
            requestId: requestIdOf(asked, at),
            ...(asOf !== undefined && { isAsOf: true }),
          }),
        }),
        request as CohortRequest,
      );
    },
    plan: async (request: z.input<typeof PlanRequest>, asOf?: string) => {
      const at = asOf ?? systemClock.now();
      if (asOf !== undefined) await refuseRealPeople(publications, request.programme);
      return invoke(
        planHandler({
          portsOf: async (programme) => ({
            programme,
            scores: await DuckDbScoreStore.open(publications, programme.id, limits),
            ...standingOf(gate),
            legalBases: await legalBasesOf(settings),
            ...(await cataloguesInUse(settings, publications, programme.id)),
          }),
          occasionOf: (asked) => ({
            at,
            requestId: requestIdOf(asked, at),
            ...(asOf !== undefined && { isAsOf: true }),
          }),
        }),
        request as PlanRequest,
      );
    },
    interventions: async () => (await planCatalogues(settings)).interventions,
    evidence: async (asked: EvidenceAsked) =>
      invoke(
        evidenceHandler({
          ...standingOf(gate),
          publications,
          clientMonths,
          store: new ObjectOutreachStore(new FolderObjects(folder('outreach'))),
          legalBases: await legalBasesOf(settings),
          clock: systemClock,
          newId,
        }),
        asked,
      ),
    verify: () => {
      if (!existsSync(home)) throw new UnusableHome(`${home}: there is no such folder`);
      return verifyHome({
        files: new ObjectHomeFiles(new FolderObjects(resolve(home))),
        tables: new DuckDbTableContents(resolve(home), limits),
        audit: auditOf(gate),
        records: recordsOf(gate),
        erasures: erasuresOf(gate),
        progress,
      });
    },
  };
}

const requestIdOf = (request: CohortRequest | PlanRequest, at: string) =>
  createHash('sha256').update(JSON.stringify({ request, at })).digest('hex').slice(0, 16);

/** Something in a home cannot be used as it is asked to be. */
export class UnusableHome extends Error {
  readonly code = 'unusable-home';
}

/** An objection that has come since would not be seen: as of an earlier instant, only invented people are shown. */
async function refuseRealPeople(publications: ObjectPublicationStore, programme: string): Promise<void> {
  const { origin } = await requireCurrent(publications, `scores/${programme}`);
  if (origin === 'register')
    throw new UnusableHome('--at: not for real people, whose objections hold from now on');
}

/** Loaded by the two stations that need it. */
async function startNetwork() {
  const { TensorflowRiskNetwork } = await import(
    '../functions/adapters/tensorflow/tensorflow-risk-network.ts'
  );
  return TensorflowRiskNetwork.start();
}

const systemClock: Clock = { now: () => new Date().toISOString() };
