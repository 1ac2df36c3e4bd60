import { preventionOperations } from '../../data-contracts/api/prevention.ts';
import { exportCells, exportHeads } from '../core/outreach/export-cells.ts';
import {
  assignRow,
  closeOutreachList,
  type FollowListPorts,
  recordOutcome,
} from '../core/outreach/follow-outreach-list.ts';
import { listsOfUnit } from '../core/outreach/lists-of-unit.ts';
import { openOutreachList } from '../core/outreach/open-outreach-list.ts';
import { type OpenRowPorts, openRow } from '../core/outreach/open-row.ts';
import { undoRecording } from '../core/outreach/undo-recording.ts';
import { type NotePorts, writeNote } from '../core/outreach/write-note.ts';
import type { KeptAnswers } from '../core/ports/kept-answers.ts';
import { useTokenOnce } from '../core/sign-in/use-token-once.ts';
import { csvForms, spreadsheetCsv } from '../core/spreadsheet-csv.ts';
import { type ApiContainer, apiHandler } from '../http/api-handler.ts';
import { eventIdOf } from '../http/idempotency.ts';
import { page } from '../http/page.ts';
import { route } from '../http/route.ts';

export interface PreventionContainer extends ApiContainer {
  readonly followPorts: () => Promise<FollowListPorts>;
  /** Those that seal what a team notes. */
  readonly notePorts: () => Promise<NotePorts>;
  /** Those that open identities and notes: of this API alone. */
  readonly openPorts: () => Promise<OpenRowPorts>;
  readonly answers: KeptAnswers;
}

/** Answers prevention teams: their own lists, names and all, and what came of each contact. */
export const preventionHandler = (container: PreventionContainer) =>
  apiHandler(container, [
    route(preventionOperations.listOutreachLists, async ({ query, requester }) => {
      const lists = await listsOfUnit(await container.followPorts(), requester);
      return page(lists.toReversed(), ({ list }) => list.number, query, 'falling');
    }),
    route(preventionOperations.openOutreachList, async ({ parameters: { listId }, requester, language }) =>
      openOutreachList(await container.openPorts(), { listId, requester, language }),
    ),
    route(preventionOperations.openOutreachRow, async ({ parameters, requester, language }) => {
      const { listId, row } = parameters;
      return openRow(await container.openPorts(), { listId, row: Number(row), requester, language });
    }),
    route(preventionOperations.exportOutreachList, async (asked) => {
      const { requester, language, claims } = asked;
      const { listId } = asked.parameters;
      await useTokenOnce(container.answers, claims, `export ${listId}`);
      const question = { listId, requester, language, useCase: 'export-outreach-list' } as const;
      const { rows } = await openOutreachList(await container.openPorts(), question);
      const cells = rows.map((row) => exportCells(row, language));
      return spreadsheetCsv([exportHeads(language), ...cells], csvForms[language]);
    }),
    route(preventionOperations.recordOutcome, async ({ parameters, body, requester, idempotentId }) => {
      const eventId = eventIdOf(idempotentId);
      await recordOutcome(await container.followPorts(), { ...parameters, ...body, eventId, requester });
      return { eventId };
    }),
    route(preventionOperations.writeNote, async ({ parameters, body, requester, idempotentId }) => {
      const eventId = eventIdOf(idempotentId);
      await writeNote(await container.notePorts(), { ...parameters, ...body, eventId, requester });
      return { eventId };
    }),
    route(preventionOperations.assignRow, async ({ parameters, body, requester, idempotentId }) => {
      const eventId = eventIdOf(idempotentId);
      await assignRow(await container.followPorts(), { ...parameters, ...body, eventId, requester });
      return { eventId };
    }),
    route(preventionOperations.undoRecording, async ({ parameters, body, requester, idempotentId }) => {
      const eventId = eventIdOf(idempotentId);
      await undoRecording(await container.followPorts(), { ...parameters, ...body, eventId, requester });
      return { eventId };
    }),
    route(preventionOperations.closeOutreachList, async ({ parameters, requester, idempotentId }) => {
      const eventId = eventIdOf(idempotentId);
      await closeOutreachList(await container.followPorts(), { ...parameters, eventId, requester });
      return { eventId };
    }),
  ]);
