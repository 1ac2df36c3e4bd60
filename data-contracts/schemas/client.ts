import { z } from 'zod';
import { MunicipalityCode } from '../vocabularies/municipalities.ts';
import { DataSource } from './data-source.ts';
import { EndDay, IsoDay, IsWithdrawn, RecordingDay, ThingId, YesNo } from './fields.ts';
import { PersonIdentifier } from './person-identifier.ts';
import { relation } from './relation.ts';

/**
 * One version of what is known of a client, in force from `validFrom` until the next version.
 * Grain: one row per client and `validFrom`. Names and telephone go to the vault and no further.
 */
export const Client = z
  .object({
    clientIdentifier: PersonIdentifier,
    validFrom: IsoDay,
    familyName: z.string().max(120).optional(),
    givenNames: z.string().max(120).optional(),
    telephone: z.string().max(40).optional(),
    bornOn: IsoDay,
    sex: z.enum(['female', 'male', 'unknown']),
    serviceLanguage: z.enum(['fi', 'sv', 'se', 'smn', 'sms', 'other']),
    municipality: MunicipalityCode,
    livesAlone: YesNo.optional(),
    hasInformalCarer: YesNo.optional(),
    diedOn: EndDay.optional(),
    movedOutOn: EndDay.optional(),
    studyGroup: ThingId.optional(),
    dataSource: DataSource,
    recordedOn: RecordingDay,
    isWithdrawn: IsWithdrawn,
  })
  .refine(
    (client) => client.bornOn <= client.validFrom,
    relation(['bornOn', 'validFrom'], 'born after validFrom'),
  )
  .refine(
    (client) => !client.diedOn || client.diedOn >= client.bornOn,
    relation(['diedOn', 'bornOn'], 'died before birth'),
  )
  .refine(
    (client) => !client.diedOn || client.diedOn <= client.recordedOn,
    relation(['diedOn', 'recordedOn'], 'recorded before death'),
  )
  .refine(
    (client) => !client.movedOutOn || client.movedOutOn >= client.bornOn,
    relation(['movedOutOn', 'bornOn'], 'moved out before birth'),
  )
  .refine(
    (client) => client.recordedOn >= client.validFrom,
    relation(['recordedOn', 'validFrom'], 'recorded before validFrom'),
  );
export type Client = z.infer<typeof Client>;
