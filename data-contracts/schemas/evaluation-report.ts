import { z } from 'zod';
import { SafeCount } from './cohort.ts';

const Share = z.number().min(0).max(1);
const MaybeNumber = z.number().nullable();

/** An estimate with its 95 % interval; null where it cannot be estimated. */
export const EstimateWithInterval = z.object({
  estimate: MaybeNumber,
  lower95: MaybeNumber,
  upper95: MaybeNumber,
});
export type EstimateWithInterval = z.infer<typeof EstimateWithInterval>;

/** Figures of one group; a small one says nothing but its label. */
export const GroupReport = z.discriminatedUnion('status', [
  z.object({ label: z.string(), status: z.literal('suppressed') }),
  z.object({
    label: z.string(),
    status: z.literal('reported'),
    /** Rounded to tens. */
    peopleRounded: z.number().int(),
    observedIncidence: Share,
    meanProbability: Share,
    observedExpectedRatio: EstimateWithInterval,
    auc: EstimateWithInterval,
    brier: EstimateWithInterval,
    /** Of groups by service status alone; takes as long as all the others together. */
    calibrationSlope: EstimateWithInterval.optional(),
    /** Share of the group on the list of everybody's top tenth, and of its cases. */
    selectionRate: Share,
    truePositiveRate: MaybeNumber,
  }),
]);
export type GroupReport = z.infer<typeof GroupReport>;

/** How good the predictions are at one horizon; each figure is explained in docs/guide/evaluation.md. */
export const HorizonReport = z.discriminatedUnion('status', [
  z.object({ status: z.literal('too-little-follow-up'), horizon: z.number() }),
  z.object({
    status: z.literal('evaluated'),
    horizon: z.number(),
    cases: SafeCount,
    competing: SafeCount,
    censoredBefore: SafeCount,
    /** Aalen–Johansen. */
    observedIncidence: Share,
    meanProbability: Share,
    figures: z.object({
      auc: EstimateWithInterval,
      brier: EstimateWithInterval,
      indexOfPredictionAccuracy: EstimateWithInterval,
      observedExpectedRatio: EstimateWithInterval,
      calibrationSlope: EstimateWithInterval,
      calibrationIntercept: EstimateWithInterval,
      calibrationInTheLarge: EstimateWithInterval,
      topTenthCapture: EstimateWithInterval,
    }),
    nullBrier: z.number(),
    concordance: z.object({
      harrell: EstimateWithInterval,
      uno: EstimateWithInterval,
      wolbers: EstimateWithInterval,
    }),
    calibrationCurve: z.array(
      z.object({
        rows: z.number().int(),
        meanProbability: Share,
        observed: Share,
        lower95: MaybeNumber,
        upper95: MaybeNumber,
      }),
    ),
    decisionCurve: z.array(
      z.object({
        thresholdProbability: Share,
        byPrediction: z.number(),
        everybody: z.number(),
        contactedShare: z.number(),
        lower95: MaybeNumber,
        upper95: MaybeNumber,
      }),
    ),
    groups: z.array(z.object({ name: z.string(), groups: z.array(GroupReport) })),
  }),
]);
export type HorizonReport = z.infer<typeof HorizonReport>;

/** Predictions of one model, judged on the test rows. */
export const ModelReport = z.object({
  rows: z.number().int(),
  people: z.number().int(),
  bootstrapReplicates: z.number().int(),
  seed: z.number().int(),
  horizons: z.array(HorizonReport),
});
export type ModelReport = z.infer<typeof ModelReport>;

/** Network minus a baseline on the same rows and resamples; an interval that holds 0 does not tell them apart. */
export const PairedComparison = z.object({
  horizon: z.number(),
  differences: z.object({
    auc: EstimateWithInterval,
    brier: EstimateWithInterval,
    indexOfPredictionAccuracy: EstimateWithInterval,
    topTenthCapture: EstimateWithInterval,
  }),
});

/** Whether rows that lack a predictor are censored more, or less, than the others. */
export const MissingnessReport = z.object({
  name: z.string(),
  missingShare: Share,
  censoringRatio: MaybeNumber,
  z: MaybeNumber,
  predictsCensoring: z.boolean(),
});
