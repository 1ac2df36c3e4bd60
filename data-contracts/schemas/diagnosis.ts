import { z } from 'zod';
import { DataSource } from './data-source.ts';
import { IsoDay, IsWithdrawn, RecordingDay, ThingId } from './fields.ts';
import { PersonIdentifier } from './person-identifier.ts';
import { relation } from './relation.ts';

const icd10 = String.raw`[A-Z][0-9A-Z]\d(\.?[0-9A-Z]{1,4})?`;

/**
 * The forms of codes. A Finnish ICD-10 code may be a pair: symptom and cause (`F00.1*G30.1`, or `G30.1+F00.1`), two
 * codes together (`&`), or a code and the ATC code of a medicine (`#`). SNOMED codes are counted by the concept map of
 * the vocabularies, local ones by none: a mapping turns them into others.
 */
const codeForm = {
  'ICD-10': new RegExp(`^${icd10}([*+&]${icd10}|#[A-Z][0-9A-Z]{0,6})?$`),
  'ICPC-2': /^[A-Z]\d{2}(\.\d{1,2})?$/,
  'ICD-9-CM': /^[0-9VE][0-9]{2,4}[0-9A-Z]?$/,
  'CMS-CCW': /^SP_[A-Z_]{3,8}$/,
  SNOMED: /^\d{6,18}$/,
  local: /^[0-9A-Z][0-9A-Z._:-]{0,31}$/,
} as const;

export const CodeSystem = z.enum(
  Object.keys(codeForm) as [keyof typeof codeForm, ...(keyof typeof codeForm)[]],
);
export type CodeSystem = z.infer<typeof CodeSystem>;

/**
 * A diagnosis recorded for a client. Grain: one row per `diagnosisId`.
 * A pair of codes is one diagnosis. `CMS-CCW` are the chronic-condition flags of the CMS summary files.
 */
export const Diagnosis = z
  .object({
    clientIdentifier: PersonIdentifier,
    diagnosisId: ThingId,
    diagnosedOn: IsoDay,
    codeSystem: CodeSystem,
    /** In any case and with spaces around. */
    code: z.string().max(32).trim().toUpperCase(),
    dataSource: DataSource,
    recordedOn: RecordingDay,
    isWithdrawn: IsWithdrawn,
  })
  .refine(
    (diagnosis) => codeForm[diagnosis.codeSystem].test(diagnosis.code),
    relation(['code', 'codeSystem'], 'not a code of its system'),
  )
  .refine(
    (diagnosis) => diagnosis.recordedOn >= diagnosis.diagnosedOn,
    relation(['recordedOn', 'diagnosedOn'], 'recorded before diagnosis'),
  );
export type Diagnosis = z.infer<typeof Diagnosis>;
