import type { Language } from '../../../data-contracts/schemas/fields.ts';
import type {
  OutreachEvent,
  OutreachRow,
  RowCard,
  RowHistoryLine,
  ServiceLanguage,
} from '../../../data-contracts/schemas/outreach-list.ts';
import { dayInFinland } from '../release/instant-order.ts';
import { NoSuchRow } from './follow-outreach-list.ts';
import { identifiedRow } from './identified-row.ts';
import { NoteSealer } from './note-sealer.ts';
import type { ListAsked, OpenListPorts } from './open-outreach-list.ts';
import { listFor } from './outreach-ports.ts';
import { handOverAtOnce } from './release-rows.ts';
import { isClosed, standingEvents, undoneIds } from './standing-events.ts';
import { undoableUntil } from './undo-recording.ts';
import type { NotePorts } from './write-note.ts';

export interface OpenRowPorts extends OpenListPorts, NotePorts {
  /** What a unit is called in a language. */
  readonly unitName: (unit: string, language: Language) => Promise<string>;
  /** How a first call is begun, in the language of the call. */
  readonly wordFirstCall: (call: FirstCall, language: Language) => string;
}

/** What the first words of a call speak of. */
export interface FirstCall {
  readonly unit: string;
  readonly intervention: string | undefined;
}

/**
 * Opens one row of a list for its team, notes and all: what to say, and what has been recorded. The gate is asked about
 * this one person.
 * @throws OutreachListNotFound; NoSuchRow, also for a row that may not be shown; ReleaseRefused
 */
export async function openRow(
  ports: OpenRowPorts,
  asked: ListAsked & { readonly row: number },
): Promise<RowCard> {
  const { requester, language } = asked;
  const list = await listFor(ports, requester, 'open-outreach-list', asked.listId);
  const events = await ports.store.eventsOf(list.listId);
  const rows = list.rows.filter(({ row }) => row === asked.row);
  if (rows.length === 0) throw new NoSuchRow('outreach list: it has no row of this number');
  const keys = events.some((event) => event.kind === 'note' && event.row === asked.row)
    ? await ports.keys.vaultKeys()
    : undefined;
  const callLanguage = languageOf(rows[0]!.serviceLanguage, language);
  const unit = await ports.unitName(list.unit, callLanguage);
  const released = await handOverAtOnce(ports, {
    list: { ...list, rows },
    useCase: 'open-outreach-list',
    requester,
  });
  const [row] = released.rows;
  if (!row) throw new NoSuchRow('outreach list: it has no row of this number');
  const suggested = row.row.intervention;
  const intervention = suggested === null ? undefined : ports.interventionName(suggested, callLanguage);
  const now = ports.clock.now();
  const today = dayInFinland(now);
  return {
    row: identifiedRow(ports, row, { events: standingEvents(events), today }, language),
    callWords: { language: callLanguage, text: ports.wordFirstCall({ unit, intervention }, callLanguage) },
    history: historyOf(keys && new NoteSealer(keys), row.row, { listId: list.listId, events, now }),
  };
}

type RecordedEvent = Extract<OutreachEvent, { kind: 'outcome' | 'note' | 'assigned' }>;

interface ListStory {
  readonly listId: string;
  readonly events: readonly OutreachEvent[];
  readonly now: string;
}

/** What was recorded of a row, oldest first. What was undone is told of; a note that was, is not opened. */
function historyOf(
  sealer: NoteSealer | undefined,
  { client, row }: OutreachRow,
  { listId, events, now }: ListStory,
): RowHistoryLine[] {
  const undone = undoneIds(events);
  const recorded = events.filter(
    (event): event is RecordedEvent => 'row' in event && event.row === row && event.kind !== 'undone',
  );
  return recorded.map((event) => {
    const { kind, eventId, at, recordedBy } = event;
    const isUndone = undone.has(eventId);
    const until = isUndone || isClosed(events) ? undefined : undoableUntil(event, now);
    return {
      kind,
      eventId,
      at,
      recordedBy,
      ...(event.kind === 'outcome' && {
        outcome: event.outcome,
        objects: event.objects,
        callAgainOn: event.callAgainOn,
      }),
      ...(event.kind === 'assigned' && { assignee: event.assignee }),
      ...(event.kind === 'note' &&
        !isUndone && { note: sealer!.open({ client, listId, eventId }, event.sealed) }),
      isUndone,
      undoableUntil: until,
    };
  });
}

const spoken: readonly ServiceLanguage[] = ['fi', 'sv'];
const samiLanguages: readonly ServiceLanguage[] = ['se', 'smn', 'sms'];

/** No words have been translated into a Sámi language and reviewed: they are in Finnish then, and said to be. */
export function languageOf(service: ServiceLanguage, reader: Language): Language {
  if (spoken.includes(service)) return service as Language;
  return samiLanguages.includes(service) ? 'fi' : reader;
}
