import { z } from 'zod';
import { IsoDay } from './fields.ts';

/** A delivered file that has been taken in, wherever it is now. */
export const LandedFile = z.object({
  name: z.string(),
  /** Of which content, for which table. */
  fileId: z.string(),
  takenInOn: IsoDay,
  /** When it was removed from `landing/`; absent: it is there. */
  removedOn: IsoDay.optional(),
});
export type LandedFile = z.infer<typeof LandedFile>;

/** When the files of a delivery were taken in, and when they were removed. Grain: one per `delivery`. */
export const LandedDelivery = z.object({ delivery: z.string(), files: z.array(LandedFile) });
export type LandedDelivery = z.infer<typeof LandedDelivery>;
