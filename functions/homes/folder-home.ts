import { totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { stores } from '../../data-contracts/vocabularies/lambdas.ts';
import { DuckDbClientMonthSource } from '../adapters/duckdb/duckdb-client-month-source.ts';
import { DuckDbConsentLedger } from '../adapters/duckdb/duckdb-consent-ledger.ts';
import { DuckDbHeldData } from '../adapters/duckdb/duckdb-held-data.ts';
import { DuckDbLakeEngine } from '../adapters/duckdb/duckdb-lake-engine.ts';
import { DuckDbLakeTableWriter } from '../adapters/duckdb/duckdb-lake-table-writer.ts';
import { DuckDbParquetRows } from '../adapters/duckdb/duckdb-parquet-rows.ts';
import { DuckDbPersonRows } from '../adapters/duckdb/duckdb-person-rows.ts';
import { DuckDbRelationshipRegister } from '../adapters/duckdb/duckdb-relationship-register.ts';
import { DuckDbScoreStore } from '../adapters/duckdb/duckdb-score-store.ts';
import { duckDbHiddenDemandWriter, duckDbScoreWriter } from '../adapters/duckdb/duckdb-score-writer.ts';
import { FolderAnchors } from '../adapters/folder/folder-anchors.ts';
import { FolderObjects } from '../adapters/folder/folder-objects.ts';
import { lockName } from '../adapters/folder/home-lock.ts';
import { clearLeftovers, workFolder } from '../adapters/folder/leftovers.ts';
import { processMark } from '../adapters/folder/process-identity.ts';
import { LakeHiddenDemandStore } from '../adapters/lake/lake-hidden-demand-store.ts';
import { LakeRecordingCounts } from '../adapters/lake/lake-recording-counts.ts';
import { ObjectAnswerFiles } from '../adapters/objects/object-answer-files.ts';
import { ObjectAuditLog } from '../adapters/objects/object-audit-log.ts';
import { ObjectDeliverySource } from '../adapters/objects/object-delivery-source.ts';
import { ObjectPublicationStore } from '../adapters/objects/object-publication-store.ts';
import { ObjectUnclearedFiles } from '../adapters/objects/object-uncleared-files.ts';
import { readClientMonthSql } from '../adapters/sql-texts.ts';
import { namesTold } from '../core/audit/names-told.ts';
import { AnswerPseudonyms } from '../core/identity/unit-pseudonyms.ts';
import type { AnswerFiles } from '../core/ports/answer-files.ts';
import { folderRequests } from './folder-requests.ts';
import type { AnswersKey, Home } from './home.ts';

/** What a query on one machine may take: an eighth of its memory, at least 1,000 MB; the rest spills to disk. */
export const engineLimitsOf = (folder: string) => ({
  spillFolder: join(resolve(folder), workFolder, `spill-${processMark}`),
  memoryMegabytes: Math.max(1000, Math.floor(memoryOfMachine() / 8e6)),
  threads: 2,
});

/** Bytes; in a container those that it may use. */
const memoryOfMachine = () => Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);

/** Every pseudonym by which some people may stand in the answers of a folder's home. */
export const namesToldIn =
  (folder: string, answersKey: AnswersKey) => async (clients: ReadonlySet<string>) => {
    const audit = new ObjectAuditLog(new FolderObjects(join(resolve(folder), 'audit')));
    return namesTold(audit, new AnswerPseudonyms(await answersKey()), clients);
  };

/** What an erasure clears, what is told of apart as kept by law, and what names nobody. */
const clearedOrTold = new Set([
  ...Object.keys(stores).filter((store) => store !== 'landing'),
  ...['cohorts', 'plans', 'keys', 'erasing', 'retraining', 'key-rotations', '.work', lockName],
]);

/** Answers that name somebody, and unfinished work, go. */
const folderAnswers = (folder: string, answersKey: AnswersKey): AnswerFiles => ({
  removeNaming: async (clients) => {
    await clearLeftovers(folder);
    return new ObjectAnswerFiles(new FolderObjects(folder), namesToldIn(folder, answersKey)).removeNaming(
      clients,
    );
  },
});

/** A folder of this machine: objects are files, and DuckDB asks the tables. */
export function folderHome(folder: string): Home {
  const at = (name: string) => join(resolve(folder), name);
  const publications = new ObjectPublicationStore(new FolderObjects(resolve(folder)));
  const limits = engineLimitsOf(folder);
  return {
    objects: (store) => new FolderObjects(store === 'settings' ? resolve(folder) : at(store)),
    publications,
    tables: () => ({
      deliveredConsents: () => new DuckDbConsentLedger(publications, limits),
      relationships: () => new DuckDbRelationshipRegister(publications, limits),
      scoresOf: (programme) => DuckDbScoreStore.open(publications, programme, limits),
      hiddenDemandOf: (programme) =>
        LakeHiddenDemandStore.open(publications, programme, new DuckDbLakeEngine(limits)),
      recording: () => new LakeRecordingCounts(publications, new DuckDbLakeEngine(limits)),
      heldData: (programmes) => new DuckDbHeldData(publications, limits, programmes),
    }),
    files: async () => ({
      publications,
      deliveries: () => new ObjectDeliverySource(new FolderObjects(at('landing'))),
      clientMonths: () => new DuckDbClientMonthSource(publications, readClientMonthSql(), limits),
      scoreWriter: () => duckDbScoreWriter(limits),
      hiddenDemandWriter: () => duckDbHiddenDemandWriter(limits),
      parquetRows: () => new DuckDbParquetRows(at('.work/parquet')),
      lakeWriter: () => new DuckDbLakeTableWriter(at('.work/ingest')),
      personRows: () => new DuckDbPersonRows(at('.work/erasure')),
    }),
    anchors: () => new FolderAnchors(folder),
    answerFiles: (answersKey) => folderAnswers(resolve(folder), answersKey),
    uncleared: () => new ObjectUnclearedFiles(new FolderObjects(resolve(folder)), clearedOrTold),
    requests: (name) => folderRequests(folder, name),
  };
}
