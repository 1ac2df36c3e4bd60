import { z } from 'zod';
import { IsoDay } from './fields.ts';

/** Column types of what we make ourselves, in the words that DuckDB and Trino share. */
export type MadeColumnType = 'varchar' | 'date' | 'double' | 'bigint' | 'integer';

/**
 * Columns of a file whose rows a contract describes, in its order.
 * @throws RangeError for a field that no column of Parquet holds
 */
export const columnsOf = (row: z.ZodObject) =>
  Object.entries(row.shape).map(([name, field]) => [name, columnTypeOf(field as z.ZodType)] as const);

function columnTypeOf(field: z.ZodType): MadeColumnType {
  if (field === IsoDay) return 'date';
  if (field instanceof z.ZodNullable) return columnTypeOf(field.unwrap() as z.ZodType);
  if (field instanceof z.ZodString || field instanceof z.ZodEnum) return 'varchar';
  if (field instanceof z.ZodNumber) return field.format === 'safeint' ? 'bigint' : 'double';
  if (field instanceof z.ZodUnion) return 'integer';
  throw new RangeError(`column: expected text, number or day, got ${field.def.type}`);
}
