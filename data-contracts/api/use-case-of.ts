import type { UseCase } from '../schemas/use-case.ts';
import type { ApiName, operations } from './index.ts';

export type OperationId = { [Api in ApiName]: keyof (typeof operations)[Api] }[ApiName];

const useCases: Readonly<Record<OperationId, UseCase | undefined>> = {
  askCohort: 'ask-cohort',
  askHiddenDemand: 'ask-hidden-demand',
  askPlan: 'ask-plan',
  planCheckUps: 'ask-hidden-demand',
  readStatistics: 'read-statistics',
  readRecordingQuality: 'read-statistics',
  listPresets: 'ask-cohort',
  readHiddenStatistics: 'read-hidden-statistics',
  listUnits: 'make-outreach-list',
  previewOutreachList: 'make-outreach-list',
  makeOutreachList: 'make-outreach-list',
  readOutreachProgress: 'make-outreach-list',
  // Everybody may ask, and sees the lists that they may open.
  listOutreachLists: undefined,
  openOutreachList: 'open-outreach-list',
  openOutreachRow: 'open-outreach-list',
  exportOutreachList: 'export-outreach-list',
  recordOutcome: 'record-outcome',
  writeNote: 'record-outcome',
  assignRow: 'record-outcome',
  undoRecording: 'record-outcome',
  closeOutreachList: 'close-outreach-list',
  readModelCard: 'read-model-card',
  readModelEvaluation: 'read-model-card',
  readModelMonitoring: 'read-model-card',
  readOutreachResults: 'read-statistics',
  requestRetraining: 'train-model',
  recordConsent: 'record-consent',
  importFhirConsents: 'record-consent',
  readHeldData: 'read-held-data',
  contestAccuracy: 'request-rectification',
  listRightsRequests: 'list-rights-requests',
  requestErasure: 'erase-person',
  readErasureDocument: 'read-held-data',
  requestKeyRotation: 'rotate-keys',
  searchAuditLog: 'search-audit-log',
  verifyAuditLog: 'verify-audit-log',
};

/** What an operation is to the access matrix; undefined: every role may ask it. @throws RangeError */
export function useCaseOf(operation: string): UseCase | undefined {
  if (!Object.hasOwn(useCases, operation)) throw new RangeError('operation: expected one of the contracts');
  return useCases[operation as OperationId];
}
