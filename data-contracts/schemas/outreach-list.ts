import { z } from 'zod';
import { AgeBand } from '../vocabularies/age-bands.ts';
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
  /** Of the landmark; absent, as the municipality is, from lists that an earlier version made. */
  ageBand: AgeBand.optional(),
  municipality: z.string().optional(),
  /** An id of the intervention catalogue: what is suggested; null: the team decides. */
  intervention: ThingId.nullable(),
  /** Put into words at each opening; values are where their bands begin, as in a cohort, also of ages. */
  reasons: z.array(CohortReason.omit({ text: true })),
  /** What can be changed: keys of the vocabulary of modifiable factors. */
  changeable: z.array(z.string()).default([]),
});
export type OutreachRow = z.infer<typeof OutreachRow>;

/** What a list is called by those who work with it: words of one line, and nobody's name. */
export const ListName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[ -~\u00a0-\u00ac\u00ae-\u200a\u2010-\u2027\u202f-\u205f\u2070-\ufefe\uff00-\ufff8]*$/);

/** A list that a planner made for a team. Grain: one per `listId`. */
export const OutreachList = z.object({
  listId: OutreachListId,
  number: z.number().int().min(1),
  name: ListName.optional(),
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

/** What came of contacting somebody, or trying to. Each that was ever recorded keeps its id and its meaning. */
export const OutreachOutcome = z.enum([
  'reached',
  'not-reached',
  /** On a day that was agreed. */
  'call-again',
  'visit-agreed',
  'guided-to-assessment',
  'guided-to-carer-support',
  'guided-to-association',
  'service-started',
  'already-has-help',
  'in-hospital',
  'moved',
  'died',
  'declined',
  'unsuitable',
  'wrong-person',
]);
export type OutreachOutcome = z.infer<typeof OutreachOutcome>;

const Row = z.number().int().min(1);

/** What a team tells of a contact, before its rules are looked at. */
export const OutcomeFields = {
  row: Row,
  outcome: OutreachOutcome,
  /** With `declined`: the person objects to being contacted again, which is recorded in the same step. */
  objects: z.boolean().default(false),
  /** With `call-again`: the day on which to call. */
  callAgainOn: IsoDay.optional(),
};

interface OutcomeTold {
  readonly outcome: OutreachOutcome;
  readonly objects: boolean;
  readonly callAgainOn?: string | undefined;
}

/** What belongs together in what a team tells of a contact. */
export function outcomeRules(told: OutcomeTold, context: z.core.$RefinementCtx): void {
  const refuse = (field: string, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message });
  if (told.objects && told.outcome !== 'declined') refuse('objects', 'only with the outcome declined');
  if ((told.callAgainOn !== undefined) !== (told.outcome === 'call-again'))
    refuse('callAgainOn', 'with the outcome call-again, and only with it');
}

/** A note is short, and nobody's file: what belongs into the client record is written there. */
export const NoteText = z.string().trim().min(1).max(500);

/** Told twice under one id, it happened once. */
const happened = { eventId: ThingId, at: Instant, recordedBy: ThingId };

/** Something that happened to a list; a list's events are append-only but for erasure. */
export const OutreachEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('outcome'),
    ...happened,
    row: Row,
    outcome: OutreachOutcome,
    objects: z.literal(true).optional(),
    callAgainOn: IsoDay.optional(),
  }),
  /** A note on a person, sealed with the vault's key and bound to the person, the list and the event. */
  z.object({ kind: z.literal('note'), ...happened, row: Row, sealed: z.string().max(4_000) }),
  /** Who of the team takes care of a row; null: nobody in particular. */
  z.object({ kind: z.literal('assigned'), ...happened, row: Row, assignee: ThingId.nullable() }),
  /** A slip of the hand, taken back: what it undoes counts for nothing any more, and stays to be seen. */
  z.object({ kind: z.literal('undone'), ...happened, row: Row, undoes: ThingId }),
  /** In the place of what was recorded of a person who has been erased. */
  z.object({ kind: z.literal('erased'), eventId: ThingId, at: Instant }),
  z.object({ kind: z.literal('closed'), ...happened }),
]);
export type OutreachEvent = z.infer<typeof OutreachEvent>;
export type OutreachEventOf<Kind extends OutreachEvent['kind']> = Extract<OutreachEvent, { kind: Kind }>;

/** What a planner asks for: these people, in this order, on a list for this team. */
export const OutreachListRequest = z.object({
  programme: ThingId,
  horizonMonths: z.number().int().min(1).max(120),
  unit: ThingId,
  name: ListName.optional(),
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

const { programme, clients, quietDays, requester } = OutreachListRequest.shape;
/** What a planner asks before a list is made: how many of these people each team may contact, or the one team. */
export const OutreachPreviewRequest = z.object({
  programme,
  unit: ThingId.optional(),
  clients,
  quietDays,
  requester,
});
export type OutreachPreviewRequest = z.infer<typeof OutreachPreviewRequest>;

/** What is missing for somebody to be contacted by a team, as far as a planner is told. */
export const MissingReason = z.enum(['no-consent', 'no-legal-basis', 'no-relationship', 'contacted-already']);
export type MissingReason = z.infer<typeof MissingReason>;

/** What a team does next about a row, in the order in which it is done. */
export const NextStep = z.enum(['call-back', 'first-call', 'try-again', 'call-back-later', 'nothing']);
export type NextStep = z.infer<typeof NextStep>;

/** A row as the team sees it, in the reader's language but for what is said to the person. */
export interface IdentifiedRow {
  readonly row: number;
  readonly next: NextStep;
  readonly familyName: string | undefined;
  readonly givenNames: string | undefined;
  readonly telephone: string | undefined;
  readonly serviceLanguage: ServiceLanguage;
  readonly ageBand: AgeBand | undefined;
  readonly municipality: string | undefined;
  readonly reasons: readonly string[];
  /** What can be changed. */
  readonly changeable: readonly string[];
  readonly intervention: string | undefined;
  /** The last outcome recorded, if there is one. */
  readonly outcome: OutreachOutcome | undefined;
  readonly callAgainOn: string | undefined;
  /** How many outcomes have been recorded, and on which day the last. */
  readonly attempts: number;
  readonly lastAttemptOn: string | undefined;
  readonly assignee: string | undefined;
  readonly notes: number;
}

/** Something that was recorded of a row, for its team. */
export interface RowHistoryLine {
  readonly eventId: string;
  readonly at: string;
  readonly recordedBy: string;
  readonly kind: 'outcome' | 'note' | 'assigned';
  readonly outcome?: OutreachOutcome | undefined;
  readonly objects?: boolean | undefined;
  readonly callAgainOn?: string | undefined;
  readonly note?: string | undefined;
  readonly assignee?: string | null | undefined;
  readonly isUndone: boolean;
  /** Until when it can be undone; absent: it cannot. */
  readonly undoableUntil?: string | undefined;
}

/** A row as it is worked with: what to say, and what has been recorded of it, oldest first. */
export interface RowCard {
  readonly row: IdentifiedRow;
  /** Words to begin the first call with, in the person's language where there are words in it. */
  readonly callWords: { readonly language: Language; readonly text: string };
  readonly history: readonly RowHistoryLine[];
}
