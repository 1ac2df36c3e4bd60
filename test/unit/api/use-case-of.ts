import type { UseCase } from '../../../data-contracts/schemas/use-case.ts';

/** What an operation is to the access matrix. */
export const useCaseOf: Readonly<Record<string, UseCase>> = {
  askCohort: 'ask-cohort',
  askPlan: 'ask-plan',
  readStatistics: 'read-statistics',
  makeOutreachList: 'make-outreach-list',
  openOutreachList: 'open-outreach-list',
  exportOutreachList: 'export-outreach-list',
  recordOutcome: 'record-outcome',
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
  requestErasure: 'erase-person',
  readErasureDocument: 'read-held-data',
  requestKeyRotation: 'rotate-keys',
  searchAuditLog: 'search-audit-log',
  verifyAuditLog: 'verify-audit-log',
};
