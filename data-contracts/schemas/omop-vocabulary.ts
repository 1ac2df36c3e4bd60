import { z } from 'zod';
import { MunicipalityCode } from '../vocabularies/municipalities.ts';
import { ContactTypeCode, ServiceAreaCode, ServiceFormCode } from '../vocabularies/national-codes/index.ts';
import { RaiScaleCode } from '../vocabularies/rai-scales.ts';
import { Assessment } from './assessment.ts';
import { DataSource } from './data-source.ts';
import { CodeSystem } from './diagnosis.ts';
import { YesNo } from './fields.ts';

const ConceptId = z.string().regex(/^\d{1,10}$/);

const VisitKind = z.strictObject({
  serviceArea: ServiceAreaCode.optional(),
  serviceForm: ServiceFormCode.optional(),
  contactType: ContactTypeCode.optional(),
  isEmergency: YesNo.optional(),
  dataSource: DataSource,
});

/** How concepts of the OMOP common data model are codes of the contracts. */
export const OmopVocabulary = z.strictObject({
  describes: z.string().min(1),
  /** By visit concept. */
  visits: z.record(ConceptId, VisitKind),
  /** Of a visit of any other concept. */
  otherVisit: VisitKind,
  /** By gender concept. */
  sexes: z.record(ConceptId, z.enum(['female', 'male'])),
  /** By vocabulary id of a condition’s concept. */
  codeSystems: z.record(z.string(), CodeSystem),
  /** Scales by the source value of a measurement or an observation. */
  assessments: z.record(
    z.string(),
    z.strictObject({ instrument: Assessment.shape.instrument, scale: RaiScaleCode }),
  ),
  /** By what a location calls its county, city or itself; a location that says a municipality’s code needs nothing. */
  municipalities: z.record(z.string(), MunicipalityCode),
});
export type OmopVocabulary = z.infer<typeof OmopVocabulary>;
