import type { ClientMonthBatch } from '../ports/client-month-source.ts';

/** A batch without some people's rows; the same batch where it has none of theirs. */
export function rowsWithout(batch: ClientMonthBatch, clients: ReadonlySet<string>): ClientMonthBatch {
  const { texts, numbers } = batch;
  const kept = texts.client.flatMap((client, row) => (clients.has(client) ? [] : [row]));
  if (kept.length === batch.rows) return batch;
  const those = <Column, Kept>(columns: Readonly<Record<string, Column>>, of: (column: Column) => Kept) =>
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, of(column)]));
  const textOf = (column: readonly string[]) => kept.map((row) => column[row]!);
  return {
    rows: kept.length,
    texts: { ...texts, ...those(texts, textOf) },
    numbers: those(numbers, (column) => Float64Array.from(kept, (row) => column[row]!)),
  };
}
