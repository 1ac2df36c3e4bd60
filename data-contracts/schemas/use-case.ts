import { z } from 'zod';
import type { Purpose } from './purpose.ts';

/** What somebody may ask the service to do about people. What is not here cannot be asked. */
export const UseCase = z.enum([
  'ask-cohort',
  'ask-plan',
  'ask-hidden-demand',
  'train-model',
  'score-clients',
  'find-hidden-demand',
  'estimate-effects',
  'read-statistics',
  'read-hidden-statistics',
  'read-model-card',
  'make-outreach-list',
  'open-outreach-list',
  'export-outreach-list',
  'record-outcome',
  'close-outreach-list',
  'record-consent',
  'lift-objection',
  'read-held-data',
  'request-rectification',
  'list-rights-requests',
  'erase-person',
  'rotate-keys',
  'search-audit-log',
  'verify-audit-log',
  'set-aside-fault',
]);
export type UseCase = z.infer<typeof UseCase>;

interface UseOfData {
  /** The purpose of use; absent: people's rights and the watch over the service, which need no purpose. */
  readonly purpose?: Purpose;
  /** Whether people's names are shown. */
  readonly showsIdentity: boolean;
  /** Whether it rests on people's scores, and so on their having been profiled. */
  readonly usesScores?: true;
  /** Whether it rests on what was inferred of people's hidden demand, and so on their having been looked at for it. */
  readonly usesHiddenDemand?: true;
  /** Which client or care relationship there must be with each person; absent: none. */
  readonly needsRelationship?: 'own-unit' | 'any-unit';
}

/** For what each use case uses people's data, and whether it shows who they are. */
export const useCases: Readonly<Record<UseCase, UseOfData>> = {
  'ask-cohort': { purpose: 'planning', showsIdentity: false, usesScores: true },
  'ask-plan': { purpose: 'planning', showsIdentity: false, usesScores: true },
  'ask-hidden-demand': {
    purpose: 'planning',
    showsIdentity: false,
    usesScores: true,
    usesHiddenDemand: true,
  },
  'train-model': { purpose: 'model-development', showsIdentity: false },
  'score-clients': { purpose: 'profiling', showsIdentity: false, needsRelationship: 'any-unit' },
  'find-hidden-demand': { purpose: 'hidden-demand', showsIdentity: false, needsRelationship: 'any-unit' },
  'estimate-effects': { purpose: 'model-development', showsIdentity: false },
  'read-statistics': { purpose: 'statistics', showsIdentity: false, usesScores: true },
  'read-hidden-statistics': {
    purpose: 'statistics',
    showsIdentity: false,
    usesScores: true,
    usesHiddenDemand: true,
  },
  'read-model-card': { showsIdentity: false },
  'make-outreach-list': { purpose: 'outreach', showsIdentity: false, usesScores: true },
  'open-outreach-list': {
    purpose: 'outreach',
    showsIdentity: true,
    usesScores: true,
    needsRelationship: 'own-unit',
  },
  'export-outreach-list': {
    purpose: 'outreach',
    showsIdentity: true,
    usesScores: true,
    needsRelationship: 'own-unit',
  },
  'record-outcome': { purpose: 'outreach', showsIdentity: false },
  'close-outreach-list': { purpose: 'outreach', showsIdentity: false },
  'record-consent': { showsIdentity: false },
  'lift-objection': { showsIdentity: false },
  'read-held-data': { showsIdentity: false },
  'request-rectification': { showsIdentity: false },
  'list-rights-requests': { showsIdentity: false },
  'erase-person': { showsIdentity: false },
  'rotate-keys': { showsIdentity: false },
  'search-audit-log': { showsIdentity: false },
  'verify-audit-log': { showsIdentity: false },
  'set-aside-fault': { showsIdentity: false },
};
