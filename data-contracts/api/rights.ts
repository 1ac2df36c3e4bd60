import { z } from 'zod';
import { AnchorRemark } from '../schemas/audit-anchor.ts';
import { AuditEntry } from '../schemas/audit-entry.ts';
import { ConsentEvent, ConsentStatement } from '../schemas/consent-event.ts';
import { Controller } from '../schemas/controller.ts';
import { DataSource } from '../schemas/data-source.ts';
import { DataOrigin } from '../schemas/delivery.ts';
import { ErasedData } from '../schemas/erasure.ts';
import { fhirSystems } from '../schemas/fhir-consent.ts';
import { Instant, IsoDay, Language, Pseudonym, Texts, ThingId } from '../schemas/fields.ts';
import { HeldFile } from '../schemas/held-file.ts';
import { KeptRecord } from '../schemas/kept-record.ts';
import { LegalBasis } from '../schemas/legal-basis.ts';
import { OutreachOutcome } from '../schemas/outreach-list.ts';
import { ConsentNotice, RecordedConsent } from '../schemas/recorded-consent.ts';
import { Retention } from '../schemas/retention.ts';
import { OpenRequest } from '../schemas/rights-request.ts';
import { StorageTime } from '../schemas/storage-time.ts';
import { UnitName } from '../schemas/unit-name.ts';
import { operation, PageQuery, PageWanted, pageOf } from './operation.ts';

/** Of whom: a pseudonym made for who asks, or an identity code or `local:` identifier, which is turned into one and goes no further. */
const person = { client: Pseudonym.optional(), identifier: z.string().max(120).optional() };

const isOnePerson = ({
  client,
  identifier,
}: {
  client?: string | undefined;
  identifier?: string | undefined;
}) => (client === undefined) !== (identifier === undefined);
const onePerson = { path: ['client'], error: 'give either client or identifier' };

export const PersonNamed = z.strictObject(person).refine(isOnePerson, onePerson);
export type PersonNamed = z.infer<typeof PersonNamed>;

const {
  client: _client,
  consentEventId: _eventId,
  recordedBy: _recorder,
  document: _document,
  endsAt: _endsAt,
  awaits: _awaits,
  ...noticeFields
} = ConsentNotice.shape;
export const ConsentTold = z.strictObject({ ...noticeFields, ...person }).refine(isOnePerson, onePerson);

/**
 * What was recorded. Whoever named the person by an identity code is not told the pseudonym, and nobody the place in
 * the person's ledger: what was recorded by code would show in what is recorded by pseudonym.
 */
export const ConsentTaken = RecordedConsent.omit({ sequence: true }).partial({ client: true });

export const AccuracyQuestion = z
  .strictObject({
    ...person,
    source: z.union([DataSource, z.literal('all')]),
    channel: ConsentEvent.shape.channel,
  })
  .refine(isOnePerson, onePerson);

export const AuditQuestion = z.strictObject({ ...person, ...PageWanted }).refine(isOnePerson, onePerson);

/** Absent where the person was named by a code: no way leads from a code to a pseudonym. */
const notByCode = { client: Pseudonym.optional() };

/** A line of the audit log; of a batch of decisions, the person's own part. */
export const AuditLogLine = z.object({ line: z.number().int().min(1), entry: AuditEntry });

const EachHorizon = z.tuple([z.number(), z.number()]);

/** What is held of a person, where it came from, which scores there are and why, and who saw it. */
export const HeldDocument = z.object({
  ...notByCode,
  at: Instant,
  language: Language,
  /** Who answers for the data, by what law they are used and how long they are kept. */
  county: z.object({
    controller: Controller,
    legalBases: z.array(z.object({ ...LegalBasis.shape, inForceTo: IsoDay.optional() })),
    retention: Retention,
    storageTimes: z.array(StorageTime),
    unitNames: z.array(UnitName),
  }),
  tables: z.array(
    z.object({ table: z.string(), rows: z.array(z.record(z.string(), z.string().nullable())) }),
  ),
  identityVersions: z.number().int(),
  /** Files that are kept as they came: those that name the person, and those that were not searched. */
  files: z.array(HeldFile),
  scores: z.array(
    z.object({
      origin: DataOrigin,
      outcomeName: Texts,
      modelVersion: z.string(),
      landmarkOn: IsoDay,
      horizonsMonths: EachHorizon,
      probability: EachHorizon,
      averageProbability: EachHorizon,
      /** Of somebody typical of the same age and sex, which the reasons start from. */
      typicalProbability: EachHorizon,
      sources: z.array(z.string()),
      reasons: z.array(z.string()),
      /** What can be changed. */
      changeable: z.array(z.string()),
    }),
  ),
  /** That the person was found worth a check-up, and why. */
  hiddenDemand: z.array(
    z.object({
      landmarkOn: IsoDay,
      sources: z.array(z.string()),
      reasons: z.array(z.string()),
      speaksForIt: z.array(z.string()),
    }),
  ),
  said: z.array(
    ConsentStatement.extend({ endsAt: Instant.optional(), sequence: z.number().int().optional() }),
  ),
  lists: z.array(
    z.object({
      madeAt: Instant,
      unit: ThingId,
      intervention: ThingId.nullable(),
      outcome: OutreachOutcome.optional(),
      attempts: z.number().int(),
      callAgainOn: IsoDay.optional(),
      /** Without text where the service cannot open them here: the team gives them out. */
      notes: z.array(z.object({ at: Instant, text: z.string().optional() })),
    }),
  ),
  /** Lots that the person drew in, for a place among equals; null: none was won. */
  lots: z.array(z.object({ madeAt: Instant, intervention: ThingId.nullable() })),
  seen: z.array(AuditLogLine),
  /** All of it in words for the person, in the reader’s language, as Markdown. */
  text: z.string(),
});

/** What was erased of a person, and what is kept and by which law. */
export const ErasureDocument = z.object({
  ...notByCode,
  at: Instant,
  language: Language,
  erased: ErasedData,
  /** Files that are kept as they came and named the person when they were erased. */
  files: z.array(HeldFile),
  /** What the person had said in deliveries, kept as the proof of what was asked for. */
  said: z.array(ConsentStatement),
  kept: z.array(KeptRecord),
  /** All of it in words for the person, in the reader’s language, as Markdown. */
  text: z.string(),
});

/** A job that is done later, elsewhere; its id gives nobody away. */
const JobAsked = z.object({ requestId: ThingId, wasKnown: z.boolean() });

const client = 'ac0a561d9fe8111b224e08c85cfd21f8';

/** What a person, or who answers for data protection, may ask. Identity codes come in bodies, never in addresses. */
export const rightsOperations = {
  recordConsent: operation({
    id: 'recordConsent',
    method: 'POST',
    path: '/consents',
    summary:
      'What a person says of the use of their data; it holds from the next question to the release gate',
    body: ConsentTold,
    status: 201,
    isIdempotent: true,
    answer: ConsentTaken,
    example: {
      body: { client, kind: 'objection', purpose: 'outreach', coveredSource: 'all', channel: 'telephone' },
    },
  }),
  importFhirConsents: operation({
    id: 'importFhirConsents',
    method: 'POST',
    path: '/fhir/Consent',
    summary: 'FHIR R4 Consent resources: one, a Bundle or lines of them, all or none',
    body: z.union([
      z.looseObject({ resourceType: z.enum(['Consent', 'Bundle']) }),
      z.array(z.looseObject({ resourceType: z.string() })).max(10_000),
    ]),
    takesLines: true,
    largestBodyBytes: 4 * 1024 * 1024,
    status: 201,
    answer: z.object({ recorded: z.number().int().min(0) }),
    example: {
      body: {
        resourceType: 'Consent',
        id: 'c-1',
        status: 'active',
        dateTime: '2025-05-01',
        patient: { identifier: { system: fhirSystems.personalIdentityCode, value: 'local:demo:17' } },
        provision: { type: 'deny' },
      },
    },
  }),
  readHeldData: operation({
    id: 'readHeldData',
    method: 'POST',
    path: '/access-documents',
    summary: 'Everything that is held of a person, and who saw it (GDPR 13–15), in the reader’s language',
    body: PersonNamed,
    answer: HeldDocument,
    example: { body: { client } },
  }),
  contestAccuracy: operation({
    id: 'contestAccuracy',
    method: 'POST',
    path: '/rectification-requests',
    summary: 'A person says that what a source holds is not right: it is not used until that is settled',
    body: AccuracyQuestion,
    status: 201,
    isIdempotent: true,
    answer: ConsentTaken,
    example: { body: { client, source: 'rai', channel: 'letter' } },
  }),
  listRightsRequests: operation({
    id: 'listRightsRequests',
    method: 'GET',
    path: '/rights-requests',
    summary:
      'What people have asked for and nobody has settled, with the day by which it is due (GDPR 12(3))',
    query: z.strictObject({ ...PageQuery, state: z.literal('open').default('open') }),
    answer: pageOf(OpenRequest),
    example: { query: { state: 'open' } },
  }),
  requestErasure: operation({
    id: 'requestErasure',
    method: 'POST',
    path: '/erasures',
    summary:
      'A person’s request for the erasure of everything, which is in force, is carried out (GDPR 17): takes minutes',
    body: PersonNamed,
    status: 202,
    isIdempotent: true,
    answer: JobAsked,
    example: { body: { client } },
  }),
  readErasureDocument: operation({
    id: 'readErasureDocument',
    method: 'POST',
    path: '/erasure-documents',
    summary:
      'What was erased of a person, and what is kept and by which law, in the reader’s language; once it is done',
    body: PersonNamed,
    answer: ErasureDocument,
    example: { body: { client } },
  }),
  requestKeyRotation: operation({
    id: 'requestKeyRotation',
    method: 'POST',
    path: '/key-rotations',
    summary: 'The vault of identities gets another key, under which all in it is sealed again: takes minutes',
    status: 202,
    isIdempotent: true,
    answer: JobAsked,
    example: {},
  }),
  searchAuditLog: operation({
    id: 'searchAuditLog',
    method: 'POST',
    path: '/audit-searches',
    summary: 'Every line of the audit log that concerns a person, oldest first',
    body: AuditQuestion,
    answer: pageOf(AuditLogLine),
    example: { body: { client, limit: 10 } },
  }),
  verifyAuditLog: operation({
    id: 'verifyAuditLog',
    method: 'GET',
    path: '/audit-verification',
    summary: 'Whether the audit log is as it was written: its chain recomputed, and held against its anchors',
    answer: z.object({
      lines: z.number().int().min(0),
      headHash: z.string(),
      damage: z.object({ code: z.string(), line: z.number().int() }).optional(),
      /** What was signed and published of it, where the service cannot write again. */
      anchored: z.object({
        findings: z.array(AnchorRemark),
        notes: z.array(AnchorRemark),
        anchors: z.number().int().min(0),
        anchoredLines: z.number().int().min(0),
        anchoredAt: Instant.optional(),
      }),
      /** Everything that is not as it was written, also what has been set aside, and by whom. */
      faults: z.array(
        z.object({
          id: ThingId,
          code: z.string(),
          line: z.number().int(),
          through: z.number().int(),
          setAside: z.object({ line: z.number().int(), at: Instant, by: ThingId }).optional(),
        }),
      ),
    }),
    example: {},
  }),
} as const;
