import type { ServiceStatusRule } from '../../../data-contracts/schemas/service-status-rule.ts';
import type { FeatureId } from '../../../data-contracts/vocabularies/features.ts';
import type { ServiceStatus } from '../../../data-contracts/vocabularies/service-statuses.ts';

/** Predictors of one client-month, in each one's unit; null, not a number or absent is missing. */
export type PredictorValues = Readonly<Partial<Record<FeatureId, number | null>>>;

/**
 * What services somebody has at the landmark: the status of the first rule that holds, and `none` where none does.
 * @param rules in the order in which they are tried
 * @example serviceStatusOf(serviceStatusRules, { has_home_care_decision: 1 }) // 'regular-home-care'
 */
export function serviceStatusOf(rules: readonly ServiceStatusRule[], values: PredictorValues): ServiceStatus {
  const holds = ({ anyOf }: ServiceStatusRule) =>
    anyOf.some(({ predictor, atLeast }) => (values[predictor] ?? Number.NaN) >= atLeast);
  return rules.find(holds)?.status ?? 'none';
}

/** The predictors that rules look at: what must be read of a client-month to tell its status. */
export const statusPredictors = (rules: readonly ServiceStatusRule[]): FeatureId[] => [
  ...new Set(rules.flatMap(({ anyOf }) => anyOf.map(({ predictor }) => predictor))),
];

/** The same for each row of a batch, as it is read from client-months. */
export function statusOfEachRow(
  rules: readonly ServiceStatusRule[],
  { rows, numbers }: { readonly rows: number; readonly numbers: Readonly<Record<string, Float64Array>> },
): ServiceStatus[] {
  const predictors = statusPredictors(rules);
  return Array.from({ length: rows }, (_, row) =>
    serviceStatusOf(rules, Object.fromEntries(predictors.map((name) => [name, numbers[name]![row]!]))),
  );
}
