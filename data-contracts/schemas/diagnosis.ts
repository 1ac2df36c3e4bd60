import { z } from 'zod';
import { DataSource } from './data-source.ts';
import { IsoDay, IsWithdrawn, ThingId } from './fields.ts';
import { PersonIdentifier } from './person-identifier.ts';

const codeForm = {
  'ICD-10': /^[A-Z]\d{2}(\.?[0-9A-Z]{1,4})?$/,
  'ICD-9-CM': /^[0-9VE][0-9]{2,4}[0-9A-Z]?$/,
  'CMS-CCW': /^SP_[A-Z_]{3,8}$/,
} as const;

/**
 * A diagnosis recorded for a client. Grain: one row per `diagnosisId`.
 * `CMS-CCW` are the chronic-condition flags of the CMS summary files.
 */
export const Diagnosis = z
  .object({
    clientIdentifier: PersonIdentifier,
    diagnosisId: ThingId,
    diagnosedOn: IsoDay,
    codeSystem: z.enum(['ICD-10', 'ICD-9-CM', 'CMS-CCW']),
    code: z.string().max(16),
    dataSource: DataSource,
    recordedOn: IsoDay,
    isWithdrawn: IsWithdrawn,
  })
  .refine((diagnosis) => codeForm[diagnosis.codeSystem].test(diagnosis.code), {
    path: ['code'],
    error: 'not a code of its system',
  })
  .refine((diagnosis) => diagnosis.recordedOn >= diagnosis.diagnosedOn, {
    path: ['recordedOn'],
    error: 'recorded before diagnosis',
  });
export type Diagnosis = z.infer<typeof Diagnosis>;
