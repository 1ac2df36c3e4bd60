import type { QuarantineReason } from '../ports/quarantine-store.ts';

/** How the columns of one delivered file meet the contract of its table. */
export interface ColumnLayout {
  /** How many columns the file has. */
  readonly width: number;
  /** Column of each of the contract's fields, in the contract's order; −1: not delivered. */
  readonly positions: readonly number[];
  /** Why no row of the file can be taken, if so. */
  readonly faults: readonly Omit<QuarantineReason, 'line'>[];
  /** Names of the columns that the contract does not know, as far as they are fit to be told. */
  readonly extraColumns: readonly string[];
}

/** What a contract says of a field's presence. */
export interface FieldPresence {
  readonly name: string;
  readonly isRequired: boolean;
}

const columnName = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;

/** Columns may come in any order; every required one must be there, and none of the contract's twice. */
export function layOutColumns(header: readonly string[], fields: readonly FieldPresence[]): ColumnLayout {
  const names = header.map((name) => name.trim());
  const positions = fields.map(({ name }) => names.indexOf(name));
  const missing = fields.filter(({ name, isRequired }) => isRequired && !names.includes(name));
  const twice = fields.filter(({ name }) => names.indexOf(name) !== names.lastIndexOf(name));
  const faults = [
    ...missing.map(({ name }) => ({ field: name, rule: 'missing-column' as const })),
    ...twice.map(({ name }) => ({ field: name, rule: 'repeated-column' as const })),
  ];
  const extraColumns = missing.length > 0 ? [] : extraNames(names, fields);
  return { width: names.length, positions, faults, extraColumns };
}

/** A first line may be a row instead of a header, so only what looks like a column's name is repeated. */
function extraNames(names: readonly string[], fields: readonly FieldPresence[]): string[] {
  const known = new Set(fields.map(({ name }) => name));
  const extra = names.filter((name) => !known.has(name));
  return extra.map((name) => (columnName.test(name) ? name : '(unnamed)'));
}
