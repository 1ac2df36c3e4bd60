import { z } from 'zod';
import { RaiScaleCode, raiScales } from '../vocabularies/rai-scales.ts';
import { DataSource } from './data-source.ts';
import { IsoDay, IsWithdrawn, RecordingDay, ThingId, WholeNumber } from './fields.ts';
import { PersonIdentifier } from './person-identifier.ts';
import { relation } from './relation.ts';

/** One scale of one RAI assessment. Grain: one row per `assessmentId` and `scale`. */
export const Assessment = z
  .object({
    clientIdentifier: PersonIdentifier,
    assessmentId: ThingId,
    assessedOn: IsoDay,
    instrument: z.enum(['RAI-HC', 'RAI-LTC', 'RAI-CA', 'RAI-AC']),
    scale: RaiScaleCode,
    points: WholeNumber(0, 100),
    dataSource: DataSource,
    recordedOn: RecordingDay,
    isWithdrawn: IsWithdrawn,
  })
  .refine(
    ({ scale, points }) => points >= raiScales[scale].minimum && points <= raiScales[scale].maximum,
    relation(['points', 'scale'], 'outside the scale'),
  )
  .refine(
    (assessment) => assessment.recordedOn >= assessment.assessedOn,
    relation(['recordedOn', 'assessedOn'], 'recorded before assessment'),
  );
export type Assessment = z.infer<typeof Assessment>;
