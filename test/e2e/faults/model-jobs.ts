import { join } from 'node:path';
import { serviceStatusRules } from '../../../data-contracts/catalogues/index.ts';
import { DuckDbClientMonthSource } from '../../../functions/adapters/duckdb/duckdb-client-month-source.ts';
import { DuckDbConsentLedger } from '../../../functions/adapters/duckdb/duckdb-consent-ledger.ts';
import { DuckDbRelationshipRegister } from '../../../functions/adapters/duckdb/duckdb-relationship-register.ts';
import { duckDbScoreWriter } from '../../../functions/adapters/duckdb/duckdb-score-writer.ts';
import { stagedObjects } from '../../../functions/adapters/folder/staged-objects.ts';
import { ObjectAuditLog } from '../../../functions/adapters/objects/object-audit-log.ts';
import { ObjectConsentRecords } from '../../../functions/adapters/objects/object-consent-records.ts';
import { ObjectErasureRecords } from '../../../functions/adapters/objects/object-erasure-records.ts';
import { ObjectPublicationStore } from '../../../functions/adapters/objects/object-publication-store.ts';
import { ObjectSettingFiles } from '../../../functions/adapters/objects/object-setting-files.ts';
import { folderOf, keysUnder, type ObjectStore } from '../../../functions/adapters/objects/object-store.ts';
import { readClientMonthSql } from '../../../functions/adapters/sql-texts.ts';
import { TensorflowRiskNetwork } from '../../../functions/adapters/tensorflow/tensorflow-risk-network.ts';
import { legalBasesOf } from '../../../functions/core/county-settings.ts';
import { silentProgress } from '../../../functions/core/ports/progress.ts';
import { ErasureLedger } from '../../../functions/core/release/erasure-ledger.ts';
import { UnitedConsentLedger } from '../../../functions/core/release/united-consent-ledger.ts';
import { publishHandler } from '../../../functions/publish/handler.ts';
import { scoreShardHandler } from '../../../functions/score/handler.ts';
import { trainHandler } from '../../../functions/train/handler.ts';
import { invoke } from '../../../runner/invoke.ts';
import type { Injury } from './injured-objects.ts';

const programme = 'older-people';
export const shards = 3;

/** What training and scoring read of a county. */
export async function copyCounty(from: ObjectStore, to: ObjectStore): Promise<void> {
  for (const folder of ['tables/', 'client-months/'])
    for (const key of await keysUnder(from, folder)) await to.put(key, (await from.get(key))!.content);
}

const network = TensorflowRiskNetwork.start();

/** The jobs that make a model and scores in a store of objects, as their Lambdas would be asked. */
export async function modelJobs(objects: ObjectStore, work: string) {
  const at = (name: string) => folderOf(objects, name);
  const publications = new ObjectPublicationStore(stagedObjects(objects, join(work, 'staged')));
  const limits = { spillFolder: join(work, 'spill'), memoryMegabytes: 300, threads: 1 };
  const erasures = new ObjectErasureRecords(at('erasures'));
  const ports = {
    publications,
    clientMonths: new DuckDbClientMonthSource(publications, readClientMonthSql(), limits),
    scores: duckDbScoreWriter(limits),
    consentLedger: new UnitedConsentLedger(
      new DuckDbConsentLedger(publications, limits),
      new ErasureLedger(erasures),
      new ObjectConsentRecords(at('consents')),
    ),
    erasures,
    relationships: new DuckDbRelationshipRegister(publications, limits),
    audit: new ObjectAuditLog(at('audit')),
    legalBases: await legalBasesOf(new ObjectSettingFiles(at('settings'))),
    serviceStatusRules,
    network: await network,
    clock: { now: () => '2026-02-03T04:05:06.000Z' },
    newId: () => 'faults',
    progress: silentProgress,
  };
  const order = { programme, seed: 7, maximumRows: 1000 };
  return {
    train: (event: unknown = order) => invoke(trainHandler(ports), event as never),
    score: (shard: number, of = shards) =>
      invoke(scoreShardHandler(ports), { programme, shard, shards: of } as never),
    publish: (event: unknown = { programme, shards }) => invoke(publishHandler(ports), event as never),
  };
}

export type ModelJobs = Awaited<ReturnType<typeof modelJobs>>;

/** What a store holds of models and scores, by key, in hexadecimal. */
export async function modelsIn(objects: ObjectStore): Promise<Record<string, string>> {
  const made: Record<string, string> = {};
  for (const folder of ['models/', 'scores/', 'monitoring/'])
    for (const key of await keysUnder(objects, folder))
      made[key] = Buffer.from((await objects.get(key))!.content).toString('hex');
  return made;
}

/** What the jobs make where nothing goes wrong. */
export async function modelsWithoutFaults(county: ObjectStore, into: ObjectStore, work: string) {
  await copyCounty(county, into);
  const jobs = await modelJobs(into, work);
  await jobs.train();
  for (let shard = 0; shard < shards; shard += 1) await jobs.score(shard);
  await jobs.publish();
  return modelsIn(into);
}

/** Each at an instant of a job’s way, in the order in which it is met. */
export const injuriesOnTheWay: Readonly<Record<'train' | 'score' | 'publish', readonly Injury[]>> = {
  train: [
    { call: 'get', key: /^client-months\/.*current/, how: 'before' },
    { call: 'read', key: /^client-months\/.*parquet$/, how: 'halfway' },
    { call: 'read', key: /^tables\/.*parquet$/, how: 'halfway' },
    { call: 'putIfAbsent', key: /^audit\//, how: 'after' },
    { call: 'put', key: /^models\/.*checkpoints\//, how: 'before' },
    { call: 'put', key: /^models\/.*checkpoints\//, how: 'after' },
    { call: 'putIfAbsent', key: /^models\/.*current/, how: 'after' },
  ],
  score: [
    { call: 'read', key: /^models\/.*weights/, how: 'halfway' },
    { call: 'grow', key: /^scores\/.*parquet$/, how: 'halfway' },
    { call: 'keep', key: /^scores\/.*parquet$/, how: 'after' },
    { call: 'put', key: /^scores\/.*json$/, how: 'before' },
    { call: 'put', key: /^scores\/.*json$/, how: 'after' },
  ],
  publish: [
    { call: 'get', key: /^scores\/.*-0001\.json$/, how: 'before' },
    { call: 'read', key: /^scores\/.*parquet$/, how: 'halfway' },
    { call: 'putIfAbsent', key: /^scores\/.*current/, how: 'before' },
    { call: 'putIfAbsent', key: /^scores\/.*current/, how: 'after' },
  ],
};
