import { z } from 'zod';
import { IsoDay } from './fields.ts';

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
  })
  .refine((delivery) => delivery.coversTo >= delivery.coversFrom, {
    path: ['coversTo'],
    error: 'covers to before from',
  });
export type Delivery = z.infer<typeof Delivery>;
