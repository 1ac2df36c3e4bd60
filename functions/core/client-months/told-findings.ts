import type { SafeCount } from '../../../data-contracts/schemas/cohort.ts';
import { isLeftOut, type PlausibilityRules } from '../../../data-contracts/schemas/plausibility.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { TableName } from '../../../data-contracts/schemas/tables.ts';
import type { FeatureId } from '../../../data-contracts/vocabularies/features.ts';
import type { BuildFindings, ImplausibleRows, RecordingOfTable } from '../ports/client-month-source.ts';
import { countInSteps } from '../release/counts-in-steps.ts';

/** Rows that are not plausible; absent: they are in client-months all the same. */
export type ToldImplausible = Omit<ImplausibleRows, 'rows'> & {
  readonly rows: SafeCount;
  readonly isLeftOut?: true;
};

/** What a build tells of the tables and of what it made: no count by unit that is small or exact. */
export interface ToldFindings {
  readonly recording: readonly RecordingOfTable[];
  readonly implausible: readonly ToldImplausible[];
  /** The programme's predictors that are 0 or missing for everybody at the landmarks that a model learns from. */
  readonly silent: readonly FeatureId[];
  /** Tables of which rows were delivered, enough or too late, and no predictor says anything. */
  readonly unheard: readonly string[];
}

/** Fewer rows may well say nothing of anybody at a landmark. */
export const fewRows = 100;

export function toldFindings(
  findings: BuildFindings,
  { predictors }: Programme,
  rules: PlausibilityRules,
): ToldFindings {
  const silent = findings.silent.filter((name) => predictors.includes(name));
  const isUnheard = ({ table, rows, afterLandmarks }: RecordingOfTable) => {
    const own = predictors.filter((name) => tableOf(name) === table);
    const isToBeHeard = rows >= fewRows || afterLandmarks * 2 >= rows;
    return isToBeHeard && own.length > 0 && own.every((name) => silent.includes(name));
  };
  return {
    recording: findings.recording,
    implausible: findings.implausible.map((one) => ({
      ...one,
      rows: countInSteps(one.rows),
      ...(isLeftOut(rules, one.table, one.kind) && { isLeftOut: true as const }),
    })),
    silent,
    unheard: findings.recording.filter(isUnheard).map(({ table }) => table),
  };
}

const ofDiagnoses = /^(falls_|has_|diagnosis_groups|months_since_memory)/;
const ofDecisions =
  /^(has_(informal_care_support|home_care_decision|support_services|day_activities|communal_housing)|need_|months_since_need|denied_)/;
const ofClients = /^(age_years|is_male|has_informal_carer|lives_alone)$/;

/** Of which table a predictor tells. */
export function tableOf(name: FeatureId): TableName {
  if (ofClients.test(name)) return 'clients';
  if (ofDecisions.test(name)) return 'social-care-decisions';
  if (ofDiagnoses.test(name)) return 'diagnoses';
  if (name.startsWith('rai_') || name === 'months_since_rai') return 'assessments';
  return 'service-events';
}
