import type { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import type { ImplausibleKind, PlausibilityRules } from '../../../data-contracts/schemas/plausibility.ts';
import type { FeatureId } from '../../../data-contracts/vocabularies/features.ts';
import type { Publication } from './publication-store.ts';

/** A small table made from the contracts, which the SQL joins to the lake. */
export interface ReferenceTable {
  readonly columns: Readonly<Record<string, 'varchar' | 'integer' | 'bigint'>>;
  /** Values in the order of `columns`. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** By the name that the SQL knows the table under. */
export type ReferenceTables = Readonly<
  Record<'service_group_rules' | 'unit_costs' | 'diagnosis_groups' | 'outcome_areas', ReferenceTable>
>;

/** What the SQL takes as parameters. Days are ISO 8601, each the first of a month. */
export interface ClientMonthParameters {
  /** The first of the month after the last whole month of data. */
  readonly followUpEndsOn: string;
  /** The first of the first whole month of data. */
  readonly historyFrom: string;
  readonly minimumAgeYears: number;
  readonly maximumAgeYears: number;
  readonly minimumLookBackMonths: number;
  readonly excludesEarlierOutcome: boolean;
}

export interface ClientMonthOrder {
  /** The lake: files named `<table>/<file>.parquet`. */
  readonly tables: Publication;
  readonly references: ReferenceTables;
  readonly parameters: ClientMonthParameters;
  readonly plausibility: PlausibilityRules;
  /** Sources of whose rows nothing is seen. */
  readonly withoutSources: readonly DataSource[];
  /** One file each, in this order. */
  readonly landmarks: readonly { readonly landmarkOn: string; readonly location: string }[];
  /** Called after each landmark with the client-months it has. */
  readonly onLandmark: (landmarkOn: string, rows: number) => void;
}

/** When the rows of a table were recorded; counts of rows. */
export interface RecordingOfTable {
  readonly table: string;
  readonly rows: number;
  /** Recorded at most 31, at most 366 days after the day that they tell of. */
  readonly withinMonth: number;
  readonly withinYear: number;
  /** Recorded on the last landmark that a model learns from, or later: it learns nothing from them. */
  readonly afterLandmarks: number;
  /** Recorded on the day on which most were. */
  readonly onOneDay: number;
}

/** Rows of a table from one unit, or data source where no unit is told, that are not plausible beside others. */
export interface ImplausibleRows {
  readonly table: string;
  readonly place: string;
  readonly kind: ImplausibleKind;
  readonly rows: number;
}

/** What a build has found in the tables and in what it made of them. */
export interface BuildFindings {
  readonly recording: readonly RecordingOfTable[];
  readonly implausible: readonly ImplausibleRows[];
  /** Predictors that are 0 or missing for everybody at the landmarks that a model learns from. */
  readonly silent: readonly FeatureId[];
}

export type ClientMonthText =
  | 'client'
  | 'sex'
  | 'municipality'
  | 'service_language'
  | 'study_group'
  | 'sources_used';
export type ClientMonthNumber = 'months_to_event' | 'event' | FeatureId;

/** Client-months of one landmark, column by column. */
export interface ClientMonthBatch {
  readonly rows: number;
  /** `study_group` is empty where there is none. */
  readonly texts: Readonly<Record<ClientMonthText, readonly string[]>>;
  /** A missing predictor is NaN; counts in counts, money in cents, flags 0 or 1. */
  readonly numbers: Readonly<Record<string, Float64Array>>;
}

export interface ReadingChoice {
  /** Which numbers to read; all unless told. Texts come always. */
  readonly numbers?: readonly ClientMonthNumber[];
  /** At most so many rows a batch; 8192 unless told. */
  readonly batchRows?: number;
  /** Only clients from this pseudonym on, itself included; all unless told. */
  readonly fromClient?: string;
  /** Only clients before this pseudonym; all unless told. */
  readonly beforeClient?: string;
}

/** Makes client-months from the lake with the SQL of the contracts, and reads them again. */
export interface ClientMonthSource {
  /** SHA-256 of the SQL texts, hexadecimal: another text, another publication. */
  readonly sqlHash: string;
  /** Writes one Parquet file a landmark, rows in the order of `client`; the same lake gives the same bytes. */
  build(order: ClientMonthOrder): Promise<BuildFindings>;
  /** Predictors that are 0 or missing in every row of some landmarks' files. */
  silentIn(locations: readonly string[]): Promise<readonly FeatureId[]>;
  /** Streams the client-months of one landmark in the order of `client`. */
  read(publication: Publication, landmarkOn: string, choice?: ReadingChoice): AsyncIterable<ClientMonthBatch>;
  count(publication: Publication, landmarkOn: string): Promise<number>;
}

/** The file of a landmark within its publication. */
export const landmarkFileName = (landmarkOn: string) => `${landmarkOn}.parquet`;
