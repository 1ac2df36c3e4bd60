import { z } from 'zod';
import { DataSource } from './data-source.ts';
import { EndDay, IsoDay, IsWithdrawn, RecordingDay, ThingId } from './fields.ts';
import { PersonIdentifier } from './person-identifier.ts';
import { relation } from './relation.ts';

/** That a unit has a client or care relationship with a person. Grain: one row per `relationshipId`. */
export const ClientRelationship = z
  .object({
    clientIdentifier: PersonIdentifier,
    relationshipId: ThingId,
    unit: ThingId,
    kind: z.enum(['client', 'care']),
    startedOn: IsoDay,
    endedOn: EndDay.optional(),
    dataSource: DataSource,
    recordedOn: RecordingDay,
    isWithdrawn: IsWithdrawn,
  })
  .refine(
    (relation) => relation.endedOn === undefined || relation.endedOn >= relation.startedOn,
    relation(['endedOn', 'startedOn'], 'ended before start'),
  );
export type ClientRelationship = z.infer<typeof ClientRelationship>;
