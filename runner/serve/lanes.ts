import type { OperationId } from '../../data-contracts/api/use-case-of.ts';
import type { LaneSpec } from './lane.ts';
import type { ProcessSpec } from './worker-process.ts';

/** As long as an HTTP API of AWS lets a Lambda answer; the gateway waits a second more. */
const answering = { milliseconds: 29_000, idleMilliseconds: 30_000 };

/**
 * Lanes of questions, each with a process of its own: what is long never stands before what is short. A process
 * takes one question at a time, so that memory is that of as many questions as there are lanes.
 */
export const lanes = {
  /** What reads many people’s data: some tenths of a second to some seconds. */
  people: { waiting: 32, ...answering, isReady: true, heapMegabytes: 256 },
  /** Seconds of arithmetic. */
  plans: { waiting: 4, ...answering, heapMegabytes: 1_024, givesWay: true },
  /** What reads the audit log from its beginning. */
  log: { waiting: 8, ...answering, heapMegabytes: 512, givesWay: true },
  /** Everything else: one person, one list, one document. */
  light: { waiting: 64, ...answering, isReady: true, heapMegabytes: 192 },
} as const satisfies Record<string, LaneSpec & ProcessSpec>;

/** What jobs do they do with files, row by row. */
export const jobsProcess: ProcessSpec = { heapMegabytes: 1_024, givesWay: true };

export type LaneName = keyof typeof lanes;

const laneOfOperation: Partial<Record<OperationId, LaneName>> = {
  askCohort: 'people',
  readStatistics: 'people',
  askHiddenDemand: 'people',
  planCheckUps: 'people',
  readHiddenStatistics: 'people',
  listUnits: 'people',
  previewOutreachList: 'people',
  makeOutreachList: 'people',
  openOutreachList: 'people',
  openOutreachRow: 'people',
  exportOutreachList: 'people',
  importFhirConsents: 'people',
  askPlan: 'plans',
  readHeldData: 'log',
  contestAccuracy: 'log',
  searchAuditLog: 'log',
  verifyAuditLog: 'log',
};

export const laneOf = (operation: string): LaneName => laneOfOperation[operation as OperationId] ?? 'light';
