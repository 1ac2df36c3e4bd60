import { z } from 'zod';
import { Client } from './client.ts';
import { CohortReason } from './cohort.ts';
import { DataOrigin } from './delivery.ts';
import { DrawnPlace } from './drawn-place.ts';
import { Instant, IsoDay, type Language, Pseudonym, ThingId } from './fields.ts';
import { Requester } from './requester.ts';

/** At most so many people on one list. */
export const maximumListRows = 2_000;

/** At most so many people in the lots behind a list. */
export const maximumDrawn = 20_000;

/** A list's number and 128 bits that nobody guesses. */
export const OutreachListId = z.string().regex(/^\d{6}-[0-9a-f]{32}$/);
export type OutreachListId = z.infer<typeof OutreachListId>;

export const ServiceLanguage = Client.shape.serviceLanguage;
export type ServiceLanguage = z.infer<typeof ServiceLanguage>;

/** One person on a list, by pseudonym; who it is, is looked up at each opening, for the team that may know. */
export const OutreachRow = z.object({
  /** 1 is the list's first; it stays the row's number. */
  row: z.number().int().min(1),
  client: Pseudonym,
  /** Data sources behind the score and its reasons, joined by commas. */
  sourcesUsed: z.string(),
  serviceLanguage: ServiceLanguage,
  /** An id of the intervention catalogue: what is suggested; null: the team decides. */
  intervention: ThingId.nullable(),
  /** Put into words at each opening; values are where their bands begin, as in a cohort, also of ages. */
  reasons: z.array(CohortReason.omit({ text: true })),
  /** What can be changed: keys of the vocabulary of modifiable factors. */
  changeable: z.array(z.string()).default([]),
});
export type OutreachRow = z.infer<typeof OutreachRow>;

/** A list that a planner made for a team. Grain: one per `listId`. */
export const OutreachList = z.object({
  listId: OutreachListId,
  number: z.number().int().min(1),
  madeAt: Instant,
  madeBy: Requester,
  /** The team's unit. */
  unit: ThingId,
  programme: ThingId,
  origin: DataOrigin,
  modelVersion: z.string(),
  landmarkOn: IsoDay,
  horizonMonths: z.number().int().min(1),
  rows: z.array(OutreachRow).max(maximumListRows),
  /** The lots from which some of the rows came: everyone in them, those who drew nothing too. Shown to nobody. */
  lots: z.array(DrawnPlace).max(maximumDrawn).default([]),
});
export type OutreachList = z.infer<typeof OutreachList>;

/** A list without the people. */
export type OutreachListHead = Omit<OutreachList, 'rows' | 'lots'>;

/** What came of contacting somebody, or trying to. */
export const OutreachOutcome = z.enum([
  'reached',
  'not-reached',
  'declined',
  'service-started',
  'already-has-help',
  'unsuitable',
  'wrong-person',
]);
export type OutreachOutcome = z.infer<typeof OutreachOutcome>;

/** Something that happened to a list; a list's events are append-only but for erasure. */
export const OutreachEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('outcome'),
    /** Told twice under one id, it happened once. */
    eventId: ThingId,
    row: z.number().int().min(1),
    outcome: OutreachOutcome,
    at: Instant,
    recordedBy: ThingId,
  }),
  /** In the place of an outcome whose person has been erased. */
  z.object({ kind: z.literal('erased'), eventId: ThingId, at: Instant }),
  z.object({ kind: z.literal('closed'), eventId: ThingId, at: Instant, recordedBy: ThingId }),
]);
export type OutreachEvent = z.infer<typeof OutreachEvent>;

/** What a planner asks for: these people, in this order, on a list for this team. */
export const OutreachListRequest = z.object({
  programme: ThingId,
  horizonMonths: z.number().int().min(1).max(120),
  unit: ThingId,
  clients: z
    .array(z.object({ client: Pseudonym, intervention: ThingId.nullable().default(null) }))
    .min(1)
    .max(maximumListRows)
    .refine((clients) => new Set(clients.map(({ client }) => client)).size === clients.length, {
      error: 'somebody is there twice',
    }),
  /** The plan's lots, by which the effect of what is offered can be measured later. */
  lots: z
    .array(DrawnPlace)
    .max(maximumDrawn)
    .default([])
    .refine((lots) => new Set(lots.map(({ client }) => client)).size === lots.length, {
      error: 'somebody is there twice',
    }),
  /** Whoever was contacted from any list within so many days is left out. */
  quietDays: z.number().int().min(0).max(3650).default(180),
  reasonsShown: z.number().int().min(0).max(10).default(3),
  requester: Requester,
});
export type OutreachListRequest = z.infer<typeof OutreachListRequest>;

/** A row as the team sees it. */
export interface IdentifiedRow {
  readonly row: number;
  readonly familyName: string | undefined;
  readonly givenNames: string | undefined;
  readonly telephone: string | undefined;
  readonly serviceLanguage: ServiceLanguage;
  /** In `reasonsLanguage`, as are those that follow. */
  readonly reasons: readonly string[];
  readonly changeable: readonly string[];
  /** The service language where there are words in it; Finnish for the Sámi languages; else the reader's. */
  readonly reasonsLanguage: Language;
  readonly intervention: string | undefined;
  /** The last outcome recorded, if there is one. */
  readonly outcome: OutreachOutcome | undefined;
}
