import { existsSync, readFileSync } from 'node:fs';
import type { ClientMonthParameters } from '../core/ports/client-month-source.ts';

/** A bundle has the SQL beside itself. */
const besideBundle = new URL('./sql/', import.meta.url);
const folder = existsSync(besideBundle)
  ? besideBundle
  : new URL('../../data-contracts/sql/', import.meta.url);

/** The text of a SQL file of the contracts, by its path without its extension. */
export const readSql = (path: string) => readFileSync(new URL(`${path}.sql`, folder), 'utf8');

/** One SQL model: its text and the table or view that it defines. */
export interface SqlModel {
  readonly name: string;
  readonly text: string;
}

/** The SQL from the lake to client-months, each list in the order in which it is run. */
export interface ClientMonthSql {
  /** Cleaned tables of the whole lake, kept while the landmarks are made. */
  readonly staging: readonly SqlModel[];
  /** Predictors at the landmarks of the table `landmarks`. */
  readonly predictors: readonly SqlModel[];
  readonly clientMonths: string;
  /** Rows that are not plausible beside others, of which `plausibility` counts. */
  readonly implausibleRows: SqlModel;
  /** What is told of the tables beside what is made of them. */
  readonly surveys: Readonly<Record<'recording' | 'plausibility', string>>;
}

const model = (folder: string, name: string): SqlModel => ({
  name: name.replaceAll('-', '_'),
  text: readSql(`${folder}/${name}`),
});

/** What the text of client-months takes, in the order of its question marks. */
export const clientMonthValues = (parameters: ClientMonthParameters) => [
  parameters.followUpEndsOn,
  parameters.historyFrom,
  parameters.minimumAgeYears,
  parameters.maximumAgeYears,
  parameters.minimumLookBackMonths,
  parameters.excludesEarlierOutcome,
];

export function readClientMonthSql(): ClientMonthSql {
  return {
    staging: [
      'client-versions',
      'service-months',
      'outcome-starts',
      'diagnosis-days',
      'assessment-versions',
      'decision-versions',
    ].map((name) => model('staging', name)),
    predictors: [
      'services-at-landmark',
      'diagnoses-at-landmark',
      'assessments-at-landmark',
      'decisions-at-landmark',
    ].map((name) => model('predictors', name)),
    clientMonths: readSql('client-months'),
    implausibleRows: model('surveys', 'implausible-rows'),
    surveys: { recording: readSql('surveys/recording'), plausibility: readSql('surveys/plausibility') },
  };
}
