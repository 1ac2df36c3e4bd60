import type { OperationId } from '../../data-contracts/api/use-case-of.ts';
import type { LaneSpec } from './lane.ts';

/** As long as an HTTP API of AWS lets a Lambda answer; the gateway waits a second more. */
const answeringMilliseconds = 29_000;

/**
 * Lanes of questions, each with a process of its own: what is long never stands before what is short. A process
 * takes one question at a time, so that memory is that of as many questions as there are lanes.
 */
export const lanes = {
  /** What reads many people’s data: some tenths of a second to some seconds. */
  people: { waiting: 32, milliseconds: answeringMilliseconds, idleMilliseconds: 600_000 },
  /** Seconds of arithmetic. */
  plans: { waiting: 4, milliseconds: answeringMilliseconds, idleMilliseconds: 10_000, isBehind: true },
  /** What reads the audit log from its beginning. */
  log: { waiting: 8, milliseconds: answeringMilliseconds, idleMilliseconds: 60_000, isBehind: true },
  /** Everything else: one person, one list, one document. */
  light: { waiting: 64, milliseconds: answeringMilliseconds, idleMilliseconds: 600_000 },
} as const satisfies Record<string, LaneSpec>;

export type LaneName = keyof typeof lanes;

const laneOfOperation: Partial<Record<OperationId, LaneName>> = {
  askCohort: 'people',
  readStatistics: 'people',
  makeOutreachList: 'people',
  openOutreachList: 'people',
  exportOutreachList: 'people',
  importFhirConsents: 'people',
  askPlan: 'plans',
  readHeldData: 'log',
  contestAccuracy: 'log',
  searchAuditLog: 'log',
  verifyAuditLog: 'log',
};

export const laneOf = (operation: string): LaneName => laneOfOperation[operation as OperationId] ?? 'light';
