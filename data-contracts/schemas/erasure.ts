import { z } from 'zod';
import { ConsentStatement } from './consent-event.ts';
import { Instant, Pseudonym, ThingId } from './fields.ts';
import { HeldFile } from './held-file.ts';
import { type TableName, tableNames } from './tables.ts';

const Count = z.number().int().min(0);

/** How much was held of a person when they were erased, and so how much was taken out. */
export const ErasedData = z.object({
  /** Rows of the lake by table; a table without any is left out. */
  tables: z.partialRecord(z.enum(tableNames as [TableName, ...TableName[]]), Count),
  /** Versions of the identity in the vault. */
  identities: Count,
  clientMonths: Count,
  scores: Count,
  /** Rows of outreach lists, and places in the lots behind them. */
  listRows: Count,
});
export type ErasedData = z.infer<typeof ErasedData>;

/**
 * That a person's request for erasure was carried out. It is kept, so that what is delivered again is not taken in
 * again and so that nothing is released while files are still being cleared. Grain: one per `client`.
 */
export const Erasure = z.object({
  client: Pseudonym,
  at: Instant,
  orderedBy: ThingId,
  erased: ErasedData,
  /** Files that are kept as they came and named the person then, each with how long it is kept. */
  files: z.array(HeldFile).default([]),
  /** What the person had said in deliveries, whose rows go: the proof of what was asked for, and of when. */
  said: z.array(ConsentStatement),
});
export type Erasure = z.infer<typeof Erasure>;
