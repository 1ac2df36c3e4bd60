import type { SafeTable } from '../../../data-contracts/schemas/cohort.ts';
import type { Language } from '../../../data-contracts/schemas/fields.ts';
import type { IdentifiedRow, OutreachListHead } from '../../../data-contracts/schemas/outreach-list.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import { dayInFinland } from '../release/instant-order.ts';
import { identifiedRow, type RowWords } from './identified-row.ts';
import { listFor } from './outreach-ports.ts';
import { handOverAtOnce, handOverInTurn, type ReleaseRowsPorts } from './release-rows.ts';
import { byNextStep } from './row-state.ts';
import { isClosed, standingEvents } from './standing-events.ts';

export interface OpenListPorts extends ReleaseRowsPorts, RowWords {}

/** Which list, by whom, and in which language whoever asks reads. */
export interface ListAsked {
  readonly listId: string;
  readonly requester: Requester;
  readonly language: Language;
}

export interface OpenedList {
  readonly list: OutreachListHead;
  readonly isClosed: boolean;
  readonly rows: readonly IdentifiedRow[];
  /** How many are on the list and not shown, exact, as their rows are missing; not why: the team knows who they are. */
  readonly withheld: SafeTable;
}

/**
 * Opens a list for its team, in the order of what to do next: names, routes of contact, reasons and what is suggested,
 * of those whom the gate lets through at this moment; or hands all of them over at once to be carried away, as an export.
 * @throws OutreachListNotFound for another unit's list as for one that is not there; ReleaseRefused
 */
export async function openOutreachList(
  ports: OpenListPorts,
  asked: ListAsked & { readonly useCase?: 'open-outreach-list' | 'export-outreach-list' },
): Promise<OpenedList> {
  const { useCase = 'open-outreach-list' } = asked;
  const list = await listFor(ports, asked.requester, useCase, asked.listId);
  const events = standingEvents(await ports.store.eventsOf(list.listId));
  const { rows: listed, lots: _, ...head } = list;
  const { rows } = await handOverAtOnce(ports, { list, useCase, requester: asked.requester });
  const today = dayInFinland(ports.clock.now());
  return {
    list: head,
    isClosed: isClosed(events),
    rows: rows
      .map((released) => identifiedRow(ports, released, { events, today }, asked.language))
      .sort(byNextStep),
    withheld: { total: listed.length - rows.length, cells: [] },
  };
}

/**
 * Exports a list row by row; each row's release is the moment at which it is given out.
 * @throws OutreachListNotFound as in opening
 */
export async function* exportOutreachList(
  ports: OpenListPorts,
  asked: ListAsked,
): AsyncGenerator<IdentifiedRow, void, void> {
  const useCase = 'export-outreach-list';
  const list = await listFor(ports, asked.requester, useCase, asked.listId);
  const events = standingEvents(await ports.store.eventsOf(list.listId));
  const rows = handOverInTurn(ports, { list, useCase, requester: asked.requester });
  const today = dayInFinland(ports.clock.now());
  for await (const released of rows) yield identifiedRow(ports, released, { events, today }, asked.language);
}
