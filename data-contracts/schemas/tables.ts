import type { z } from 'zod';
import { Assessment } from './assessment.ts';
import { Client } from './client.ts';
import { ClientRelationship } from './client-relationship.ts';
import { ConsentEvent } from './consent-event.ts';
import { Diagnosis } from './diagnosis.ts';
import { FormerIdentifier } from './former-identifier.ts';
import { ServiceEvent } from './service-event.ts';
import { SocialCareDecision } from './social-care-decision.ts';

/** Column types of the lake; the same words in DuckDB, Trino and Glue. */
export type ColumnType = 'varchar' | 'date' | 'timestamp' | 'bigint';

export interface TableContract {
  /** What a delivered row must be. */
  readonly row: z.ZodType;
  /** Fields that identify a row; a second row with the same key in one file is a duplicate. */
  readonly key: readonly string[];
  /**
   * The day that a row tells of. A later delivery's row of the same key is the last word on it, and one with another
   * person, and another day or source besides, is another row under the same key. Absent: every row counts.
   */
  readonly ownDay?: string;
  /** Fields that go to the vault and to nothing else. */
  readonly identityFields: readonly string[];
  /** Fields besides `clientIdentifier` that name a person: pseudonyms in the lake, as they were delivered. */
  readonly otherPeople?: readonly string[];
  /**
   * Its rows say who is who, and nothing else of anybody: they are kept as they were delivered, and after an erasure
   * too, so that a later delivery does not bring the person back under another identifier.
   */
  readonly saysWhoIsWho?: true;
  /** The lake's columns besides `client` (the pseudonym): delivered field name to type. */
  readonly columns: Readonly<Record<string, ColumnType>>;
}

/**
 * The tables a county delivers. A file `landing/<delivery>/<table>.csv` (or `<table>.<part>.csv`, or
 * `.parquet`) holds rows of that table. In the lake, `clientIdentifier` becomes `client`, other fields keep
 * their names in snake case, and `delivery` and `line` say where a row came from.
 */
export const tables = {
  clients: {
    row: Client,
    key: ['clientIdentifier', 'validFrom'],
    ownDay: 'validFrom',
    identityFields: ['familyName', 'givenNames', 'telephone'],
    columns: {
      validFrom: 'date',
      bornOn: 'date',
      sex: 'varchar',
      serviceLanguage: 'varchar',
      municipality: 'varchar',
      livesAlone: 'varchar',
      hasInformalCarer: 'varchar',
      diedOn: 'date',
      movedOutOn: 'date',
      studyGroup: 'varchar',
      dataSource: 'varchar',
      recordedOn: 'date',
      isWithdrawn: 'varchar',
    },
  },
  'service-events': {
    row: ServiceEvent,
    key: ['eventId'],
    ownDay: 'startedOn',
    identityFields: [],
    columns: {
      eventId: 'varchar',
      startedOn: 'date',
      endedOn: 'date',
      serviceArea: 'varchar',
      serviceForm: 'varchar',
      contactType: 'varchar',
      isEmergency: 'varchar',
      contacts: 'bigint',
      costCents: 'bigint',
      unit: 'varchar',
      dataSource: 'varchar',
      recordedOn: 'date',
      isWithdrawn: 'varchar',
    },
  },
  diagnoses: {
    row: Diagnosis,
    key: ['diagnosisId'],
    ownDay: 'diagnosedOn',
    identityFields: [],
    columns: {
      diagnosisId: 'varchar',
      diagnosedOn: 'date',
      codeSystem: 'varchar',
      code: 'varchar',
      dataSource: 'varchar',
      recordedOn: 'date',
      isWithdrawn: 'varchar',
    },
  },
  assessments: {
    row: Assessment,
    key: ['assessmentId', 'scale'],
    ownDay: 'assessedOn',
    identityFields: [],
    columns: {
      assessmentId: 'varchar',
      assessedOn: 'date',
      instrument: 'varchar',
      scale: 'varchar',
      points: 'bigint',
      dataSource: 'varchar',
      recordedOn: 'date',
      isWithdrawn: 'varchar',
    },
  },
  'social-care-decisions': {
    row: SocialCareDecision,
    key: ['decisionId'],
    ownDay: 'decidedOn',
    identityFields: [],
    columns: {
      decisionId: 'varchar',
      decisionType: 'varchar',
      decision: 'varchar',
      decidedOn: 'date',
      validFrom: 'date',
      validTo: 'date',
      dataSource: 'varchar',
      recordedOn: 'date',
      isWithdrawn: 'varchar',
    },
  },
  'consent-events': {
    row: ConsentEvent,
    key: ['consentEventId'],
    identityFields: [],
    columns: {
      consentEventId: 'varchar',
      kind: 'varchar',
      purpose: 'varchar',
      coveredSource: 'varchar',
      effectiveAt: 'timestamp',
      recordedAt: 'timestamp',
      channel: 'varchar',
      recordedBy: 'varchar',
    },
  },
  'client-relationships': {
    row: ClientRelationship,
    key: ['relationshipId'],
    ownDay: 'startedOn',
    identityFields: [],
    columns: {
      relationshipId: 'varchar',
      unit: 'varchar',
      kind: 'varchar',
      startedOn: 'date',
      endedOn: 'date',
      dataSource: 'varchar',
      recordedOn: 'date',
      isWithdrawn: 'varchar',
    },
  },
  'former-identifiers': {
    row: FormerIdentifier,
    key: ['formerIdentifier', 'clientIdentifier'],
    ownDay: 'recordedOn',
    identityFields: [],
    otherPeople: ['formerIdentifier'],
    saysWhoIsWho: true,
    columns: {
      formerIdentifier: 'varchar',
      dataSource: 'varchar',
      recordedOn: 'date',
      isWithdrawn: 'varchar',
    },
  },
} as const satisfies Record<string, TableContract>;

export type TableName = keyof typeof tables;
export const tableNames = Object.keys(tables) as TableName[];
