/**
 * What the Lambdas tell CloudWatch, in one namespace and with the programme as the only dimension: counts and
 * ages, never anything of a person.
 */
export const metricNamespace = 'Ennakko';

export const serviceMetrics = {
  /** People whom the release gate withheld, of one answer. */
  refusedReleases: { name: 'RefusedReleases', unit: 'Count' },
  /** Days since the serving model was trained, told each night by scoring. */
  modelAgeDays: { name: 'ModelAgeDays', unit: 'Count' },
  /** The largest population stability index of a predictor between training and the scored month. */
  largestDrift: { name: 'LargestDrift', unit: 'None' },
} as const;

export type ServiceMetric = keyof typeof serviceMetrics;
