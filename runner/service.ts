import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { legalBases, unitCosts } from '../data-contracts/catalogues/index.ts';
import type { CohortRequest } from '../data-contracts/schemas/cohort-request.ts';
import { Delivery } from '../data-contracts/schemas/delivery.ts';
import { LegalBasis } from '../data-contracts/schemas/legal-basis.ts';
import { ModelCard } from '../data-contracts/schemas/model-card.ts';
import type { PlanRequest } from '../data-contracts/schemas/plan-request.ts';
import { DuckDbClientMonthSource } from '../functions/adapters/duckdb/duckdb-client-month-source.ts';
import { DuckDbLakeTableWriter } from '../functions/adapters/duckdb/duckdb-lake-table-writer.ts';
import { DuckDbParquetRows } from '../functions/adapters/duckdb/duckdb-parquet-rows.ts';
import { DuckDbScoreStore } from '../functions/adapters/duckdb/duckdb-score-store.ts';
import { DuckDbScoreWriter } from '../functions/adapters/duckdb/duckdb-score-writer.ts';
import { DuckDbTableContents } from '../functions/adapters/duckdb/duckdb-table-contents.ts';
import { FolderAuditLog } from '../functions/adapters/folder/folder-audit-log.ts';
import { FolderDeliverySource } from '../functions/adapters/folder/folder-delivery-source.ts';
import { FolderHomeFiles } from '../functions/adapters/folder/folder-home-files.ts';
import { FolderIdentityVault } from '../functions/adapters/folder/folder-identity-vault.ts';
import { FolderKeys } from '../functions/adapters/folder/folder-keys.ts';
import { FolderPublicationStore } from '../functions/adapters/folder/folder-publication-store.ts';
import { FolderQuarantineStore } from '../functions/adapters/folder/folder-quarantine-store.ts';
import { readClientMonthSql } from '../functions/adapters/sql-texts.ts';
import { clientMonthsHandler } from '../functions/client-months/handler.ts';
import { cohortHandler } from '../functions/cohort/handler.ts';
import type { ClientMonthsJob, TrainJob } from '../functions/core/jobs.ts';
import type { Clock } from '../functions/core/ports/clock.ts';
import type { Progress } from '../functions/core/ports/progress.ts';
import { requireCurrent } from '../functions/core/require-current.ts';
import { requireProgramme } from '../functions/core/require-programme.ts';
import type { ModelEvaluation } from '../functions/core/risk/judge-model.ts';
import { verifyHome } from '../functions/core/verify/verify-home.ts';
import { ingestHandler } from '../functions/ingest/handler.ts';
import { planHandler } from '../functions/plan/handler.ts';
import { scoreHandler } from '../functions/score/handler.ts';
import { trainHandler } from '../functions/train/handler.ts';
import { standingOf } from './gate-home.ts';
import { gateService } from './gate-service.ts';
import { invoke } from './invoke.ts';
import { planCatalogues } from './plan-catalogues.ts';
import { wordReason } from './presentation/wording.ts';

export type LocalService = ReturnType<typeof localService>;

/** The whole service on one machine: every handler that AWS would run, on a folder and DuckDB. */
export function localService(home: string, progress: Progress) {
  const folder = (name: string) => resolve(home, name);
  const limits = { spillFolder: folder('.work/spill'), memoryMegabytes: 1000, threads: 2 };
  const publications = new FolderPublicationStore(resolve(home));
  const clientMonths = new DuckDbClientMonthSource(publications, readClientMonthSql(), limits);
  const shared = { publications, clientMonths, progress };
  const gate = { home: resolve(home), limits, publications, clock: systemClock };
  return {
    ...gateService({ ...gate, keys: () => keysOf(home), legalBases: () => legalBasesOf(home) }),
    publications,
    pseudonymKey: async () => (await keysOf(home)).pseudonymKey(),
    ingest: async () => {
      const handler = ingestHandler({
        publications,
        deliveries: new FolderDeliverySource(folder('landing')),
        parquet: new DuckDbParquetRows(folder('.work/parquet')),
        lake: new DuckDbLakeTableWriter(folder('.work/ingest')),
        vault: new FolderIdentityVault(folder('vault')),
        quarantine: new FolderQuarantineStore(folder('quarantine')),
        keys: await keysOf(home),
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
          legalBases: await legalBasesOf(home),
          network: await startNetwork(),
          clock: systemClock,
        }),
        job as TrainJob,
      ),
    evaluationOf: async (programme: string): Promise<ModelEvaluation> => {
      const model = await requireCurrent(publications, `models/${programme}`);
      return JSON.parse(new TextDecoder().decode(await publications.read(model, 'evaluation.json')));
    },
    modelCardOf: async (programme: string): Promise<ModelCard> => {
      const station = `models/${requireProgramme(programme).id}`;
      const model = await requireCurrent(publications, station);
      if (!model.files.some(({ name }) => name === 'model-card.json'))
        throw new UnusableHome(`${station}: the model is older than model cards; train it again`);
      const text = new TextDecoder().decode(await publications.read(model, 'model-card.json'));
      return ModelCard.parse(JSON.parse(text));
    },
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
            legalBases: await legalBasesOf(home),
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
            legalBases: await legalBasesOf(home),
            ...(await planCatalogues(home)),
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
    verify: () => {
      if (!existsSync(home)) throw new UnusableHome(`${home}: there is no such folder`);
      return verifyHome({
        files: new FolderHomeFiles(resolve(home)),
        tables: new DuckDbTableContents(resolve(home), limits),
        audit: new FolderAuditLog(folder('audit')),
        progress,
      });
    },
  };
}

const requestIdOf = (request: CohortRequest | PlanRequest, at: string) =>
  createHash('sha256').update(JSON.stringify({ request, at })).digest('hex').slice(0, 16);

/** The county's own legal bases, `<home>/legal-bases.json`, where it has them; else the shipped examples. */
async function legalBasesOf(home: string): Promise<readonly LegalBasis[]> {
  const path = join(home, 'legal-bases.json');
  if (!existsSync(path)) return legalBases;
  const parsed = z.array(LegalBasis).safeParse(jsonOf(await readFile(path, 'utf8')));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`);
  throw new UnusableHome(`${path}: ${faults.join('; ')}`);
}

/** What a text says in JSON; undefined where it is none. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Something in a home cannot be used as it is asked to be. */
export class UnusableHome extends Error {
  readonly code = 'unusable-home';
}

/** An objection that has come since would not be seen: as of an earlier instant, only invented people are shown. */
async function refuseRealPeople(publications: FolderPublicationStore, programme: string): Promise<void> {
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

/**
 * A county's own keys are random, in its home. People who do not exist need no secret: a home with simulated
 * or synthetic deliveries only takes published keys, so that everybody gets the same pseudonyms.
 */
async function keysOf(home: string): Promise<FolderKeys> {
  const given = { pseudonymKey: process.env.ENNAKKO_PSEUDONYM_KEY, vaultKey: process.env.ENNAKKO_VAULT_KEY };
  return new FolderKeys(resolve(home, 'keys'), (await hasRealPeople(home)) ? given : publishedKeys);
}

const publishedKey = (name: string) =>
  createHash('sha256').update(`ennakko demonstration ${name}`).digest('hex');
const publishedKeys = { pseudonymKey: publishedKey('pseudonym'), vaultKey: publishedKey('vault') };

async function hasRealPeople(home: string): Promise<boolean> {
  const taken = await new FolderPublicationStore(resolve(home)).current('tables');
  if (taken) return taken.origin === 'register';
  const landing = resolve(home, 'landing');
  const deliveries = await readdir(landing, { withFileTypes: true }).catch(() => []);
  for (const delivery of deliveries.filter((entry) => entry.isDirectory())) {
    if ((await originOf(join(landing, delivery.name, 'delivery.json'))) === 'register') return true;
  }
  return deliveries.length === 0;
}

/** What a delivery says of its people; one that cannot be read is taken for real. */
async function originOf(path: string): Promise<string> {
  try {
    return Delivery.parse(JSON.parse(await readFile(path, 'utf8'))).origin;
  } catch {
    return 'register';
  }
}
