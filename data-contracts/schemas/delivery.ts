import { z } from 'zod';
import { IsoDay } from './fields.ts';

/** A table and the days of which a delivery tells all that there is. */
export const CompleteTable = z
  .object({
    table: z.enum([
      'clients',
      'service-events',
      'diagnoses',
      'assessments',
      'social-care-decisions',
      'client-relationships',
    ]),
    from: IsoDay,
    to: IsoDay,
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'covers to before from' });
export type CompleteTable = z.infer<typeof CompleteTable>;

/** Where data come from; shown wherever a figure or a list made from them is shown. */
export const DataOrigin = z.enum(['register', 'simulated', 'synthetic']);
export type DataOrigin = z.infer<typeof DataOrigin>;

/** `delivery.json` beside a delivery's files: what time the delivery covers, and whether people are real. */
export const Delivery = z
  .object({
    origin: DataOrigin,
    coversFrom: IsoDay,
    coversTo: IsoDay,
    deliveredBy: z.string().min(1).max(120),
    /**
     * Of which tables, and of rows of which days, the delivery holds all: rows that earlier ones had and this one has
     * not are taken back. Absent: rows that are not delivered again stay.
     */
    complete: z.array(CompleteTable).optional(),
  })
  .refine((delivery) => delivery.coversTo >= delivery.coversFrom, {
    path: ['coversTo'],
    error: 'covers to before from',
  });
export type Delivery = z.infer<typeof Delivery>;
