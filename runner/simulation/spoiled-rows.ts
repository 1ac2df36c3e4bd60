import type { RandomStream } from './random-stream.ts';

const column = { clientIdentifier: 0, startedOn: 2, endedOn: 3, serviceArea: 4, dataSource: 11 } as const;

type Row = string[];

/** Every way in which a correction can be wrong; all but the first half of a duplicate belong in quarantine. */
const mistakes: readonly ((row: Row) => Row[])[] = [
  (row) => [changed(row, column.startedOn, `${row[column.startedOn]!.slice(0, 4)}-02-30`)],
  (row) => [changed(row, column.endedOn, '2001-01-01')],
  (row) => [changed(row, column.clientIdentifier, withWrongControl(row[column.clientIdentifier]!))],
  (row) => [changed(row, column.serviceArea, '999')],
  (row) => [row, row],
  (row) => [changed(row, column.dataSource, '')],
  (row) => [changed(row, column.clientIdentifier, '')],
];

/** A service event's row made wrong on purpose: one row, or a duplicate's two. */
export const spoiledRows = (row: Row, random: RandomStream): Row[] => random.pick(mistakes)(row);

const changed = (row: Row, index: number, field: string) => row.with(index, field);

/** The same code with another control character. */
function withWrongControl(identityCode: string): string {
  return `${identityCode.slice(0, -1)}${identityCode.endsWith('0') ? '1' : '0'}`;
}
