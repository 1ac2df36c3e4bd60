/** The namespace of CloudWatch in which the service counts its own work, the Lambda's name being the only dimension. */
export const metricNamespace = 'Ennakko';

/** What is counted of the service's own work; nothing of a person. */
export const serviceCounts = [
  'requests',
  'failures',
  'sign-ins-refused',
  /** Questions that the release gate refused as a whole. */
  'gate-refusals',
  /** Questions stopped because their asker had asked too many, or too many alike. */
  'questions-stopped',
  'jobs-done',
  'jobs-failed',
] as const;
export type ServiceCount = (typeof serviceCounts)[number];

/** What is measured of a programme's model whenever its scores are published. */
export const serviceMeasures = [
  /** Months from the day until which the model has learnt to the landmark that was scored. */
  'model-age-months',
  /** 1 where that is more than the programme allows, else 0. */
  'models-stale',
  /** 1 where neither age nor drift is known, else 0. */
  'models-not-watched',
  /** Population stability index beyond chance, of the predictor that has shifted most. */
  'largest-predictor-drift',
  /** Likewise of the predictions, at the horizon where they have shifted most. */
  'largest-prediction-drift',
] as const;
export type ServiceMeasure = (typeof serviceMeasures)[number];
