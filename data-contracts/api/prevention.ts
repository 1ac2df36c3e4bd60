import { z } from 'zod';
import { SafeTable } from '../schemas/cohort.ts';
import { ThingId } from '../schemas/fields.ts';
import { OutreachListId, OutreachOutcome, ServiceLanguage } from '../schemas/outreach-list.ts';
import { operation, PageQuery, pageOf } from './operation.ts';
import { OutreachListHead } from './planner.ts';

const OneList = z.strictObject({ listId: OutreachListId });

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
  familyName: z.string().optional(),
  givenNames: z.string().optional(),
  telephone: z.string().optional(),
  serviceLanguage: ServiceLanguage,
  /** The strongest; their order says nothing. */
  reasons: z.array(z.string()),
  /** What can be changed. */
  changeable: z.array(z.string()),
  intervention: z.string().optional(),
  outcome: OutreachOutcome.optional(),
});

export const OpenedOutreachList = z.object({
  list: OutreachListHead,
  isClosed: z.boolean(),
  rows: z.array(NamedRow),
  withheld: SafeTable,
});

export const OutcomeTold = z.strictObject({
  row: z.number().int().min(1),
  outcome: OutreachOutcome,
  /** With `declined`: the person objects to being contacted again. */
  objects: z.boolean().default(false),
});

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
