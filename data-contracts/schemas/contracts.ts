import { z } from 'zod';
import { Preset } from './asked-people.ts';
import { Assessment } from './assessment.ts';
import { AuditEntry } from './audit-entry.ts';
import { CheckUpPlan, CheckUpPlanRequest } from './check-up-plan.ts';
import { Client } from './client.ts';
import { ClientMonth } from './client-month.ts';
import { ClientRelationship } from './client-relationship.ts';
import { Cohort } from './cohort.ts';
import { CohortRequest } from './cohort-request.ts';
import { ConsentEvent } from './consent-event.ts';
import { Delivery } from './delivery.ts';
import { Diagnosis } from './diagnosis.ts';
import { FormerIdentifier } from './former-identifier.ts';
import { HiddenDemandRow } from './hidden-demand.ts';
import { HiddenDemandList, HiddenDemandRequest } from './hidden-demand-list.ts';
import { Intervention } from './intervention.ts';
import { LegalBasis } from './legal-basis.ts';
import { Mapping } from './mapping.ts';
import { ModelCard } from './model-card.ts';
import { WordedMonitoring } from './model-monitoring.ts';
import { Plan } from './plan.ts';
import { PlanRequest } from './plan-request.ts';
import { PriceIndexYear } from './price-index.ts';
import { Programme } from './programme.ts';
import { RiskScore } from './risk-score.ts';
import { ServiceEvent } from './service-event.ts';
import { ServiceStatusRule } from './service-status-rule.ts';
import { SocialCareDecision } from './social-care-decision.ts';
import { UnitCost } from './unit-cost.ts';
import { UnitName } from './unit-name.ts';

/** The contracts that are given to others as JSON Schema and by example, by the name of their files. */
export const contracts = {
  assessment: Assessment,
  'audit-entry': AuditEntry,
  'check-up-plan': CheckUpPlan,
  'check-up-plan-request': CheckUpPlanRequest,
  client: Client,
  'client-month': ClientMonth,
  'client-relationship': ClientRelationship,
  cohort: Cohort,
  'cohort-request': CohortRequest,
  'consent-event': ConsentEvent,
  delivery: Delivery,
  diagnosis: Diagnosis,
  'hidden-demand-list': HiddenDemandList,
  'hidden-demand-request': HiddenDemandRequest,
  'former-identifier': FormerIdentifier,
  'hidden-demand-row': HiddenDemandRow,
  intervention: Intervention,
  'legal-basis': LegalBasis,
  mapping: Mapping,
  'model-card': ModelCard,
  'model-monitoring': WordedMonitoring,
  plan: Plan,
  'plan-request': PlanRequest,
  preset: Preset,
  'price-index-year': PriceIndexYear,
  programme: Programme,
  'risk-score': RiskScore,
  'service-event': ServiceEvent,
  'service-status-rule': ServiceStatusRule,
  'social-care-decision': SocialCareDecision,
  'unit-cost': UnitCost,
  'unit-name': UnitName,
} as const satisfies Record<string, z.ZodType>;

export type ContractName = keyof typeof contracts;
export const contractNames = Object.keys(contracts) as ContractName[];

/**
 * JSON Schema (draft 2020-12) of a contract, of what may be delivered: before spaces are cut and defaults are
 * filled. Rules that tie fields together, and a day's bounds, are not in it; in CSV, numbers are decimal text.
 */
export function jsonSchemaOf(name: ContractName): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(contracts[name], { target: 'draft-2020-12', io: 'input' });
  return { $schema, $id: `${name}.json`, ...schema };
}
