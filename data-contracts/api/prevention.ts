import { z } from 'zod';
import { SafeTable } from '../schemas/cohort.ts';
import { Instant, IsoDay, Language, ThingId } from '../schemas/fields.ts';
import {
  NextStep,
  NoteText,
  OutcomeFields,
  OutreachListId,
  OutreachOutcome,
  outcomeRules,
  ServiceLanguage,
} from '../schemas/outreach-list.ts';
import { AgeBand } from '../vocabularies/age-bands.ts';
import { operation, PageQuery, pageOf } from './operation.ts';
import { OutreachListHead } from './planner.ts';

const OneList = z.strictObject({ listId: OutreachListId });
const OneRow = OneList.extend({ row: z.string().regex(/^[1-9]\d{0,5}$/) });

/** A list as its team chooses it. */
export const UnitList = z.object({
  list: OutreachListHead,
  rows: z.number().int(),
  withOutcome: z.number().int(),
  isClosed: z.boolean(),
});

/** A person to contact, for the team that may know who it is. */
export const NamedRow = z.object({
  row: z.number().int().min(1),
  next: NextStep,
  familyName: z.string().optional(),
  givenNames: z.string().optional(),
  telephone: z.string().optional(),
  serviceLanguage: ServiceLanguage,
  ageBand: AgeBand.optional(),
  municipality: z.string().optional(),
  /** The strongest, in the reader's language; their order says nothing. */
  reasons: z.array(z.string()),
  /** What can be changed. */
  changeable: z.array(z.string()),
  intervention: z.string().optional(),
  outcome: OutreachOutcome.optional(),
  callAgainOn: IsoDay.optional(),
  attempts: z.number().int(),
  lastAttemptOn: IsoDay.optional(),
  assignee: ThingId.optional(),
  notes: z.number().int(),
});

/** A row as it is worked with: what to say in the person's language, and what has been recorded, oldest first. */
export const OpenedRow = z.object({
  row: NamedRow,
  callWords: z.object({ language: Language, text: z.string() }),
  history: z.array(
    z.object({
      eventId: ThingId,
      at: Instant,
      recordedBy: ThingId,
      kind: z.enum(['outcome', 'note', 'assigned']),
      outcome: OutreachOutcome.optional(),
      objects: z.boolean().optional(),
      callAgainOn: IsoDay.optional(),
      note: z.string().optional(),
      assignee: ThingId.nullable().optional(),
      isUndone: z.boolean(),
      undoableUntil: Instant.optional(),
    }),
  ),
});

export const OpenedOutreachList = z.object({
  list: OutreachListHead,
  isClosed: z.boolean(),
  /** In the order of what to do next. */
  rows: z.array(NamedRow),
  withheld: SafeTable,
});

export const OutcomeTold = z.strictObject(OutcomeFields).superRefine(outcomeRules);
export const NoteTold = z.strictObject({ row: OutcomeFields.row, text: NoteText });
export const AssignmentTold = z.strictObject({ row: OutcomeFields.row, assignee: ThingId.nullable() });
export const UndoingTold = z.strictObject({ undoes: ThingId });

const Kept = z.object({ eventId: ThingId });
const listExample = { listId: '000001-00000000000000000000000000000abc' };

/** What a prevention team may do with its own lists. */
export const preventionOperations = {
  listOutreachLists: operation({
    id: 'listOutreachLists',
    method: 'GET',
    path: '/outreach-lists',
    summary: 'The lists of the requester’s unit, newest first; nobody on them is named',
    query: z.strictObject(PageQuery),
    answer: pageOf(UnitList),
    example: { query: { limit: '10' } },
  }),
  openOutreachList: operation({
    id: 'openOutreachList',
    method: 'GET',
    path: '/outreach-lists/{listId}',
    summary: 'A list, names and all; the release gate is asked about everyone on it at this moment',
    parameters: OneList,
    answer: OpenedOutreachList,
    example: { parameters: listExample },
  }),
  openOutreachRow: operation({
    id: 'openOutreachRow',
    method: 'GET',
    path: '/outreach-lists/{listId}/rows/{row}',
    summary: 'One person of a list: words for the first call, and what has been recorded, notes and all',
    parameters: OneRow,
    answer: OpenedRow,
    example: { parameters: { ...listExample, row: '1' } },
  }),
  exportOutreachList: operation({
    id: 'exportOutreachList',
    method: 'POST',
    path: '/outreach-lists/{listId}/exports',
    summary:
      'A list for a spreadsheet. A token carries each list away once: a second export needs a new sign-in',
    parameters: OneList,
    answer: z.string(),
    mediaType: 'text/csv',
    example: { parameters: listExample },
  }),
  recordOutcome: operation({
    id: 'recordOutcome',
    method: 'POST',
    path: '/outreach-lists/{listId}/outcomes',
    summary: 'What came of contacting somebody, kept before the answer',
    parameters: OneList,
    body: OutcomeTold,
    status: 201,
    isIdempotent: true,
    answer: Kept,
    example: { parameters: listExample, body: { row: 1, outcome: 'reached' } },
  }),
  writeNote: operation({
    id: 'writeNote',
    method: 'POST',
    path: '/outreach-lists/{listId}/notes',
    summary: 'A note on somebody of a list, kept sealed; erased with the person',
    parameters: OneList,
    body: NoteTold,
    status: 201,
    isIdempotent: true,
    answer: Kept,
    example: { parameters: listExample, body: { row: 1, text: 'Call in the morning' } },
  }),
  assignRow: operation({
    id: 'assignRow',
    method: 'POST',
    path: '/outreach-lists/{listId}/assignments',
    summary: 'Who of the team takes care of somebody; null: nobody in particular',
    parameters: OneList,
    body: AssignmentTold,
    status: 201,
    isIdempotent: true,
    answer: Kept,
    example: { parameters: listExample, body: { row: 1, assignee: 'worker-1' } },
  }),
  undoRecording: operation({
    id: 'undoRecording',
    method: 'POST',
    path: '/outreach-lists/{listId}/undoings',
    summary:
      'Takes back what was recorded within the last fifteen minutes, and an objection that came with it; nothing is deleted',
    parameters: OneList,
    body: UndoingTold,
    status: 201,
    isIdempotent: true,
    answer: Kept,
    example: { parameters: listExample, body: { undoes: 'api-00000000000000000000000000000abc' } },
  }),
  closeOutreachList: operation({
    id: 'closeOutreachList',
    method: 'POST',
    path: '/outreach-lists/{listId}/closing',
    summary: 'Closes a list: its people are free for others, its outcomes count as evidence',
    parameters: OneList,
    isIdempotent: true,
    answer: Kept,
    example: { parameters: listExample },
  }),
} as const;
