import { z } from 'zod';
import { ServiceStatus, statusBases } from '../vocabularies/service-statuses.ts';

const Given = ServiceStatus.exclude(['none']);

/**
 * When somebody has a service status: any of its predictors is at least so much, by decisions or by visits and never
 * by both. A predictor that is missing says nothing.
 */
export const ServiceStatusRule = z.discriminatedUnion('basis', [
  z.object({
    status: Given,
    basis: z.literal('decisions'),
    anyOf: z
      .array(z.object({ predictor: z.enum(statusBases.decisions.predictors), atLeast: z.literal(1) }))
      .min(1),
  }),
  z.object({
    status: Given,
    basis: z.literal('visits'),
    anyOf: z
      .array(
        z.object({
          predictor: z.enum(statusBases.visits.predictors),
          /** Visits, or months with any: within the months that the predictor looks back. */
          atLeast: z.number().positive(),
        }),
      )
      .min(1),
  }),
]);
export type ServiceStatusRule = z.infer<typeof ServiceStatusRule>;

/** In the order in which they are tried: the first that holds gives the status, and none of them `none`. */
export const ServiceStatusRules = z
  .array(ServiceStatusRule)
  .refine((rules) => new Set(rules.map(({ status }) => status)).size === rules.length, {
    error: 'a status twice',
  });
export type ServiceStatusRules = z.infer<typeof ServiceStatusRules>;
