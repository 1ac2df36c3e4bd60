import type { QualityPlace } from '../../../data-contracts/schemas/recording-quality.ts';
import type { TableName } from '../../../data-contracts/schemas/tables.ts';
import { snomedToIcd10 } from '../../../data-contracts/vocabularies/diagnosis-groups.ts';
import { codeLists } from '../../../data-contracts/vocabularies/national-codes/index.ts';
import { lakeStation } from '../../core/ingest/lake-manifest.ts';
import type { PublicationStore } from '../../core/ports/publication-store.ts';
import type { RecordingCount, RecordingCounts } from '../../core/ports/recording-counts.ts';
import { requireCurrent } from '../../core/require-current.ts';
import { readSql } from '../sql-texts.ts';
import { allRows, type LakeEngine, type SqlRow } from './lake-engine.ts';
import { publishedTable } from './published-tables.ts';

const counted: readonly TableName[] = [
  'clients',
  'service-events',
  'diagnoses',
  'assessments',
  'social-care-decisions',
];

/** Counts by one query over the tables of the lake. */
export class LakeRecordingCounts implements RecordingCounts {
  readonly #publications: PublicationStore;
  readonly #engine: LakeEngine;

  constructor(publications: PublicationStore, engine: LakeEngine) {
    this.#publications = publications;
    this.#engine = engine;
  }

  async by(place: QualityPlace): Promise<readonly RecordingCount[]> {
    const tables = await requireCurrent(this.#publications, lakeStation);
    const { serviceArea, serviceForm, contactType } = codeLists;
    const lists = [serviceArea, serviceForm, contactType].map((list) => [...(list ?? [])].join(','));
    const rows = await allRows(this.#engine, {
      name: 'recording-quality',
      text: readSql('reads/recording-quality'),
      values: [place, ...lists, [...snomedToIcd10.keys()].join(',')],
      relations: await Promise.all(counted.map((table) => publishedTable(this.#publications, tables, table))),
      fingerprint: tables.fingerprint,
    });
    return rows.map(countOf);
  }
}

const countOf = (row: SqlRow): RecordingCount => ({
  table: row.table_name as TableName,
  year: Number(row.year),
  place: String(row.place),
  rows: Number(row.row_count),
  people: Number(row.people),
  late30: Number(row.late_30),
  late90: Number(row.late_90),
  coded: Number(row.coded),
  implausible: Number(row.implausible),
  filled: [row.filled_1, row.filled_2, row.filled_3, row.filled_4].map(Number),
});
