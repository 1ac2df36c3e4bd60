/** The namespace of CloudWatch in which the service counts its own work, the Lambda's name being the only dimension. */
export const metricNamespace = 'Ennakko';

/** What is counted of the service's own work; nothing of a person. */
export const serviceCounts = [
  'requests',
  'failures',
  'sign-ins-refused',
  /** Questions that the release gate refused as a whole. */
  'gate-refusals',
  'jobs-done',
  'jobs-failed',
] as const;
export type ServiceCount = (typeof serviceCounts)[number];
