import { implausibleKinds, type PlausibilityRules } from '../../../data-contracts/schemas/plausibility.ts';
import { type TableName, tableNames } from '../../../data-contracts/schemas/tables.ts';
import type {
  ClientMonthOrder,
  ImplausibleRows,
  RecordingOfTable,
} from '../../core/ports/client-month-source.ts';
import type { SqlRow } from './lake-engine.ts';
import { columnOf } from './left-out.ts';

/** What the texts of what is told of the tables take, in the order of their question marks. */
/** Of a build's landmarks those that something follows and a model learns from; all, where nothing follows any. */
export function learntFrom({ landmarks, parameters }: Pick<ClientMonthOrder, 'landmarks' | 'parameters'>) {
  const followed = landmarks.filter(({ landmarkOn }) => landmarkOn < parameters.followUpEndsOn);
  return followed.length > 0 ? followed : landmarks;
}

export const surveyValues = (order: SurveyOrder) => ({
  recording: [learntFrom(order).at(-1)!.landmarkOn],
  implausibleRows: [
    order.parameters.followUpEndsOn,
    order.plausibility.longestOpenHospitalStayDays,
    order.plausibility.longestEndAheadDays,
  ],
});

type SurveyOrder = Pick<ClientMonthOrder, 'landmarks' | 'parameters'> & {
  readonly plausibility: PlausibilityRules;
};

const placeOf = (table: string) => tableNames.indexOf(table as TableName);

export const recordingOf = (rows: readonly SqlRow[]): RecordingOfTable[] =>
  rows
    .map((row) => ({
      table: String(row.table_name),
      rows: Number(row.row_count),
      withinMonth: Number(row.within_month),
      withinYear: Number(row.within_year),
      afterLandmarks: Number(row.after_landmarks ?? 0),
      onOneDay: Number(row.on_one_day),
    }))
    .sort((one, other) => placeOf(one.table) - placeOf(other.table));

/** By table, kind and place. */
export function implausibleOf(rows: readonly SqlRow[]): ImplausibleRows[] {
  const found = rows.flatMap((row) =>
    implausibleKinds.map((kind) => ({
      table: String(row.table_name),
      place: String(row.place),
      kind,
      rows: Number(row[columnOf(kind)]),
    })),
  );
  const order = ({ table, kind, place }: ImplausibleRows) =>
    `${placeOf(table)} ${implausibleKinds.indexOf(kind)} ${place}`;
  return found.filter(({ rows }) => rows > 0).sort((one, other) => (order(one) < order(other) ? -1 : 1));
}
