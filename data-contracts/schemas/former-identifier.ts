import { z } from 'zod';
import { DataSource } from './data-source.ts';
import { IsWithdrawn, RecordingDay } from './fields.ts';
import { PersonIdentifier } from './person-identifier.ts';
import { relation } from './relation.ts';

/**
 * That whom deliveries have called by one identifier is whom they call by another: a temporary code, or a system's own
 * id, that became a personal identity code, or a code that was changed. Rows under either are one client's, whenever
 * they were delivered. Grain: one row per pair. Rows may follow one another (a is b, b is c); an identifier of two
 * people, and a circle, join nobody.
 */
export const FormerIdentifier = z
  .object({
    /** What the person is called now. */
    clientIdentifier: PersonIdentifier,
    /** What the person was called. */
    formerIdentifier: PersonIdentifier,
    dataSource: DataSource,
    recordedOn: RecordingDay,
    isWithdrawn: IsWithdrawn,
  })
  .refine(
    (row) => row.formerIdentifier !== row.clientIdentifier,
    relation(['formerIdentifier', 'clientIdentifier'], 'is the same identifier'),
  );
export type FormerIdentifier = z.infer<typeof FormerIdentifier>;
