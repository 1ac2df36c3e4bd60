import { type ColumnKind, kindOfColumn, seenName } from './column-names.ts';
import { UnusableTable } from './csv-rows.ts';

/** Positions of the columns of these kinds, under whichever of their names, of a table that may have no others. */
export function columnsOfOnly(
  file: string,
  header: readonly string[],
  kinds: readonly ColumnKind[],
): number[] {
  const found = header.map(kindOfColumn);
  const positions = kinds.map((kind) => positionOf(file, found, kind));
  const other = header.findIndex((_, at) => !positions.includes(at));
  if (other < 0) return positions;
  const field = seenName(header[other]!) || `column ${other + 1}`;
  throw new UnusableTable(file, 1, field, `expected no column but ${kinds.join(', ')}`);
}

function positionOf(file: string, found: readonly (ColumnKind | undefined)[], kind: ColumnKind): number {
  const at = found.indexOf(kind);
  if (at < 0) throw new UnusableTable(file, 1, kind, 'expected a column of this name, got none');
  if (found.includes(kind, at + 1))
    throw new UnusableTable(file, 1, kind, 'expected one column of this name, got two');
  return at;
}

/** Where draws are named; −1 where they are not: R leaves the name of its row numbers empty. */
export const drawColumn = (header: readonly string[]): number => {
  const named = header.findIndex((name) => kindOfColumn(name) === 'draw');
  return named >= 0 || header[0] !== '' ? named : 0;
};
