import middy from '@middy/core';
import { z } from 'zod';
import { Language } from '../../data-contracts/schemas/fields.ts';
import {
  OutcomeFields,
  OutreachListId,
  OutreachListRequest,
  OutreachPreviewRequest,
} from '../../data-contracts/schemas/outreach-list.ts';
import type { Programme } from '../../data-contracts/schemas/programme.ts';
import { Requester } from '../../data-contracts/schemas/requester.ts';
import { meant } from '../../functions/core/identity/told.ts';
import {
  assignRow,
  closeOutreachList,
  type FollowListPorts,
  ListClosing,
  OutcomeRecording,
  RowAssignment,
  recordOutcome,
} from '../../functions/core/outreach/follow-outreach-list.ts';
import { progressOfLists } from '../../functions/core/outreach/list-progress.ts';
import { listsOfUnit } from '../../functions/core/outreach/lists-of-unit.ts';
import { type MakeListPorts, makeOutreachList } from '../../functions/core/outreach/make-outreach-list.ts';
import { namedUnits, type UnitPorts } from '../../functions/core/outreach/named-units.ts';
import {
  exportOutreachList,
  type OpenListPorts,
  openOutreachList,
} from '../../functions/core/outreach/open-outreach-list.ts';
import { type OpenRowPorts, openRow } from '../../functions/core/outreach/open-row.ts';
import type { OutreachPorts } from '../../functions/core/outreach/outreach-ports.ts';
import {
  type PreviewPorts,
  previewOutreachList,
} from '../../functions/core/outreach/preview-outreach-list.ts';
import { Undoing, undoRecording } from '../../functions/core/outreach/undo-recording.ts';
import { type NotePorts, NoteWriting, writeNote } from '../../functions/core/outreach/write-note.ts';
import { requireProgramme } from '../../functions/core/require-programme.ts';
import { validJob } from '../../functions/valid-job.ts';
import type { PseudonymsOf } from './pseudonyms-of.ts';

export const ListAsked = z.object({ listId: OutreachListId, requester: Requester, language: Language });
export const RowAsked = ListAsked.extend({ row: OutcomeFields.row });
export type RowAsked = z.infer<typeof RowAsked>;
export const ListsAsked = z.object({ requester: Requester });
export const UnitsAsked = z.object({ requester: Requester, language: Language });

/** The units that a list can be made for. */
export const unitsHandler = (ports: UnitPorts) =>
  middy()
    .use(validJob(UnitsAsked))
    .handler(({ requester, language }) => namedUnits(ports, requester, language));

/** Makes a list for a team of people whom the gate lets out. */
export const makeListHandler = (
  portsOf: (programme: Programme) => Promise<MakeListPorts>,
  pseudonymsOf: PseudonymsOf,
) =>
  middy()
    .use(validJob<OutreachListRequest>(OutreachListRequest))
    .handler(async (request) => {
      const ports = await portsOf(requireProgramme(request.programme));
      return makeOutreachList(
        ports,
        meant(OutreachListRequest, request, await pseudonymsOf(request.requester)),
      );
    });

/** How many of some people each team may contact, before a list is made. */
export const previewListHandler = (
  portsOf: (programme: Programme) => Promise<PreviewPorts>,
  pseudonymsOf: PseudonymsOf,
) =>
  middy()
    .use(validJob<OutreachPreviewRequest>(OutreachPreviewRequest))
    .handler(async (request) => {
      const ports = await portsOf(requireProgramme(request.programme));
      return previewOutreachList(
        ports,
        meant(OutreachPreviewRequest, request, await pseudonymsOf(request.requester)),
      );
    });

/** How the lists that a planner made get on. */
export const progressHandler = (ports: OutreachPorts) =>
  middy()
    .use(validJob(ListsAsked))
    .handler(({ requester }) => progressOfLists(ports, requester));

/** The lists of the requester's unit, nobody on them named. */
export const listsHandler = (ports: OutreachPorts) =>
  middy()
    .use(validJob(ListsAsked))
    .handler(({ requester }) => listsOfUnit(ports, requester));

/** Opens a list, names and all, for the team whose it is. */
export const openListHandler = (ports: OpenListPorts) =>
  middy()
    .use(validJob(ListAsked))
    .handler((asked) => openOutreachList(ports, asked));

/** Opens one row, notes and all. */
export const openRowHandler = (ports: OpenRowPorts) =>
  middy()
    .use(validJob(RowAsked))
    .handler((asked) => openRow(ports, asked));

/** Exports a list row by row. */
export const exportListHandler = (ports: OpenListPorts) =>
  middy()
    .use(validJob(ListAsked))
    .handler(async (asked) => ({ rows: exportOutreachList(ports, asked) }));

export const recordOutcomeHandler = (ports: FollowListPorts) =>
  middy()
    .use(validJob<OutcomeRecording>(OutcomeRecording))
    .handler((recording) => recordOutcome(ports, recording));

export const writeNoteHandler = (ports: NotePorts) =>
  middy()
    .use(validJob(NoteWriting))
    .handler((writing) => writeNote(ports, writing));

export const assignRowHandler = (ports: OutreachPorts) =>
  middy()
    .use(validJob(RowAssignment))
    .handler((assignment) => assignRow(ports, assignment));

export const undoHandler = (ports: FollowListPorts) =>
  middy()
    .use(validJob(Undoing))
    .handler((undoing) => undoRecording(ports, undoing));

export const closeListHandler = (ports: FollowListPorts) =>
  middy()
    .use(validJob(ListClosing))
    .handler((closing) => closeOutreachList(ports, closing));
