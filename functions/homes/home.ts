import type { StartedMachine, Store } from '../../data-contracts/vocabularies/lambdas.ts';
import type { ObjectStore } from '../adapters/objects/object-store.ts';
import type { StartedJobs } from '../core/jobs.ts';
import type { AnchorStore } from '../core/ports/anchor-store.ts';
import type { AnswerFiles } from '../core/ports/answer-files.ts';
import type { ClientMonthSource } from '../core/ports/client-month-source.ts';
import type { ConsentLedger } from '../core/ports/consent-ledger.ts';
import type { DeliverySource } from '../core/ports/delivery-source.ts';
import type { HeldData } from '../core/ports/held-data.ts';
import type { HiddenDemandStore } from '../core/ports/hidden-demand-store.ts';
import type { JobRequests } from '../core/ports/job-requests.ts';
import type { LakeTableWriter } from '../core/ports/lake-table-writer.ts';
import type { ParquetRows } from '../core/ports/parquet-rows.ts';
import type { PersonRows } from '../core/ports/person-rows.ts';
import type { PlanningScores } from '../core/ports/planning-scores.ts';
import type { PublicationStore } from '../core/ports/publication-store.ts';
import type { RecordingCounts } from '../core/ports/recording-counts.ts';
import type { RelationshipRegister } from '../core/ports/relationship-register.ts';
import type { ScoreStore } from '../core/ports/score-store.ts';
import type { HiddenDemandWriter, ScoreWriter } from '../core/ports/score-writer.ts';
import type { UnclearedFiles } from '../core/ports/uncleared-files.ts';
import type { UnitRegister } from '../core/ports/unit-register.ts';

/** What is asked of a home's tables while somebody waits for an answer. */
export interface TableReads {
  deliveredConsents(): ConsentLedger;
  relationships(): RelationshipRegister & UnitRegister;
  /** @throws NothingPublished when the programme has not been scored */
  scoresOf(programme: string): Promise<ScoreStore & PlanningScores>;
  /** @throws NothingPublished when nobody has been looked for */
  hiddenDemandOf(programme: string): Promise<HiddenDemandStore>;
  heldData(programmes: readonly string[]): HeldData;
  recording(): RecordingCounts;
}

/** What jobs do with files of tables, where the query engine that reads and writes them finds them. */
export interface TableFiles {
  readonly publications: PublicationStore;
  deliveries(): DeliverySource;
  clientMonths(): ClientMonthSource;
  scoreWriter(): ScoreWriter;
  hiddenDemandWriter(): HiddenDemandWriter;
  parquetRows(): ParquetRows;
  lakeWriter(): LakeTableWriter;
  personRows(): PersonRows;
}

/** The answers key, opened when it is needed: a home holds none itself. */
export type AnswersKey = () => Promise<Uint8Array>;

/** One of the service's homes: a folder of this machine, or AWS. */
export interface Home {
  /** Where a store's objects are. */
  readonly objects: (store: Store) => ObjectStore;
  readonly publications: PublicationStore;
  readonly tables: () => TableReads;
  /** Loaded when a job asks for it. */
  readonly files: () => Promise<TableFiles>;
  /** Where the audit log's anchors are: beside the home. */
  readonly anchors: () => AnchorStore;
  /** Answers that commands have written to the home, in which people stand as they were told; on AWS there are none. */
  readonly answerFiles: (answersKey: AnswersKey) => AnswerFiles;
  /** Files that an erasure does not clear: deliveries and, in a folder, whatever else lies there. */
  readonly uncleared: () => UnclearedFiles;
  /** Where somebody asks for what a state machine does. */
  readonly requests: <Name extends StartedMachine>(name: Name) => JobRequests<StartedJobs[Name]>;
}
