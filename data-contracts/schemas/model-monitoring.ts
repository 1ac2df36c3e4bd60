import { z } from 'zod';
import { features } from '../vocabularies/features.ts';
import { DataOrigin } from './delivery.ts';
import { IsoDay, Texts, ThingId } from './fields.ts';

/** How far the people now scored lie from those the model learnt from, by the borders .10 and .25, beyond chance. */
export const ShiftLevel = z.enum(['alike', 'shifted', 'strongly-shifted']);
export type ShiftLevel = z.infer<typeof ShiftLevel>;

const Share = z.number().min(0).max(1);

/** One column then and now. */
export const PopulationShift = z.object({
  /** Population stability index, 0 and up. */
  stabilityIndex: z.number().min(0),
  /** What the index comes to on average when nothing has changed. */
  byChance: z.number().min(0),
  level: ShiftLevel,
  /** Of the known values, in the feature's unit; null where few people have one. */
  meanInTraining: z.number().nullable(),
  meanNow: z.number().nullable(),
});

export const PredictorShift = PopulationShift.extend({
  predictor: z.enum(Object.keys(features) as [keyof typeof features]),
  missingInTraining: Share,
  missingNow: Share,
});
export type PredictorShift = z.infer<typeof PredictorShift>;

export const PredictionShift = PopulationShift.extend({ horizonMonths: z.number().int().min(1) });
export type PredictionShift = z.infer<typeof PredictionShift>;

export const ModelAge = z.object({
  /** The newest landmark that the model learnt from. */
  newestLandmarkOn: IsoDay,
  /** Of what happened from this day on, the model has learnt nothing. */
  learntUntil: IsoDay,
  /** From that day to the landmark that was scored. */
  months: z.number().int(),
  /** The programme's `maximumModelAge`. */
  limitMonths: z.number().int(),
  isStale: z.boolean(),
});
export type ModelAge = z.infer<typeof ModelAge>;

/** How old the model behind a programme's scores is, and how far those scored are from those it learnt from. */
export const ModelMonitoring = z.object({
  origin: DataOrigin,
  programme: ThingId,
  modelVersion: z.string(),
  /** First day of the month in which the clients were scored. */
  landmarkOn: IsoDay,
  /** Null: the model was trained by a version of the service that did not note it. */
  age: ModelAge.nullable(),
  /** The most shifted first; null for such a model, and where nobody is scored. */
  drift: z
    .object({ predictors: z.array(PredictorShift), predictions: z.tuple([PredictionShift, PredictionShift]) })
    .nullable(),
});
export type ModelMonitoring = z.infer<typeof ModelMonitoring>;

/** What a planner must know of the model behind an answer: nothing where it stands as it was trained. */
export const ModelStandingNote = z.enum(['model-stale', 'people-strongly-shifted', 'model-not-watched']);
export type ModelStandingNote = z.infer<typeof ModelStandingNote>;

/** One thing that those who answer for the model must know, in each language; an id of the monitoring vocabulary. */
export const MonitoringStatement = z.object({
  id: z.enum([
    'age-within-limit',
    'age-beyond-limit',
    'age-not-known',
    'drift-not-known',
    'features-alike',
    'features-shifted',
    'feature-shifted',
    'feature-strongly-shifted',
    'predictions-alike',
    'predictions-shifted',
    'predictions-strongly-shifted',
  ]),
  text: Texts,
});
export type MonitoringStatement = z.infer<typeof MonitoringStatement>;

/** The figures, and what they say in words. */
export const WordedMonitoring = ModelMonitoring.extend({ statements: z.array(MonitoringStatement) });
export type WordedMonitoring = z.infer<typeof WordedMonitoring>;
